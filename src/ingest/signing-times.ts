/**
 * When a PDF was signed: digital signatures say so in the open, and offices sign a scan within days of its date. That is
 * no date of issue, but it tells which of two readings of a handwritten day is likelier.
 */
import type { DateEvidence } from './figures.ts'

/** A day as documents print it. */
export interface SigningDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Files have a few signatures; more are looked at no further. */
const SIGNATURES_MAX = 20
/** A signature's dictionary without its contents is no longer than this before and behind the range of bytes. */
const REACH = 2_000
const TIME = /\/M\s{0,4}\(D:(\d{4})(\d{2})(\d{2})/u
const MS_PER_DAY = 86_400_000

/**
 * The days a PDF was signed on, as its signatures say; nobody checks them here.
 *
 * @param bytes the file
 */
export function signingDays(bytes: Uint8Array): SigningDay[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const days: SigningDay[] = []
  let at = file.indexOf('/ByteRange')
  for (let count = 0; at >= 0 && count < SIGNATURES_MAX; count++) {
    const day = dayAround(file, at)
    if (day !== null) days.push(day)
    at = file.indexOf('/ByteRange', at + 1)
  }
  return days
}

function dayAround(file: Buffer, at: number): SigningDay | null {
  const from = Math.max(0, at - REACH)
  const before = file.toString('latin1', from, at)
  const opened = before.lastIndexOf(' obj')
  const behind = file.toString('latin1', at, at + REACH)
  const closed = behind.indexOf('endobj')
  const own = before.slice(Math.max(0, opened)) + (closed < 0 ? behind : behind.slice(0, closed))
  const time = TIME.exec(own)
  if (time === null) return null
  const [year, month, day] = time.slice(1).map(Number) as [number, number, number]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year, month, day } : null
}

/** How likely a document is signed so many days behind its date, beside the same day. */
const LAGS: readonly (readonly [days: number, weight: number])[] = [
  [0, 1],
  [1, 0.8],
  [3, 0.5],
  [7, 0.25],
  [31, 0.1],
]
/** Scans of old papers are signed late; nothing is signed before its date, but for clocks. */
const OLD = 0.05
const BEFORE = 0.01

/** What the signing days say of the day in a head; undefined when there are none. */
export function evidenceOf(days: readonly SigningDay[]): DateEvidence | undefined {
  if (days.length === 0) return undefined
  return {
    day: (day, month, year) =>
      Math.max(...days.map((signed) => weightOf(day, month ?? signed.month, year ?? signed.year, signed))),
  }
}

function weightOf(day: number, month: number, year: number, signed: SigningDay): number {
  const behind =
    (Date.UTC(signed.year, signed.month - 1, signed.day) - Date.UTC(year, month - 1, day)) / MS_PER_DAY
  if (behind < 0) return BEFORE
  for (const [most, weight] of LAGS) if (behind <= most) return weight
  return OLD
}
