// Where a line break is only where the paper ended, and where it ends a paragraph: raw text keeps its lines.

const ITEM = /(?:[-–—+•*·]\s|\d{1,2}(?:\.\d{1,2}){0,3}[.)/]\s|\p{L}[.)]\s|[IVX]{1,6}[.)-]\s|Điều\s+\d)/uy
const LOWER = /[\p{Ll}\d"“(]/uy
/** A line shorter than this that is followed by a capital was ended by its writer. */
const FULL_LINE = 40

/**
 * Reads over white space.
 *
 * @returns the offset of what follows in the same paragraph; -1 when the paragraph ends before it
 */
export function skipSpaces(text: string, at: number): number {
  let i = at
  let breaks = 0
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x0a || code === 0x0c) breaks++
    else if (code !== 0x20 && code !== 0x09 && code !== 0x0d && code !== 0xa0) break
  }
  if (breaks === 0) return i
  return i < text.length && isSoftBreak(text, at, i, breaks) ? i : -1
}

/**
 * Whether a break is only where the paper ended.
 *
 * @param from where the white space begins, `to` where it ends
 * @param breaks line and page feeds in it; several are a blank line or a page's end
 */
function isSoftBreak(text: string, from: number, to: number, breaks: number): boolean {
  ITEM.lastIndex = to
  if (ITEM.test(text)) return false
  LOWER.lastIndex = to
  const isLower = LOWER.test(text)
  if (breaks > 1) return isLower && !isEnd(text.charCodeAt(from - 1))
  if (isLower) return true
  return from >= FULL_LINE && !text.slice(from - FULL_LINE, from).includes('\n')
}

function isEnd(code: number): boolean {
  // . : ; ! ?
  return code === 0x2e || code === 0x3a || code === 0x3b || code === 0x21 || code === 0x3f
}

const UNEVEN = /[^\S ]| {2}/u

/** A stretch of text on one line: white space of any kind becomes one space. */
export function onOneLine(text: string): string {
  if (!UNEVEN.test(text)) return text.trim()
  return text.replace(/\s+/gu, ' ').trim()
}
