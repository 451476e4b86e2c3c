/** Options as they were given → what the readers work with. */
import { availableParallelism } from 'node:os'
import type { IngestProblem } from './document.ts'
import { LIMITS_DEFAULT } from './limits.ts'
import type { ImportOptions } from './options.ts'
import { parsePageRanges } from './page-ranges.ts'
import type { ReadContext } from './raw-document.ts'

/** More engines than two cost more memory than they save time: a page is read in seconds. */
const JOBS_MAX_DEFAULT = 2

/**
 * Fills in the defaults.
 *
 * @param file path or name of the input, if it has one
 * @throws VanbanError `BAD_ARGUMENT`
 */
export function createContext(file: string | undefined, options: ImportOptions): ReadContext {
  const problems: IngestProblem[] = []
  return {
    options,
    limits: { ...LIMITS_DEFAULT, ...options.limits },
    name: file ?? 'the input',
    place: file === undefined ? {} : { file },
    signal: options.signal,
    isWanted: options.pages === undefined ? () => true : parsePageRanges(options.pages),
    jobs: Math.max(1, options.jobs ?? Math.min(JOBS_MAX_DEFAULT, availableParallelism())),
    problems,
    report: (problem) => {
      problems.push(problem)
      options.logger?.warn?.(problem.message)
    },
    progress: (progress) => options.onProgress?.(progress),
  }
}
