/**
 * A page → chunks: runs of characters between white space, with what the search must know of their place.
 */
import { TokenKind, tokenise } from '../unicode/tokenise.ts'
import { wrappedBreaks } from './breaks.ts'
import type { ChunkClass } from './chunk-class.ts'
import { type ChunkFacts, ChunkReader } from './chunk-facts.ts'

/** One run of characters without white space, or a part of it where two words ran together (`11.NOI`). */
export interface Chunk {
  /** UTF-16 offsets in the page. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: ChunkClass
  readonly facts: ChunkFacts
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

/** A line is a heading in capitals when at least this share of its letters is capital. */
const HEADING_CAPITALS_MIN = 0.6
/** Shorter lines than this many letters are too short to tell. */
const HEADING_LETTERS_MIN = 4
/** A heading has hardly a word in small letters, misread as they are; `về KHCN, ĐMST và CĐS` has. */
const HEADING_SMALL_WORDS_MAX = 0.25

function markHeading(chunks: readonly Chunk[], from: number): void {
  let letters = 0
  let capitals = 0
  let words = 0
  let smallWords = 0
  for (let i = from; i < chunks.length; i++) {
    const { kind, facts } = chunks[i] as Chunk
    if (kind !== 'word' || facts.hasFigure) continue
    words++
    letters += facts.letters
    capitals += facts.capitals
    if (facts.letters > 1 && facts.capitals === 0) smallWords++
  }
  const heading =
    letters >= HEADING_LETTERS_MIN &&
    capitals >= HEADING_CAPITALS_MIN * letters &&
    smallWords <= HEADING_SMALL_WORDS_MAX * words
  if (heading) for (let i = from; i < chunks.length; i++) (chunks[i] as Chunk).heading = true
}

/**
 * Cuts a page into chunks; punctuation that stands alone is left out (and ends or opens sentences).
 *
 * @param reader remembers what is known of the chunks met so far
 */
export function readChunks(text: string, reader: ChunkReader = new ChunkReader(null)): Chunk[] {
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
    const whole = reader.read(printed)
    if (whole.kind === 'symbol') {
      // A dash at the head of a line opens a list item.
      if (chunks.length === lineFrom) endSentence()
      continue
    }
    const { cuts } = whole
    let at = 0
    for (let c = 0; c <= cuts.length; c++) {
      const cut = cuts[c] ?? printed.length
      const facts = cuts.length === 0 ? whole : reader.read(printed.slice(at, cut))
      const { ends } = facts
      chunks.push({
        start: from + at,
        end: from + cut,
        text: facts.text,
        kind: facts.kind,
        facts,
        line,
        first: chunks.length === lineFrom,
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
