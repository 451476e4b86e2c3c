/**
 * A sentence is searched passage by passage: from a place where one hypothesis is left, until one is left again. What was
 * found of a passage is remembered, unless a user's list or the engine has a say in it.
 */
import type { AlternativeReader } from './alternatives.ts'
import { ChunkLattice, symbolOf } from './chunk-lattice.ts'
import type { Chunk } from './chunks.ts'
import { standingOf } from './edge-list.ts'
import type { PageEvidence } from './evidence.ts'
import { Findings, type PageRules } from './findings.ts'
import { canMerge } from './merge.ts'
import { type Passage, PassageMemory, placeOf } from './passage-memory.ts'
import { PosteriorScorer } from './posterior.ts'
import type { RepairWeights } from './repair-weights.ts'
import { BeamSearch } from './search.ts'
import type { UserList } from './user-list.ts'

/** Log scores are divided by this for posteriors; set where confidence equals the share of right words on dev pages. */
export const TEMPERATURE = 1.5

/** Chunks that are no words come first among the symbols: 8 kinds of pause behind each word of the model that they may be. */
const FIXED_SYMBOLS = 64
/**
 * How a chunk stands, in bits of its symbol: the page has modern marks; it ends what is searched; it may be one word with the
 * next; three ways to be capital.
 */
const ENDS = 2
const JOINS = 4
const STANDING = 8
const MANNERS = 32

/** A page that is searched. */
export interface SearchedPage extends PageRules {
  readonly chunks: readonly Chunk[]
  /** The user's own list. */
  readonly user: UserList | null
  /** How sure the engine was of its words. */
  readonly evidence: PageEvidence | null
}

/** Receives what was found, `[passage.from, passage.to)`, of the chunks from `k` on. */
export type Take = (findings: Findings, passage: Passage, k: number) => void

export class Passages {
  private readonly graph: ChunkLattice
  private readonly search: BeamSearch
  private readonly scorer = new PosteriorScorer()
  private readonly memory = new PassageMemory()
  /** Of passages that are not remembered. */
  private readonly passing = new Findings()
  /** By chunk of the sentence. */
  private symbols = new Float64Array(512)
  /** Where `recall` stopped: the node before chunk `at`, or the complement of a passage. */
  private node = 0
  private at = 0
  /** Edges of the best path, and P(edge | passage). */
  private path = new Int32Array(512)
  private posterior = new Float32Array(4096)

  constructor(reader: AlternativeReader, weights: RepairWeights) {
    this.graph = new ChunkLattice(reader, weights)
    this.search = new BeamSearch(reader.language.table, weights.beam, weights.span)
  }

  /**
   * Searches `chunks[from, to)` of a page.
   *
   * @param before the word before it
   * @returns its last word
   */
  read(page: SearchedPage, from: number, to: number, before: number, take: Take): number {
    const { chunks, user, evidence } = page
    const { memory, graph } = this
    const isPlain = user === null && evidence === null
    memory.tidy()
    graph.begin(chunks, from, to, user, evidence)
    this.readSymbols(page, from, to)
    let word = before
    let row = -1
    for (let k = from; k < to; ) {
      this.node = placeOf(word, row)
      this.at = k
      const known = isPlain && this.recall(from, to)
      const passage = known ? memory.passage(this.node) : this.find(page, from, k, to, word, row, isPlain)
      take(isPlain ? memory.findings : this.passing, passage, k)
      word = passage.word
      row = passage.row
      k += passage.chunks
    }
    return word
  }

  /** Forgets what was found. */
  forget(): void {
    this.memory.clear()
  }

  /** Follows the chunks from `at` on as far as they were met before; whether that is to the end of a passage. */
  private recall(from: number, to: number): boolean {
    const { memory, symbols } = this
    let { node } = this
    for (let at = this.at; at < to; at++) {
      const next = memory.follow(node, symbols[at - from] as number)
      if (next < 0) {
        this.node = next
        return true
      }
      if (next === 0) {
        this.node = node
        this.at = at
        return false
      }
      node = next
    }
    return false
  }

  private find(
    page: SearchedPage,
    from: number,
    k: number,
    to: number,
    word: number,
    row: number,
    isPlain: boolean,
  ): Passage {
    const { graph, search, memory, symbols } = this
    const { chunks } = page
    const { lattice } = graph.edges
    const findings = isPlain ? memory.findings : this.passing
    if (!isPlain) findings.clear()
    graph.startAt(k)
    search.begin(word, row, true)
    let { node } = this
    let at = k
    for (; ; at++) {
      graph.add(at)
      search.advance(lattice)
      const symbol = symbols[at - from] as number
      if (at + 1 === to || (search.isAlone && (symbol & JOINS) === 0)) break
      if (isPlain && at >= this.at) node = memory.enter(node, symbol)
    }
    graph.end()
    const length = this.weigh()
    const first = findings.count
    findings.add(graph.edges, this.path, length, this.posterior, chunks, k, page)
    const passage = {
      chunks: at + 1 - k,
      from: first,
      to: findings.count,
      word: length === 0 ? word : (lattice.word[this.path[length - 1] as number] as number),
      row: search.isAlone ? search.lastRow : -1,
    }
    if (isPlain) memory.close(node, symbols[at - from] as number, passage)
    return passage
  }

  /** The best path of the lattice and the probabilities of its edges; returns the number of edges on the path. */
  private weigh(): number {
    const { search, graph } = this
    const { lattice } = graph.edges
    if (this.path.length < lattice.nodes) this.path = new Int32Array(lattice.nodes * 2)
    if (lattice.edges > this.posterior.length) this.posterior = new Float32Array(lattice.edges * 2)
    const { path, posterior } = this
    const length = search.finish(path)
    const { arcs, score, edge, hypotheses, finalFrom } = search
    if (hypotheses === length + 1 && (score[length] as number) > Number.NEGATIVE_INFINITY) {
      // There was no choice.
      for (let e = 0; e < lattice.edges; e++) posterior[e] = 0
      for (let i = 0; i < length; i++) posterior[path[i] as number] = 1
    } else this.scorer.run(arcs, score, edge, hypotheses, finalFrom, TEMPERATURE, posterior, lattice.edges)
    return length
  }

  /** All that the lattice has of a chunk depends on its symbol, and on the chunk before when the two may be one word. */
  private readSymbols({ chunks, modern }: SearchedPage, from: number, to: number): void {
    if (to - from > this.symbols.length) this.symbols = new Float64Array(2 * (to - from))
    const { symbols, graph } = this
    for (let k = from; k < to; k++) {
      const chunk = chunks[k] as Chunk
      let manner = modern ? 1 : 0
      if (k + 1 === to) manner += ENDS
      else if (canMerge(chunk, chunks[k + 1] as Chunk)) manner += JOINS
      symbols[k - from] = graph.isWord(chunk)
        ? MANNERS * (FIXED_SYMBOLS + chunk.facts.number) + manner + STANDING * standingOf(chunk)
        : MANNERS * (8 * symbolOf(chunk) + chunk.facts.pause + 1) + manner
    }
  }
}
