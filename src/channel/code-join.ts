/**
 * Codes cut into two or more chunks, by a space (`57- NQ/TW`, `8602 - QD/TU`) or by the end of a line. Every part
 * is repaired as part of the whole and stays where it was: lines are never joined, spaces never removed.
 */
import { type CodeOptions, type CodeRepair, type Piece, type ReadCode, readCode } from './code-grammar.ts'
import type { CodeSymbols } from './code-lexicon.ts'
import {
  CODE_LENGTH_MAX,
  type CodeField,
  isAlphanumeric,
  isFigure,
  isSign,
  NUMBER,
  SYMBOL,
} from './code-scan.ts'

/** Chunks that are one code together. */
export interface CodeJoin {
  /** One repair for each chunk, with the confidence and the parts of the whole code. */
  readonly halves: readonly CodeRepair[]
  /**
   * The break is between two letters of a symbol (`NQ/T W`), so the white space was hardly printed. Breaks beside a
   * sign or before a term (`QH 15`) often are.
   */
  readonly isInside: boolean
}

/** `8602 - QD/TU` has three chunks, `8602 - QD / TU` five. */
const CHUNKS_MAX = 5
/** What may be torn off a symbol. */
const SCRAP = /^[A-ZĐƠƯ\d]{1,4}[grh]?\d?[^\p{L}\d]*$/u

/**
 * Repairs two neighbouring chunks that are the halves of one code.
 *
 * @param left the chunk before the white space or line break
 * @returns null when the two are no code together, or are one each
 * @example joinCode('57-', 'NQ/TW,', symbols)?.halves.map((half) => half.text) // ['57-', 'NQ/TW,']
 */
export function joinCode(
  left: string,
  right: string,
  symbols: CodeSymbols,
  options: CodeOptions = {},
): CodeJoin | null {
  return joinCodes([left, right], symbols, options)
}

/** {@link joinCode} for two to five chunks: `['8602', '-', 'QD/TU']`. */
export function joinCodes(
  chunks: readonly string[],
  symbols: CodeSymbols,
  options: CodeOptions = {},
): CodeJoin | null {
  if (chunks.length < 2 || chunks.length > CHUNKS_MAX) return null
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  if (length > CODE_LENGTH_MAX || !isAlphanumericChunk(chunks[chunks.length - 1]!)) return null
  let isInside = false
  for (let i = 1; i < chunks.length; i++) {
    const place = breakPlace(chunks[i - 1]!, chunks[i]!)
    if (place === NO_BREAK) return null
    if (place === BESIDE_SIGN) continue
    // Only a scrap of a symbol behind a symbol that nobody knows.
    if (chunks.length > 2 || !SCRAP.test(chunks[i]!)) return null
    const left = readCode(chunks[i - 1]!, symbols, options)
    if (left === null || left.isKnown || !hasNumber(left)) return null
    // `QH 15` is printed so at times, `NQ/T W` never.
    if (!isFigure(chunks[i]!.charCodeAt(0))) isInside = true
  }
  const first = readCode(chunks[0]!, symbols, options)
  if (first?.isKnown && countOf(first, SYMBOL) > 1) return null
  const last = readCode(chunks[chunks.length - 1]!, symbols, options)
  if (last !== null && !last.scan.isBlank && hasNumber(last)) return null
  const whole = readCode(chunks.join(''), symbols, options)
  // Two numbers and a year are a date.
  if (whole === null || !whole.isKnown || countOf(whole, NUMBER) > 1) return null
  return { halves: cut(whole, chunks), isInside }
}

function isAlphanumericChunk(chunk: string): boolean {
  for (let i = 0; i < chunk.length; i++) if (isAlphanumeric(chunk.charCodeAt(i))) return true
  return false
}

const NO_BREAK = 0
const BESIDE_SIGN = 1
const IN_SYMBOL = 2

function breakPlace(left: string, right: string): typeof NO_BREAK | typeof BESIDE_SIGN | typeof IN_SYMBOL {
  const before = left.charCodeAt(left.length - 1)
  const after = right.charCodeAt(0)
  if (isSign(before)) return isAlphanumeric(after) ? BESIDE_SIGN : NO_BREAK
  if (!isAlphanumeric(before)) return NO_BREAK
  if (isSign(after)) return BESIDE_SIGN
  return isAlphanumeric(after) && !isFigure(before) ? IN_SYMBOL : NO_BREAK
}

function hasNumber(code: ReadCode): boolean {
  return code.scan.isBlank || code.scan.fields[0]!.kind === NUMBER
}

function countOf(code: ReadCode, kind: CodeField['kind']): number {
  return code.scan.fields.filter((field) => field.kind === kind).length
}

/** Deals the pieces of the whole out to the chunks they came from. */
function cut(whole: ReadCode, chunks: readonly string[]): CodeRepair[] {
  const halves: CodeRepair[] = []
  let start = 0
  for (const chunk of chunks) {
    const end = start + chunk.length
    let text = ''
    for (const piece of whole.pieces) {
      if (piece.end <= start || piece.start >= end) continue
      text += piece.text.slice(cutAt(piece, start), piece.end <= end ? piece.text.length : cutAt(piece, end))
    }
    halves.push({ text, confidence: whole.confidence, changed: text !== chunk, parts: whole.parts })
    start = end
  }
  return halves
}

/** Where in a piece's text the chunk begins that begins at `offset`; a piece that changed its length is cut short. */
function cutAt(piece: Piece, offset: number): number {
  return Math.max(0, Math.min(offset - piece.start, piece.text.length - 1))
}
