// The mark of an item at the start of a line: `I.`, `1.2.`, `a)`, `-`, `Điều 5.`; read by its first character.
import { isCapitals, isDigit, isLower, isUpper } from './letters.ts'
import { fromDamagedRoman, fromRoman, letterValue, toRoman } from './numerals.ts'

/** Families of marks. `paren` is `1)` or `(1)`; decimals are one family for each depth. */
export type Style =
  | 'part'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'article'
  | 'upper'
  | 'roman'
  | 'arabic'
  | 'paren'
  | 'decimal2'
  | 'decimal3'
  | 'decimal4'
  | 'letter'
  | 'dash'
  | 'plus'
  | 'star'
  | 'dot'

/** One way to read a mark. */
export interface Reading {
  readonly style: Style
  readonly value: number
  /** As the plan gives it: `II`, `1.2`, `đ`, `-`. */
  readonly num: string
  /** Read through OCR damage. */
  readonly healed: boolean
  /** Leading numbers of a decimal: [1] of `1.2`. */
  readonly prefix: readonly number[]
  /** A decimal whose point is lost, `12` for 1.2: only as the next of an open list. */
  readonly lostPoint?: true
}

/** A mark, with all ways to read it, and where the text of the item begins. */
export interface Mark {
  readonly readings: readonly Reading[]
  readonly rest: number
}

const DECIMAL = ['decimal2', 'decimal3', 'decimal4'] as const

const NUMBER = /^\(?([\dlI|]{1,3}(?:[.,][\dlI|]{1,3}){0,3})\s?([.)/:-]{0,2})(\s+|(?=[\p{Lu}"“(])|$)/u
const ROMAN = /^([IVXLivx1l|!]{1,7})\s?([.)/:-])(?![\p{Ll}\d])\s*/u
/** Before capitals the point may be lost, or read as a comma. */
const BARE_ROMAN = /^([1l|]{0,2}[IVX][IVX1l|]{0,4})\s?,?\s+(?=\p{Lu}{2})/u
const UPPER = /^([A-ZĐ])\s?[.)/-](?=\s|\p{Lu}\p{Ll})\s*/u
const LETTER = /^\(?([a-zđ])\s?([.)/])(?![\p{Ll}\d.])\s*/u
const ARTICLE = /^[ĐÐD]i[ềê]u\s+(\d{1,3}[a-zđ]?)\s*(?:([.:])\s*|$)/iu
const WORDS: readonly (readonly [RegExp, Style])[] = [
  [/^Ph[ầâ]n\s+(?:th[ứư]\s+)?([IVXLl1]+|\d{1,2}|[A-ZĐ]|[\p{L}]+)\s*(?:[.:-]\s*|$)/iu, 'part'],
  [/^Ch[ươ]{2}ng\s+([IVXLl1]+|\d{1,3})\s*(?:[.:-]\s*|$)/iu, 'chapter'],
  [/^M[ụu]c\s+([IVXLl1]+|\d{1,3})\s*(?:[.:-]\s*|$)/iu, 'section'],
  [/^Ti[ểê]u m[ụu]c\s+([IVXLl1]+|\d{1,3})\s*(?:[.:-]\s*|$)/iu, 'subsection'],
]
const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']

const bullet = (style: Style, num: string): Reading => ({ style, value: 0, num, healed: false, prefix: [] })
const BULLETS = new Map<number, Reading>([
  ...[45, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212].map((unit): [number, Reading] => [
    unit,
    bullet('dash', '-'),
  ]),
  [43, bullet('plus', '+')],
  [42, bullet('star', '*')],
  ...[0xb7, 0x2022, 0x2023, 0x25cf, 0x25cb, 0x25aa, 0x25a0, 0x25ab, 0xf0b7, 0xf02d, 0xf0a7, 0x27a2].map(
    (unit): [number, Reading] => [unit, bullet('dot', '•')],
  ),
])

/** The mark a line begins with, or null. Dispatches on the first character: most lines cost one comparison. */
export function markOf(text: string): Mark | null {
  const first = text.charCodeAt(0)
  if (isDigit(first)) return numberMark(text, first)
  if (first === 40) return isDigit(text.charCodeAt(1)) ? numberMark(text, first) : letterMark(text)
  if (isLower(first)) return isMarkBehind(text) ? smallMark(text, first) : null
  if (isUpper(first)) return capitalMark(text, first)
  if (first === 124 || first === 33) return romanMark(text)
  const glyph = BULLETS.get(first)
  return glyph === undefined ? null : bulletMark(text, glyph)
}

/** Whether `.`, `)` or `/` stands within the next characters: all a letter or a numeral can be followed by. */
function isMarkBehind(text: string): boolean {
  for (let i = 1; i < 6; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 46 || unit === 41 || unit === 47) return true
    if (unit === 32) continue
    if (unit !== 108 && unit !== 105 && !isDigit(unit)) return false
  }
  return false
}

function smallMark(text: string, first: number): Mark | null {
  const letter = letterMark(text)
  // `l.` and `i.` may be a Roman one, `l.l` a decimal.
  if (first !== 108 && first !== 105) return letter
  const number = first === 108 ? numberMark(text, first) : null
  const roman = romanMark(text)
  const readings = [
    ...(letter?.readings ?? []),
    ...(number?.readings.filter((reading) => reading.style !== 'roman') ?? []),
    ...(roman?.readings ?? []),
  ]
  const rest = (letter ?? number ?? roman)?.rest
  return rest === undefined ? null : { readings, rest }
}

function capitalMark(text: string, first: number): Mark | null {
  const second = text.charCodeAt(1)
  // Đ D P C M T, and a small letter or a capital one: the words of chapters.
  if (isLower(second) || (isUpper(second) && !isNumeral(first))) return wordMark(text, first)
  const roman = isNumeral(first) ? romanMark(text) : null
  const upper = UPPER.exec(text)
  if (roman === null && upper === null) return isNumeral(first) ? wordMark(text, first) : null
  const readings = [...(roman?.readings ?? [])]
  if (upper !== null) {
    const value = 'ABCDĐEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(upper[1]!) + 1
    readings.push({ style: 'upper', value, num: upper[1]!, healed: false, prefix: [] })
  }
  return { readings, rest: roman?.rest ?? upper![0].length }
}

/** I V X L C. */
function isNumeral(unit: number): boolean {
  return unit === 73 || unit === 86 || unit === 88 || unit === 76 || unit === 67
}

function romanMark(text: string): Mark | null {
  const match = ROMAN.exec(text) ?? (isCapitals(text) ? BARE_ROMAN.exec(text) : null)
  if (match === null) return null
  const value = fromDamagedRoman(match[1]!)
  if (value === 0) return null
  const healed = fromRoman(match[1]!) === 0
  return { readings: [roman(value, healed)], rest: match[0].length }
}

/** A Roman numeral as a reading. */
export function roman(value: number, healed: boolean): Reading {
  return { style: 'roman', value, num: toRoman(value), healed, prefix: [] }
}

function numberMark(text: string, first: number): Mark | null {
  const match = NUMBER.exec(text)
  if (match === null) return first === 49 ? romanMark(text) : null
  const token = match[1]!
  const mark = match[2]!
  // A comma in it is a point misread, unless it is the comma of a number: `1,5 triệu`.
  if (token.includes(',') && mark === '') return null
  const parts = token.split(/[.,]/).map((part) => Number(part.replace(/[lI|]/g, '1')))
  const last = parts[parts.length - 1]!
  const healed = /[lI|]/.test(token)
  const rest = match[0].length
  if (parts.length > 1) {
    // `30.000 đồng` is a sum.
    if (/\.0/.test(token) || (mark !== '' && !/^[.):/]/.test(mark))) return null
    const style = DECIMAL[parts.length - 2]!
    return {
      readings: [{ style, value: last, num: parts.join('.'), healed, prefix: parts.slice(0, -1) }],
      rest,
    }
  }
  // `1V.`: the digit is the first letter of a numeral.
  if (mark === '') return first === 49 ? romanMark(text) : null
  if ((mark === '-' || mark === '/') && !/^.{0,8}[-/]\s|^.{0,8}[-/]\p{Lu}\p{Ll}/u.test(text)) return null
  const style = first === 40 || mark.startsWith(')') ? 'paren' : 'arabic'
  if (first === 40 && !mark.startsWith(')')) return null
  const readings: Reading[] = [{ style, value: last, num: String(last), healed, prefix: [] }]
  const numeral = style === 'arabic' ? fromDamagedRoman(token) : 0
  if (numeral > 0) readings.push(roman(numeral, true))
  // `12.` behind `1.1.` has lost its point.
  if (style === 'arabic' && last > 10 && last < 100 && last % 10 > 0) {
    const [tens, ones] = [Math.floor(last / 10), last % 10]
    readings.push({
      style: 'decimal2',
      value: ones,
      num: `${tens}.${ones}`,
      healed: true,
      prefix: [tens],
      lostPoint: true,
    })
  }
  return { readings, rest }
}

function letterMark(text: string): Mark | null {
  const match = LETTER.exec(text)
  if (match === null) return null
  const letter = match[1]!
  if (text.charCodeAt(0) === 40 && match[2] !== ')') return null
  const value = letterValue(letter)
  const readings: Reading[] = [{ style: 'letter', value, num: letter, healed: false, prefix: [] }]
  if (letter === 'd') readings.push({ style: 'letter', value: value + 1, num: 'đ', healed: true, prefix: [] })
  return { readings, rest: match[0].length }
}

function bulletMark(text: string, glyph: Reading): Mark | null {
  let rest = 1
  while (rest < text.length && BULLETS.get(text.charCodeAt(rest)) === glyph) rest++
  if (rest > 2) return null
  while (rest < text.length && text.charCodeAt(rest) <= 32) rest++
  if (rest >= text.length || isDigit(text.charCodeAt(1))) return null
  return { readings: [glyph], rest }
}

function wordMark(text: string, first: number): Mark | null {
  // Đ (two look-alikes), D
  if (first === 0x110 || first === 0xd0 || first === 68) {
    const match = ARTICLE.exec(text)
    if (match === null) return null
    const num = match[1]!
    return {
      readings: [{ style: 'article', value: Number.parseInt(num, 10), num, healed: false, prefix: [] }],
      rest: match[0].length,
    }
  }
  // P C M T
  if (first !== 80 && first !== 67 && first !== 77 && first !== 84) return null
  for (const [pattern, style] of WORDS) {
    const match = pattern.exec(text)
    if (match === null) continue
    const reading = wordReading(style, match[1]!)
    return reading === null ? null : { readings: [reading], rest: match[0].length }
  }
  return null
}

function wordReading(style: Style, token: string): Reading | null {
  if (/^\d+$/.test(token) && !(style === 'chapter' && /^1+$/.test(token) && token.length > 1)) {
    return { style, value: Number(token), num: token, healed: false, prefix: [] }
  }
  const value = fromDamagedRoman(token.toUpperCase())
  if (value > 0) return { ...roman(value, fromRoman(token) === 0), style }
  if (style !== 'part') return null
  const ordinal = ORDINALS.indexOf(token.toLowerCase()) + 1
  if (ordinal > 0) return { ...roman(ordinal, false), style }
  if (token.length !== 1 || !isUpper(token.charCodeAt(0))) return null
  return {
    style,
    value: 'ABCDĐEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(token) + 1,
    num: token,
    healed: false,
    prefix: [],
  }
}
