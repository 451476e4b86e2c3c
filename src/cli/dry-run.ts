// --dry-run: what would be read and written, and what is there already.

import { resolve } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import { fingerprint } from '../batch/fingerprint.ts'
import { hashInput, readWhole } from '../batch/hash-input.ts'
import type { Job } from '../batch/job.ts'
import { isThere, JournalRecords } from '../batch/journal-records.ts'
import { findTargets } from '../batch/resume.ts'
import type { BatchRun } from './batch-run.ts'
import { ExitCode } from './exit-code.ts'
import { printable } from './log.ts'
import { packageModel } from './package-model.ts'
import { inputName, readBytes, STDIO } from './read-input.ts'
import { planTargets } from './result-targets.ts'
import { checkSummaries } from './run-into-folder.ts'
import { translate } from './translate.ts'

/**
 * What would become of a result.
 *
 * - `new`: it would be made
 * - `replaced`: it is there, and would be made again
 * - `done`: an earlier run made it, it would be skipped
 * - `kept`: an earlier run made it and someone has altered it since; it would be left so
 * - `exists`: it is there, and would be refused
 */
type Fate = 'new' | 'replaced' | 'done' | 'kept' | 'exists'

interface Line {
  readonly input: string
  readonly outputs: readonly { readonly path: string; readonly fate: Fate }[]
}

const NOTES: Readonly<Record<Fate, string>> = {
  new: '',
  replaced: 'would be replaced',
  done: 'done before',
  kept: 'altered since, would be kept',
  exists: 'exists already',
}

/**
 * Lists it: text, or with `--log-format json` one object a line.
 *
 * @returns `OUTPUT` when a result would be refused, since the run would be, too
 */
export async function dryRun(run: BatchRun, toFolder: boolean): Promise<ExitCode> {
  const { io, log } = run
  const language = io.style?.language ?? 'en'
  let results = 0
  let refused = 0
  for await (const { input, outputs } of toFolder ? folderLines(run) : fileLines(run)) {
    results += outputs.length
    refused += outputs.filter(({ fate }) => fate === 'exists').length
    const shown = outputs.map(({ path, fate }) =>
      fate === 'new' ? path : `${path} (${translate(NOTES[fate], language)})`,
    )
    await io.writeOut(
      io.style?.format === 'json'
        ? `${JSON.stringify({ input, outputs: outputs.map(({ path, fate }) => ({ path, state: fate })) })}\n`
        : `${printable(`${input} -> ${shown.length === 0 ? 'stdout' : shown.join(', ')}`)}\n`,
    )
  }
  if (refused === 0) {
    if (toFolder) await checkSummaries(run)
    return ExitCode.OK
  }
  log.error(
    run.options.resume === true
      ? `${refused} of ${results} results exist already and were not made by this work on these documents: they would be refused without --force.`
      : `${refused} of ${results} results exist already: the run would be refused without --resume or --force.`,
  )
  return ExitCode.OUTPUT
}

/** One file, or stdout. */
async function* fileLines({ inputs, options: { output = STDIO, force } }: BatchRun): AsyncGenerator<Line> {
  for (const { path } of inputs) {
    const fate = !isThere(output) ? 'new' : force === true ? 'replaced' : 'exists'
    yield { input: inputName(path), outputs: output === STDIO ? [] : [{ path: output, fate }] }
  }
}

async function* folderLines(run: BatchRun): AsyncGenerator<Line> {
  const { options, settings } = run
  const output = options.output as string
  const shown = (target: string): string => target.replace(/[/\\]+/g, '/')
  // What would end the run before it began ends this one.
  const documents = planTargets(run, output)
  if (options.resume === true) {
    const records = await JournalRecords.read(resolve(output))
    const key = await fingerprint(settings, packageJson.version, packageModel())
    for (const [index, { path, name, targets }] of documents.entries()) {
      const outputs = targets.map(({ format, target }) => ({
        format,
        target: resolve(target),
        temporary: null,
      }))
      const bytes = path === STDIO ? { bytes: await readBytes(STDIO, run.io) } : {}
      const fates = await resumedFates(
        { index, path, name, outputs, settings, ...bytes },
        records,
        key,
        options,
      )
      yield {
        input: name,
        outputs: targets.map(({ target }, i) => ({ path: shown(target), fate: fates[i] as Fate })),
      }
    }
    return
  }
  for (const { name, targets } of documents) {
    const outputs = targets.map(({ target }) => {
      const fate = !isThere(target) ? 'new' : options.force === true ? 'replaced' : 'exists'
      return { path: shown(target), fate: fate as Fate }
    })
    yield { input: name, outputs }
  }
}

/** What a resumed run would do with the results of a document. */
async function resumedFates(
  job: Job,
  records: JournalRecords,
  key: string,
  { force = false }: { readonly force?: boolean },
): Promise<Fate[]> {
  let sha256: string
  try {
    sha256 = await hashInput(await readWhole(job))
  } catch {
    // It cannot be read, which the run will say.
    return job.outputs.map(() => 'new')
  }
  const found = await findTargets(job, sha256, records, key)
  return found.map(({ state }) => {
    if (state === 'missing') return 'new'
    if (state === 'done') return 'done'
    if (state === 'torn' || force) return 'replaced'
    return state === 'altered' ? 'kept' : 'exists'
  })
}
