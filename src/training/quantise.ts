/**
 * Trained orders → the queryable table: log probabilities as one byte, rows as columns of a trie.
 */
import type { NgramLevel, NgramTable } from '../lm/table.ts'
import { type EstimatedOrder, rowOf } from './estimate.ts'

/** Codes of a column of values and what each code stands for. */
interface Quantised {
  readonly codes: Uint8Array
  readonly values: Float32Array
}

const LEVELS = 256

/**
 * Evenly spaced levels between the extremes of the column: over a range of 14 nats the error is below 0.03 nats,
 * which no decision notices. Code 0 is the lowest value.
 */
export function quantise(column: Float32Array): Quantised {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const value of column) {
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low > high) return { codes: new Uint8Array(0), values: new Float32Array(LEVELS) }
  const step = (high - low) / (LEVELS - 1)
  const values = Float32Array.from({ length: LEVELS }, (_, code) => low + code * step)
  const codes = Uint8Array.from(column, (value) => (step === 0 ? 0 : Math.round((value - low) / step)))
  return { codes, values }
}

/** First row of `above` under each row of `table`. */
function nextRows(table: EstimatedOrder, above: EstimatedOrder): Uint32Array {
  const next = new Uint32Array(table.keys.length + 1)
  for (let i = 0; i < above.keys.length; i++) {
    const row = rowOf(table, Math.floor((above.keys[i] as number) / table.radix))
    if (row < 0) throw new Error(`expected the context of row ${i} of order ${above.order} to be kept`)
    next[row + 1] = (next[row + 1] as number) + 1
  }
  for (let row = 0; row < table.keys.length; row++) {
    next[row + 1] = (next[row + 1] as number) + (next[row] as number)
  }
  return next
}

/** The table of a trained model; ids must fit 16 bits. */
export function buildTable(orders: readonly EstimatedOrder[]): NgramTable {
  const unigrams = orders[0] as EstimatedOrder
  const levels: NgramLevel[] = []
  for (let n = 2; n <= orders.length; n++) {
    const table = orders[n - 1] as EstimatedOrder
    const above = orders[n]
    const prob = quantise(table.logProb)
    const bow = quantise(above === undefined ? new Float32Array(0) : table.logBow)
    levels.push({
      word: Uint16Array.from(table.keys, (key) => key % table.radix),
      prob: prob.codes,
      logProbOf: prob.values,
      bow: bow.codes,
      logBowOf: bow.values,
      next: above === undefined ? new Uint32Array(0) : nextRows(table, above),
    })
  }
  return {
    order: orders.length,
    unigram: unigrams.logProb,
    unigramBow: unigrams.logBow,
    unigramNext: nextRows(unigrams, orders[1] as EstimatedOrder),
    levels,
  }
}
