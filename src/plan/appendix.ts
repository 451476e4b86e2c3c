// Appendices (NĐ 30/2020 PL I mục III): `PHỤ LỤC I`, or a document issued with this one: second head, `(Kèm theo …)`.
import type { DocKind } from './document-kinds.ts'
import { kindLineOf } from './head-title.ts'
import { isCapitals, startsLower } from './letters.ts'
import { joinLines, type Line, oneSpaced } from './lines.ts'
import { markOf } from './marks.ts'
import { fromDamagedRoman, toRoman } from './numerals.ts'
import { buildOutline } from './outline.ts'
import type { PlaceList } from './places.ts'
import type { Appendix } from './schema.ts'
import { type NumberingFault, sectionsOf } from './sections.ts'
import { settingOf } from './wrapping.ts'

const HEADING =
  /^(?:PH[ỤU] L[ỤU]C|Ph[ụu] l[ụu]c|BIỂU MẪU|MẪU BIỂU)(?:\s+(?:SỐ|số)?\s*:?\s*([IVXLl1]{1,5}|\d{1,2}[A-Za-z]?|[A-ZĐ]))?\s*(?:[.:–-]\s*(.*)|\s+(.*))?$/u
const ATTACHED =
  /^\(?\s*(?:Ban hành |Đính |Kèm |Phê duyệt )?(?:kèm )?theo\s+(?:Kế hoạch|Quyết định|Công văn|Nghị quyết|Thông báo|Tờ trình|Báo cáo|Chỉ thị|Hướng dẫn|Văn bản|Chương trình|Thông tư|Nghị định|Phương án|Đề án|Quy chế)/iu
/** A title stands within so many lines of its `(Kèm theo …)`. */
const TITLE_LINES_MAX = 6

/** A heading with its title on one line is no longer. */
const HEADING_LENGTH_MAX = 220
/** Lines of a title are no longer. */
const TITLE_LENGTH_MAX = 160

/**
 * Whether a line heads an appendix: `PHỤ LỤC`, in capitals or alone; behind the foot also `Phụ lục 1: Danh sách …`,
 * which in a body is a sentence.
 */
export function isAppendixHeading(line: Line, behindFoot = false): boolean {
  const { text } = line
  const first = text.charCodeAt(0)
  // P B M
  if (first !== 80 && first !== 66 && first !== 77) return false
  if (text.length > HEADING_LENGTH_MAX) return false
  const match = HEADING.exec(oneSpaced(text))
  if (match === null) return false
  const rest = match[2] ?? match[3] ?? ''
  if (isCapitals(text) || rest === '') return true
  return match[2] !== undefined && (behindFoot || (match[1] !== undefined && line.gap > 0))
}

/** Indices of the lines at which appendices begin, from `from` on. */
export function appendixStarts(lines: readonly Line[], from: number): number[] {
  const starts: number[] = []
  let last = -1
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]!
    if (isAppendixHeading(line, true) || (i > from && isSecondHead(lines, i))) {
      starts.push(i)
      last = i
    } else if (ATTACHED.test(line.text) && (starts.length === 0 || i - last > TITLE_LINES_MAX)) {
      const start = titleAbove(lines, i, Math.max(from, last + 1))
      if (start < 0) continue
      starts.push(start)
      last = i
    } else if (ATTACHED.test(line.text)) last = i
  }
  return starts
}

/** The head of a document issued with this one, its kind in capitals alone on a line: `QUY ĐỊNH` / `VỀ TRÌNH TỰ …`. */
function isSecondHead(lines: readonly Line[], index: number): boolean {
  const title = lines[index + 1]?.text
  if (title === undefined || kindLineOf(lines[index]!)?.rest !== '') return false
  return isCapitals(title) || /\(\s*(?:Ban hành|Kèm)\s[^)]{0,20}theo\s/iu.test(title)
}

/** The first line of the capitals above `(Kèm theo …)`; -1 when there are none. */
function titleAbove(lines: readonly Line[], index: number, from: number): number {
  for (let i = index - 1; i >= from && index - i < TITLE_LINES_MAX; i--) {
    if (kindLineOf(lines[i]!)?.rest === '') return i
    if (lines[i]!.text.length > TITLE_LENGTH_MAX) break
  }
  let start = index
  while (start > from && index - start < TITLE_LINES_MAX) {
    const above = lines[start - 1]!
    if (!isCapitals(above.text) && !(start < index && startsLower(lines[start]!.text))) break
    start--
  }
  // The title may be set small: one line, behind air.
  if (start === index && index > from && lines[index]!.text.startsWith('(') && lines[index - 1]!.gap > 0)
    return index - 1
  return start < index ? start : -1
}

/** Reads the appendices between the starts. */
export function readAppendices(
  source: string,
  lines: readonly Line[],
  starts: readonly number[],
  places: PlaceList,
  faults: NumberingFault[],
): Appendix[] {
  return starts.map((start, i) => {
    const own = lines.slice(start, starts[i + 1] ?? lines.length)
    return readAppendix(source, own, i + 1, places, faults)
  })
}

function readAppendix(
  source: string,
  lines: readonly Line[],
  ordinal: number,
  places: PlaceList,
  faults: NumberingFault[],
): Appendix {
  const first = lines[0]!
  const match = HEADING.exec(oneSpaced(first.text))
  let row = 0
  let kind: DocKind | null = null
  const title: string[] = []
  if (match !== null) {
    row = 1
    const rest = (match[2] ?? match[3] ?? '').trim()
    if (rest !== '') title.push(rest)
  }
  const kindLine = row < lines.length ? kindLineOf(lines[row]!) : null
  if (kindLine !== null && match === null) {
    kind = kindLine.kind
    if (kindLine.rest !== '') title.push(kindLine.rest)
    row++
  }
  const from = row
  while (row < lines.length && row - from < TITLE_LINES_MAX && isTitleLine(lines, row, from)) row++
  if (row > from) title.push(joinLines(lines.slice(from, row)))
  while (row < lines.length && (ATTACHED.test(lines[row]!.text) || continuesAttached(lines, row))) row++
  const path = `appendices.${ordinal - 1}`
  for (let k = 0; k < row; k++) places.claim(path, lines[k]!.start, lines[k]!.end)
  const body = lines.slice(row)
  const outline = buildOutline(body, settingOf(body))
  const sections = sectionsOf(source, outline.root, places, faults, `phu-luc-${ordinal}`)
  return {
    num: numOf(match?.[1]),
    kind,
    title: title.length === 0 ? null : title.join(' '),
    sections,
    span: [first.start, lines[lines.length - 1]!.end],
  }
}

function isTitleLine(lines: readonly Line[], row: number, from: number): boolean {
  const { text, gap } = lines[row]!
  if (ATTACHED.test(text) || text.startsWith('(')) return false
  if (markOf(text) !== null) return false
  if (isCapitals(text)) return row === from || isCapitals(lines[row - 1]!.text) || gap === 0
  if (row === from) return text.length < TITLE_LENGTH_MAX && !/[.;:]$/u.test(text)
  return startsLower(text) && gap === 0
}

function continuesAttached(lines: readonly Line[], row: number): boolean {
  if (row === 0) return false
  const above = lines[row - 1]!.text
  return (
    ATTACHED.test(above) && above.startsWith('(') && !above.includes(')') && lines[row]!.text.includes(')')
  )
}

function numOf(token: string | undefined): string | null {
  if (token === undefined) return null
  if (/^\d/u.test(token)) return token
  const value = fromDamagedRoman(token)
  return value > 0 ? toRoman(value) : token
}
