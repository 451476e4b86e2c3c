// Recipients (nơi nhận; NĐ 30/2020 PL I ô số 9b): items over one or more lines, purposes in brackets or at a brace.
import { isArchiveLine, parseArchive } from './archive.ts'
import { startsLower } from './letters.ts'
import { joinLines, type Line } from './lines.ts'
import type { PlaceList } from './places.ts'
import type { Archive, Recipient } from './schema.ts'

/** A piece of the left column, with the row it stands on. */
export interface RecipientPiece {
  readonly line: Line
  readonly row: number
}

/** What the block says. */
export interface Recipients {
  readonly list: readonly Recipient[]
  readonly archive: Archive | null
}

interface Draft {
  readonly lines: Line[]
  row: number
  purpose: string | null
}

/** Purposes by what is printed of them. */
const PURPOSES: readonly (readonly [RegExp, string])[] = [
  [/^(?:b\/\s?c|bc|báo cáo|b\/cáo|b\.cáo|b\.c)/iu, 'báo cáo'],
  [/^(?:t\/\s?h|thực hiện|t\/hiện|thi hành|triển khai)/iu, 'thực hiện'],
  [/^(?:p\/\s?h|phối hợp|p\/hợp)/iu, 'phối hợp'],
  [/^(?:k\/\s?t|kiểm tra|k\/tra)/iu, 'kiểm tra'],
  [/^(?:g\/\s?s|giám sát)/iu, 'giám sát'],
  [/^(?:c\/\s?đ|chỉ đạo|c\/đạo)/iu, 'chỉ đạo'],
  [/^(?:theo dõi|t\/d)/iu, 'theo dõi'],
  [/^(?:đăng tải|đăng|đưa tin|công bố|công khai|đ\/t)/iu, 'đăng tải'],
  [/^(?:b\/\s?biết|biết|để biết)/iu, 'biết'],
]
const BRACKETED = /\s*[;,.]?\s*\(\s*(?:để\s+)?([^()]{1,40})\)?\s*[;.,]?\s*$/iu
/** What OCR makes of `để`. */
const LABEL = /^[\s\-–—}>|\])1l]*(?:để|đề|d€|dé|dể|de|đê)\s+(.{2,30}?)[\s}>|\])1l.;]*$/iu
const DEBRIS = /^[\s\-–—]*[}>|\])1l]{1,3}\s*$/u

/** The normal name of a purpose; null for other text. */
export function purposeOf(text: string): string | null {
  const bare = text.trim().replace(/^(?:để|dé|de|d€)\s+/iu, '')
  for (const [pattern, purpose] of PURPOSES) if (pattern.test(bare)) return purpose
  return null
}

/** Reads the pieces of the recipients' column in order; the opener `Nơi nhận:` is cut off already. */
export function readRecipients(pieces: readonly RecipientPiece[], places: PlaceList): Recipients {
  const drafts: Draft[] = []
  let brace: { label: string; row: number } | null = null
  for (const { line, row } of pieces) {
    const label = LABEL.exec(line.text)
    const purpose = label === null ? null : purposeOf(label[1]!)
    if (purpose !== null && drafts.length > 0) {
      brace = { label: purpose, row }
      drafts[drafts.length - 1]!.lines.push(line)
      continue
    }
    const last = drafts[drafts.length - 1]
    if (last !== undefined && (DEBRIS.test(line.text) || !opensItem(line, last))) last.lines.push(line)
    else drafts.push({ lines: [line], row, purpose: null })
  }
  if (brace !== null) spreadBrace(drafts, brace)
  const list: Recipient[] = []
  let archive: Archive | null = null
  for (const draft of drafts) {
    const joined = joinLines(draft.lines)
    const first = draft.lines[0]!
    const span: [number, number] = [first.start, Math.max(...draft.lines.map((line) => line.end))]
    if (isArchiveLine(joined)) {
      for (const line of draft.lines) places.claim('archive', line.start, line.end)
      archive = { ...parseArchive(withoutBrace(joined)), span }
      continue
    }
    const { name, purpose } = nameAndPurpose(withoutBrace(joined))
    for (const line of draft.lines) places.claim(`recipients.${list.length}`, line.start, line.end)
    list.push({ name, purpose: purpose ?? draft.purpose, span })
  }
  return { list, archive }
}

function opensItem(line: Line, last: Draft): boolean {
  const { text } = line
  if (/^[-–—+•*]/u.test(text)) return true
  if (isArchiveLine(text)) return true
  if (text.startsWith('(') || startsLower(text)) return false
  return /[;.]\s*$/u.test(last.lines[last.lines.length - 1]!.text)
}

/** A brace is symmetric about its label: it opens at the first item, or at the first debris of it. */
function spreadBrace(drafts: readonly Draft[], brace: { label: string; row: number }): void {
  let middle = 0
  while (middle + 1 < drafts.length && drafts[middle + 1]!.row <= brace.row) middle++
  const marked = drafts.findIndex((draft) => draft.lines.some((line) => DEBRIS.test(line.text)))
  const from = marked >= 0 && marked < middle ? marked : 0
  for (let i = from; i <= Math.min(2 * middle - from, drafts.length - 1); i++)
    drafts[i]!.purpose = brace.label
}

/** What a brace left behind the name: `; — 1`, `; - để báo cáo >`. */
function withoutBrace(text: string): string {
  return text.replace(/;\s*[-–—}>|\])1l\s]*(?:(?:để|đề|d€|dé|de)\s+[^;]{2,30})?[}>|\])1l\s]*$/u, ';')
}

function nameAndPurpose(text: string): { name: string; purpose: string | null } {
  let name = text.replace(/^[-–—+•*\s]+/u, '')
  let purpose: string | null = null
  const bracket = BRACKETED.exec(name)
  if (bracket !== null) {
    purpose = purposeOf(bracket[1]!)
    if (purpose !== null) name = name.slice(0, bracket.index)
  }
  if (purpose === null) {
    const loose = /\s*[;,]?\s+[-–]?\s*để\s+(b\/c|báo cáo|t\/h|thực hiện|p\/h|phối hợp|biết)[;.]?$/iu.exec(
      name,
    )
    if (loose !== null) {
      purpose = purposeOf(loose[1]!)
      name = name.slice(0, loose.index)
    }
  }
  return { name: name.replace(/[\s.:;,]+$/u, ''), purpose }
}
