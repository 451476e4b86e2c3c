// Numbers and names as a document prints them, made from the plain values of a plan.

import type { Archive, DocKind, Plan, Recipient, Section, Signatory } from '../schema.ts'

/** Words printed before the number of a level. */
const WORDS: Partial<Record<Section['level'], string>> = {
  part: 'Phần',
  chapter: 'Chương',
  section: 'Mục',
  subsection: 'Tiểu mục',
}

/**
 * The number of an item with its word and punctuation; empty for a paragraph.
 *
 * @example labelOf(section) // 'II.', '1.2.', 'đ)', 'Điều 5.', 'Chương II', '-'
 */
export function labelOf({ level, num }: Section): string {
  if (num === null || level === 'para') return ''
  const word = WORDS[level]
  if (word !== undefined) return `${word} ${num}`
  if (level === 'article') return `Điều ${num}.`
  if (level === 'letter') return `${num})`
  return level === 'dash' || level === 'plus' ? num : `${num}.`
}

/** Codes of legal documents name the year: 18/2023/TT-BLĐTBXH. */
const DATED: ReadonlySet<DocKind | null> = new Set<DocKind>([
  'Bộ luật',
  'Luật',
  'Nghị định',
  'Nghị quyết liên tịch',
  'Pháp lệnh',
  'Thông tư',
  'Thông tư liên tịch',
])

/** What a code is made of. */
type CodeParts = Pick<Plan, 'number' | 'symbol'> & Partial<Pick<Plan, 'kind' | 'date'>>

/** `Số` and `ký hiệu` together; blank parts stay blank, as in a draft. Null when neither is known. */
export function codeOf({ number: printed, symbol, kind = null, date = null }: CodeParts): string | null {
  const year = printed !== null && date !== null && DATED.has(kind) ? `/${date.slice(0, 4)}` : ''
  const number = printed === null ? null : printed + year
  if (number === null && symbol === null) return null
  // The Party sets a hyphen after the number: 57-NQ/TW; the State a stroke: 05/KH-UBND.
  const separator = symbol !== null && /^\p{L}+\/\p{L}/u.test(symbol) ? '-' : '/'
  return symbol === null ? number : `${number ?? ''}${separator}${symbol}`
}

/** A line of the nơi nhận: `Thường trực Đảng ủy (để báo cáo)`. */
export function recipientLine({ name, purpose }: Recipient): string {
  return purpose === null ? name : `${name} (để ${purpose})`
}

/** The archive line: `Lưu: VT, KT (02) Linh`. */
export function archiveLine({ units, copies, drafter }: Archive): string {
  const number = copies === null ? '' : ` (${String(copies).padStart(2, '0')})`
  return `Lưu: ${[units.join(', ') + number, drafter].filter((part) => part !== null && part !== '').join(' ')}`
}

/** The lines of a signature: authority, office, name. */
export function signatureLines({ authority, position, name }: Signatory): string[] {
  const lines = authority.map(({ code, of }) => `${code} ${of.toLocaleUpperCase('vi')}`)
  if (position !== null) lines.push(position.toLocaleUpperCase('vi'))
  if (name !== null) lines.push(name)
  return lines
}

/** A date as it is printed: 03/02/2026, 02/2026, 2026. */
export function printedDate(date: string): string {
  return date.split('-').reverse().join('/')
}
