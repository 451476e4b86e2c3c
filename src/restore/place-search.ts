/**
 * One place of the search of restoration. It touches only what the model has on file: between the words of one key and those of
 * the next the few bigrams, and of those the few trigrams that go on with the key after. All else is one back-off weight,
 * the same for every candidate.
 */
import type { LanguageModel } from '../lm/language-model.ts'
import { DecoderColumns, STATES_MAX } from './decoder-columns.ts'
import type { Places } from './places.ts'
import { GROUP_MAX, StepField, Steps } from './steps.ts'
import { Shape, type WordShapes, wordShapes } from './word-shapes.ts'

/** A state this far (nats) behind the best of its place is dropped. */
const SPAN = 11
const NO_FLOATS = new Float32Array(0)

export class PlaceSearch {
  /** Readings of the key that has most. */
  readonly largestGroup: number
  readonly columns: DecoderColumns
  readonly steps: Steps
  private readonly groupOf: Uint16Array
  private readonly groupStart: Uint16Array
  private readonly shapes: WordShapes
  private readonly biLog: Float32Array
  private readonly biBow: Float32Array
  private readonly triLog: Float32Array

  /** @param capacity places of the longest sentence */
  constructor(language: LanguageModel, capacity: number) {
    const { table, vocabulary } = language
    this.steps = new Steps(language)
    this.groupOf = vocabulary.groupOf
    this.groupStart = vocabulary.groupStart
    this.shapes = wordShapes(language)
    this.largestGroup = this.shapes.largestGroup
    this.columns = new DecoderColumns(capacity, Math.min(this.largestGroup, GROUP_MAX))
    this.biLog = table.levels[0]!.logProbOf
    // The highest order has no back-off weights.
    this.biBow = table.levels.length > 1 ? table.levels[0]!.logBowOf : new Float32Array(256)
    this.triLog = table.levels[1]?.logProbOf ?? NO_FLOATS
  }

  /**
   * States before a place → states after it, in the columns.
   *
   * @param statesBefore how many there are before
   * @param step of the place, in `steps`
   * @param next step of the place after, negative at the end of the sentence
   * @param logLoss ln P(a mark was lost)
   * @returns how many there are after
   */
  advance(
    places: Places,
    place: number,
    statesBefore: number,
    step: number,
    next: number,
    logLoss: number,
  ): number {
    const { biLog, biBow, triLog, groupStart, columns } = this
    const { values: shape } = this.shapes
    const { group, from, to, own, kind } = places
    const { word, back, score, base, tri, cWord, cBack, cScore, cPair } = columns
    const { goesOn, goesOnAt, stamp, bestOf, secondOf, cFirst, cStop, mark, mark2, backoff, merged } = columns
    const { steps, trigrams } = this.steps
    const { codes } = this.steps.pairs
    const tick = ++columns.tick
    const i0 = groupStart[this.groupOf[word[place * STATES_MAX] as number] as number] as number
    // States before the place are in `word` from `row` on, in `score` from `bank` on.
    const row = place * STATES_MAX
    const bank = (place & 1) * STATES_MAX
    const j0 = from[place] as number
    const size = (to[place] as number) - j0
    // Of a word that is given, its place in its group.
    const shift = j0 - (groupStart[group[place] as number] as number)
    // The best state to back off from, and the best of another word.
    let c1 = Number.NEGATIVE_INFINITY
    let c2 = Number.NEGATIVE_INFINITY
    let h1 = 0
    let h2 = 0
    let i1 = -1
    let i2 = -1
    for (let h = 0; h < statesBefore; h++) {
      const w = word[row + h] as number
      const b = base[bank + h] as number
      const i = w - i0
      const value = b + (shape[Shape.COLUMNS * w + Shape.BOW] as number)
      if (stamp[i] !== tick) {
        stamp[i] = tick
        bestOf[i] = h
        secondOf[i] = -1
        cStop[i] = 0
        cFirst[i] = 0
      } else if (b > (base[bank + (bestOf[i] as number)] as number)) {
        secondOf[i] = bestOf[i] as number
        bestOf[i] = h
      } else {
        const second = secondOf[i] as number
        if (second < 0 || b > (base[bank + second] as number)) secondOf[i] = h
      }
      if (value > c1) {
        if (i !== i1) {
          c2 = c1
          h2 = h1
          i2 = i1
        }
        c1 = value
        h1 = h
        i1 = i
      } else if (value > c2 && i !== i1) {
        c2 = value
        h2 = h
        i2 = i
      }
    }
    // Bigrams on file.
    let candidates = 0
    let lastWord = -1
    const end = steps[step + StepField.BIGRAMS_END] as number
    for (let entry = steps[step + StepField.BIGRAMS] as number; entry < end; entry++) {
      const pair = codes[entry] as number
      const i = pair >>> 22
      if (stamp[i] !== tick) continue
      const j = ((pair >>> 16) & 63) - shift
      if (j < 0 || j >= size) continue
      if (i !== lastWord) {
        cFirst[i] = candidates
        lastWord = i
      }
      const h = bestOf[i] as number
      cWord[candidates] = j
      cBack[candidates] = h
      cScore[candidates] = (base[bank + h] as number) + (biLog[(pair >>> 8) & 255] as number)
      cPair[candidates] = pair
      cStop[i] = ++candidates
      if (i === i1) mark[j] = tick
      else if (i === i2) mark2[j] = tick
    }
    // Trigrams on file, in the place of their bigrams.
    const triStop = steps[step + StepField.TRIGRAMS_END] as number
    for (let h = 0; h < statesBefore; h++) {
      let t = tri[bank + h] as number
      if (t < 0) continue
      const context = (trigrams[t] as number) >>> 14
      const i = context & 63
      for (; t < triStop; t++) {
        const packed = trigrams[t] as number
        if (packed >>> 14 !== context) break
        const j = ((packed >>> 8) & 63) - shift
        if (j < 0 || j >= size) continue
        const value = (score[bank + h] as number) + (triLog[packed & 255] as number)
        let c = cFirst[i] as number
        const cEnd = cStop[i] as number
        while (c < cEnd && cWord[c] !== j) c++
        if (c === cEnd) {
          cWord[candidates] = j
          cBack[candidates] = h
          cScore[candidates] = value
          cPair[candidates++] = -1
          if (i === i1) mark[j] = tick
          else if (i === i2) mark2[j] = tick
        } else if (cBack[c] !== h) {
          if (value > (cScore[c] as number)) {
            cScore[c] = value
            cBack[c] = h
          }
        } else {
          // The bigram holds only for the next best state of the word.
          const second = secondOf[i] as number
          const other =
            second < 0
              ? Number.NEGATIVE_INFINITY
              : (cScore[c] as number) - (base[bank + h] as number) + (base[bank + second] as number)
          cScore[c] = other > value ? other : value
          if (other > value) cBack[c] = second
        }
      }
    }
    // How the word is printed.
    const column = Math.min(kind[place] as number, Shape.PLAIN)
    const printed = (own[place] as number) - j0
    let top = Number.NEGATIVE_INFINITY
    for (let c = 0; c < candidates; c++) {
      const j = cWord[c] as number
      const at = Shape.COLUMNS * (j0 + j)
      let value =
        (cScore[c] as number) + ((shape[at + column] as number) - (shape[at + Shape.PLAIN] as number))
      if (j === printed) value -= logLoss
      cScore[c] = value
      if (value > top) top = value
    }
    let reach = 0
    const most = c1 + SPAN - (printed >= 0 ? logLoss : 0)
    for (; reach < size; reach++) {
      const j = reach
      if (most + (shape[Shape.COLUMNS * (j0 + j) + Shape.REST] as number) < top) break
      let value =
        (mark[j] !== tick ? c1 : mark2[j] !== tick ? c2 : Number.NEGATIVE_INFINITY) +
        (shape[Shape.COLUMNS * (j0 + j) + column] as number)
      if (j === printed) value -= logLoss
      backoff[j] = value
      if (value > top) top = value
    }
    // States for the next place.
    const floor = top - SPAN
    const isLast = next < 0
    const nextRow = row + STATES_MAX
    const nextBank = STATES_MAX - bank
    let states = 0
    // Which bigrams trigrams go on from, to the next place, and which words bigrams.
    let small = 0
    let large = 0
    if (!isLast) {
      small = steps[next + StepField.FIRST_WORDS] as number
      large = steps[next + StepField.FIRST_WORDS + 1] as number
      const stop = steps[next + StepField.TRIGRAMS_END] as number
      for (let t = steps[next + StepField.TRIGRAMS] as number, last = -1; t < stop; t++) {
        const context = (trigrams[t] as number) >>> 14
        if (context === last) continue
        last = context
        goesOn[context] = t
        goesOnAt[context] = tick
      }
    }
    // Of the words that no bigram goes on from, only the best to back off from counts.
    let ending = -1
    let endingValue = 0
    for (let c = 0; c < candidates; c++) merged[cWord[c] as number] = -1
    for (let j = 0; j < reach; j++) {
      const value = backoff[j] as number
      if (value < floor) continue
      const l = j + shift // its place in its group
      let state = states
      if (((l < 32 ? small >>> l : large >>> (l - 32)) & 1) === 0) {
        const least = isLast ? value : value + (shape[Shape.COLUMNS * (j0 + j) + Shape.BOW] as number)
        if (ending < 0) ending = states++
        else if (least <= endingValue) continue
        state = ending
        endingValue = least
      } else merged[j] = states++
      word[nextRow + state] = j0 + j
      back[nextRow + state] = mark[j] === tick ? h2 : h1
      score[nextBank + state] = value
      base[nextBank + state] = value
      tri[nextBank + state] = -1
    }
    for (let c = 0; c < candidates; c++) {
      const value = cScore[c] as number
      if (value < floor) continue
      const j = cWord[c] as number
      const pair = cPair[c] as number
      let full = value
      let live = -1
      if (pair >= 0) {
        full += biBow[pair & 255] as number
        const context = pair >>> 16
        if (goesOnAt[context] === tick) live = goesOn[context] as number
      }
      const l = j + shift
      let state = states
      if (live < 0) {
        if (((l < 32 ? small >>> l : large >>> (l - 32)) & 1) === 0) {
          const least = isLast ? value : full + (shape[Shape.COLUMNS * (j0 + j) + Shape.BOW] as number)
          if (ending < 0) ending = states
          else if (least <= endingValue) continue
          state = ending
          endingValue = least
        } else {
          const twin = merged[j] as number
          if (twin < 0) merged[j] = states
          else if (full <= (base[nextBank + twin] as number)) continue
          else state = twin
        }
      }
      if (state === states) {
        if (states === STATES_MAX) continue
        states++
      }
      word[nextRow + state] = j0 + j
      back[nextRow + state] = cBack[c] as number
      score[nextBank + state] = value
      base[nextBank + state] = full
      tri[nextBank + state] = live
    }
    return states
  }
}
