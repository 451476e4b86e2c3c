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
import { Arrivals, Hypotheses, Pairs } from './hypotheses.ts'
import type { Lattice } from './lattice.ts'
import { ArcLog } from './posterior.ts'

/**
 * Hypotheses kept at a node, beside the best one of every candidate. On the official dev documents 4 finds all but
 * 0.01 % of the syllables that 16 finds; 1 loses 0.2 %.
 */
export const BEAM_WIDTH_DEFAULT = 4

/** A hypothesis this far (nats) behind the best of its node is dropped. */
export const BEAM_SPAN_DEFAULT = 14

/** For bigram models. */
const NO_TRIGRAMS = { word: new Uint16Array(0), prob: new Uint8Array(0), logProbOf: new Float32Array(0) }

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
  /** One group of hypotheses with the edges of one block. */
  private readonly pairs = new Pairs()
  // Scratch for one node: the states that arrive, and by edge the best of them.
  private readonly arrivals = new Arrivals()
  private champion = new Int32Array(1024)

  /**
   * @param width hypotheses kept at a node beside the best of every candidate, 1 or more; `Infinity` keeps all
   * @param span nats a hypothesis may be behind the best of its node; `Infinity` keeps all
   */
  constructor(table: NgramTable, width: number = BEAM_WIDTH_DEFAULT, span: number = BEAM_SPAN_DEFAULT) {
    this.table = table
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
    this.recording = record
    this.arcs.clear()
    const nodes = lattice.nodes
    if (nodes > this.nodeStart.length) {
      this.nodeStart = new Int32Array(nodes * 2)
      this.nodeEnd = new Int32Array(nodes * 2)
    }
    this.kept.begin(start)
    this.nodeStart[0] = 0
    this.nodeEnd[0] = 1
    let count = 1
    let block = 0
    for (let node = 1; node < nodes; node++) {
      this.arrivals.count = 0
      this.top = Number.NEGATIVE_INFINITY
      while (block < lattice.blocks && lattice.blockTo[block] === node) this.expand(lattice, block++)
      count = this.keepBest(lattice, node, count)
    }
    this.hypotheses = count
    this.finalFrom = this.nodeStart[nodes - 1] as number
    return this.readBack(this.winner(nodes - 1), path)
  }

  /** The best hypothesis of a node, or -1 when no path reaches it. */
  private winner(node: number): number {
    const { score } = this.kept
    let winner = -1
    for (let h = this.nodeStart[node] as number; h < (this.nodeEnd[node] as number); h++) {
      if (winner < 0 || (score[h] as number) > (score[winner] as number)) winner = h
    }
    return winner
  }

  /** The edges that lead to a hypothesis. */
  private readBack(winner: number, path: Int32Array): number {
    const { back, edge } = this.kept
    let length = 0
    for (let h = winner; h > 0; h = back[h] as number) length++
    let at = length
    for (let h = winner; h > 0; h = back[h] as number) path[--at] = edge[h] as number
    return length
  }

  /** All hypotheses at the block's start, continued by all its edges. */
  private expand(lattice: Lattice, block: number): void {
    const { unigram, unigramBow, unigramNext, levels } = this.table
    const bigrams = levels[0]!
    const trigrams = levels[1] ?? NO_TRIGRAMS
    const hasTrigrams = levels.length > 1
    const from = lattice.blockFrom[block] as number
    const edgeFrom = lattice.blockStart[block] as number
    const edgeTo = lattice.blockStart[block + 1] as number
    const edges = edgeTo - edgeFrom
    const hypFrom = this.nodeStart[from] as number
    const hypTo = this.nodeEnd[from] as number
    const { word: edgeWord, score: edgeScore } = lattice
    const { arcs, recording, arrivals } = this
    const { last, row, score } = this.kept
    this.pairs.reserve(edges)
    const { row: pairRow, log: pairLog, edge: pairEdge, best, bestFrom } = this.pairs
    const biWord = bigrams.word
    const biProb = bigrams.prob
    const biLog = bigrams.logProbOf
    const biBow = bigrams.bow
    const biBowLog = bigrams.logBowOf
    const biNext = bigrams.next
    const triWord = trigrams.word
    const triProb = trigrams.prob
    const triLog = trigrams.logProbOf
    let { top } = this
    let h = hypFrom
    while (h < hypTo) {
      // One group: hypotheses that end in the same word.
      const previous = last[h] as number
      let groupTo = h + 1
      let base = score[h] as number
      for (; groupTo < hypTo && last[groupTo] === previous; groupTo++)
        base = Math.max(base, score[groupTo] as number)
      // An edge out of the span by its own score need not be looked up: hardly a word of a trained model adds to a score.
      const need = top - this.span - base
      const bow = unigramBow[previous] as number
      const rowEnd = unigramNext[previous + 1] as number
      let lo = unigramNext[previous] as number
      let viable = 0
      for (let e = 0; e < edges; e++) {
        if ((edgeScore[edgeFrom + e] as number) < need) continue
        const word = edgeWord[edgeFrom + e] as number
        let hi = rowEnd
        // Candidates ascend, so the next one stands at or after the last; near neighbours are found at once.
        if (lo < hi && (biWord[lo] as number) < word) {
          let step = 1
          while (lo + step < hi && (biWord[lo + step] as number) < word) {
            lo += step
            step <<= 1
          }
          if (lo + step < hi) hi = lo + step + 1
          while (lo < hi) {
            const middle = (lo + hi) >>> 1
            if ((biWord[middle] as number) < word) lo = middle + 1
            else hi = middle
          }
        }
        if (lo < rowEnd && biWord[lo] === word) {
          pairRow[viable] = hasTrigrams ? lo : -1
          pairLog[viable] = biLog[biProb[lo] as number] as number
        } else {
          pairRow[viable] = -1
          pairLog[viable] = bow + (unigram[word] as number)
        }
        best[viable] = Number.NEGATIVE_INFINITY
        // Stands when every score is -Infinity: a candidate that no channel allows.
        bestFrom[viable] = h
        pairEdge[viable] = edgeFrom + e
        viable++
      }
      if (viable === 0) h = groupTo
      const arrival = arrivals.count
      for (; h < groupTo; h++) {
        const context = row[h] as number
        const base = score[h] as number
        if (context < 0) {
          for (let v = 0; v < viable; v++) {
            const total = base + (pairLog[v] as number) + (edgeScore[pairEdge[v] as number] as number)
            if (recording && total >= top - this.span) arcs.add(h, arrival + v, total)
            if (total > (best[v] as number)) {
              best[v] = total
              bestFrom[v] = h
              if (total > top) top = total
            }
          }
          continue
        }
        const contextBow = biBowLog[biBow[context] as number] as number
        let low = biNext[context] as number
        const end = biNext[context + 1] as number
        for (let v = 0; v < viable; v++) {
          const edge = pairEdge[v] as number
          const word = edgeWord[edge] as number
          let logProb = contextBow + (pairLog[v] as number)
          let hi = end
          while (low < hi) {
            const middle = (low + hi) >>> 1
            if ((triWord[middle] as number) < word) low = middle + 1
            else hi = middle
          }
          if (low < end && triWord[low] === word) logProb = triLog[triProb[low] as number] as number
          const total = base + logProb + (edgeScore[edge] as number)
          if (recording && total >= top - this.span) arcs.add(h, arrival + v, total)
          if (total > (best[v] as number)) {
            best[v] = total
            bestFrom[v] = h
            if (total > top) top = total
          }
        }
      }
      arrivals.reserve(viable)
      for (let v = 0; v < viable; v++) {
        arrivals.score[arrival + v] = best[v] as number
        arrivals.row[arrival + v] = pairRow[v] as number
        arrivals.back[arrival + v] = bestFrom[v] as number
        arrivals.edge[arrival + v] = pairEdge[v] as number
      }
      arrivals.count = arrival + viable
    }
    this.top = top
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
