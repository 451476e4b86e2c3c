/**
 * The n-gram model as it is queried: a trie of sorted columns, ids only.
 *
 * Rows of order n+1 that continue row r of order n stand together, sorted by id: `[next[r], next[r + 1])`.
 * Readings of one toneless key are neighbouring ids, hence neighbouring rows: one binary search finds them all.
 */

/** One order above the unigrams. */
export interface NgramLevel {
  /** Last word of each row. */
  readonly word: Uint16Array
  /** Code of ln P(last word | context) in `logProbOf`. */
  readonly prob: Uint8Array
  readonly logProbOf: Float32Array
  /** Code of the ln back-off weight of the row as a context in `logBowOf`; empty on the highest order. */
  readonly bow: Uint8Array
  readonly logBowOf: Float32Array
  /** First row of the next order under each row, one more than rows; empty on the highest order. */
  readonly next: Uint32Array
}

/** A back-off model of order 2 or more. Log probabilities are natural. */
export interface NgramTable {
  readonly order: number
  /** ln P(word), by id. */
  readonly unigram: Float32Array
  /** ln back-off weight by id. */
  readonly unigramBow: Float32Array
  /** First bigram row under each id, one more than ids. */
  readonly unigramNext: Uint32Array
  /** Bigrams first. */
  readonly levels: readonly NgramLevel[]
}

/** Row of `id` among the sorted rows `[low, high)`, or the complement (`~`) of where it would stand. */
export function findRow(word: Uint16Array, id: number, low: number, high: number): number {
  let lo = low
  let hi = high
  while (lo < hi) {
    const middle = (lo + hi) >>> 1
    const value = word[middle] as number
    if (value < id) lo = middle + 1
    else if (value > id) hi = middle
    else return middle
  }
  return ~lo
}
