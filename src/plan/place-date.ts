// Place and date of issue (địa danh, thời gian; NĐ 30/2020 Đ.8 k.2d): `Hà Nội, ngày 08 tháng 7 năm 2025`, parts may be blank.

/** Địa danh and thời gian ban hành. */
export interface PlaceDate {
  readonly place: string | null
  /** ISO 8601, unknown parts cut from the right; null when no part is printed. */
  readonly date: string | null
  /** All three parts are printed. */
  readonly complete: boolean
}

/** Day and month are often written by hand: what OCR makes of them stands between the words. */
const DATE =
  /ng[àaâảá]y([^\n;]{0,14}?)(?:th[áaâ]ng|t\p{L}{1,3}g|t\p{L}?áng)([^\n;]{0,12}?)(?:n[ăaâ]m|ăm|n\p{L}m)[\s._…:,-]{0,30}([\dOo]{2,4}(?![\p{L}\d]))?/iu

/** A place: up to seven words that begin with capitals, `P.`, `TP.` among them. */
const PLACE_BEFORE =
  /(?:^|[\s.])((?:(?:[Tt]ỉnh|[Tt]hành phố|[Xx]ã|[Pp]hường|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Đđ]ặc khu|TP\.?|Tp\.?|P\.|Q\.|H\.|X\.)\s?)?\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*){0,5}(?:\s\d{1,2})?)\s?[,.;]?\s*$/u

interface Found {
  readonly start: number
  readonly end: number
  readonly value: PlaceDate
}

function find(raw: string): Found | null {
  const match = DATE.exec(raw)
  if (match === null) return null
  const before = raw.slice(0, match.index)
  // In running text a date follows a number, a name: the one of a head follows a place and a comma, or nothing.
  if (before.trim() !== '' && !/[,.;]\s*$/u.test(before)) return null
  const place = placeIn(before)
  if (before.trim() !== '' && place === null) return null
  const end = match.index + match[0].trimEnd().length
  return {
    start: place === null ? match.index : place.index,
    end,
    value: {
      place: place?.text ?? null,
      date: isoOf(digitsOf(match[3]), digitsOf(match[2]), digitsOf(match[1])),
      complete:
        digitsOf(match[1]) !== undefined && digitsOf(match[2]) !== undefined && (match[3]?.length ?? 0) === 4,
    },
  }
}

/** One or two digits, or a year, with nothing but blanks and points around them; `O` is a zero beside a digit. */
function digitsOf(text: string | undefined): string | undefined {
  const bare = text?.replace(/[\s._…:,-]+/gu, '').replace(/[Oo](?=\d)|(?<=\d)[Oo]/gu, '0')
  return bare !== undefined && /^\d{1,4}$/u.test(bare) ? bare : undefined
}

function placeIn(before: string): { text: string; index: number } | null {
  const match = PLACE_BEFORE.exec(before)
  if (match === null) return null
  const words = match[1]!.split(/\s/u)
  // Capitals before the place belong to the column on the left.
  let skipped = 0
  while (skipped < words.length - 1 && /^[\p{Lu}]{2,}$/u.test(words[skipped]!) && words[skipped] !== 'TP')
    skipped++
  const text = words.slice(skipped).join(' ')
  return {
    text,
    index: before.lastIndexOf(words[skipped]!, before.length) < 0 ? 0 : before.indexOf(text, match.index),
  }
}

function isoOf(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  if (year === undefined || year.length !== 4) return null
  const m = Number(month)
  if (month === undefined || m < 1 || m > 12) return year
  const d = Number(day)
  const yearMonth = `${year}-${month.padStart(2, '0')}`
  return day === undefined || d < 1 || d > 31 ? yearMonth : `${yearMonth}-${day.padStart(2, '0')}`
}

/** Whether a piece of a head is place and date, and nothing else. */
export function isPlaceDate(text: string): boolean {
  if (text.length > 90) return false
  const found = find(text)
  return found !== null && found.start <= 2 && found.end >= text.replace(/[\s._…]+$/u, '').length - 3
}

/** Reads place and date; null for other text. */
export function parsePlaceDate(text: string): PlaceDate | null {
  return find(text)?.value ?? null
}

/** Where place and date begin in a line that holds another column before them; -1 when there are none. */
export function placeDateIndex(raw: string): number {
  if (raw.length > 300) return -1
  return find(raw)?.start ?? -1
}
