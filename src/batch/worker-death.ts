/** How a worker ended → what its document is told to have done. */
import type { Problem } from '../report/outcome.ts'
import type { Job } from './job.ts'

/** As the system reports it. */
export interface Exit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** What is known of a worker that gave no answer. */
export interface Death {
  readonly timedOut: boolean
  readonly timeoutMs: number
  readonly memoryMiB: number
  readonly exit: Exit | null
  readonly lastWords: string
  readonly error: unknown
}

/** V8 prints this before it aborts. */
const HEAP_OUT = 'heap out of memory'
/** What an abort looks like as an exit code. */
const ABORT_CODE = 134

/** The problem of the document that was being worked on. */
export function deathOf({ name }: Job, death: Death): Omit<Problem, 'severity'> {
  const { exit, lastWords, timeoutMs, memoryMiB } = death
  if (death.timedOut) {
    const seconds = timeoutMs / 1000
    return {
      code: 'DOCUMENT_TIMEOUT',
      message:
        `${name} was given up: no page was finished within ${seconds} s. Leave out the page with --pages, ` +
        'or allow more time with --timeout.',
      page: null,
    }
  }
  if (lastWords.includes(HEAP_OUT) || exit?.signal === 'SIGKILL') {
    return {
      code: 'DOCUMENT_MEMORY',
      message:
        `${name} needed more memory than there was (limit of a worker: ${memoryMiB} MiB): ` +
        'split it, use fewer --jobs, or allow more with --max-memory.',
      page: null,
    }
  }
  const how =
    exit === null
      ? messageOf(death.error)
      : exit.signal !== null
        ? `signal ${exit.signal}`
        : exit.code === ABORT_CODE
          ? 'it was aborted'
          : `exit code ${exit.code}`
  return {
    code: 'DOCUMENT_CRASHED',
    message:
      `${name} made its worker crash (${how}): the file is damaged in an unusual way, or vanban has a fault. ` +
      'The other documents are not affected.',
    page: null,
  }
}

/** Errors come from another process as plain objects. */
function messageOf(error: unknown): string {
  const isObject = typeof error === 'object' && error !== null
  return isObject && 'message' in error ? String(error.message) : String(error)
}
