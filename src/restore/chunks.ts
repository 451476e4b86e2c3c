/**
 * A page → chunks: runs of characters between white space, with what the search must know of their place.
 */
import { TokenKind, tokenise } from '../unicode/tokenise.ts'
import { wrappedBreaks } from './breaks.ts'
import { type ChunkClass, classifyChunk } from './chunk-class.ts'

/** One run of characters without white space, or a part of it where two words ran together (`11.NOI`). */
export interface Chunk {
  /** UTF-16 offsets in the page. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: ChunkClass
  /** Number of the line, from 0. */
  readonly line: number
  /** First chunk of its line. */
  readonly first: boolean
  /** Stands at the start of a sentence, so that a capital is no evidence. */
  readonly opens: boolean
  /** The sentence ends behind it. */
  ends: boolean
  /** Its line is set in capitals. */
  heading: boolean
}

/** Marks that end a sentence or a clause the language model treats as one. */
export const PAUSE: RegExp = /[.;:?!…]["”’)\]]*$/

/** A line is a heading in capitals when at least this share of its letters is capital. */
const HEADING_CAPITALS_MIN = 0.6
/** Shorter lines than this many letters are too short to tell. */
const HEADING_LETTERS_MIN = 4
/** A heading has hardly a word in small letters, misread as they are; `về KHCN, ĐMST và CĐS` has. */
const HEADING_SMALL_WORDS_MAX = 0.25

const INNER_MARKS = /(?<=[\p{L}\d])[./,;:–-]+(?=[\p{L}\d])/gu

/** Ends of the parts of a chunk in which words ran together; empty when it is one word. */
function innerCuts(chunk: string): number[] {
  const cuts: number[] = []
  for (const match of chunk.matchAll(INNER_MARKS)) cuts.push(match.index + match[0].length)
  return cuts
}

function markHeading(chunks: readonly Chunk[], from: number): void {
  let letters = 0
  let capitals = 0
  let words = 0
  let smallWords = 0
  for (let i = from; i < chunks.length; i++) {
    const { kind, text } = chunks[i] as Chunk
    if (kind !== 'word' || /\d/.test(text)) continue
    const lettersBefore = letters
    const capitalsBefore = capitals
    for (const letter of text) {
      const lower = letter.toLowerCase()
      if (lower === letter.toUpperCase()) continue
      letters++
      if (lower !== letter) capitals++
    }
    words++
    if (letters > lettersBefore + 1 && capitals === capitalsBefore) smallWords++
  }
  const heading =
    letters >= HEADING_LETTERS_MIN &&
    capitals >= HEADING_CAPITALS_MIN * letters &&
    smallWords <= HEADING_SMALL_WORDS_MAX * words
  for (let i = from; i < chunks.length; i++) (chunks[i] as Chunk).heading = heading
}

/** Cuts a page into chunks; punctuation that stands alone is left out (and ends or opens sentences). */
export function readChunks(text: string): Chunk[] {
  const table = tokenise(text)
  const endsSentence = wrappedBreaks(table)
  const { kind, start, count } = table
  const chunks: Chunk[] = []
  let line = 0
  let lineFrom = 0
  let opens = true
  const endSentence = (): void => {
    opens = true
    const last = chunks.at(-1)
    if (last !== undefined) last.ends = true
  }
  for (let i = 0; i < count; ) {
    if (kind[i] === TokenKind.BREAK) {
      if (endsSentence(table, i)) endSentence()
      markHeading(chunks, lineFrom)
      lineFrom = chunks.length
      line++
      i++
      continue
    }
    if (kind[i] === TokenKind.SPACE) {
      i++
      continue
    }
    let to = i + 1
    while (to < count && (kind[to] as number) >= TokenKind.WORD) to++
    const from = start[i] as number
    const printed = text.slice(from, start[to])
    i = to
    const whole = classifyChunk(printed)
    if (whole === 'symbol') {
      // A dash at the head of a line opens a list item.
      if (chunks.length === lineFrom) endSentence()
      continue
    }
    let at = 0
    const cuts = whole === 'word' ? innerCuts(printed) : []
    for (const cut of [...cuts, printed.length]) {
      const part = printed.slice(at, cut)
      const partKind = cuts.length === 0 ? whole : classifyChunk(part)
      const ends = PAUSE.test(part)
      const first = chunks.length === lineFrom
      chunks.push({
        start: from + at,
        end: from + cut,
        text: part,
        kind: partKind,
        line,
        first,
        opens,
        ends,
        heading: false,
      })
      opens = ends
      at = cut
    }
  }
  markHeading(chunks, lineFrom)
  return chunks
}
