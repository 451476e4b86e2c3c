/**
 * Provisional words → the vocabulary of the model. Words that share a toneless key get neighbouring ids, most
 * frequent first, so that all readings of "ban" are one range of ids and one search in the tables finds them.
 */
import { VanbanError } from '../errors.ts'
import { FIRST_WORD_ID, UNKNOWN_ID } from '../lm/symbols.ts'
import { isLegalSyllable } from '../syllable/split.ts'
import { fold } from '../unicode/fold.ts'
import type { WordCollector } from './collect.ts'

/** Which words make it into the vocabulary. */
export interface VocabularyLimits {
  /** Legal syllables seen at least this often (weighted). */
  readonly minSyllableCount: number
  /** Other words (foreign, acronyms) seen at least this often (weighted). */
  readonly minOtherCount: number
  /** At most this many other words, the most frequent first. */
  readonly maxOthers: number
}

export interface ChosenVocabulary {
  /** Row = id; rows below FIRST_WORD_ID are symbols. */
  readonly words: readonly string[]
  /** Weighted occurrences by id. */
  readonly counts: Float64Array
  /** P(capital in the middle of a sentence) by id, 0..1. */
  readonly capital: Float32Array
  /** Provisional id → id. */
  readonly idOf: Uint16Array
}

/** Ids are stored in 16 bits, and so is the end of their last group. */
const WORDS_MAX = 0xffff

/** A bare word (no syllable) this much rarer than the marked words of the same letters is one of them, stripped. */
const STRIPPED_SHARE_MAX = 0.2

/** Words may carry letters, marks and nothing else; longer ones are noise. */
const isWord = (word: string): boolean => word.length <= 20 && /^\p{L}[\p{L}\p{M}]*$/u.test(word)

/**
 * Settles the words of the model and their ids.
 *
 * @throws VanbanError `BAD_ARGUMENT` when the limits let in more words than ids have room for
 */
export function chooseVocabulary(collected: WordCollector, limits: VocabularyLimits): ChosenVocabulary {
  const countOf = (row: number): number => collected.counts[row] as number
  const rows: { word: string; key: string; row: number }[] = []
  let others: { word: string; key: string; row: number }[] = []
  for (let row = FIRST_WORD_ID; row < collected.words.length; row++) {
    const word = collected.words[row] as string
    const count = countOf(row)
    if (isLegalSyllable(word)) {
      if (count >= limits.minSyllableCount) rows.push({ word, key: fold(word), row })
    } else if (count >= limits.minOtherCount && isWord(word)) others.push({ word, key: fold(word), row })
  }
  // "nghiep" in an address of the net is "nghiệp" without its marks, "HDND" a careless "HĐND".
  const markedCount = new Map<string, number>()
  for (const { word, key, row } of [...rows, ...others]) {
    if (word !== key) markedCount.set(key, (markedCount.get(key) ?? 0) + countOf(row))
  }
  const isStripped = (word: string, key: string, row: number): boolean =>
    word === key && countOf(row) < STRIPPED_SHARE_MAX * (markedCount.get(key) ?? 0)
  others = others.filter(({ word, key, row }) => !isStripped(word, key, row))
  others.sort((a, b) => countOf(b.row) - countOf(a.row) || (a.word < b.word ? -1 : 1))
  rows.push(...others.slice(0, limits.maxOthers))
  rows.sort((a, b) =>
    a.key !== b.key
      ? a.key < b.key
        ? -1
        : 1
      : countOf(b.row) - countOf(a.row) || (a.word < b.word ? -1 : 1),
  )
  const size = FIRST_WORD_ID + rows.length
  if (size > WORDS_MAX) {
    throw new VanbanError(
      'BAD_ARGUMENT',
      'training',
      `The vocabulary would have ${size} words, a model holds ${WORDS_MAX}: raise minSyllableCount or minOtherCount, or lower maxOthers.`,
    )
  }
  const words = collected.words.slice(0, FIRST_WORD_ID)
  const counts = new Float64Array(size)
  const capital = new Float32Array(size)
  const idOf = new Uint16Array(collected.words.length).fill(UNKNOWN_ID)
  for (let id = 0; id < FIRST_WORD_ID; id++) {
    idOf[id] = id
    counts[id] = countOf(id)
    capital[id] = 0.5
  }
  for (const { word, row } of rows) {
    const id = words.length
    words.push(word)
    idOf[row] = id
    counts[id] = countOf(row)
    // One imagined occurrence of either kind keeps rare words away from 0 and 1.
    const big = collected.capital[row] as number
    const small = collected.small[row] as number
    capital[id] = (big + 1) / (big + small + 2)
  }
  return { words, counts, capital, idOf }
}
