/** Text items of a PDF page → fragments: stretches without white space, with their places. */
import type { PdfTextItem } from './pdfjs.ts'

/** A stretch of letters; words are made of one or more. Places in page points, origin top left. */
export interface Fragment {
  text: string
  readonly x0: number
  readonly x1: number
  /** The line the letters stand on. */
  readonly baseline: number
  /** Height of the font. */
  readonly size: number
  /** White space stands before it in the content stream. */
  readonly spaceBefore: boolean
  /** Name pdfjs gave the font. */
  readonly font: string
}

/** Six numbers: what turns the page's own space into points from the top left corner. */
export type Transform = readonly number[]

/** Text turned by more than this (in radians) is a stamp or a watermark beside the lines. */
const TURNED_MIN = 0.15
const PIECE = /\S+/gu
/** Two fragments nearer than this share of their size, with the same letters, are one printed twice to look bold. */
const DOUBLE_DISTANCE = 0.25

/** Splits items at white space; each piece gets its share of the item's width. Turned text is left out. */
export function fragmentsOf(items: readonly PdfTextItem[], viewport: Transform): Fragment[] {
  const fragments: Fragment[] = []
  let space = true
  for (const { str, transform, width, fontName, hasEOL } of items) {
    if (str.trim() === '') {
      if (str !== '' || hasEOL) space = true
      continue
    }
    const [a, b, , , e, f] = compose(viewport, transform) as [number, number, number, number, number, number]
    const size = Math.hypot(transform[2] as number, transform[3] as number) || Math.hypot(a, b)
    if (Math.abs(Math.atan2(b, a)) <= TURNED_MIN) {
      const perUnit = width / str.length
      for (const { 0: text, index } of str.matchAll(PIECE)) {
        const x0 = e + index * perUnit
        fragments.push({
          text,
          x0,
          x1: x0 + text.length * perUnit,
          baseline: f,
          size,
          spaceBefore: index > 0 || space,
          font: fontName,
        })
        space = false
      }
    }
    space = hasEOL || /\s$/u.test(str)
  }
  return fragments
}

function compose(m: Transform, n: Transform): number[] {
  const [a, b, c, d, e, f] = m as [number, number, number, number, number, number]
  const [g, h, i, j, k, l] = n as [number, number, number, number, number, number]
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Leaves out what is printed a second time over itself. */
export function withoutDoubles(line: readonly Fragment[]): Fragment[] {
  return line.filter((fragment, i) => {
    // Lines are sorted by x0, so a double stands close by.
    for (let k = i - 1; k >= 0 && i - k <= 4; k--) {
      const other = line[k] as Fragment
      const near = DOUBLE_DISTANCE * fragment.size
      if (other.text === fragment.text && Math.abs(other.x0 - fragment.x0) < near) return false
    }
    return true
  })
}
