/**
 * What a printed word may be: its id, whether it carries marks, and the words it would be with other marks.
 */
import type { LanguageModel } from '../lm/language-model.ts'
import { FIRST_WORD_ID, UNKNOWN_ID } from '../lm/symbols.ts'
import { isLegalSyllable } from '../syllable/split.ts'
import { canonical } from '../syllable/tone.ts'
import { fold } from '../unicode/fold.ts'
import { normalise } from '../unicode/normalise.ts'

/** One printed form. */
export interface Reading {
  /** Id of the word as printed, or UNKNOWN_ID. */
  readonly id: number
  /** Group of its toneless key in the vocabulary; 0 when no word has that key. */
  readonly group: number
  /** Whether its letters, with whatever marks, spell a Vietnamese syllable. */
  readonly syllable: boolean
  /** Whether it carries any mark (or the bar of đ). */
  readonly marked: boolean
}

/** Words remembered at most; a hostile file cannot grow the cache beyond this. */
const CACHE_MAX = 200_000

/** Looks printed words up and remembers them. */
export class WordReader {
  private readonly language: LanguageModel
  /** By group: 1 when some word of the group is a Vietnamese syllable. */
  private readonly syllableGroup: Uint8Array
  private cache = new Map<string, Reading>()
  /** By group: P(a word with this key carries marks), 0 for keys of foreign words and acronyms only. */
  readonly markedShare: Float32Array

  constructor(language: LanguageModel) {
    this.language = language
    const { vocabulary, table } = language
    const groups = vocabulary.groupStart.length - 1
    this.markedShare = new Float32Array(groups)
    this.syllableGroup = new Uint8Array(groups)
    for (let group = 1; group < groups; group++) {
      let all = 0
      let marked = 0
      for (
        let id = vocabulary.groupStart[group] as number;
        id < (vocabulary.groupStart[group + 1] as number);
        id++
      ) {
        const p = Math.exp(table.unigram[id] as number)
        all += p
        const word = vocabulary.words[id] as string
        if (fold(word) !== word) marked += p
        if (this.syllableGroup[group] === 0 && isLegalSyllable(word)) this.syllableGroup[group] = 1
      }
      this.markedShare[group] = this.syllableGroup[group] === 1 ? marked / all : 0
    }
  }

  /** @param printed a word as it stands in the text, any case and Unicode form */
  read(printed: string): Reading {
    const known = this.cache.get(printed)
    if (known !== undefined) return known
    const word = canonical(normalise(printed))
    const key = fold(word)
    const id = this.language.vocabulary.idOf(word)
    const group = this.language.vocabulary.groupOfKey(key)
    const reading = {
      id: id < FIRST_WORD_ID ? UNKNOWN_ID : id,
      group,
      syllable: this.syllableGroup[group] === 1,
      marked: key !== word,
    }
    if (this.cache.size >= CACHE_MAX) this.cache = new Map()
    this.cache.set(printed, reading)
    return reading
  }
}
