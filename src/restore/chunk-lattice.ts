/**
 * The lattice of a stretch of chunks. Each chunk owns the node before it, the nodes between the words of a split, and
 * the node behind its word where a comma or full stop follows; an edge that spans two chunks is one word the scanner
 * read as two.
 */
import { CODE_ID, FIRST_WORD_ID, NUMBER_ID, UNKNOWN_ID } from '../lm/symbols.ts'
import { canonical } from '../syllable/tone.ts'
import type { AlternativeReader } from './alternatives.ts'
import { ChunkEdges, Cover } from './chunk-edges.ts'
import type { Alternative, ChunkReading, Piece } from './chunk-reading.ts'
import type { Chunk } from './chunks.ts'
import { type EdgeColumns, type EdgeList, Standing, standingOf, unknownWords } from './edge-list.ts'
import type { PageEvidence } from './evidence.ts'
import { canMerge, GOOD_WORD_RANK } from './merge.ts'
import type { PhraseBonus } from './phrase-bonus.ts'
import type { RepairWeights } from './repair-weights.ts'
import type { UserList } from './user-list.ts'

/** A `protected` entry stays as printed: no evidence outweighs this. */
const KEPT_BONUS = 100

/** Numbers of lists: up to here those of one symbol, two for each of the others: with words of no vocabulary and without. */
const SYMBOL_LISTS = FIRST_WORD_ID + 1
const listOf = (id: number, skipped: number): number => SYMBOL_LISTS + 2 * id + (skipped > 0 ? 1 : 0)

/** What a chunk that is no word is to the language model. */
export const symbolOf = ({ kind }: Chunk): number =>
  kind === 'number' || kind === 'numeral' ? NUMBER_ID : kind === 'bullet' ? UNKNOWN_ID : CODE_ID

export class ChunkLattice {
  readonly edges = new ChunkEdges()
  private readonly lattice = this.edges.lattice
  private readonly reader: AlternativeReader
  private user: UserList | null = null
  private readonly weights: RepairWeights
  private bonus: PhraseBonus | null = null
  private evidence: PageEvidence | null = null
  private chunks: readonly Chunk[] = []
  /** First chunk of the sentence, and of the lattice. */
  private sentence = 0
  private from = 0
  /** Nodes before the last two chunks. */
  private before = 0
  private node = 0

  constructor(reader: AlternativeReader, weights: RepairWeights) {
    this.reader = reader
    this.weights = weights
  }

  /**
   * Takes up a sentence, `chunks[from, to)`.
   *
   * @param user the user's own list
   * @param evidence how sure the engine was of its words
   */
  begin(
    chunks: readonly Chunk[],
    from: number,
    to: number,
    user: UserList | null = null,
    evidence: PageEvidence | null = null,
  ): void {
    this.chunks = chunks
    this.sentence = from
    this.user = user
    this.evidence = evidence
    this.bonus = user?.bonusOf(chunks, from, to) ?? null
  }

  /** Begins a new lattice with chunk `k` of the sentence. */
  startAt(k: number): void {
    this.from = k
    this.edges.clear(k)
    this.node = 0
    this.before = 0
  }

  /** Adds the next chunk, `k`. */
  add(k: number): void {
    const chunk = this.chunks[k] as Chunk
    this.edges.beginChunk()
    const node = this.node
    if (this.isWord(chunk)) this.addWord(this.chunks, k, k > this.from)
    else this.addFixed(chunk, k)
    this.before = node
  }

  /** No chunk follows. */
  end(): void {
    this.edges.beginChunk()
  }

  /** Whether a chunk may be a word: figures may be misread ones. */
  isWord(chunk: Chunk): boolean {
    return chunk.kind === 'word' || (this.weights.figures > 0 && chunk.facts.isShortNumber && !chunk.first)
  }

  /** Numbers, codes and the like: one edge, and what follows it. */
  private addFixed(chunk: Chunk, k: number): void {
    const { pause } = chunk.facts
    const word = symbolOf(chunk)
    const behind = this.node + 1
    this.lattice.addEdge(word, 0, this.edges.begin(this.node, behind, k, Cover.CHUNK, null, 0, word + 1))
    this.node = behind
    if (pause !== 0) this.addPause(pause, k, behind, ++this.node)
  }

  private addPause(pause: number, k: number, from: number, to: number): void {
    this.lattice.addEdge(pause, 0, this.edges.begin(from, to, k, Cover.MARKS, null, 0, pause + 1))
  }

  private addWord(chunks: readonly Chunk[], k: number, hasPrevious: boolean): void {
    const chunk = chunks[k] as Chunk
    const reading = (this.user ?? this.reader).of(chunk.facts)
    const { directEdges, pausingEdges, pause, splits } = reading
    const previous = hasPrevious ? (chunks[k - 1] as Chunk) : null
    const merged = previous === null ? null : this.merge(previous, chunk, reading.rank)
    const { node } = this
    const hasPause = pause !== 0
    const inner = splits.length === 0 ? node : this.addSplits(splits, chunk, k, node)
    // The nodes between pieces come first, then the one before the marks, then the end.
    const stop = hasPause ? inner + 1 : inner
    const end = stop + 1
    if (hasPause) {
      this.addAlternatives(pausingEdges, chunk, k, node, stop)
      // Merged readings share the node of the marks only when they end in the same marks.
      if (merged !== null && merged.pause === pause)
        this.addMerged(merged.pausingEdges, previous as Chunk, k - 1, stop)
      if (splits.length > 0) this.endSplits(splits, chunk, k, node, stop, true)
      this.addPause(pause, k, stop, end)
    }
    this.addAlternatives(directEdges, chunk, k, node, end)
    if (merged !== null) this.addMerged(merged.directEdges, previous as Chunk, k - 1, end)
    if (splits.length > 0) this.endSplits(splits, chunk, k, node, end, false)
    this.node = end
  }

  /** Two neighbours as one word; null where that is out of the question. */
  private merge(previous: Chunk, chunk: Chunk, rank: number): ChunkReading | null {
    if (!canMerge(previous, chunk)) return null
    if (rank > GOOD_WORD_RANK && this.reader.of(previous.facts).rank > GOOD_WORD_RANK) return null
    return this.reader.read(previous.text + chunk.text)
  }

  /** All pieces but the last of each split; returns the last node used. */
  private addSplits(splits: ChunkReading['splits'], chunk: Chunk, k: number, node: number): number {
    let at = node
    for (const { pieces } of splits) {
      let from = node
      for (let i = 0; i + 1 < pieces.length; i++) {
        at++
        this.addPiece((pieces[i] as Piece).reading.directEdges, chunk, k, i, from, at)
        from = at
      }
    }
    return at
  }

  /** The last pieces, with the marks behind them (`pausing`) or without. */
  private endSplits(
    splits: ChunkReading['splits'],
    chunk: Chunk,
    k: number,
    node: number,
    to: number,
    pausing: boolean,
  ): void {
    let from = node
    for (const { pieces } of splits) {
      from += pieces.length - 1
      const last = pieces.length - 1
      const { reading } = pieces[last] as Piece
      const block = this.lattice.blocks
      this.addPiece(pausing ? reading.pausingEdges : reading.directEdges, chunk, k, last, from, to)
      this.edges.setLast(block)
    }
  }

  private addPiece(edges: EdgeList, chunk: Chunk, k: number, piece: number, from: number, to: number): void {
    const columns = edges.at(piece > 0 && !chunk.heading ? Standing.INSIDE : standingOf(chunk))
    const unknown = unknownWords(columns)
    const list = listOf(columns.id, unknown)
    const block = this.edges.begin(from, to, k, Cover.PIECE, columns, unknown, list)
    const price = piece === 0 ? 0 : this.weights.split
    this.lattice.addEdges(columns.edges, unknown, price, block)
  }

  private addAlternatives(edges: EdgeList, chunk: Chunk, k: number, from: number, to: number): void {
    const { bonus } = this
    const columns = bonus === null ? edges.at(standingOf(chunk)) : edges.all(standingOf(chunk))
    if (columns.edges.length === 0) return
    const isPlain = bonus === null && this.evidence === null
    const list = isPlain ? listOf(columns.id, 0) : 0
    const block = this.edges.begin(from, to, k, Cover.CHUNK, columns, 0, list)
    const first = this.lattice.edges
    this.lattice.addEdges(columns.edges, 0, 0, block)
    if (bonus !== null) this.addBonus(bonus, k - this.sentence, columns, first, 0)
    if (this.evidence !== null) this.heed(this.evidence.natsOf(chunk), columns, first)
  }

  /** As it stands is two words; joined, the letters must make a known one. */
  private addMerged(edges: EdgeList, chunk: Chunk, k: number, to: number): void {
    const { bonus } = this
    const { margin, merge } = this.weights
    const columns = bonus === null ? edges.at(standingOf(chunk)) : edges.all(standingOf(chunk))
    const unknown = unknownWords(columns)
    if (columns.alternatives.length === unknown) return
    const isPlain = bonus === null && columns.same < unknown
    const list = isPlain ? listOf(columns.id, unknown) : 0
    const block = this.edges.begin(this.before, to, k, Cover.MERGED, columns, unknown, list)
    const first = this.lattice.edges
    this.lattice.addEdges(columns.edges, unknown, merge, block)
    const { score } = this.lattice
    if (columns.same >= unknown) {
      const same = first + columns.same - unknown
      score[same] = (score[same] as number) - margin
    }
    if (bonus !== null) this.addBonus(bonus, k - this.sentence, columns, first, unknown)
  }

  /** What the engine says of the chunk as it stands; it knows its letters better than their case. */
  private heed(nats: number, { alternatives, same }: EdgeColumns, first: number): void {
    if (same < 0 || nats === 0) return
    const { score } = this.lattice
    const { text } = alternatives[same] as Alternative
    const lower = text.toLowerCase()
    alternatives.forEach((one, i) => {
      if (i === same || one.text.toLowerCase() === lower)
        score[first + i] = (score[first + i] as number) + nats
    })
  }

  /** What the user's list says of the edges from `first` on, which are the columns from `skipped` on. */
  private addBonus(
    bonus: PhraseBonus,
    position: number,
    { alternatives }: EdgeColumns,
    first: number,
    skipped: number,
  ): void {
    const { score } = this.lattice
    for (let i = skipped; i < alternatives.length; i++) {
      const { same, text } = alternatives[i] as Alternative
      const edge = first + i - skipped
      const nats = bonus.keeps(position) && same ? KEPT_BONUS : bonus.of(position, canonical(text))
      score[edge] = (score[edge] as number) + nats
    }
  }
}
