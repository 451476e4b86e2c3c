/**
 * Training on decisions: sentences of the corpus lose their marks, the search puts them back, and where it is wrong, or
 * right by too little, the parameters of the true path are raised and those of the path found are lowered (a structured
 * perceptron with a margin, Collins 2002; averaged). The rows of the model stay the same, only their numbers change.
 */
import { ItemCase } from '../lm/stream.ts'
import { BOUNDARY_ID, FIRST_WORD_ID } from '../lm/symbols.ts'
import { Vocabulary } from '../lm/vocabulary.ts'
import type { ChosenVocabulary } from './choose-vocabulary.ts'
import { DecisionSearch, type Readings } from './decision-search.ts'
import { DecisionWeights, FEATURES_MAX } from './decision-weights.ts'
import type { EstimatedOrder } from './estimate.ts'

/** How to train on decisions. */
export interface DecisionOptions {
  /** Items of the corpus to learn from; more than there are means all. */
  readonly items: number
  /** Nats by which the true reading should win. 2 to 4 serve; with 3 it learns most from many sentences. */
  readonly margin: number
  /** First step of a parameter, in nats; later ones are shorter. 0.3 serves, 1 forgets what the counts knew. */
  readonly step: number
}

/** Text to learn from. */
export interface DecisionText {
  readonly ids: Uint16Array
  /** How each id was printed: `ItemCase`. */
  readonly letterCases: Uint8Array
}

/** Items of a piece; pieces are shuffled, so that the text of one source does not come last. */
const PIECE_ITEMS = 2000
/** A sentence without any end is cut here, as in restoration. */
const SENTENCE_ITEMS_MAX = 512
/** Averages are taken from this share of the training on, at steps of `AVERAGE_EVERY`. */
const AVERAGE_FROM = 0.4
const AVERAGE_EVERY = 0.05
/**
 * A true word so much rarer (nats: a thousand times) than the commonest word of its letters is probably a misprint: it is
 * taken as given, and nothing is learned from it.
 */
const MISPRINT_NATS = Math.log(1000)
/** Reports to the log. */
const REPORT_EVERY = 10_000_000

interface Piece {
  readonly text: DecisionText
  readonly from: number
  readonly to: number
}

/** Whole sentences of about `PIECE_ITEMS`, in an order that is chance but always the same. */
function shuffledPieces(texts: readonly DecisionText[]): Piece[] {
  const pieces: Piece[] = []
  for (const text of texts) {
    const { ids } = text
    for (let from = 0; from < ids.length; ) {
      let to = Math.min(from + PIECE_ITEMS, ids.length)
      while (to < ids.length && ids[to] !== BOUNDARY_ID) to++
      pieces.push({ text, from, to })
      from = to
    }
  }
  let state = 1
  for (let i = pieces.length - 1; i > 0; i--) {
    // Numerical Recipes' linear congruential generator.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const j = Math.floor((state / 2 ** 32) * (i + 1))
    const piece = pieces[i]!
    pieces[i] = pieces[j]!
    pieces[j] = piece
  }
  return pieces
}

/** Words that are probably misprints where they stand. */
function doubtfulWords({ groupStart }: Vocabulary, logProb: Float32Array): Uint8Array {
  const isDoubtful = new Uint8Array(logProb.length)
  for (let group = 0; group + 1 < groupStart.length; group++) {
    // The commonest word of a key comes first.
    const first = groupStart[group]!
    for (let id = first + 1; id < groupStart[group + 1]!; id++) {
      if (logProb[id]! < logProb[first]! - MISPRINT_NATS) isDoubtful[id] = 1
    }
  }
  return isDoubtful
}

/** Learns from one sentence after the other. */
class DecisionTrainer {
  readonly weights: DecisionWeights
  corrected = 0
  private readonly options: DecisionOptions
  private readonly vocabulary: Vocabulary
  private readonly logCapital: Float32Array
  private readonly logSmall: Float32Array
  /** By id: 1 where a text that has the word is not believed. */
  private readonly isDoubtful: Uint8Array
  private readonly search: DecisionSearch
  private readonly path = new Int32Array(SENTENCE_ITEMS_MAX + 1)
  private readonly readings: Readings = {
    count: 0,
    first: new Int32Array(SENTENCE_ITEMS_MAX + 1),
    end: new Int32Array(SENTENCE_ITEMS_MAX + 1),
    scoreAt: new Int32Array(SENTENCE_ITEMS_MAX + 1),
    score: new Float32Array(1 << 14),
  }
  private readonly trueFeatures = new Int32Array(FEATURES_MAX)
  private readonly foundFeatures = new Int32Array(FEATURES_MAX)

  constructor(orders: readonly EstimatedOrder[], chosen: ChosenVocabulary, options: DecisionOptions) {
    this.options = options
    this.weights = new DecisionWeights(orders)
    this.search = new DecisionSearch(this.weights)
    this.vocabulary = new Vocabulary(chosen.words)
    this.logCapital = chosen.capital.map((p) => Math.log(p))
    this.logSmall = chosen.capital.map((p) => Math.log(1 - p))
    this.isDoubtful = doubtfulWords(this.vocabulary, orders[0]!.logProb)
  }

  /** All sentences of a piece. */
  learn({ text, from, to }: Piece): void {
    const { ids } = text
    let before = BOUNDARY_ID
    for (let start = ids[from] === BOUNDARY_ID ? from + 1 : from; start < to; ) {
      let end = start
      while (end < to && ids[end] !== BOUNDARY_ID && end - start < SENTENCE_ITEMS_MAX) end++
      if (end < to && ids[end] === BOUNDARY_ID) end++
      this.strip(text, start, end)
      this.search.run(this.readings, before, this.path)
      this.compare(ids, start, end, before)
      before = ids[end - 1]!
      start = end
    }
  }

  /** What the items may be without their marks; the truth is put at a disadvantage, so that it has to win by that. */
  private strip({ ids, letterCases }: DecisionText, from: number, to: number): void {
    const { readings, logCapital, logSmall } = this
    const { groupOf, groupStart } = this.vocabulary
    let scores = 0
    readings.count = to - from
    for (let item = 0; item < readings.count; item++) {
      const id = ids[from + item]!
      const isWord = id >= FIRST_WORD_ID && this.isDoubtful[id] === 0
      const first = isWord ? groupStart[groupOf[id]!]! : id
      const end = isWord ? groupStart[groupOf[id]! + 1]! : id + 1
      readings.first[item] = first
      readings.end[item] = end
      readings.scoreAt[item] = scores
      if (scores + end - first > readings.score.length) this.growScores(scores + end - first)
      const letterCase = letterCases[from + item]
      const score =
        letterCase === ItemCase.LOWER ? logSmall : letterCase === ItemCase.CAPITAL ? logCapital : null
      for (let word = first; word < end; word++) {
        const ease = score === null || !isWord ? 0 : score[word]!
        readings.score[scores++] = word === id ? ease - this.options.margin : ease
      }
    }
  }

  private growScores(needed: number): void {
    const wider = new Float32Array(needed * 2)
    wider.set(this.readings.score)
    this.readings.score = wider
  }

  /** Corrects what the path found and the true path do not share. */
  private compare(ids: Uint16Array, from: number, to: number, before: number): void {
    const { path } = this
    let lastWrong = Number.NEGATIVE_INFINITY
    for (let item = 0; item < to - from; item++) {
      if (path[item] !== ids[from + item]) {
        lastWrong = item
        this.corrected++
      }
      // A word is seen by itself and the two words behind it.
      if (item - lastWrong > 2) continue
      const trueCount = this.featuresAt((at) => (at < 0 ? before : ids[from + at]!), item, this.trueFeatures)
      const foundCount = this.featuresAt((at) => (at < 0 ? before : path[at]!), item, this.foundFeatures)
      this.correct(this.trueFeatures, trueCount, this.foundFeatures, foundCount, this.options.step)
      this.correct(this.foundFeatures, foundCount, this.trueFeatures, trueCount, -this.options.step)
    }
  }

  private featuresAt(wordAt: (item: number) => number, item: number, into: Int32Array): number {
    const previous = wordAt(item - 1)
    const row = item > 0 ? this.weights.bigramRow(wordAt(item - 2), previous) : -1
    return this.weights.features(row, previous, wordAt(item), into)
  }

  /** Moves the features of one path that the other does not have. */
  private correct(
    own: Int32Array,
    ownCount: number,
    other: Int32Array,
    otherCount: number,
    step: number,
  ): void {
    for (let i = 0; i < ownCount; i++) {
      let shared = false
      for (let j = 0; j < otherCount; j++) shared ||= own[i] === other[j]
      if (!shared) this.weights.correct(own[i]!, step)
    }
  }
}

/**
 * Trains the numbers of a pruned model on decisions.
 *
 * @param orders the pruned model; not changed
 * @param texts what to learn from
 * @returns the same rows with other numbers: scores that decide better, near to the probabilities they were
 */
export function trainDecisions(
  orders: readonly EstimatedOrder[],
  chosen: ChosenVocabulary,
  texts: readonly DecisionText[],
  options: DecisionOptions,
  log: (message: string) => void = () => {},
): EstimatedOrder[] {
  const trainer = new DecisionTrainer(orders, chosen, options)
  const total = Math.min(
    options.items,
    texts.reduce((sum, { ids }) => sum + ids.length, 0),
  )
  let done = 0
  let nextAverage = AVERAGE_FROM
  let nextReport = REPORT_EVERY
  for (const piece of shuffledPieces(texts)) {
    if (done >= total) break
    trainer.learn(piece)
    done += piece.to - piece.from
    if (done >= nextAverage * total) {
      trainer.weights.snapshot()
      nextAverage += AVERAGE_EVERY
    }
    if (done >= nextReport) {
      log(
        `decisions: ${done} items, ${((1000 * trainer.corrected) / REPORT_EVERY).toFixed(1)} corrections in 1,000`,
      )
      trainer.corrected = 0
      nextReport += REPORT_EVERY
    }
  }
  trainer.weights.snapshot()
  return trainer.weights.averaged()
}
