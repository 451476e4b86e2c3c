/**
 * How fast documents are parsed, and that the time grows with the length and not faster: documents one by one, then
 * one document whose body comes again and again, up to 10 MB. Processor time of this process, so that others on the machine do not
 * count; the best of several passes.
 *
 * tsx bench/parse.ts [--passes N] [--max MB] [--out FILE] [FILE…]
 * node --cpu-prof --import tsx bench/parse.ts     writes a profile
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parsePlan } from '../src/plan/parse.ts'
import { FIXTURES, PARSE_REPORT_FILE } from './files.ts'
import { formatTable } from './table.ts'

/** Parsed at least this often and long before anything is timed: the compiler of the engine needs that. */
const WARM_UP_MS = 1_000

/** Lengths of the texts that show how time grows, in bytes. */
const SIZES = [1e5, 3e5, 1e6, 3e6, 1e7]

const DOCUMENTS = ['le-thanh-nghi/plan.txt', 'ha-noi/plan.txt', 'nam-sach/repaired.txt']

/** How a set of texts was parsed. */
export interface ParseTiming {
  readonly bytes: number
  readonly characters: number
  /** Processor milliseconds for all of them. */
  readonly ms: number
  /** Megabytes of UTF-8 a second. */
  readonly megabytesPerSecond: number
}

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

const byteLength = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)

/** The best of some passes over texts. */
function time(texts: readonly string[], passes: number): ParseTiming {
  let best = Number.POSITIVE_INFINITY
  for (let pass = 0; pass < passes; pass++) {
    const start = cpuMs()
    for (const text of texts) parsePlan(text)
    best = Math.min(best, cpuMs() - start)
  }
  const bytes = byteLength(texts)
  const characters = texts.reduce((sum, text) => sum + text.length, 0)
  return { bytes, characters, ms: best, megabytesPerSecond: bytes / 1e3 / best }
}

/** Times a short document is parsed in one pass, so that the clock can tell. */
const REPEATS = 3

/** Each document by itself, many short passes: on a busy machine some of them are left in peace. */
function timeEach(documents: readonly string[], passes: number): ParseTiming {
  let ms = 0
  for (const text of documents) {
    ms += time(Array<string>(REPEATS).fill(text), passes * 10).ms / REPEATS
  }
  const bytes = byteLength(documents)
  const characters = documents.reduce((sum, text) => sum + text.length, 0)
  return { bytes, characters, ms, megabytesPerSecond: bytes / 1e3 / ms }
}

/** One document of so many bytes: its sections come again and again, in one head and foot. */
function lengthen(document: string, bytes: number): string {
  const { sections } = parsePlan(document)
  const start = sections[0]!.span[0]
  const end = sections.at(-1)!.span[1]
  const body = `${document.slice(start, end)}\n`
  const times = Math.ceil((bytes - Buffer.byteLength(document)) / Buffer.byteLength(body)) + 1
  return document.slice(0, start) + body.repeat(Math.max(1, times)) + document.slice(end)
}

/** What `bench/run.ts` shows: documents one by one, and the growth from the shortest to the longest text. */
export function measureParse(
  documents: readonly string[],
  passes = 5,
  sizes: readonly number[] = SIZES,
): { readonly documents: ParseTiming; readonly lengths: readonly ParseTiming[] } {
  const start = cpuMs()
  while (cpuMs() - start < WARM_UP_MS) for (const text of documents) parsePlan(text)
  return {
    documents: timeEach(documents, passes),
    lengths: sizes.map((size) => time([lengthen(documents[0]!, size)], passes)),
  }
}

/** The documents of the fixtures. */
export const loadDocuments = (
  files: readonly string[] = DOCUMENTS.map((file) => FIXTURES + file),
): string[] => files.map((file) => readFileSync(file, 'utf8'))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      passes: { type: 'string', default: '5' },
      max: { type: 'string', default: '10' },
      out: { type: 'string', default: PARSE_REPORT_FILE },
    },
  })
  const documents = positionals.length > 0 ? loadDocuments(positionals) : loadDocuments()
  const sizes = SIZES.filter((size) => size <= Number(values.max) * 1e6)
  const measured = measureParse(documents, Number(values.passes), sizes)
  const row = (name: string, { bytes, ms, megabytesPerSecond }: ParseTiming): string[] => [
    name,
    `${(bytes / 1e6).toFixed(2)} MB`,
    ms.toFixed(1),
    megabytesPerSecond.toFixed(1),
  ]
  console.log(
    formatTable(
      ['parse', 'size', 'ms', 'MB/s'],
      [
        row(`${documents.length} documents, one by one`, measured.documents),
        ...measured.lengths.map((timing) => row('one long document', timing)),
      ],
    ),
  )
  console.log(
    `\n${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}; processor time, best of ${values.passes}`,
  )
  mkdirSync(dirname(values.out), { recursive: true })
  writeFileSync(values.out, `${JSON.stringify({ schemaVersion: 1, ...measured }, null, 2)}\n`)
}
