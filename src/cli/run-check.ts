// --check and --diff: what a run would change, without writing anything.

import type { BatchRun } from './batch-run.ts'
import { ExitCode } from './exit-code.ts'
import { lineDiff } from './line-diff.ts'
import { RunOutcome } from './report-result.ts'
import { runOrdered } from './run-to-stdout.ts'

/**
 * Runs it.
 *
 * @returns `SOME_FAILED` when a document would be changed, else the code of the run
 */
export async function runCheck(run: BatchRun, isDiff: boolean): Promise<ExitCode> {
  const { io, log } = run
  const outcome = new RunOutcome(run.options.failFast)
  let changed = 0
  await runOrdered(
    run,
    [],
    async (result) => {
      outcome.add(result, log)
      if (!result.changed) return
      changed++
      const { certain, likely } = result.counts
      if (isDiff && result.texts !== undefined) {
        await io.writeOut(lineDiff(result.name, result.texts.original, result.texts.repaired))
      } else log.note(`${result.name} would be changed in ${certain + likely} places`)
    },
    isDiff,
  )
  const code = outcome.exitCode
  return code === ExitCode.OK && changed > 0 ? ExitCode.SOME_FAILED : code
}
