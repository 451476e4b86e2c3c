/** What the search made of chunks, word by word in columns: kept with what it was found in, and told to any page that says the same. */
import { UNKNOWN_ID } from '../lm/symbols.ts'
import { toModernPlacement } from '../syllable/tone.ts'
import { type ChunkEdges, Cover } from './chunk-edges.ts'
import type { Alternative } from './chunk-reading.ts'
import type { Chunk } from './chunks.ts'
import { type Edit, type EditReason, reasonOf } from './edit.ts'

type Others = Edit['alternatives']

const ALTERNATIVES_MAX = 3
const NO_OTHERS: Others = Object.freeze([])

/** What a page decides for all its words. */
export interface PageRules {
  /** Tone marks stand where the modern rule puts them. */
  readonly modern: boolean
  /** P(a word that no vocabulary has is right as it stands). */
  readonly trust: (word: string) => number
}

export class Findings {
  count = 0
  /** First chunk, counted from the first of what was searched. */
  readonly chunk: number[] = []
  /** Marks before the word, marks behind it. */
  readonly before: number[] = []
  readonly after: number[] = []
  /** What the word should be; null: what it is. */
  readonly text: (string | null)[] = []
  /** Why it should be changed; null: it should not, but for what is printed another way. */
  readonly reason: (EditReason | null)[] = []
  readonly confidence: number[] = []
  readonly others: Others[] = []

  clear(): void {
    this.count = 0
    for (const column of [this.chunk, this.before, this.after, this.text, this.reason]) column.length = 0
    this.confidence.length = 0
    this.others.length = 0
  }

  /**
   * Adds what a path says.
   *
   * @param path edges in reading order, the first `length` of it
   * @param from the chunk to count from
   */
  add(
    edges: ChunkEdges,
    path: Int32Array,
    length: number,
    posterior: Float32Array,
    chunks: readonly Chunk[],
    from: number,
    rules: PageRules,
  ): void {
    let pieces: number[] | null = null
    for (let i = 0; i < length; i++) {
      const edge = path[i] as number
      const alternative = edges.alternativeOf(edge)
      if (alternative === null) continue
      if (edges.coverOf(edge) !== Cover.PIECE)
        this.addWord(edges, edge, alternative, posterior, chunks, from, rules)
      else {
        pieces ??= []
        pieces.push(edge)
        if (!edges.isLastPiece(edge)) continue
        this.addSplit(edges, pieces, posterior, from, rules)
        pieces = null
      }
    }
  }

  /** A reading of a chunk (or two). */
  private addWord(
    edges: ChunkEdges,
    edge: number,
    alternative: Alternative,
    posterior: Float32Array,
    chunks: readonly Chunk[],
    from: number,
    { modern, trust }: PageRules,
  ): void {
    const { before, after, same, word } = alternative
    const k = edges.chunkOf(edge)
    const printed = (chunks[k] as Chunk).text
    const merged = edges.coverOf(edge) === Cover.MERGED
    // A sign that stayed a sign (`&`) is no word.
    if (!merged && before + after >= printed.length) return
    let confidence = edges.confidenceOf(edge, posterior)
    if (same && !merged) {
      if (word === UNKNOWN_ID) confidence *= trust(alternative.text)
      this.push(k - from, before, after, null, null, confidence, NO_OTHERS)
      return
    }
    const original = printed.slice(before, printed.length - after)
    const text = modern ? toModernPlacement(alternative.text) : alternative.text
    const isChange = merged || text !== original
    const others = isChange ? edges.othersOf(edge, posterior, ALTERNATIVES_MAX) : NO_OTHERS
    const reason = isChange ? (merged ? 'merge' : reasonOf(original, text)) : null
    this.push(k - from, before, after, text, reason, confidence, frozen(others))
  }

  /** A chunk as the words it is made of. */
  private addSplit(
    edges: ChunkEdges,
    path: readonly number[],
    posterior: Float32Array,
    from: number,
    { modern }: PageRules,
  ): void {
    const words = path.map((edge) => edges.alternativeOf(edge) as Alternative)
    const text = words.map((word) => (modern ? toModernPlacement(word.text) : word.text)).join(' ')
    const confidence = Math.min(...path.map((edge) => edges.confidenceOf(edge, posterior)))
    const { before } = words[0] as Alternative
    const { after } = words[words.length - 1] as Alternative
    this.push(edges.chunkOf(path[0] as number) - from, before, after, text, 'split', confidence, NO_OTHERS)
  }

  private push(
    chunk: number,
    before: number,
    after: number,
    text: string | null,
    reason: EditReason | null,
    confidence: number,
    others: Others,
  ): void {
    this.chunk.push(chunk)
    this.before.push(before)
    this.after.push(after)
    this.text.push(text)
    this.reason.push(reason)
    this.confidence.push(confidence)
    this.others.push(others)
    this.count++
  }
}

/** Several edits may share them. */
function frozen(others: Others): Others {
  if (others.length === 0) return NO_OTHERS
  for (const one of others) Object.freeze(one)
  return Object.freeze(others)
}
