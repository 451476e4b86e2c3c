// vanban repair from its options to its exit code: what is meant by them, and which kind of run that is.

import type { RepairFormat, RepairSettings } from '../batch/job.ts'
import type { Source } from '../restore/source.ts'
import { carryOut, settleRun } from './batch-run.ts'
import { checkDictionaries } from './check-dictionaries.ts'
import type { ExitCode } from './exit-code.ts'
import type { CliIo } from './io.ts'
import type { RunOptions } from './options.ts'
import { describeResult } from './report-result.ts'
import { repairedName } from './result-targets.ts'
import { usage } from './usage.ts'

/** Options of `vanban repair` as they are parsed. */
export interface RepairOptions extends RunOptions {
  readonly source: Source | 'auto'
  readonly minConfidence?: number
  readonly ocr: 'auto' | 'always' | 'never'
  readonly pages?: string
  readonly dictionary: readonly string[]
  readonly model?: string
  readonly format?: readonly string[]
  readonly check?: boolean
  readonly diff?: boolean
}

/**
 * Runs it.
 *
 * @throws VanbanError for everything that ends the run; documents that fail do not
 */
export async function runRepair(
  inputs: readonly string[],
  options: RepairOptions,
  io: CliIo,
): Promise<ExitCode> {
  const { format: formats = ['text'] } = options
  const settings = settingsOf(options)
  await checkDictionaries(settings, io)
  if (formats.includes('jsonl')) {
    if (formats.length > 1) throw usage('--format jsonl stands alone: it is a way of its own to run.')
    return (await import('./run-jsonl.ts')).runJsonLines(inputs, settings, options, io)
  }
  const task = {
    settings,
    formats: formats as RepairFormat[],
    nameOf: repairedName,
    describe: describeResult,
  }
  const run = await settleRun(inputs, task, options, io)
  const { check = false, diff = false, dryRun = false } = options
  if (!dryRun && (check || diff)) return (await import('./run-check.ts')).runCheck(run, diff)
  return carryOut(run)
}

function settingsOf({ model, dictionary, source, minConfidence, ocr, pages }: RepairOptions): RepairSettings {
  return {
    task: 'repair',
    model: model ?? null,
    dictionaries: dictionary,
    source,
    minConfidence: minConfidence ?? null,
    ocr,
    pages: pages ?? null,
  }
}
