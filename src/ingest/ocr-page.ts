/** Lines of the OCR engine → the page as it is read: rows put upright, specks left out, columns parted. */
import type { IngestedLine, LeftOutWord } from './document.ts'
import { pageText } from './page-text.ts'
import { type PrintedLine, readingOrder } from './reading-order.ts'
import type { PlacedWord, Row } from './rows.ts'
import type { OcrLine, OcrWord } from './tesseract.ts'

/** Lines that overlap by this share of the lower one stand on one height. */
const OVERLAP_MIN = 0.5
/** A lone sign that the engine itself hardly believes is a speck, a fold or the rest of a seal. */
const SPECK_CONFIDENCE_MAX = 0.6
/** A line of which the engine believes no word is handwriting or a seal, on a page it can read. */
const SCRIBBLE_CONFIDENCE_MAX = 0.4
const READABLE_MIN = 0.7
/** Up to so many letters alone on a line must be believed more: signatures fall into such pieces. */
const SHORT_MAX = 4
const SHORT_CONFIDENCE_MAX = 0.7
/** Signs alone on a line, no more than this, are specks. */
const LONE_SIGNS_MAX = 2
/** Letters and figures of a speck; `12C` and `7.700m2` are more. */
const SPECK_MAX = 2
/** A number and symbol written by hand and printed: the engine believes none of it, and it is needed most. */
const SYMBOL = /\p{Lu}{2}\p{L}*[-/]\p{Lu}{2}/u
const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
/** Dots to be filled in, list marks and rules are signs that are meant. */
const MEANT_SIGN = /^[-–—+*•.…_:;,"“”()]+$/u
const LETTERS = /\p{L}/gu
const LETTERS_AND_FIGURES = /[\p{L}\p{N}]/gu

/** Text and lines of a page; boxes in units of `scale` pixels. */
export function ocrPageText(
  found: readonly OcrLine[],
  scale: number,
): { raw: string; lines: IngestedLine[]; leftOut: LeftOutWord[] } {
  const slope = slopeOf(found)
  const upright = found
    .map((line) => uprightLine(line, slope, scale))
    .filter(({ row }) => row.words.length > 0)
    .sort((a, b) => a.middle - b.middle)
  const printed = readingOrder(mergeRows(upright))
  const kept = withoutScribbles(printed)
  const specks = found.flatMap(({ words }) =>
    words.filter((word) => !isMeant(word) && word.text.trim() !== ''),
  )
  const scribbles = printed.filter((line) => !kept.includes(line)).flatMap(({ words }) => words)
  const leftOut = [
    ...specks.map((word) => placed(word, scale)),
    ...scribbles.map(({ text, box, confidence }) => ({ text, box, confidence: confidence ?? 0 })),
  ].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
  return { ...pageText(kept), leftOut }
}

const placed = ({ text, box, confidence }: OcrWord, scale: number): LeftOutWord => ({
  text,
  box: [box[0] / scale, box[1] / scale, box[2] / scale, box[3] / scale],
  confidence,
})

/** Printed lines that are handwriting, the rest of a seal or a lone sign, left out; columns are parted by then. */
function withoutScribbles(lines: readonly PrintedLine[]): PrintedLine[] {
  const confidences = lines
    .flatMap(({ words }) => words.map(({ confidence }) => confidence ?? 0))
    .sort((a, b) => a - b)
  const isReadable = (confidences[confidences.length >> 1] ?? 0) >= READABLE_MIN
  return lines.filter(({ words }) => {
    const text = words.map((word) => word.text).join('')
    if (text.length <= LONE_SIGNS_MAX && !HAS_LETTER_OR_DIGIT.test(text)) return false
    if (SYMBOL.test(text)) return true
    const max = text.length <= SHORT_MAX ? SHORT_CONFIDENCE_MAX : SCRIBBLE_CONFIDENCE_MAX
    return !isReadable || words.some(({ confidence }) => (confidence ?? 1) > max)
  })
}

interface UprightLine {
  readonly row: Row
  /** Height of its middle when the page is put upright. */
  readonly middle: number
}

/** How much the lines of a page rise or fall: the median over its longer lines. */
function slopeOf(lines: readonly OcrLine[]): number {
  const slopes = lines
    .filter(({ words }) => words.length >= 4)
    .map(({ baseline: [x0, y0, x1, y1] }) => (x1 === x0 ? 0 : (y1 - y0) / (x1 - x0)))
    .sort((a, b) => a - b)
  return slopes[slopes.length >> 1] ?? 0
}

function uprightLine(line: OcrLine, slope: number, scale: number): UprightLine {
  const words = line.words.filter(isMeant)
  const heights = words.map(({ box }) => box[3] - box[1]).sort((a, b) => a - b)
  // Words without ascenders are low, words with marks above and below high: the upper half tells the size.
  const size = (heights[(heights.length * 3) >> 2] ?? 0) / scale
  const middles = words
    .map(({ box }) => (box[1] + box[3]) / 2 - (slope * (box[0] + box[2])) / 2)
    .sort((a, b) => a - b)
  const row = { words: words.map((word): PlacedWord => ({ ...placed(word, scale) })), size }
  return { row, middle: (middles[middles.length >> 1] ?? 0) / scale }
}

function isMeant({ text, confidence }: OcrWord): boolean {
  if (text.trim() === '') return false
  if (confidence > SPECK_CONFIDENCE_MAX || MEANT_SIGN.test(text)) return true
  if (!HAS_LETTER_OR_DIGIT.test(text)) return false
  return count(text, LETTERS) !== 1 || count(text, LETTERS_AND_FIGURES) > SPECK_MAX
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Puts lines side by side that the engine found in different blocks. */
function mergeRows(lines: readonly UprightLine[]): Row[] {
  const rows: { words: PlacedWord[]; size: number; middle: number }[] = []
  for (const { row, middle } of lines) {
    const last = rows.at(-1)
    const near = last !== undefined && middle - last.middle < OVERLAP_MIN * Math.min(row.size, last.size)
    if (near && !overlaps(last.words, row.words)) {
      last.words.push(...row.words)
      last.size = Math.max(last.size, row.size)
    } else rows.push({ words: [...row.words], size: row.size, middle })
  }
  for (const { words } of rows) words.sort((a, b) => a.box[0] - b.box[0])
  return rows
}

/** Whether words of two lines stand over each other: then they are two lines, however near. */
function overlaps(a: readonly PlacedWord[], b: readonly PlacedWord[]): boolean {
  const reach = (words: readonly PlacedWord[]): [number, number] => [
    Math.min(...words.map(({ box }) => box[0])),
    Math.max(...words.map(({ box }) => box[2])),
  ]
  const [fromA, toA] = reach(a)
  const [fromB, toB] = reach(b)
  return fromA < toB && fromB < toA
}
