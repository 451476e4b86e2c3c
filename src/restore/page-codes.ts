/** The document codes of a page by their grammar, also where white space or a line end came between their parts. */
import { type CodeOptions, type CodeSymbols, repairCode } from '../channel/code-grammar.ts'
import { joinCodes } from '../channel/code-join.ts'
import type { Chunk } from './chunks.ts'

/** A chunk that is a code or a part of one. */
export interface FoundCode {
  readonly chunk: Chunk
  /** The whole chunk, repaired. */
  readonly text: string
  readonly confidence: number
  readonly changed: boolean
}

/** `8602 - QD / TU`: three chunks with two signs between them. */
const JOINED_CHUNKS_MAX = 3
const SIGN = /^[-–/]$/
const ENDS_WITH_SIGN = /[-–/]$/
const OPENS_WITH_SIGN = /^[-–/]/
/** What may be torn off a symbol. */
const SCRAP = /^[\p{Lu}\d]{1,4}/u

/** Codes in reading order. */
export function findCodes(
  page: string,
  chunks: readonly Chunk[],
  symbols: CodeSymbols,
  options: CodeOptions,
): FoundCode[] {
  const found: FoundCode[] = []
  for (let k = 0; k < chunks.length; k++) {
    const chunk = chunks[k] as Chunk
    const { isCodeLike, hasFigure } = chunk.facts
    if (!isCodeLike && !hasFigure) continue
    const parts = join(page, chunks, k, symbols, options)
    if (parts.length > 0) {
      found.push(...parts)
      k += parts.length - 1
    } else if (isCodeLike) {
      const code = repairCode(chunk.text, symbols, options)
      if (code !== null) found.push({ chunk, ...code })
    }
  }
  return found
}

/** The chunks from `first` on that are one code together, as many as can be; empty when there is no such code. */
function join(
  page: string,
  chunks: readonly Chunk[],
  first: number,
  symbols: CodeSymbols,
  options: CodeOptions,
): FoundCode[] {
  // Chunks and the signs that stand alone between them; the index of each chunk's own text.
  const texts: string[] = [(chunks[first] as Chunk).text]
  const own: number[] = [0]
  for (let k = first + 1; k < chunks.length && own.length < JOINED_CHUNKS_MAX; k++) {
    const left = chunks[k - 1] as Chunk
    const right = chunks[k] as Chunk
    const between = left.end === right.start ? null : page.slice(left.end, right.start).trim()
    if (between === null || between.length > 1) break
    if (between !== '') {
      if (!SIGN.test(between)) break
      texts.push(between)
    } else if (!ENDS_WITH_SIGN.test(left.text) && !OPENS_WITH_SIGN.test(right.text)) {
      if (!left.facts.isCodeLike || !SCRAP.test(right.text)) break
    }
    own.push(texts.length)
    texts.push(right.text)
  }
  for (let count = own.length; count > 1; count--) {
    const code = joinCodes(texts.slice(0, (own[count - 1] as number) + 1), symbols, options)
    if (code === null) continue
    return own.slice(0, count).map((at, i) => {
      const half = code.halves[at] as (typeof code.halves)[number]
      return { chunk: chunks[first + i] as Chunk, ...half }
    })
  }
  return []
}
