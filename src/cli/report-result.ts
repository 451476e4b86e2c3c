// What is said about each document, and which exit code a run of documents has.

import { INTERNAL } from '../batch/problem.ts'
import { RESULT_ALTERED } from '../batch/resume.ts'
import { VanbanError, type VanbanErrorCode } from '../errors.ts'
import type { Outcome } from '../report/outcome.ts'
import { ExitCode, exitCodeOf } from './exit-code.ts'
import type { Log } from './log.ts'

/** Counts failures and remembers the first. */
export class RunOutcome {
  private readonly failFast: boolean
  private documents = 0
  private failed = 0
  private first: ExitCode = ExitCode.OK

  /** @param failFast whether the first failure ends the run */
  constructor(failFast = false) {
    this.failFast = failFast
  }

  /** Takes a result in, and says what was wrong with it. */
  add({ problems, status }: Outcome, log: Log): void {
    this.documents++
    const cause = problems.find(({ severity }) => severity === 'error')
    if (status === 'failed' && this.failed++ === 0 && cause !== undefined) this.first = codeOf(cause.code)
    for (const { code, severity, message } of problems) {
      if (severity === 'error') log.error(message)
      else if (status !== 'skipped' || code === RESULT_ALTERED) log.warn(message)
    }
  }

  /** `OK`; `SOME_FAILED` when some documents failed; the first failure's code when all did, or when it ended the run. */
  get exitCode(): ExitCode {
    if (this.failed === 0) return ExitCode.OK
    return this.failFast || this.failed === this.documents ? this.first : ExitCode.SOME_FAILED
  }
}

function codeOf(code: string): ExitCode {
  if (code === INTERNAL) return ExitCode.INTERNAL
  return exitCodeOf(new VanbanError(code as VanbanErrorCode, 'cli', code))
}

/** "12 repairs, 3 to review". */
export function describeResult({ status, counts }: Outcome): string {
  if (status === 'failed') return 'failed'
  if (status === 'skipped') return 'done before'
  const repairs = counts.certain + counts.likely
  return `${repairs} ${repairs === 1 ? 'repair' : 'repairs'}, ${counts.review} to review`
}

/** "TCVN3 (ABC)": what was found, where that is not a matter of repairs. */
export function describeFinding({ status, note = 'done' }: Outcome): string {
  if (status === 'failed') return 'failed'
  return status === 'skipped' ? 'done before' : note
}
