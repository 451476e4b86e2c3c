/**
 * Speed of the same script in Chromium and in Node, by the clock, best of several passes in each, in turn. Not part of `npm run
 * bench`: needs a browser.
 *
 * npx tsx bench/browser.ts [--eval DIR]
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { stripMarks } from '../src/index.ts'
import { syllableAccuracy } from '../src/metrics/syllable-accuracy.ts'
import { browserPath, bundleCore, inChromium, RESTORE_IN_PAGE } from '../test/browser/chromium.ts'
import { EVAL_DEFAULT, MODEL_FILE } from './files.ts'
import { loadSets } from './sets.ts'
import { percent, rate } from './table.ts'

const PASSES = 25

const { values: options } = parseArgs({ options: { eval: { type: 'string', default: EVAL_DEFAULT } } })
if (browserPath === undefined) throw new Error('No Chromium is installed: apt-get install chromium.')

const [official] = Object.values(loadSets(options.eval).texts) as [readonly string[]]
const texts = official.map(stripMarks)
const syllables = official.reduce((sum, text) => sum + syllableAccuracy(text, text).syllables, 0)

async function inNode(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'vanban-'))
  try {
    const file = join(folder, 'vanban.mjs')
    writeFileSync(file, await bundleCore())
    const { readModel, restore } = (await import(
      pathToFileURL(file).href
    )) as typeof import('../src/index.ts')
    const model = readModel(readFileSync(MODEL_FILE))
    let best = Number.POSITIVE_INFINITY
    for (let pass = 0; pass <= PASSES; pass++) {
      const start = performance.now()
      for (const text of texts) restore(text, { model }).text
      best = Math.min(best, performance.now() - start)
    }
    return best
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const page = async (): Promise<number> => {
  const script = `(${RESTORE_IN_PAGE})(${JSON.stringify([texts, PASSES])})`
  const { best } = await inChromium((opened) => opened.evaluate<{ best: number }>(script))
  return best
}

const [nodeBest, pageBest] = [await inNode(), await page()]
const speeds = [nodeBest, pageBest].map((ms) => rate((1e3 * syllables) / ms))
console.log(`Node ${speeds[0]}, Chromium ${speeds[1]} syllables/s: ${percent(nodeBest / pageBest, 0)}`)
