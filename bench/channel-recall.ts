/**
 * Does the channel offer the right syllable? For words aligned one to one with their truth: recall of the printed
 * form among the first 1, 8 and 24 candidates, candidates per word, time per distinct chunk not seen before.
 *
 * npx tsx bench/channel-recall.ts PAIRS.jsonl|OCR.txt:TRUTH.txt … --prior CORPUS.txt.br … [--misses N]
 *
 * A .jsonl file holds pages {truth, eng, vie}. The prior is a plain syllable count of the corpus files.
 */
import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { Channel } from '../src/channel/candidates.ts'
import { readProfile } from '../src/channel/profile.ts'
import { casesOf } from '../src/channel/units.ts'
import { isLegalSyllable } from '../src/syllable/split.ts'
import { canonical } from '../src/syllable/tone.ts'
import { alignPages } from '../src/training/align-pages.ts'
import { normalise } from '../src/unicode/normalise.ts'

const args = process.argv.slice(2)
const priorAt = args.indexOf('--prior')
const missesAt = args.indexOf('--misses')
const misses = missesAt >= 0 ? Number(args[missesAt + 1]) : 0
const sets = args.slice(0, Math.min(...[priorAt, missesAt, args.length].filter((at) => at >= 0)))
const corpora = args.slice(priorAt + 1, missesAt > priorAt ? missesAt : args.length)
const profiles = Object.fromEntries(
  ['eng', 'vie'].map((name) => [
    name,
    readProfile(readFileSync(new URL(`../dictionaries/channel-${name}.tsv`, import.meta.url), 'utf8')),
  ]),
)

/** Syllables of the corpus with ln of their share. */
function countPrior(files: readonly string[]): { syllables: string[]; logPrior: Float32Array } {
  const counts = new Map<string, number>()
  let total = 0
  for (const file of files) {
    const raw = readFileSync(file)
    const text = (file.endsWith('.br') ? brotliDecompressSync(raw) : raw).toString('utf8')
    for (const word of normalise(text).match(/\p{L}+/gu) ?? []) {
      if (word.length > 7 || !isLegalSyllable(word)) continue
      const key = canonical(word)
      counts.set(key, (counts.get(key) ?? 0) + 1)
      total++
    }
  }
  const syllables = [...counts.keys()]
  return { syllables, logPrior: Float32Array.from(syllables, (s) => Math.log(counts.get(s)! / total)) }
}

interface Pair {
  readonly truth: string
  readonly observed: string
}

function wordPairs(pages: readonly Pair[]): { pairs: Pair[]; lost: number; joined: number } {
  const pairs: Pair[] = []
  let lost = 0
  let joined = 0
  for (const page of pages) {
    for (const piece of alignPages(normalise(page.truth), normalise(page.observed))) {
      if (piece.observed.length === 0) lost += piece.truth.length
      else if (piece.truth.length !== 1 || piece.observed.length !== 1) joined += piece.truth.length
      else {
        const word = piece.truth[0]!.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
        if (casesOf(word) !== 0 && isLegalSyllable(word))
          pairs.push({ truth: word, observed: piece.observed[0]! })
      }
    }
  }
  return { pairs, lost, joined }
}

function measure(
  label: string,
  engine: string,
  pages: readonly Pair[],
  prior: ReturnType<typeof countPrior>,
): void {
  const { pairs, lost, joined } = wordPairs(pages)
  const make = () => new Channel(profiles[engine]!, prior.syllables, { logPrior: prior.logPrior })
  const distinct = [...new Set(pairs.map((pair) => pair.observed))]
  // A first channel warms the compiler up; the one that is timed starts with empty caches.
  microsPerChunk(make(), distinct)
  const channel = make()
  const micros = microsPerChunk(channel, distinct)
  const microsCached = microsPerChunk(channel, distinct)

  const cuts = [1, 8, 24]
  const hits = [0, 0, 0]
  const hitsCaseless = [0, 0, 0]
  const missed = new Map<string, number>()
  let offered = 0
  let unknown = 0
  let logLikelihood = 0
  const known = new Set(prior.syllables)
  for (const { truth, observed } of pairs) {
    const found = channel.candidates(observed)
    offered += found.length
    const wanted = canonical(truth)
    if (!known.has(wanted)) unknown++
    const cased = found.findIndex((c) => c.printed.normalize('NFC') === like(wanted, truth))
    const caseless = found.findIndex((c) => channel.syllables[c.syllable] === wanted)
    cuts.forEach((cut, i) => {
      if (cased >= 0 && cased < cut) hits[i]!++
      if (caseless >= 0 && caseless < cut) hitsCaseless[i]!++
    })
    logLikelihood += cased >= 0 ? Math.max(found[cased]!.logProbability, -25) : -25
    if (cased < 0) missed.set(`${truth}→${observed}`, (missed.get(`${truth}→${observed}`) ?? 0) + 1)
  }
  const share = (n: number) => `${((100 * n) / pairs.length).toFixed(2)} %`
  console.log(
    `${label}\twords ${pairs.length} (lost ${lost}, joined or split ${joined}, not in vocabulary ${unknown})\n` +
      `  as printed @1 @8 @24: ${hits.map(share).join('  ')}   any case: ${hitsCaseless.map(share).join('  ')}\n` +
      `  candidates ${(offered / pairs.length).toFixed(1)}  ln P ${(logLikelihood / pairs.length).toFixed(3)}` +
      `  new chunk ${micros.toFixed(1)} µs, parts cached ${microsCached.toFixed(1)} µs (${distinct.length} distinct)`,
  )
  if (misses > 0) {
    console.log(
      `  missed: ${[...missed]
        .slice(0, misses)
        .map(([pair, n]) => (n > 1 ? `${pair} ×${n}` : pair))
        .join('  ')}`,
    )
  }
}

/** Processor time, so that a busy machine does not count. */
function microsPerChunk(channel: Channel, chunks: readonly string[]): number {
  const start = process.cpuUsage()
  for (const chunk of chunks) channel.candidates(chunk)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / chunks.length
}

function like(lower: string, truth: string): string {
  if (truth === truth.toLowerCase()) return lower
  return truth === truth.toUpperCase() ? lower.toUpperCase() : lower.charAt(0).toUpperCase() + lower.slice(1)
}

const prior = countPrior(corpora)
console.log(`vocabulary ${prior.syllables.length} syllables`)
for (const set of sets) {
  if (set.endsWith('.jsonl')) {
    const pages = readFileSync(set, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>)
    for (const engine of ['eng', 'vie']) {
      measure(
        `${set} ${engine}`,
        engine,
        pages.map((p) => ({ truth: p.truth!, observed: p[engine]! })),
        prior,
      )
    }
  } else {
    const [ocr, truth] = set.split(':')
    measure(
      set,
      'eng',
      [{ truth: readFileSync(truth!, 'utf8'), observed: readFileSync(ocr!, 'utf8') }],
      prior,
    )
  }
}
