/** What the letters of a chunk tell before any search. */
import { baseLetter, isVowelLetter } from './backoff.ts'

const CONSONANT = /^[bcdghjklmnpqrstvx]$/i

/**
 * Whether a chunk has one group of vowels at most, as a syllable has: two words run together show two, so that
 * nearly all pairs of neighbours need no look-up as one split word (four of five on pages of a foreign engine, eleven
 * of twelve else). Digits, signs and `w` neither end a group nor begin one.
 *
 * @param text a chunk, or two neighbours joined, NFC
 */
export function mayBeOneSyllable(text: string): boolean {
  let groups = 0
  let inside = false
  for (let i = 0; i < text.length; i++) {
    const base = baseLetter(text.charAt(i))
    if (isVowelLetter(base)) {
      if (!inside && ++groups > 1) return false
      inside = true
    } else if (CONSONANT.test(base)) inside = false
  }
  return true
}
