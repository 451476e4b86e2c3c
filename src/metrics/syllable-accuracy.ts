// Syllable accuracy: the measure of diacritic restoration, where the words themselves are given.

import { canonical } from '../syllable/tone.ts'
import { fold } from '../unicode/fold.ts'
import { TokenKind, tokenise } from '../unicode/tokenise.ts'
import { alignWords } from './align.ts'
import { errorRate } from './rate.ts'

/** How many words of the truth were restored exactly. */
export interface SyllableAccuracy {
  /** Words of letters in the truth; numbers and punctuation are not counted. */
  readonly syllables: number
  readonly right: number
  /** `right / syllables`, 1 for a truth without words. */
  readonly accuracy: number
}

/** The words of letters, lower case, tone marks in their canonical place. */
function canonicalWords(text: string): string[] {
  const table = tokenise(text)
  const words: string[] = []
  for (let i = 0; i < table.count; i++) {
    if (table.kind[i] === TokenKind.WORD) {
      words.push(canonical(text.slice(table.start[i], table.start[i + 1])))
    }
  }
  return words
}

/**
 * Compares a restored text with the truth word by word, without regard to case and to the placement of the
 * tone mark. When both have the same words but for their marks they are compared in step; otherwise they are
 * aligned first, and a truth word without a partner counts as wrong.
 *
 * @example
 * syllableAccuracy('Kế hoạch hòa bình', 'KẾ HOẠCH hoà binh').accuracy // 0.75
 */
export function syllableAccuracy(truth: string, hypothesis: string): SyllableAccuracy {
  const expected = canonicalWords(truth)
  const got = canonicalWords(hypothesis)
  const inStep = expected.length === got.length && expected.every((word, i) => fold(word) === fold(got[i]!))
  const match = inStep ? null : alignWords(expected, got).match
  let right = 0
  for (let i = 0; i < expected.length; i++) {
    const j = match === null ? i : match[i]!
    if (j >= 0 && got[j] === expected[i]) right++
  }
  const syllables = expected.length
  return { syllables, right, accuracy: 1 - errorRate(syllables - right, syllables) }
}
