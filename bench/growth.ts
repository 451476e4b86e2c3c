/**
 * Whether restoration grows with its text and no faster: 1 KB to 100 MB of official text, each size in a process of its own.
 * Without a corpus the plans of `fixtures/` are repeated, which flatters: repeated text is found in every cache.
 *
 * npx tsx bench/growth.ts [--corpus DIR]   (a number of bytes as first argument: measure that size, print JSON)
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { brotliDecompressSync } from 'node:zlib'
import { loadModel, restore, stripMarks } from '../src/node.ts'
import { FIXTURES, ROOT } from './files.ts'
import { formatTable, megabytes, rate } from './table.ts'

const SIZES = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8]
/** Small texts are restored many times, until so many bytes are done. */
const BYTES_MIN = 2e6
/** More memory than the engine gives by itself, for texts of 100 MB. */
const HEAP_MB = 8000

interface Growth {
  readonly bytes: number
  readonly syllables: number
  readonly seconds: number
  readonly wallSeconds: number
  readonly peakMemory: number
}

const { values: options, positionals } = parseArgs({
  options: { corpus: { type: 'string' } },
  allowPositionals: true,
})

/** Bare text of at least so many UTF-16 units, cut to them. */
function readText(units: number): string {
  const parts: string[] = []
  let length = 0
  const push = (text: string): void => {
    // Bare text is as long as marked text, which is NFC.
    const part = stripMarks(text.slice(0, units - length))
    parts.push(part)
    length += part.length
  }
  if (options.corpus !== undefined) {
    for (const name of readdirSync(options.corpus).sort()) {
      if (length >= units || !/^official-.*\.txt\.br$/.test(name)) continue
      push(brotliDecompressSync(readFileSync(join(options.corpus, name))).toString('utf8'))
    }
  }
  const plans = ['ha-noi/plan.txt', 'le-thanh-nghi/plan.txt'].map((file) =>
    readFileSync(join(FIXTURES, file), 'utf8'),
  )
  for (let i = 0; length < units; i++) push(plans[i % plans.length]!)
  return parts.join('')
}

async function measure(bytes: number): Promise<Growth> {
  const model = await loadModel()
  const warm = readText(BYTES_MIN)
  for (let from = 0; from < warm.length; from += 1e4) restore(warm.slice(from, from + 1e4), { model }).text
  const text = readText(bytes)
  const passes = Math.max(1, Math.floor(BYTES_MIN / bytes))
  let syllables = 0
  for (const _ of text.matchAll(/\p{L}+/gu)) syllables++
  const before = process.cpuUsage()
  const start = performance.now()
  for (let pass = 0; pass < passes; pass++) restore(text, { model }).text
  const { user, system } = process.cpuUsage(before)
  return {
    bytes: text.length,
    syllables,
    seconds: (user + system) / 1e6 / passes,
    wallSeconds: (performance.now() - start) / 1e3 / passes,
    peakMemory: process.resourceUsage().maxRSS * 1024,
  }
}

if (positionals[0] !== undefined) {
  console.log(JSON.stringify(await measure(Number(positionals[0]))))
} else {
  const rows = SIZES.map((size) => {
    console.error(`${size} …`)
    const own = [
      `--max-old-space-size=${HEAP_MB}`,
      '--import',
      'tsx',
      fileURLToPath(import.meta.url),
      `${size}`,
    ]
    const args = options.corpus === undefined ? own : [...own, '--corpus', options.corpus]
    const out = execFileSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
    const { bytes, syllables, seconds, wallSeconds, peakMemory } = JSON.parse(out.toString('utf8')) as Growth
    return [
      rate(bytes),
      rate(syllables),
      seconds < 0.1 ? `${(1e3 * seconds).toFixed(2)} ms` : `${seconds.toFixed(2)} s`,
      rate(syllables / seconds),
      rate(syllables / wallSeconds),
      megabytes(peakMemory),
    ]
  })
  const head = ['characters', 'syllables', 'processor time', 'syllables/s', 'by the clock', 'peak memory']
  console.log(formatTable(head, rows))
}
