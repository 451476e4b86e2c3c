/**
 * The one error class of the library. Codes are stable and documented in the README; messages say what
 * is wrong, where, and what to do about it. Bad documents are results, not exceptions: only bad
 * arguments, missing data and failed input/output throw.
 */

/** Every code a {@link VanbanError} may carry. */
export type VanbanErrorCode =
  | 'BAD_ARGUMENT'
  | 'BINARY_INPUT'
  | 'DECISIONS_SYNTAX'
  | 'DICTIONARY_SYNTAX'
  | 'DOCUMENT_CRASHED'
  | 'DOCUMENT_MEMORY'
  | 'DOCUMENT_TIMEOUT'
  | 'INPUT_DAMAGED'
  | 'INPUT_EMPTY'
  | 'INPUT_ENCRYPTED'
  | 'INPUT_UNREADABLE'
  | 'INPUT_UNSUPPORTED'
  | 'LIMIT_EXCEEDED'
  | 'MODEL_CHECKSUM'
  | 'MODEL_ENDIANNESS'
  | 'MODEL_MAGIC'
  | 'MODEL_MISSING'
  | 'MODEL_TRUNCATED'
  | 'MODEL_VERSION'
  | 'OCR_DATA'
  | 'OCR_FAILED'
  | 'OUTPUT_UNWRITABLE'
  | 'PROFILE_SYNTAX'
  | 'RUN_LOCKED'
  | 'TRAINING_DATA'

/** The part of the pipeline an error comes from. */
export type Stage =
  | 'ingest'
  | 'model'
  | 'dictionary'
  | 'channel'
  | 'restore'
  | 'training'
  | 'report'
  | 'batch'
  | 'cli'

/** Where an error happened, as far as it is known. */
export interface ErrorPlace {
  readonly file?: string
  readonly page?: number
  /** 1-based line number. */
  readonly line?: number
  readonly cause?: unknown
}

/** An error with a stable code; `message` is a full sentence a user can act on. */
export class VanbanError extends Error {
  override readonly name = 'VanbanError'
  readonly code: VanbanErrorCode
  readonly stage: Stage
  readonly file: string | undefined
  readonly page: number | undefined
  readonly line: number | undefined

  constructor(code: VanbanErrorCode, stage: Stage, message: string, place: ErrorPlace = {}) {
    super(message, place.cause === undefined ? undefined : { cause: place.cause })
    this.code = code
    this.stage = stage
    this.file = place.file
    this.page = place.page
    this.line = place.line
  }
}
