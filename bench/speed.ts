/** Throughput of restoration and repair on the texts of the benches. */
import { type Model, repair, stripMarks } from '../src/index.ts'
import { comparableWords } from '../src/metrics/comparable.ts'
import { syllableAccuracy } from '../src/metrics/syllable-accuracy.ts'
import { type Engine, withEmptyCaches } from './engines.ts'
import type { BenchSets } from './sets.ts'
import { type Task, type Timing, timeTasks } from './timing.ts'

/** In nearly clean text one word in so many has lost its marks. */
const DAMAGE_EVERY = 100
const WARM_UP_PASSES = 3

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

/** Times every engine that can on every set; keys are `restore admin vanban`, `repair eng pages unpruned`. */
export function measureSpeed(
  engines: readonly Engine[],
  sets: BenchSets,
  passes: number,
): Map<string, Timing> {
  const tasks: Task[] = []
  for (const [set, texts] of Object.entries(sets.texts)) {
    const stripped = texts.map(stripMarks)
    const units = countSyllables(texts)
    for (const { name, restore } of engines) {
      const pass = (): void => {
        for (const text of stripped) restore(text)
      }
      tasks.push({ name: `restore ${set} ${name}`, units, pass })
    }
  }
  for (const { name, model } of engines) {
    if (model === null) continue
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
  }
  return timeTasks(tasks, passes, WARM_UP_PASSES)
}
