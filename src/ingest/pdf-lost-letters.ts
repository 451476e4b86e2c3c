/**
 * pdfjs leaves out soft hyphens or makes hyphens of them, and in TCVN3 fonts the code of the soft hyphen is the letter ư.
 * What is drawn still has them: here they are put back into the text items, which follow the same order.
 */
import { type DrawnGlyph, drawnGlyphs, type PdfPage, type PdfTextItem } from './pdfjs.ts'

const SOFT_HYPHEN = '\u00ad'
const SOFT_HYPHEN_CODE = 0xad
const SPACE = /^\s*$/u
/** So many signs are looked ahead when items and drawing differ: pdfjs leaves out a few others, too. */
const LOOK_AHEAD = 8

/** Where the next sign is looked for among the items. */
interface Cursor {
  item: number
  at: number
}

const isLost = ({ unicode }: DrawnGlyph): boolean => unicode === SOFT_HYPHEN
const isHyphen = ({ unicode, code }: DrawnGlyph): boolean => unicode === '-' && code === SOFT_HYPHEN_CODE

/** Items with the soft hyphens of the page; the same items when it has none. */
export async function withSoftHyphens(
  page: PdfPage,
  items: readonly PdfTextItem[],
): Promise<readonly PdfTextItem[]> {
  const runs = await drawnGlyphs(page)
  if (!runs.some((run) => run.some((glyph) => isLost(glyph) || isHyphen(glyph)))) return items
  const pieces = items.map(() => ({ out: '', done: 0, widened: 0 }))
  const last: Cursor = { item: 0, at: 0 }
  const insert = ({ item, at }: Cursor, width: number, size: number): void => {
    const piece = pieces[item]
    const str = items[item]?.str
    if (piece === undefined || str === undefined) return
    piece.out += str.slice(piece.done, at) + SOFT_HYPHEN
    piece.done = at
    piece.widened += width * size
  }
  const replace = ({ item, at }: Cursor, length: number): void => {
    const piece = pieces[item]
    const str = items[item]?.str
    if (piece === undefined || str === undefined) return
    piece.out += str.slice(piece.done, at) + SOFT_HYPHEN
    piece.done = at + length
  }
  const sizeOf = ({ item }: Cursor): number =>
    Math.hypot(...((items[item]?.transform.slice(2, 4) ?? [0]) as number[]))
  // At the beginning of a line or after white space it belongs to the letter that follows.
  let glued = false
  let waiting = 0
  for (const glyph of runs.flat()) {
    const { unicode, width } = glyph
    if (isLost(glyph)) {
      if (glued) insert(last, width, sizeOf(last))
      else waiting = width
    } else if (SPACE.test(unicode)) glued = false
    else {
      const found = find(items, last, unicode)
      if (found === null) continue
      if (waiting > 0) insert(found, waiting, sizeOf(found))
      waiting = 0
      last.item = found.item
      last.at = found.at + unicode.length
      glued = true
      if (isHyphen(glyph)) replace(found, unicode.length)
    }
  }
  return items.map((item, i) => {
    const { out, done, widened } = pieces[i] as (typeof pieces)[number]
    return out === '' ? item : { ...item, str: out + item.str.slice(done), width: item.width + widened }
  })
}

/** The next place of a sign, not far ahead. */
function find(items: readonly PdfTextItem[], from: Cursor, unicode: string): Cursor | null {
  let seen = 0
  let { item, at } = from
  while (item < items.length && seen < LOOK_AHEAD) {
    const { str } = items[item] as PdfTextItem
    if (at >= str.length) {
      item++
      at = 0
      continue
    }
    if (str.startsWith(unicode, at)) return { item, at }
    if (!SPACE.test(str[at] as string)) seen++
    at++
  }
  return null
}
