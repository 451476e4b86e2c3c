/**
 * Tables of the Word 97 binary format (MS-DOC), as far as text and fonts need them: where pieces of text lie, and which
 * properties characters and paragraphs have.
 */
import { DamagedFile } from './compound-file.ts'

/** Offsets in the file information block, all in the first bytes of the stream "WordDocument". */
export const FIB = {
  MAGIC: 0,
  FLAGS: 0x0a,
  /** Characters of the text, footnotes, headers, macros, comments, endnotes, text boxes. */
  CCP_TEXT: 0x4c,
  STYLES: 0xa2,
  CHARACTER_PAGES: 0xfa,
  PARAGRAPH_PAGES: 0x102,
  FONTS: 0x112,
  PIECES: 0x1a2,
  LISTS: 0x2e2,
  LIST_OVERRIDES: 0x2ea,
} as const

export const FIB_MAGIC_97 = 0xa5ec
export const FLAG_ENCRYPTED = 0x0100
export const FLAG_TABLE_1 = 0x0200

/** A view of a part of a file. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The part of the table stream that a pair of offset and length in the file information block names. */
export function tablePart(fib: DataView, table: Uint8Array, at: number): Uint8Array {
  const from = fib.getUint32(at, true)
  const length = fib.getUint32(at + 4, true)
  if (from + length > table.length) throw new DamagedFile('a table lies outside of the file')
  return table.subarray(from, from + length)
}

/** A stretch of text that lies together in the file. */
export interface Piece {
  /** First and last but one character, counted over the whole document. */
  readonly start: number
  readonly end: number
  /** Where its first byte is in "WordDocument". */
  readonly offset: number
  /** Bytes of a character: one (Windows-1252) or two (UTF-16). */
  readonly width: 1 | 2
}

const PIECE_TABLE = 2
const COMPRESSED = 0x40000000

/** The pieces of the document in the order of its text. */
export function readPieces(fib: DataView, table: Uint8Array): Piece[] {
  const part = tablePart(fib, table, FIB.PIECES)
  const view = viewOf(part)
  let at = 0
  // Property lists of single pieces stand before the table; they change no letter.
  while (at < part.length && part[at] !== PIECE_TABLE) at += 3 + view.getUint16(at + 1, true)
  const count = Math.floor((view.getUint32(at + 1, true) - 4) / 12)
  const starts = at + 5
  const descriptors = starts + 4 * (count + 1)
  const pieces: Piece[] = []
  for (let i = 0; i < count; i++) {
    const location = view.getUint32(descriptors + 8 * i + 2, true)
    const compressed = (location & COMPRESSED) !== 0
    const offset = location & (COMPRESSED - 1)
    const start = view.getUint32(starts + 4 * i, true)
    const end = view.getUint32(starts + 4 * (i + 1), true)
    if (end < start) throw new DamagedFile('its pieces of text are out of order')
    pieces.push({ start, end, offset: compressed ? offset >> 1 : offset, width: compressed ? 1 : 2 })
  }
  return pieces
}

const PAGE_BYTES = 512

/** A run of characters or a paragraph by its place in "WordDocument", with its properties. */
export interface PropertyRun {
  readonly from: number
  readonly to: number
  readonly properties: Uint8Array
}

/** Runs from the pages that a table lists, in the order of the file. */
function readPages(
  fib: DataView,
  table: Uint8Array,
  main: Uint8Array,
  at: number,
  propertiesOf: (page: Uint8Array, run: number, runs: number) => Uint8Array,
): PropertyRun[] {
  const part = tablePart(fib, table, at)
  const view = viewOf(part)
  const count = Math.max(0, Math.floor((part.length - 4) / 8))
  if (count > main.length / PAGE_BYTES + 1) throw new DamagedFile('it lists more pages than it has')
  const runs: PropertyRun[] = []
  for (let i = 0; i < count; i++) {
    const start = (view.getUint32(4 * (count + 1) + 4 * i, true) & 0x3fffff) * PAGE_BYTES
    const page = main.subarray(start, start + PAGE_BYTES)
    if (page.length < PAGE_BYTES) throw new DamagedFile('a page of properties is cut short')
    const pageView = viewOf(page)
    const runCount = page[PAGE_BYTES - 1]!
    for (let run = 0; run < runCount; run++) {
      const from = pageView.getUint32(4 * run, true)
      const to = pageView.getUint32(4 * (run + 1), true)
      runs.push({ from, to, properties: propertiesOf(page, run, runCount) })
    }
  }
  return runs.sort((a, b) => a.from - b.from)
}

const NONE = new Uint8Array()

/** Properties of characters (CHPX). */
export function readCharacterRuns(fib: DataView, table: Uint8Array, main: Uint8Array): PropertyRun[] {
  return readPages(fib, table, main, FIB.CHARACTER_PAGES, (page, run, runs) => {
    const at = 2 * page[4 * (runs + 1) + run]!
    return at === 0 ? NONE : page.subarray(at + 1, at + 1 + page[at]!)
  })
}

/** Properties of paragraphs (PAPX); the first two bytes are the style. */
export function readParagraphRuns(fib: DataView, table: Uint8Array, main: Uint8Array): PropertyRun[] {
  return readPages(fib, table, main, FIB.PARAGRAPH_PAGES, (page, run, runs) => {
    const at = 2 * page[4 * (runs + 1) + 13 * run]!
    if (at === 0) return NONE
    const words = page[at]!
    return words === 0
      ? page.subarray(at + 2, at + 2 + 2 * page[at + 1]!)
      : page.subarray(at + 1, at + 2 * words)
  })
}

/** Bytes of an operand by the top three bits of its code; 0 where the first byte says. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3]

/**
 * Calls back for each property of a list: its code, its operand as a number where that is one or two bytes, and where the
 * operand stands.
 */
export function eachProperty(
  list: Uint8Array,
  from: number,
  visit: (code: number, value: number, at: number) => void,
): void {
  for (let at = from; at + 2 < list.length; ) {
    const code = list[at]! | (list[at + 1]! << 8)
    const fixed = OPERAND_BYTES[code >> 13]!
    const length = fixed === 0 ? 1 + list[at + 2]! : fixed
    visit(code, fixed === 1 ? list[at + 2]! : list[at + 2]! | ((list[at + 3] ?? 0) << 8), at + 2)
    at += 2 + length
  }
}
