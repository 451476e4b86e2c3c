// One job against two, on texts of pages and on short ones: how much faster a run is over, and what it costs.

import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { stripMarks } from '../src/unicode/strip-marks.ts'
import { makeDocuments } from './batch-files.ts'
import { PROGRAM, vanban, workFolder } from './batch-program.ts'

/** Characters on a page of an official document, as the fixtures have them. */
const PAGE = 2_400
const PAGES_MAX = 5
const PASSES = 3

/** What is measured: 2,000 documents of one to five pages, or 3,400 of half a page. */
export type Workload = 'pages' | 'short'

/** The head of a corpus: as many characters as are wanted, a share from each file of official documents. */
function readCorpus(folder: string, wanted: number): string {
  const names = readdirSync(folder).filter((name) => /^official-.*admin\.txt\.br$/.test(name))
  const parts = names.map((name) =>
    brotliDecompressSync(readFileSync(join(folder, name)))
      .toString('utf8')
      .slice(0, Math.ceil(wanted / names.length)),
  )
  return parts.join('\n')
}

/** Documents of one to five pages, every other one without marks. Without a corpus, the fixtures over and over. */
export function makePages(folder: string, count: number, corpus: string | undefined): number {
  const size = (i: number): number => (1 + (i % PAGES_MAX)) * PAGE
  const total = Array.from({ length: count }, (_, i) => size(i)).reduce((sum, one) => sum + one, 0)
  const text =
    corpus === undefined
      ? ['own/official.txt', 'nam-sach/ocr.txt', 'le-thanh-nghi/plan.txt']
          .map((name) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8'))
          .join('\n')
      : readCorpus(corpus, total)
  let at = 0
  let bytes = 0
  for (let i = 0; i < count; i++) {
    if (at + size(i) > text.length) at = 0
    const own = text.slice(at, at + size(i))
    at += size(i)
    const path = join(folder, String(i % 20), `${i}.txt`)
    const content = Buffer.from(`${i % 2 === 0 ? own : stripMarks(own)}\n`)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    bytes += content.length
  }
  return bytes
}

/** Processor time of the program and its workers, in seconds: a shell adds it up. */
function processorTime(argv: readonly string[]): Promise<number> {
  const child = spawn('bash', ['-c', '"$@"; times', 'bash', process.execPath, PROGRAM, ...argv], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let out = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  return new Promise((resolve) => {
    child.on('close', () => {
      const last = out.trim().split('\n').at(-1) ?? ''
      const parts = [...last.matchAll(/(\d+)m([\d.]+)s/g)].map(([, m, s]) => 60 * Number(m) + Number(s))
      resolve(parts.reduce((sum, part) => sum + part, 0))
    })
  })
}

const list = (values: readonly number[]): string => values.map((value) => value.toFixed(2)).join(', ')

/** One job against two, as a line. */
export async function speedUp(kind: Workload, scale: number, corpus?: string): Promise<string> {
  const work = workFolder()
  try {
    const input = join(work, 'in')
    const count = Math.round((kind === 'pages' ? 2_000 : 3_400) * scale)
    let what = `${count} texts of half a page`
    if (kind === 'short') makeDocuments(input, count, true)
    else {
      const bytes = makePages(input, count, corpus)
      what = `${count} texts of 1 to ${PAGES_MAX} pages, ${(bytes / 1e6).toFixed(1)} MB`
    }
    const measure = async <T>(jobs: number, how: (argv: readonly string[]) => Promise<T>): Promise<T> => {
      const out = join(work, `out-${jobs}-${performance.now()}`)
      const measured = await how(['repair', input, '-o', out, '-j', `${jobs}`, '-q'])
      rmSync(out, { recursive: true })
      return measured
    }
    const ones: number[] = []
    const twos: number[] = []
    for (let pass = 0; pass < PASSES; pass++) {
      ones.push((await measure(1, vanban)).seconds)
      twos.push((await measure(2, vanban)).seconds)
    }
    const [one, two] = [await measure(1, processorTime), await measure(2, processorTime)]
    return (
      `speed-up: ${what}: one job ${list(ones)} s, two ${list(twos)} s, of the best ` +
      `${(Math.min(...ones) / Math.min(...twos)).toFixed(2)} times as fast on ${availableParallelism()} processors; ` +
      `processor time ${one.toFixed(1)} s and ${two.toFixed(1)} s, so ${((2 * one) / two).toFixed(2)} times on two idle ones`
    )
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
