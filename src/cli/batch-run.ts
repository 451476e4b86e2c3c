// A run over documents, settled: what repairing, parsing and converting hand to whatever carries it out.

import type { OutputFormat, Settings } from '../batch/job.ts'
import type { Outcome } from '../report/outcome.ts'
import type { ExitCode } from './exit-code.ts'
import { type FoundInput, findInputs } from './find-inputs.ts'
import type { CliIo } from './io.ts'
import { createLog, type Log } from './log.ts'
import { type RunOptions, verbosityOf } from './options.ts'
import { STDIO } from './read-input.ts'
import { usage } from './usage.ts'
import { isFolder } from './write-output.ts'

/** What one command has of its own. */
export interface BatchTask {
  readonly settings: Settings
  readonly formats: readonly OutputFormat[]
  /** Name of a result in a folder, from the place of its document. */
  readonly nameOf: (place: string, format: OutputFormat) => string
  /** "12 repairs, 3 to review". */
  readonly describe: (outcome: Outcome) => string
  /** A result as it follows others on stdout. */
  readonly follow?: (content: string) => string
  /** Endings that are looked for in folders, where not all that can be read. */
  readonly extensions?: string
}

/** A run, settled. */
export interface BatchRun extends BatchTask {
  readonly inputs: readonly FoundInput[]
  readonly options: RunOptions
  readonly io: CliIo
  readonly log: Log
}

/**
 * Finds the inputs.
 *
 * @throws VanbanError `BAD_ARGUMENT`, `INPUT_UNREADABLE` when nothing is found
 */
export async function settleRun(
  inputs: readonly string[],
  task: BatchTask,
  options: RunOptions,
  io: CliIo,
): Promise<BatchRun> {
  const log = createLog(io, verbosityOf(options))
  const output = options.output === STDIO ? undefined : options.output
  const found = await findInputs(inputs, { io, log }, { output, extensions: task.extensions })
  return { ...task, inputs: found, options, io, log }
}

/** Carries a run out: a folder of results, one file, or stdout. */
export async function carryOut(run: BatchRun): Promise<ExitCode> {
  const { options } = run
  const toFolder = await isFolderRun(run)
  if (!toFolder) {
    for (const [option, given] of Object.entries({ resume: options.resume, summary: options.summary })) {
      if (given !== undefined && given !== false)
        throw usage(`--${option} needs an output folder: give one with -o, ending in "/".`)
    }
  }
  if (options.dryRun === true) return (await import('./dry-run.ts')).dryRun(run, toFolder)
  if (toFolder) return (await import('./run-into-folder.ts')).runIntoFolder(run)
  return (await import('./run-to-stdout.ts')).runToStdout(run)
}

/** Whether results go into a folder under their own names. */
async function isFolderRun({ inputs, formats, options: { output } }: BatchRun): Promise<boolean> {
  if (output === undefined || output === STDIO) {
    if (formats.length > 1) throw usage('Several formats need an output folder: give one with -o.')
    return false
  }
  if (inputs.length > 1 || formats.length > 1 || /[/\\]$/.test(output)) return true
  return inputs[0]?.found === true || (await isFolder(output))
}
