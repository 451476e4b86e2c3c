// The text as it runs on over pages: page numbers and stamps blanked out, every offset as it was.
import type { Line } from './lines.ts'

/**
 * Blanks what is no part of what is said, so that a sentence cut by a page number reads on.
 *
 * @param all lines of the text that hold anything
 * @param kept those of them that belong to the document
 * @returns a text of the same length; the text itself when nothing is left out
 */
export function runningText(text: string, all: readonly Line[], kept: readonly Line[]): string {
  if (all.length === kept.length) return text
  const pieces: string[] = []
  let at = 0
  let end = 0
  let k = 0
  let isCut = false
  for (const line of all) {
    if (kept[k]?.start !== line.start) {
      isCut = true
      continue
    }
    k++
    if (isCut) {
      // One line break stays, as between two lines of one page.
      pieces.push(text.slice(at, end), line.start > end ? `\n${' '.repeat(line.start - end - 1)}` : '')
      at = line.start
      isCut = false
    }
    end = line.end
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}
