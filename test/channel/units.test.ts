import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CAPITAL, casesOf, LOWER, splitUnits, UPPER, unitInCase } from '../../src/channel/units.ts'
import { allSyllables } from '../../src/syllable/inventory.ts'
import { joinSyllable } from '../../src/syllable/split.ts'

describe('units of a printed syllable', () => {
  it.each([
    ['quyết', 'qu', 'yết'],
    ['giữa', 'gi', 'ữa'],
    ['gì', 'g', 'ì'],
    ['gìn', 'g', 'ìn'],
    ['NGHỊ', 'NGH', 'Ị'],
    ['Đường', 'Đ', 'ường'],
    ['Ủy', '', 'Ủy'],
    ['y', '', 'y'],
    ['stress', '', 'stress'],
    ['kg', '', 'kg'],
    ['', '', ''],
  ])('%s is %j + %j', (word, onset, rime) => {
    expect(splitUnits(word)).toEqual({ onset, rime })
  })

  it('rebuild every legal syllable in every case', () => {
    for (const syllable of allSyllables()) {
      const lower = joinSyllable(syllable)
      for (const printedCase of [LOWER, CAPITAL, UPPER] as const) {
        const word = unitInCase(lower, printedCase)
        const { onset, rime } = splitUnits(word)
        expect(onset + rime).toBe(word)
        expect(casesOf(word) & printedCase).toBe(printedCase)
      }
    }
  })

  it('lose no letter of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (word) => {
        const { onset, rime } = splitUnits(word)
        return onset + rime === word
      }),
    )
  })

  it('know a single capital letter as capital and upper, and mixed case as none', () => {
    expect(casesOf('Ở')).toBe(CAPITAL | UPPER)
    expect(casesOf('ng')).toBe(LOWER)
    expect(casesOf('nG')).toBe(0)
    expect(casesOf('BỘi')).toBe(0)
  })
})
