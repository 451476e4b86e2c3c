/**
 * The columns a search works on. A hypothesis is one reading of the sentence up to a node; the columns grow by doubling
 * and are reused from sentence to sentence, so that a step of the search allocates nothing.
 */

/** States that arrive at one node, before the best are kept. */
export class Arrivals {
  count = 0
  /** ln score along the best path. */
  score: Float64Array = new Float64Array(1024)
  /** Bigram row of the last two words, or -1. */
  row: Int32Array = new Int32Array(1024)
  /** The hypothesis it continues. */
  back: Int32Array = new Int32Array(1024)
  /** The edge it ends in. */
  edge: Int32Array = new Int32Array(1024)
  private ranked = new Float64Array(64)

  /** One state more, of words without a bigram row; its number. */
  add(edge: number, back: number, score: number): number {
    const at = this.count
    if (at === this.score.length) this.reserve(1)
    this.score[at] = score
    this.row[at] = -1
    this.back[at] = back
    this.edge[at] = edge
    this.count++
    return at
  }

  /** Makes room for `more` states behind the last. */
  reserve(more: number): void {
    const needed = this.count + more
    if (needed <= this.score.length) return
    const size = Math.max(needed, this.score.length * 2)
    this.score = widen(this.score, new Float64Array(size))
    this.row = widen(this.row, new Int32Array(size))
    this.back = widen(this.back, new Int32Array(size))
    this.edge = widen(this.edge, new Int32Array(size))
  }

  /** The `width`-th best score, by a small insertion list; -Infinity when no more than that arrived. */
  floor(width: number): number {
    const { score, count } = this
    if (count <= width) return Number.NEGATIVE_INFINITY
    if (width > this.ranked.length) this.ranked = new Float64Array(width * 2)
    const { ranked } = this
    let held = 0
    for (let i = 0; i < count; i++) {
      const value = score[i] as number
      if (held === width && value <= (ranked[width - 1] as number)) continue
      let at = held < width ? held++ : width - 1
      while (at > 0 && (ranked[at - 1] as number) < value) {
        ranked[at] = ranked[at - 1] as number
        at--
      }
      ranked[at] = value
    }
    return ranked[width - 1] as number
  }
}

/** Scratch: what is known of each edge of a block, as the number of what it was last known for. */
export class Stamps {
  /** The state that ends in it. */
  slot: Int32Array = new Int32Array(64)
  /** The group of hypotheses whose last word makes a bigram on file with it. */
  onFile: Int32Array = new Int32Array(64)
  /** The hypothesis whose last two words make a trigram on file with it. */
  byTrigram: Int32Array = new Int32Array(64)

  /** Makes room for `size` edges; what is there is lost. */
  reserve(size: number): void {
    if (size <= this.slot.length) return
    this.slot = new Int32Array(size * 2)
    this.onFile = new Int32Array(size * 2)
    this.byTrigram = new Int32Array(size * 2)
  }
}

/** Hypotheses kept, of the whole sentence; those of a node are consecutive, and among them those of a last word. */
export class Hypotheses {
  score: Float64Array = new Float64Array(4096)
  /** Last word: with `row`, all that the next word depends on. */
  last: Uint16Array = new Uint16Array(4096)
  row: Int32Array = new Int32Array(4096)
  back: Int32Array = new Int32Array(4096)
  edge: Int32Array = new Int32Array(4096)
  /** Which arrival each one was. */
  arrival: Int32Array = new Int32Array(4096)

  reserve(needed: number): void {
    if (needed <= this.score.length) return
    const size = Math.max(needed, this.score.length * 2)
    this.score = widen(this.score, new Float64Array(size))
    this.last = widen(this.last, new Uint16Array(size))
    this.row = widen(this.row, new Int32Array(size))
    this.back = widen(this.back, new Int32Array(size))
    this.edge = widen(this.edge, new Int32Array(size))
    this.arrival = widen(this.arrival, new Int32Array(size))
  }

  /** The hypothesis before the first word of the lattice. */
  begin(last: number, row = -1): void {
    this.score[0] = 0
    this.last[0] = last
    this.row[0] = row
    this.back[0] = -1
    this.edge[0] = -1
  }

  /** The best of `[from, to)`, the first of equals; -1 when there is none. */
  best(from: number, to: number): number {
    const { score } = this
    let best = -1
    for (let h = from; h < to; h++) if (best < 0 || (score[h] as number) > (score[best] as number)) best = h
    return best
  }

  /** Writes the edges that lead to a hypothesis in reading order; returns how many they are. */
  readBack(winner: number, path: Int32Array): number {
    const { back, edge } = this
    let length = 0
    for (let h = winner; h > 0; h = back[h] as number) length++
    let at = length
    for (let h = winner; h > 0; h = back[h] as number) path[--at] = edge[h] as number
    return length
  }

  /** Puts the hypotheses of the best one's word before the others of `[from, to)`. */
  leadWithBest(from: number, to: number): void {
    if (to - from < 2) return
    const { last } = this
    const word = last[this.best(from, to)] as number
    if (last[from] === word) return
    let place = from
    for (let h = from; h < to; h++) if (last[h] === word) this.move(place++, h)
  }

  /** Moves hypothesis `from` to `place`, before those between. */
  private move(place: number, from: number): void {
    const { score, last, row, back, edge, arrival } = this
    for (const column of [score, last, row, back, edge, arrival]) {
      const value = column[from] as number
      for (let k = from; k > place; k--) column[k] = column[k - 1] as number
      column[place] = value
    }
  }

  /** Puts arrival `i` at `place` of the hypotheses up to `end`, those from `place` on move one back. */
  insert(place: number, end: number, arrivals: Arrivals, i: number, last: number): void {
    const { score, last: lastOf, row, back, edge, arrival } = this
    // Few move: a loop is cheaper than six calls of copyWithin.
    for (let k = end; k > place; k--) {
      score[k] = score[k - 1] as number
      lastOf[k] = lastOf[k - 1] as number
      row[k] = row[k - 1] as number
      back[k] = back[k - 1] as number
      edge[k] = edge[k - 1] as number
      arrival[k] = arrival[k - 1] as number
    }
    score[place] = arrivals.score[i] as number
    lastOf[place] = last
    row[place] = arrivals.row[i] as number
    back[place] = arrivals.back[i] as number
    edge[place] = arrivals.edge[i] as number
    arrival[place] = i
  }
}

/** A column and more room behind it. */
export function widen<T extends Float64Array | Int32Array | Uint16Array>(from: T, to: T): T {
  to.set(from)
  return to
}
