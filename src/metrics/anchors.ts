// Places where two long texts surely correspond: runs of three toneless keys that occur once in each,
// thinned to the longest chain in order (patience sorting). Long documents are cut there before aligning.

import type { InternedWords } from './word-cost.ts'

/** Pairs of positions, both ascending. */
export interface Anchors {
  readonly truth: Int32Array
  readonly hypothesis: Int32Array
}

const SEEN_TWICE = -1

/** Start of each run of three keys that occurs exactly once, by run. */
function uniqueRuns(ids: Int32Array, words: InternedWords): Map<number, number> {
  const { keyOfWord } = words
  const base = words.keys.length
  const runs = new Map<number, number>()
  for (let i = 0; i + 2 < ids.length; i++) {
    const a = keyOfWord[ids[i]!]!
    const b = keyOfWord[ids[i + 1]!]!
    const c = keyOfWord[ids[i + 2]!]!
    // Exact below 2⁵³ (200,000 distinct keys); beyond, rare collisions only cost an anchor.
    const run = (a * base + b) * base + c
    runs.set(run, runs.has(run) ? SEEN_TWICE : i)
  }
  return runs
}

/** The longest chain of corresponding unique runs. */
export function findAnchors(words: InternedWords): Anchors {
  const inHypothesis = uniqueRuns(words.hypothesis, words)
  const truthAt: number[] = []
  const hypothesisAt: number[] = []
  for (const [run, at] of uniqueRuns(words.truth, words)) {
    const other = inHypothesis.get(run)
    if (at !== SEEN_TWICE && other !== undefined && other !== SEEN_TWICE) {
      truthAt.push(at)
      hypothesisAt.push(other)
    }
  }
  // A Map keeps first-insertion order, so truthAt is ascending; the longest ascending subsequence of the
  // other side is the chain. An anchor out of step with both its neighbours is chance, not correspondence.
  const chain = longestAscending(hypothesisAt)
  const shift = (k: number | undefined) => (k === undefined ? Number.NaN : hypothesisAt[k]! - truthAt[k]!)
  const kept = chain.filter((k, at) => shift(k) === shift(chain[at - 1]) || shift(k) === shift(chain[at + 1]))
  return {
    truth: Int32Array.from(kept, (k) => truthAt[k]!),
    hypothesis: Int32Array.from(kept, (k) => hypothesisAt[k]!),
  }
}

/** Indices of a longest strictly ascending subsequence. */
function longestAscending(values: readonly number[]): number[] {
  const tails: number[] = []
  const previous = new Int32Array(values.length).fill(-1)
  for (let k = 0; k < values.length; k++) {
    let lo = 0
    let hi = tails.length
    while (lo < hi) {
      const mid = (lo + hi) >> 1
      if (values[tails[mid]!]! < values[k]!) lo = mid + 1
      else hi = mid
    }
    if (lo > 0) previous[k] = tails[lo - 1]!
    tails[lo] = k
  }
  const chain: number[] = []
  for (let k = tails.at(-1) ?? -1; k >= 0; k = previous[k]!) chain.push(k)
  return chain.reverse()
}
