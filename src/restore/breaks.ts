/**
 * Which line breaks end a sentence. Scans are wrapped by hand: a sentence runs on over the line end unless the line
 * is short, the next line opens a list item or a heading, or white space says so.
 */
import type { BreakRule } from '../lm/stream.ts'
import { TokenKind, type TokenTable } from '../unicode/tokenise.ts'

/** A line shorter than this share of the usual width is not wrapped but ended. */
const FULL_LINE_SHARE = 0.7
/** Quantile of the line lengths taken as the usual width. */
const USUAL_WIDTH_QUANTILE = 0.8

/** Usual width of the lines of a text in UTF-16 units: the length that most full lines reach. */
export function usualLineWidth(table: TokenTable): number {
  const lengths: number[] = []
  let from = 0
  for (let i = 0; i < table.count; i++) {
    if (table.kind[i] !== TokenKind.BREAK) continue
    const to = table.start[i] as number
    if (to > from) lengths.push(to - from)
    from = table.start[i + 1] as number
  }
  if (lengths.length === 0) return table.text.length
  lengths.sort((a, b) => a - b)
  return lengths[Math.floor((lengths.length - 1) * USUAL_WIDTH_QUANTILE)] as number
}

/** Break rule for a page whose lines may be wrapped by hand. */
export function wrappedBreaks(table: TokenTable): BreakRule {
  const fullLine = usualLineWidth(table) * FULL_LINE_SHARE
  const { kind, start, text, count } = table
  // No token of `[searched, found)` is a word: a run of blank lines is gone through once, not from each of them.
  let searched = 0
  let found = 0
  const nextWord = (from: number): number => {
    if (from < searched || from > found) {
      searched = from
      found = from
    }
    while (found < count && (kind[found] as number) < TokenKind.WORD) found++
    return found
  }
  return (_, index) => {
    let lineStart = index
    while (lineStart > 0 && kind[lineStart - 1] !== TokenKind.BREAK) lineStart--
    const length = (start[index] as number) - (start[lineStart] as number)
    let next = index + 1
    while (next < count && kind[next] === TokenKind.SPACE) next++
    if (next === count) return true
    // A blank line between: the page may have ended in the middle of a sentence.
    if (kind[next] === TokenKind.BREAK || length === 0) {
      const word = nextWord(next)
      const first = word < count ? text.slice(start[word], (start[word] as number) + 1) : ''
      return first === first.toUpperCase()
    }
    if (length >= fullLine) return kind[next] === TokenKind.SYMBOL && kind[next + 1] === TokenKind.SPACE
    const first = text.slice(start[next], (start[next] as number) + 1)
    return first === first.toUpperCase()
  }
}
