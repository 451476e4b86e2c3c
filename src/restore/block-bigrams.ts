/**
 * What a word makes with the edges of a block, best first, so that a search can stop where nothing more comes into its span:
 * the bigrams on file, and by themselves the edges to back off to. Blocks that are lists of alternatives come again, after the
 * same words, so what was found is kept until a limit is reached; then all is forgotten.
 */
import type { NgramTable } from '../lm/table.ts'
import type { Lattice } from './lattice.ts'

/** Bigrams and edges kept from one sentence to the next. */
const KEPT_MAX = (1 << 17) - (1 << 13)
/** No word: the slot is for the edges by themselves. */
const ALONE = 0xffff
const SLOTS_AT_FIRST = 1 << 10
/** Longer lists are sorted by the library. */
const INSERTED_MAX = 64

export class BlockBigrams {
  /** Edge of the block (its place in it) << 8 | code of ln P. */
  edge: Int32Array = new Int32Array(1 << 12)
  /** The bigram's row in the model. */
  row: Int32Array = new Int32Array(1 << 12)
  /** What was found last: `[from, to)`. */
  from = 0
  to = 0
  private readonly table: NgramTable
  private count = 0
  /** List and word of each slot as one number, -1: free; where what it is about begins and ends. */
  private keys = new Float64Array(SLOTS_AT_FIRST).fill(-1)
  private starts = new Int32Array(SLOTS_AT_FIRST)
  private ends = new Int32Array(SLOTS_AT_FIRST)
  private slots = 0
  /** Edges of a block without a list stand here until the next block; -1: none do. */
  private lent = -1
  private worth = new Float64Array(64)

  constructor(table: NgramTable) {
    this.table = table
  }

  /** To be called between sentences: what was found before is void. */
  tidy(): void {
    if (this.count <= KEPT_MAX) return
    this.keys.fill(-1)
    this.slots = 0
    this.count = 0
    this.lent = -1
  }

  /** Finds the bigrams of a word with the edges of the block that `alone` was asked for. */
  after(word: number, lattice: Lattice, block: number): void {
    if (this.isKnown(lattice.blockList[block] as number, word)) return
    this.look(word, lattice, block)
    this.keep(lattice.blockList[block] as number, word)
  }

  /** Finds the edges of a block by what they are worth without a word before. */
  alone(lattice: Lattice, block: number): void {
    if (this.lent >= 0) this.count = this.lent
    this.lent = -1
    const list = lattice.blockList[block] as number
    if (this.isKnown(list, ALONE)) return
    const { unigram } = this.table
    const first = lattice.blockStart[block] as number
    const edges = (lattice.blockStart[block + 1] as number) - first
    this.reserve(edges)
    for (let e = 0; e < edges; e++) {
      this.edge[this.count + e] = e << 8
      this.worth[e] =
        (unigram[lattice.word[first + e] as number] as number) + (lattice.score[first + e] as number)
    }
    this.sort(edges)
    if (list === 0) {
      this.lent = this.count
      this.from = this.count
      this.count = this.to
    } else this.keep(list, ALONE)
  }

  private isKnown(list: number, word: number): boolean {
    if (list === 0) return false
    const key = list * 0x10000 + word
    const { keys } = this
    const mask = keys.length - 1
    for (let slot = slotOf(list, word, mask); keys[slot] !== -1; slot = (slot + 1) & mask) {
      if (keys[slot] !== key) continue
      this.from = this.starts[slot] as number
      this.to = this.ends[slot] as number
      return true
    }
    return false
  }

  /** What was found stands from `count` to `to`; of a block without a list it is void with the next. */
  private keep(list: number, word: number): void {
    this.from = this.count
    if (list === 0) return
    this.count = this.to
    if (2 * ++this.slots > this.keys.length) this.growSlots()
    this.put(list * 0x10000 + word, this.from, this.to)
  }

  private put(key: number, from: number, to: number): void {
    const { keys } = this
    const mask = keys.length - 1
    let slot = slotOf(Math.floor(key / 0x10000), key % 0x10000, mask)
    while (keys[slot] !== -1) slot = (slot + 1) & mask
    keys[slot] = key
    this.starts[slot] = from
    this.ends[slot] = to
  }

  private growSlots(): void {
    const { keys, starts, ends } = this
    this.keys = new Float64Array(keys.length * 2).fill(-1)
    this.starts = new Int32Array(keys.length * 2)
    this.ends = new Int32Array(keys.length * 2)
    for (let slot = 0; slot < keys.length; slot++)
      if (keys[slot] !== -1) this.put(keys[slot] as number, starts[slot] as number, ends[slot] as number)
  }

  private look(last: number, lattice: Lattice, block: number): void {
    const { unigramNext, levels } = this.table
    const { word, prob, logProbOf } = levels[0]!
    const first = lattice.blockStart[block] as number
    const edges = (lattice.blockStart[block + 1] as number) - first
    this.reserve(edges)
    const { edge, row, worth, count } = this
    const { word: edgeWord, score } = lattice
    const rowEnd = unigramNext[last + 1] as number
    let lo = unigramNext[last] as number
    let found = 0
    for (let e = 0; e < edges && lo < rowEnd; e++) {
      const target = edgeWord[first + e] as number
      // Edges ascend, so the next one stands at or after the last; near neighbours are found at once.
      if ((word[lo] as number) < target) {
        let hi = rowEnd
        let step = 1
        while (lo + step < hi && (word[lo + step] as number) < target) {
          lo += step
          step <<= 1
        }
        if (lo + step < hi) hi = lo + step + 1
        while (lo < hi) {
          const middle = (lo + hi) >>> 1
          if ((word[middle] as number) < target) lo = middle + 1
          else hi = middle
        }
      }
      if (lo === rowEnd || word[lo] !== target) continue
      const code = prob[lo] as number
      edge[count + found] = (e << 8) | code
      row[count + found] = lo
      worth[found++] = (logProbOf[code] as number) + (score[first + e] as number)
    }
    this.sort(found)
  }

  /** Sorts what stands from `count` on by `worth`, best first; of equals the first stays first. */
  private sort(found: number): void {
    const { edge, row, worth, count } = this
    this.to = count + found
    if (found > INSERTED_MAX) {
      this.sortMany(found)
      return
    }
    for (let i = 1; i < found; i++) {
      const value = worth[i] as number
      let at = i
      if (value <= (worth[at - 1] as number)) continue
      const e = edge[count + i] as number
      const r = row[count + i] as number
      do {
        worth[at] = worth[at - 1] as number
        edge[count + at] = edge[count + at - 1] as number
        row[count + at] = row[count + at - 1] as number
        at--
      } while (at > 0 && (worth[at - 1] as number) < value)
      worth[at] = value
      edge[count + at] = e
      row[count + at] = r
    }
  }

  private sortMany(found: number): void {
    const { worth, count } = this
    const order = Array.from({ length: found }, (_, i) => i)
    // Differences of -Infinity are no numbers.
    order.sort((a, b) => {
      const x = worth[a] as number
      const y = worth[b] as number
      return x > y ? -1 : x < y ? 1 : a - b
    })
    for (const column of [this.edge, this.row]) {
      const values = column.slice(count, count + found)
      for (let i = 0; i < found; i++) column[count + i] = values[order[i] as number] as number
    }
  }

  private reserve(more: number): void {
    if (more > this.worth.length) this.worth = new Float64Array(more * 2)
    if (this.count + more <= this.edge.length) return
    const size = Math.max(this.count + more, this.edge.length * 2)
    const edge = new Int32Array(size)
    edge.set(this.edge)
    this.edge = edge
    const row = new Int32Array(size)
    row.set(this.row)
    this.row = row
  }
}

const slotOf = (list: number, word: number, mask: number): number => {
  const hash = Math.imul(Math.imul(list | 0, 0x85ebca6b) ^ word, 0x9e3779b1)
  return (hash ^ (hash >>> 15)) & mask
}
