/**
 * Repair of pages that the process has not met: it warms up on some documents, then goes through the pages of others, once. What
 * warm passes over the same pages give is another figure (`npm run bench`), for most of it is remembered.
 *
 * npx tsx bench/new-pages.ts --pairs FILE [--lines N]   FILE: pages as JSON Lines, `id` `DOCUMENT-pN`, `eng`, `vie`
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadModel, repair } from '../src/node.ts'

/** Next to no two neighbours of the list are of one document. */
const STRIDE = 7919
const LINES_DEFAULT = '4000'

interface Pair {
  readonly id: string
  readonly eng: string
  readonly vie: string
}

const { values } = parseArgs({
  options: { pairs: { type: 'string' }, lines: { type: 'string', default: LINES_DEFAULT } },
})
if (values.pairs === undefined) throw new Error('Name the pages: --pairs FILE.')
const pages = readFileSync(values.pairs, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Pair)
const shuffled = pages
  .map((page, i) => ({ page, rank: (i * STRIDE) % pages.length }))
  .sort((a, b) => a.rank - b.rank)
  .map(({ page }) => page)
const documentOf = ({ id }: Pair): string => id.replace(/-p\d+$/, '')
const countWords = (text: string): number =>
  text.split(/\s+/).filter((chunk) => /[\p{L}\p{N}]/u.test(chunk)).length

const model = await loadModel()
for (const source of ['eng', 'vie'] as const) {
  const met = new Set<string>()
  let lines = 0
  let words = 0
  let seconds = 0
  for (const page of shuffled) {
    const text = page[source]
    const isWarmUp = lines < Number(values.lines)
    if (isWarmUp) {
      lines += text.split('\n').length
      met.add(documentOf(page))
    } else if (met.has(documentOf(page))) continue
    const before = process.cpuUsage()
    repair(text, { model, source }).text
    const { user, system } = process.cpuUsage(before)
    if (isWarmUp) continue
    words += countWords(text)
    seconds += (user + system) / 1e6
  }
  console.log(
    `new pages: ${source}, after ${lines} lines of ${met.size} other documents: ${words} words, ` +
      `${Math.round(words / seconds / 1000)},000 words/s of processor time`,
  )
}
