/**
 * Which n-grams to keep. An n-gram earns its bytes by what it adds to the likelihood of the training text, in nats:
 *
 *   gain = N(h,w)·Δ − N(h)·ln(1 + p′·(e^Δ − 1)),   Δ = ln P(w|h) − ln p′,   p′ = P(w|h) when (h,w) is left out
 *
 * the change of the likelihood of all continuations of h (Stolcke 1998, "Entropy-based Pruning of Backoff Language
 * Models", as a likelihood over counts instead of a divergence).
 */
import { backOffLogProb, type EstimatedOrder, logBackOff, rowOf } from './estimate.ts'

const likelihoodGain = (count: number, group: number, delta: number, share: number): number =>
  count * delta - group * Math.log(1 + Math.min(share, 1) * (Math.exp(delta) - 1))

/** Gains of all rows of one order in the likelihood of text. */
export function likelihoodGains(orders: readonly EstimatedOrder[], order: number): Float32Array {
  const table = orders[order - 1] as EstimatedOrder
  const context = orders[order - 2] as EstimatedOrder
  const { radix } = table
  const suffix = radix ** (order - 1)
  const gains = new Float32Array(table.keys.length)
  for (let i = 0; i < gains.length; i++) {
    const key = table.keys[i] as number
    const row = rowOf(context, Math.floor(key / radix))
    const lower =
      backOffLogProb(orders, key % suffix, order - 1) + (row >= 0 ? (context.logBow[row] as number) : 0)
    const delta = (table.logProb[i] as number) - lower
    const group = row >= 0 ? (context.counts[row] as number) : (table.counts[i] as number)
    gains[i] = likelihoodGain(table.counts[i] as number, group, delta, Math.exp(lower))
  }
  return gains
}

/** The rows of `table` marked in `keep`, back-off weights unset. */
function select(table: EstimatedOrder, keep: Uint8Array): EstimatedOrder {
  let n = 0
  for (const flag of keep) n += flag
  const keys = new Float64Array(n)
  const counts = new Uint32Array(n)
  const logProb = new Float32Array(n)
  const firstRow = new Uint32Array(table.radix + 1)
  const high = table.radix ** (table.order - 1)
  let at = 0
  for (let i = 0; i < keep.length; i++) {
    if (keep[i] === 0) continue
    keys[at] = table.keys[i] as number
    counts[at] = table.counts[i] as number
    logProb[at] = table.logProb[i] as number
    const word = Math.floor((keys[at] as number) / high)
    firstRow[word + 1] = (firstRow[word + 1] as number) + 1
    at++
  }
  for (let w = 0; w < table.radix; w++)
    firstRow[w + 1] = (firstRow[w + 1] as number) + (firstRow[w] as number)
  return { ...table, keys, counts, logProb, logBow: new Float32Array(n), firstRow }
}

/** Sets the back-off weights of every context so that its probabilities sum to 1 again. */
export function renormalise(orders: readonly EstimatedOrder[]): void {
  for (let n = 2; n <= orders.length; n++) {
    const table = orders[n - 1] as EstimatedOrder
    const context = orders[n - 2] as EstimatedOrder
    const suffix = table.radix ** (n - 1)
    context.logBow.fill(0)
    for (let from = 0; from < table.keys.length; ) {
      const prefix = Math.floor((table.keys[from] as number) / table.radix)
      let mass = 0
      let below = 0
      let to = from
      for (
        ;
        to < table.keys.length && Math.floor((table.keys[to] as number) / table.radix) === prefix;
        to++
      ) {
        mass += Math.exp(table.logProb[to] as number)
        below += Math.exp(backOffLogProb(orders, (table.keys[to] as number) % suffix, n - 1))
      }
      const row = rowOf(context, prefix)
      if (row >= 0) context.logBow[row] = logBackOff(mass, below)
      from = to
    }
  }
}

/**
 * Keeps what pays, and every context of what is kept.
 *
 * @param gains by order, bigrams first
 * @param threshold nats a row must gain
 */
export function prune(
  orders: readonly EstimatedOrder[],
  gains: readonly Float32Array[],
  threshold: number,
): EstimatedOrder[] {
  const kept: EstimatedOrder[] = [...orders]
  let above: EstimatedOrder | null = null
  for (let n = orders.length; n >= 2; n--) {
    const table = orders[n - 1] as EstimatedOrder
    const gain = gains[n - 2] as Float32Array
    const keep = new Uint8Array(table.keys.length)
    for (let i = 0; i < keep.length; i++) keep[i] = (gain[i] as number) >= threshold ? 1 : 0
    if (above !== null) {
      let last = -1
      for (let i = 0; i < above.keys.length; i++) {
        const prefix = Math.floor((above.keys[i] as number) / table.radix)
        if (prefix === last) continue
        last = prefix
        const row = rowOf(table, prefix)
        if (row >= 0) keep[row] = 1
      }
    }
    above = select(table, keep)
    kept[n - 1] = above
  }
  kept[0] = {
    ...(orders[0] as EstimatedOrder),
    logBow: new Float32Array((orders[0] as EstimatedOrder).radix),
  }
  renormalise(kept)
  return kept
}
