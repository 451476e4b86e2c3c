// Short forms a text defines: "chuyển đổi số (CĐS)", "(KHCN, ĐMST, CĐS)", "sau đây gọi tắt là". Never corrected.
import { onOneLine } from './breaks.ts'
import { alignInitials, lettersOf, type Piece, piecesOf } from './initials.ts'
import type { Abbreviation } from './schema.ts'

const OPENING = /\(|(?:gọi|viết)\s+(?:tắt|chung)\s+là|gọi\s+là/gu
const SHORT = '\\p{Lu}[\\p{Lu}\\d]*(?:[&-]?\\p{Lu}[\\p{Lu}\\d]*)*'
const LIST = new RegExp(`^\\s*(${SHORT}(?:\\s*(?:[,;]|và)\\s*${SHORT})*)\\s*$`, 'u')
const SHORT_ALONE = new RegExp(`^${SHORT}$`, 'u')
const CALLED = /^(?:sau\s+đây\s+|dưới\s+đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+|chung\s+)?là\s*:?\s*/iu
const SHORT_MIN = 2
const SHORT_MAX = 14
/** The inside of a defining bracket is short, so is what it abbreviates. */
const INSIDE_MAX = 120
const BACK_MAX = 220
/** What a short form stands for does not reach over these. */
const STOPS = /[.;:()“”"]\s|\n\s*\n|\n\s*[-+•]\s|[()“”"]/gu

/**
 * Finds the short forms that a text defines, in order; of two definitions of one, the first.
 *
 * @param text a document, NFC
 * @example findAbbreviations('đổi mới sáng tạo (ĐMST)')[0]?.long // 'đổi mới sáng tạo'
 */
export function findAbbreviations(text: string): Abbreviation[] {
  const found = new Map<string, Abbreviation>()
  const add = (short: string, start: number, longEnd: number, end: number) => {
    const long = onOneLine(text.slice(start, longEnd)).replace(/^[\s,;:“"]+|[\s,;:”"]+$/gu, '')
    if (long !== '' && short !== '' && !found.has(short))
      found.set(short, { short, long, span: [start, end] })
  }
  OPENING.lastIndex = 0
  for (let match = OPENING.exec(text); match !== null; match = OPENING.exec(text)) {
    const at = match.index
    const isBracket = match[0] === '('
    const inside = text.slice(at + 1, at + 1 + INSIDE_MAX)
    const close = isBracket ? inside.indexOf(')') : -1
    if (isBracket && close < 0) continue
    if (isBracket) {
      const content = inside.slice(0, close)
      const list = LIST.exec(content)
      if (list !== null) defineList(text, at, at + close + 2, list[1]!, add)
      else if (CALLED.test(content)) defineCalled(text, at, at + close + 2, content, add)
      if (list !== null || CALLED.test(content)) OPENING.lastIndex = at + close + 2
    } else defineBare(text, at, OPENING.lastIndex, add)
  }
  return [...found.values()]
}

type Add = (short: string, start: number, longEnd: number, end: number) => void

/** `khoa học, công nghệ, đổi mới sáng tạo (KHCN, ĐMST)`: from the last short form back. */
function defineList(text: string, open: number, end: number, list: string, add: Add): void {
  const shorts = list.split(/\s*(?:[,;]|và)\s*/u)
  if (shorts.some((short) => short.length < SHORT_MIN || short.length > SHORT_MAX)) return
  const pieces = wordsBefore(text, open)
  let until = pieces.length
  const found: { short: string; start: number; end: number }[] = []
  for (let i = shorts.length - 1; i >= 0; i--) {
    const aligned = alignInitials(lettersOf(shorts[i]!), pieces, until)
    if (aligned === null) break
    found.unshift({ short: shorts[i]!, start: pieces[aligned.first]!.start, end: pieces[aligned.last]!.end })
    until = aligned.first
    while (until > 0 && pieces[until - 1]!.isLink) until--
  }
  for (const { short, start, end: longEnd } of found) add(short, start, longEnd, end)
}

/** `(sau đây gọi tắt là Nghị quyết số 57-NQ/TW)`, `(viết tắt là BCĐ)`. */
function defineCalled(text: string, open: number, end: number, content: string, add: Add): void {
  const short = clean(content.replace(CALLED, ''))
  const start = longStart(text, open, short, /chung/iu.test(content))
  if (start >= 0) add(short, start, open, end)
}

/** The same without a bracket: `Ban Chỉ đạo 389 tỉnh, sau đây gọi tắt là Ban Chỉ đạo,`. */
function defineBare(text: string, at: number, behind: number, add: Add): void {
  const before = /,?\s*(?:sau|dưới)\s+đây\s+(?:được\s+)?$/u.exec(text.slice(Math.max(0, at - 24), at))
  if (before === null) return
  const rest = text.slice(behind, behind + 60)
  const end = /[,;.)\n]/u.exec(rest)?.index ?? -1
  if (end < 0) return
  const short = clean(rest.slice(0, end))
  const open = at - before[0].length
  const start = longStart(text, open, short)
  if (start >= 0) add(short, start, open, behind + end)
}

function clean(short: string): string {
  return onOneLine(short.replace(/[“”"']/gu, ''))
    .replace(/\s*([-/])\s*/gu, '$1')
    .replace(/[\s:,;.]+$/u, '')
}

/** Offset at which what is called by a short name begins; -1 for none. */
function longStart(text: string, open: number, short: string, isCommon = false): number {
  if (short.length < SHORT_MIN || short.length > INSIDE_MAX) return -1
  const pieces = wordsBefore(text, open)
  if (pieces.length === 0) return -1
  if (SHORT_ALONE.test(short)) {
    const aligned = alignInitials(lettersOf(short), pieces)
    if (aligned !== null) return pieces[aligned.first]!.start
  }
  // A name is a piece of the long one as a rule: it begins where the name's first word stands.
  const first = /^[\p{L}\p{M}\d]+/u.exec(short)?.[0].toLowerCase() ?? ''
  for (let i = pieces.length - 1; i >= 0; i--) {
    const piece = pieces[i]!
    if (text.slice(piece.start, piece.end).toLowerCase() === first) return piece.start
  }
  // "gọi chung là" sums up a list.
  if (isCommon) return pieces[0]!.start
  const clause = text.slice(pieces[0]!.start, open)
  const comma = clause.lastIndexOf(', ')
  return comma < 0 ? pieces[0]!.start : pieces[0]!.start + comma + 2
}

/** The words before a bracket in the same clause. */
function wordsBefore(text: string, open: number): Piece[] {
  let from = Math.max(0, open - BACK_MAX)
  const stretch = text.slice(from, open)
  let last = -1
  for (const match of stretch.matchAll(STOPS)) last = match.index + match[0].length
  if (last > 0) from += last
  else if (from > 0) from += Math.max(0, stretch.search(/\s/u))
  return piecesOf(text, from, open)
}
