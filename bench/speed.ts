/**
 * Throughput of restoration and repair. Each engine and kind of work runs in a process of its own, as with a user who
 * does one of the two: V8 compiles the search for what it meets, and in a process that does both it is a third slower. The
 * processes take turns, so that whatever else the machine does meanwhile slows all of them alike and the ratios hold.
 *
 * Also the program of these processes: npx tsx bench/speed.ts ENGINE restore|repair DIR PASSES prints samples as JSON.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Model, repair, stripMarks } from '../src/index.ts'
import { comparableWords } from '../src/metrics/comparable.ts'
import { syllableAccuracy } from '../src/metrics/syllable-accuracy.ts'
import { type Engine, loadEngines, withEmptyCaches } from './engines.ts'
import { ROOT } from './files.ts'
import { type BenchSets, loadSets } from './sets.ts'
import { type Samples, summarise, type Task, type Timing, timeTasks } from './timing.ts'

type Work = 'restore' | 'repair'

/** In nearly clean text one word in so many has lost its marks. */
const DAMAGE_EVERY = 100
const WARM_UP_PASSES = 4
/** Processes of each engine and kind of work. */
const ROUNDS = 3

const countSyllables = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + syllableAccuracy(text, text).syllables, 0)

const countWords = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + comparableWords(text).length, 0)

/** The text with every hundredth word bare. */
function nearlyClean(text: string): string {
  let word = 0
  return text.replace(/\S+/g, (chunk) => (++word % DAMAGE_EVERY === 0 ? stripMarks(chunk) : chunk))
}

const repairAll = (texts: readonly string[], model: Model): void => {
  for (const text of texts) repair(text, { model })
}

function restoreTasks({ name, restore }: Engine, sets: BenchSets): Task[] {
  return Object.entries(sets.texts).map(([set, texts]) => {
    const stripped = texts.map(stripMarks)
    const pass = (): void => {
      for (const text of stripped) restore(text)
    }
    return { name: `restore ${set} ${name}`, units: countSyllables(texts), pass }
  })
}

function repairTasks(name: string, model: Model, sets: BenchSets): Task[] {
  const tasks: Task[] = []
  for (const [set, pages] of Object.entries(sets.pages)) {
    const texts = pages.map(({ ocr }) => ocr)
    const units = countWords(texts)
    tasks.push({ name: `repair ${set} ${name}`, units, pass: () => repairAll(texts, model) })
    if (name !== 'vanban') continue
    let fresh = model
    const prepare = (): void => {
      fresh = withEmptyCaches(model)
      // Tables of the channel are made once for any number of pages: not part of the pass.
      repair(texts[0]!.slice(0, 200), { model: fresh })
    }
    tasks.push({ name: `repair ${set} unseen`, units, prepare, pass: () => repairAll(texts, fresh) })
  }
  const [set, texts] = Object.entries(sets.texts)[0]!
  const damaged = texts.map(nearlyClean)
  const units = countWords(damaged)
  tasks.push({ name: `repair nearly clean ${set} ${name}`, units, pass: () => repairAll(damaged, model) })
  return tasks
}

/** Times every engine that can on every set; keys are `restore admin vanban`, `repair eng pages unseen`. */
export function measureSpeed(
  engines: readonly Engine[],
  evalFolder: string,
  passes: number,
): Map<string, Timing> {
  const samples: Samples[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const work of ['restore', 'repair'] as const satisfies Work[]) {
      for (const { name, model } of engines) {
        if (work === 'repair' && model === null) continue
        const args = [fileURLToPath(import.meta.url), name, work, evalFolder, `${passes}`]
        const out = execFileSync(process.execPath, ['--import', 'tsx', ...args], { cwd: ROOT })
        samples.push(...(JSON.parse(out.toString('utf8')) as Samples[]))
      }
    }
  }
  return summarise(samples)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name, work, folder, passes] = process.argv.slice(2)
  const engine = (await loadEngines()).find((one) => one.name === name)!
  const sets = loadSets(folder!)
  const tasks = work === 'repair' ? repairTasks(name!, engine.model!, sets) : restoreTasks(engine, sets)
  console.log(JSON.stringify(timeTasks(tasks, Number(passes), WARM_UP_PASSES)))
}
