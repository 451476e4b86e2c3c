/**
 * Edges of a lattice of chunks and what they stand for: by block, because all alternatives of a chunk that end alike stand
 * together.
 */
import type { Alternative } from './chunk-reading.ts'
import type { EdgeColumns } from './edge-list.ts'
import { Lattice } from './lattice.ts'

/** Readings less likely than this are not named. */
const READING_MIN = 0.001

/** What an edge covers: the marks behind a chunk, a chunk, two chunks, or one word of a chunk that is several. */
export const Cover = { MARKS: 0, CHUNK: 1, MERGED: 2, PIECE: 3 } as const

export class ChunkEdges {
  /** Edges have the number of their block as tag. */
  readonly lattice = new Lattice()
  // By block: the first chunk it covers, what it covers of it, what its edges are (null for marks and for what is no word),
  // how many of those were left out, whether they are the last word of a chunk that is several.
  private chunk = new Int32Array(256)
  private cover = new Uint8Array(256)
  private readonly columns: (EdgeColumns | null)[] = []
  private skipped = new Uint8Array(256)
  private isLast = new Uint8Array(256)
  /** First block of each chunk, and how many chunks there are. */
  private firstBlock = new Int32Array(512)
  private chunks = 0
  /** Number of the first chunk. */
  private from = 0

  clear(from: number): void {
    this.from = from
    this.lattice.clear()
    this.chunks = 0
  }

  /** Blocks from here on belong to the next chunk. */
  beginChunk(): void {
    if (this.chunks === this.firstBlock.length) {
      const wider = new Int32Array(this.chunks * 2)
      wider.set(this.firstBlock)
      this.firstBlock = wider
    }
    this.firstBlock[this.chunks++] = this.lattice.blocks
  }

  /**
   * Opens a block of the lattice.
   *
   * @param columns what its edges are, the first `skipped` left out
   * @param list number of the list in the lattice
   * @returns its number
   */
  begin(
    from: number,
    to: number,
    chunk: number,
    cover: number,
    columns: EdgeColumns | null,
    skipped = 0,
    list = 0,
  ): number {
    const block = this.lattice.blocks
    if (block === this.chunk.length) this.grow()
    this.chunk[block] = chunk
    this.cover[block] = cover
    this.skipped[block] = skipped
    this.isLast[block] = 0
    this.columns[block] = columns
    this.lattice.beginBlock(from, to, list)
    return block
  }

  private grow(): void {
    const chunk = new Int32Array(this.chunk.length * 2)
    chunk.set(this.chunk)
    this.chunk = chunk
    const wider = (from: Uint8Array): Uint8Array<ArrayBuffer> => {
      const to = new Uint8Array(chunk.length)
      to.set(from)
      return to
    }
    this.cover = wider(this.cover)
    this.skipped = wider(this.skipped)
    this.isLast = wider(this.isLast)
  }

  /** The block is the last word of a chunk that is several. */
  setLast(block: number): void {
    this.isLast[block] = 1
  }

  /** What a word would be by an edge; null for marks and for what is no word. */
  alternativeOf(edge: number): Alternative | null {
    const block = this.lattice.tag[edge] as number
    return this.alternative(this.columns[block] as EdgeColumns | null, block, edge)
  }

  /** The first chunk that an edge covers. */
  chunkOf(edge: number): number {
    return this.chunk[this.lattice.tag[edge] as number] as number
  }

  /** {@link Cover} of an edge. */
  coverOf(edge: number): number {
    return this.cover[this.lattice.tag[edge] as number] as number
  }

  /** Whether the edge is the last word of a chunk that is several. */
  isLastPiece(edge: number): boolean {
    return this.isLast[this.lattice.tag[edge] as number] === 1
  }

  /** P(the place says what this edge says), 0..1; of a piece, P(the chunk is split there and this is the word). */
  confidenceOf(edge: number, posterior: Float32Array): number {
    const own = this.lattice.tag[edge] as number
    const { text } = this.alternativeOf(edge) as Alternative
    const { blockStart } = this.lattice
    const [first, end] = this.blocksBeside(own)
    let sum = 0
    for (let block = first; block < end; block++) {
      if (!this.isRival(block, own)) continue
      const columns = this.columns[block] as EdgeColumns
      for (let e = blockStart[block] as number; e < (blockStart[block + 1] as number); e++) {
        const probability = posterior[e] as number
        if (probability > 0 && (this.alternative(columns, block, e) as Alternative).text === text)
          sum += probability
      }
    }
    return Math.min(1, sum)
  }

  /**
   * What else the place may say, likeliest first, with the posterior of each; readings below one in a thousand are left out.
   *
   * @param edge covers a chunk or two
   * @param most how many at most
   */
  othersOf(edge: number, posterior: Float32Array, most: number): { text: string; confidence: number }[] {
    const own = this.lattice.tag[edge] as number
    const { text } = this.alternativeOf(edge) as Alternative
    const { blockStart } = this.lattice
    const [first, end] = this.blocksBeside(own)
    const others: { text: string; confidence: number }[] = []
    for (let block = first; block < end; block++) {
      if (!this.isRival(block, own)) continue
      const columns = this.columns[block] as EdgeColumns
      for (let e = blockStart[block] as number; e < (blockStart[block + 1] as number); e++) {
        const probability = posterior[e] as number
        if (probability < READING_MIN) continue
        const other = this.alternative(columns, block, e) as Alternative
        if (other.text === text) continue
        const known = others.find((one) => one.text === other.text)
        if (known === undefined) others.push({ text: other.text, confidence: probability })
        else known.confidence += probability
      }
    }
    if (others.length > 1) others.sort((a, b) => b.confidence - a.confidence)
    if (others.length > most) others.length = most
    return others
  }

  private alternative(columns: EdgeColumns | null, block: number, edge: number): Alternative | null {
    if (columns === null) return null
    const index = edge - (this.lattice.blockStart[block] as number) + (this.skipped[block] as number)
    return columns.alternatives[index] as Alternative
  }

  /** Blocks of a word read as two stand with its second half. */
  private blocksBeside(block: number): [number, number] {
    const position = (this.chunk[block] as number) + (this.cover[block] === Cover.MERGED ? 1 : 0) - this.from
    return [this.firstBlock[position] as number, this.firstBlock[position + 1] as number]
  }

  private isRival(other: number, block: number): boolean {
    if (this.cover[block] === Cover.PIECE) return other === block
    return (
      this.chunk[other] === this.chunk[block] &&
      this.cover[other] !== Cover.PIECE &&
      this.columns[other] !== null
    )
  }
}
