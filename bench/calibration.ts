/**
 * Are confidences probabilities? Every word of the repaired pages with its confidence and whether it is right: expected
 * calibration error over ten bins of equal count and fifteen of equal width, the share of the remaining errors among the
 * tenth of the words that are least certain, and what the bins hold.
 *
 * npx tsx bench/calibration.ts [--eval DIR] [--out FILE] [--show N]     N: how many wrong words to list, surest first
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { alignWords } from '../src/metrics/align.ts'
import { comparableWords } from '../src/metrics/comparable.ts'
import { loadModel, type Model, type Repair, repair } from '../src/node.ts'
import { EVAL_DEFAULT } from './files.ts'
import { loadSets, type Page } from './sets.ts'
import { formatTable, percent } from './table.ts'

const EQUAL_COUNT_BINS = 10
const EQUAL_WIDTH_BINS = 15
const LEAST_CERTAIN_SHARE = 0.1

interface Judged {
  /** null: a number, code or sign, which the engine gives no probability. */
  readonly confidence: number | null
  readonly right: boolean
  readonly text: string
  /** The truth of a word that is wrong; undefined when nothing is printed there. */
  readonly printed: string | undefined
}

type SureJudged = Judged & { readonly confidence: number }

interface Bin {
  readonly words: number
  readonly confidence: number
  readonly right: number
}

interface Calibration {
  readonly set: string
  /** Words with a confidence, and how many of them are wrong. */
  readonly words: number
  readonly wrong: number
  /** Words without one. */
  readonly silent: number
  readonly silentWrong: number
  /** Words of the truth that no word of the result stands for. */
  readonly dropped: number
  readonly equalCount: number
  readonly equalWidth: number
  /** Share of the wrong words that have a confidence, and of all errors, among the least certain tenth. */
  readonly caught: number
  readonly caughtOfAll: number
  readonly bins: readonly Bin[]
  /** Surest first. */
  readonly wrongWords: readonly SureJudged[]
}

/** The least confidence of the words in a stretch of the page; to be asked for ascending stretches. */
function confidences(words: Repair['words']): (start: number, end: number) => number | null {
  const all = [...words].sort((a, b) => a.span[0] - b.span[0])
  let next = 0
  return (start, end) => {
    while (next < all.length && all[next]!.span[1] <= start) next++
    let least: number | null = null
    for (let i = next; i < all.length && all[i]!.span[0] < end; i++) {
      least = Math.min(least ?? 1, all[i]!.confidence)
    }
    return least
  }
}

/** The words of the result, as metrics compare them, each with the least confidence of what it was made from. */
function wordsOf({ text, edits, words }: Repair): { text: string; confidence: number | null }[] {
  const confidenceOf = confidences(words)
  const found: { text: string; confidence: number | null }[] = []
  let edit = 0
  // Result offset = page offset + shift, outside of edits.
  let shift = 0
  const toPage = (offset: number, isEnd: boolean): number => {
    for (; edit < edits.length; edit++) {
      const { span, replacement } = edits[edit]!
      const from = span[0] + shift
      if (offset < from || (isEnd && offset === from)) break
      if (offset < from + replacement.length || (isEnd && offset === from + replacement.length)) {
        return isEnd ? span[1] : span[0]
      }
      shift += replacement.length - (span[1] - span[0])
    }
    return offset - shift
  }
  for (const match of text.matchAll(/\S+/g)) {
    const start = toPage(match.index, false)
    const end = toPage(match.index + match[0].length, true)
    const confidence = confidenceOf(start, end)
    for (const word of comparableWords(match[0])) found.push({ text: word, confidence })
  }
  return found
}

function judge({ ocr, truth }: Page, model: Model): { judged: Judged[]; dropped: number } {
  const words = wordsOf(repair(ocr, { model }))
  const expected = comparableWords(truth)
  const { match, dropped } = alignWords(
    expected,
    words.map(({ text }) => text),
  )
  const printed: (string | undefined)[] = new Array(words.length)
  for (let i = 0; i < expected.length; i++) if (match[i]! >= 0) printed[match[i]!] = expected[i]
  const judged = words.map((word, j) => ({ ...word, printed: printed[j], right: printed[j] === word.text }))
  return { judged, dropped }
}

function binOf(words: readonly SureJudged[]): Bin {
  const sum = words.reduce((total, { confidence }) => total + confidence, 0)
  const right = words.filter((word) => word.right).length
  return { words: words.length, confidence: sum / words.length, right: right / words.length }
}

const calibrationError = (bins: readonly Bin[]): number => {
  const words = bins.reduce((total, bin) => total + bin.words, 0)
  return bins.reduce((total, bin) => total + (bin.words / words) * Math.abs(bin.confidence - bin.right), 0)
}

function calibrate(set: string, pages: readonly Page[], model: Model): Calibration {
  const judgements = pages.map((page) => judge(page, model))
  const all = judgements.flatMap(({ judged }) => judged)
  const dropped = judgements.reduce((sum, page) => sum + page.dropped, 0)
  const silent = all.filter(({ confidence }) => confidence === null)
  const sure = all
    .filter((word): word is SureJudged => word.confidence !== null)
    .sort((a, b) => a.confidence - b.confidence)
  const equalCount = Array.from({ length: EQUAL_COUNT_BINS }, (_, k) =>
    binOf(
      sure.slice(
        Math.floor((k * sure.length) / EQUAL_COUNT_BINS),
        Math.floor(((k + 1) * sure.length) / EQUAL_COUNT_BINS),
      ),
    ),
  )
  const equalWidth = Array.from({ length: EQUAL_WIDTH_BINS }, (_, k) =>
    sure.filter(
      ({ confidence }) => Math.min(Math.floor(confidence * EQUAL_WIDTH_BINS), EQUAL_WIDTH_BINS - 1) === k,
    ),
  )
    .filter((bin) => bin.length > 0)
    .map(binOf)
  const wrongWords = sure.filter(({ right }) => !right).reverse()
  const wrong = wrongWords.length
  const silentWrong = silent.filter(({ right }) => !right).length
  const least = sure.slice(0, Math.floor(sure.length * LEAST_CERTAIN_SHARE))
  const caught = least.filter(({ right }) => !right).length
  return {
    set,
    words: sure.length,
    wrong,
    silent: silent.length,
    silentWrong,
    dropped,
    equalCount: calibrationError(equalCount),
    equalWidth: calibrationError(equalWidth),
    caught: caught / Math.max(1, wrong),
    caughtOfAll: caught / Math.max(1, wrong + silentWrong + dropped),
    bins: equalCount,
    wrongWords,
  }
}

const { values: options } = parseArgs({
  options: {
    eval: { type: 'string', default: EVAL_DEFAULT },
    out: { type: 'string' },
    show: { type: 'string' },
  },
})
const sets = loadSets(options.eval)
const model = await loadModel()
const results = Object.entries(sets.pages).map(([set, pages]) => calibrate(set, pages, model))

console.log(
  formatTable(
    ['figure', ...results.map(({ set }) => set)],
    [
      ['words with a confidence (wrong)', ...results.map((r) => `${r.words} (${r.wrong})`)],
      ['words without: numbers, codes (wrong)', ...results.map((r) => `${r.silent} (${r.silentWrong})`)],
      ['words of the truth that are missing', ...results.map((r) => `${r.dropped}`)],
      ['calibration error, 10 bins of equal count', ...results.map((r) => r.equalCount.toFixed(4))],
      ['calibration error, 15 bins of equal width', ...results.map((r) => r.equalWidth.toFixed(4))],
      ['least certain tenth holds, of wrong words', ...results.map((r) => percent(r.caught, 1))],
      ['least certain tenth holds, of all errors', ...results.map((r) => percent(r.caughtOfAll, 1))],
    ],
  ),
)
console.log('\nBins of equal count, least certain first: mean confidence → share right\n')
const bins = (result: Calibration): string[] =>
  result.bins.map(({ confidence, right }) => `${confidence.toFixed(3)} → ${right.toFixed(3)}`)
const columns = results.map(bins)
console.log(
  formatTable(
    ['bin', ...results.map(({ set }) => set)],
    Array.from({ length: EQUAL_COUNT_BINS }, (_, k) => [`${k + 1}`, ...columns.map((column) => column[k]!)]),
  ),
)
for (const { set, wrongWords } of options.show === undefined ? [] : results) {
  const shown = wrongWords.slice(0, Number(options.show))
  const line = shown.map((w) => `${w.printed ?? '∅'}←${w.text} ${w.confidence.toFixed(3)}`).join('  ')
  console.log(`\n${set}: ${line}`)
}
if (options.out !== undefined) writeFileSync(options.out, `${JSON.stringify(results, null, 2)}\n`)
