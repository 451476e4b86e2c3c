// The lines of a head, cut into pieces, from the top to where the body begins; kind and title on the way.
import { readAddressees } from './addressees.ts'
import type { DocKind } from './document-kinds.ts'
import { isBodyName } from './head-issuer.ts'
import { type HeadPart, headPartOf, headPieces } from './head-line.ts'
import { isEnacting, kindLineOf, titleLength } from './head-title.ts'
import { isCapitals, startsLower } from './letters.ts'
import type { Line } from './lines.ts'
import { markOf } from './marks.ts'

/** A head is no longer than this. */
const LINES_MAX = 90
/** A title without a kind above it is no longer than this. */
const TITLE_LINES_MAX = 6
/** A portal sets no more lines above a head. */
const PORTAL_LINES_MAX = 6
/** What stands in heads only. */
const ANCHORS: ReadonlySet<HeadPart> = new Set<HeadPart>(['national', 'motto', 'party', 'number'])
/** The kind stands within so many lines of the top. */
const KIND_ROWS_MAX = 30
/** A longer line in small letters is text, not a piece of a head. */
const PIECE_LENGTH_MAX = 110

/** A piece of the head and what it is. */
export interface Piece {
  readonly line: Line
  readonly part: HeadPart
}

/** The pieces up to the first line of the body. */
export interface HeadDraft {
  kind: DocKind | null
  kindRow: number
  readonly pieces: Piece[]
  readonly title: Line[]
  titleRest: string
  to: readonly string[]
  next: number
}

/** So far below `Kính gửi` the right column of a head is looked for. */
const RIGHT_COLUMN_MAX = 6

/**
 * Where the left column was read first, down to `Kính gửi`, national heading and date stand below it: put before it.
 * The lines stay as many, and the head ends behind all of them.
 */
function columnsInOrder(text: string, lines: readonly Line[]): readonly Line[] {
  const partsOf = (line: Line): HeadPart[] => headPieces(text, line).map(headPartOf)
  const isRight = (part: HeadPart): boolean => part === 'national' || part === 'motto' || part === 'date'
  const first = lines.slice(0, KIND_ROWS_MAX)
  const to = first.findIndex((line) => headPartOf(line) === 'to')
  if (to <= 0 || first.slice(0, to).some((line) => partsOf(line).some(isRight))) return lines
  const end = to + 1 + RIGHT_COLUMN_MAX
  const right = lines.slice(to + 1, end).filter((line) => partsOf(line).every(isRight))
  if (right.length === 0) return lines
  const rest = lines.slice(to + 1, end).filter((line) => !right.includes(line))
  return [...lines.slice(0, to), ...right, lines[to]!, ...rest, ...lines.slice(end)]
}

/** Reads lines from the top until the body begins. */
export function collectHead(text: string, given: readonly Line[]): HeadDraft {
  const lines = columnsInOrder(text, given)
  const draft: HeadDraft = { kind: null, kindRow: -1, pieces: [], title: [], titleRest: '', to: [], next: 0 }
  let anchors = 0
  let subject = false
  const rows = Math.min(lines.length, LINES_MAX)
  const kindRow = kindRowOf(lines, rows)
  let row = 0
  while (row < rows) {
    const whole = wholeDate(lines[row]!, lines[row + 1])
    const line = whole ?? lines[row]!
    const kind = kindLineOf(line)
    if (kind !== null && isKindRow(kind.rest, anchors, line, lines[row + 1])) {
      draft.kind = kind.kind
      draft.kindRow = row
      draft.titleRest = kind.rest
      draft.pieces.push({ line, part: 'other' })
      row = readTitle(lines, row + 1, draft)
      row = readRest(text, lines, row, draft)
      draft.next = row
      return draft
    }
    const parts = headPieces(text, line).map((piece): Piece => ({ line: piece, part: headPartOf(piece) }))
    const known = parts.filter(({ part }) => part !== 'other')
    if (parts.some(({ part }) => part === 'to')) {
      draft.pieces.push(...parts.filter(({ part }) => part !== 'to'))
      const to = readAddressees(text, lines, row)
      draft.to = to.names
      for (let k = 0; k < to.count; k++) draft.pieces.push({ line: lines[row + k]!, part: 'to' })
      row += to.count
      draft.next = row
      return draft
    }
    const untouched = anchors === 0 && !subject
    if (known.length === 0 && row > kindRow && endsHead(line, lines[row - 1], subject)) {
      if (!untouched || !isHeadBelow(text, lines, row)) break
    }
    if (known.length > 0) {
      anchors += known.filter(({ part }) => part !== 'subject' && part !== 'mark').length
      subject ||= known.some(({ part }) => part === 'subject')
    }
    draft.pieces.push(...parts)
    row += whole === null ? 1 : 2
    if (known.length > 0) draft.next = row
  }
  if (anchors > 0 || subject) {
    draft.next = row
    // Without a kind printed, what stands between the date and the body is the title.
    if (!subject) readLooseTitle(draft)
  }
  return draft
}

/** A date broken over two lines, as one: `Sông Xanh, ngày 03` / `tháng 02 năm 2026`. */
function wholeDate(line: Line, below: Line | undefined): Line | null {
  if (below === undefined || !/^(?:tháng|năm)(?!\p{L})/iu.test(below.text)) return null
  if (!/(?<!\p{L})(?:ngày|tháng)[\s\d._…]{0,12}$/iu.test(line.text)) return null
  return { ...line, end: below.end, text: `${line.text} ${below.text}` }
}

/** Whether the head begins a few lines below: above it stands what a portal says of the document. */
function isHeadBelow(text: string, lines: readonly Line[], row: number): boolean {
  return lines
    .slice(row + 1, row + 1 + PORTAL_LINES_MAX)
    .some((line) => headPieces(text, line).some((piece) => ANCHORS.has(headPartOf(piece))))
}

/** The row of a kind alone on its line near the top: nothing above it is the body; -1 when there is none. */
function kindRowOf(lines: readonly Line[], rows: number): number {
  for (let row = 0; row < rows && row < KIND_ROWS_MAX; row++) {
    const line = lines[row]!
    if (line.text.length > PIECE_LENGTH_MAX || headPartOf(line) === 'to') return -1
    if (isCapitals(line.text) && !isEnacting(line.text) && kindLineOf(line)?.rest === '') return row
  }
  return -1
}

/** Whether the line of a kind is that of this document. */
function isKindRow(rest: string, anchors: number, line: Line, next: Line | undefined): boolean {
  if (isEnacting(line.text)) return false
  if (rest === '') return true
  if (anchors === 0) return false
  // `QUYẾT ĐỊNH số 12` cites; a title goes on in words.
  return !/^(?:số|SỐ|:)/u.test(rest) && next !== undefined
}

function endsHead(line: Line, above: Line | undefined, subject: boolean): boolean {
  const { text } = line
  if (isEnacting(text)) return true
  if (subject) {
    // The lines of a V/v go on below it until the air under it, or text as wide as a body.
    return text.length > PIECE_LENGTH_MAX && !startsLower(text)
  }
  if (isCapitals(text)) return false
  if (text.length > PIECE_LENGTH_MAX) return true
  const mark = markOf(text)
  if (mark !== null && mark.readings[0]!.style !== 'dash') return true
  return /^(?:Căn cứ|Thực hiện|Xét đề nghị|Theo đề nghị)(?![\p{L}])/u.test(text) && above !== undefined
}

function readTitle(lines: readonly Line[], from: number, draft: HeadDraft): number {
  // A head in two columns may leave place and date, or the number, between kind and title.
  const length = titleLength(lines, from)
  for (let k = 0; k < length; k++) draft.title.push(lines[from + k]!)
  return from + length
}

/** Behind the title: what it was issued with, Kính gửi, the addressees of a công điện, the office that decides. */
function readRest(text: string, lines: readonly Line[], from: number, draft: HeadDraft): number {
  let row = from
  for (let steps = 0; steps < 6 && row < lines.length; steps++) {
    const line = lines[row]!
    if (line.text.startsWith('(') && draft.title.length > 0) {
      draft.pieces.push({ line, part: 'attached' })
      while (row + 1 < lines.length && !lines[row]!.text.endsWith(')') && lines[row + 1]!.gap === 0) {
        row++
        draft.pieces.push({ line: lines[row]!, part: 'attached' })
      }
      row++
      continue
    }
    if (headPartOf(line) === 'to' || /^.{0,80}(?<!\p{L})điện:\s*$/u.test(line.text)) {
      const to = readAddressees(text, lines, row)
      draft.to = to.names
      for (let k = 0; k < to.count; k++) draft.pieces.push({ line: lines[row + k]!, part: 'to' })
      row += to.count
      continue
    }
    const part = headPartOf(line)
    if (part === 'number' || part === 'date' || part === 'national' || part === 'motto') {
      draft.pieces.push({ line, part })
      row++
      continue
    }
    if (isCapitals(line.text) && !isEnacting(line.text) && isBodyName(line.text) && line.text.length < 90) {
      draft.pieces.push({ line, part: 'other' })
      row++
      continue
    }
    break
  }
  return row
}

/** Small-letter lines at the end of the pieces become the title. */
function readLooseTitle(draft: HeadDraft): void {
  let from = draft.pieces.length
  while (from > 0) {
    const piece = draft.pieces[from - 1]!
    if (piece.part !== 'other' || isBodyName(piece.line.text) || isCapitals(piece.line.text)) break
    from--
  }
  // More than a few lines are text whose beginning was not told.
  if (draft.pieces.length - from > TITLE_LINES_MAX) return
  for (const { line } of draft.pieces.splice(from)) draft.title.push(line)
}
