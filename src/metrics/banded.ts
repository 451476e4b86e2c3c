// Least-cost alignment of two ranges of words inside a diagonal band, with the guarantee that tells whether
// the band was wide enough (Ukkonen 1985, "Algorithms for approximate string matching"). Time and memory are
// the size of the band, two bits a cell.

import type { InternedWords, WordCosts } from './word-cost.ts'

/** Cost of a dropped or inserted word. */
const GAP = 1

const PAIR = 0
const DROP = 1
const INSERT = 2

/** A range of truth words and the range of hypothesis words it is aligned with, both half-open. */
export interface WordRange {
  readonly truthStart: number
  readonly truthEnd: number
  readonly hypothesisStart: number
  readonly hypothesisEnd: number
}

/** Cells of one band, two bits each: 16 MB, half a second. Two texts of 8,000 words fit whatever they hold. */
const CELLS_MAX = 2 ** 26

/** First band tried; wide enough for a page with a few lost or split words. */
const HALF_WIDTH_FIRST = 32

/** Cells in the band of `halfWidth` around the diagonals that join the two corners. */
function bandCells(n: number, m: number, halfWidth: number): number {
  const width = Math.abs(n - m) + 2 * halfWidth + 1
  return (n + 1) * Math.min(width, m + 1)
}

/**
 * Aligns the range inside the band and writes, for each truth word, the position of its hypothesis word or
 * −1 into `match`. Returns the cost. When it is below `|n − m| + 2·(halfWidth + 1)` no alignment outside
 * the band is as cheap: leaving the band takes at least so many gaps.
 *
 * Among alignments of equal cost, read from the end, a pair is preferred to a dropped word and that to an
 * inserted one.
 */
function alignInBand(
  words: InternedWords,
  range: WordRange,
  halfWidth: number,
  costs: WordCosts,
  match: Int32Array,
): number {
  const { truth, hypothesis } = words
  const { truthStart, hypothesisStart } = range
  const n = range.truthEnd - truthStart
  const m = range.hypothesisEnd - hypothesisStart
  const left = halfWidth + Math.max(0, n - m)
  const right = halfWidth + Math.max(0, m - n)
  const rowWidth = Math.min(left + right + 1, m + 1)

  const steps = new Uint8Array(Math.ceil(((n + 1) * rowWidth) / 4))
  // 32-bit sums on purpose: the reference scorer rounds so, and ties are broken alike.
  let above = new Float32Array(m + 2).fill(Number.POSITIVE_INFINITY)
  let row = new Float32Array(m + 2).fill(Number.POSITIVE_INFINITY)
  for (let j = 0; j <= Math.min(m, right); j++) above[j] = j * GAP

  for (let i = 1; i <= n; i++) {
    const lo = Math.max(0, i - left)
    const hi = Math.min(m, i + right)
    const cellBase = i * rowWidth - firstColumn(i, left, rowWidth, m)
    const word = truth[truthStart + i - 1]!
    const prices = costs.against(word)
    if (lo === 0) row[0] = i * GAP
    else row[lo - 1] = Number.POSITIVE_INFINITY
    for (let j = Math.max(1, lo); j <= hi; j++) {
      const other = hypothesis[hypothesisStart + j - 1]!
      let price = 0
      if (other !== word) {
        price = prices[other]!
        if (price === 0) price = costs.price(prices, word, other)
      }
      let best = above[j - 1]! + price
      let step = PAIR
      const drop = above[j]! + GAP
      if (drop < best) {
        best = drop
        step = DROP
      }
      const insert = row[j - 1]! + GAP
      if (insert < best) {
        best = insert
        step = INSERT
      }
      row[j] = best
      if (step !== PAIR) {
        const cell = cellBase + j
        // cells outnumber 2³¹/4 never (CELLS_MAX), so shifts are safe
        steps[cell >>> 2] = steps[cell >>> 2]! | (step << ((cell & 3) << 1))
      }
    }
    row[hi + 1] = Number.POSITIVE_INFINITY
    const swap = above
    above = row
    row = swap
  }

  const cost = above[m]!
  let i = n
  let j = m
  while (i > 0 || j > 0) {
    let step = i === 0 ? INSERT : j === 0 ? DROP : PAIR
    if (step === PAIR) {
      const cell = i * rowWidth - firstColumn(i, left, rowWidth, m) + j
      step = (steps[cell >>> 2]! >>> ((cell & 3) << 1)) & 3
    }
    if (step === PAIR) {
      match[truthStart + i - 1] = hypothesisStart + j - 1
      i--
      j--
    } else if (step === DROP) {
      match[truthStart + i - 1] = -1
      i--
    } else j--
  }
  return cost
}

/**
 * Aligns the range, widening the band until it provably holds the best alignment. False, with nothing useful
 * in `match`, when that band would exceed its limit; never for two ranges of up to 8,000 words.
 */
export function alignExactly(
  words: InternedWords,
  range: WordRange,
  costs: WordCosts,
  match: Int32Array,
): boolean {
  const n = range.truthEnd - range.truthStart
  const m = range.hypothesisEnd - range.hypothesisStart
  const surplus = Math.abs(n - m)
  let halfWidth = HALF_WIDTH_FIRST
  while (bandCells(n, m, halfWidth) <= CELLS_MAX) {
    const cost = alignInBand(words, range, halfWidth, costs, match)
    if (cost < surplus + 2 * (halfWidth + 1) || halfWidth >= Math.max(n, m)) return true
    // The cost found bounds the cost sought, and so the width that is surely enough.
    halfWidth = Math.min(Math.ceil((cost - surplus) / 2), halfWidth * 4)
  }
  return false
}

/** The column stored first in row i: the band's edge, or earlier where the band would overhang the matrix. */
function firstColumn(i: number, left: number, rowWidth: number, m: number): number {
  return Math.max(0, Math.min(i - left, m + 1 - rowWidth))
}
