/**
 * Beam search over a lattice with a trigram back-off model.
 *
 * A hypothesis remembers its last word and the bigram row of its last two words (-1 when that bigram has no row, and
 * then the word before last no longer matters: such hypotheses are one). Hypotheses that end in the same edge stand
 * together, so a bigram is looked up once per (last word, candidate) and a trigram once per hypothesis and candidate.
 */
import { BOUNDARY_ID } from '../lm/symbols.ts'
import type { NgramTable } from '../lm/table.ts'
import type { Lattice } from './lattice.ts'
import { ArcLog } from './posterior.ts'

/**
 * Hypotheses kept at a node, beside the best one of every candidate. On the official dev documents 4 finds all but
 * 0.01 % of the syllables that 16 finds; 1 loses 0.2 %.
 */
export const BEAM_WIDTH_DEFAULT = 4

/** A hypothesis this far (nats) behind the best of its node is dropped. */
const BEAM_SPAN = 14

export class BeamSearch {
  private readonly table: NgramTable
  private readonly width: number
  /** Steps between kept hypotheses of the last run, when it was asked to record them. */
  readonly arcs: ArcLog = new ArcLog()
  private recording = false
  /** Hypotheses of the last run, and the first of them at the last node. */
  hypotheses = 0
  finalFrom = 0
  // Hypotheses of the whole sentence; those of a node are consecutive.
  private last = new Uint16Array(4096)
  private row = new Int32Array(4096)
  private back = new Int32Array(4096)
  /** Edge that each hypothesis ends in. */
  edge: Int32Array = new Int32Array(4096)
  /** ln score of each hypothesis along its best path. */
  score: Float64Array = new Float64Array(4096)
  private nodeStart = new Int32Array(512)
  private nodeEnd = new Int32Array(512)
  // Scratch for one block: row and ln P of (last word of group g, word of edge e).
  private pairRow = new Int32Array(1024)
  private pairLog = new Float64Array(1024)
  private best = new Float64Array(1024)
  private bestFrom = new Int32Array(1024)
  // Scratch for one node: the states that arrive, and by edge the best of them.
  private champion = new Int32Array(1024)
  private arrived = 0
  private arrivedScore = new Float64Array(1024)
  private arrivedRow = new Int32Array(1024)
  private arrivedBack = new Int32Array(1024)
  private arrivedEdge = new Int32Array(1024)
  private arrivalOf = new Int32Array(4096)

  constructor(table: NgramTable, width: number = BEAM_WIDTH_DEFAULT) {
    this.table = table
    this.width = width
  }

  /**
   * Finds the best path.
   *
   * @param path receives the edges of the best path in reading order; as long as the lattice has nodes
   * @param start the word before the lattice: a boundary, or the last word of the piece before
   * @param record whether to fill `arcs` for posteriors
   * @returns how many edges the path has
   */
  run(lattice: Lattice, path: Int32Array, start: number = BOUNDARY_ID, record = false): number {
    this.recording = record
    this.arcs.clear()
    const nodes = lattice.nodes
    if (nodes > this.nodeStart.length) {
      this.nodeStart = new Int32Array(nodes * 2)
      this.nodeEnd = new Int32Array(nodes * 2)
    }
    this.score[0] = 0
    this.last[0] = start
    this.row[0] = -1
    this.back[0] = -1
    this.edge[0] = -1
    this.nodeStart[0] = 0
    this.nodeEnd[0] = 1
    let count = 1
    let block = 0
    for (let node = 1; node < nodes; node++) {
      this.arrived = 0
      while (block < lattice.blocks && lattice.blockTo[block] === node) this.expand(lattice, block++)
      count = this.keepBest(lattice, node, count)
    }
    this.hypotheses = count
    this.finalFrom = this.nodeStart[nodes - 1] as number
    // The last node holds the finished sentences, best first is not promised: look.
    let winner = -1
    for (let h = this.nodeStart[nodes - 1] as number; h < (this.nodeEnd[nodes - 1] as number); h++) {
      if (winner < 0 || (this.score[h] as number) > (this.score[winner] as number)) winner = h
    }
    let length = 0
    for (let h = winner; h > 0; h = this.back[h] as number) length++
    let at = length
    for (let h = winner; h > 0; h = this.back[h] as number) path[--at] = this.edge[h] as number
    return length
  }

  /** All hypotheses at the block's start, continued by all its edges. */
  private expand(lattice: Lattice, block: number): void {
    const { unigram, unigramBow, unigramNext, levels } = this.table
    const bigrams = levels[0]!
    const trigrams = levels[1]!
    const from = lattice.blockFrom[block] as number
    const edgeFrom = lattice.blockStart[block] as number
    const edgeTo = lattice.blockStart[block + 1] as number
    const edges = edgeTo - edgeFrom
    const hypFrom = this.nodeStart[from] as number
    const hypTo = this.nodeEnd[from] as number
    const { word: edgeWord, score: edgeScore } = lattice
    const { last, row, score, arcs, recording } = this
    if (edges > this.best.length) this.growScratch(edges)
    const { pairRow, pairLog, best, bestFrom } = this
    const biWord = bigrams.word
    const biProb = bigrams.prob
    const biLog = bigrams.logProbOf
    const biBow = bigrams.bow
    const biBowLog = bigrams.logBowOf
    const biNext = bigrams.next
    const triWord = trigrams.word
    const triProb = trigrams.prob
    const triLog = trigrams.logProbOf
    let h = hypFrom
    while (h < hypTo) {
      // One group: hypotheses that end in the same word.
      const previous = last[h] as number
      const bow = unigramBow[previous] as number
      const rowEnd = unigramNext[previous + 1] as number
      let lo = unigramNext[previous] as number
      for (let e = 0; e < edges; e++) {
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
          pairRow[e] = lo
          pairLog[e] = biLog[biProb[lo] as number] as number
        } else {
          pairRow[e] = -1
          pairLog[e] = bow + (unigram[word] as number)
        }
        best[e] = Number.NEGATIVE_INFINITY
      }
      const arrival = this.arrived
      for (; h < hypTo && last[h] === previous; h++) {
        const context = row[h] as number
        const base = score[h] as number
        if (context < 0) {
          for (let e = 0; e < edges; e++) {
            const total = base + (pairLog[e] as number)
            if (recording) arcs.add(h, arrival + e, total + (edgeScore[edgeFrom + e] as number))
            if (total > (best[e] as number)) {
              best[e] = total
              bestFrom[e] = h
            }
          }
          continue
        }
        const contextBow = biBowLog[biBow[context] as number] as number
        let low = biNext[context] as number
        const end = biNext[context + 1] as number
        for (let e = 0; e < edges; e++) {
          const word = edgeWord[edgeFrom + e] as number
          let logProb = contextBow + (pairLog[e] as number)
          let hi = end
          while (low < hi) {
            const middle = (low + hi) >>> 1
            if ((triWord[middle] as number) < word) low = middle + 1
            else hi = middle
          }
          if (low < end && triWord[low] === word) logProb = triLog[triProb[low] as number] as number
          const total = base + logProb
          if (recording) arcs.add(h, arrival + e, total + (edgeScore[edgeFrom + e] as number))
          if (total > (best[e] as number)) {
            best[e] = total
            bestFrom[e] = h
          }
        }
      }
      for (let e = 0; e < edges; e++) {
        if (this.arrived === this.arrivedScore.length) this.growArrived()
        const n = this.arrived++
        this.arrivedScore[n] = (best[e] as number) + (edgeScore[edgeFrom + e] as number)
        this.arrivedRow[n] = pairRow[e] as number
        this.arrivedBack[n] = bestFrom[e] as number
        this.arrivedEdge[n] = edgeFrom + e
      }
    }
  }

  /** Keeps the best states that arrived at a node, grouped by last word. */
  private keepBest(lattice: Lattice, node: number, count: number): number {
    const n = this.arrived
    const { arrivedScore, arrivedRow, arrivedBack, arrivedEdge, width } = this
    if (lattice.edges > this.champion.length) this.champion = new Int32Array(lattice.edges * 2)
    const { champion } = this
    let top = Number.NEGATIVE_INFINITY
    for (let i = 0; i < n; i++) champion[arrivedEdge[i] as number] = i
    for (let i = 0; i < n; i++) {
      const value = arrivedScore[i] as number
      const edge = arrivedEdge[i] as number
      if (value > (arrivedScore[champion[edge] as number] as number)) champion[edge] = i
      if (value > top) top = value
    }
    // The width-th best score, by a small insertion list.
    let floor = top - BEAM_SPAN
    if (n > width) {
      const { best } = this
      let held = 0
      for (let i = 0; i < n; i++) {
        const value = arrivedScore[i] as number
        if (held === width && value <= (best[width - 1] as number)) continue
        let at = held < width ? held++ : width - 1
        while (at > 0 && (best[at - 1] as number) < value) {
          best[at] = best[at - 1] as number
          at--
        }
        best[at] = value
      }
      if ((best[width - 1] as number) > floor) floor = best[width - 1] as number
    }
    if (count + n > this.score.length) this.growHypotheses(count + n)
    this.nodeStart[node] = count
    let at = count
    for (let i = 0; i < n; i++) {
      const value = arrivedScore[i] as number
      const edge = arrivedEdge[i] as number
      // The best state of every edge stays while it is in the span: the next word may turn the tables for it.
      if (value < floor && (value < top - BEAM_SPAN || champion[edge] !== i)) continue
      const word = lattice.word[edge] as number
      // States of one word stand together: insert behind the last of the same word.
      let place = at
      if (at > count && this.last[at - 1] !== word) {
        for (let k = at - 1; k >= count; k--) {
          if (this.last[k] === word) {
            place = k + 1
            break
          }
        }
      }
      for (let k = at; k > place; k--) {
        this.score[k] = this.score[k - 1] as number
        this.last[k] = this.last[k - 1] as number
        this.row[k] = this.row[k - 1] as number
        this.back[k] = this.back[k - 1] as number
        this.edge[k] = this.edge[k - 1] as number
        this.arrivalOf[k] = this.arrivalOf[k - 1] as number
      }
      this.score[place] = value
      this.last[place] = word
      this.row[place] = arrivedRow[i] as number
      this.back[place] = arrivedBack[i] as number
      this.edge[place] = edge
      this.arrivalOf[place] = i
      at++
    }
    this.nodeEnd[node] = at
    if (this.recording) {
      // `champion` is done with: it now says which hypothesis an arrival became.
      if (n > champion.length) this.champion = new Int32Array(n * 2)
      const became = this.champion
      became.fill(-1, 0, n)
      for (let k = count; k < at; k++) became[this.arrivalOf[k] as number] = k
      this.arcs.settle(became)
    }
    return at
  }

  private growScratch(size: number): void {
    this.pairRow = new Int32Array(size * 2)
    this.pairLog = new Float64Array(size * 2)
    this.best = new Float64Array(size * 2)
    this.bestFrom = new Int32Array(size * 2)
  }

  private growArrived(): void {
    const size = this.arrivedScore.length * 2
    const score = new Float64Array(size)
    score.set(this.arrivedScore)
    this.arrivedScore = score
    const row = new Int32Array(size)
    row.set(this.arrivedRow)
    this.arrivedRow = row
    const back = new Int32Array(size)
    back.set(this.arrivedBack)
    this.arrivedBack = back
    const edge = new Int32Array(size)
    edge.set(this.arrivedEdge)
    this.arrivedEdge = edge
  }

  private growHypotheses(needed: number): void {
    const size = Math.max(needed, this.score.length * 2)
    const score = new Float64Array(size)
    score.set(this.score)
    this.score = score
    const last = new Uint16Array(size)
    last.set(this.last)
    this.last = last
    const row = new Int32Array(size)
    row.set(this.row)
    this.row = row
    const back = new Int32Array(size)
    back.set(this.back)
    this.back = back
    const edge = new Int32Array(size)
    edge.set(this.edge)
    this.edge = edge
    const arrival = new Int32Array(size)
    arrival.set(this.arrivalOf)
    this.arrivalOf = arrival
  }
}
