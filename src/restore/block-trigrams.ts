/** Trigrams that the model has on file between two words and the edges of a block. */
import type { NgramTable } from '../lm/table.ts'
import type { Lattice } from './lattice.ts'

/** For bigram models. */
const NO_TRIGRAMS = { word: new Uint16Array(0), prob: new Uint8Array(0), logProbOf: new Float32Array(0) }
/** Longer columns are bisected for each edge, shorter ones read through. */
const READ_MAX = 48

export class BlockTrigrams {
  /** What was found last: edges (their places in the block), ln P. */
  count = 0
  edge: Int32Array = new Int32Array(64)
  log: Float64Array = new Float64Array(64)
  private readonly next: Uint32Array
  private readonly word: Uint16Array
  private readonly prob: Uint8Array
  private readonly logProbOf: Float32Array
  private lattice: Lattice | null = null
  private first = 0
  private stop = 0
  /** One bit for each word of the block, when they are set. */
  private readonly bits = new Int32Array(1 << 11)
  private areSet = false

  constructor({ levels }: NgramTable) {
    const { word, prob, logProbOf } = levels[1] ?? NO_TRIGRAMS
    this.next = levels[0]!.next
    this.word = word
    this.prob = prob
    this.logProbOf = logProbOf
  }

  begin(lattice: Lattice, block: number): void {
    this.lattice = lattice
    this.first = lattice.blockStart[block] as number
    this.stop = lattice.blockStart[block + 1] as number
    const edges = this.stop - this.first
    if (edges > this.edge.length) {
      this.edge = new Int32Array(edges * 2)
      this.log = new Float64Array(edges * 2)
    }
  }

  end(): void {
    if (!this.areSet) return
    const { word } = this.lattice as Lattice
    for (let e = this.first; e < this.stop; e++) this.bits[(word[e] as number) >>> 5] = 0
    this.areSet = false
  }

  /** @param context bigram row of the two words */
  find(context: number): void {
    this.count = 0
    const from = this.next[context] as number
    const to = this.next[context + 1] as number
    if (from === to) return
    if (to - from > READ_MAX) this.bisect(from, to)
    else this.readThrough(from, to)
  }

  private readThrough(from: number, to: number): void {
    const { bits, word } = this
    if (!this.areSet) {
      const { word: edgeWord } = this.lattice as Lattice
      for (let e = this.first; e < this.stop; e++) {
        const id = edgeWord[e] as number
        bits[id >>> 5] = (bits[id >>> 5] as number) | (1 << (id & 31))
      }
      this.areSet = true
    }
    let e = this.first
    for (let t = from; t < to; t++) {
      const id = word[t] as number
      if (((bits[id >>> 5] as number) & (1 << (id & 31))) === 0) continue
      const edgeWord = (this.lattice as Lattice).word
      while ((edgeWord[e] as number) < id) e++
      for (; e < this.stop && edgeWord[e] === id; e++) this.add(e, t)
    }
  }

  private bisect(from: number, to: number): void {
    const { word } = this
    const { word: edgeWord } = this.lattice as Lattice
    let lo = from
    for (let e = this.first; e < this.stop && lo < to; e++) {
      const target = edgeWord[e] as number
      let hi = to
      while (lo < hi) {
        const middle = (lo + hi) >>> 1
        if ((word[middle] as number) < target) lo = middle + 1
        else hi = middle
      }
      if (lo < to && word[lo] === target) this.add(e, lo)
    }
  }

  private add(edge: number, row: number): void {
    this.edge[this.count] = edge - this.first
    this.log[this.count] = this.logProbOf[this.prob[row] as number] as number
    this.count++
  }
}
