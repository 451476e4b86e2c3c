// What is said about each document, and which exit code a run of documents has.

import { INTERNAL } from '../batch/problem.ts'
import { VanbanError, type VanbanErrorCode } from '../errors.ts'
import type { Outcome } from '../report/outcome.ts'
import { ExitCode, exitCodeOf } from './exit-code.ts'
import type { Log } from './log.ts'

/** Counts failures and remembers the first. */
export class RunOutcome {
  private documents = 0
  private failed = 0
  private first: ExitCode = ExitCode.OK

  /** Takes a result in, and says what was wrong with it. */
  add({ problems, status }: Outcome, log: Log): void {
    this.documents++
    for (const { code, severity, message } of problems) {
      if (severity === 'error') {
        log.error(message)
        if (status === 'failed' && this.failed++ === 0) this.first = codeOf(code)
      } else if (status !== 'skipped') log.warn(message)
    }
  }

  /** `OK`; `SOME_FAILED` when some documents failed; the first failure's code when all did. */
  get exitCode(): ExitCode {
    if (this.failed === 0) return ExitCode.OK
    return this.failed === this.documents ? this.first : ExitCode.SOME_FAILED
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
