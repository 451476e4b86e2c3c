/** A Word 97 document as runs of fonts: pieces of text cut where fonts change, control characters made lines and cells. */
import { unitOfByte } from '../encoding/cp1252.ts'
import { DamagedFile } from './compound-file.ts'
import { type CharacterProperties, readCharacterProperties, readFontNames, StyleSheet } from './doc-fonts.ts'
import {
  eachProperty,
  FIB,
  type Piece,
  type PropertyRun,
  readCharacterRuns,
  readParagraphRuns,
  readPieces,
  viewOf,
} from './doc-format.ts'
import { type OfficeRun, RunCollector } from './office-runs.ts'

/** Marks paragraphs in tables, and those that end a row. */
const IN_TABLE = 0x2416
const ROW_END = 0x2417

/** Lengths of the parts of a document follow each other in the file information block; the text is the first. */
const PARTS = ['text', 'footnotes', 'headers', 'macros', 'comments', 'endnotes', 'textBoxes', 'headerBoxes']
/** In the order they are printed here; comments are not printed at all. */
const WANTED = ['text', 'footnotes', 'endnotes', 'textBoxes', 'headers']

interface Properties {
  readonly characters: readonly PropertyRun[]
  readonly paragraphs: readonly PropertyRun[]
  readonly styles: StyleSheet | undefined
  readonly fonts: readonly string[]
}

/** What was read. */
export interface DocRuns {
  readonly runs: readonly OfficeRun[]
  /** Whether all fonts and tables could be read. */
  readonly isWhole: boolean
}

/**
 * Reads the runs of a document.
 *
 * @param main stream "WordDocument"
 * @param table stream "0Table" or "1Table"
 * @throws DamagedFile, RangeError
 */
export function readDocRuns(main: Uint8Array, table: Uint8Array): DocRuns {
  const fib = viewOf(main)
  const pieces = readPieces(fib, table)
  if ((pieces.at(-1)?.end ?? 0) > main.length) throw new DamagedFile('it has more text than bytes')
  let isWhole = true
  /** Text without its fonts is better than none. */
  const attempt = <T>(read: () => T, otherwise: T): T => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof DamagedFile || error instanceof RangeError)) throw error
      isWhole = false
      return otherwise
    }
  }
  const properties: Properties = {
    characters: attempt(() => readCharacterRuns(fib, table, main), []),
    paragraphs: attempt(() => readParagraphRuns(fib, table, main), []),
    styles: attempt(() => new StyleSheet(fib, table), undefined),
    fonts: attempt(() => readFontNames(fib, table), []),
  }
  const collector = new RunCollector()
  const parts = new Map<string, readonly [start: number, end: number]>()
  let start = 0
  PARTS.forEach((part, i) => {
    const end = start + fib.getUint32(FIB.CCP_TEXT + 4 * i, true)
    parts.set(part, [start, end])
    start = end
  })
  for (const part of WANTED) {
    const [from, to] = parts.get(part)!
    if (from === to) continue
    collector.startPart(part === 'headers')
    for (const piece of pieces) addPiece(collector, main, piece, from, to, properties)
  }
  return { runs: collector.finish(), isWhole }
}

/** Adds what a piece holds of `[start, end)`. */
function addPiece(
  collector: RunCollector,
  main: Uint8Array,
  piece: Piece,
  start: number,
  end: number,
  { characters, paragraphs, styles, fonts }: Properties,
): void {
  const { offset, width } = piece
  const from = offset + width * (Math.max(start, piece.start) - piece.start)
  const to = Math.min(offset + width * (Math.min(end, piece.end) - piece.start), main.length)
  let run = firstBehind(characters, from)
  let paragraph = firstBehind(paragraphs, from)
  for (let at = from; at + width <= to; ) {
    while (run < characters.length && characters[run]!.to <= at) run++
    while (paragraph < paragraphs.length && paragraphs[paragraph]!.to <= at) paragraph++
    const own = covering(characters[run], at)
    const around = covering(paragraphs[paragraph], at)
    // A run that begins later, or the one here: whichever border comes first.
    let next = to
    for (const other of [characters[run], paragraphs[paragraph]]) {
      if (other === undefined) continue
      const border = other.from > at ? other.from : other.to
      if (border > at && border < next) next = border
    }
    const stop = at + Math.max(width, Math.ceil((next - at) / width) * width)
    const text = textOf(main, at, Math.min(stop, to), width)
    const style =
      around === undefined || around.properties.length < 2 ? 0 : viewOf(around.properties).getUint16(0, true)
    const character = readCharacterProperties(own?.properties ?? new Uint8Array())
    if (!character.isDeleted && !character.isHidden) {
      const { font, capitals } = resolve(character, style, styles)
      collector.add(text, { font: fonts[font ?? -1], capitals, ...tablePlace(around) })
    }
    at = stop
  }
}

const covering = (run: PropertyRun | undefined, at: number): PropertyRun | undefined =>
  run !== undefined && run.from <= at ? run : undefined

function resolve(
  own: CharacterProperties,
  paragraphStyle: number,
  styles: StyleSheet | undefined,
): { font: number | undefined; capitals: boolean } {
  const paragraph = styles?.of(paragraphStyle)
  const character = own.style === undefined ? undefined : styles?.of(own.style)
  return {
    font: own.font ?? paragraph?.font ?? character?.font,
    capitals: own.capitals ?? (paragraph?.capitals || (character?.capitals ?? false)),
  }
}

function tablePlace(paragraph: PropertyRun | undefined): { isInTable: boolean; isRowEnd: boolean } {
  const place = { isInTable: false, isRowEnd: false }
  if (paragraph !== undefined) {
    eachProperty(paragraph.properties, 2, (code, value) => {
      if (code === IN_TABLE && value === 1) place.isInTable = true
      else if (code === ROW_END && value === 1) place.isRowEnd = true
    })
  }
  return place
}

function textOf(main: Uint8Array, from: number, to: number, width: 1 | 2): string {
  if (width === 2) return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(main.subarray(from, to))
  let text = ''
  for (let i = from; i < to; i++) text += String.fromCharCode(unitOfByte(main[i]!))
  return text
}

/** The first run that ends behind a place. */
function firstBehind(runs: readonly PropertyRun[], at: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (runs[middle]!.to <= at) low = middle + 1
    else high = middle
  }
  return low
}
