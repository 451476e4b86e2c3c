/**
 * The lattice of a stretch of chunks. Each chunk owns the node before it, the nodes between the words of a split, and
 * the node behind its word where a comma or full stop follows; an edge that spans two chunks is one word the scanner
 * read as two.
 */
import { CODE_ID, NUMBER_ID, UNKNOWN_ID } from '../lm/symbols.ts'
import { canonical } from '../syllable/tone.ts'
import { type Alternative, type AlternativeReader, type ChunkReading, pauseOf } from './alternatives.ts'
import type { Chunk } from './chunks.ts'
import { Lattice } from './lattice.ts'
import { canMerge, GOOD_WORD_RANK } from './merge.ts'
import type { PhraseBonus } from './phrase-bonus.ts'
import type { RepairWeights } from './repair-weights.ts'
import type { UserList } from './user-list.ts'

/** A `protected` entry stays as printed: no evidence outweighs this. */
const KEPT_BONUS = 100

const READING_MIN = 0.001

/** What an edge covers: the marks behind a chunk, a chunk, two chunks, or one word of a chunk that is several. */
export const Cover = { MARKS: 0, CHUNK: 1, MERGED: 2, PIECE: 3 } as const

export class ChunkLattice {
  readonly lattice = new Lattice()
  /** By tag of an edge: the first chunk it covers. */
  chunk: Int32Array = new Int32Array(1024)
  /** By tag: {@link Cover}. */
  cover: Uint8Array = new Uint8Array(1024)
  /** By tag: what the word would be; null for marks and for what is no word. */
  readonly alternatives: (Alternative | null)[] = []
  /** By tag of a piece: which piece of which split. */
  private readonly pieces: { split: number; piece: number }[] = []
  private readonly pieceOf = new Map<number, number>()
  private count = 0
  /** First slot of each chunk, and one more. */
  private readonly firstSlot: number[] = []
  private readonly reader: AlternativeReader
  private user: UserList | null = null
  private readonly weights: RepairWeights
  private bonus: PhraseBonus | null = null
  private from = 0
  /** Nodes before the last two chunks. */
  private before = 0
  private node = 0

  constructor(reader: AlternativeReader, weights: RepairWeights) {
    this.reader = reader
    this.weights = weights
  }

  /**
   * Builds the lattice of `chunks[from, to)`.
   *
   * @param user the user's own list
   */
  build(chunks: readonly Chunk[], from: number, to: number, user: UserList | null = null): void {
    this.user = user
    this.bonus = user?.bonusOf(chunks, from, to) ?? null
    this.from = from
    this.lattice.clear()
    this.count = 0
    this.alternatives.length = 0
    this.firstSlot.length = 0
    this.pieces.length = 0
    this.pieceOf.clear()
    this.node = 0
    this.before = 0
    for (let k = from; k < to; k++) {
      const chunk = chunks[k] as Chunk
      this.firstSlot.push(this.count)
      const node = this.node
      if (chunk.kind === 'word' || (this.weights.figures > 0 && chunk.facts.isShortNumber && !chunk.first))
        this.addWord(chunks, k, k > from)
      else this.addFixed(chunk, k)
      this.before = node
    }
    this.firstSlot.push(this.count)
  }

  /**
   * What a place may say, by text, with the posterior of each; readings below one in a thousand are left out.
   *
   * @param slot tag of an edge that covers a chunk or two
   * @param posterior by edge (edges and slots have the same numbers)
   */
  readingsOf(slot: number, posterior: Float32Array): Map<string, number> {
    const readings = new Map<string, number>()
    const [start, end] = this.slotsBeside(slot)
    for (let i = start; i < end; i++) {
      const alternative = this.alternatives[i] as Alternative | null
      const probability = posterior[i] as number
      if (alternative === null || !this.isRival(i, slot) || probability < READING_MIN) continue
      readings.set(alternative.text, (readings.get(alternative.text) ?? 0) + probability)
    }
    return readings
  }

  /** P(the place says what this slot says), 0..1; of a piece, P(the chunk is split there and this is the word). */
  confidenceOf(slot: number, posterior: Float32Array): number {
    const { text } = this.alternatives[slot] as Alternative
    const [start, end] = this.slotsBeside(slot)
    let sum = 0
    for (let i = start; i < end; i++) {
      const alternative = this.alternatives[i] as Alternative | null
      if (alternative !== null && alternative.text === text && this.isRival(i, slot))
        sum += posterior[i] as number
    }
    return Math.min(1, sum)
  }

  /** Whether the piece is the last of its chunk. */
  isLastPiece(slot: number): boolean {
    const { split, piece } = this.pieces[this.pieceOf.get(slot) as number] as { split: number; piece: number }
    return piece === split - 1
  }

  /** Slots of a word read as two stand with its second half. */
  private slotsBeside(slot: number): [number, number] {
    const position = (this.chunk[slot] as number) + (this.cover[slot] === Cover.MERGED ? 1 : 0) - this.from
    return [this.firstSlot[position] as number, this.firstSlot[position + 1] as number]
  }

  private isRival(i: number, slot: number): boolean {
    if (this.chunk[i] !== this.chunk[slot]) return false
    const piece = this.pieceOf.get(slot)
    return piece === undefined ? this.cover[i] !== Cover.PIECE : this.pieceOf.get(i) === piece
  }

  private add(
    word: number,
    score: number,
    chunk: number,
    cover: number,
    alternative: Alternative | null,
  ): void {
    if (this.count === this.chunk.length) this.grow()
    this.lattice.addEdge(word, score, this.count)
    this.chunk[this.count] = chunk
    this.cover[this.count] = cover
    this.alternatives.push(alternative)
    this.count++
  }

  private grow(): void {
    const chunk = new Int32Array(this.chunk.length * 2)
    chunk.set(this.chunk)
    this.chunk = chunk
    const cover = new Uint8Array(chunk.length)
    cover.set(this.cover)
    this.cover = cover
  }

  /** Numbers, codes and the like: one edge, and what follows it. */
  private addFixed(chunk: Chunk, k: number): void {
    const { kind, after, text } = chunk.facts
    const pause = after === 0 ? 0 : pauseOf(text.slice(text.length - after))
    const word =
      kind === 'number' || kind === 'numeral' ? NUMBER_ID : kind === 'bullet' ? UNKNOWN_ID : CODE_ID
    const behind = this.node + 1
    this.lattice.beginBlock(this.node, behind)
    this.add(word, 0, k, Cover.CHUNK, null)
    this.node = behind
    if (pause !== 0) this.addPause(pause, k, behind, ++this.node)
  }

  private addPause(pause: number, k: number, from: number, to: number): void {
    this.lattice.beginBlock(from, to)
    this.add(pause, 0, k, Cover.MARKS, null)
  }

  private addWord(chunks: readonly Chunk[], k: number, hasPrevious: boolean): void {
    const chunk = chunks[k] as Chunk
    const reading = (this.user ?? this.reader).of(chunk.facts)
    const { direct, pausing, pause, splits } = reading
    const previous = hasPrevious ? (chunks[k - 1] as Chunk) : null
    const merged = previous === null ? null : this.merge(previous, chunk, reading.rank)
    const { node } = this
    const hasPause = pause !== 0
    const inner = this.addSplits(splits, chunk, k, node)
    const last = splits.length === 0 ? null : splits
    // The nodes between pieces come first, then the one before the marks, then the end.
    const stop = hasPause ? inner + 1 : inner
    const end = stop + 1
    if (hasPause) {
      this.addAlternatives(pausing, chunk, k, Cover.CHUNK, node, stop)
      // Merged readings share the node of the marks only when they end in the same marks.
      if (merged !== null && merged.pause === pause)
        this.addAlternatives(merged.pausing, previous as Chunk, k - 1, Cover.MERGED, this.before, stop)
      if (last !== null) this.endSplits(last, chunk, k, node, stop, true)
      this.addPause(pause, k, stop, end)
    }
    this.addAlternatives(direct, chunk, k, Cover.CHUNK, node, end)
    if (merged !== null)
      this.addAlternatives(merged.direct, previous as Chunk, k - 1, Cover.MERGED, this.before, end)
    if (last !== null) this.endSplits(last, chunk, k, node, end, false)
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
        this.addPiece(
          (pieces[i] as { reading: ChunkReading }).reading.direct,
          chunk,
          k,
          pieces.length,
          i,
          from,
          at,
        )
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
      const { reading } = pieces[pieces.length - 1] as { reading: ChunkReading }
      const alternatives = pausing ? reading.pausing : reading.direct
      this.addPiece(alternatives, chunk, k, pieces.length, pieces.length - 1, from, to)
    }
  }

  private addPiece(
    alternatives: readonly Alternative[],
    chunk: Chunk,
    k: number,
    split: number,
    piece: number,
    from: number,
    to: number,
  ): void {
    this.lattice.beginBlock(from, to)
    const id = this.pieces.length
    this.pieces.push({ split, piece })
    const price = piece === 0 ? 0 : this.weights.split
    for (const alternative of alternatives) {
      if (alternative.word === UNKNOWN_ID) continue
      this.pieceOf.set(this.count, id)
      const score = piece > 0 && !chunk.heading ? alternative.inside : scoreAt(chunk, alternative)
      this.add(alternative.word, score + price, k, Cover.PIECE, alternative)
    }
  }

  private addAlternatives(
    alternatives: readonly Alternative[],
    chunk: Chunk,
    first: number,
    cover: number,
    from: number,
    to: number,
  ): void {
    if (alternatives.length === 0) return
    const { bonus } = this
    const { margin, merge } = this.weights
    this.lattice.beginBlock(from, to)
    for (let i = 0; i < alternatives.length; i++) {
      const alternative = alternatives[i] as Alternative
      let score = scoreAt(chunk, alternative)
      if (cover === Cover.MERGED) {
        // As it stands is two words; joined, the letters must make a known one.
        if (alternative.word === UNKNOWN_ID) continue
        score += alternative.same ? merge - margin : merge
      }
      if (bonus !== null) score += this.bonusOf(bonus, first - this.from, alternative)
      this.add(alternative.word, score, first, cover, alternative)
    }
  }

  private bonusOf(bonus: PhraseBonus, position: number, { same, text }: Alternative): number {
    return bonus.keeps(position) && same ? KEPT_BONUS : bonus.of(position, canonical(text))
  }
}

const scoreAt = (chunk: Chunk, alternative: Alternative): number =>
  chunk.heading ? alternative.heading : chunk.opens ? alternative.opening : alternative.inside
