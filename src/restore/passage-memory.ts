/**
 * What repair found before: from a place where one hypothesis is left, the same chunks in a row are read in the same way. So a
 * passage between two such places is searched once, and told the next time: an automaton that is made as it is needed. Its
 * edges are chunks, and the last one of a passage leads to what was found.
 *
 * Everything is kept until a limit is reached, then all is forgotten.
 */
import { Findings } from './findings.ts'

/** Edges and findings kept from one sentence to the next. */
const EDGES_KEPT_MAX = 1 << 15
const FINDINGS_KEPT_MAX = 1 << 15
const SLOTS_AT_FIRST = 1 << 10
/** Nodes inside a passage have numbers from here up; below are the places between, see `placeOf`. */
const INNER_MIN = 1 << 28

/**
 * The place behind a hypothesis that is alone: all that what follows depends on.
 *
 * @param word its last word
 * @param row bigram row of its last two words, or -1
 */
export const placeOf = (word: number, row: number): number => (row < 0 ? ~word : row)

/** One passage: how many chunks, what was found, and what is left behind it. */
export interface Passage {
  readonly chunks: number
  /** Findings `[from, to)`. */
  readonly from: number
  readonly to: number
  /** Last word, and bigram row of the last two or -1. */
  readonly word: number
  readonly row: number
}

export class PassageMemory {
  readonly findings = new Findings()
  private readonly passages: Passage[] = []
  // By slot: node before, symbol, node after or complement of the passage's number. Symbol 0: free.
  private nodes = new Int32Array(SLOTS_AT_FIRST)
  private symbols = new Float64Array(SLOTS_AT_FIRST)
  private targets = new Int32Array(SLOTS_AT_FIRST)
  private edges = 0

  /** To be called between sentences: what was given before is void. */
  tidy(): void {
    if (this.edges > EDGES_KEPT_MAX || this.findings.count > FINDINGS_KEPT_MAX) this.clear()
  }

  clear(): void {
    this.findings.clear()
    this.passages.length = 0
    this.symbols.fill(0)
    this.edges = 0
  }

  /**
   * Follows an edge.
   *
   * @param node a place or the node that an edge led to
   * @param symbol of the chunk, above 0
   * @returns the node it leads to, the complement of a passage, or 0 where there is none
   */
  follow(node: number, symbol: number): number {
    const { symbols, nodes } = this
    const mask = symbols.length - 1
    for (let slot = slotOf(node, symbol, mask); symbols[slot] !== 0; slot = (slot + 1) & mask)
      if (symbols[slot] === symbol && nodes[slot] === node) return this.targets[slot] as number
    return 0
  }

  passage(target: number): Passage {
    return this.passages[~target] as Passage
  }

  /** A chunk inside a passage, where `follow` found none: the node it leads to. */
  enter(node: number, symbol: number): number {
    const target = INNER_MIN + this.edges
    this.put(node, symbol, target)
    return target
  }

  /** The last chunk of a passage, where `follow` found none. */
  close(node: number, symbol: number, passage: Passage): void {
    this.put(node, symbol, ~this.passages.length)
    this.passages.push(passage)
  }

  private put(node: number, symbol: number, target: number): void {
    if (2 * ++this.edges > this.symbols.length) this.grow()
    const { symbols } = this
    const mask = symbols.length - 1
    let slot = slotOf(node, symbol, mask)
    while (symbols[slot] !== 0) slot = (slot + 1) & mask
    symbols[slot] = symbol
    this.nodes[slot] = node
    this.targets[slot] = target
  }

  private grow(): void {
    const { nodes, symbols, targets } = this
    this.nodes = new Int32Array(nodes.length * 2)
    this.symbols = new Float64Array(nodes.length * 2)
    this.targets = new Int32Array(nodes.length * 2)
    const held = this.edges
    this.edges = 0
    for (let slot = 0; slot < symbols.length; slot++)
      if (symbols[slot] !== 0)
        this.put(nodes[slot] as number, symbols[slot] as number, targets[slot] as number)
    this.edges = held
  }
}

const slotOf = (node: number, symbol: number, mask: number): number => {
  const hash = Math.imul(Math.imul(node, 0x85ebca6b) ^ (symbol | 0), 0x9e3779b1)
  return (hash ^ (hash >>> 15)) & mask
}
