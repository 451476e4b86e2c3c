// Word alignment: which word of the hypothesis stands for which word of the truth. Exact for documents of
// ordinary length; longer ones are cut at anchors first, so that time and memory stay bounded.

import { type Anchors, findAnchors } from './anchors.ts'
import { alignExactly, type WordRange } from './banded.ts'
import { alignSliding } from './sliding.ts'
import { internWords, WordCosts } from './word-cost.ts'

/** Longer texts are cut at anchors, where they have any: ten pages take a third of a second uncut. */
const WORDS_UNCUT_MAX = 4096

/** An alignment of two word lists. */
export interface WordAlignment {
  /** For each truth word the position of its hypothesis word, ascending, or −1 when it was dropped. */
  readonly match: Int32Array
  /** Hypothesis words that stand for no truth word. */
  readonly inserted: number
  /** Truth words nothing stands for. */
  readonly dropped: number
}

/**
 * Aligns two texts word by word at least cost: an equal pair costs nothing, a pair that differs in marks
 * and case only 0.2, rising to 2 for words with nothing in common; a dropped or an inserted word costs 1.
 *
 * @param truth Words in order; any strings, compared as they are.
 * @param hypothesis Words in order.
 * @returns Exact up to 4,096 words; longer texts are cut where three words in a row that occur once in each
 *   correspond, and above 8,000 words without such a place through a sliding window.
 *
 * @example
 * alignWords(['Ủy', 'ban', 'nhân', 'dân'], ['Uy', 'nhan', 'dan']).match // Int32Array [0, -1, 1, 2]
 */
export function alignWords(truth: readonly string[], hypothesis: readonly string[]): WordAlignment {
  const words = internWords(truth, hypothesis)
  const costs = new WordCosts(words)
  const match = new Int32Array(truth.length).fill(-1)
  let anchors: Anchors | undefined

  const pending: WordRange[] = [
    { truthStart: 0, truthEnd: truth.length, hypothesisStart: 0, hypothesisEnd: hypothesis.length },
  ]
  for (let range = pending.pop(); range !== undefined; range = pending.pop()) {
    const rest = trim(words.truth, words.hypothesis, range, match)
    if (rest === null) continue
    const { truthStart, truthEnd, hypothesisStart, hypothesisEnd } = rest
    const long = Math.min(truthEnd - truthStart, hypothesisEnd - hypothesisStart) > WORDS_UNCUT_MAX
    if (long) anchors ??= findAnchors(words)
    const cut = long && anchors !== undefined ? anchorInside(rest, anchors) : undefined
    if (cut !== undefined) pending.push(...split(rest, cut))
    else if (!alignExactly(words, rest, costs, match)) alignSliding(words, rest, costs, match)
  }

  let paired = 0
  for (let i = 0; i < match.length; i++) if (match[i]! >= 0) paired++
  return { match, inserted: hypothesis.length - paired, dropped: truth.length - paired }
}

/** Pairs equal words at both ends; null when nothing is left to align on one of the sides. */
function trim(
  truth: Int32Array,
  hypothesis: Int32Array,
  range: WordRange,
  match: Int32Array,
): WordRange | null {
  let { truthStart, truthEnd, hypothesisStart, hypothesisEnd } = range
  const open = () => truthStart < truthEnd && hypothesisStart < hypothesisEnd
  while (open() && truth[truthEnd - 1] === hypothesis[hypothesisEnd - 1]) match[--truthEnd] = --hypothesisEnd
  while (open() && truth[truthStart] === hypothesis[hypothesisStart]) match[truthStart++] = hypothesisStart++
  return open() ? { truthStart, truthEnd, hypothesisStart, hypothesisEnd } : null
}

/** The anchor nearest to the middle of the range that leaves words on both sides of the cut. */
function anchorInside(range: WordRange, anchors: Anchors): [number, number] | undefined {
  const half = (range.truthStart + range.truthEnd) >>> 1
  let best = -1
  for (let k = 0; k < anchors.truth.length; k++) {
    const i = anchors.truth[k]!
    const j = anchors.hypothesis[k]!
    if (i <= range.truthStart || i >= range.truthEnd) continue
    if (j <= range.hypothesisStart || j >= range.hypothesisEnd) continue
    if (best < 0 || Math.abs(i - half) < Math.abs(anchors.truth[best]! - half)) best = k
  }
  return best < 0 ? undefined : [anchors.truth[best]!, anchors.hypothesis[best]!]
}

function split(range: WordRange, [truthCut, hypothesisCut]: [number, number]): WordRange[] {
  return [
    { ...range, truthStart: truthCut, hypothesisStart: hypothesisCut },
    { ...range, truthEnd: truthCut, hypothesisEnd: hypothesisCut },
  ]
}
