/** Cells of an Excel 97 workbook: their texts with fonts, their numbers as they are shown. */
import { viewOf } from './doc-format.ts'
import { RECORD, StringReader, type XlsRecord, type XlsString, xlsRecords } from './xls-records.ts'

/** A cell that shows something. */
export interface XlsCell {
  readonly sheet: number
  readonly row: number
  readonly column: number
  readonly value: XlsString
  /** Font of the cell; those within the string come on top. */
  readonly font: number
}

/** What a workbook holds. */
export interface Workbook {
  readonly cells: readonly XlsCell[]
  /** Names of the fonts; number 4 is left out by the format. */
  readonly fonts: readonly (string | undefined)[]
  readonly isEncrypted: boolean
  /** Excel 97 to 2003; older workbooks have other strings. */
  readonly isBiff8: boolean
}

const VERSION_BIFF8 = 0x0600
const SHEET_BEGINS = 0x0010
const GLOBALS_BEGIN = 0x0005
/** Result of a formula that is no number. */
const NO_NUMBER = 0xffff
const TEXT_RESULT = 0

/** Reads all sheets of a workbook. */
export function readWorkbook(stream: Uint8Array): Workbook {
  const reader = new WorkbookReader()
  for (const record of xlsRecords(stream)) {
    reader.read(record)
    if (reader.isEncrypted || !reader.isBiff8) break
  }
  return reader
}

class WorkbookReader implements Workbook {
  readonly cells: XlsCell[] = []
  readonly fonts: (string | undefined)[] = []
  isEncrypted = false
  isBiff8 = true
  private sheet = -1
  private strings: XlsString[] = []
  private readonly formats: { font: number; numberFormat: number }[] = []
  private readonly dateFormats = new Set<number>([14, 15, 16, 17, 22])
  private formulaCell: { row: number; column: number; font: number } | undefined

  read(record: XlsRecord): void {
    const { data } = record
    const view = viewOf(data)
    switch (record.type) {
      case RECORD.BEGIN: {
        const kind = view.getUint16(2, true)
        if (kind === GLOBALS_BEGIN) this.isBiff8 = view.getUint16(0, true) === VERSION_BIFF8
        else if (kind === SHEET_BEGINS) this.sheet++
        break
      }
      case RECORD.FILE_PASS:
        this.isEncrypted = true
        break
      case RECORD.FONT:
        if (this.fonts.length === 4) this.fonts.push(undefined)
        this.fonts.push(new StringReader(record, 14).string(1).text)
        break
      case RECORD.FORMAT_OF_CELLS:
        this.formats.push({ font: view.getUint16(0, true), numberFormat: view.getUint16(2, true) })
        break
      case RECORD.NUMBER_FORMAT:
        if (isDateFormat(new StringReader(record, 2).string(2).text)) {
          this.dateFormats.add(view.getUint16(0, true))
        }
        break
      case RECORD.STRINGS: {
        const reader = new StringReader(record, 8)
        const count = view.getUint32(4, true)
        this.strings = []
        for (let i = 0; i < count; i++) this.strings.push(reader.string(2))
        break
      }
      default:
        if (data.length >= 6 || record.type === RECORD.STRING_RESULT) this.readCell(record, view)
    }
  }

  private readCell(record: XlsRecord, view: DataView): void {
    if (record.type === RECORD.STRING_RESULT) {
      const at = this.formulaCell
      if (at !== undefined) this.add(at.row, at.column, new StringReader(record, 0).string(2), at.font)
      this.formulaCell = undefined
      return
    }
    const row = view.getUint16(0, true)
    const column = view.getUint16(2, true)
    const format = this.formats[view.getUint16(4, true)]
    const font = format?.font ?? 0
    switch (record.type) {
      case RECORD.STRING_CELL:
        this.add(row, column, this.strings[view.getUint32(6, true)], font)
        break
      case RECORD.LABEL:
        this.add(row, column, new StringReader(record, 6).string(2), font)
        break
      case RECORD.NUMBER:
        this.addNumber(row, column, view.getFloat64(6, true), view.getUint16(4, true))
        break
      case RECORD.SHORT_NUMBER:
        this.addNumber(row, column, shortNumber(view.getInt32(6, true)), view.getUint16(4, true))
        break
      case RECORD.MULTIPLE_NUMBERS:
        for (let at = 4, i = 0; at + 6 <= view.byteLength - 2; at += 6, i++) {
          this.addNumber(row, column + i, shortNumber(view.getInt32(at + 2, true)), view.getUint16(at, true))
        }
        break
      case RECORD.FORMULA:
        if (view.getUint16(12, true) !== NO_NUMBER) {
          this.addNumber(row, column, view.getFloat64(6, true), view.getUint16(4, true))
        } else if (view.getUint8(6) === TEXT_RESULT) this.formulaCell = { row, column, font }
        break
      default:
    }
  }

  private add(row: number, column: number, value: XlsString | undefined, font: number): void {
    if (value !== undefined && value.text !== '') {
      this.cells.push({ sheet: this.sheet, row, column, value, font })
    }
  }

  private addNumber(row: number, column: number, value: number, formatIndex: number): void {
    const { font = 0, numberFormat = 0 } = this.formats[formatIndex] ?? {}
    const text = this.dateFormats.has(numberFormat) ? dateText(value) : numberText(value)
    this.add(row, column, { text, fonts: [] }, font)
  }
}

/** A number in 30 bits: an integer or the upper half of a double, of hundredths or not. */
function shortNumber(coded: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setInt32(4, coded & ~3, true)
  const value = (coded & 2) !== 0 ? coded >> 2 : view.getFloat64(0, true)
  return (coded & 1) !== 0 ? value / 100 : value
}

/** Vietnamese writes a comma before decimals. */
const numberText = (value: number): string => String(Number(value.toPrecision(15))).replace('.', ',')

const isDateFormat = (format: string): boolean =>
  /[dy]/i.test(format.replace(/\[[^\]]{0,40}\]|"[^"]{0,80}"/g, '').replace(/general|standard/gi, ''))

const DAY_MS = 86_400_000
/** Day 25,569 of Excel is the first of 1970. */
const DAY_1970 = 25_569
const DAYS_MAX = 2_958_465

/** A date as Vietnamese forms have it: 05/11/2008. */
function dateText(value: number): string {
  if (value < 61 || value > DAYS_MAX) return numberText(value)
  const date = new Date(Math.floor(value - DAY_1970) * DAY_MS)
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`
}
