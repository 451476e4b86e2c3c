/**
 * Text whose marks are gone → text with marks: the public door.
 */
import type { Placement } from '../syllable/split.ts'
import type { Dictionary } from './dictionary.ts'
import type { Model } from './model.ts'
import { TextRestorer } from './text-restorer.ts'

/** How to restore. */
export interface RestoreOptions {
  /** From `readModel`, or `loadModel` of `vanban/node`. */
  readonly model: Model
  /** A list of the user's own; its phrases and names are favoured, its `protected` entries left alone. */
  readonly dictionary?: Dictionary
  /** Words that carry marks are taken as bare and restored again (default: they stay as they are). */
  readonly redo?: boolean
  /** Where restored words carry the mark on oa, oe, uy; `auto` (default) follows the text. */
  readonly placement?: Placement | 'auto'
}

/** One word of the result. */
export interface RestoredWord {
  /** UTF-16 offsets in the input. */
  readonly span: readonly [start: number, end: number]
  readonly original: string
  readonly text: string
  /** P(this word is right | the sentence), 0..1. */
  readonly confidence: number
}

export interface Restoration {
  readonly text: string
  /** Every word with letters, in reading order; numbers and codes only where something changed. */
  readonly words: readonly RestoredWord[]
}

/**
 * Restores the marks of Vietnamese text. Numbers, codes, addresses, foreign words and everything between words stay
 * byte for byte; words that carry marks stay too, unless `redo`.
 *
 * @example restore('Uy ban nhan dan tinh Lao Cai', { model }).text // 'Ủy ban nhân dân tỉnh Lào Cai'
 */
export function restore(text: string, options: RestoreOptions): Restoration {
  let words: readonly RestoredWord[] | undefined
  return {
    text: new TextRestorer(text, options, false).restore(),
    // Probabilities cost a second search: only who asks for them pays.
    get words() {
      words ??= new TextRestorer(text, options, true).weigh()
      return words
    },
  }
}
