// --check and --diff: what a run would change, without writing anything.

import { ExitCode } from './exit-code.ts'
import { lineDiff } from './line-diff.ts'
import { RunOutcome } from './report-result.ts'
import type { RepairRun } from './run-repair.ts'
import { runOrdered } from './run-to-stdout.ts'

/**
 * Runs it.
 *
 * @returns `SOME_FAILED` when a document would be changed, else the code of the run
 */
export async function runCheck(run: RepairRun): Promise<ExitCode> {
  const { io, log, options } = run
  const outcome = new RunOutcome()
  let changed = 0
  await runOrdered(
    run,
    [],
    async (result) => {
      outcome.add(result, log)
      if (!result.changed) return
      changed++
      const { certain, likely } = result.counts
      if (options.diff === true && result.texts !== undefined) {
        await io.writeOut(lineDiff(result.name, result.texts.original, result.texts.repaired))
      } else log.note(`${result.name} would be changed in ${certain + likely} places`)
    },
    options.diff === true,
  )
  const code = outcome.exitCode
  return code === ExitCode.OK && changed > 0 ? ExitCode.SOME_FAILED : code
}
