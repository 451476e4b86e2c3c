/**
 * Document codes (số ký hiệu) that OCR damaged, put right by their grammar:
 *
 * ```text
 * state    = [number] "/" [year "/"] TYPE *( "-" ORGANISATION )   1169/QĐ-TTg  42/2022/NĐ-CP  /KH-UBND
 * letter   = [number] "/" ORGANISATION *( "-" UNIT )              1234/BGDĐT-VP
 * assembly = number "/" year "/" ( "QH" | "UBTVQH" ) term         45/2019/QH14
 * party    = [number] "-" TYPE "/" ORGANISATION                   57-NQ/TW
 * ```
 *
 * Figures are never changed into other figures, letters only where one listed symbol is nearly certain; misprints
 * that no OCR engine makes (`QĐ-UNBD`) stay.
 */
import {
  type CodeSymbols,
  FIRST,
  FIRST_BEFORE_LISTED,
  FIRST_OF_YEAR,
  LATER,
  type SymbolPlace,
  type SymbolReading,
  UNKNOWN_TRUST,
} from './code-lexicon.ts'
import { type CodeField, NUMBER, type ScannedCode, SYMBOL, scanCode, YEAR } from './code-scan.ts'

export { type CodeSymbolLists, CodeSymbols, countedSymbols, type WeightedSymbol } from './code-lexicon.ts'

/** The parts of a code, repaired. */
export interface CodeParts {
  /** As printed, leading zeros kept; empty when blank or not in the chunk. */
  readonly number: string
  /** Four figures, or empty. */
  readonly year: string
  /** `QĐ`, `QH14`; empty for letters (công văn), which name no kind, and for kinds unknown. */
  readonly type: string
  /** What follows the type: bodies, then their units. */
  readonly organisations: readonly string[]
}

/** A chunk taken for a document code. */
export interface CodeRepair {
  /** The whole chunk, repaired; marks around the code and all white space as they were. */
  readonly text: string
  /** Probability that `text` is what was printed, 0 to 1. Low for symbols no list has and for ambiguous ones. */
  readonly confidence: number
  readonly changed: boolean
  readonly parts: CodeParts
}

/** How the page was read. */
export interface CodeOptions {
  /**
   * True when the OCR model has no letter Đ (a model for English): then every `D` may have been one, and the more
   * common symbol is taken (`DA` → `ĐA`). Default false: a `D` is changed only where the other reading is rare.
   */
  readonly barsLost?: boolean
}

/** A part of a chunk, repaired. */
export interface Piece {
  /** Half-open span of the chunk as it was. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A repaired code in pieces, which cover the chunk. */
export interface ReadCode {
  readonly pieces: readonly Piece[]
  readonly confidence: number
  readonly parts: CodeParts
  /** Every symbol is listed. */
  readonly isKnown: boolean
  readonly scan: ScannedCode
}

/** Of codes with every symbol certain, 0.7 % have a figure misread on the training pages. */
const READ_TRUST = 0.995
/** Trust in a number beyond repair. */
const OPAQUE_TRUST = 0.5
/** Trust in a year out of range, in a number that has letters yet. */
const DOUBTFUL_TRUST = 0.5
/** Trust in one letter taken for a figure (`l79` → `179`), in a mended sign, in a sign lost altogether. */
const FIGURE_TRUST = 0.8
const SIGN_TRUST = 0.95
const LOST_SIGN_TRUST = 0.7
/** No symbols but words: three small letters in a row, a capital and two, a vowel with a tone. */
const WORD = /\p{Ll}{3}|^\p{Lu}\p{Ll}{2}|[^\P{L}A-ZĐƠƯÂÊÔĂa-zđø]/u
/** No symbols either, but they may stand among them: numerals. */
const NUMERAL = /^(?:[IVX]+|\d+)$/
/** No code of an office is older or comes from the future by more than a misread figure. */
const YEAR_MIN = 1945
const YEAR_MAX = 2060

/** A sign that OCR makes of a slash behind number and year; of a slash or hyphen anywhere. */
const SLASH_AFTER_FIGURES = /^[°'’‘:.|]$/
const SLASH = /^[\\\u2044]$/
const HYPHEN = /^[~=]$/

/**
 * Repairs a chunk that holds a document code.
 *
 * @param chunk a white-space-delimited chunk, NFC; marks at its edges stay
 * @returns null for a chunk that is no code; a code left as it was has `changed` false
 * @example repairCode('(1169/Qb-TTg),', new CodeSymbols(countedSymbols()))?.text // '(1169/QĐ-TTg),'
 */
export function repairCode(
  chunk: string,
  symbols: CodeSymbols,
  options: CodeOptions = {},
): CodeRepair | null {
  const code = readCode(chunk, symbols, options)
  if (code === null) return null
  const text = code.pieces.map((piece) => piece.text).join('')
  return { text, confidence: code.confidence, changed: text !== chunk, parts: code.parts }
}

/** {@link repairCode} with the pieces kept apart. */
export function readCode(chunk: string, symbols: CodeSymbols, options: CodeOptions): ReadCode | null {
  const scan = scanCode(chunk)
  if (scan === null) return null
  const readings = readSymbols(scan, symbols, options.barsLost ?? false)
  if (readings === null) return null
  const first = readings[0]!
  const isKnown = readings.every((reading) => reading.known)
  // `S37-DN` is the name of a form.
  const mayMendFigures = first.isType || (isKnown && readings.length > 1)
  const mayMendSigns = mayMendFigures && isKnown && first.symbol.length > 1
  const pieces: Piece[] = []
  const { fields } = scan
  let confidence = scan.isOpaque ? OPAQUE_TRUST : READ_TRUST
  let symbolsRead = 0
  let number = ''
  let year = ''
  let at = 0
  for (let f = 0; f < fields.length; f++) {
    const { start, end, kind, text } = fields[f]!
    const sign = readSign(chunk, scan, f, mayMendSigns, first.isType)
    if (sign === null) return null
    const { symbol, probability } =
      kind === SYMBOL
        ? readings[symbolsRead++]!
        : readFigures(chunk.slice(start, end), text, kind, mayMendFigures)
    if (kind === NUMBER) number += number === '' ? symbol : sign.symbol + symbol
    if (kind === YEAR) year = symbol
    confidence *= sign.probability * probability
    pieces.push({ start: at, end: start, text: sign.symbol }, { start, end, text: symbol })
    at = end
  }
  pieces.push({ start: at, end: chunk.length, text: chunk.slice(at) })
  const names = readings.map((reading) => reading.symbol)
  const parts = first.isType
    ? { number, year, type: first.symbol, organisations: names.slice(1) }
    : { number, year, type: '', organisations: names }
  return { pieces, confidence, parts, isKnown, scan }
}

type Reading = Pick<SymbolReading, 'symbol' | 'probability'>

/** The marks before field `f`; null where they show that this is no code. */
function readSign(
  chunk: string,
  scan: ScannedCode,
  f: number,
  mayMend: boolean,
  hasType: boolean,
): Reading | null {
  const { fields } = scan
  const gap = chunk.slice(f === 0 ? 0 : fields[f - 1]!.end, fields[f]!.start)
  if (f === 0) return { symbol: gap, probability: 1 }
  const isAfterFigures = fields[f - 1]!.kind !== SYMBOL
  const mended = mendSign(gap, isAfterFigures)
  if (mended === gap) return { symbol: gap, probability: gap === '' ? LOST_SIGN_TRUST : 1 }
  if (mayMend && isMendable(chunk, scan, f, hasType)) return { symbol: mended, probability: SIGN_TRUST }
  return isAfterFigures ? null : { symbol: gap, probability: SIGN_TRUST }
}

/** @param figures the same with letters read for figures put right */
function readFigures(printed: string, figures: string, kind: CodeField['kind'], mayMend: boolean): Reading {
  const misread = countDifferences(printed, figures)
  const isUnlikely = kind === YEAR && !(Number(figures) >= YEAR_MIN && Number(figures) <= YEAR_MAX)
  return {
    symbol: mayMend ? figures : printed,
    probability: FIGURE_TRUST ** misread * (isUnlikely || (misread > 0 && !mayMend) ? DOUBTFUL_TRUST : 1),
  }
}

/** Looks the symbols up; null when they show that the chunk is no code. */
function readSymbols(scan: ScannedCode, symbols: CodeSymbols, barsLost: boolean): SymbolReading[] | null {
  const hasYear = scan.fields.some((field) => field.kind === YEAR)
  const hasNumber = scan.isBlank || scan.fields[0]!.kind !== SYMBOL
  const texts = scan.fields.filter((field) => field.kind === SYMBOL).map((field) => field.text)
  // From the end: what follows the first symbol tells what to expect of it.
  const readings = new Array<SymbolReading>(texts.length)
  for (let i = texts.length - 1; i >= 0; i--) {
    const text = texts[i]!
    const isWord = WORD.test(text)
    if (isWord || NUMERAL.test(text) || isPair(text, symbols)) {
      if (!hasNumber || (isWord && i === 0)) return null
      readings[i] = { symbol: text, probability: UNKNOWN_TRUST, known: false, isType: false }
      continue
    }
    const place: SymbolPlace =
      i > 0 ? LATER : hasYear ? FIRST_OF_YEAR : readings[1]?.known ? FIRST_BEFORE_LISTED : FIRST
    const reading = symbols.read(text, place, barsLost)
    // Without a number: `QĐ-TTg`, but no `QH15-TTg`.
    if (!hasNumber && !(reading.known && (i > 0 || (reading.isType && !/\d/.test(reading.symbol)))))
      return null
    readings[i] = reading
  }
  if (hasNumber && !scan.isBlank && !scan.isOpaque) return readings
  // `/QĐ`, `/UBND-KT`, `QĐ-TTg` and `-QC/ĐU` are codes, `/UBND`, `QĐ-` and `-QC` are not.
  const first = readings[0]!
  if (!first.known || (readings.length < 2 && !(first.isType && hasNumber))) return null
  if ((scan.isDash || scan.isOpaque) && (readings.length < 2 || !first.isType)) return null
  if (scan.isOpaque && !readings.every((reading) => reading.known)) return null
  return readings
}

/** `QĐ.UBND`: the full stop stands for a sign or was printed so, it is no speck. */
function isPair(text: string, symbols: CodeSymbols): boolean {
  const dot = text.indexOf('.')
  return dot > 0 && symbols.has(text.slice(0, dot)) && symbols.has(text.slice(dot + 1))
}

function mendSign(gap: string, isAfterFigures: boolean): string {
  if (SLASH.test(gap) || (isAfterFigures && SLASH_AFTER_FIGURES.test(gap))) return '/'
  return HYPHEN.test(gap) ? '-' : gap
}

/** Whether the mark before field `f` is a sign misread; `122:2024/BGTVT` is a standard, `32.2017.TT-BCT` a file. */
function isMendable(chunk: string, { fields }: ScannedCode, f: number, hasType: boolean): boolean {
  const gapBefore = (g: number) => chunk.slice(fields[g - 1]?.end, fields[g]?.start)
  const gap = gapBefore(f)
  const isYearNext = fields[f]!.kind === YEAR
  const isBesideYear = isYearNext || fields[f - 1]!.kind === YEAR
  if (gap === ':') return hasType && (f === 1 || isBesideYear) && fields[1]!.kind !== NUMBER
  if (gap !== '.') return true
  const other = isYearNext ? f + 1 : f - 1
  return isBesideYear && other > 0 && gapBefore(other) !== '.'
}

function countDifferences(a: string, b: string): number {
  let count = 0
  for (let i = 0; i < a.length; i++) if (a.charCodeAt(i) !== b.charCodeAt(i)) count++
  return count
}
