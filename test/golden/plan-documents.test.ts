// The plans of the fixtures, whole. A change here is reviewed by eye against the text, then written with
// `npx vitest run test/golden/plan-documents.test.ts -u`.

import { describe, expect, it } from 'vitest'
import { parsePlan } from '../../src/plan/parse.ts'
import { planSchema } from '../../src/schema.ts'
import { fixture } from '../restore/shipped.ts'
import { agreement, factsOf, summaryOf } from './plan-summary.ts'

const DOCUMENTS = [
  ['le-thanh-nghi', 'le-thanh-nghi/plan.txt'],
  ['ha-noi', 'ha-noi/plan.txt'],
  ['nam-sach', 'nam-sach/repaired.txt'],
] as const

describe.each(DOCUMENTS)('the plan of %s', (name, file) => {
  const text = fixture(file)
  const plan = parsePlan(text)

  it('comes out as reviewed', async () => {
    await expect(summaryOf(plan)).toMatchFileSnapshot(`expected/${name}.plan.json`)
  })

  it('keeps to the schema', () => {
    expect(planSchema.parse(plan)).toEqual(plan)
  })

  it('leaves nothing but blanks, rules and page numbers outside', () => {
    const furniture = plan.places.filter(({ path }) => path === 'furniture')
    for (const { span } of furniture) expect(text.slice(...span)).toMatch(/^[\s\p{P}\p{N}\p{S}]*$/u)
  })
})

describe('the Nam Sách plan', () => {
  const truth = fixture('nam-sach/first-half.truth.txt')
  const lines = truth.trimEnd().split('\n').length
  const repaired = fixture('nam-sach/repaired.txt').split('\n').slice(0, lines).join('\n')

  it('says after repair what the correct text says, but for 4 %', () => {
    const expected = factsOf(parsePlan(truth))
    expect(expected.length).toBeGreaterThan(50)
    expect(agreement(expected, factsOf(parsePlan(repaired)))).toBeGreaterThan(0.96)
  })

  it('would not without repair', () => {
    const raw = fixture('nam-sach/ocr.txt').split('\n').slice(0, lines).join('\n')
    expect(agreement(factsOf(parsePlan(truth)), factsOf(parsePlan(raw)))).toBeLessThan(0.5)
  })
})
