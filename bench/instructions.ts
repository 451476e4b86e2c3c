/**
 * Instructions that restoration executes for a syllable, counted by valgrind: a figure that a busy machine does not change.
 * The difference of a long run and a short one, so that loading and compiling do not count.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { syllableAccuracy } from '../src/metrics/syllable-accuracy.ts'
import { MODEL_FILE, ROOT } from './files.ts'

/** Passes until V8 has compiled what is hot, and those that count. */
const WARM_PASSES = 60
const PASSES = 60

const program = (text: string, passes: number): string => `
import { readFileSync } from 'node:fs'
import { readModel, restore, stripMarks } from ${JSON.stringify(pathToFileURL(join(ROOT, 'dist/index.js')).href)}
const model = readModel(readFileSync(${JSON.stringify(MODEL_FILE)}))
const text = stripMarks(${JSON.stringify(text)})
for (let pass = 0; pass < ${passes}; pass++) restore(text, { model }).text
`

function count(file: string): number {
  // Compiled code is overwritten as V8 improves it; one thread, or the compiler's share would be chance.
  const args = ['--tool=callgrind', '--callgrind-out-file=/dev/null', '--smc-check=all-non-file']
  const { stderr } = spawnSync('valgrind', [...args, process.execPath, '--single-threaded', file], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  return Number(/Collected : (\d+)/.exec(stderr)?.[1] ?? Number.NaN)
}

export function hasValgrind(): boolean {
  return spawnSync('valgrind', ['--version']).status === 0
}

/** Instructions a syllable of a text that is stripped and restored, on the built package. */
export function countInstructions(text: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'vanban-'))
  try {
    const [short, long] = [WARM_PASSES, WARM_PASSES + PASSES].map((passes) => {
      const file = join(folder, `${passes}.mjs`)
      writeFileSync(file, program(text, passes))
      return count(file)
    }) as [number, number]
    return (long - short) / (PASSES * syllableAccuracy(text, text).syllables)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
