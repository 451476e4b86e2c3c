/** A page as rows of two cells: what was read, what became of it, line beside line. */
import type { IngestedPage } from '../ingest/document.ts'
import { escapeHtml } from './escape.ts'
import type { Point } from './points.ts'

/** The rows of a page as HTML. A row is one line, or several where a repair goes across a line end. */
export function pageRows({ raw }: IngestedPage, points: readonly Point[]): string {
  const rows: string[] = []
  let left = ''
  let right = ''
  let line = 1
  let rowLine = 1
  const flush = (): void => {
    rows.push(`<tr><th>${rowLine}</th><td>${left}</td><td>${right}</td></tr>\n`)
    left = ''
    right = ''
    rowLine = line
  }
  const same = (from: number, to: number): void => {
    let start = from
    for (let at = raw.indexOf('\n', start); at >= 0 && at < to; at = raw.indexOf('\n', start)) {
      const text = escapeHtml(raw.slice(start, at))
      left += text
      right += text
      line++
      flush()
      start = at + 1
    }
    const text = escapeHtml(raw.slice(start, to))
    left += text
    right += text
  }
  let done = 0
  for (const point of points) {
    same(done, point.span[0])
    left += before(point)
    right += after(point)
    for (const character of point.original) if (character === '\n') line++
    done = point.span[1]
  }
  same(done, raw.length)
  if (left !== '' || right !== '') flush()
  return rows.join('')
}

function before({ kind, original, current }: Point): string {
  const text = escapeHtml(original)
  return kind === 'edit' && original !== current ? `<del>${text}</del>` : text
}

/** Doubtful places are links to where they are decided, and those link back. */
function after({ id, kind, current, doubtful }: Point): string {
  const text = escapeHtml(current)
  const marked = kind === 'edit' ? `<ins>${text}</ins>` : text
  return doubtful ? `<a id="t${id}" href="#d${id}">${marked}</a>` : marked
}
