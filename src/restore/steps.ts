/**
 * What the model has on file for three toneless keys in a row: bigrams of the last two, trigrams of all three. Looked up once,
 * packed side by side, found again by one probe; and the probes of a sentence do not wait for each other. So the search works
 * on a few lines of memory instead of all over the model's columns.
 *
 * Everything is kept until a limit is reached, then all is forgotten: simpler than to forget the oldest, and rarer than once
 * in some hundred pages.
 */
import type { LanguageModel } from '../lm/language-model.ts'
import type { NgramLevel, NgramTable } from '../lm/table.ts'
import type { Vocabulary } from '../lm/vocabulary.ts'
import { Pairs, widen } from './pairs.ts'

/** Readings of a key at most. */
export const GROUP_MAX = 64
/** Group before the first place, where what was before does not matter. */
const NO_GROUP = 0xffff

/** Steps, bigrams and trigrams kept from one sentence to the next: 3 MB, 6 MB and 2 MB. */
const STEPS_KEPT_MAX = 1 << 17
const BIGRAMS_KEPT_MAX = 1 << 19
const TRIGRAMS_KEPT_MAX = 1 << 19

/** Numbers of a step: groups before << 16 | group; group before those; first bigram, end; first trigram,
 * end; 64 bits for the first words that have bigrams. */
const STEP = 8
export const StepField = { BIGRAMS: 2, BIGRAMS_END: 3, TRIGRAMS: 4, TRIGRAMS_END: 5, FIRST_WORDS: 6 } as const

export class Steps {
  /** {@link STEP} numbers a step, see {@link StepField}. */
  steps: Int32Array = new Int32Array(STEP << 10)
  readonly pairs: Pairs
  /** Words (places in their groups) << 20, << 14, << 8 | P code; ascending by words. */
  trigrams: Int32Array = new Int32Array(1 << 12)
  /** Step + 1 by slot. */
  private slots = new Int32Array(1 << 11)
  private shift = 32 - 11
  private stepCount = 0
  private trigramCount = 0
  private readonly table: NgramTable
  private readonly vocabulary: Vocabulary

  constructor(language: LanguageModel) {
    this.table = language.table
    this.vocabulary = language.vocabulary
    this.pairs = new Pairs(language)
  }

  /**
   * Finds the steps of a sentence.
   *
   * @param group groups by place, `count` of them
   * @param before group of the place before the first
   * @param found receives by place where its step begins in `steps`
   */
  find(group: Uint16Array, count: number, before: number, found: Int32Array): void {
    let { slots, steps, shift } = this
    let g1 = NO_GROUP
    let g2 = before
    for (let place = 0; place < count; place++) {
      const g3 = group[place] as number
      const key = (g2 << 16) | g3
      const mask = slots.length - 1
      let slot = hashOf(key, g1) >>> shift
      let step = ((slots[slot] as number) - 1) * STEP
      while (step >= 0 && (steps[step] !== key || steps[step + 1] !== g1)) {
        slot = (slot + 1) & mask
        step = ((slots[slot] as number) - 1) * STEP
      }
      if (step < 0) {
        step = this.add(g1, g2, g3, slot)
        ;({ slots, steps, shift } = this)
      }
      found[place] = step
      g1 = g2
      g2 = g3
    }
  }

  /** The step of one place; {@link find} is quicker for many. */
  at(group: Uint16Array, place: number, before: number): number {
    const { slots, steps } = this
    const g1 = place > 1 ? (group[place - 2] as number) : place > 0 ? before : NO_GROUP
    const g2 = place > 0 ? (group[place - 1] as number) : before
    const g3 = group[place] as number
    const key = (g2 << 16) | g3
    let slot = hashOf(key, g1) >>> this.shift
    for (;;) {
      const step = ((slots[slot] as number) - 1) * STEP
      if (step < 0) return this.add(g1, g2, g3, slot)
      if (steps[step] === key && steps[step + 1] === g1) return step
      slot = (slot + 1) & (slots.length - 1)
    }
  }

  /** To be called between sentences: steps found before are void. */
  tidy(): void {
    const { pairs } = this
    if (
      this.stepCount <= STEPS_KEPT_MAX &&
      pairs.count <= BIGRAMS_KEPT_MAX &&
      this.trigramCount <= TRIGRAMS_KEPT_MAX
    )
      return
    this.slots.fill(0)
    pairs.clear()
    this.stepCount = 0
    this.trigramCount = 0
  }

  private add(g1: number, g2: number, g3: number, slot: number): number {
    const at = this.stepCount * STEP
    if (at + STEP > this.steps.length) this.steps = widen(this.steps)
    const { steps, pairs } = this
    pairs.find(g2, g3)
    steps[at] = (g2 << 16) | g3
    steps[at + 1] = g1
    steps[at + StepField.BIGRAMS] = pairs.from
    steps[at + StepField.BIGRAMS_END] = pairs.to
    let small = 0
    let large = 0
    for (let pair = pairs.from; pair < pairs.to; pair++) {
      const first = (pairs.codes[pair] as number) >>> 22
      if (first < 32) small |= 1 << first
      else large |= 1 << (first - 32)
    }
    steps[at + StepField.FIRST_WORDS] = small
    steps[at + StepField.FIRST_WORDS + 1] = large
    steps[at + StepField.TRIGRAMS] = this.trigramCount
    if (g1 !== NO_GROUP && this.table.levels.length > 1) this.copyTrigrams(g1, g2, g3)
    steps[at + StepField.TRIGRAMS_END] = this.trigramCount
    this.slots[slot] = ++this.stepCount
    if (2 * this.stepCount > this.slots.length) this.growSlots()
    return at
  }

  private copyTrigrams(g1: number, g2: number, g3: number): void {
    const { next } = this.table.levels[0] as NgramLevel
    const { word, prob } = this.table.levels[1] as NgramLevel
    const { groupStart } = this.vocabulary
    const { pairs } = this
    const from = groupStart[g3] as number
    const to = groupStart[g3 + 1] as number
    const bit = 1 << (g3 & 31)
    pairs.find(g1, g2)
    for (let pair = pairs.from; pair < pairs.to; pair++) {
      if (((pairs.masks[pair] as number) & bit) === 0) continue
      const row = pairs.rows[pair] as number
      const stop = next[row + 1] as number
      let low = next[row] as number
      let high = stop
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((word[middle] as number) < from) low = middle + 1
        else high = middle
      }
      const words = ((pairs.codes[pair] as number) >>> 16) << 14
      for (; low < stop && (word[low] as number) < to; low++) {
        if (this.trigramCount === this.trigrams.length) this.trigrams = widen(this.trigrams)
        this.trigrams[this.trigramCount++] =
          words | (((word[low] as number) - from) << 8) | (prob[low] as number)
      }
    }
  }

  private growSlots(): void {
    const { steps } = this
    const slots = new Int32Array(this.slots.length * 2)
    this.slots = slots
    this.shift--
    for (let step = 0; step < this.stepCount; step++) {
      let slot = hashOf(steps[step * STEP] as number, steps[step * STEP + 1] as number) >>> this.shift
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
      slots[slot] = step + 1
    }
  }
}

const hashOf = (key: number, before: number): number =>
  Math.imul(key ^ Math.imul(before, 0x85ebca6b), 0x9e3779b1)
