// Dates as documents print them: 22/12/2024, 01-10-1997, ngày 08 tháng 7 năm 2025, tháng 9 năm 2026, quý III/2026.
import type { PartialDate } from './schema.ts'

/** A date found in a text. */
export interface ReadDate {
  /** ISO 8601, unknown parts cut from the right. */
  readonly date: PartialDate
  /** Offset behind it. */
  readonly end: number
}

/** No office wrote earlier; later years are misread figures. */
const YEAR_MIN = 1945
const YEAR_MAX = 2100

const FIGURES = /(\d{1,2})\s{0,2}([/.-])\s{0,2}(\d{1,2})\s{0,2}\2\s{0,2}(\d{4})(?!\d)/uy
const WORDS = /(\d{1,2})\s{1,4}tháng\s{1,4}(\d{1,2})\s{0,4}năm\s{1,4}(\d{4})(?!\d)/iuy
const MONTH_FIGURES = /(?:tháng\s{1,4})?(\d{1,2})\s{0,2}[/-]\s{0,2}(\d{4})(?!\d)/iuy
const MONTH_WORDS = /tháng\s{1,4}(\d{1,2})\s{0,4}(?:,\s{0,4})?năm\s{1,4}(\d{4})(?!\d)/iuy
const YEAR_WORDS = /năm\s{1,4}(\d{4})(?!\d)/iuy
const YEAR = /(\d{4})(?!\d)/uy
const DAY_WORD = /ngày\s{1,4}/iuy

/**
 * Reads a date at an offset, the word `ngày` before it or not. Reads nothing that the calendar does not have.
 *
 * @param text any text, NFC; line breaks inside the date are taken for spaces
 * @returns null when no date stands there
 * @example readDateAt('ngày 22/12/2024', 0) // { date: '2024-12-22', end: 15 }
 */
export function readDateAt(text: string, at: number): ReadDate | null {
  const start = skip(DAY_WORD, text, at)
  const first = text.charCodeAt(start) | 0x20
  if (isDigit(text.charCodeAt(start))) {
    const figures = exec(FIGURES, text, start)
    if (figures !== null) return fullDate(figures[1]!, figures[3]!, figures[4]!, FIGURES.lastIndex)
    const words = exec(WORDS, text, start)
    if (words !== null) return fullDate(words[1]!, words[2]!, words[3]!, WORDS.lastIndex)
  }
  if (first !== T && first !== N && !isDigit(text.charCodeAt(start))) return null
  const month = exec(MONTH_WORDS, text, start)
  if (month !== null) return monthDate(month[1]!, month[2]!, MONTH_WORDS.lastIndex)
  const figures = exec(MONTH_FIGURES, text, start)
  if (figures !== null) return monthDate(figures[1]!, figures[2]!, MONTH_FIGURES.lastIndex)
  const year = exec(YEAR_WORDS, text, start)
  return year === null ? null : yearDate(year[1]!, YEAR_WORDS.lastIndex)
}

const T = 0x74
const N = 0x6e

/** Reads a bare year at an offset: `2026`. */
export function readYearAt(text: string, at: number): ReadDate | null {
  const year = exec(YEAR, text, at)
  return year === null ? null : yearDate(year[1]!, YEAR.lastIndex)
}

/** Whether two dates can be one: they agree as far as both are known. */
export function agree(a: PartialDate, b: PartialDate): boolean {
  return a.startsWith(b) || b.startsWith(a)
}

/** The last day of a month: 2026-02 has 28. */
export function daysOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** A date of numbers; null when the calendar has no such day. */
export function toDate(year: number, month?: number, day?: number): PartialDate | null {
  if (!(year >= YEAR_MIN && year <= YEAR_MAX)) return null
  const y = String(year)
  if (month === undefined) return y
  if (!(month >= 1 && month <= 12)) return null
  const ym = `${y}-${String(month).padStart(2, '0')}`
  if (day === undefined) return ym
  return day >= 1 && day <= daysOfMonth(year, month) ? `${ym}-${String(day).padStart(2, '0')}` : null
}

function fullDate(day: string, month: string, year: string, end: number): ReadDate | null {
  const date = toDate(Number(year), Number(month), Number(day))
  return date === null ? null : { date, end }
}

function monthDate(month: string, year: string, end: number): ReadDate | null {
  const date = toDate(Number(year), Number(month))
  return date === null ? null : { date, end }
}

function yearDate(year: string, end: number): ReadDate | null {
  const date = toDate(Number(year))
  return date === null ? null : { date, end }
}

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}
