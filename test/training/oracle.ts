// Counting and smoothing in their obvious slow form: strings, Maps, the formulas of the paper one by one.

import fc from 'fast-check'
import { BOUNDARY_ID, COMMA_ID, FIRST_WORD_ID } from '../../src/lm/symbols.ts'
import { estimateDiscounts } from '../../src/training/discount.ts'
import { backOffLogProb, type EstimatedOrder } from '../../src/training/estimate.ts'
import type { NgramCounts, WeightedIds } from '../../src/training/ngrams.ts'

/** Number of ids of the random corpora: the symbols and five words. */
export const RADIX = 10

const anyId = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: FIRST_WORD_ID, max: RADIX - 1 }) },
  { weight: 1, arbitrary: fc.constant(COMMA_ID) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.constant(BOUNDARY_ID) },
)

/** Up to three sources as `collect` leaves them: from boundary to boundary, boundaries in runs at times. */
export const anySources: fc.Arbitrary<WeightedIds[]> = fc.array(
  fc.record({
    ids: fc
      .array(anyId, { maxLength: 60 })
      .map((ids) => Uint16Array.from([BOUNDARY_ID, ...ids, BOUNDARY_ID])),
    weight: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 1, maxLength: 3 },
)

export type SlowCounts = Map<string, number>

/** n-grams of the sentences; a run of boundaries is one, and it stands only first or last. */
export function slowCounts(sources: readonly WeightedIds[], order: number): SlowCounts {
  const counts: SlowCounts = new Map()
  for (const { ids, weight } of sources) {
    const single = [...ids].filter((id, i) => id !== BOUNDARY_ID || ids[i - 1] !== BOUNDARY_ID)
    for (let i = 0; i + order <= single.length; i++) {
      const ngram = single.slice(i, i + order)
      if (ngram.slice(1, -1).includes(BOUNDARY_ID)) continue
      counts.set(ngram.join(' '), (counts.get(ngram.join(' ')) ?? 0) + weight)
    }
  }
  return counts
}

export const keyOf = (ngram: readonly number[], radix = RADIX): number =>
  ngram.reduce((key, id) => key * radix + id, 0)

export const ngramOf = (key: number, order: number, radix = RADIX): number[] =>
  Array.from({ length: order }, (_, i) => Math.floor(key / radix ** (order - 1 - i)) % radix)

/** A table of counts as a Map with n-grams for keys. */
export const countsOf = ({ keys, counts, order, radix }: NgramCounts): SlowCounts =>
  new Map(Array.from(keys, (key, i) => [ngramOf(key, order, radix).join(' '), counts[i]!]))

/** Interpolated modified Kneser–Ney by its recursion; without cut-offs. */
export class SlowEstimate {
  private readonly adjusted: readonly SlowCounts[]
  private readonly discounts: readonly (readonly number[])[]

  constructor(raw: readonly SlowCounts[], lowerOrders: 'kneser-ney' | 'plain') {
    this.adjusted = raw.map((counts, n) => {
      const above = raw[n + 1]
      if (above === undefined || lowerOrders === 'plain') return counts
      const leftOf = new Map<string, number>()
      for (const key of above.keys()) {
        const suffix = key.slice(key.indexOf(' ') + 1)
        leftOf.set(suffix, (leftOf.get(suffix) ?? 0) + 1)
      }
      const opening = `${BOUNDARY_ID} `
      return new Map(
        [...counts].map(([key, count]) => [key, key.startsWith(opening) ? count : (leftOf.get(key) ?? 1)]),
      )
    })
    this.discounts = this.adjusted.map((counts) => estimateDiscounts(Uint32Array.from(counts.values())))
  }

  /** P(last word | the words before). */
  probability(ngram: readonly number[]): number {
    const counts = this.adjusted[ngram.length - 1]!
    const discounts = this.discounts[ngram.length - 1]!
    const context = ngram.slice(0, -1).map((id) => `${id} `)
    const siblings = [...counts].filter(([key]) => key.startsWith(context.join('')))
    const lower = ngram.length === 1 ? 1 / RADIX : this.probability(ngram.slice(1))
    if (siblings.length === 0) return lower
    let total = 0
    let taken = 0
    for (const [, count] of siblings) {
      total += count
      taken += discounts[Math.min(count, 3)]!
    }
    const count = counts.get(ngram.join(' ')) ?? 0
    return (count - discounts[Math.min(count, 3)]!) / total + (taken / total) * lower
  }
}

/** All sequences of `length` ids. */
export function* sequences(length: number, radix = RADIX): Generator<number[]> {
  for (let key = 0; key < radix ** length; key++) yield ngramOf(key, length, radix)
}

/** Contexts of up to `order - 1` words after which the probabilities do not sum to 1, with their sums. */
export function leakingContexts(orders: readonly EstimatedOrder[], tolerance: number): string[] {
  const leaks: string[] = []
  const { radix } = orders[0]!
  for (let length = 0; length < orders.length; length++) {
    for (const context of sequences(length, radix)) {
      let sum = 0
      for (let word = 0; word < radix; word++) {
        sum += Math.exp(backOffLogProb(orders, keyOf([...context, word], radix), length + 1))
      }
      if (!(Math.abs(sum - 1) <= tolerance)) leaks.push(`[${context.join(' ')}] ${sum}`)
    }
  }
  return leaks
}
