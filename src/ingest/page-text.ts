/** Printed lines → the raw text of a page, with the span of every word and line. */
import type { IngestedLine, IngestedWord } from './document.ts'
import type { PrintedLine } from './reading-order.ts'
import { union } from './rows.ts'

/** A gap of more than this many heights of the letters is no space between words: columns of a table. */
const WIDE_GAP = 1.5
/** Stands for it; readers of plain text take three spaces for a column. */
const WIDE_SPACE = '   '

/** White space of more than this many heights of the letters between two lines is an empty line. */
const EMPTY_LINE_GAP = 1.2

/** Text and lines of a page. */
export function pageText(printed: readonly PrintedLine[]): { raw: string; lines: IngestedLine[] } {
  const lines: IngestedLine[] = []
  const pieces: string[] = []
  let at = 0
  const add = (piece: string): void => {
    pieces.push(piece)
    at += piece.length
  }
  for (const { words, size } of printed) {
    const [head] = words
    if (head === undefined) continue
    const above = lines.at(-1)?.box
    const top = words.reduce((least, { box }) => Math.min(least, box[1]), head.box[1])
    if (above) add(top - above[3] > EMPTY_LINE_GAP * size ? '\n\n' : '\n')
    const start = at
    const placed: IngestedWord[] = []
    let box = head.box
    for (const word of words) {
      const last = placed.at(-1)
      if (last?.box) add(word.box[0] - last.box[2] > WIDE_GAP * size ? WIDE_SPACE : ' ')
      const from = at
      add(word.text)
      placed.push({ text: word.text, span: [from, at], box: word.box, confidence: word.confidence })
      box = union(box, word.box)
    }
    lines.push({ span: [start, at], box, words: placed, furniture: null })
  }
  return { raw: pieces.join(''), lines }
}
