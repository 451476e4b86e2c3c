/**
 * Beam search over a lattice with a trigram back-off model (of a model of higher order the trigrams are used, a
 * bigram model is one without trigrams).
 *
 * A hypothesis remembers its last word and the bigram row of its last two words (-1 when that bigram has no row: then the
 * word before last no longer matters, and such hypotheses are one). Hypotheses of the same last word stand together:
 * a bigram is looked up once per (last word, candidate), a trigram once per hypothesis and candidate.
 */
import { BOUNDARY_ID } from '../lm/symbols.ts'
import type { NgramTable } from '../lm/table.ts'
import { BlockBigrams } from './block-bigrams.ts'
import { BlockTrigrams } from './block-trigrams.ts'
import { Arrivals, Hypotheses, Stamps, widen } from './hypotheses.ts'
import type { Lattice } from './lattice.ts'
import { ArcLog } from './posterior.ts'

/**
 * Hypotheses kept at a node, beside the best one of every candidate. On the official dev documents 4 finds all but
 * 0.01 % of the syllables that 16 finds; 1 loses 0.2 %.
 */
export const BEAM_WIDTH_DEFAULT = 4

/** A hypothesis this far (nats) behind the best of its node is dropped. */
export const BEAM_SPAN_DEFAULT = 14

export class BeamSearch {
  private readonly table: NgramTable
  private readonly width: number
  private readonly span: number
  /** Steps between kept hypotheses of the last run, when it was asked to record them. */
  readonly arcs: ArcLog = new ArcLog()
  private recording = false
  /** Best score that has arrived at the node so far. */
  private top = 0
  /** Hypotheses of the last run, and the first of them at the last node. */
  hypotheses = 0
  finalFrom = 0
  private readonly kept = new Hypotheses()
  private nodeStart = new Int32Array(512)
  private nodeEnd = new Int32Array(512)
  /** Nodes and blocks of the lattice that are done with. */
  private nodes = 1
  private block = 0
  private readonly bigrams: BlockBigrams
  private readonly trigrams: BlockTrigrams
  private readonly stamps = new Stamps()
  // Scratch for one node: the states that arrive, and by edge the best of them.
  private readonly arrivals = new Arrivals()
  private champion = new Int32Array(1024)

  /**
   * @param width hypotheses kept at a node beside the best of every candidate, 1 or more; `Infinity` keeps all
   * @param span nats a hypothesis may be behind the best of its node; `Infinity` keeps all
   */
  constructor(table: NgramTable, width: number = BEAM_WIDTH_DEFAULT, span: number = BEAM_SPAN_DEFAULT) {
    this.table = table
    this.bigrams = new BlockBigrams(table)
    this.trigrams = new BlockTrigrams(table)
    this.width = width
    this.span = span
  }

  /** Edge that each hypothesis ends in. */
  get edge(): Int32Array {
    return this.kept.edge
  }

  /** ln score of each hypothesis along its best path. */
  get score(): Float64Array {
    return this.kept.score
  }

  /**
   * Finds the best path.
   *
   * @param path receives the edges of the best path in reading order; as long as the lattice has nodes
   * @param start the word before the lattice: a boundary, or the last word of the piece before
   * @param record whether to fill `arcs` for posteriors
   * @returns how many edges the path has; 0 when no path leads through the lattice
   */
  run(lattice: Lattice, path: Int32Array, start: number = BOUNDARY_ID, record = false): number {
    this.begin(start, -1, record)
    this.advance(lattice)
    return this.finish(path)
  }

  /**
   * Begins a search that goes on with the lattice as it grows.
   *
   * @param word the word before the lattice
   * @param row bigram row of the two words before it, or -1
   * @param record whether to fill `arcs` for posteriors
   */
  begin(word: number, row: number, record: boolean): void {
    this.recording = record
    this.bigrams.tidy()
    this.arcs.clear()
    this.kept.begin(word, row)
    this.nodeStart[0] = 0
    this.nodeEnd[0] = 1
    this.hypotheses = 1
    this.finalFrom = 0
    this.nodes = 1
    this.block = 0
  }

  /** Goes on to the last node of the lattice, which no later edge may lead around or to. */
  advance(lattice: Lattice): void {
    const { nodes } = lattice
    if (nodes > this.nodeStart.length) {
      this.nodeStart = widen(this.nodeStart, new Int32Array(nodes * 2))
      this.nodeEnd = widen(this.nodeEnd, new Int32Array(nodes * 2))
    }
    for (let node = this.nodes; node < nodes; node++) {
      this.arrivals.count = 0
      this.top = Number.NEGATIVE_INFINITY
      while (this.block < lattice.blocks && lattice.blockTo[this.block] === node)
        this.expand(lattice, this.block++)
      this.hypotheses = this.keepBest(lattice, node, this.hypotheses)
    }
    this.nodes = nodes
    this.finalFrom = this.nodeStart[nodes - 1] as number
  }

  /** Whether one hypothesis is left at the last node: all that follows then depends on its words alone. */
  get isAlone(): boolean {
    return this.hypotheses - this.finalFrom === 1
  }

  /** Bigram row of the last two words of the last hypothesis, or -1. */
  get lastRow(): number {
    return this.kept.row[this.hypotheses - 1] as number
  }

  /** The best path so far; see {@link run}. */
  finish(path: Int32Array): number {
    const { kept, finalFrom, hypotheses } = this
    return kept.readBack(kept.best(finalFrom, hypotheses), path)
  }

  /** All hypotheses at the block's start, continued by those of its edges that come into the span. */
  private expand(lattice: Lattice, block: number): void {
    const from = lattice.blockFrom[block] as number
    const edgeFrom = lattice.blockStart[block] as number
    const edges = (lattice.blockStart[block + 1] as number) - edgeFrom
    const hypTo = this.nodeEnd[from] as number
    const { bigrams, trigrams, kept, arrivals, span } = this
    const { unigram, unigramBow, levels } = this.table
    const { logProbOf, bow, logBowOf } = levels[0]!
    const { last, row, score } = kept
    bigrams.alone(lattice, block)
    const orderFrom = bigrams.from
    const orderTo = bigrams.to
    this.stamps.reserve(edges)
    const { slot, onFile, byTrigram } = this.stamps
    for (let e = 0; e < edges; e++) {
      slot[e] = -1
      onFile[e] = -1
      byTrigram[e] = -1
    }
    trigrams.begin(lattice, block)
    let h = this.nodeStart[from] as number
    while (h < hypTo) {
      // One group: hypotheses that end in the same word.
      const group = h
      const previous = last[h] as number
      const arrival = arrivals.count
      bigrams.after(previous, lattice, block)
      const bigramFrom = bigrams.from
      const bigramTo = bigrams.to
      const { edge: edgeOf, row: rowOf } = bigrams
      const { word: edgeWord, score: edgeScore } = lattice
      const backOff = unigramBow[previous] as number
      let isMarked = false
      for (; h < hypTo && last[h] === previous; h++) {
        const context = row[h] as number
        const base = score[h] as number
        let weight = 0
        let isTrigram = false
        if (context >= 0) {
          weight = logBowOf[bow[context] as number] as number
          trigrams.find(context)
          isTrigram = trigrams.count > 0
          for (let t = 0; t < trigrams.count; t++) {
            const e = trigrams.edge[t] as number
            byTrigram[e] = h
            const total = base + (trigrams.log[t] as number) + (edgeScore[edgeFrom + e] as number)
            if (total >= this.top - span) this.arrive(h, e, edgeFrom + e, total, arrival)
          }
        }
        for (let b = bigramFrom; b < bigramTo; b++) {
          const both = edgeOf[b] as number
          const e = both >>> 8
          const log = weight + (logProbOf[both & 255] as number)
          const total = base + log + (edgeScore[edgeFrom + e] as number)
          if (total < this.top - span) break
          if (!isTrigram || byTrigram[e] !== h) this.arrive(h, e, edgeFrom + e, total, arrival)
        }
        for (let o = orderFrom; o < orderTo; o++) {
          const e = (edgeOf[o] as number) >>> 8
          const log = weight + (backOff + (unigram[edgeWord[edgeFrom + e] as number] as number))
          const total = base + log + (edgeScore[edgeFrom + e] as number)
          if (total < this.top - span) break
          if (!isMarked) {
            isMarked = true
            for (let b = bigramFrom; b < bigramTo; b++) onFile[(edgeOf[b] as number) >>> 8] = group
          }
          if (onFile[e] === group || (isTrigram && byTrigram[e] === h)) continue
          this.arrive(h, e, edgeFrom + e, total, arrival)
        }
      }
      if (levels.length === 1) continue
      for (let b = bigramFrom; b < bigramTo; b++) {
        const state = slot[(edgeOf[b] as number) >>> 8] as number
        if (state >= arrival) arrivals.row[state] = rowOf[b] as number
      }
    }
    trigrams.end()
  }

  /**
   * Hypothesis `h` goes on with an edge.
   *
   * @param place of the edge in its block
   * @param group first state of those that go on from the same word
   */
  private arrive(h: number, place: number, edge: number, total: number, group: number): void {
    const { arrivals } = this
    const { slot } = this.stamps
    let state = slot[place] as number
    if (state < group) {
      state = arrivals.add(edge, h, total)
      slot[place] = state
    } else if (total > (arrivals.score[state] as number)) {
      arrivals.score[state] = total
      arrivals.back[state] = h
    }
    if (this.recording) this.arcs.add(h, state, total)
    if (total > this.top) this.top = total
  }

  /** Keeps the best states that arrived at a node, grouped by last word. */
  private keepBest(lattice: Lattice, node: number, count: number): number {
    const { arrivals, kept, span } = this
    const { score, edge } = arrivals
    const n = arrivals.count
    if (lattice.edges > this.champion.length) this.champion = new Int32Array(lattice.edges * 2)
    const { champion } = this
    let top = Number.NEGATIVE_INFINITY
    for (let i = 0; i < n; i++) champion[edge[i] as number] = i
    for (let i = 0; i < n; i++) {
      const value = score[i] as number
      const e = edge[i] as number
      if (value > (score[champion[e] as number] as number)) champion[e] = i
      if (value > top) top = value
    }
    const floor = Math.max(top - span, arrivals.floor(this.width))
    kept.reserve(count + n)
    const { last } = kept
    this.nodeStart[node] = count
    let at = count
    for (let i = 0; i < n; i++) {
      const value = score[i] as number
      const e = edge[i] as number
      // The best state of every edge stays while it is in the span: the next word may turn the tables for it.
      if (value < floor && (value < top - span || champion[e] !== i)) continue
      const word = lattice.word[e] as number
      // States of one word stand together: insert behind the last of the same word.
      let place = at
      if (at > count && last[at - 1] !== word) {
        for (let k = at - 1; k >= count; k--) {
          if (last[k] === word) {
            place = k + 1
            break
          }
        }
      }
      kept.insert(place, at, arrivals, i, word)
      at++
    }
    this.nodeEnd[node] = at
    // Against the best, others fall out of the span before they are looked up.
    kept.leadWithBest(count, at)
    if (this.recording) {
      // `champion` is done with: it now says which hypothesis an arrival became.
      if (n > champion.length) this.champion = new Int32Array(n * 2)
      const became = this.champion
      became.fill(-1, 0, n)
      for (let k = count; k < at; k++) became[kept.arrival[k] as number] = k
      this.arcs.settle(became)
    }
    return at
  }
}
