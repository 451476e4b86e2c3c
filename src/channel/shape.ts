/** What the letters of a chunk tell before any search. */

import { baseLetter, isVowelLetter } from './backoff.ts'

const CONSONANTS = 'bcdghjklmnpqrstvxBCDGHJKLMNPQRSTVX'

/** The groups of vowels of a chunk, as far as a neighbour can join them. Digits, signs and `w` neither end nor begin one. */
export interface VowelGroups {
  readonly count: number
  /** No consonant stands before the first group: it may go on a group of the chunk before. */
  readonly opens: boolean
  /** No consonant stands behind the last group. */
  readonly closes: boolean
}

/** @param text a chunk, NFC */
export function vowelGroupsOf(text: string): VowelGroups {
  let count = 0
  let inside = false
  let opens = false
  let consonant = false
  for (let i = 0; i < text.length; i++) {
    const base = baseLetter(text.charAt(i))
    if (isVowelLetter(base)) {
      if (!inside && ++count === 1) opens = !consonant
      inside = true
    } else if (CONSONANTS.includes(base)) {
      inside = false
      consonant = true
    }
  }
  return { count, opens, closes: inside }
}

/**
 * Whether two neighbours joined have one group of vowels at most, as a syllable has, so that nearly all pairs need no
 * look-up as one split word (four of five on pages of a foreign engine, eleven of twelve else).
 */
export function mayBeOneSyllable(left: VowelGroups, right: VowelGroups): boolean {
  const shared = left.closes && right.opens ? 1 : 0
  return left.count + right.count - shared <= 1
}
