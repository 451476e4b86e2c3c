// Alignment of long texts that offer no place to cut at (a form repeated a thousand times): a window moves
// along both, and of each window only the first half of the alignment is kept.

import { alignExactly, type WordRange } from './banded.ts'
import type { InternedWords, WordCosts } from './word-cost.ts'

/** Words in the window on each side: gaps of up to half of it are bridged. */
const WINDOW_WORDS = 512

/** Writes the alignment of the range into `match`; time is linear in its length. */
export function alignSliding(
  words: InternedWords,
  range: WordRange,
  costs: WordCosts,
  match: Int32Array,
): void {
  const { truthEnd, hypothesisEnd } = range
  let { truthStart, hypothesisStart } = range
  while (truthStart < truthEnd && hypothesisStart < hypothesisEnd) {
    const window: WordRange = {
      truthStart,
      truthEnd: Math.min(truthEnd, truthStart + WINDOW_WORDS),
      hypothesisStart,
      hypothesisEnd: Math.min(hypothesisEnd, hypothesisStart + WINDOW_WORDS),
    }
    alignExactly(words, window, costs, match)
    if (window.truthEnd === truthEnd && window.hypothesisEnd === hypothesisEnd) return
    const half = Math.ceil((window.truthEnd - truthStart) / 2)
    let last = truthStart + half - 1
    while (last >= truthStart && match[last]! < 0) last--
    if (last >= truthStart) {
      truthStart = last + 1
      hypothesisStart = match[last]! + 1
    } else {
      truthStart += half
      hypothesisStart += half
    }
  }
  match.fill(-1, truthStart, truthEnd)
}
