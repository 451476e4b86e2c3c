/**
 * Which smoothing explains unseen pages best? Trains on nine tenths of the page pairs, prints mean ln P(read | printed)
 * per word on the last tenth, and on a scan that is not of the training kind.
 *
 * npx tsx bench/channel-smoothing.ts PAIRS.jsonl OCR.txt:TRUTH.txt
 */
import { readFileSync } from 'node:fs'
import type { ChannelOptions } from '../src/channel/candidate.ts'
import { Channel } from '../src/channel/candidates.ts'
import { casesOf } from '../src/channel/units.ts'
import { isLegalSyllable } from '../src/syllable/split.ts'
import { canonical } from '../src/syllable/tone.ts'
import { alignPages } from '../src/training/align-pages.ts'
import { trainChannel } from '../src/training/train-channel.ts'
import { normalise } from '../src/unicode/normalise.ts'

interface Page {
  readonly truth: string
  readonly observed: string
}

const EDGE = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

/** Words aligned one to one, without edge marks, with their counts. */
function wordPairs(pages: readonly Page[]): Map<string, number> {
  const pairs = new Map<string, number>()
  for (const page of pages) {
    for (const { truth, observed } of alignPages(normalise(page.truth), normalise(page.observed))) {
      if (truth.length !== 1 || observed.length !== 1) continue
      const word = truth[0]!.replace(EDGE, '')
      const read = observed[0]!.replace(EDGE, '')
      if (read === '' || read.length > 12 || casesOf(word) === 0 || !isLegalSyllable(word)) continue
      pairs.set(`${word} ${read}`, (pairs.get(`${word} ${read}`) ?? 0) + 1)
    }
  }
  return pairs
}

const [pairsFile, scan] = process.argv.slice(2)
const pages = readFileSync(pairsFile!, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Record<string, string>)
const [ocr, truth] = scan!.split(':')
const scanPairs = wordPairs([{ truth: readFileSync(truth!, 'utf8'), observed: readFileSync(ocr!, 'utf8') }])

const grid: ChannelOptions[] = [
  {},
  { characterDiscount: 0.3 },
  { characterDiscount: 0.8 },
  { unitDiscount: 0.6 },
  { unitDiscount: 0.95 },
  { guessShare: 0.01 },
  { guessShare: 0.05 },
  { guessShare: 0.2 },
]
for (const engine of ['eng', 'vie']) {
  const part = (keep: (index: number) => boolean) =>
    pages.filter((_, i) => keep(i)).map((page) => ({ truth: page.truth!, observed: page[engine]! }))
  const profile = trainChannel(
    part((i) => i % 10 !== 9),
    { name: engine },
  )
  const held = wordPairs(part((i) => i % 10 === 9))
  const vocabulary = [
    ...new Set([...held.keys(), ...scanPairs.keys()].map((pair) => canonical(pair.split(' ')[0]!))),
  ]
  for (const options of grid) {
    const channel = new Channel(profile, vocabulary, options)
    const mean = (pairs: ReadonlyMap<string, number>) => {
      let sum = 0
      let words = 0
      for (const [pair, count] of pairs) {
        const [printed, read] = pair.split(' ')
        sum += count * Math.max(channel.logProbability(read!, printed!), -30)
        words += count
      }
      return (sum / words).toFixed(4)
    }
    console.log(
      `${engine}\t${JSON.stringify(options)}\theld out ${mean(held)}\tscan ${engine === 'eng' ? mean(scanPairs) : '–'}`,
    )
  }
}
