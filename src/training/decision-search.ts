/**
 * The search of decision training: a beam as in `restore/search.ts`, for sentences whose words are ranges of ids and for
 * parameters that change between sentences.
 */
import type { DecisionWeights } from './decision-weights.ts'

/** Hypotheses kept at a word beside the best of every reading, as in restoration. */
const BEAM_WIDTH = 4
/** Nats that a hypothesis may be behind the best, as in restoration. */
const BEAM_SPAN = 14

/** What a sentence without marks may say. */
export interface Readings {
  /** Items of the sentence. */
  count: number
  /** Ids that item i may be: `[first[i], end[i])`. */
  readonly first: Int32Array
  readonly end: Int32Array
  /** Where the scores of item i begin in `score`. */
  readonly scoreAt: Int32Array
  /** ln of everything but the language model. */
  score: Float32Array
}

/** Hypotheses as parallel columns. */
class Columns {
  count = 0
  score = new Float64Array(1024)
  word = new Int32Array(1024)
  /** Row of the bigram that ends here, or negative. */
  row = new Int32Array(1024)
  back = new Int32Array(1024)
  /** Arrivals only: the next one with the same word, -1 at the end. */
  next = new Int32Array(1024)

  reserve(more: number): void {
    const size = this.score.length
    if (this.count + more <= size) return
    const wider = Math.max(size * 2, this.count + more)
    const score = new Float64Array(wider)
    score.set(this.score)
    this.score = score
    for (const name of ['word', 'row', 'back', 'next'] as const) {
      const column = new Int32Array(wider)
      column.set(this[name])
      this[name] = column
    }
  }

  set(at: number, score: number, word: number, row: number, back: number): void {
    this.score[at] = score
    this.word[at] = word
    this.row[at] = row
    this.back[at] = back
  }
}

/** First row of `[low, high)` whose word is not below `id`. */
function lowerBound(word: Uint16Array, id: number, low: number, high: number): number {
  let lo = low
  let hi = high
  while (lo < hi) {
    const middle = (lo + hi) >>> 1
    if (word[middle]! < id) lo = middle + 1
    else hi = middle
  }
  return lo
}

export class DecisionSearch {
  private readonly weights: DecisionWeights
  private readonly kept = new Columns()
  private readonly arrived = new Columns()
  // By reading of the word at hand.
  private plain = new Float64Array(256)
  private rowOf = new Int32Array(256)
  private best = new Float64Array(256)
  private from = new Int32Array(256)
  private head = new Int32Array(256)
  private champion = new Int32Array(256)
  private readonly ranked = new Float64Array(BEAM_WIDTH)

  constructor(weights: DecisionWeights) {
    this.weights = weights
  }

  /**
   * Finds the best readings.
   *
   * @param before the word before the sentence
   * @param path receives the id of each item
   */
  run(readings: Readings, before: number, path: Int32Array): void {
    const { kept } = this
    kept.count = 1
    kept.set(0, 0, before, -1, -1)
    let start = 0
    for (let item = 0; item < readings.count; item++) {
      const end = kept.count
      this.expand(readings, item, start, end)
      this.keepBest(readings.end[item]! - readings.first[item]!)
      start = end
    }
    let winner = start
    for (let h = start + 1; h < kept.count; h++) if (kept.score[h]! > kept.score[winner]!) winner = h
    for (let item = readings.count - 1; item >= 0; item--) {
      path[item] = kept.word[winner]!
      winner = kept.back[winner]!
    }
  }

  /** Continues the hypotheses `[start, stop)`, which stand grouped by word, by all readings of an item. */
  private expand(readings: Readings, item: number, start: number, stop: number): void {
    const { kept, arrived, weights } = this
    const { value, bigramBowAt, trigramNext, trigramWord } = weights
    const first = readings.first[item]!
    const count = readings.end[item]! - first
    if (count > this.plain.length) this.grow(count * 2)
    const { plain, best, from } = this
    arrived.count = 0
    this.head.fill(-1, 0, count)
    for (let h = start; h < stop; ) {
      const previous = kept.word[h]!
      this.lookUp(previous, first, count)
      best.fill(Number.NEGATIVE_INFINITY, 0, count)
      for (; h < stop && kept.word[h] === previous; h++) {
        const row = kept.row[h]!
        const score = kept.score[h]!
        if (row < 0) {
          for (let e = 0; e < count; e++) {
            const total = score + plain[e]!
            if (total > best[e]!) {
              best[e] = total
              from[e] = h
            }
          }
          continue
        }
        const backedOff = score + value[bigramBowAt + row]!
        const last = trigramNext[row + 1]!
        let trigram = lowerBound(trigramWord, first, trigramNext[row]!, last)
        for (let e = 0; e < count; e++) {
          let total = backedOff + plain[e]!
          if (trigram < last && trigramWord[trigram] === first + e) total = score + value[trigram++]!
          if (total > best[e]!) {
            best[e] = total
            from[e] = h
          }
        }
      }
      this.arrive(readings, item, first, count)
    }
  }

  /** Score and row of each reading behind one word, by bigrams. */
  private lookUp(previous: number, first: number, count: number): void {
    const { plain, rowOf } = this
    const { value, wordAt, bigramAt, wordBowAt, bigramNext, bigramWord } = this.weights
    const bow = value[wordBowAt + previous]!
    for (let e = 0; e < count; e++) {
      plain[e] = bow + value[wordAt + first + e]!
      rowOf[e] = -1
    }
    const stop = bigramNext[previous + 1]!
    let row = lowerBound(bigramWord, first, bigramNext[previous]!, stop)
    for (; row < stop && bigramWord[row]! < first + count; row++) {
      plain[bigramWord[row]! - first] = value[bigramAt + row]!
      rowOf[bigramWord[row]! - first] = row
    }
  }

  /** Readings behind one word join those behind others; where the bigram has no row they are one state. */
  private arrive(readings: Readings, item: number, first: number, count: number): void {
    const { arrived, rowOf, best, from, head } = this
    const scoreAt = readings.scoreAt[item]!
    arrived.reserve(count)
    for (let e = 0; e < count; e++) {
      const score = best[e]! + readings.score[scoreAt + e]!
      const row = rowOf[e]!
      let same = head[e]!
      while (row < 0 && same >= 0 && arrived.row[same]! >= 0) same = arrived.next[same]!
      if (row < 0 && same >= 0) {
        if (score > arrived.score[same]!) arrived.set(same, score, first + e, row, from[e]!)
        continue
      }
      arrived.set(arrived.count, score, first + e, row, from[e]!)
      arrived.next[arrived.count] = head[e]!
      head[e] = arrived.count++
    }
  }

  /** Moves the arrivals that are worth it to the kept, grouped by word. */
  private keepBest(count: number): void {
    const { arrived, kept, head, champion } = this
    let top = Number.NEGATIVE_INFINITY
    for (let e = 0; e < count; e++) {
      champion[e] = head[e]!
      for (let i = head[e]!; i >= 0; i = arrived.next[i]!) {
        if (arrived.score[i]! > arrived.score[champion[e]!]!) champion[e] = i
      }
      top = Math.max(top, arrived.score[champion[e]!]!)
    }
    const floor = Math.max(top - BEAM_SPAN, this.floor())
    kept.reserve(arrived.count)
    for (let e = 0; e < count; e++) {
      for (let i = head[e]!; i >= 0; i = arrived.next[i]!) {
        const score = arrived.score[i]!
        if (score < floor && (score < top - BEAM_SPAN || champion[e] !== i)) continue
        kept.set(kept.count++, score, arrived.word[i]!, arrived.row[i]!, arrived.back[i]!)
      }
    }
  }

  /** The score of the last arrival that the beam has room for. */
  private floor(): number {
    const { arrived, ranked } = this
    if (arrived.count <= BEAM_WIDTH) return Number.NEGATIVE_INFINITY
    ranked.fill(Number.NEGATIVE_INFINITY)
    for (let i = 0; i < arrived.count; i++) {
      const score = arrived.score[i]!
      if (score <= ranked[BEAM_WIDTH - 1]!) continue
      let at = BEAM_WIDTH - 1
      for (; at > 0 && ranked[at - 1]! < score; at--) ranked[at] = ranked[at - 1]!
      ranked[at] = score
    }
    return ranked[BEAM_WIDTH - 1]!
  }

  private grow(size: number): void {
    this.plain = new Float64Array(size)
    this.best = new Float64Array(size)
    this.rowOf = new Int32Array(size)
    this.from = new Int32Array(size)
    this.head = new Int32Array(size)
    this.champion = new Int32Array(size)
  }
}
