/** What is known of a block of text when its encodings are told apart. */

import type { LanguageModel } from '../lm/language-model.ts'
import type { ChunkReadings } from './chunk-readings.ts'
import type { LegacyEncoding } from './names.ts'

/** What is known beside the text. */
export interface SegmentOptions {
  readonly language?: LanguageModel | undefined
  /** Encoding that a place's font speaks for, if any. */
  /** The text is bytes that are no UTF-8, in the Windows-1252 view. */
  readonly isBytes?: boolean
  readonly fontAt?: (offset: number) => LegacyEncoding | undefined
}

/** Chunks of a block that tell something, as columns. */
export interface Evidence {
  readonly start: number[]
  readonly isLineStart: boolean[]
  readonly end: number[]
  readonly readings: ChunkReadings[]
  readonly withViqr: boolean
}
