/** The columns the search of restoration works on; made once, used for every sentence. */
import { GROUP_MAX } from './steps.ts'

/** States of a place at most. Their numbers fit a byte. */
export const STATES_MAX = 64
/** Places counted before the marks are wiped: the numbers of a typed array hold them. */
const TICK_MAX = 2 ** 30

export class DecoderColumns {
  // States, STATES_MAX a place: the word, and the state before.
  readonly word: Uint16Array
  readonly back: Uint8Array
  // States of two places, in turn: score, score with the back-off weight of the last bigram, and where the trigrams that go
  // on from it are (-1: nowhere).
  readonly score: Float64Array = new Float64Array(2 * STATES_MAX)
  readonly base: Float64Array = new Float64Array(2 * STATES_MAX)
  readonly tri: Int32Array = new Int32Array(2 * STATES_MAX)

  // Candidates of one place: what comes out of bigrams and trigrams.
  readonly cWord: Uint8Array
  readonly cBack: Uint8Array
  readonly cScore: Float64Array
  readonly cPair: Int32Array

  // By bigram (two places in groups): where in `trigrams` those that go on from it begin, and the tick that says so.
  readonly goesOn: Int32Array = new Int32Array(GROUP_MAX * GROUP_MAX)
  readonly goesOnAt: Int32Array = new Int32Array(GROUP_MAX * GROUP_MAX)
  // By word of the place before: its two best states, its candidates `[first, stop)`; `stamp` is the tick that says so.
  readonly stamp: Int32Array = new Int32Array(GROUP_MAX)
  readonly bestOf: Uint8Array = new Uint8Array(GROUP_MAX)
  readonly secondOf: Int8Array = new Int8Array(GROUP_MAX)
  readonly cFirst: Int32Array = new Int32Array(GROUP_MAX)
  readonly cStop: Int32Array = new Int32Array(GROUP_MAX)
  // By word of the place: the tick when a bigram with the best word before, with the second best, is on file; score after backing off; the state
  // that later ones with the same future are merged into.
  readonly mark: Int32Array = new Int32Array(GROUP_MAX)
  readonly mark2: Int32Array = new Int32Array(GROUP_MAX)
  readonly backoff: Float64Array = new Float64Array(GROUP_MAX)
  readonly merged: Int8Array = new Int8Array(GROUP_MAX)
  /** Counts places: what is marked with another tick counts as empty, so that nothing is wiped between places. */
  tick = 0

  /**
   * @param capacity places of the longest sentence
   * @param readings of the key that has most
   */
  constructor(capacity: number, readings: number) {
    const candidates = readings * (readings + STATES_MAX)
    this.cWord = new Uint8Array(candidates)
    this.cBack = new Uint8Array(candidates)
    this.cScore = new Float64Array(candidates)
    this.cPair = new Int32Array(candidates)
    this.word = new Uint16Array((capacity + 1) * STATES_MAX)
    this.back = new Uint8Array((capacity + 1) * STATES_MAX)
  }

  /** Sees to it that the next sentence's ticks are new. */
  begin(): void {
    if (this.tick < TICK_MAX) return
    this.tick = 0
    for (const marks of [this.goesOnAt, this.stamp, this.mark, this.mark2]) marks.fill(0)
  }

  /** The words on the way to the best state of the last place. */
  readBack(count: number, states: number, chosen: Uint16Array): void {
    const { word, back, score } = this
    const bank = (count & 1) * STATES_MAX
    let state = 0
    for (let h = 1; h < states; h++)
      if ((score[bank + h] as number) > (score[bank + state] as number)) state = h
    for (let place = count; place > 0; place--) {
      chosen[place - 1] = word[place * STATES_MAX + state] as number
      state = back[place * STATES_MAX + state] as number
    }
  }
}
