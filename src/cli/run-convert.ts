// vanban convert from its options to its exit code.

import type { ConvertFormat, ConvertSettings } from '../batch/job.ts'
import type { LegacyEncoding } from '../encoding/names.ts'
import { type BatchRun, carryOut, settleRun } from './batch-run.ts'
import { ExitCode } from './exit-code.ts'
import type { CliIo } from './io.ts'
import type { RunOptions } from './options.ts'
import { describeFinding, RunOutcome } from './report-result.ts'
import { convertedName } from './result-targets.ts'

/** Values of the options. */
export interface ConvertOptions extends RunOptions {
  readonly from: 'auto' | LegacyEncoding
  readonly check?: boolean
  readonly model?: string
  readonly format: ConvertFormat
}

/** What is looked for in folders: images have no encoding. */
const CONVERTED = 'txt,text,md,htm,html,pdf,docx,doc,rtf,xls'

/**
 * Runs it. A document that fails is reported and the others go on.
 *
 * @returns with `--check`, `SOME_FAILED` when a document is not sound UTF-8 in NFC; else the code of the run
 */
export async function runConvert(
  inputs: readonly string[],
  options: ConvertOptions,
  io: CliIo,
): Promise<ExitCode> {
  const { model = null, from, format, check = false, dryRun = false } = options
  const settings: ConvertSettings = { task: 'convert', model, dictionaries: [], from }
  const task = {
    settings,
    formats: [format],
    nameOf: convertedName,
    describe: describeFinding,
    extensions: CONVERTED,
  }
  const run = await settleRun(inputs, task, options, io)
  return check && !dryRun ? checkEncodings(run) : carryOut(run)
}

/** Says what each input is in, and writes nothing. */
async function checkEncodings(run: BatchRun): Promise<ExitCode> {
  const { runOrdered } = await import('./run-to-stdout.ts')
  const outcome = new RunOutcome(run.options.failFast)
  let changed = 0
  await runOrdered(run, [], async (result) => {
    outcome.add(result, run.log)
    if (result.changed) changed++
    if (result.note !== undefined) await run.io.writeOut(`${result.name}: ${result.note}\n`)
  })
  const code = outcome.exitCode
  return code === ExitCode.OK && changed > 0 ? ExitCode.SOME_FAILED : code
}
