import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { BOUNDARY_ID as B } from '../../src/lm/symbols.ts'
import { backOffLogProb, type EstimatedOrder, estimate, rowOf } from '../../src/training/estimate.ts'
import { countNgrams, type WeightedIds } from '../../src/training/ngrams.ts'
import { likelihoodGains, prune, renormalise } from '../../src/training/prune.ts'
import { anySources, keyOf, leakingContexts, ngramOf, RADIX } from './oracle.ts'

type LowerOrders = 'kneser-ney' | 'plain'

function estimated(sources: readonly WeightedIds[], lowerOrders: LowerOrders = 'plain'): EstimatedOrder[] {
  const raw = [1, 2, 3].map((order) => countNgrams(sources, order, RADIX))
  return estimate(raw, { cutOffs: [], lowerOrders })
}

const gainsOf = (orders: readonly EstimatedOrder[]) => [
  likelihoodGains(orders, 2),
  likelihoodGains(orders, 3),
]
const pruned = (orders: readonly EstimatedOrder[], threshold: number) =>
  prune(orders, gainsOf(orders), threshold)
const ngramsOf = ({ keys, order }: EstimatedOrder) => Array.from(keys, (key) => ngramOf(key, order).join(' '))

const SENTENCES: WeightedIds = {
  ids: Uint16Array.from([B, 7, 8, 9, B, 7, 8, 9, B, 7, 8, 6, B, 5, 8, 9, B]),
  weight: 1,
}

describe('likelihoodGains', () => {
  /** Two words besides the symbols, one pair; ln values are free to choose. */
  const byHand = (pair: number, below: number, logBow: number): EstimatedOrder[] => {
    const radix = 3
    const firstRow = Uint32Array.of(0, 1, 2, 3)
    const logProb = Float32Array.of(-4, -2, below)
    const counts = Uint32Array.of(1, 8, 5)
    return [
      {
        order: 1,
        radix,
        keys: Float64Array.of(0, 1, 2),
        counts,
        logProb,
        logBow: Float32Array.of(0, logBow, 0),
        firstRow,
      },
      {
        order: 2,
        radix,
        keys: Float64Array.of(keyOf([1, 2], radix)),
        counts: Uint32Array.of(3),
        logProb: Float32Array.of(pair),
        logBow: Float32Array.of(0),
        firstRow: Uint32Array.of(0, 0, 1, 1),
      },
    ]
  }

  it('are the formula: 3 of 8 occurrences of the context, from exp(-0.25 - 2) to exp(-1)', () => {
    const rise = -1 - (-0.25 + -2)
    const expected = 3 * rise - 8 * Math.log(1 + Math.exp(-0.25 + -2) * (Math.exp(rise) - 1))
    expect(likelihoodGains(byHand(-1, -2, -0.25), 2)[0]).toBeCloseTo(expected, 5)
  })

  it('are nothing where backing off says the same', () => {
    expect(likelihoodGains(byHand(-2.25, -2, -0.25), 2)[0]).toBe(0)
  })

  it('are negative where backing off says better', () => {
    expect(likelihoodGains(byHand(-4, -2, -0.25), 2)[0]).toBeLessThan(0)
  })

  it('are finite numbers for any corpus', () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        for (const gains of gainsOf(estimated(sources))) {
          expect([...gains].filter((gain) => !Number.isFinite(gain))).toEqual([])
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('prune', () => {
  it('with nothing to gain keeps all, and every probability', () => {
    const orders = estimated([SENTENCES])
    const kept = pruned(orders, Number.NEGATIVE_INFINITY)
    kept.forEach((table, n) => {
      expect(table.keys).toEqual(orders[n]!.keys)
      expect(table.logProb).toEqual(orders[n]!.logProb)
      table.logBow.forEach((bow, row) => {
        expect(bow).toBeCloseTo(orders[n]!.logBow[row]!, 4)
      })
    })
  })

  it('with too much to gain keeps single words', () => {
    const kept = pruned(estimated([SENTENCES]), Number.POSITIVE_INFINITY)
    expect(kept.map((table) => table.keys.length)).toEqual([RADIX, 0, 0])
    expect([...kept[0]!.logBow].every((bow) => bow === 0)).toBe(true)
    expect(backOffLogProb(kept, keyOf([B, 7, 8]), 3)).toBe(kept[0]!.logProb[8])
  })

  it('leaves what it was given as it was', () => {
    const orders = estimated([SENTENCES])
    const before = structuredClone(orders)
    pruned(orders, 0.5)
    expect(orders).toEqual(before)
  })

  test.each<LowerOrders>(['plain', 'kneser-ney'])(
    '%s: the probabilities after any context still sum to 1',
    (lowerOrders) => {
      fc.assert(
        fc.property(anySources, fc.constantFrom(-1, 0, 0.25, 1, 3), (sources, threshold) => {
          expect(leakingContexts(pruned(estimated(sources, lowerOrders), threshold), 1e-4)).toEqual([])
        }),
        { numRuns: 20 },
      )
    },
  )

  it('keeps what gains enough and the contexts of what is kept, nothing else', () => {
    fc.assert(
      fc.property(anySources, fc.constantFrom(-0.5, 0, 0.25, 1, 3), (sources, threshold) => {
        const orders = estimated(sources)
        const gains = gainsOf(orders)
        const enough = (n: number) =>
          ngramsOf(orders[n - 1]!).filter((_, row) => gains[n - 2]![row]! >= threshold)
        const triples = enough(3)
        const contexts = triples.map((ngram) => ngram.slice(0, ngram.lastIndexOf(' ')))
        const pairs = new Set([...enough(2), ...contexts])
        const kept = prune(orders, gains, threshold)
        expect(ngramsOf(kept[2]!)).toEqual(triples)
        expect(ngramsOf(kept[1]!)).toEqual(ngramsOf(orders[1]!).filter((ngram) => pairs.has(ngram)))
        expect(kept[0]!.keys).toEqual(orders[0]!.keys)
        for (const table of kept) {
          const original = orders[table.order - 1]!
          table.keys.forEach((key, row) => {
            expect(rowOf(table, key)).toBe(row)
            const from = rowOf(original, key)
            expect([table.logProb[row], table.counts[row]]).toEqual([
              original.logProb[from],
              original.counts[from],
            ])
          })
        }
      }),
      { numRuns: 40 },
    )
  })

  it('keeps less the more is asked', () => {
    fc.assert(
      fc.property(
        anySources,
        fc.double({ min: -2, max: 4, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (sources, low, step) => {
          const orders = estimated(sources)
          const [more, less] = [pruned(orders, low), pruned(orders, low + step)]
          less.forEach((table, n) => {
            const all = new Set(more[n]!.keys)
            expect([...table.keys].filter((key) => !all.has(key))).toEqual([])
          })
        },
      ),
      { numRuns: 30 },
    )
  })
})

it('renormalise mends any back-off weights', () => {
  const orders = estimated([SENTENCES])
  for (const table of orders) table.logBow.fill(-3)
  expect(leakingContexts(orders, 1e-4)).not.toEqual([])
  renormalise(orders)
  expect(leakingContexts(orders, 1e-4)).toEqual([])
})
