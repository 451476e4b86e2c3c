/**
 * Lines of a scan as an OCR program read them, above what `repair` makes of them: the picture at the head of the README.
 * Run as `npx tsx bench/draw-before-after.ts` after a change that shows in it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadModel, repair } from '../src/node.ts'

const FIXTURE = new URL('../fixtures/nam-sach/ocr.txt', import.meta.url)
const PICTURE = new URL('./before-after.svg', import.meta.url)
/** Lines of the fixture that are shown, from 0. */
const FIRST = 2
const LAST = 9

const WIDTH = 660
const LEFT = 20
const LINE = 23
const HEAD = 34
const PAD = 14
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** A word and whether it was changed. */
interface ShownWord {
  readonly text: string
  readonly changed: boolean
}

/** The words of a line, before or after; spaces between them count as words that nobody changed. */
function wordsOf(line: string, other: string): ShownWord[] {
  const others = other.split(/(\s+)/u)
  return line.split(/(\s+)/u).map((text, i) => ({ text, changed: text !== others[i] }))
}

function drawLine(words: readonly ShownWord[], y: number, kind: 'before' | 'after'): string {
  const spans = words.map(({ text, changed }) =>
    changed && text.trim() !== '' ? `<tspan class="${kind}">${escaped(text)}</tspan>` : escaped(text),
  )
  return `<text x="${LEFT}" y="${y}">${spans.join('')}</text>`
}

function panel(
  title: string,
  lines: readonly (readonly ShownWord[])[],
  top: number,
  kind: 'before' | 'after',
): string {
  return [
    `<text class="title" x="${LEFT}" y="${top + 22}">${escaped(title)}</text>`,
    ...lines.map((words, i) => drawLine(words, top + HEAD + PAD + i * LINE, kind)),
  ].join('\n')
}

/** The picture of lines before and after. */
export function drawBeforeAfter(before: readonly string[], after: readonly string[]): string {
  const height = HEAD + PAD + before.length * LINE + PAD
  // Not by colour alone: what was wrong has dots below it, what was put right a line.
  const style = [
    'text{font:15px "Segoe UI","Helvetica Neue",Arial,sans-serif;fill:#1f2933}',
    '.title{font-size:13px;font-weight:bold;fill:#52606d}',
    '.before{fill:#a61b1b;text-decoration:underline dotted}',
    '.after{fill:#0b5d3b;text-decoration:underline}',
  ].join('')
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${2 * height}" role="img" aria-labelledby="title desc" lang="vi">`,
    '<title id="title">Lines of a scanned plan before and after repair</title>',
    `<desc id="desc">Before: ${escaped(before.join(' '))} After: ${escaped(after.join(' '))}</desc>`,
    `<style>${style}</style>`,
    `<rect width="${WIDTH}" height="${height}" fill="#fbf3f1"/>`,
    `<rect y="${height}" width="${WIDTH}" height="${height}" fill="#f0f7f3"/>`,
    panel(
      'OCR without Vietnamese data',
      before.map((line, i) => wordsOf(line, after[i]!)),
      0,
      'before',
    ),
    panel(
      'vanban repair',
      after.map((line, i) => wordsOf(line, before[i]!)),
      height,
      'after',
    ),
    '</svg>',
  ].join('\n')}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const raw = readFileSync(FIXTURE, 'utf8')
  const lines = (text: string): string[] =>
    text
      .split('\n')
      .slice(FIRST, LAST)
      .filter((line) => line !== '')
  writeFileSync(PICTURE, drawBeforeAfter(lines(raw), lines(repair(raw, { model: await loadModel() }).text)))
}
