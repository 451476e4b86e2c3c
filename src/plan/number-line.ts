// The number line (số, ký hiệu; NĐ 30/2020 Đ.8 k.2c): `Số: 179/KH-UBND`, blank `Số:    /KH-UBND`, Party `Số 331-KH/TU`.
import { DOC_KINDS, kindOfSymbol } from './document-kinds.ts'

/** Số and ký hiệu. */
export interface NumberLine {
  /** As printed, `05`; null when blank or unreadable. */
  readonly number: string | null
  /** `KH-UBND`, `KH/TU`; null when nothing but a number is printed. */
  readonly symbol: string | null
}

/** `Số`, as OCR reads it too: S6, Sé, Só. */
const OPENER = /^(?:[S5][ốôóồổỗoéê6]\s?(?:[:;.]|(?=[\s\d/_…]))|S\p{L}\s?:(?=\s?\d))\s*/iu
const YEAR = String.raw`(?:\s*[/-]\s*(?:19|20)\d\d(?=\s*[/-]))?`
const WORD = String.raw`[A-ZĐÐa-zđ][\p{L}\d&]{0,14}`
const BLANKS = String.raw`[\s._…·-]{0,40}`
const STATE = new RegExp(
  String.raw`^(?:([\dO]?\d{1,6}[a-zđABC]?)(?![\p{L}\d])|([^\p{L}\s/]{1,8})?)${BLANKS}${YEAR}\s*[/¡]\s*(${WORD}(?:\s?[-–—]\s?${WORD}){0,4})(?![\p{L}\d])`,
  'u',
)
const PARTY = new RegExp(
  String.raw`^(?:(\d{1,6}[a-zđABC]?))?[\s._…]{0,40}[-–—]\s*(${WORD}\s?/\s?${WORD}(?:[-–—]${WORD}){0,2})(?![\p{L}\d])`,
  'u',
)
/** A number written by hand that OCR could not read, before a symbol that is sure: `Số: ð31#/UBND-KTTH`. */
const JUNK = new RegExp(
  String.raw`^[^\n,]{0,14}?[/¡]\s*([A-ZĐ][A-ZĐ][A-Za-zĐđ]{0,8}(?:\s?[-–—]\s?${WORD}){1,3}|[A-ZĐ]{1,3}[a-z]{0,2}\s?[-–—]\s?${WORD})(?![\p{L}\d])`,
  'u',
)
const BARE = /^(\d{1,6})\s*$/u

function read(text: string): { line: NumberLine; length: number } | null {
  const opener = OPENER.exec(text)
  if (opener === null) return null
  const rest = text.slice(opener[0].length)
  const party = PARTY.exec(rest)
  if (party !== null && /\p{Lu}/u.test(party[2]!.charAt(0))) {
    return {
      line: { number: party[1] ?? null, symbol: healed(party[2]!) },
      length: opener[0].length + party[0].length,
    }
  }
  const state = STATE.exec(rest)
  if (state !== null && /[A-ZĐ]/u.test(state[3]!)) {
    return {
      line: { number: state[1]?.replace('O', '0') ?? null, symbol: healed(state[3]!) },
      length: opener[0].length + state[0].length,
    }
  }
  const junk = JUNK.exec(rest)
  if (junk !== null) {
    return { line: { number: null, symbol: healed(junk[1]!) }, length: opener[0].length + junk[0].length }
  }
  const bare = BARE.exec(rest)
  return bare === null ? null : { line: { number: bare[1]!, symbol: null }, length: text.length }
}

/** Reads a number line; null for any other. */
export function parseNumberLine(text: string): NumberLine | null {
  return read(text)?.line ?? null
}

/** Whether a text is a number line; `Số:` with nothing behind it is one. */
export function isNumberLine(text: string): boolean {
  return text.length < 60 && (read(text) !== null || /^S[ốô]\s?[:.]?[\s._…/]*$/u.test(text))
}

/** How much of a text the number line takes: place and date may stand beside it; 0 for any other text. */
export function numberLineLength(text: string): number {
  const found = read(text)
  return found === null ? 0 : found.length
}

/** Blanks off, Đ restored in the kind: `TTr - SCT` is TTr-SCT, `QD-UBND` QĐ-UBND. */
function healed(symbol: string): string {
  const bare = symbol.replace(/\s+/gu, '').replace(/[–—]/gu, '-').replace(/Ð/gu, 'Đ')
  const end = bare.search(/[-/]/u)
  const type = end < 0 ? bare : bare.slice(0, end)
  const kind = /^(?:QD|ND|Qd|Qb|QB)$/u.test(type)
    ? kindOfSymbol(type.toUpperCase().replace('QB', 'QD'))
    : null
  const symbolOfKind = kind === null ? null : DOC_KINDS[kind].symbol
  const rest = end < 0 ? '' : bare.slice(end).replace(/HDND/gu, 'HĐND')
  return (symbolOfKind ?? type) + rest
}
