// Two columns on one line, as OCR and PDFs leave heads and feet: cut at wide gaps, bars, and where a landmark begins.
import { fold } from '../unicode/fold.ts'
import { composed, isMark, type Line, subLine } from './lines.ts'

/** So many blanks part two columns; a tab and a bar do too. */
const WIDE_GAP = /\s*(?:[ \u00a0]{3,}|\t+|\s\|\s|^\||\|$)\s*/gu

/** Cuts a line at wide gaps, tabs and bars. */
export function splitAtGaps(text: string, line: Line): Line[] {
  const raw = text.slice(line.start, line.end)
  if (!/ {3}|\t|\||\u00a0{3}/.test(raw)) return [line]
  const parts: Line[] = []
  let from = line.start
  const push = (to: number): void => {
    const part = subLine(text, line, from, to)
    if (part.text !== '') parts.push(part)
  }
  for (const match of raw.matchAll(WIDE_GAP)) {
    if (isBlankField(raw, match.index, match.index + match[0].length)) continue
    push(line.start + match.index)
    from = line.start + match.index + match[0].length
  }
  push(line.end)
  return parts
}

/** A gap left to be filled in by hand, `Số:      /KH-UBND`, `ngày    tháng    năm`, is no gutter. */
function isBlankField(raw: string, from: number, to: number): boolean {
  const before = raw.slice(Math.max(0, from - 6), from).normalize('NFC')
  const after = raw.slice(to, to + 6).normalize('NFC')
  return (
    (/(?:ngày|tháng|năm)\s*$/iu.test(before) && /^(?:tháng|năm|\d|[./…])/iu.test(after)) ||
    (/(?:[Ss]ố|:)\s*$/u.test(before) && /^[/\-–\d]/u.test(after)) ||
    (/^[/]/u.test(after) && /\d\s*$/u.test(before))
  )
}

/** The text of a line as printed, stars and all, loose marks composed: what indices for {@link cutAt} count in. */
export function printOf(text: string, line: Line): string {
  return composed(text.slice(line.start, line.end))
}

/** Cuts a line before indices of {@link printOf} it; blanks at the cut fall away. */
export function cutAt(text: string, line: Line, indices: readonly number[]): Line[] {
  const parts: Line[] = []
  const raw = text.slice(line.start, line.end)
  const print = composed(raw)
  let from = line.start
  for (const index of indices) {
    const at = line.start + (print === raw ? index : rawIndex(raw, print, index))
    const part = subLine(text, line, from, at)
    if (part.text !== '') parts.push(part)
    from = at
  }
  const last = subLine(text, line, from, line.end)
  if (last.text !== '') parts.push(last)
  return parts
}

/** Where in the raw text the character at an index of its composed form begins. */
function rawIndex(raw: string, print: string, index: number): number {
  let left = 0
  for (let i = 0; i < index; i++) if (!isMark(print.charCodeAt(i))) left++
  for (let i = 0; i < raw.length; i++) {
    if (isMark(raw.charCodeAt(i))) continue
    if (left === 0) return i
    left--
  }
  return raw.length
}

/** The toneless key of a print with the same length, so that indices hold; null for text that folds to another length. */
export function keyOf(raw: string): string | null {
  const key = fold(raw)
  return key.length === raw.length ? key : null
}
