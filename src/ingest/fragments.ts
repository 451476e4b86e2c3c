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
  /** Where it stands in the order of its row: its left edge, or just behind what was drawn before it. */
  readonly order: number
}

/**
 * Left edges inside an item are estimates: what is drawn next and seems to stand a little before the end of that, by
 * this share of the size, stands behind it.
 */
const BACKWARD_MAX = 0.6
const EPSILON = 1e-6

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
  let last: Fragment | undefined
  for (const { str, transform, width, hasEOL } of items) {
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
        const x1 = x0 + text.length * perUnit
        const isNext = last !== undefined && x0 < last.order && x0 > last.order - BACKWARD_MAX * size
        const order = isNext ? (last as Fragment).order + EPSILON : x0
        last = { text, x0, x1, baseline: f, size, spaceBefore: index > 0 || space, order }
        fragments.push(last)
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
