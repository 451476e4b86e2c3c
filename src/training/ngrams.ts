/**
 * n-grams counted by sorting: every window of n ids becomes one number below 2^53, numbers are sorted, runs are
 * counted. A few seconds for 10^8 words and no hash table.
 */
import { VanbanError } from '../errors.ts'
import { BOUNDARY_ID } from '../lm/symbols.ts'

/** Distinct n-grams of one order in ascending order, with how often each was seen. */
export interface NgramCounts {
  readonly order: number
  /** Vocabulary size, the radix of the keys. */
  readonly radix: number
  /** Key of (a, b, c) = (a·radix + b)·radix + c. */
  readonly keys: Float64Array
  readonly counts: Uint32Array
}

/** Ids of one source with the weight of an occurrence. */
export interface WeightedIds {
  readonly ids: Uint16Array
  readonly weight: number
}

/** @throws VanbanError `BAD_ARGUMENT` when keys of this order would not be exact integers */
export function checkRadix(order: number, radix: number): void {
  if (radix ** order > Number.MAX_SAFE_INTEGER) {
    throw new VanbanError(
      'BAD_ARGUMENT',
      'training',
      `A vocabulary of ${radix} words is too large for order ${order}: lower maxOthers or the order.`,
    )
  }
}

/**
 * Calls `visit(first, rest)` for every window of `order` ids in which a boundary stands only at either end;
 * `rest` is the key of the words behind the first.
 */
function eachWindow(
  ids: Uint16Array,
  order: number,
  radix: number,
  visit: (first: number, rest: number) => void,
): void {
  const high = radix ** (order - 2)
  let rest = 0
  // Words since (and counting) the last boundary.
  let run = 0
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as number
    rest = order === 1 ? 0 : (rest % high) * radix + id
    run++
    const twoBoundaries = id === BOUNDARY_ID && run === 2 && ids[i - 1] === BOUNDARY_ID
    if (run >= order && !twoBoundaries) visit(ids[i - order + 1] as number, rest)
    if (id === BOUNDARY_ID) run = 1
  }
}

/**
 * Counts one group of sources of equal weight: windows are dealt into buckets by their first word, each bucket is
 * sorted on its own, which stays within the processor's caches.
 */
function countGroup(group: readonly WeightedIds[], order: number, radix: number): NgramCounts {
  const bucketStart = new Float64Array(radix + 1)
  for (const { ids } of group) {
    eachWindow(ids, order, radix, (first) => {
      bucketStart[first + 1] = (bucketStart[first + 1] as number) + 1
    })
  }
  for (let word = 0; word < radix; word++) {
    bucketStart[word + 1] = (bucketStart[word + 1] as number) + (bucketStart[word] as number)
  }
  const size = bucketStart[radix] as number
  const rests = radix ** (order - 1) <= 2 ** 32 ? new Uint32Array(size) : new Float64Array(size)
  const cursor = bucketStart.slice()
  for (const { ids } of group) {
    eachWindow(ids, order, radix, (first, rest) => {
      const at = cursor[first] as number
      rests[at] = rest
      cursor[first] = at + 1
    })
  }
  let distinct = 0
  for (let word = 0; word < radix; word++) {
    const bucket = rests.subarray(bucketStart[word] as number, bucketStart[word + 1] as number).sort()
    for (let i = 0; i < bucket.length; i++) if (i === 0 || bucket[i] !== bucket[i - 1]) distinct++
  }
  const keys = new Float64Array(distinct)
  const counts = new Uint32Array(distinct)
  const weight = group[0]?.weight ?? 1
  const high = radix ** (order - 1)
  let row = -1
  for (let word = 0; word < radix; word++) {
    const to = bucketStart[word + 1] as number
    for (let i = bucketStart[word] as number, first = i; i < to; i++) {
      if (i === first || rests[i] !== rests[i - 1]) keys[++row] = word * high + (rests[i] as number)
      counts[row] = (counts[row] as number) + weight
    }
  }
  return { order, radix, keys, counts }
}

/** Sorts `keys` in place and counts runs, each occurrence worth `weight`. */
export function countRuns(keys: Float64Array, order: number, radix: number, weight: number): NgramCounts {
  keys.sort()
  let distinct = 0
  for (let i = 0; i < keys.length; i++) if (i === 0 || keys[i] !== keys[i - 1]) distinct++
  const unique = new Float64Array(distinct)
  const counts = new Uint32Array(distinct)
  let row = -1
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number
    if (i === 0 || key !== keys[i - 1]) unique[++row] = key
    counts[row] = (counts[row] as number) + weight
  }
  return { order, radix, keys: unique, counts }
}

/** Adds two tables of the same order; both sorted, so one walk. */
export function mergeCounts(a: NgramCounts, b: NgramCounts): NgramCounts {
  const keys = new Float64Array(a.keys.length + b.keys.length)
  const counts = new Uint32Array(keys.length)
  let n = 0
  let i = 0
  let j = 0
  while (i < a.keys.length || j < b.keys.length) {
    const x = i < a.keys.length ? (a.keys[i] as number) : Number.POSITIVE_INFINITY
    const y = j < b.keys.length ? (b.keys[j] as number) : Number.POSITIVE_INFINITY
    keys[n] = x < y ? x : y
    counts[n++] = (x <= y ? (a.counts[i] as number) : 0) + (y <= x ? (b.counts[j] as number) : 0)
    if (x <= y) i++
    if (y <= x) j++
  }
  return { order: a.order, radix: a.radix, keys: keys.slice(0, n), counts: counts.slice(0, n) }
}

/** Counts the n-grams of one order over all sources. Sources of equal weight are sorted together. */
export function countNgrams(sources: readonly WeightedIds[], order: number, radix: number): NgramCounts {
  checkRadix(order, radix)
  let all: NgramCounts | null = null
  const weights = [...new Set(sources.map((source) => source.weight))].sort((x, y) => x - y)
  for (const weight of weights) {
    const group = sources.filter((source) => source.weight === weight)
    const counted = countGroup(group, order, radix)
    all = all === null ? counted : mergeCounts(all, counted)
  }
  return all ?? { order, radix, keys: new Float64Array(0), counts: new Uint32Array(0) }
}

/** Row of `key` in a sorted column between `low` and `high`, or -1. */
export function findKey(keys: Float64Array, key: number, low = 0, high = keys.length): number {
  let lo = low
  let hi = high
  while (lo < hi) {
    const middle = (lo + hi) >>> 1
    const value = keys[middle] as number
    if (value < key) lo = middle + 1
    else if (value > key) hi = middle
    else return middle
  }
  return -1
}
