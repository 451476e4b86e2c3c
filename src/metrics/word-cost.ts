// How unlike two words are, for alignment: words that differ in their marks only should be paired rather
// than dropped and inserted.

import { distance } from 'fastest-levenshtein'
import { fold } from '../unicode/fold.ts'
import { toNfd } from '../unicode/nfc.ts'

/** Cost of a pair alike but for marks and case; a dropped or inserted word costs 1. */
const COST_SAME_KEY = 0.2
/** What is added when nothing of the keys agrees: together 2, the cost of dropping one and inserting the other. */
const COST_UNLIKE_KEYS = 1.8

/** Keys are compared by their first letters only: no word is longer, garbage without spaces is. */
const KEY_LENGTH_MAX = 64

/** Prices kept at a time: 128 MB. Enough for all pairs of 4,000 different words; more are computed again. */
const PRICES_KEPT_MAX = 2 ** 24

/** The key words are compared by: toneless, and without the marks of other languages, which OCR invents. */
export function alignmentKey(word: string): string {
  const key = toNfd(fold(word)).replace(/\p{M}/gu, '')
  return key.length > KEY_LENGTH_MAX ? key.slice(0, KEY_LENGTH_MAX) : key
}

/** Words as numbers: equal words have equal ids, words with equal toneless keys equal key ids. */
export interface InternedWords {
  readonly truth: Int32Array
  readonly hypothesis: Int32Array
  /** word id → key id */
  readonly keyOfWord: Int32Array
  /** key id → key */
  readonly keys: readonly string[]
}

/** Numbers the words of both texts together. */
export function internWords(truth: readonly string[], hypothesis: readonly string[]): InternedWords {
  const wordIds = new Map<string, number>()
  const keyIds = new Map<string, number>()
  const keyOfWord: number[] = []
  const intern = (words: readonly string[]): Int32Array => {
    const ids = new Int32Array(words.length)
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!
      let id = wordIds.get(word)
      if (id === undefined) {
        id = wordIds.size
        wordIds.set(word, id)
        const key = alignmentKey(word)
        let keyId = keyIds.get(key)
        if (keyId === undefined) {
          keyId = keyIds.size
          keyIds.set(key, keyId)
        }
        keyOfWord.push(keyId)
      }
      ids[i] = id
    }
    return ids
  }
  const truthIds = intern(truth)
  const hypothesisIds = intern(hypothesis)
  return {
    truth: truthIds,
    hypothesis: hypothesisIds,
    keyOfWord: Int32Array.from(keyOfWord),
    keys: [...keyIds.keys()],
  }
}

/**
 * Memoised substitution costs between the words of one {@link InternedWords}: a row of prices for each truth
 * word in use, so that the inner loop of the alignment reads one number and hashes nothing.
 */
export class WordCosts {
  readonly #words: InternedWords
  /** key id → prices by word id */
  readonly #rows: (Float64Array | undefined)[] = []
  #kept = 0

  constructor(words: InternedWords) {
    this.#words = words
  }

  /** Prices of pairing a truth word with each other word, by word id; 0 where not yet computed. */
  against(truthWord: number): Float64Array {
    const key = this.#words.keyOfWord[truthWord]!
    let row = this.#rows[key]
    if (row === undefined) {
      const size = this.#words.keyOfWord.length
      if (this.#kept + size > PRICES_KEPT_MAX) {
        this.#rows.length = 0
        this.#kept = 0
      }
      row = new Float64Array(size)
      this.#rows[key] = row
      this.#kept += size
    }
    return row
  }

  /**
   * Computes one price, writes it into the row and returns it: 0.2 for words alike but for marks and case,
   * up to 2 for words with nothing in common. Equal words cost nothing; the caller sees to that.
   */
  price(row: Float64Array, truthWord: number, other: number): number {
    const a = this.#words.keys[this.#words.keyOfWord[truthWord]!]!
    const b = this.#words.keys[this.#words.keyOfWord[other]!]!
    const price = COST_SAME_KEY + (COST_UNLIKE_KEYS * distance(a, b)) / Math.max(a.length, b.length, 1)
    row[other] = price
    return price
  }
}
