// The table of constructs, in the order in which they are read; each lives in a file of its own.
import { appendixStarts, isAppendixHeading, readAppendices } from './appendix.ts'
import { closingLength, hasEndMark } from './closing.ts'
import { findFoot, firstOfFoot, readFoot } from './foot.ts'
import { withoutFurniture } from './furniture.ts'
import { readHead } from './head.ts'
import { joinLines } from './lines.ts'
import { buildOutline, type Item, type Paragraph } from './outline.ts'
import { readPreamble } from './preamble.ts'
import { sectionsOf } from './sections.ts'
import type { ParseState } from './state.ts'
import { settingOf } from './wrapping.ts'

/** One construct: its Vietnamese name, and how it is read. */
export interface Construct {
  readonly name: string
  readonly read: (state: ParseState) => void
}

/** What a document is made of (NĐ 30/2020 Đ.8), from what lies on the page to what is said. */
export const CONSTRUCTS: readonly Construct[] = [
  { name: 'số trang, đường kẻ, dấu số hóa', read: readFurniture },
  { name: 'phần mở đầu', read: readHeadOf },
  { name: 'phạm vi nội dung', read: readBounds },
  { name: 'nơi nhận, chữ ký', read: readFootAndBeyond },
  { name: 'bố cục nội dung', read: readBody },
  { name: 'câu kết', read: readClosing },
  { name: 'căn cứ, câu dẫn', read: readOpening },
  { name: 'các mục', read: readSections },
]

function readFurniture(state: ParseState): void {
  state.lines = withoutFurniture(state.layout.list, state.options.furniture)
}

function readHeadOf(state: ParseState): void {
  state.head = readHead(state.text, state.lines, state.caseSource, state.places)
}

/** Where the body ends: at the foot; without one, at the first appendix. */
function readBounds(state: ParseState): void {
  const { lines } = state
  const from = state.head?.next ?? 0
  if (state.head?.document !== true) {
    state.footStart = lines.length
    return
  }
  let foot = findFoot(lines, from)
  for (let i = from + 1; i < foot; i++) {
    if (isAppendixHeading(lines[i]!) && foot === lines.length) foot = i
  }
  state.footStart = foot
}

function readFootAndBeyond(state: ParseState): void {
  const { lines, footStart, text, places } = state
  if (footStart >= lines.length) return
  const starts = appendixStarts(lines, footStart)
  const limit = starts[0] ?? lines.length
  // Notes on what is enclosed stand between the end of the text and its foot.
  const first = firstOfFoot(text, lines, footStart, limit)
  state.foot = readFoot(text, lines, first, limit, state.caseSource, places)
  const behind = [...lines.slice(footStart, first), ...lines.slice(state.foot.next, limit)]
  state.appendixStarts = starts
  state.appendices = readAppendices(text, lines, starts, places, state.faults)
  if (behind.length === 0) return
  for (const line of behind) places.claim('trailing', line.start, line.end)
  state.trailing = behind.map((line) => line.text).join('\n')
  state.trailingSpan = [
    behind[0]!.start,
    behind[first > footStart ? first - footStart - 1 : behind.length - 1]!.end,
  ]
}

function readBody(state: ParseState): void {
  const body = state.lines.slice(state.head?.next ?? 0, state.footStart)
  state.outline = buildOutline(body, settingOf(body))
}

function readClosing(state: ParseState): void {
  const outline = state.outline!
  const ending = outline.tail[outline.tail.length - 1] ?? lastParagraph(outline.root)
  state.endMark = ending !== null && hasEndMark(joinLines(ending))
  if (state.head?.document !== true) return
  const count = closingLength(outline.tail, lastItem(outline.root))
  const closing = outline.takeTail(count)
  if (closing.length === 0) return
  for (const line of closing.flat()) state.places.claim('closing', line.start, line.end)
  state.closing = closing.map((lines) => joinLines(lines)).join('\n')
  const lines = closing.flat()
  state.closingSpan = [lines[0]!.start, lines[lines.length - 1]!.end]
}

function lastItem(root: Item): Item | null {
  let item: Item | null = null
  for (let at: Item | undefined = root.children[root.children.length - 1]; at !== undefined; ) {
    if (at.reading !== null) item = at
    const next: Item | undefined = at.children.findLast((child) => child.reading !== null)
    at = next
  }
  return item
}

function lastParagraph(root: Item): Paragraph | null {
  let at: Item = root
  while (at.children.length > 0) at = at.children[at.children.length - 1]!
  return at.paragraphs[at.paragraphs.length - 1] ?? null
}

function readOpening(state: ParseState): void {
  if (state.head?.document !== true) return
  const { root } = state.outline!
  const numbered = root.children.some((child) => child.reading !== null)
  state.preamble = readPreamble(state.text, root.paragraphs, numbered, state.places)
  root.paragraphs.length = 0
  root.paragraphs.push(...state.preamble.rest)
}

function readSections(state: ParseState): void {
  state.sections = sectionsOf(state.text, state.outline!.root, state.places, state.faults)
}
