/**
 * What a text is worth without the page it came from: how much there is, how many of its words can be Vietnamese, and
 * how likely the language model finds them. Decides which text layers are used, repaired or read again, and which of
 * two readings of a page wins.
 */
import type { LanguageModel } from '../lm/language-model.ts'
import { UNKNOWN_ID } from '../lm/symbols.ts'
import { findRow } from '../lm/table.ts'
import { isLegalSyllable } from '../syllable/split.ts'
import { canonical } from '../syllable/tone.ts'
import { normalise } from '../unicode/normalise.ts'
import type { LayerGrade } from './document.ts'

/** Words of letters and the marks that belong to them; figures stuck to letters make a misread word. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu
const LETTERS_ONLY = /^[\p{L}\p{M}]{2,}$/u
const HAS_TWO_LETTERS = /\p{L}\P{L}*\p{L}/u
/** Abbreviations (UBND, QĐ) are no syllables and no errors. */
const ABBREVIATION = /^\p{Lu}{2,5}$/u

/** ln P of a word the model does not know: as unlikely as the rarest one it does. */
const LOG_UNKNOWN = -16

/** Signature stamps of digital signing have 11 to 28 words; a page of text has some hundred. */
const WORDS_MIN = 40
/** Born-digital pages have 0.93 to 1.0, pages read without Vietnamese data 0.2 to 0.5, TCVN3 bytes 0.35. */
const LEGAL_SHARE_SOUND = 0.9
/** Text that lost its marks is legal and unlikely: −9 and less; sound official text has −4 to −5.5. */
const LOG_PROBABILITY_SOUND = -7.5

/** Words looked at; the beginning of a page tells. */
const WORDS_MAX = 2_000

/** Grades a text. */
export function gradeText(text: string, language: LanguageModel): LayerGrade {
  const { vocabulary, table } = language
  let words = 0
  let legal = 0
  let logProbability = 0
  let before = UNKNOWN_ID
  for (const [word] of text.matchAll(WORD)) {
    if (!HAS_TWO_LETTERS.test(word)) {
      before = UNKNOWN_ID
      continue
    }
    if (ABBREVIATION.test(word) && !isLegalSyllable(word)) {
      before = UNKNOWN_ID
      continue
    }
    words++
    const isWord = LETTERS_ONLY.test(word)
    if (isWord && isLegalSyllable(word)) legal++
    const id = isWord ? vocabulary.idOf(canonical(normalise(word).toLowerCase())) : UNKNOWN_ID
    logProbability += id === UNKNOWN_ID ? LOG_UNKNOWN : logBigram(table, before, id)
    before = id
    if (words === WORDS_MAX) break
  }
  const legalShare = words === 0 ? 0 : legal / words
  const mean = words === 0 ? LOG_UNKNOWN : logProbability / words
  const sound = legalShare >= LEGAL_SHARE_SOUND && mean >= LOG_PROBABILITY_SOUND
  const verdict = words < WORDS_MIN ? 'none' : sound ? 'sound' : 'poor'
  return { words, legalShare, logProbability: mean, verdict }
}

/** ln P(id | before) with back-off. */
function logBigram(table: LanguageModel['table'], before: number, id: number): number {
  const unigram = table.unigram[id] as number
  if (before === UNKNOWN_ID) return unigram
  const level = table.levels[0]
  if (level === undefined) return unigram
  const low = table.unigramNext[before] as number
  const high = table.unigramNext[before + 1] as number
  const row = findRow(level.word, id, low, high)
  if (row >= 0) return level.logProbOf[level.prob[row] as number] as number
  return (table.unigramBow[before] as number) + unigram
}
