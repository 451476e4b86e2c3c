/**
 * Counts → smoothed probabilities: interpolated modified Kneser–Ney, order by order from the unigrams up.
 * Source: Chen and Goodman (1998), section 3; lower orders count distinct left neighbours instead of occurrences.
 */
import { BOUNDARY_ID } from '../lm/symbols.ts'
import { discountOf, estimateDiscounts } from './discount.ts'
import { countRuns, findKey, type NgramCounts } from './ngrams.ts'

/** One order of a back-off model while it is being trained. Rows ascend by key. */
export interface EstimatedOrder {
  readonly order: number
  readonly radix: number
  readonly keys: Float64Array
  /** Occurrences (weighted), for pruning. */
  readonly counts: Uint32Array
  /** Natural log of P(last word | the words before). */
  readonly logProb: Float32Array
  /** Natural log of the back-off weight of the row as a context; 0 until the next order is known. */
  readonly logBow: Float32Array
  /** Rows whose first word is w: `[firstRow[w], firstRow[w + 1])`. */
  readonly firstRow: Uint32Array
}

export interface EstimateOptions {
  /** Rows of order n counted fewer than `cutOffs[n - 1]` times are left out (their mass goes to the back-off). */
  readonly cutOffs: readonly number[]
  /** `kneser-ney`: lower orders count distinct left neighbours; `plain`: occurrences. */
  readonly lowerOrders: 'kneser-ney' | 'plain'
}

function firstRows(keys: Float64Array, order: number, radix: number): Uint32Array {
  const high = radix ** (order - 1)
  const rows = new Uint32Array(radix + 1)
  for (let i = 0; i < keys.length; i++) {
    const word = Math.floor((keys[i] as number) / high)
    rows[word + 1] = (rows[word + 1] as number) + 1
  }
  for (let w = 0; w < radix; w++) rows[w + 1] = (rows[w + 1] as number) + (rows[w] as number)
  return rows
}

/** Row of an n-gram in its order, or -1. */
export function rowOf(table: EstimatedOrder, key: number): number {
  const word = Math.floor(key / table.radix ** (table.order - 1))
  return findKey(table.keys, key, table.firstRow[word], table.firstRow[word + 1])
}

/** ln P of an n-gram of `order` words by the back-off recursion over the orders estimated so far. */
export function backOffLogProb(orders: readonly EstimatedOrder[], key: number, order: number): number {
  let sum = 0
  let rest = key
  for (let n = order; n > 1; n--) {
    const table = orders[n - 1] as EstimatedOrder
    const row = rowOf(table, rest)
    if (row >= 0) return sum + (table.logProb[row] as number)
    const context = orders[n - 2] as EstimatedOrder
    const contextRow = rowOf(context, Math.floor(rest / table.radix))
    if (contextRow >= 0) sum += context.logBow[contextRow] as number
    rest %= table.radix ** (n - 1)
  }
  return sum + ((orders[0] as EstimatedOrder).logProb[rest] as number)
}

/** Kneser–Ney counts of order n: distinct left neighbours, taken from the next order up. */
export function continuationCounts(table: NgramCounts, above: NgramCounts): NgramCounts {
  const { radix, order } = table
  const size = radix ** order
  const suffixes = new Float64Array(above.keys.length)
  for (let i = 0; i < suffixes.length; i++) suffixes[i] = (above.keys[i] as number) % size
  const runs = countRuns(suffixes, order, radix, 1)
  const counts = new Uint32Array(table.keys.length)
  const high = radix ** (order - 1)
  let j = 0
  for (let i = 0; i < counts.length; i++) {
    const key = table.keys[i] as number
    while (j < runs.keys.length && (runs.keys[j] as number) < key) j++
    const found = j < runs.keys.length && runs.keys[j] === key
    // Nothing stands before the start of a sentence: its occurrences count themselves. A boundary alone is also
    // the end of a sentence, and that has neighbours.
    const fromStart = order > 1 && Math.floor(key / high) === BOUNDARY_ID
    counts[i] = fromStart ? (table.counts[i] as number) : found ? (runs.counts[j] as number) : 1
  }
  return { ...table, counts }
}

/** Unigrams: every id gets a row, unseen ones the uniform share. */
function estimateUnigrams(adjusted: NgramCounts, raw: NgramCounts): EstimatedOrder {
  const { radix } = adjusted
  const keys = Float64Array.from({ length: radix }, (_, id) => id)
  const counts = new Uint32Array(radix)
  const discounts = estimateDiscounts(adjusted.counts)
  let total = 0
  let taken = 0
  for (const count of adjusted.counts) {
    total += count
    taken += discountOf(discounts, count)
  }
  const logProb = new Float32Array(radix).fill(Math.log(taken / total / radix))
  for (let i = 0; i < adjusted.keys.length; i++) {
    const id = adjusted.keys[i] as number
    const count = adjusted.counts[i] as number
    counts[id] = raw.counts[i] as number
    logProb[id] = Math.log((count - discountOf(discounts, count)) / total + taken / total / radix)
  }
  return {
    order: 1,
    radix,
    keys,
    counts,
    logProb,
    logBow: new Float32Array(radix),
    firstRow: firstRows(keys, 1, radix),
  }
}

/** One order above the unigrams; also sets the back-off weights of the order below. */
function estimateOrder(
  adjusted: NgramCounts,
  raw: NgramCounts,
  below: readonly EstimatedOrder[],
  cutOff: number,
): EstimatedOrder {
  const { order, radix } = adjusted
  const discounts = estimateDiscounts(adjusted.counts)
  let kept = 0
  for (let i = 0; i < raw.counts.length; i++) if ((raw.counts[i] as number) >= cutOff) kept++
  const keys = new Float64Array(kept)
  const counts = new Uint32Array(kept)
  const logProb = new Float32Array(kept)
  const context = below[order - 2] as EstimatedOrder
  const suffixSize = radix ** (order - 1)
  let n = 0
  let contextRow = 0
  for (let from = 0; from < adjusted.keys.length; ) {
    const prefix = Math.floor((adjusted.keys[from] as number) / radix)
    let total = 0
    let taken = 0
    let to = from
    for (; to < adjusted.keys.length && Math.floor((adjusted.keys[to] as number) / radix) === prefix; to++) {
      const count = adjusted.counts[to] as number
      total += count
      taken += discountOf(discounts, count)
    }
    let keptMass = 0
    let keptBelow = 0
    for (let i = from; i < to; i++) {
      if ((raw.counts[i] as number) < cutOff) continue
      const key = adjusted.keys[i] as number
      const count = adjusted.counts[i] as number
      const lower = Math.exp(backOffLogProb(below, key % suffixSize, order - 1))
      const p = (count - discountOf(discounts, count)) / total + (taken / total) * lower
      keys[n] = key
      counts[n] = raw.counts[i] as number
      logProb[n++] = Math.log(p)
      keptMass += p
      keptBelow += lower
    }
    while (contextRow < context.keys.length && (context.keys[contextRow] as number) < prefix) contextRow++
    if (contextRow < context.keys.length && context.keys[contextRow] === prefix) {
      context.logBow[contextRow] = logBackOff(keptMass, keptBelow)
    }
    from = to
  }
  return {
    order,
    radix,
    keys,
    counts,
    logProb,
    logBow: new Float32Array(kept),
    firstRow: firstRows(keys, order, radix),
  }
}

/** ln of the weight that makes a context's probabilities sum to 1. */
export function logBackOff(keptMass: number, keptBelow: number): number {
  // Guards against rounding when nearly everything is kept.
  return Math.log(Math.max(1 - keptMass, 1e-7)) - Math.log(Math.max(1 - keptBelow, 1e-7))
}

/** Estimates all orders from raw counts, lowest first. */
export function estimate(raw: readonly NgramCounts[], options: EstimateOptions): EstimatedOrder[] {
  const orders: EstimatedOrder[] = []
  for (let n = 1; n <= raw.length; n++) {
    const table = raw[n - 1] as NgramCounts
    const above = raw[n]
    const adjusted =
      above === undefined || options.lowerOrders === 'plain' ? table : continuationCounts(table, above)
    orders.push(
      n === 1
        ? estimateUnigrams(adjusted, table)
        : estimateOrder(adjusted, table, orders, options.cutOffs[n - 1] ?? 1),
    )
  }
  return orders
}
