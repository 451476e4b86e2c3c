/**
 * Trigram probabilities of words that are asked for again and again; what was asked last is remembered.
 */
import { findRow, type NgramTable } from '../lm/table.ts'

/** Answers remembered: as many slots, the last one asked in each. */
const ANSWERS_BITS = 16
/** Numbers of a slot: two that were asked, the answer. So a look takes one line of memory. */
const SLOT = 4
/** Nothing is known of the word before the one before. */
export const NO_WORD = 0xffff

/** For bigram models. */
const NO_TRIGRAMS = { word: new Uint16Array(0), prob: new Uint8Array(0), logProbOf: new Float32Array(0) }

export class RememberedLogs {
  private readonly table: NgramTable
  /** By slot: word before last << 16 | word before; the word itself; ln of its probability. */
  private readonly asked = new Int32Array(SLOT << ANSWERS_BITS).fill(-1)
  private readonly answer = new Float32Array(this.asked.buffer)

  constructor(table: NgramTable) {
    this.table = table
  }

  /**
   * ln P(word | the two before it).
   *
   * @param first the word before `previous`, or {@link NO_WORD}
   */
  of(first: number, previous: number, id: number): number {
    const { asked, answer } = this
    const context = (first << 16) | previous
    const slot = SLOT * (Math.imul(context ^ Math.imul(id, 0x85ebca6b), 0x9e3779b1) >>> (32 - ANSWERS_BITS))
    if (asked[slot] === context && asked[slot + 1] === id) return answer[slot + 2] as number
    asked[slot] = context
    asked[slot + 1] = id
    answer[slot + 2] = this.logProb(first, previous, id)
    // As it will be remembered, or results would depend on what was asked before.
    return answer[slot + 2] as number
  }

  private logProb(first: number, previous: number, id: number): number {
    const { unigram, unigramBow, unigramNext, levels } = this.table
    const bigrams = levels[0]!
    const trigrams = levels[1] ?? NO_TRIGRAMS
    let backOff = 0
    if (first !== NO_WORD && levels.length > 1) {
      const from = unigramNext[first] as number
      const context = findRow(bigrams.word, previous, from, unigramNext[first + 1] as number)
      if (context >= 0) {
        const { next } = bigrams
        const row = findRow(trigrams.word, id, next[context] as number, next[context + 1] as number)
        if (row >= 0) return trigrams.logProbOf[trigrams.prob[row] as number] as number
        backOff = bigrams.logBowOf[bigrams.bow[context] as number] as number
      }
    }
    const from = unigramNext[previous] as number
    const row = findRow(bigrams.word, id, from, unigramNext[previous + 1] as number)
    if (row >= 0) return backOff + (bigrams.logProbOf[bigrams.prob[row] as number] as number)
    return backOff + (unigramBow[previous] as number) + (unigram[id] as number)
  }
}
