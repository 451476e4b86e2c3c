// What the program tells the shell: one list of exit codes, one place where errors become one of them.

import { VanbanError, type VanbanErrorCode } from '../errors.ts'

/** Exit codes of `vanban`; stable, listed in the README. */
export const ExitCode = {
  /** Everything asked for was done. */
  OK: 0,
  /** Finished, but some of several documents failed. */
  SOME_FAILED: 1,
  /** Wrong arguments, or a config, dictionary or profile that cannot be understood. */
  USAGE: 2,
  /** An input is missing, unreadable or not text. */
  INPUT: 3,
  /** The model or other data is missing or damaged. */
  DATA: 4,
  /** The output cannot be written, or exists and `--force` was not given. */
  OUTPUT: 5,
  /** A fault of the program itself. */
  INTERNAL: 70,
  /** Stopped by Ctrl-C. */
  INTERRUPTED: 130,
} as const
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]

const EXIT_CODE_OF: Readonly<Record<VanbanErrorCode, ExitCode>> = {
  BAD_ARGUMENT: ExitCode.USAGE,
  BINARY_INPUT: ExitCode.INPUT,
  DECISIONS_SYNTAX: ExitCode.INPUT,
  DICTIONARY_SYNTAX: ExitCode.USAGE,
  DOCUMENT_CRASHED: ExitCode.INPUT,
  DOCUMENT_MEMORY: ExitCode.INPUT,
  DOCUMENT_TIMEOUT: ExitCode.INPUT,
  INPUT_DAMAGED: ExitCode.INPUT,
  INPUT_EMPTY: ExitCode.INPUT,
  INPUT_ENCRYPTED: ExitCode.INPUT,
  INPUT_UNREADABLE: ExitCode.INPUT,
  INPUT_UNSUPPORTED: ExitCode.INPUT,
  LIMIT_EXCEEDED: ExitCode.INPUT,
  MODEL_CHECKSUM: ExitCode.DATA,
  MODEL_ENDIANNESS: ExitCode.DATA,
  MODEL_MAGIC: ExitCode.DATA,
  MODEL_MISSING: ExitCode.DATA,
  MODEL_TRUNCATED: ExitCode.DATA,
  MODEL_VERSION: ExitCode.DATA,
  OCR_DATA: ExitCode.DATA,
  OCR_FAILED: ExitCode.INPUT,
  OUTPUT_UNWRITABLE: ExitCode.OUTPUT,
  PROFILE_SYNTAX: ExitCode.USAGE,
  RUN_LOCKED: ExitCode.OUTPUT,
  TRAINING_DATA: ExitCode.INPUT,
}

/** Thrown where work stops because the user pressed Ctrl-C. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}

/** The exit code for an error that ended the run. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof VanbanError) return EXIT_CODE_OF[error.code]
  if (error instanceof Interrupted) return ExitCode.INTERRUPTED
  return ExitCode.INTERNAL
}
