import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/plan/schema.ts'
import type { Edit } from '../../src/restore/edit.ts'
import { planJsonSchema, planSchema } from '../../src/schema.ts'
import { EMPTY_PLAN, SAMPLE_PLAN } from './sample.ts'

const validate = new Ajv2020({ allowUnionTypes: true, allErrors: true }).compile(planJsonSchema())

/** Changes no plan may have. */
const WRONG: readonly [what: string, change: Record<string, unknown>][] = [
  ['a field nobody knows', { colour: 'red' }],
  ['another version', { schema: 'vn-plan/2' }],
  ['a kind that is none', { kind: 'Bài báo' }],
  ['undefined for null', { number: undefined }],
  ['a date in the order of Việt Nam', { date: '03/02/2026' }],
  ['a month that is none', { date: '2026-13' }],
  ['a span of one end', { bases: [{ ...SAMPLE_PLAN.bases[0], span: [3] }] }],
  ['a span with a fraction', { bases: [{ ...SAMPLE_PLAN.bases[0], span: [0, 1.5] }] }],
  ['an unknown role of a heading', { parts: { thanks: ['I'] } }],
  ['a section without children', { sections: [{ ...SAMPLE_PLAN.sections[0], children: undefined }] }],
  [
    'a level that is none, deep down',
    { sections: [{ ...SAMPLE_PLAN.sections[0], children: [{ ...SAMPLE_PLAN.sections[0], level: 'h1' }] }] },
  ],
  ['an authority spelled as the Party does', { signatories: [{ authority: [{ code: 'T/M', of: 'a' }] }] }],
]

describe('the schema of a plan', () => {
  it.each([
    ['the empty plan', EMPTY_PLAN],
    ['a plan with everything', SAMPLE_PLAN],
  ])('takes %s', (_, plan) => {
    expect(planSchema.parse(plan)).toEqual(plan)
    validate(plan)
    expect(validate.errors).toBeNull()
  })

  it('takes a plan that says where it comes from', () => {
    const edit: Edit = {
      span: [0, 2],
      original: 'Ké',
      replacement: 'Kế',
      reason: 'letters',
      confidence: 0.9,
      applicability: 'likely',
      alternatives: [{ text: 'Kè', confidence: 0.1 }],
    }
    const plan: Plan = { ...SAMPLE_PLAN, file: 'a.txt', edits: [edit] }
    expect(planSchema.parse(plan)).toEqual(plan)
    expect(validate(plan)).toBe(true)
  })

  it('takes a plan without its text', () => {
    const { text: _, ...plan } = SAMPLE_PLAN
    expect(planSchema.safeParse(plan).success).toBe(true)
    expect(validate(plan)).toBe(true)
  })

  it.each(WRONG)('refuses %s', (_, change) => {
    const plan = JSON.parse(JSON.stringify({ ...SAMPLE_PLAN, ...change })) as unknown
    expect(planSchema.safeParse(plan).success).toBe(false)
    expect(validate(plan)).toBe(false)
  })

  it('is published as draft 2020-12, every field but those that speak for themselves explained', () => {
    const schema = planJsonSchema()
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(JSON.stringify(schema)).not.toContain('readOnly')
    const { properties } = (schema.$defs as Record<string, { properties: Record<string, unknown> }>).Plan!
    expect(Object.keys(properties).sort()).toEqual([...Object.keys(SAMPLE_PLAN), 'edits', 'file'].sort())
  })
})
