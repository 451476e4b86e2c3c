/**
 * What decision training changes: the parameters of the pruned model as one column of numbers.
 * Column = trigrams, bigrams, back-offs of bigrams, back-offs of words, words.
 */
import { findRow } from '../lm/table.ts'
import type { EstimatedOrder } from './estimate.ts'
import { buildTable } from './quantise.ts'

/** Most parameters that one word with its context takes: back-off of the bigram, back-off of the word before, the word. */
export const FEATURES_MAX = 3

/** Parameters of the orders 1 to 3; higher orders take no part in restoration. */
export class DecisionWeights {
  /** ln scores; trigram row r is `value[r]`, the others follow from their offsets. */
  readonly value: Float32Array
  readonly bigramAt: number
  readonly bigramBowAt: number
  readonly wordBowAt: number
  readonly wordAt: number
  readonly bigramNext: Uint32Array
  readonly bigramWord: Uint16Array
  readonly trigramNext: Uint32Array
  readonly trigramWord: Uint16Array
  private readonly orders: readonly EstimatedOrder[]
  /** How often each parameter was corrected: steps become shorter by its root (AdaGrad, Duchi and others 2011). */
  private readonly corrections: Float32Array
  private readonly sum: Float64Array
  private snapshots = 0

  /** @param orders as pruned; read, never changed */
  constructor(orders: readonly EstimatedOrder[]) {
    this.orders = orders
    const table = buildTable(orders.slice(0, 3))
    const [words, bigrams, trigrams] = orders as [EstimatedOrder, EstimatedOrder, EstimatedOrder | undefined]
    const bigramRows = bigrams.keys.length
    this.bigramNext = table.unigramNext
    this.bigramWord = table.levels[0]!.word
    this.trigramNext = trigrams === undefined ? new Uint32Array(bigramRows + 1) : table.levels[0]!.next
    this.trigramWord = table.levels[1]?.word ?? new Uint16Array(0)
    this.bigramAt = this.trigramWord.length
    this.bigramBowAt = this.bigramAt + bigramRows
    this.wordBowAt = this.bigramBowAt + bigramRows
    this.wordAt = this.wordBowAt + words.keys.length
    this.value = new Float32Array(this.wordAt + words.keys.length)
    if (trigrams !== undefined) this.value.set(trigrams.logProb)
    this.value.set(bigrams.logProb, this.bigramAt)
    this.value.set(bigrams.logBow, this.bigramBowAt)
    this.value.set(words.logBow, this.wordBowAt)
    this.value.set(words.logProb, this.wordAt)
    this.corrections = new Float32Array(this.value.length)
    this.sum = new Float64Array(this.value.length)
  }

  /** Row of the bigram, or a negative number. */
  bigramRow(first: number, second: number): number {
    return findRow(this.bigramWord, second, this.bigramNext[first]!, this.bigramNext[first + 1]!)
  }

  /**
   * The parameters whose sum is ln P(word | the two words before).
   *
   * @param row row of the bigram of the two words before, negative when there is none
   * @param into receives their indices
   * @returns how many there are
   */
  features(row: number, before: number, word: number, into: Int32Array): number {
    let count = 0
    if (row >= 0) {
      const trigram = findRow(this.trigramWord, word, this.trigramNext[row]!, this.trigramNext[row + 1]!)
      if (trigram >= 0) {
        into[0] = trigram
        return 1
      }
      into[count++] = this.bigramBowAt + row
    }
    const bigram = this.bigramRow(before, word)
    if (bigram >= 0) into[count++] = this.bigramAt + bigram
    else {
      into[count++] = this.wordBowAt + before
      into[count++] = this.wordAt + word
    }
    return count
  }

  /** Moves a parameter; each time by less. */
  correct(feature: number, step: number): void {
    const corrections = this.corrections[feature]! + 1
    this.corrections[feature] = corrections
    this.value[feature] = this.value[feature]! + step / Math.sqrt(corrections + 1)
  }

  /** Notes the values as they are for the average. */
  snapshot(): void {
    const { sum, value } = this
    for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + value[i]!
    this.snapshots++
  }

  /** The orders with the average of the snapshots as parameters. */
  averaged(): EstimatedOrder[] {
    const mean = (from: number, length: number) =>
      Float32Array.from(this.sum.subarray(from, from + length), (sum) => sum / this.snapshots)
    const { bigramAt, bigramBowAt, wordBowAt, wordAt } = this
    return this.orders.map((order, n) => {
      const rows = order.keys.length
      if (n === 0) return { ...order, logProb: mean(wordAt, rows), logBow: mean(wordBowAt, rows) }
      if (n === 1) return { ...order, logProb: mean(bigramAt, rows), logBow: mean(bigramBowAt, rows) }
      return n === 2 ? { ...order, logProb: mean(0, rows) } : order
    })
  }
}
