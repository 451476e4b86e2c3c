import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BOUNDARY_ID, FIRST_WORD_ID } from '../../src/lm/symbols.ts'
import { DecisionSearch, type Readings } from '../../src/training/decision-search.ts'
import { DecisionWeights, FEATURES_MAX } from '../../src/training/decision-weights.ts'
import { backOffLogProb, type EstimatedOrder, estimate } from '../../src/training/estimate.ts'
import { countNgrams, type WeightedIds } from '../../src/training/ngrams.ts'
import { anySources, keyOf, RADIX } from './oracle.ts'

const ordersOf = (sources: readonly WeightedIds[], most: number): EstimatedOrder[] =>
  estimate(
    Array.from({ length: most }, (_, n) => countNgrams(sources, n + 1, RADIX)),
    { cutOffs: [], lowerOrders: 'plain' },
  )

/** ln score of a sentence, word by word. */
function scoreOf(weights: DecisionWeights, words: readonly number[], before: number): number {
  const features = new Int32Array(FEATURES_MAX)
  let score = 0
  words.forEach((word, i) => {
    const previous = i > 0 ? words[i - 1]! : before
    const row = i > 0 ? weights.bigramRow(i > 1 ? words[i - 2]! : before, previous) : -1
    const count = weights.features(row, previous, word, features)
    for (let f = 0; f < count; f++) score += weights.value[features[f]!]!
  })
  return score
}

/** All ways to read the sentence. */
const allPaths = (ranges: readonly (readonly [number, number])[]): number[][] =>
  ranges.reduce<number[][]>(
    (paths, [first, end]) =>
      paths.flatMap((path) => Array.from({ length: end - first }, (_, k) => [...path, first + k])),
    [[]],
  )

const readingsOf = (
  ranges: readonly (readonly [number, number])[],
  score: (word: number) => number,
): Readings => {
  const scores: number[] = []
  const scoreAt = ranges.map(([first, end]) => {
    const at = scores.length
    for (let word = first; word < end; word++) scores.push(score(word))
    return at
  })
  return {
    count: ranges.length,
    first: Int32Array.from(ranges, ([first]) => first),
    end: Int32Array.from(ranges, ([, end]) => end),
    scoreAt: Int32Array.from(scoreAt),
    score: Float32Array.from(scores),
  }
}

/** One or two words: so few that the beam holds them all. */
const anyRange = fc
  .tuple(fc.integer({ min: FIRST_WORD_ID, max: RADIX - 1 }), fc.integer({ min: 1, max: 2 }))
  .map(([first, length]) => [first, Math.min(first + length, RADIX)] as const)

describe('DecisionWeights', () => {
  it.each([2, 3])('sums to the probabilities of the counts, order %i', (most) => {
    fc.assert(
      fc.property(
        anySources,
        fc.array(fc.nat(RADIX - 1), { minLength: most, maxLength: most }),
        (sources, words) => {
          const orders = ordersOf(sources, most)
          const weights = new DecisionWeights(orders)
          const features = new Int32Array(FEATURES_MAX)
          const [word, previous] = [words.at(-1)!, words.at(-2)!]
          const row = most > 2 ? weights.bigramRow(words.at(-3)!, previous) : -1
          const count = weights.features(row, previous, word, features)
          let sum = 0
          for (let f = 0; f < count; f++) sum += weights.value[features[f]!]!
          expect(sum).toBeCloseTo(backOffLogProb(orders, keyOf(words), most), 4)
        },
      ),
    )
  })

  it('takes shorter steps each time and averages over the snapshots', () => {
    const sources = [{ ids: Uint16Array.of(BOUNDARY_ID, 5, 6, 7, BOUNDARY_ID), weight: 1 }]
    const orders = ordersOf(sources, 3)
    const weights = new DecisionWeights(orders)
    const before = weights.value[0]!
    weights.correct(0, 1)
    expect(weights.value[0]).toBeCloseTo(before + 1 / Math.SQRT2)
    weights.snapshot()
    weights.correct(0, 1)
    expect(weights.value[0]).toBeCloseTo(before + 1 / Math.SQRT2 + 1 / Math.sqrt(3))
    weights.snapshot()
    const [words, bigrams, trigrams] = weights.averaged()
    expect(trigrams!.logProb[0]).toBeCloseTo(before + 1 / Math.SQRT2 + 1 / Math.sqrt(3) / 2)
    expect(words!.logProb).toEqual(orders[0]!.logProb)
    expect(words!.logBow).toEqual(orders[0]!.logBow)
    expect(bigrams!.logProb).toEqual(orders[1]!.logProb)
    expect(bigrams!.logBow).toEqual(orders[1]!.logBow)
    expect(trigrams!.keys).toBe(orders[2]!.keys)
  })
})

describe('DecisionSearch', () => {
  it('finds the best of all readings', () => {
    fc.assert(
      fc.property(
        anySources,
        fc.constantFrom(2, 3),
        fc.array(anyRange, { minLength: 1, maxLength: 7 }),
        fc.array(fc.double({ min: -2, max: 0, noNaN: true }), { minLength: RADIX, maxLength: RADIX }),
        (sources, most, ranges, ease) => {
          const weights = new DecisionWeights(ordersOf(sources, most))
          const path = new Int32Array(ranges.length)
          new DecisionSearch(weights).run(
            readingsOf(ranges, (word) => ease[word]!),
            BOUNDARY_ID,
            path,
          )
          const total = (words: readonly number[]) =>
            words.reduce((sum, word) => sum + ease[word]!, scoreOf(weights, words, BOUNDARY_ID))
          expect(total([...path])).toBeCloseTo(Math.max(...allPaths(ranges).map(total)), 3)
        },
      ),
    )
  })

  it('reads keys with more readings than it has room for at first', () => {
    const ids = Uint16Array.from([
      BOUNDARY_ID,
      ...Array.from({ length: 900 }, (_, i) => 5 + (i % 450)),
      BOUNDARY_ID,
    ])
    const raw = [1, 2, 3].map((order) => countNgrams([{ ids, weight: 1 }], order, 460))
    const weights = new DecisionWeights(estimate(raw, { cutOffs: [], lowerOrders: 'plain' }))
    const path = new Int32Array(2)
    const readings = readingsOf(
      [
        [10, 11],
        [5, 455],
      ],
      () => 0,
    )
    new DecisionSearch(weights).run(readings, BOUNDARY_ID, path)
    expect([...path]).toEqual([10, 11])
  })
})
