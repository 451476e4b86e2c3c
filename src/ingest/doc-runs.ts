/** A Word 97 document as runs of fonts: pieces of text cut where fonts change, control characters made lines and cells. */
import { unitOfByte } from '../encoding/cp1252.ts'
import { DamagedFile } from './compound-file.ts'
import {
  type CharacterProperties,
  readCharacterProperties,
  readFontNames,
  readListProperties,
  StyleSheet,
} from './doc-fonts.ts'
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
import { DocLists } from './doc-lists.ts'
import { ListCounter } from './list-number.ts'
import { type OfficeRun, RunCollector } from './office-runs.ts'
import { signOf } from './symbol-fonts.ts'

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
  readonly lists: DocLists | undefined
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
    lists: attempt(() => new DocLists(fib, table), undefined),
  }
  const reader = new DocReader(main, properties)
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
    reader.startPart(part === 'headers')
    for (const piece of pieces) reader.addPiece(piece, from, to)
  }
  return { runs: reader.finish(), isWhole }
}

/** Ends of paragraphs: of the text, of cells and rows, of pages. */
const PARAGRAPH_ENDS = '\r\x07\x0c'
const endsParagraph = (sign: string): boolean => sign !== '' && PARAGRAPH_ENDS.includes(sign)

/** A text cut behind each end of a paragraph. */
function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = []
  let start = 0
  for (let i = 0; i < text.length; i++) {
    if (i + 1 < text.length && !endsParagraph(text.charAt(i))) continue
    paragraphs.push(text.slice(start, i + 1))
    start = i + 1
  }
  return paragraphs
}

/** Goes through the pieces of a document. */
class DocReader {
  private readonly collector = new RunCollector()
  private readonly counter = new ListCounter()
  private readonly main: Uint8Array
  private readonly properties: Properties
  private isParagraphStart = true

  constructor(main: Uint8Array, properties: Properties) {
    this.main = main
    this.properties = properties
  }

  startPart(isFurniture: boolean): void {
    this.collector.startPart(isFurniture)
    this.isParagraphStart = true
  }

  finish(): OfficeRun[] {
    return this.collector.finish()
  }

  /** Adds what a piece holds of `[start, end)`. */
  addPiece(piece: Piece, start: number, end: number): void {
    const { characters, paragraphs } = this.properties
    const { offset, width } = piece
    const from = offset + width * (Math.max(start, piece.start) - piece.start)
    const to = Math.min(offset + width * (Math.min(end, piece.end) - piece.start), this.main.length)
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
      this.addStretch(textOf(this.main, at, Math.min(stop, to), width), own, around)
      at = stop
    }
  }

  /** Adds text of one run of characters in one paragraph. */
  private addStretch(text: string, own: PropertyRun | undefined, around: PropertyRun | undefined): void {
    const { styles, fonts } = this.properties
    const properties = around?.properties ?? NONE
    const style = properties.length < 2 ? 0 : viewOf(properties).getUint16(0, true)
    const character = readCharacterProperties(own?.properties ?? NONE)
    if (character.isDeleted || character.isHidden) return
    const { font, capitals } = resolve(character, style, styles)
    const place = tablePlace(properties)
    const { symbol } = character
    for (const part of paragraphsOf(text)) {
      if (this.isParagraphStart && !place.isRowEnd) this.addLabel(properties, style, font, part, place)
      this.isParagraphStart = endsParagraph(part.charAt(part.length - 1))
      const shown = symbol === undefined ? part : signOf(fonts[symbol.font] ?? '', symbol.code)
      this.collector.add(shown, { font: fonts[font ?? -1], capitals, ...place })
    }
  }

  /** The number of a paragraph that is in a list. */
  private addLabel(
    properties: Uint8Array,
    style: number,
    font: number | undefined,
    text: string,
    place: TablePlace,
  ): void {
    const { styles, fonts, lists } = this.properties
    const own = readListProperties(properties, 2)
    const ofStyle = styles?.listOf(style)
    const list = own.list ?? ofStyle?.list ?? 0
    if (list === 0 || lists === undefined) return
    const at = lists.placeOf(list, own.level ?? (own.list === undefined ? ofStyle?.level : undefined), style)
    const label = at === undefined ? '' : this.counter.next(at)
    if (label === '') return
    const gap = endsParagraph(text.charAt(0)) ? '' : ' '
    this.collector.add(label + gap, { font: fonts[at?.font ?? font ?? -1], ...place })
  }
}

const NONE = new Uint8Array()

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

interface TablePlace {
  isInTable: boolean
  isRowEnd: boolean
}

function tablePlace(properties: Uint8Array): TablePlace {
  const place = { isInTable: false, isRowEnd: false }
  eachProperty(properties, 2, (code, value) => {
    if (code === IN_TABLE && value === 1) place.isInTable = true
    else if (code === ROW_END && value === 1) place.isRowEnd = true
  })
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
