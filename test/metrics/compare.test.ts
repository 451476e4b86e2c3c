import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { characterErrorRate } from '../../src/metrics/cer.ts'
import { compareTexts, sumComparisons } from '../../src/metrics/compare.ts'
import { wordErrorRate } from '../../src/metrics/wer.ts'
import { slowCounts } from './oracle.ts'

const words = fc.array(
  fc.constantFrom('ủy', 'uy', 'Ủy', 'ban', 'bàn', 'nhân', 'dân', 'số', 's6', '57-NQ/TW'),
  {
    maxLength: 30,
  },
)

describe('compareTexts', () => {
  it('counts as the slow rules count', () => {
    fc.assert(
      fc.property(words, words, words, (truth, hypothesis, before) => {
        const slow = slowCounts(truth, hypothesis, before)
        const fast = compareTexts(truth.join(' '), hypothesis.join('\n'), before.join('  '))
        expect({
          errors: fast.words.errors,
          errorsBefore: fast.effect?.wordsBefore.errors,
          characterErrors: fast.characters.errors,
          fixed: fast.effect?.fixed,
          harmed: fast.effect?.harmed,
        }).toEqual(slow)
      }),
      { seed: 3, numRuns: 300 },
    )
  })

  it('tells what a repair mended and what it broke', () => {
    const { effect, words: after } = compareTexts(
      'Ủy ban nhân dân xã Nam Sách',
      'Ủy ban nhân dân xà Nam Sach',
      'Uy ban nhan dân xã Nam Sach',
    )
    expect(effect).toMatchObject({ rightBefore: 4, fixed: 2, harmed: 1, harmRate: 0.25 })
    expect(after).toMatchObject({ words: 7, errors: 2 })
  })

  it('finds no error in the same text printed with other quotes, dashes and tone placement', () => {
    const { words: w, characters, syllables } = compareTexts('“Hòa bình” – số 5', '"Hoà bình" - số 5.')
    expect([w.errors, characters.errors, syllables.accuracy]).toEqual([0, 0, 1])
  })

  it('leaves out the effect when there is nothing to compare with', () => {
    expect(compareTexts('a', 'a')).not.toHaveProperty('effect')
  })

  it('gives finite rates for empty texts', () => {
    expect(compareTexts('', '', '')).toMatchObject({
      words: { rate: 0 },
      characters: { rate: 0 },
      syllables: { accuracy: 1 },
      effect: { harmRate: 0 },
    })
    expect(compareTexts('', 'thừa').words.rate).toBe(1)
  })
})

describe('sumComparisons', () => {
  it('adds counts and takes rates of the sums', () => {
    const sum = sumComparisons([
      compareTexts('một hai ba', 'một hai bà', 'mot hai ba'),
      compareTexts('bốn', 'bốn', 'bon'),
    ])
    expect(sum.words).toMatchObject({ words: 4, errors: 1, rate: 0.25 })
    expect(sum.effect).toMatchObject({ rightBefore: 2, fixed: 2, harmed: 1, harmRate: 0.5 })
    expect(sum.syllables).toEqual({ syllables: 4, right: 3, accuracy: 0.75 })
  })

  it('sums nothing to nothing', () => {
    expect(sumComparisons([])).toMatchObject({ words: { words: 0, errors: 0, rate: 0 } })
  })
})

describe('wordErrorRate and characterErrorRate', () => {
  it('count a mark as one character and one word', () => {
    expect(wordErrorRate('Ủy ban nhân dân', 'Uy ban nhân dân').rate).toBe(0.25)
    expect(characterErrorRate('Ủy ban', 'Uy ban')).toEqual({ characters: 6, errors: 1, rate: 1 / 6 })
  })

  it('do not forgive capitals', () => {
    expect(wordErrorRate('BỘ', 'Bộ').errors).toBe(1)
  })

  it('do not forgive look-alike letters', () => {
    expect(wordErrorRate('Điều', '\u00d0iều').errors).toBe(1)
  })
})
