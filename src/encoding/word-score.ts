/**
 * How likely a reading is, word by word: the scores by which encodings compete. Natural log probabilities; only words
 * and signs beyond ASCII count, because the rest is the same in every reading.
 */
import type { LanguageModel } from '../lm/language-model.ts'
import { FIRST_WORD_ID } from '../lm/symbols.ts'
import { isLegalSyllable } from '../syllable/split.ts'
import { canonical } from '../syllable/tone.ts'
import { toNfc } from '../unicode/nfc.ts'

/** A syllable where no model says how frequent it is. */
const LEGAL = -1
/** With a model: the log probability of a word, halved, from that of the most frequent syllables on. */
const FREQUENT = -4
const MODEL_WEIGHT = 0.5
const LEGAL_MIN = -4.5

/** A letter by itself (a list item "đ)", the currency), an abbreviation in capitals (QĐ, HĐND). */
const ABBREVIATION = -2.25
/** Capitals within a word of an encoding that loses some. */
const UNTIDY = -1
/** A word that is no Vietnamese, but could be of another language: a name, French. */
const FOREIGN = -6
/** A word no language has: capitals after small letters, signs that look like letters. */
const BROKEN = -12

/** Punctuation and signs where print has them. */
const SIGN = -0.5
/** Next to a letter, where print does not have them. */
const SIGN_AT_LETTER = -6
/** Between two letters. */
const SIGN_INSIDE = -9
/** A hyphen that is shown only at line ends. */
const SOFT_HYPHEN = -3
/** Signs that print hardly has, control characters, lost characters. */
const ODD_SIGN = -7
const ODD_SIGN_AT_LETTER = -11

/** Signs of all kinds of texts, and those of them that stand right before and right behind a letter, and between two. */
const USUAL = '“”‘’–—…•·«»§°²³½¼¾×÷±®©€₫≤≥−→✓√′″'
const BEFORE_LETTER = '“‘«•–—…→✓§·≤≥'
const BEHIND_LETTER = '”’»–—…™®©²³°→'
const BETWEEN_LETTERS = '’‘–—…→'
/** Signs of the bytes 80 to 9F that Vietnamese texts have no use for. */
const RARE = '‚„†‡‰‹›™'
/** No-break and zero-width spaces, the byte order mark. */
const INVISIBLE = '\u00a0\u200b\u200c\u200d\ufeff'

const VIETNAMESE = /^[a-zàảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ]+$/

/** No word of a language that is read here is longer, decomposed letters included. */
const WORD_LENGTH_MAX = 40

/** A reading's score, and what it was made of. */
export interface WordScore {
  readonly score: number
  /** Legal syllables with letters beyond ASCII. */
  readonly legal: number
  /** Other words with letters beyond ASCII. */
  readonly illegal: number
}

const WORD = /[\p{L}\p{M}]+/gu
const LETTER = /[\p{L}\p{M}]/u

/**
 * Scores what one chunk reads as.
 *
 * @param legacy the reading is one of an older encoding: its words must be Vietnamese, its capitals may be incomplete
 * @param language with a model, frequent words count more than rare ones
 */
export function scoreReading(
  reading: string,
  legacy: boolean,
  language: LanguageModel | undefined,
): WordScore {
  let score = 0
  let legal = 0
  let illegal = 0
  let done = 0
  for (const { 0: word, index } of reading.matchAll(WORD)) {
    score += scoreSigns(reading, done, index)
    done = index + word.length
    if (isAscii(word)) continue
    const value = scoreWord(word, language, legacy)
    score += value
    if (value === ABBREVIATION) continue
    if (value <= FOREIGN) illegal++
    else legal++
  }
  return { score: score + scoreSigns(reading, done, reading.length), legal, illegal }
}

function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) >= 0x80) return false
  return true
}

function scoreWord(word: string, language: LanguageModel | undefined, legacy: boolean): number {
  if (word.length > WORD_LENGTH_MAX) return BROKEN
  const composed = toNfc(word)
  const lower = composed.toLowerCase()
  const tidy = isTidy(composed, lower)
  if (tidy || legacy) {
    if (isLegalSyllable(lower)) return scoreSyllable(lower, language) + (tidy ? 0 : UNTIDY)
    const short = composed.length === 1 || (composed.length <= 8 && composed === composed.toUpperCase())
    if (short && VIETNAMESE.test(lower)) return ABBREVIATION
  }
  return tidy && !legacy ? FOREIGN : BROKEN
}

function scoreSyllable(lower: string, language: LanguageModel | undefined): number {
  if (language === undefined) return LEGAL
  const id = language.vocabulary.idOf(canonical(lower))
  if (id < FIRST_WORD_ID) return LEGAL_MIN
  return Math.max(LEGAL_MIN, MODEL_WEIGHT * Math.min(0, language.table.unigram[id]! - FREQUENT))
}

/** Small letters, capitals, or one capital before small letters; no signs that only look like letters. */
function isTidy(word: string, lower: string): boolean {
  if (/[\u00aa\u00b5\u00ba]/.test(word)) return false
  return word === lower || word === word.toUpperCase() || word.slice(1) === lower.slice(1)
}

function scoreSigns(text: string, from: number, to: number): number {
  let score = 0
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0x20 && unit < 0x7f) continue
    const sign = text.charAt(i)
    if (INVISIBLE.includes(sign)) continue
    const behind = i > 0 && LETTER.test(text.charAt(i - 1))
    const before = i + 1 < text.length && LETTER.test(text.charAt(i + 1))
    if (unit === 0xad) score += behind && before ? SOFT_HYPHEN : SIGN_AT_LETTER
    else if ((unit < 0x2000 && !USUAL.includes(sign)) || RARE.includes(sign))
      score += behind || before ? ODD_SIGN_AT_LETTER : ODD_SIGN
    else if (behind && before) score += BETWEEN_LETTERS.includes(sign) ? SIGN : SIGN_INSIDE
    else if (behind) score += BEHIND_LETTER.includes(sign) || unit >= 0x2200 ? SIGN : SIGN_AT_LETTER
    else if (before) score += BEFORE_LETTER.includes(sign) || unit >= 0x2200 ? SIGN : SIGN_AT_LETTER
    else score += unit === 0xfffd ? ODD_SIGN : SIGN
  }
  return score
}
