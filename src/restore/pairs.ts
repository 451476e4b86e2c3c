/** Bigrams that the model has on file between the words of one toneless key and those of the next, packed side by side. */
import type { LanguageModel } from '../lm/language-model.ts'
import type { NgramLevel, NgramTable } from '../lm/table.ts'
import type { Vocabulary } from '../lm/vocabulary.ts'

/** Trigrams of a bigram that a mask of 32 bits can still tell apart. */
const MASKED_MAX = 64

export class Pairs {
  /** First word (its place in its group) << 22 | second word << 16 | P code << 8 | back-off code; ascending by words. */
  codes: Int32Array = new Int32Array(1 << 12)
  /** The bigram's row in the model. */
  rows: Int32Array = new Int32Array(1 << 12)
  /** A bit, `1 << (key & 31)`, for each key that trigrams go on with. */
  masks: Int32Array = new Int32Array(1 << 12)
  /** How many bigrams are kept. */
  count = 0
  private readonly table: NgramTable
  private readonly vocabulary: Vocabulary
  /** Three numbers a pair: group before << 16 | group; first bigram; end. */
  private pairs: Int32Array = new Int32Array(3 << 10)
  private pairCount = 0
  /** Pair + 1 by slot. */
  private slots = new Int32Array(1 << 11)
  /** Bigrams of the pair found last: `[from, to)`. */
  from = 0
  to = 0

  constructor({ table, vocabulary }: LanguageModel) {
    this.table = table
    this.vocabulary = vocabulary
  }

  clear(): void {
    this.slots.fill(0)
    this.pairCount = 0
    this.count = 0
  }

  /** Sets `from` and `to` to the bigrams of a pair of groups. */
  find(before: number, group: number): void {
    const key = (before << 16) | group
    const { slots, pairs } = this
    let slot = slotOf(key, slots.length)
    for (let pair = slots[slot] as number; pair > 0; pair = slots[slot] as number) {
      const at = 3 * pair - 3
      if (pairs[at] === key) {
        this.from = pairs[at + 1] as number
        this.to = pairs[at + 2] as number
        return
      }
      slot = (slot + 1) & (slots.length - 1)
    }
    this.from = this.count
    this.copy(before, group)
    this.to = this.count
    this.add(key, slot)
  }

  private add(key: number, slot: number): void {
    const at = 3 * this.pairCount++
    if (at + 3 > this.pairs.length) this.pairs = widen(this.pairs)
    this.pairs[at] = key
    this.pairs[at + 1] = this.from
    this.pairs[at + 2] = this.to
    this.slots[slot] = this.pairCount
    if (2 * this.pairCount < this.slots.length) return
    const slots = new Int32Array(this.slots.length * 2)
    for (let pair = 0; pair < this.pairCount; pair++) {
      let free = slotOf(this.pairs[3 * pair] as number, slots.length)
      while (slots[free] !== 0) free = (free + 1) & (slots.length - 1)
      slots[free] = pair + 1
    }
    this.slots = slots
  }

  private copy(before: number, group: number): void {
    const { groupStart } = this.vocabulary
    const { unigramNext, levels } = this.table
    const { word, prob, bow } = levels[0] as NgramLevel
    const hasTrigrams = levels.length > 1
    const f0 = groupStart[before] as number
    const f1 = groupStart[before + 1] as number
    const g0 = groupStart[group] as number
    const g1 = groupStart[group + 1] as number
    for (let first = f0; first < f1; first++) {
      const stop = unigramNext[first + 1] as number
      let row = unigramNext[first] as number
      let high = stop
      while (row < high) {
        const middle = (row + high) >>> 1
        if ((word[middle] as number) < g0) row = middle + 1
        else high = middle
      }
      for (; row < stop && (word[row] as number) < g1; row++) {
        if (this.count === this.codes.length) this.grow()
        const pair = ((first - f0) << 22) | (((word[row] as number) - g0) << 16)
        this.codes[this.count] =
          pair | ((prob[row] as number) << 8) | (hasTrigrams ? (bow[row] as number) : 0)
        this.rows[this.count] = row
        this.masks[this.count++] = hasTrigrams ? this.maskOf(row) : 0
      }
    }
  }

  private maskOf(row: number): number {
    const { next } = this.table.levels[0] as NgramLevel
    const { word } = this.table.levels[1] as NgramLevel
    const { groupOf } = this.vocabulary
    const from = next[row] as number
    const to = next[row + 1] as number
    if (to - from > MASKED_MAX) return -1
    let mask = 0
    for (let t = from; t < to; t++) mask |= 1 << ((groupOf[word[t] as number] as number) & 31)
    return mask
  }

  private grow(): void {
    this.codes = widen(this.codes)
    this.rows = widen(this.rows)
    this.masks = widen(this.masks)
  }
}

const slotOf = (key: number, slots: number): number => {
  const hash = Math.imul(key, 0x9e3779b1)
  return (hash ^ (hash >>> 15)) & (slots - 1)
}

/** A copy twice as long. */
export function widen(from: Int32Array): Int32Array {
  const to = new Int32Array(from.length * 2)
  to.set(from)
  return to
}
