import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMarkCount, lossOfMarks, type MarkCount } from '../../src/restore/marks.ts'

const count = (words: number, expected: number, found: number, foreign = 0): MarkCount => ({
  words,
  foreign,
  expected,
  found,
})

/** A page of 1000 words of which 700 should carry marks. */
const SOUND = count(1000, 700, 690)
const STRIPPED = count(1000, 700, 0)

describe('lossOfMarks', () => {
  it('is 0 for a text without words', () => {
    expect(lossOfMarks(createMarkCount(), createMarkCount())).toBe(0)
  })

  it('is 0 for a sound sentence of a sound text', () => {
    expect(lossOfMarks(count(20, 14, 14), SOUND)).toBe(0)
  })

  it('is 0 where a sound text has a short sentence that happens to need no mark', () => {
    expect(lossOfMarks(count(3, 2, 0), SOUND)).toBe(0)
  })

  it('is 0 for a sentence that has more marks than one expects', () => {
    expect(lossOfMarks(count(10, 6, 10), count(10, 6, 10))).toBe(0)
  })

  it('is nearly 1 for a text without any mark', () => {
    expect(lossOfMarks(count(20, 14, 0), STRIPPED)).toBeGreaterThan(0.99)
    expect(lossOfMarks(count(1, 0.7, 0), count(1, 0.7, 0))).toBeGreaterThan(0.9)
  })

  it('sees a stripped sentence in a sound text', () => {
    expect(lossOfMarks(count(40, 28, 0), SOUND)).toBeGreaterThan(0.5)
  })

  it('leaves a sound sentence in a stripped text alone', () => {
    expect(lossOfMarks(count(60, 40, 40), count(400, 280, 40))).toBeLessThan(0.3)
  })

  it('is 0 for a sentence in another language', () => {
    expect(lossOfMarks(count(20, 4, 0, 16), count(20, 4, 0, 16))).toBe(0)
    expect(lossOfMarks(count(60, 6, 0, 50), STRIPPED)).toBe(0)
  })

  it('is a probability, and never grows with marks found', () => {
    const counts = fc
      .tuple(fc.nat(500), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(500), fc.nat(500))
      .map(([words, share, found, foreign]) =>
        count(words, words * share, Math.min(found, words), Math.min(foreign, words)),
      )
    fc.assert(
      fc.property(counts, counts, fc.nat(20), (sentence, whole, more) => {
        const loss = lossOfMarks(sentence, whole)
        expect(loss).toBeGreaterThanOrEqual(0)
        expect(loss).toBeLessThanOrEqual(1)
        const better = { ...sentence, found: sentence.found + more }
        expect(lossOfMarks(better, whole)).toBeLessThanOrEqual(loss)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('createMarkCount', () => {
  it('gives each caller sums of its own', () => {
    const one = createMarkCount()
    one.words = 5
    expect(createMarkCount()).toEqual({ words: 0, foreign: 0, expected: 0, found: 0 })
  })
})
