import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { BOUNDARY_ID as B } from '../../src/lm/symbols.ts'
import {
  backOffLogProb,
  continuationCounts,
  type EstimatedOrder,
  type EstimateOptions,
  estimate,
  logBackOff,
  rowOf,
} from '../../src/training/estimate.ts'
import { countNgrams, type WeightedIds } from '../../src/training/ngrams.ts'
import {
  anySources,
  countsOf,
  keyOf,
  leakingContexts,
  ngramOf,
  RADIX,
  SlowEstimate,
  sequences,
  slowCounts,
} from './oracle.ts'

const source = (ids: readonly number[], weight = 1): WeightedIds => ({ ids: Uint16Array.from(ids), weight })
const countAll = (sources: readonly WeightedIds[], order: number) =>
  Array.from({ length: order }, (_, n) => countNgrams(sources, n + 1, RADIX))

function estimated(
  sources: readonly WeightedIds[],
  order: number,
  options: Partial<EstimateOptions> = {},
): EstimatedOrder[] {
  return estimate(countAll(sources, order), { cutOffs: [], lowerOrders: 'plain', ...options })
}

const probabilityOf = (orders: readonly EstimatedOrder[], ...ngram: number[]) =>
  Math.exp(backOffLogProb(orders, keyOf(ngram), ngram.length))

const SENTENCES = source([B, 7, 8, B, 7, 8, B, 7, 9, B])

describe('estimates by hand', () => {
  // Of the unigrams one each is seen once, twice, three and four times: equation (26) gives
  const [once, twice, often] = [1 - 2 / 3, 2 - 3 / 3, 3 - 4 / 3]
  const total = 4 + 3 + 2 + 1
  const taken = often + often + twice + once
  const share = taken / total / RADIX
  const orders = estimated([SENTENCES], 2)

  it('give unigrams what is left of their counts and a share of what was taken', () => {
    expect(probabilityOf(orders, B)).toBeCloseTo((4 - often) / total + share, 6)
    expect(probabilityOf(orders, 7)).toBeCloseTo((3 - often) / total + share, 6)
    expect(probabilityOf(orders, 8)).toBeCloseTo((2 - twice) / total + share, 6)
    expect(probabilityOf(orders, 9)).toBeCloseTo((1 - once) / total + share, 6)
    expect(probabilityOf(orders, 5)).toBeCloseTo(share, 6)
  })

  it('mix what is left of a pair with its last word alone', () => {
    // Two pairs are seen once, two twice, one three times, none four times; "7 8" twice, "7 9" once.
    const [d1, d2] = [1 - (2 / 6) * 2 * (2 / 2), 2 - (2 / 6) * 3 * (1 / 2)]
    const back = (d2 + d1) / 3
    expect(probabilityOf(orders, 7, 8)).toBeCloseTo((2 - d2) / 3 + back * ((2 - twice) / total + share), 6)
    expect(probabilityOf(orders, 7, 9)).toBeCloseTo((1 - d1) / 3 + back * ((1 - once) / total + share), 6)
    expect(probabilityOf(orders, 7, B)).toBeCloseTo(back * ((4 - often) / total + share), 6)
  })

  it('fall back with weight 1 on a context never seen', () => {
    expect(probabilityOf(orders, 5, 8)).toBeCloseTo(probabilityOf(orders, 8), 12)
  })
})

describe('continuation counts', () => {
  const continuations = (sources: readonly WeightedIds[], order: number) => {
    const raw = countAll(sources, order + 1)
    return Object.fromEntries(countsOf(continuationCounts(raw[order - 1]!, raw[order]!)))
  }

  it('of words are their different left neighbours', () => {
    // 7 stands behind B and 9, 8 behind 7 only, however often.
    expect(continuations([source([B, 7, 8, B, 7, 8, B, 9, 7, 8, B], 5)], 1)).toEqual({
      [B]: 1,
      7: 2,
      8: 1,
      9: 1,
    })
  })

  it('of the end of a sentence are the words it stands behind, not the number of sentences', () => {
    expect(continuations([source([B, 7, B, 7, B, 8, B, 7, B], 3)], 1)[B]).toBe(2)
  })

  it('of what opens a sentence are its occurrences: nothing stands before', () => {
    expect(continuations([source([B, 7, 8, B, 7, 9, B], 3)], 2)).toEqual({
      '1 7': 6,
      '7 8': 1,
      '7 9': 1,
      '8 1': 1,
      '9 1': 1,
    })
  })
})

describe.each(['kneser-ney', 'plain'] as const)('with %s lower orders', (lowerOrders) => {
  test.each([2, 3])('an estimate of order %i is what the recursion of the paper says', (order) => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const raw = Array.from({ length: order }, (_, n) => slowCounts(sources, n + 1))
        const slow = new SlowEstimate(raw, lowerOrders)
        const orders = estimated(sources, order, { lowerOrders })
        let worst = 0
        for (const ngram of sequences(order)) {
          const expected = Math.log(slow.probability(ngram))
          worst = Math.max(worst, Math.abs(backOffLogProb(orders, keyOf(ngram), order) - expected))
        }
        expect(worst).toBeLessThan(1e-4)
      }),
      { numRuns: order === 2 ? 40 : 8 },
    )
  })

  it('the probabilities after any context sum to 1, with and without cut-offs', () => {
    fc.assert(
      fc.property(
        anySources,
        fc.constantFrom([], [1, 2, 2], [1, 1, 3], [1, 4, 4], [1, 99, 99]),
        (sources, cutOffs) => {
          expect(leakingContexts(estimated(sources, 3, { lowerOrders, cutOffs }), 1e-4)).toEqual([])
        },
      ),
      { numRuns: 15 },
    )
  })

  it('cut-offs leave out rows by their occurrences, and nothing else', () => {
    fc.assert(
      fc.property(anySources, fc.integer({ min: 1, max: 5 }), (sources, cutOff) => {
        const orders = estimated(sources, 3, { lowerOrders, cutOffs: [9, 1, cutOff] })
        const [, pairs, triples] = countAll(sources, 3)
        const kept = [...countsOf(triples!)].filter(([, count]) => count >= cutOff)
        expect([...orders[2]!.keys]).toEqual(kept.map(([ngram]) => keyOf(ngram.split(' ').map(Number))))
        expect([...orders[2]!.counts]).toEqual(kept.map(([, count]) => count))
        expect(orders[1]!.keys).toEqual(pairs!.keys)
        expect(orders[0]!.keys).toHaveLength(RADIX)
      }),
      { numRuns: 50 },
    )
  })

  it('of a corpus without a word every word is as likely as every other', () => {
    const orders = estimated([source([B, B])], 3, { lowerOrders })
    expect(leakingContexts(orders, 1e-4)).toEqual([])
    expect(probabilityOf(orders, 7)).toBeCloseTo(probabilityOf(orders, 9), 12)
  })
})

it('weights count like repetitions', () => {
  const twice = estimated([SENTENCES, SENTENCES], 3, { lowerOrders: 'plain' })
  const heavy = estimated([{ ...SENTENCES, weight: 2 }], 3, { lowerOrders: 'plain' })
  expect(heavy).toEqual(twice)
})

describe('rowOf', () => {
  it('finds every row and no other', () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const table = estimated(sources, 2)[1]!
        for (let key = 0; key < RADIX ** 2; key++) expect(rowOf(table, key)).toBe(table.keys.indexOf(key))
      }),
      { numRuns: 30 },
    )
  })

  it('finds the rows of a first word together', () => {
    const table = estimated([SENTENCES], 2)[1]!
    const rows = Array.from(table.keys, (key) => ngramOf(key, 2).join(' '))
    expect(rows.slice(table.firstRow[7], table.firstRow[8])).toEqual(['7 8', '7 9'])
    expect(table.firstRow[RADIX]).toBe(table.keys.length)
  })
})

describe('logBackOff', () => {
  it('gives the rest of the context what the rest has below', () => {
    expect(logBackOff(0.75, 0.5)).toBeCloseTo(Math.log(0.25 / 0.5), 12)
    expect(logBackOff(0, 0)).toBe(0)
  })

  it('is finite where nothing is left', () => {
    expect(logBackOff(1, 0.5)).toBeCloseTo(Math.log(1e-7 / 0.5), 9)
    expect(logBackOff(1 + 1e-12, 1 + 1e-12)).toBe(0)
  })
})
