/**
 * Runs of fonts of old office documents, put together: control characters become lines and cells, instructions of
 * fields are left out, and all is decoded at once.
 */
import { decodeRuns } from '../encoding/decode-text.ts'
import { conversionNotice } from '../encoding/notice.ts'
import { VanbanError } from '../errors.ts'
import { DamagedFile } from './compound-file.ts'
import type { DocumentKind } from './document.ts'
import type { RawDocument, ReadContext } from './raw-document.ts'
import { isSymbolFont, signsOf } from './symbol-fonts.ts'
import { linesOf } from './text-file.ts'

/** Text in one font. */
export interface OfficeRun {
  text: string
  readonly font: string | undefined
  /** Shown in capitals, whatever was typed. */
  readonly capitals: boolean
  /** Part of a header or footer. */
  readonly isFurniture: boolean
}

const CELL_END = '\x07'
const FIELD_START = '\x13'
const FIELD_RESULT = '\x14'
const FIELD_END = '\x15'

/** Control characters of Word and what they print as. */
const PRINTED: Readonly<Record<string, string>> = {
  '\r': '\n',
  '\n': '\n',
  '\t': '\t',
  '\x0b': '\n',
  '\x0c': '\n',
  '\x0e': '\n',
  '\x1e': '-',
  // The hyphen that is shown only at line ends has the code of ư in TCVN3.
  '\x1f': '\xad',
  '\xa0': ' ',
}

/** Font and surroundings of a stretch of text. */
export interface RunPlace {
  readonly font?: string | undefined
  readonly capitals?: boolean
  readonly isInTable?: boolean
  /** It belongs to the mark that ends a row of a table. */
  readonly isRowEnd?: boolean
}

/** A head of two columns, a signature beside the recipients; tables of data have more. */
const COLUMNS_MAX = 3

/** Collects runs in the order of the text. */
export class RunCollector {
  private readonly runs: OfficeRun[] = []
  /** Ends of the cells of the row that is being read. */
  private cellEnds: OfficeRun[] = []
  private rowHasLines = false
  /** Whether each open field still shows its instruction. */
  private readonly fields: boolean[] = []

  private isFurniture = false
  private lastPrinted = ''
  private lastPlain: OfficeRun | undefined

  /** Begins a part of its own: footnotes, text boxes, headers and footers (furniture). */
  startPart(isFurniture = false): void {
    this.fields.length = 0
    if (this.runs.length > 0 && this.runs.at(-1)?.text.endsWith('\n') !== true) this.push('\n')
    this.isFurniture = isFurniture
  }

  /** Adds a stretch of text of Word, control characters included. */
  add(text: string, { font, capitals = false, isInTable = false, isRowEnd = false }: RunPlace): void {
    let plain = ''
    const flush = (): void => {
      if (plain !== '') this.pushPlain(plain, font, capitals)
      plain = ''
    }
    if (!isInTable) this.startRow()
    for (const sign of font !== undefined && isSymbolFont(font) ? signsOf(text, font) : text) {
      if (sign === FIELD_START) this.fields.push(true)
      else if (sign === FIELD_RESULT) {
        if (this.fields.length > 0) this.fields[this.fields.length - 1] = false
      } else if (sign === FIELD_END) this.fields.pop()
      else if (this.fields.includes(true)) continue
      else if (sign === CELL_END) {
        flush()
        if (isRowEnd) this.endRow()
        else this.cellEnds.push(this.push('\t'))
      } else {
        const printed = sign >= ' ' && sign !== '\xa0' ? sign : (PRINTED[sign] ?? '')
        // No word has ưư; one of the two is a hyphen.
        if (printed !== '\xad' || this.lastPrinted !== '\xad') plain += printed
        if (printed !== '') this.lastPrinted = printed
        if (sign === '\r') this.rowHasLines = true
      }
    }
    flush()
  }

  /** Adds letters: to the last run if it is in the same font, since marks may stand in another piece than their letters. */
  private pushPlain(text: string, font: string | undefined, capitals: boolean): void {
    const last = this.runs.at(-1)
    const isSame = last !== undefined && last === this.lastPlain && last.font === font
    if (isSame && last.capitals === capitals && last.isFurniture === this.isFurniture) last.text += text
    else this.lastPlain = this.push(text, font, capitals)
  }

  private push(text: string, font?: string, capitals = false): OfficeRun {
    const run: OfficeRun = { text, font, capitals, isFurniture: this.isFurniture }
    this.runs.push(run)
    return run
  }

  private startRow(): void {
    this.cellEnds = []
    this.rowHasLines = false
  }

  /** Two or three cells with several lines are columns of a page; other cells stand side by side. */
  private endRow(): void {
    const last = this.cellEnds.pop()
    if (last !== undefined) last.text = '\n'
    if (this.rowHasLines && this.cellEnds.length < COLUMNS_MAX) {
      for (const end of this.cellEnds) end.text = '\n'
    }
    this.startRow()
  }

  finish(): OfficeRun[] {
    return this.runs
  }
}

/** Runs → a document of one page, decoded. */
export function officeDocument(
  kind: DocumentKind,
  runs: readonly OfficeRun[],
  context: ReadContext,
): RawDocument {
  const decoded = decodeRuns(runs, { model: context.options.model })
  const notice = conversionNotice(context.name, decoded)
  if (notice !== undefined) context.report({ code: 'ENCODING_CONVERTED', message: notice, page: null })
  let raw = ''
  let furnitureFrom = 0
  decoded.texts.forEach((text, i) => {
    const run = runs[i]!
    if (run.isFurniture && raw !== '' && furnitureFrom === 0) furnitureFrom = raw.length
    const shown = text.replaceAll('\xad', '')
    raw += run.capitals ? shown.toUpperCase() : shown
  })
  if (furnitureFrom === 0) furnitureFrom = raw.length
  raw = raw.slice(0, furnitureFrom) + furnitureText(raw.slice(furnitureFrom))
  const lines = linesOf(raw).map((line) =>
    line.span[0] < furnitureFrom ? line : { ...line, furniture: 'running-head' as const },
  )
  const page = { number: 1, source: 'file' as const, raw, lines, width: null, height: null, grade: null }
  return { kind, encoding: decoded.encoding, pages: [page] }
}

/** Headers and footers, each line once; numbers of pages alone are not worth their lines. */
function furnitureText(text: string): string {
  const lines = new Set(text.split('\n').filter((line) => /\p{L}{2}/u.test(line)))
  return lines.size === 0 ? '' : `${[...lines].join('\n')}\n`
}

/**
 * The error of a file that turned out damaged while it was read; what is no sign of damage is given back as it is.
 *
 * @param what the file in words: "Word document"
 * @param target extension of the format LibreOffice could save it in
 */
export function damagedOffice(
  what: string,
  target: string,
  error: unknown,
  { name, place }: ReadContext,
): unknown {
  // Reading beyond the end of a part is a RangeError.
  if (!(error instanceof DamagedFile || error instanceof RangeError)) return error
  const reason = error instanceof DamagedFile ? error.message : 'it ends early'
  return new VanbanError(
    'INPUT_DAMAGED',
    'ingest',
    `${name} is a damaged ${what} (${reason}): copy it again, or let LibreOffice try to recover it ` +
      `with \`soffice --headless --convert-to ${target} FILE\`.`,
    { ...place, cause: error },
  )
}
