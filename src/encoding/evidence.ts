/** What is known of a block of text when its encodings are told apart. */

import type { LanguageModel } from '../lm/language-model.ts'
import type { ChunkReadings } from './chunk-readings.ts'
import type { LegacyEncoding } from './names.ts'

/** What is known beside the text. */
export interface SegmentOptions {
  readonly language?: LanguageModel | undefined
  /** The text is bytes that are no UTF-8, in the Windows-1252 view. */
  readonly isBytes?: boolean
  /** What the font of a place speaks for, if anything. */
  readonly fontAt?: (offset: number) => FontHint | undefined
}

/** What a font says of its text. */
export interface FontHint {
  readonly encoding: 'unicode' | LegacyEncoding
  /** The rest of the document shows that the font says the truth. */
  readonly isTrusted: boolean
}

/** Chunks of a block that tell something, as columns. */
export interface Evidence {
  readonly start: number[]
  readonly isLineStart: boolean[]
  readonly end: number[]
  readonly readings: ChunkReadings[]
  readonly withViqr: boolean
}
