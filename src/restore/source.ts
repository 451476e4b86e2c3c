/**
 * Which engine a page comes from. A model for English leaves hardly any letter that only Vietnamese has (ă đ ơ ư and
 * the stacked marks); a Vietnamese model leaves them all; a typist without marks leaves plain letters only.
 */
import { fold } from '../unicode/fold.ts'

/** Profiles by name, or `none`: the marks are missing and nothing else, or the text is not Vietnamese. */
export type Source = 'eng' | 'vie' | 'none'

/** Letters no English model reads: ă đ ơ ư and everything with two marks or a dot below. */
const VIETNAMESE_ONLY = /[ăđơưĂĐƠƯ\u1ea0-\u1ef9]/gu
/** Letters of French and figures or signs inside words: what an English model makes of the marks. */
const MISREAD = /[àâãèéêìíòóôõùúýçïëûîÀ-ÖØ-Ý]|\p{Script=Latin}[\d&@§¢]|\d\p{Ll}/gu
const LETTER = /\p{L}/gu
const WORD = /\p{L}+/gu
/** How Vietnamese syllables are built when the marks are off. */
const SYLLABLE_SHAPE =
  /^(?:ngh?|gh|gi|[kpt]h|nh|tr|ch|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/

/** Official prose has 16 such letters in a hundred; an eighth of that says that marks were read. */
const VIETNAMESE_SHARE_MIN = 0.02
/** Real foreign-model pages have six and more misreadings in a hundred letters, headings in capitals fewer. */
const MISREAD_SHARE_MIN = 0.002
/**
 * French and German have misread letters too, as they see it. Of the words of readable foreign-model pages at least
 * 57 in a hundred still look like syllables (of the dev pages 75), of those languages 15 to 32.
 */
const SYLLABLE_SHARE_MIN = 0.4
/** Fewer words than this are too few to tell. */
const WORDS_MIN = 8
/** Letters looked at: the beginning of a page tells. */
const SAMPLE_LENGTH = 20_000

/** Guesses the source of a page from its letters. */
export function detectSource(text: string): Source {
  const sample = text.slice(0, SAMPLE_LENGTH).normalize('NFC')
  const letters = sample.match(LETTER)?.length ?? 0
  if (letters === 0) return 'vie'
  const share = (pattern: RegExp): number => (sample.match(pattern)?.length ?? 0) / letters
  if (share(VIETNAMESE_ONLY) >= VIETNAMESE_SHARE_MIN) return 'vie'
  return share(MISREAD) >= MISREAD_SHARE_MIN && !isForeign(sample) ? 'eng' : 'none'
}

function isForeign(sample: string): boolean {
  const words = sample.match(WORD) ?? []
  if (words.length < WORDS_MIN) return false
  return words.filter((word) => SYLLABLE_SHAPE.test(fold(word))).length < SYLLABLE_SHARE_MIN * words.length
}
