/** The document codes of a page by their grammar, also where white space or a line end came between their parts. */
import { type CodeOptions, type CodeRepair, type CodeSymbols, repairCode } from '../channel/code-grammar.ts'
import { joinCodes } from '../channel/code-join.ts'
import { CODE_LENGTH_MAX } from '../channel/code-scan.ts'
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
const NO_CODES: readonly FoundCode[] = []

/** Chunks whose repair is remembered at most. */
const CACHE_MAX = 10_000

/** Finds codes, and remembers what the chunks met so far are. */
export class CodeFinder {
  private readonly symbols: CodeSymbols
  private readonly options: CodeOptions
  private cache = new Map<string, CodeRepair | null>()

  constructor(symbols: CodeSymbols, options: CodeOptions) {
    this.symbols = symbols
    this.options = options
  }

  /** Codes in reading order. */
  find(page: string, chunks: readonly Chunk[]): FoundCode[] {
    const found: FoundCode[] = []
    for (let k = 0; k < chunks.length; k++) {
      const chunk = chunks[k] as Chunk
      const { isCodeLike, hasFigure } = chunk.facts
      if (!isCodeLike && !hasFigure) continue
      const parts = mayGoOn(page, chunks, k) ? this.join(page, chunks, k) : NO_CODES
      if (parts.length > 0) {
        found.push(...parts)
        k += parts.length - 1
      } else if (isCodeLike) {
        const code = this.repair(chunk.text)
        if (code !== null) found.push({ chunk, ...code })
      }
    }
    return found
  }

  private repair(text: string): CodeRepair | null {
    let code = this.cache.get(text)
    if (code === undefined) {
      code = repairCode(text, this.symbols, this.options)
      if (this.cache.size >= CACHE_MAX) this.cache = new Map()
      if (text.length <= CODE_LENGTH_MAX) this.cache.set(text, code)
    }
    return code
  }

  /** The chunks from `first` on that are one code together, as many as can be; empty when there is no such code. */
  private join(page: string, chunks: readonly Chunk[], first: number): readonly FoundCode[] {
    // Chunks and the signs that stand alone between them; the index of each chunk's own text.
    const texts: string[] = [(chunks[first] as Chunk).text]
    const own: number[] = [0]
    for (let k = first + 1; own.length < JOINED_CHUNKS_MAX && mayGoOn(page, chunks, k - 1); k++) {
      const sign = between(page, chunks[k - 1] as Chunk, chunks[k] as Chunk)
      if (sign !== null && sign !== '') texts.push(sign)
      own.push(texts.length)
      texts.push((chunks[k] as Chunk).text)
    }
    for (let count = own.length; count > 1; count--) {
      const code = joinCodes(texts.slice(0, (own[count - 1] as number) + 1), this.symbols, this.options)
      if (code === null) continue
      return own.slice(0, count).map((at, i) => {
        const half = code.halves[at] as (typeof code.halves)[number]
        return { chunk: chunks[first + i] as Chunk, ...half }
      })
    }
    return NO_CODES
  }
}

/** What stands between two chunks but for white space; null when they touch. */
const between = (page: string, left: Chunk, right: Chunk): string | null =>
  left.end === right.start ? null : page.slice(left.end, right.start).trim()

/** Whether a code may go on from one chunk to the next. */
function mayGoOn(page: string, chunks: readonly Chunk[], k: number): boolean {
  const left = chunks[k] as Chunk
  const right = chunks[k + 1]
  if (right === undefined) return false
  const sign = between(page, left, right)
  if (sign === null || sign.length > 1) return false
  if (sign !== '') return SIGN.test(sign)
  return (
    ENDS_WITH_SIGN.test(left.text) ||
    OPENS_WITH_SIGN.test(right.text) ||
    (left.facts.isCodeLike && SCRAP.test(right.text))
  )
}
