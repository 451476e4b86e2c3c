/**
 * Which engine a page comes from. A model for English leaves hardly any letter that only Vietnamese has (ă đ ơ ư and
 * the stacked marks); a Vietnamese model leaves them all; a typist without marks leaves plain letters only.
 */
import { fold } from '../unicode/fold.ts'

/** Profiles by name, or `none`: the marks are missing and nothing else, or the text is not Vietnamese. */
export type Source = 'eng' | 'vie' | 'none'

/** Letters no English model reads: ă đ ơ ư and everything with two marks or a dot below. */
const VIETNAMESE_ONLY = /[ăđơưĂĐƠƯ\u1ea0-\u1ef9]/u
/** Letters of French and figures or signs inside words: what an English model makes of the marks. */
const MISREAD = /[àâãèéêìíòóôõùúýçïëûîÀ-ÖØ-Ý]|\p{Script=Latin}[\d&@§¢]|\d\p{Ll}/gu
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
  const { letters, vietnamese } = countLetters(sample)
  if (letters === 0 || vietnamese >= VIETNAMESE_SHARE_MIN * letters) return 'vie'
  const misread = sample.match(MISREAD)?.length ?? 0
  return misread >= MISREAD_SHARE_MIN * letters && !isForeign(sample) ? 'eng' : 'none'
}

/** Classes of code units, worked out as they are met: every page is counted, and expressions are slow at that. */
const UnitClass = { UNSEEN: 0, OTHER: 1, LETTER: 2, VIETNAMESE: 3 } as const
const CLASSED_MAX = 0x2000
const unitClasses = /* @__PURE__ */ new Uint8Array(CLASSED_MAX)
const LETTER = /^\p{L}/u

function classOf(character: string): number {
  if (!LETTER.test(character)) return UnitClass.OTHER
  return VIETNAMESE_ONLY.test(character) ? UnitClass.VIETNAMESE : UnitClass.LETTER
}

function countLetters(sample: string): { letters: number; vietnamese: number } {
  let letters = 0
  let vietnamese = 0
  for (let i = 0; i < sample.length; i++) {
    const unit = sample.charCodeAt(i)
    let unitClass: number
    if (unit < CLASSED_MAX) {
      unitClass = unitClasses[unit] as number
      if (unitClass === UnitClass.UNSEEN) {
        unitClass = classOf(sample.charAt(i))
        unitClasses[unit] = unitClass
      }
    } else {
      const character = String.fromCodePoint(sample.codePointAt(i) as number)
      unitClass = classOf(character)
      i += character.length - 1
    }
    if (unitClass >= UnitClass.LETTER) letters++
    if (unitClass === UnitClass.VIETNAMESE) vietnamese++
  }
  return { letters, vietnamese }
}

function isForeign(sample: string): boolean {
  const words = sample.match(WORD) ?? []
  if (words.length < WORDS_MIN) return false
  return words.filter((word) => SYLLABLE_SHAPE.test(fold(word))).length < SYLLABLE_SHARE_MIN * words.length
}
