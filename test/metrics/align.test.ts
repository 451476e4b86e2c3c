import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignWords } from '../../src/metrics/align.ts'
import { alignmentCost, slowAlign } from './oracle.ts'

const word = fc.constantFrom(
  'ủy',
  'uy',
  'ban',
  'bàn',
  'nhân',
  'nhan',
  'dân',
  'x',
  '57-NQ/TW',
  's6',
  'số',
  'và',
)
const words = (maxLength: number) => fc.array(word, { maxLength })

/** A number sequence that needs no seed from outside. */
function randomWords(count: number, vocabulary: number, seed: number): string[] {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return `tu${state % vocabulary}`
  })
}

describe('alignWords', () => {
  it('pairs words that differ in their marks and leaves out the one that was dropped', () => {
    const { match, inserted, dropped } = alignWords(['Ủy', 'ban', 'nhân', 'dân'], ['Uy', 'nhan', 'dan'])
    expect([...match]).toEqual([0, -1, 1, 2])
    expect([inserted, dropped]).toEqual([0, 1])
  })

  it('counts a split word as a replaced and an inserted one', () => {
    const { match, inserted } = alignWords(['thành', 'phố', 'Hà'], ['thành', 'ph', 'ố', 'Hà'])
    expect([...match].filter((j) => j >= 0)).toHaveLength(3)
    expect(inserted).toBe(1)
  })

  it('aligns nothing with nothing', () => {
    expect(alignWords([], [])).toEqual({ match: new Int32Array(0), inserted: 0, dropped: 0 })
    expect(alignWords([], ['a']).inserted).toBe(1)
    expect([...alignWords(['a', 'b'], []).match]).toEqual([-1, -1])
  })

  it('costs what the full table costs', () => {
    fc.assert(
      fc.property(words(40), words(40), (truth, hypothesis) => {
        const { match } = alignWords(truth, hypothesis)
        const best = alignmentCost(truth, hypothesis, slowAlign(truth, hypothesis))
        expect(alignmentCost(truth, hypothesis, match)).toBeCloseTo(best, 4)
      }),
      { seed: 1, numRuns: 400 },
    )
  })

  it('costs what the full table costs where the first band is too narrow', () => {
    const truth = randomWords(150, 40, 1)
    const moved = [...truth.slice(90), ...truth.slice(0, 90)]
    const best = alignmentCost(truth, moved, slowAlign(truth, moved))
    expect(alignmentCost(truth, moved, alignWords(truth, moved).match)).toBeCloseTo(best, 3)
  })

  it('gives ascending positions and consistent counts', () => {
    fc.assert(
      fc.property(words(60), words(60), (truth, hypothesis) => {
        const { match, inserted, dropped } = alignWords(truth, hypothesis)
        const paired = [...match].filter((j) => j >= 0)
        expect(paired).toEqual([...new Set(paired)].sort((a, b) => a - b))
        expect(inserted).toBe(hypothesis.length - paired.length)
        expect(dropped).toBe(truth.length - paired.length)
      }),
      { seed: 2 },
    )
  })

  it('finds every lost word of a document of 20,000 words', () => {
    const truth = randomWords(20_000, 3000, 7)
    const lost = new Set([3, 777, 5000, 5001, 12_345, 19_998])
    const kept = truth.map((_, i) => i).filter((i) => !lost.has(i))
    const { match, dropped } = alignWords(
      truth,
      kept.map((i) => truth[i]!),
    )
    expect(dropped).toBe(lost.size)
    const wrong = kept.filter((i, j) => match[i] !== j && truth[i] !== truth[kept[match[i]!]!])
    expect(wrong).toEqual([])
  })

  it('bridges a lost page in a text that repeats itself and has no place to cut at', () => {
    const page = randomWords(100, 50, 9)
    const truth = Array.from({ length: 120 }, () => page).flat()
    const hypothesis = [...truth.slice(0, 4000), ...truth.slice(4100)].map((w, i) => (i % 3 ? w : `${w}x`))
    const { match, inserted } = alignWords(truth, hypothesis)
    expect(inserted).toBeLessThan(20)
    expect([...match].filter((j) => j < 0).length).toBeLessThan(120)
  })

  it('survives long garbage without spaces and long texts of different length', () => {
    expect([...alignWords(['a'.repeat(1e6)], ['b'.repeat(1e6)]).match]).toEqual([0])
    const long = Array.from({ length: 50_000 }, () => 'a')
    expect(alignWords(long, ['b', 'a', 'c']).dropped).toBe(49_997)
    expect(alignWords(['b', 'a', 'c'], long).inserted).toBe(49_997)
  })
})
