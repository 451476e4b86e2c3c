/** Records of an Excel 97 workbook (BIFF8), and the strings in them, which may run on into the next record. */
import { DamagedFile } from './compound-file.ts'
import { viewOf } from './doc-format.ts'

/** Record types that are read. */
export const RECORD = {
  FORMULA: 0x0006,
  FILE_PASS: 0x002f,
  FONT: 0x0031,
  CONTINUE: 0x003c,
  SHEET: 0x0085,
  MULTIPLE_NUMBERS: 0x00bd,
  FORMAT_OF_CELLS: 0x00e0,
  STRINGS: 0x00fc,
  STRING_CELL: 0x00fd,
  NUMBER: 0x0203,
  LABEL: 0x0204,
  STRING_RESULT: 0x0207,
  SHORT_NUMBER: 0x027e,
  NUMBER_FORMAT: 0x041e,
  BEGIN: 0x0809,
} as const

/** One record with what continues it. */
export interface XlsRecord {
  readonly type: number
  /** Where it begins in the stream. */
  readonly at: number
  readonly data: Uint8Array
  /** Parts that continue it. */
  readonly more: readonly Uint8Array[]
}

/** Goes through the records of a stream once. */
export function* xlsRecords(stream: Uint8Array): Generator<XlsRecord> {
  const view = viewOf(stream)
  let pending: { type: number; at: number; data: Uint8Array; more: Uint8Array[] } | undefined
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = view.getUint16(at, true)
    const length = view.getUint16(at + 2, true)
    const data = stream.subarray(at + 4, at + 4 + length)
    if (type === RECORD.CONTINUE && pending !== undefined) pending.more.push(data)
    else {
      if (pending !== undefined) yield pending
      pending = { type, at, data, more: [] }
    }
    at += 4 + length
  }
  if (pending !== undefined) yield pending
}

/** A string, and the fonts that begin within it. */
export interface XlsString {
  readonly text: string
  readonly fonts: readonly { readonly at: number; readonly font: number }[]
}

const WIDE = 0x01
const PHONETIC = 0x04
const RICH = 0x08

/** Reads strings that may be cut by the end of a record anywhere between two characters. */
export class StringReader {
  private readonly parts: readonly Uint8Array[]
  private part = 0
  private at: number

  constructor(record: XlsRecord, from: number) {
    this.parts = [record.data, ...record.more]
    this.at = from
  }

  private get rest(): number {
    return this.parts[this.part]!.length - this.at
  }

  private byte(): number {
    while (this.rest <= 0) {
      if (this.part + 1 >= this.parts.length) throw new DamagedFile('its strings are cut short')
      this.part++
      this.at = 0
    }
    return this.parts[this.part]![this.at++]!
  }

  private number(bytes: number): number {
    let value = 0
    for (let i = 0; i < bytes; i++) value += this.byte() * 2 ** (8 * i)
    return value
  }

  /** @param lengthBytes how many bytes tell the length: two, or one for short strings */
  string(lengthBytes: 1 | 2): XlsString {
    const length = this.number(lengthBytes)
    let flags = this.byte()
    const fontCount = (flags & RICH) !== 0 ? this.number(2) : 0
    const phonetic = (flags & PHONETIC) !== 0 ? this.number(4) : 0
    let text = ''
    for (let i = 0; i < length; i++) {
      if (this.rest <= 0) {
        // A continued string says anew how wide its characters are.
        flags = (flags & ~WIDE) | (this.byte() & WIDE)
      }
      text += String.fromCharCode(this.number((flags & WIDE) !== 0 ? 2 : 1))
    }
    const fonts: { at: number; font: number }[] = []
    for (let i = 0; i < fontCount; i++) fonts.push({ at: this.number(2), font: this.number(2) })
    for (let i = 0; i < phonetic; i++) this.byte()
    return { text, fonts }
  }
}
