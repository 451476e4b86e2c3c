import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Model } from '../../src/restore/model.ts'
import { type Repair, repair } from '../../src/restore/repair.ts'
import { faultyEntry, fixture, model, PLANS } from './shipped.ts'

const vie = model.profiles.find(({ name }) => name === 'vie')!

/** The same model, but every sentence is searched whole. */
const searching = new Model(model.language, {
  dictionaries: model.dictionaries,
  profiles: [
    ...model.profiles.filter((one) => one !== vie),
    { ...vie, settings: { ...vie.settings, stands: 0 } },
  ],
})

const both = (text: string): [Repair, Repair] => [
  repair(text, { model, source: 'vie' }),
  repair(text, { model: searching, source: 'vie' }),
]

const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/tổ chức/g, 'tố chức'],
  [/nhiệm vụ/g, 'nhiệm vu'],
  [/thực hiện/g, 'thực hiên'],
  [/phối hợp/g, 'phổi hợp'],
  [/của/g, 'cúa'],
  [/năm/g, 'nãm'],
]

/** Every third place of each kind is misread. */
const damaged = (text: string): string =>
  SLIPS.reduce((page, [pattern, slip]) => {
    let seen = 0
    return page.replace(pattern, (word) => (++seen % 3 === 0 ? slip : word))
  }, text)

describe('sentences that stand as printed', () => {
  it.each(PLANS)('are left alone like by a search of the whole %s', (plan) => {
    const [quick, whole] = both(fixture(plan))
    expect(quick.text).toBe(whole.text)
  })

  it.each(PLANS)('hide no slip of %s', (plan) => {
    const text = damaged(fixture(plan))
    const [quick, whole] = both(text)
    expect(whole.edits.length).toBeGreaterThan(15)
    // What is in the balance may tip: a stretch is searched without the rest of its sentence.
    const sure = ({ edits }: Repair) =>
      edits
        .filter(({ confidence }) => confidence > 0.8)
        .map(({ span, replacement }) => `${span} ${replacement}`)
    const all = ({ edits }: Repair) => edits.map(({ span, replacement }) => `${span} ${replacement}`)
    expect(all(quick)).toEqual(expect.arrayContaining(sure(whole)))
    expect(all(whole)).toEqual(expect.arrayContaining(sure(quick)))
  })

  it.each(PLANS)('have the words that a search of the whole %s gives, about as sure', (plan) => {
    const text = damaged(fixture(plan))
    const [quick, whole] = both(text)
    expect(faultyEntry(text, quick.words)).toBeNull()
    expect(quick.words.map(({ span }) => span)).toEqual(whole.words.map(({ span }) => span))
    const apart = quick.words.filter(
      (word, i) => Math.abs(word.confidence - whole.words[i]!.confidence) > 0.05,
    )
    expect(apart.length).toBeLessThanOrEqual(quick.words.length / 500)
  })

  it.each([
    ['tiêm ấn nguy cơ mất an toàn', 'tiềm ẩn nguy cơ mất an toàn'],
    ['giao cho các đơn vi tố chức thực hiên', 'giao cho các đơn vị tổ chức thực hiện'],
    ['Sở Tài chính phôi hợp với các cơ quan', 'Sở Tài chính phối hợp với các cơ quan'],
  ])('are searched where neighbours are wrong together: %j', (text, truth) => {
    const found = repair(text, { model, source: 'vie' })
    const all = [...found.edits, ...found.suggestions]
    let fixed = text
    for (const { span, replacement } of all.reverse())
      fixed = fixed.slice(0, span[0]) + replacement + fixed.slice(span[1])
    expect(fixed).toBe(truth)
  })

  it('keep their words in order, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('tổ', 'chức,', 'thực', 'hiên', 'UBND', '12/3', 'xã.', '(a', '\n', 'cUa', 'ân'),
          {
            maxLength: 40,
          },
        ),
        (parts) => {
          const text = parts.join(' ')
          const found = repair(text, { model, source: 'vie' })
          expect(faultyEntry(text, found.words)).toBeNull()
        },
      ),
      { numRuns: 200 },
    )
  })
})
