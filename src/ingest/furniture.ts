/** Marks what is printed on pages but is no part of the text: page numbers, heads and feet that come back. */
import type { Furniture, IngestedLine, IngestedPage } from './document.ts'

/** "3", "- 3 -", "Trang 3/12", "3/12". */
const PAGE_NUMBER = /^(?:trang\s*)?[-–—(\s]*\d{1,4}(?:\s*\/\s*\d{1,4})?[-–—)\s.]*$/iu
const LEADING_NUMBER = /^\s*\d{1,4}\s+/u
const TRAILING_NUMBER = /\s\d{1,4}\s*$/u
/** Lines looked at from the top and from the bottom of a page. */
const EDGE_LINES = 3
/** A line is a running one when it comes back on so many pages, and on half of them. */
const PAGES_MIN = 3

/** Pages with their furniture marked. */
export function markFurniture(pages: readonly IngestedPage[]): IngestedPage[] {
  const heads = running(pages, (lines) => lines.slice(0, EDGE_LINES))
  const feet = running(pages, (lines) => lines.slice(-EDGE_LINES))
  return pages.map((page) => {
    const { lines } = page
    const marked = lines.map((line, i): IngestedLine => {
      const furniture = furnitureOf(page, line, i, lines.length, heads, feet)
      return furniture === null ? line : { ...line, furniture }
    })
    return { ...page, lines: marked }
  })
}

function furnitureOf(
  page: IngestedPage,
  line: IngestedLine,
  i: number,
  count: number,
  heads: ReadonlySet<string>,
  feet: ReadonlySet<string>,
): Furniture | null {
  const atTop = i < EDGE_LINES
  const atBottom = i >= count - EDGE_LINES
  if (!atTop && !atBottom) return null
  const text = page.raw.slice(line.span[0], line.span[1])
  if ((i === 0 || i === count - 1) && PAGE_NUMBER.test(text)) return 'page-number'
  if (atTop && heads.has(keyOf(text))) return 'running-head'
  return atBottom && feet.has(keyOf(text)) ? 'running-foot' : null
}

/** Keys of the lines that come back. */
function running(
  pages: readonly IngestedPage[],
  edge: (lines: readonly IngestedLine[]) => readonly IngestedLine[],
): Set<string> {
  const counts = new Map<string, number>()
  for (const { raw, lines } of pages) {
    const keys = new Set(edge(lines).map(({ span }) => keyOf(raw.slice(span[0], span[1]))))
    for (const key of keys) if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const most = Math.max(PAGES_MIN, pages.length / 2)
  return new Set([...counts].filter(([, count]) => count >= most).map(([key]) => key))
}

/** A line without its page number, which stands left on even pages and right on odd ones. */
function keyOf(text: string): string {
  const inner = text.replace(LEADING_NUMBER, '')
  return (inner === text ? text.replace(TRAILING_NUMBER, '') : inner)
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
}
