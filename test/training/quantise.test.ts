import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLanguageModel } from '../../src/lm/binary.ts'
import { writeLanguageModel } from '../../src/lm/write-binary.ts'
import { backOffLogProb, estimate } from '../../src/training/estimate.ts'
import { countNgrams, type WeightedIds } from '../../src/training/ngrams.ts'
import { likelihoodGains, prune } from '../../src/training/prune.ts'
import { buildTable, quantise } from '../../src/training/quantise.ts'
import { entriesOf, modelAround, SlowModel, totalAfter } from '../lm/oracle.ts'
import { anySources, keyOf, ngramOf, RADIX, sequences } from './oracle.ts'

function estimated(sources: readonly WeightedIds[], order = 3) {
  const raw = Array.from({ length: order }, (_, n) => countNgrams(sources, n + 1, RADIX))
  return estimate(raw, { cutOffs: [], lowerOrders: 'plain' })
}

/** The most a value may be off, and what 32 bits add to it. */
const halfStep = (column: Float32Array) => (Math.max(...column) - Math.min(...column)) / 255 / 2 + 1e-5

describe('quantise', () => {
  it('spaces 256 levels evenly from the lowest value to the highest', () => {
    const { codes, values } = quantise(Float32Array.of(-255, 0, -1, -100.4, -100.6))
    expect([...codes]).toEqual([0, 255, 254, 155, 154])
    expect(values).toEqual(Float32Array.from({ length: 256 }, (_, code) => code - 255))
  })

  it('is exact for one value, however often', () => {
    const { codes, values } = quantise(Float32Array.of(-2.5, -2.5))
    expect(Array.from(codes, (code) => values[code])).toEqual([-2.5, -2.5])
  })

  it('of nothing is nothing', () => {
    expect(quantise(new Float32Array(0))).toEqual({ codes: new Uint8Array(0), values: new Float32Array(256) })
  })

  it('is never off by more than half a step, and keeps the order of values', () => {
    const value = fc.float({ min: -20, max: 0, noNaN: true })
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 300 }), (list) => {
        const column = Float32Array.from(list)
        const { codes, values } = quantise(column)
        const sorted = [...column.keys()].sort((a, b) => column[a]! - column[b]!)
        column.forEach((original, i) => {
          expect(Math.abs(values[codes[i]!]! - original)).toBeLessThanOrEqual(halfStep(column))
        })
        sorted.forEach((row, i) => {
          if (i > 0) expect(codes[row]!).toBeGreaterThanOrEqual(codes[sorted[i - 1]!]!)
        })
      }),
    )
  })
})

describe('buildTable', () => {
  it('holds every n-gram of the orders and no other, values within a step', () => {
    fc.assert(
      fc.property(anySources, fc.integer({ min: 2, max: 4 }), (sources, order) => {
        const orders = estimated(sources, order)
        const table = buildTable(orders)
        const entries = entriesOf(table)
        const expected = orders.flatMap(({ keys, order: n }) =>
          Array.from(keys, (key) => ngramOf(key, n).join(' ')),
        )
        expect(entries.map(([ngram]) => ngram.join(' ')).sort()).toEqual(expected.sort())
        expect(table.unigram).toEqual(orders[0]!.logProb)
        for (const [ngram, logProb, logBow] of entries) {
          const { keys, logProb: exact, logBow: exactBow } = orders[ngram.length - 1]!
          const row = keys.indexOf(keyOf(ngram))
          expect(Math.abs(logProb - exact[row]!)).toBeLessThanOrEqual(halfStep(exact))
          if (ngram.length < order)
            expect(Math.abs(logBow! - exactBow[row]!)).toBeLessThanOrEqual(halfStep(exactBow))
        }
      }),
      { numRuns: 25 },
    )
  })

  it('has no rows above single words for a corpus without pairs', () => {
    const table = buildTable(estimated([{ ids: Uint16Array.of(1, 1), weight: 1 }]))
    expect(entriesOf(table)).toHaveLength(RADIX)
    expect(table.levels.map((level) => level.next.length)).toEqual([1, 0])
  })

  it('refuses an n-gram whose context is gone', () => {
    const orders = estimated([{ ids: Uint16Array.of(1, 7, 8, 1), weight: 1 }])
    const [words, pairs, triples] = orders
    const without = prune(orders, [new Float32Array(pairs!.keys.length), new Float32Array(9)], 1)[1]!
    expect(() => buildTable([words!, without, triples!])).toThrow(
      'expected the context of row 0 of order 3 to be kept',
    )
  })

  it('survives the file: pruned, quantised, written and read, the model says what was estimated', () => {
    fc.assert(
      fc.property(anySources, fc.constantFrom(-1, 0, 0.5), (sources, threshold) => {
        const orders = estimated(sources)
        const gains = [likelihoodGains(orders, 2), likelihoodGains(orders, 3)]
        const kept = prune(orders, gains, threshold)
        const { table } = readLanguageModel(writeLanguageModel(modelAround(buildTable(kept))))
        const model = new SlowModel(entriesOf(table), 3)
        let worst = 0
        for (const ngram of sequences(3)) {
          const said = model.logProb(ngram.slice(0, 2), ngram[2]!)
          worst = Math.max(worst, Math.abs(said - backOffLogProb(kept, keyOf(ngram), 3)))
        }
        // At most one step of each column on the way down.
        expect(worst).toBeLessThan(0.12)
        for (const context of sequences(2))
          expect(Math.abs(totalAfter(model, RADIX, context) - 1)).toBeLessThan(0.13)
      }),
      { numRuns: 15 },
    )
  })
})
