// Batches that have to be left alone overnight: everything finished or reported, nothing lost to a kill, two
// processors used, memory flat, reports small and quick. Run as `npx tsx bench/batch.ts [part…] [--scale 0.1]
// [--corpus DIR]` after `npm run build`.

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { makeDocuments } from './batch-files.ts'
import { ended, PROGRAM, start, vanban, workFolder } from './batch-program.ts'

export { vanban }

/** Hashes of all results in a folder, by their path. */
export function resultsOf(folder: string): Map<string, string> {
  const results = new Map<string, string>()
  if (!existsSync(folder)) return results
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, entry)
    if (entry.startsWith('.vanban') || !statSync(path).isFile()) continue
    results.set(entry, createHash('sha256').update(readFileSync(path)).digest('hex'))
  }
  return results
}

/** How two folders differ; '' when they do not. */
export function differenceOf(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string {
  const names = [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name))
  return names.slice(0, 5).join(', ') + (names.length > 5 ? ` and ${names.length - 5} more` : '')
}

interface SummaryJson {
  readonly documents: Record<string, number>
  readonly failures: readonly { readonly name: string; readonly code: string }[]
  readonly seconds: number
}

/** What a part of the bench found: a line to print, and whether it is as it must be. */
export interface Finding {
  readonly line: string
  readonly sound: boolean
}

/** Everything is finished or reported with its cause. */
export async function mixed(count: number, jobs: number): Promise<Finding> {
  const work = workFolder()
  try {
    const input = join(work, 'in')
    const expected = makeDocuments(input, count)
    const summary = join(work, 'summary.json')
    const formats = ['--format', 'text,json,html']
    const run = await vanban([
      'repair',
      input,
      '-o',
      join(work, 'out'),
      ...formats,
      '-j',
      `${jobs}`,
      '--summary',
      summary,
      '-q',
    ])
    const { documents, failures, seconds } = JSON.parse(readFileSync(summary, 'utf8')) as SummaryJson
    const failed = new Map(failures.map(({ name, code }) => [name.slice(input.length + 1), code]))
    const wrong = expected.filter(({ name, codes }) => {
      const code = failed.get(name)
      const results = ['', '.json', '.html'].map((ending) =>
        existsSync(join(work, 'out', nameOfText(name) + ending)),
      )
      return codes === null
        ? code !== undefined || !existsSync(join(work, 'out', `${name}.json`))
        : !codes.includes(code ?? '') || results.some(Boolean)
    })
    const bad = expected.filter(({ codes }) => codes !== null).length
    const shown = wrong
      .slice(0, 5)
      .map(({ name, codes }) => ` [${name}: ${codes ?? 'done'} expected, ${failed.get(name)}]`)
    const line =
      `mixed: ${count} documents, ${bad} bad; exit ${run.code}, ${documents.total} reported ` +
      `(${documents.success} done, ${documents.partial} in part, ${documents.failed} failed), ` +
      `${wrong.length} not as expected${shown.join('')}; ${seconds.toFixed(1)} s`
    return { line, sound: wrong.length === 0 && documents.total === count }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const nameOfText = (name: string): string => (/\.(?:pdf|png|docx)$/.test(name) ? `${name}.txt` : name)

/** Killed at any moment and resumed, the results are those of a run that nobody disturbed. */
export async function killed(count: number, kills: number, jobs: number): Promise<Finding> {
  const work = workFolder()
  try {
    const input = join(work, 'in')
    makeDocuments(input, count)
    const argv = (out: string): string[] => [
      'repair',
      input,
      '-o',
      out,
      '--format',
      'text,html',
      '-j',
      `${jobs}`,
      '-q',
    ]
    const whole = join(work, 'whole')
    const calm = await vanban(argv(whole))
    const torn = join(work, 'torn')
    let random = 12_345
    let done = 0
    for (; done < kills; done++) {
      random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0
      const child = start([...argv(torn), '--resume'])
      const end = ended(child)
      // So that the kills are spread over the whole of the work.
      const wait = (random / 2 ** 32) * ((2_500 * calm.seconds) / kills) + 300
      const finished = await Promise.race([
        end,
        new Promise<null>((resolve) => setTimeout(resolve, wait, null)),
      ])
      if (finished !== null) break
      child.kill('SIGKILL')
      await end
      // What can be seen in between must be whole, too.
      const reference = resultsOf(whole)
      for (const [name, hash] of resultsOf(torn)) {
        if (hash !== reference.get(name))
          return { line: `killed: ${name} is not whole after kill ${done + 1}`, sound: false }
      }
    }
    const last = await vanban([...argv(torn), '--resume'])
    const difference = differenceOf(resultsOf(whole), resultsOf(torn))
    const left = readdirSync(join(torn, '.vanban')).join(', ')
    const same = difference === '' ? 'identical' : `DIFFERENT: ${difference}`
    const line = `killed: ${count} documents, ${done} kills, exit ${last.code}; ${same}; left beside: ${left}`
    return { line, sound: difference === '' && left === 'journal.jsonl' }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Resident memory of the program and its workers, in MiB. */
function memoryOf(pid: number): number {
  let total = 0
  const queue = [pid]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    try {
      total += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${next}/status`, 'utf8'))?.[1] ?? 0) / 1024
      for (const task of readdirSync(`/proc/${next}/task`)) {
        queue.push(
          ...readFileSync(`/proc/${next}/task/${task}/children`, 'utf8')
            .split(' ')
            .filter(Boolean)
            .map(Number),
        )
      }
    } catch {
      // It has just ended.
    }
  }
  return total
}

/** Memory after a tenth of the documents, and after all. */
export async function memory(count: number, jobs: number): Promise<string> {
  const work = workFolder()
  try {
    const input = join(work, 'in')
    makeDocuments(input, count, true)
    const child = spawn(
      process.execPath,
      [PROGRAM, 'repair', input, '-o', join(work, 'out'), '-j', `${jobs}`],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, CI: '1' },
      },
    )
    const samples: { done: number; mib: number }[] = []
    let done = 0
    child.stderr.on('data', (chunk: Buffer) => {
      for (const match of chunk.toString().matchAll(/\[(\d+)\/\d+\]/g)) done = Number(match[1])
    })
    const timer = setInterval(() => samples.push({ done, mib: memoryOf(child.pid as number) }), 100)
    await new Promise((resolve) => child.on('close', resolve))
    clearInterval(timer)
    const around = (from: number, to: number): number => {
      const found = samples.filter((s) => s.done >= from && s.done <= to).map(({ mib }) => mib)
      return found.sort((a, b) => a - b)[Math.floor(found.length / 2)] ?? Number.NaN
    }
    const early = around(count * 0.08, count * 0.12)
    const late = around(count * 0.96, count - 1)
    return `memory: ${early.toFixed(0)} MiB after ${count / 10} texts, ${late.toFixed(0)} MiB after ${count} (${((100 * late) / early - 100).toFixed(0)} %)`
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function main(argv: readonly string[]): Promise<void> {
  const { values, positionals: parts } = parseArgs({
    args: [...argv],
    options: { scale: { type: 'string', default: '1' }, corpus: { type: 'string' } },
    allowPositionals: true,
  })
  const { corpus } = values
  const scale = Number(values.scale)
  const wanted = (part: string): boolean => parts.length === 0 || parts.includes(part)
  const print = (line: string): void => void process.stdout.write(`${line}\n`)
  if (wanted('mixed')) print((await mixed(Math.round(2_000 * scale), 2)).line)
  if (wanted('killed')) print((await killed(Math.round(600 * scale), 20, 2)).line)
  if (wanted('speed')) {
    const { speedUp } = await import('./batch-speed.ts')
    for (const kind of ['pages', 'short'] as const) print(await speedUp(kind, scale, corpus))
  }
  if (wanted('report')) {
    const work = workFolder()
    print(await (await import('./batch-report.ts')).report(work, 20))
    rmSync(work, { recursive: true, force: true })
  }
  if (wanted('memory')) print(await memory(Math.round(10_000 * scale), 2))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2))
