/**
 * What the search of restoration found before: official text says the same things again and again, and from a place where one
 * state is left, the same keys in a row lead through the same states. So places are searched once, and walked through the next
 * time: an automaton that is made as it is needed. Its nodes are what is left after a place, its edges the places.
 *
 * Everything is kept until a limit is reached, then all is forgotten.
 */
import { type DecoderColumns, STATES_MAX } from './decoder-columns.ts'

/** Numbers of an edge: node + 1; symbol; node it leads to; states there << 8 | the state before, where one is left. */
const EDGE = 4
/** Numbers of an anchor: word << 16 | word before; key after; node + 1. */
const ANCHOR = 3
const EDGES_AT_FIRST = 1 << 10
/** Edges kept from one sentence to the next. */
const EDGES_KEPT_MAX = 1 << 17
/** No word before: nothing goes on from the last two words. */
const NO_WORD = 0xffff
/** Bits of a word or key in a symbol: larger vocabularies are not remembered. */
const SYMBOL_BITS = 14
/** Words and keys at most; the last number means that no place follows. */
export const REMEMBERED_MAX: number = (1 << SYMBOL_BITS) - 1

/**
 * A place and the key after it as one number.
 *
 * @param what key, or the word that is given
 * @param column how it is printed, 0 to 2
 * @param next key after it, `REMEMBERED_MAX` at the end
 */
export const symbolOf = (what: number, isGiven: boolean, column: number, next: number): number =>
  (next << (SYMBOL_BITS + 3)) | (what << 3) | (isGiven ? 4 : 0) | column

export class DecoderMemory {
  /** The edge found last: where it leads, how many states there are. */
  target = 0
  states = 0
  // States by node and on: word << 8 | state before; score; score with the back-off weight; first trigram of those of the next
  // place, or negative.
  private wordBack = new Int32Array(EDGES_AT_FIRST)
  private score = new Float32Array(EDGES_AT_FIRST)
  private base = new Float32Array(EDGES_AT_FIRST)
  private tri = new Int32Array(EDGES_AT_FIRST)
  private filled = 0
  private edges = new Int32Array(EDGE * EDGES_AT_FIRST)
  private edgeShift = 32 - 10
  private edgeCount = 0
  private anchors = new Int32Array(ANCHOR * EDGES_AT_FIRST)
  private anchorShift = 32 - 10
  private anchorCount = 0

  /** To be called between sentences: nodes given before are void. */
  tidy(): void {
    if (this.edgeCount <= EDGES_KEPT_MAX) return
    this.edges.fill(0)
    this.anchors.fill(0)
    this.edgeCount = 0
    this.anchorCount = 0
    this.filled = 0
  }

  /** The node at the start of a sentence. */
  start(before: number, next: number): number {
    return this.anchor((before << 16) | NO_WORD, next, 0, -1)
  }

  /**
   * Follows an edge and writes the states it leads to into the columns, without their scores.
   *
   * @param row where the states go
   * @returns whether there is such an edge; then `target` and `states` tell of it
   */
  follow(node: number, symbol: number, columns: DecoderColumns, row: number): boolean {
    const { edges, wordBack } = this
    const mask = edges.length / EDGE - 1
    let slot = hashOf(node, symbol) >>> this.edgeShift
    for (;;) {
      const at = slot * EDGE
      const found = edges[at] as number
      if (found === 0) return false
      if (found === node + 1 && edges[at + 1] === symbol) {
        const target = edges[at + 2] as number
        const packed = edges[at + 3] as number
        const states = packed >>> 8
        const { word, back } = columns
        this.target = target
        this.states = states
        if (states === 1) {
          word[row] = (wordBack[target] as number) >>> 8
          back[row] = packed & 255
          return true
        }
        for (let h = 0; h < states; h++) {
          const both = wordBack[target + h] as number
          word[row + h] = both >>> 8
          back[row + h] = both & 255
        }
        return true
      }
      slot = (slot + 1) & mask
    }
  }

  /** Writes the scores of a node's states into the columns. */
  load(node: number, states: number, columns: DecoderColumns, bank: number, firstTrigram: number): void {
    const { score, base, tri } = columns
    for (let h = 0; h < states; h++) {
      const trigram = this.tri[node + h] as number
      score[bank + h] = this.score[node + h] as number
      base[bank + h] = this.base[node + h] as number
      tri[bank + h] = trigram < 0 ? -1 : firstTrigram + trigram
    }
  }

  /**
   * Remembers where a place led to. The columns take over what is remembered: a state that is alone starts
   * from nothing again.
   *
   * @param row where the states before the place are; those after it are in the next
   * @param bank where their scores are
   * @param next key of the next place
   * @param firstTrigram first of the trigrams of the next place
   * @returns the node
   */
  add(
    node: number,
    symbol: number,
    columns: DecoderColumns,
    row: number,
    bank: number,
    states: number,
    next: number,
    firstTrigram: number,
  ): number {
    const { word, back, score, base, tri } = columns
    const after = row + STATES_MAX
    const alone = back[after] as number
    let target: number
    if (states === 1) {
      const trigram = tri[bank] as number
      const isLive = trigram >= 0
      const before = isLive ? (word[row + alone] as number) : NO_WORD
      const words = ((word[after] as number) << 16) | before
      // Rounded to what it was in the model, whatever it was added to.
      base[bank] = isLive ? Math.fround((base[bank] as number) - (score[bank] as number)) : 0
      score[bank] = 0
      target = this.anchor(words, next, base[bank] as number, isLive ? trigram - firstTrigram : -1)
    } else {
      target = this.room(states)
      for (let h = 0; h < states; h++) {
        const trigram = tri[bank + h] as number
        this.wordBack[target + h] = ((word[after + h] as number) << 8) | (back[after + h] as number)
        // What follows is worked out from the same numbers, now and when they are remembered.
        score[bank + h] = Math.fround(score[bank + h] as number)
        base[bank + h] = Math.fround(base[bank + h] as number)
        this.score[target + h] = score[bank + h] as number
        this.base[target + h] = base[bank + h] as number
        this.tri[target + h] = trigram < 0 ? -1 : trigram - firstTrigram
      }
    }
    this.addEdge(node, symbol, target, (states << 8) | (states === 1 ? alone : 0))
    return target
  }

  private addEdge(node: number, symbol: number, target: number, packed: number): void {
    if (2 * EDGE * (this.edgeCount + 1) > this.edges.length) this.growEdges()
    const { edges } = this
    const mask = edges.length / EDGE - 1
    let slot = hashOf(node, symbol) >>> this.edgeShift
    while (edges[slot * EDGE] !== 0) slot = (slot + 1) & mask
    const at = slot * EDGE
    edges[at] = node + 1
    edges[at + 1] = symbol
    edges[at + 2] = target
    edges[at + 3] = packed
    this.edgeCount++
  }

  private growEdges(): void {
    const { edges } = this
    this.edges = new Int32Array(edges.length * 2)
    this.edgeShift--
    this.edgeCount = 0
    for (let at = 0; at < edges.length; at += EDGE) {
      if (edges[at] === 0) continue
      this.addEdge(
        (edges[at] as number) - 1,
        edges[at + 1] as number,
        edges[at + 2] as number,
        edges[at + 3] as number,
      )
    }
  }

  /** Where an anchor is, or is to be, in `anchors`. */
  private anchorAt(words: number, next: number): number {
    const { anchors } = this
    const mask = anchors.length / ANCHOR - 1
    let slot = hashOf(words, next) >>> this.anchorShift
    for (;;) {
      const at = slot * ANCHOR
      if (anchors[at + 2] === 0 || (anchors[at] === words && anchors[at + 1] === next)) return at
      slot = (slot + 1) & mask
    }
  }

  /** The node of a state that is alone, made when it is new. */
  private anchor(words: number, next: number, base: number, trigram: number): number {
    const at = this.anchorAt(words, next)
    const { anchors } = this
    if (anchors[at + 2] !== 0) return (anchors[at + 2] as number) - 1
    const node = this.room(1)
    this.wordBack[node] = (words >>> 16) << 8
    this.score[node] = 0
    this.base[node] = base
    this.tri[node] = trigram
    anchors[at] = words
    anchors[at + 1] = next
    anchors[at + 2] = node + 1
    if (2 * ANCHOR * ++this.anchorCount > anchors.length) this.growAnchors()
    return node
  }

  private growAnchors(): void {
    const { anchors } = this
    this.anchors = new Int32Array(anchors.length * 2)
    this.anchorShift--
    for (let from = 0; from < anchors.length; from += ANCHOR) {
      if (anchors[from + 2] === 0) continue
      const at = this.anchorAt(anchors[from] as number, anchors[from + 1] as number)
      for (let field = 0; field < ANCHOR; field++) this.anchors[at + field] = anchors[from + field] as number
    }
  }

  /** Room for the states of a node: its number. */
  private room(states: number): number {
    const node = this.filled
    this.filled += states
    if (this.filled > this.score.length) {
      const size = this.score.length * 2
      const wider = <T extends Int32Array | Float32Array>(from: T, to: T): T => {
        to.set(from)
        return to
      }
      this.wordBack = wider(this.wordBack, new Int32Array(size))
      this.score = wider(this.score, new Float32Array(size))
      this.base = wider(this.base, new Float32Array(size))
      this.tri = wider(this.tri, new Int32Array(size))
    }
    return node
  }
}

const hashOf = (first: number, second: number): number =>
  Math.imul(first ^ Math.imul(second, 0x85ebca6b), 0x9e3779b1)
