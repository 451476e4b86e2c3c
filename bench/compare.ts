/**
 * Restoration beside everything else that can be installed for it: accuracy, speed, size, memory, in one run on the same text.
 * Each in a process of its own. Speed is of processor time, warmed up on the press and the plans, measured on one
 * pass over the official documents, which the engine has not met; slow engines get as many documents as they can do in some seconds.
 *
 * npx tsx bench/compare.ts [--eval DIR] [--svg FILE]   (a name as first argument: measure that one, print JSON)
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { stripMarks } from '../src/index.ts'
import { measureRestore } from './accuracy.ts'
import { type ComparedEngine, drawComparison } from './draw-comparison.ts'
import { EVAL_DEFAULT, ROOT } from './files.ts'
import { PEERS, type Peer } from './peers.ts'
import { loadSets } from './sets.ts'
import { formatTable, megabytes, percent, rate } from './table.ts'

/** Seconds after which no further document is begun. */
const PATIENCE = 15
const WARM_PASSES = 10
/** Processes of each engine; the fastest counts. */
const ROUNDS = 2
const COMPARISON_FILE = fileURLToPath(new URL('comparison.svg', import.meta.url))

const { values: options, positionals } = parseArgs({
  options: {
    eval: { type: 'string', default: EVAL_DEFAULT },
    svg: { type: 'string', default: COMPARISON_FILE },
  },
  allowPositionals: true,
})

/** Processor time of this process; the clock on the wall where the work is done by another. */
const seconds = (isCommand: boolean): number => {
  if (isCommand) return performance.now() / 1e3
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const resident = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().rss
}

/** What an engine makes of the first documents, as many as it can do in the patience given. */
function restoreSome(
  texts: readonly string[],
  peer: Peer,
): { documents: readonly string[]; restored: readonly string[]; seconds: number } {
  const stripped = texts.map(stripMarks)
  const restored: string[] = []
  const started = performance.now()
  const from = seconds(peer.isCommand)
  while (restored.length < texts.length && performance.now() - started < 1e3 * PATIENCE)
    restored.push(peer.restore(stripped[restored.length]!))
  return {
    documents: texts.slice(0, restored.length),
    restored,
    seconds: seconds(peer.isCommand) - from,
  }
}

const right = ({ documents, restored }: { documents: readonly string[]; restored: readonly string[] }) => {
  let index = 0
  return measureRestore(documents, () => restored[index++]!)
}

async function measure(name: string): Promise<ComparedEngine> {
  const sets = loadSets(options.eval)
  const [official, press] = Object.values(sets.texts) as [readonly string[], readonly string[]]
  const before = resident()
  const start = performance.now()
  const peer = await PEERS[name]!()!()
  const loadMs = performance.now() - start
  const memory = resident() - before
  const warm = restoreSome(press, peer)
  // Codes and abbreviations are met in plans; what is made once for them is no part of the measurement.
  if (!peer.isCommand)
    restoreSome(Array.from({ length: WARM_PASSES }, () => sets.texts.plans ?? []).flat(), peer)
  const measured = restoreSome(official, peer)
  const { syllables, accuracy } = right(measured)
  return {
    name,
    official: accuracy,
    press: right(warm).accuracy,
    syllablesPerSecond: syllables / measured.seconds,
    documents: measured.documents.length,
    bytes: peer.bytes,
    memory,
    loadMs,
  }
}

if (positionals[0] !== undefined) {
  console.log(JSON.stringify(await measure(positionals[0])))
} else {
  const engines: ComparedEngine[] = []
  for (const [name, find] of Object.entries(PEERS)) {
    if (find() === null) {
      console.error(`${name}: not installed, left out`)
      continue
    }
    console.error(`${name} …`)
    const args = [
      '--expose-gc',
      '--import',
      'tsx',
      fileURLToPath(import.meta.url),
      name,
      '--eval',
      resolve(options.eval),
    ]
    const rounds = Array.from({ length: ROUNDS }, () => {
      const out = execFileSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
      return JSON.parse(out.toString('utf8')) as ComparedEngine
    })
    engines.push(rounds.reduce((a, b) => (a.syllablesPerSecond >= b.syllablesPerSecond ? a : b)))
  }
  const rows = engines.map((one) => [
    one.name,
    percent(one.official),
    percent(one.press),
    rate(one.syllablesPerSecond),
    `${one.documents}`,
    megabytes(one.bytes),
    megabytes(one.memory),
    one.loadMs.toFixed(0),
  ])
  console.log(
    formatTable(
      ['restores', 'official', 'press', 'syllables/s', 'documents', 'data', 'memory', 'load, ms'],
      rows,
    ),
  )
  writeFileSync(options.svg, drawComparison(engines))
}
