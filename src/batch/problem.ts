/** Exceptions → problems of a document, which are data. */
import { VanbanError, type VanbanErrorCode } from '../errors.ts'
import type { Problem } from '../report/outcome.ts'

/** Code of a fault of vanban itself. */
export const INTERNAL = 'INTERNAL'

/** Codes that say that no document of the run can be worked on. */
const FATAL: readonly string[] = [
  'BAD_ARGUMENT',
  'DICTIONARY_SYNTAX',
  'MODEL_CHECKSUM',
  'MODEL_ENDIANNESS',
  'MODEL_MAGIC',
  'MODEL_MISSING',
  'MODEL_TRUNCATED',
  'MODEL_VERSION',
  'OCR_DATA',
  'PROFILE_SYNTAX',
] satisfies VanbanErrorCode[]

/** Whether a problem would meet every document alike, so that going on makes no sense. */
export function isFatal({ code, severity }: Problem): boolean {
  return severity === 'error' && FATAL.includes(code)
}

/** What an exception says of the document it came from. */
export function problemOf(error: unknown): Omit<Problem, 'severity'> {
  if (error instanceof VanbanError) {
    // Pages that one document has not got are no mistake in the arguments of all.
    const code = error.code === 'BAD_ARGUMENT' && error.file !== undefined ? 'INPUT_UNREADABLE' : error.code
    return { code, message: error.message, page: error.page ?? null }
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { code: INTERNAL, message: `A fault of vanban itself, please report it: ${trace}`, page: null }
}
