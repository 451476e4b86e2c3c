/**
 * Rows → printed lines in reading order. The head and the foot of an official document stand in two columns (issuer
 * beside motto, recipients beside signature): the left column is read first, then the right. Everything else is read row
 * by row; a wide gap in a row (a table) stays a wide gap.
 */
import { fold } from '../unicode/fold.ts'
import type { PlacedWord, Row } from './rows.ts'

/** Words of a printed line. */
export interface PrintedLine {
  readonly words: readonly PlacedWord[]
  readonly size: number
}

/** The motto, the name of the state and of the Party in toneless keys: what stands top right. */
const MOTTO_WORDS = new Set('cong hoa xa hoi chu nghia viet nam doc lap tu do hanh phuc dang san'.split(' '))
/** So many of them make a motto, also when OCR misread half of it. */
const MOTTO_WORDS_MIN = 3
/** Rows before the head: running heads, copy marks, stamps. */
const ROWS_BEFORE_HEAD_MAX = 6
/** A head has two to some fifteen rows, a foot up to some forty. */
const HEAD_ROWS_MAX = 16
const FOOT_ROWS_MAX = 60
/** Columns part between these shares of the text's width. */
const GUTTER_FROM = 0.25
const GUTTER_TO = 0.75
/** Places tried in between. */
const GUTTER_STEPS = 100
/** Half the white space a gutter has on each row, as a share of the letters' height. */
const GUTTER_MARGIN = 0.3

const startOf = (word: PlacedWord): number => word.box[0]
const endOf = (word: PlacedWord): number => word.box[2]
const foldedLetters = (word: PlacedWord): string => fold(word.text.toLowerCase()).replace(/[^a-z]/g, '')

/** Lines of a page in the order they are read. */
export function readingOrder(rows: readonly Row[]): PrintedLine[] {
  const lines: PrintedLine[] = []
  const width = extent(rows)
  for (let at = 0; at < rows.length; ) {
    const block = columnsAt(rows, at, width)
    if (block === null) {
      lines.push(rows[at] as Row)
      at++
    } else {
      lines.push(...block.left, ...block.right)
      at = block.end
    }
  }
  return lines
}

interface Columns {
  readonly left: readonly PrintedLine[]
  readonly right: readonly PrintedLine[]
  /** Row after the block. */
  readonly end: number
}

/** The two-column head or foot that begins with row `at`, or null. */
function columnsAt(rows: readonly Row[], at: number, width: readonly [number, number]): Columns | null {
  const first = rows[at] as Row
  if (at <= ROWS_BEFORE_HEAD_MAX && hasMottoSoon(rows, at)) {
    return cut(rows, at, HEAD_ROWS_MAX, width, (_, right) => isMotto(right))
  }
  if (isRecipientsRow(first)) return cut(rows, at, FOOT_ROWS_MAX, width, () => true)
  return null
}

function hasMottoSoon(rows: readonly Row[], at: number): boolean {
  return (
    isMotto((rows[at] as Row).words) || (rows[at + 1] !== undefined && isMotto((rows[at + 1] as Row).words))
  )
}

function isMotto(words: readonly PlacedWord[]): boolean {
  const found = new Set<string>()
  for (const word of words) {
    const key = foldedLetters(word)
    if (MOTTO_WORDS.has(key)) found.add(key)
  }
  return found.size >= MOTTO_WORDS_MIN
}

/** "Nơi nhận:" begins the foot; the signature may begin on the row above or below it. */
function isRecipientsRow({ words }: Row): boolean {
  const [first, second] = words
  return (
    first !== undefined &&
    second !== undefined &&
    foldedLetters(first) === 'noi' &&
    /^nh.n$/.test(foldedLetters(second))
  )
}

/** Rows from `at` on that one gutter parts, as columns. */
function cut(
  rows: readonly Row[],
  at: number,
  rowsMax: number,
  [from, to]: readonly [number, number],
  isBlock: (left: readonly PlacedWord[], right: readonly PlacedWord[]) => boolean,
): Columns | null {
  const block = rows.slice(at, at + rowsMax)
  let best = { length: 0, gutter: 0, both: 0 }
  const spread: number[] = []
  for (let step = 0; step <= GUTTER_STEPS; step++) {
    const gutter = from + (to - from) * (GUTTER_FROM + ((GUTTER_TO - GUTTER_FROM) * step) / GUTTER_STEPS)
    let length = 0
    let both = 0
    for (const row of block) {
      const margin = GUTTER_MARGIN * row.size
      if (row.words.some((word) => startOf(word) < gutter + margin && endOf(word) > gutter - margin)) break
      length++
      const [left, right] = sides(row, gutter)
      if (left.length > 0 && right.length > 0) both++
    }
    if (length > best.length || (length === best.length && both > best.both)) {
      best = { length, gutter, both }
      spread.length = 0
    }
    if (length === best.length && both === best.both) spread.push(gutter)
  }
  // The middle of the white space, so that a word that sticks out a little stays whole on its side.
  const gutter = spread[spread.length >> 1] ?? 0
  if (best.length < 2 || best.both < 1) return null
  const parted = block.slice(0, best.length).map((row) => ({ row, parts: sides(row, gutter) }))
  const all = (side: 0 | 1): PlacedWord[] => parted.flatMap(({ parts }) => parts[side])
  if (!isBlock(all(0), all(1))) return null
  const lines = (side: 0 | 1): PrintedLine[] =>
    parted
      .filter(({ parts }) => parts[side].length > 0)
      .map(({ row, parts }) => ({ words: parts[side], size: row.size }))
  return { left: lines(0), right: lines(1), end: at + best.length }
}

function sides({ words }: Row, gutter: number): [left: PlacedWord[], right: PlacedWord[]] {
  const left: PlacedWord[] = []
  const right: PlacedWord[] = []
  for (const word of words) (startOf(word) < gutter ? left : right).push(word)
  return [left, right]
}

/** Left and right end of the text. */
function extent(rows: readonly Row[]): [from: number, to: number] {
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (const { words } of rows) {
    for (const word of words) {
      from = Math.min(from, startOf(word))
      to = Math.max(to, endOf(word))
    }
  }
  return [from, to]
}
