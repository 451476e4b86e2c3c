// The lines of a text as the parser sees them: bounds, gaps above, pages; and text put together from lines.
import { toNfc } from '../unicode/nfc.ts'

/** One printed line, or one column of it. */
export interface Line {
  /** Offset of its first character that is no white space. */
  readonly start: number
  /** Offset behind its last one. */
  readonly end: number
  /** What stands between, markdown stars off. */
  readonly text: string
  /** Blank lines above it. */
  readonly gap: number
  /** A page break lies above: a form feed, a page number, or three blank lines. */
  readonly broken: boolean
  /** Blanks in front of it. */
  readonly indent: number
}

/** All lines that hold anything, and where pages and lines begin. */
export interface Lines {
  readonly list: readonly Line[]
  readonly pages: readonly number[]
  readonly starts: readonly number[]
}

const LINE_FEED = 10
const VERTICAL_TAB = 11
const FORM_FEED = 12
const RETURN = 13

/** So many blank lines are a page break in plain text. */
const PAGE_GAP = 3

/** Blank as seen by the parser: white space, marks of byte order, zero-width spaces. */
export function isBlank(unit: number): boolean {
  return (
    unit === 32 ||
    (unit >= 9 && unit <= 13) ||
    unit === 0xa0 ||
    unit === 0xfeff ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x3000
  )
}

/** Cuts a text into lines at `\n`, `\r\n`, `\r`, and form feeds; blank ones only count as gaps. */
export function splitLines(text: string): Lines {
  const list: Line[] = []
  const pages = [0]
  const starts = [0]
  let gap = 0
  let broken = false
  let from = 0
  const close = (to: number): void => {
    const line = trimmedLine(text, from, to, gap, broken || gap >= PAGE_GAP)
    if (line === null) {
      gap++
      return
    }
    list.push(line)
    gap = 0
    broken = false
  }
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < LINE_FEED || unit > RETURN || unit === VERTICAL_TAB) continue
    if (unit === FORM_FEED) {
      if (i > from) close(i)
      broken = true
      pages.push(i + 1)
      from = i + 1
      if (starts[starts.length - 1] !== from) starts.push(from)
      continue
    }
    close(i)
    if (unit === RETURN && text.charCodeAt(i + 1) === LINE_FEED) i++
    from = i + 1
    starts.push(from)
  }
  if (from < text.length) close(text.length)
  return { list, pages, starts }
}

function trimmedLine(text: string, from: number, to: number, gap: number, broken: boolean): Line | null {
  let start = from
  let end = to
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  if (start === end) return null
  return {
    start,
    end,
    text: withoutStars(composed(text.slice(start, end))),
    gap,
    broken,
    indent: start - from,
  }
}

/** With loose marks composed, so that rules may spell Vietnamese one way. */
export function composed(text: string): string {
  for (let i = 0; i < text.length; i++) if (isMark(text.charCodeAt(i))) return toNfc(text)
  return text
}

/** Whether a code unit is a combining mark. */
export function isMark(unit: number): boolean {
  return unit >= 0x300 && unit <= 0x36f
}

/** A part of a line as a line of its own. */
export function subLine(text: string, line: Line, start: number, end: number): Line {
  const part = trimmedLine(text, start, end, line.gap, line.broken)
  return part === null
    ? { ...line, start, end: start, text: '' }
    : { ...part, indent: line.indent + start - line.start }
}

/** The same line with other air above it. */
export function withGap(line: Line, gap: number, broken: boolean): Line {
  return { ...line, gap, broken }
}

function withoutStars(text: string): string {
  if (!text.includes('**')) return text
  const bare = text.replaceAll('**', '').trim()
  return bare === '' ? text : bare
}

const RUN_OF_BLANKS = /[\s\u200b\ufeff]{2,}|[\t\n\u00a0\u200b\ufeff]/gu

/** One blank for every run of them. */
export function oneSpaced(text: string): string {
  return isOneSpaced(text) ? text : text.replace(RUN_OF_BLANKS, ' ').trim()
}

/** Whether nothing but single blanks parts the words. */
function isOneSpaced(text: string): boolean {
  let blank = true
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 32 && unit < 0xa0) blank = false
    else if (unit === 32) {
      if (blank) return false
      blank = true
    } else if (isBlank(unit)) return false
    else blank = false
  }
  return !blank
}

/** The text of lines that are one paragraph: joined by blanks, codes broken behind `-` or `/` without. */
export function joinLines(lines: readonly Line[]): string {
  if (lines.length === 1) return oneSpaced(lines[0]!.text)
  const parts: string[] = []
  for (let i = 0; i < lines.length; i++) {
    const text = oneSpaced(lines[i]!.text)
    if (i > 0 && !(breaksCode(lines[i - 1]!.text) && /^[\p{Lu}\d]/u.test(text))) parts.push(' ')
    parts.push(text)
  }
  return parts.join('').trim()
}

/** Whether a line ends within a code: `57-`, `NĐ-`, `192/`. */
function breaksCode(text: string): boolean {
  const last = text.charCodeAt(text.length - 1)
  if (last !== 45 && last !== 47) return false
  return text.length > 1 && !isBlank(text.charCodeAt(text.length - 2))
}

/**
 * Where the character at an index of the joined text stands in the source: blanks and stars are not counted, for they
 * are all that joining changes.
 */
export function offsetIn(text: string, lines: readonly Line[], joined: string, index: number): number {
  let left = 0
  for (let i = 0; i < index; i++) if (isCounted(joined.charCodeAt(i))) left++
  for (const line of lines) {
    for (let at = line.start; at < line.end; at++) {
      if (!isCounted(text.charCodeAt(at))) continue
      if (left === 0) return at
      left--
    }
  }
  return lines.length === 0 ? 0 : lines[lines.length - 1]!.end
}

const isCounted = (unit: number): boolean => unit !== 42 && !isBlank(unit) && !isMark(unit)

/** The lines from an offset on, the line that holds it cut there. */
export function linesFrom(text: string, lines: readonly Line[], offset: number): Line[] {
  const out: Line[] = []
  for (const line of lines) {
    if (line.end <= offset) continue
    out.push(line.start >= offset ? line : subLine(text, line, offset, line.end))
  }
  return out
}

/** The lines up to an offset, the line that holds it cut there. */
export function linesUpTo(text: string, lines: readonly Line[], offset: number): Line[] {
  const out: Line[] = []
  for (const line of lines) {
    if (line.start >= offset) break
    out.push(line.end <= offset ? line : subLine(text, line, line.start, offset))
  }
  return out
}
