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
const CACHE_MAX = 60_000

const UNSEEN = 0
const SYLLABLE = 1
const NO_SYLLABLE = 2

/** Looks printed words up and remembers them. */
export class WordReader {
  private readonly language: LanguageModel
  /** By group: UNSEEN until one of its words is read. */
  private readonly syllableGroup: Uint8Array
  private cache = new Map<string, Reading>()
  /** By group, once it was read: P(a word with this key carries marks), 0 for keys of foreign words and acronyms only. */
  readonly markedShare: Float32Array

  constructor(language: LanguageModel) {
    this.language = language
    const groups = language.vocabulary.groupStart.length - 1
    this.markedShare = new Float32Array(groups)
    this.syllableGroup = new Uint8Array(groups)
  }

  /** Whether some word of a group is a Vietnamese syllable; works out what is known of the group when it is met first. */
  private hasSyllable(group: number): boolean {
    const known = this.syllableGroup[group]
    if (known !== UNSEEN || group === 0) return known === SYLLABLE
    const { vocabulary, table } = this.language
    let all = 0
    let marked = 0
    let found = false
    const end = vocabulary.groupStart[group + 1] as number
    for (let id = vocabulary.groupStart[group] as number; id < end; id++) {
      const p = Math.exp(table.unigram[id] as number)
      all += p
      const word = vocabulary.words[id] as string
      if (fold(word) !== word) marked += p
      found ||= isLegalSyllable(word)
    }
    this.syllableGroup[group] = found ? SYLLABLE : NO_SYLLABLE
    if (found) this.markedShare[group] = marked / all
    return found
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
      syllable: this.hasSyllable(group),
      marked: key !== word,
    }
    if (this.cache.size >= CACHE_MAX) this.cache = new Map()
    this.cache.set(printed, reading)
    return reading
  }
}
