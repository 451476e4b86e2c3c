/** Options as they were given → what the readers work with. */
import type { IngestProblem } from './document.ts'
import { LIMITS_DEFAULT } from './limits.ts'
import type { ImportOptions } from './options.ts'
import { parsePageRanges } from './page-ranges.ts'
import type { ReadContext } from './raw-document.ts'

/**
 * Fills in the defaults.
 *
 * @param file path of the input, if it has one
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
    problems,
    report: (problem) => {
      problems.push(problem)
      options.logger?.warn?.(problem.message)
    },
    progress: (progress) => options.onProgress?.(progress),
  }
}
