/**
 * The bench: accuracy, speed, memory and size in one table and one JSON file, beside a plain unigram restorer and an
 * unpruned model of our own (bench/reference.ts), all measured in the same run.
 *
 * npm run bench -- [--eval DIR] [--out FILE] [--passes N] [--check] [--instructions] [--update-baseline]
 *
 * --instructions counts with valgrind what restoration executes for a syllable: takes minutes, and is exact on a busy machine.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { RestoreQuality } from './accuracy.ts'
import {
  type CleanQuality,
  measureClean,
  measureRepair,
  measureRestore,
  type RepairQuality,
} from './accuracy.ts'
import { type Engine, loadEngines } from './engines.ts'
import { BASELINE_FILE, EVAL_DEFAULT, REPORT_FILE, ROOT } from './files.ts'
import { countInstructions, hasValgrind } from './instructions.ts'
import { buildPackage, measureFreshProcess, packageSize } from './package.ts'
import { loadDocuments, measureParse } from './parse.ts'
import { findRegressions, type Ratio, toBaseline } from './ratios.ts'
import { loadSets } from './sets.ts'
import { measureSpeed } from './speed.ts'
import { formatTable, megabytes, percent, rate, times } from './table.ts'

const FRESH_PROCESSES = 5
/** Valgrind is some fifty times slower than the processor. */
const COUNTED_CHARACTERS = 3000

const { values: options } = parseArgs({
  options: {
    eval: { type: 'string', default: EVAL_DEFAULT },
    out: { type: 'string', default: REPORT_FILE },
    passes: { type: 'string', default: '5' },
    check: { type: 'boolean', default: false },
    instructions: { type: 'boolean', default: false },
    'update-baseline': { type: 'boolean', default: false },
  },
})

/** By engine. */
type PerEngine<T> = Partial<Record<Engine['name'], T>>

const say = (message: string): void => console.error(message)
const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] })
    .toString('utf8')
    .trim()

/** Commit of the sources, marked when they were changed since; empty without git. */
function commit(): string {
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', 'src') === '' ? '' : '+')
  } catch {
    return ''
  }
}

const sets = loadSets(options.eval)
if (sets.data === 'fixtures') {
  say(`No development sets in ${options.eval}: measuring on the fixtures, which are few and small.`)
}
const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  node: process.version,
  commit: commit(),
  loadBefore: loadavg()[0]!,
}
const size = packageSize()
buildPackage()
say('memory and load time …')
const fresh = measureFreshProcess(FRESH_PROCESSES)
const engines = await loadEngines()
const unpruned = engines.some(({ name }) => name === 'unpruned')
if (!unpruned) say('The unpruned reference is not built (bench/reference.ts): its column stays empty.')

say('accuracy …')
const restored: Record<string, PerEngine<RestoreQuality>> = {}
const repaired: Record<string, PerEngine<RepairQuality>> = {}
const clean: Record<string, CleanQuality> = {}
for (const { name, restore, model } of engines) {
  for (const [set, texts] of Object.entries(sets.texts)) {
    restored[set] = { ...restored[set], [name]: measureRestore(texts, restore) }
    if (model !== null && name === 'vanban') clean[set] = measureClean(texts, model)
  }
  if (model === null) continue
  for (const [set, pages] of Object.entries(sets.pages)) {
    repaired[set] = { ...repaired[set], [name]: measureRepair(pages, model) }
  }
}
say('speed …')
const speed = measureSpeed(engines, resolve(options.eval), Number(options.passes))

const rows: string[][] = []
const ratios: Ratio[] = []

/** A row with a figure for each engine, and vanban's as a multiple of the others'. */
function addRow(
  label: string,
  show: (value: number) => string,
  figures: PerEngine<number>,
  better: Ratio['better'],
  compared: (value: number) => number = (value) => value,
): void {
  const own = figures.vanban!
  const cells = [label, show(own)]
  for (const name of ['unigram', 'unpruned'] as const) {
    const other = figures[name]
    if (other === undefined) {
      cells.push(name === 'unpruned' && !unpruned ? 'not built' : '–', '')
      continue
    }
    const value = compared(own) / compared(other)
    cells.push(show(other), times(value))
    ratios.push({ name: `${label}, against ${name}`, value, better })
  }
  rows.push(cells)
}

const pick = <T>(of: PerEngine<T>, get: (value: T) => number): PerEngine<number> =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, get(value as T)]))

const speedOf = (task: string): PerEngine<number> =>
  Object.fromEntries(
    engines.flatMap(({ name }) => {
      const timing = speed.get(`${task} ${name}`)
      return timing === undefined ? [] : [[name, timing.perSecond]]
    }),
  )

for (const [set, quality] of Object.entries(restored)) {
  // Accuracies are shown, errors compared: 99.2 against 99.1 is an eighth fewer.
  addRow(
    `restore ${set}: syllables right`,
    percent,
    pick(quality, (q) => q.accuracy),
    'lower',
    (v) => 1 - v,
  )
}
for (const set of Object.keys(restored)) {
  addRow(`restore ${set}: syllables/s`, rate, speedOf(`restore ${set}`), 'higher')
}
for (const [set, quality] of Object.entries(repaired)) {
  const own = quality.vanban!
  const label = `repair ${set}: wrong words`
  addRow(
    `${label}, ${percent(own.werBefore)} before`,
    percent,
    pick(quality, (q) => q.wer),
    'lower',
  )
  ratios.push({ name: `${label}, against before`, value: own.wer / own.werBefore, better: 'lower' })
  rows.push([`repair ${set}: wrong characters, ${percent(own.cerBefore)} before`, percent(own.cer)])
  rows.push([`repair ${set}: right words made wrong`, `${percent(own.harmRate)} (${own.harmed})`])
  ratios.push({ name: `repair ${set}: right words made wrong`, value: own.harmRate, better: 'lower' })
}
for (const [set, quality] of Object.entries(clean)) {
  const label = `repair clean ${set}: words made wrong`
  rows.push([label, `${percent(quality.rate, 3)} (${quality.altered} of ${quality.words})`])
  ratios.push({ name: label, value: quality.rate, better: 'lower' })
  rows.push([`repair clean ${set}: documents altered`, `${quality.documentsAltered} of ${quality.documents}`])
}
const first = Object.keys(sets.texts)[0]!
// Not against our own restoration: a gain there would look like a loss here.
const yardstick = speed.get(`restore ${first} unigram`)!.perSecond
for (const set of [...Object.keys(sets.pages), `nearly clean ${first}`]) {
  addRow(`repair ${set}: words/s`, rate, speedOf(`repair ${set}`), 'higher')
  const { perSecond } = speed.get(`repair ${set} vanban`)!
  const name = `repair ${set}: words/s, against unigram restore ${first}`
  ratios.push({ name, value: perSecond / yardstick, better: 'higher' })
  const unseen = speed.get(`repair ${set} unseen`)
  if (unseen !== undefined) rows.push([`repair ${set}: words/s, caches empty`, rate(unseen.perSecond)])
}
say('parsing …')
const parsed = measureParse(loadDocuments(), 4, [1e6])
rows.push(
  [
    'parse: MB/s, the plans / a document of 1 MB',
    `${parsed.documents.megabytesPerSecond.toFixed(1)} / ${parsed.lengths[0]!.megabytesPerSecond.toFixed(1)}`,
  ],
  ['model: load, ms', fresh.loadMs.toFixed(0)],
  [
    'model: load to first word, ms (of processor time)',
    `${fresh.firstWordMs.toFixed(0)} (${fresh.firstWordProcessorMs.toFixed(0)})`,
  ],
  ['model: first 1,000 characters restored, ms', fresh.firstRestoreMs.toFixed(0)],
  ['model: first 1,000 characters repaired, ms', fresh.firstRepairMs.toFixed(0)],
  [
    'memory: resident, loaded / after work',
    `${fresh.loadedRssMb.toFixed(0)} / ${fresh.workedRssMb.toFixed(0)} MB`,
  ],
  [
    'memory: heap and buffers, loaded / after work',
    `${fresh.loadedHeldMb.toFixed(0)} / ${fresh.workedHeldMb.toFixed(0)} MB`,
  ],
  ['size: model', megabytes(size.model)],
  ['size: package, packed / unpacked', `${megabytes(size.packed)} / ${megabytes(size.unpacked)}`],
)
ratios.push({
  name: 'memory held, against size of the model',
  value: (fresh.loadedHeldMb * 1e6) / size.model,
  better: 'lower',
})

if (options.instructions) {
  if (!hasValgrind()) throw new Error('valgrind is not installed: apt-get install valgrind.')
  say('instructions …')
  const value = countInstructions(sets.texts.plans![0]!.slice(0, COUNTED_CHARACTERS))
  const name = 'restore plans: instructions a syllable'
  rows.push([name, rate(value)])
  ratios.push({ name, value, better: 'lower' })
}

console.log(formatTable(['figure', 'vanban', 'unigram', '', 'unpruned', ''], rows))
console.log(
  `\n${machine.processor}, ${machine.cores} cores, Node ${machine.node}, commit ${machine.commit || 'unknown'}; load ${machine.loadBefore.toFixed(1)} before, ${loadavg()[0]!.toFixed(1)} after; ${options.passes} passes in each of three processes, medians`,
)

mkdirSync(dirname(options.out), { recursive: true })
const report = { schemaVersion: 1, data: sets.data, machine, size, fresh, restored, repaired, clean, parsed }
const timings = Object.fromEntries(speed)
writeFileSync(options.out, `${JSON.stringify({ ...report, timings, ratios: toBaseline(ratios) }, null, 2)}\n`)

type Baselines = Partial<Record<typeof sets.data, Record<string, number>>>
const baselines = existsSync(BASELINE_FILE)
  ? (JSON.parse(readFileSync(BASELINE_FILE, 'utf8')) as Baselines)
  : {}
if (options['update-baseline']) {
  const updated = { ...baselines, [sets.data]: toBaseline(ratios) }
  writeFileSync(BASELINE_FILE, `${JSON.stringify(updated, null, 2)}\n`)
}
if (options.check) {
  const regressions = findRegressions(ratios, baselines[sets.data] ?? {})
  for (const regression of regressions) say(regression)
  if (regressions.length > 0) process.exitCode = 1
  else say(`No ratio is worse than ${sets.data} in ${BASELINE_FILE} allows.`)
}
