/** What a chunk of OCR text may have been, as the search takes it. */
import type { EdgeList } from './edge-list.ts'

/** How an alternative is printed; NONE: capitals are no evidence (acronyms, foreign words). */
export const PrintedCase = { LOWER: 0, CAPITAL: 1, UPPER: 2, NONE: 3 } as const

/** One thing a chunk may have been. */
export interface Alternative {
  /** Id in the vocabulary. */
  readonly word: number
  /** The word in its printed case; the marks around it stay as they are in the chunk. */
  readonly text: string
  /** {@link PrintedCase} */
  readonly printedCase: number
  /** Characters of the chunk that are marks before and behind the word. */
  readonly before: number
  readonly after: number
  /** Whether this is the chunk as it stands. */
  readonly same: boolean
  /** Natural logarithm of everything but the language model and the capitals: channel, margin of what stands. */
  readonly score: number
}

/** All alternatives of a chunk; both lists ascend by word id. */
export interface ChunkReading {
  /** Alternatives with nothing between them and the next word. */
  readonly direct: readonly Alternative[]
  /** Alternatives that leave a comma or full stop behind the word. */
  readonly pausing: readonly Alternative[]
  /** The same for the lattice. */
  readonly directEdges: EdgeList
  readonly pausingEdges: EdgeList
  /** What they leave: COMMA_ID or BOUNDARY_ID; 0 when `pausing` is empty. */
  readonly pause: number
  /** Ways to read it as several words. */
  readonly splits: readonly Split[]
  /** What the best reading as a word of the vocabulary is worth: ln of channel and prior; -Infinity without one. */
  readonly rank: number
}

/** A chunk as words that lost the space between them. */
export interface Split {
  /** The words in order; all alternatives of the vocabulary, those that pause in the last word only. */
  readonly pieces: readonly Piece[]
}

export interface Piece {
  /** Half-open span inside the chunk. */
  readonly start: number
  readonly end: number
  readonly reading: ChunkReading
}
