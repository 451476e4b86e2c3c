/**
 * The fields of a document code as printed, before anything is repaired.
 *
 * ```text
 * > | (1169/Qb-TTg),
 *      ~~~~ ~~ ~~~     number, symbols; the signs between them and the marks around them are kept as gaps
 * ```
 */

export const NUMBER = 0
export const YEAR = 1
export const SYMBOL = 2

/** A field of a code: offsets into the chunk. */
export interface CodeField {
  readonly kind: typeof NUMBER | typeof YEAR | typeof SYMBOL
  readonly start: number
  readonly end: number
  /** Of numbers and years: with letters read for figures put right; of symbols: with Đ for its twin Ð. */
  readonly text: string
}

/** A chunk as fields. */
export interface ScannedCode {
  readonly fields: readonly CodeField[]
  /** The place of the number is blank: `/KH-UBND`, `-QC/ĐU`. */
  readonly isBlank: boolean
  /** The first sign of a blank code is no slash, so that it may be the dash of a list. */
  readonly isDash: boolean
  /** The number is beyond repair (`S86/QĐ-UBND`), or this is something else: `60km/h`, `H5N1/A`. */
  readonly isOpaque: boolean
  /** The chunk ends in a sign, more is to follow: `217/2025/NĐ-`. */
  readonly isOpen: boolean
}

/** The longest code counted has 52 characters; longer chunks are tables or addresses. */
export const CODE_LENGTH_MAX = 64
/** The one mark besides signs that stands for a slash and nowhere else in words: `726°QD`. */
const DEGREE = 0xb0
const FIELDS_MAX = 10

/** U+00D0, which looks like Đ. */
const ETH = '\u00d0'

const DIGITS = /^\d+$/
/** One to five figures (four by rule, five in ministries), a letter for a number put in between: `15a`. */
const PLAIN_NUMBER = /^\d{1,5}[A-Ea-eđĐ]?$/
/** `66.16` of experimental resolutions, `20.03.2026` of companies. */
const DOTTED_NUMBER = /^\d+(?:[.,]\d+)+$/
const YEAR_OF_CODE = /^\d{4}$/
/**
 * Figures and the letters read for them, at least one figure. No S at the beginning: `S86`, `s6` may be what is left
 * of `số 86` and `số`.
 */
const DAMAGED = /^(?=.*\d)[\dlI|LOoZz][\dlI|LOoSZz]{1,4}$/
/** `số` glued to the number, whatever became of its vowel: `Số:15`, `s6320`, `sé.175`. */
const GLUED_SO = /^[Ss](?:[ốoóôòõơéèê6][:.]{0,2}|[\p{L}\d]{1,2}[:.]{1,2})(?=\d)/u
/** A number, a sign that OCR made of a slash, the rest. */
const SOFT_SIGN = /^([\dlIOoS]{1,5})[°'’‘:.|](?=[\dlIOoS\p{Lu}])/u
/** Number and kind without a sign: `1208KL`, `2014QH13`. */
const NUMBER_AND_KIND = /^\d{1,5}(?=\p{Lu}{2})/u

const FIGURE_OF: Readonly<Record<string, string>> = {
  l: '1',
  I: '1',
  '|': '1',
  L: '1',
  O: '0',
  o: '0',
  S: '5',
  Z: '2',
  z: '2',
}

/**
 * Finds the fields of a chunk.
 *
 * @param chunk a white-space-delimited chunk, NFC
 * @returns null for a chunk that is no code at first sight: no sign, no two capitals, no letters after the number
 */
export function scanCode(chunk: string): ScannedCode | null {
  if (!mayBeCode(chunk)) return null
  let start = 0
  while (start < chunk.length && !isAlphanumeric(chunk.charCodeAt(start))) start++
  let end = chunk.length
  while (end > start && !isAlphanumeric(chunk.charCodeAt(end - 1))) end--
  const isBlank = start > 0 && isSign(chunk.charCodeAt(start - 1))
  const isOpen = isSign(chunk.charCodeAt(end))
  const fields: CodeField[] = []
  let isOpaque = false
  let inHead = !isBlank
  for (let at = start; at < end && fields.length < FIELDS_MAX; ) {
    if (isSign(chunk.charCodeAt(at))) {
      at++
      continue
    }
    let stop = at
    while (stop < end && !isSign(chunk.charCodeAt(stop))) stop++
    if (inHead) {
      if (fields.length === 0) at += GLUED_SO.exec(chunk.slice(at, stop))?.[0].length ?? 0
      const head = headField(chunk, at, stop, fields.length > 0)
      if (head !== null) {
        fields.push(head)
        at = head.end
        if (at < stop && !isAlphanumeric(chunk.charCodeAt(at))) at++
        else if (at < stop) inHead = false
        continue
      }
      inHead = false
      if (fields.length === 0 && hasFigure(chunk, at, stop)) {
        isOpaque = true
        fields.push({ kind: NUMBER, start: at, end: stop, text: chunk.slice(at, stop) })
        at = stop
        continue
      }
    }
    fields.push({ kind: SYMBOL, start: at, end: stop, text: chunk.slice(at, stop).replaceAll(ETH, 'Đ') })
    at = stop
  }
  return fields.some((field) => field.kind === SYMBOL) && fields.length < FIELDS_MAX
    ? { fields, isBlank, isDash: isBlank && chunk.charAt(start - 1) !== '/', isOpaque, isOpen }
    : null
}

/** A number or year at the head of a code. */
function headField(chunk: string, start: number, stop: number, isYearPlace: boolean): CodeField | null {
  const text = chunk.slice(start, stop)
  const length =
    DIGITS.test(text) || PLAIN_NUMBER.test(text) || DAMAGED.test(text) || DOTTED_NUMBER.test(text)
      ? text.length
      : ((SOFT_SIGN.exec(text)?.[1] ?? NUMBER_AND_KIND.exec(text)?.[0])?.length ?? 0)
  if (length === 0) return null
  const read = text.slice(0, length)
  const figures = PLAIN_NUMBER.test(read) ? read : toFigures(read)
  if (figures === null) return null
  const kind = isYearPlace && YEAR_OF_CODE.test(figures) ? YEAR : NUMBER
  return { kind, start, end: start + length, text: figures }
}

/** Letters read for figures put right; null when no figure was read at all. */
function toFigures(read: string): string | null {
  if (!/\d/.test(read)) return null
  return read.replace(/[lI|LOoSZz]/g, (letter) => FIGURE_OF[letter]!)
}

/** Cheap test that most words and numbers fail. */
function mayBeCode(chunk: string): boolean {
  if (chunk.length < 3 || chunk.length > CODE_LENGTH_MAX) return false
  let signs = 0
  let capitals = 0
  for (let i = 0; i < chunk.length; i++) {
    const unit = chunk.charCodeAt(i)
    if ((unit >= 0x41 && unit <= 0x5a) || unit === 0x110 || unit === 0xd0) capitals++
    else if (isSign(unit) || unit === DEGREE) signs++
    else if (unit === 0x40 || unit >= 0xd800) return false
  }
  return signs > 0 && capitals > 0
}

/** Signs of codes and what OCR makes of them: hyphen, slash, back-slash, tilde, =, hyphens and dashes, minus, fraction slash. */
export function isSign(unit: number): boolean {
  return (
    unit === 0x2d ||
    unit === 0x2f ||
    unit === 0x5c ||
    unit === 0x7e ||
    unit === 0x3d ||
    (unit >= 0x2010 && unit <= 0x2015) ||
    unit === 0x2212 ||
    unit === 0x2044
  )
}

/** Latin letters, Vietnamese ones included, and figures. */
export function isAlphanumeric(unit: number): boolean {
  return (
    isFigure(unit) ||
    ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) ||
    (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7) ||
    (unit >= 0x1e00 && unit <= 0x1eff)
  )
}

export function isFigure(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

function hasFigure(chunk: string, start: number, stop: number): boolean {
  for (let i = start; i < stop; i++) if (isFigure(chunk.charCodeAt(i))) return true
  return false
}
