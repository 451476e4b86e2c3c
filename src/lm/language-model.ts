/** A loaded language model: words, n-grams and how likely each word is to carry a capital. */
import type { NgramTable } from './table.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface LanguageModel {
  readonly vocabulary: Vocabulary
  readonly table: NgramTable
  /** ln P(capital | word in the middle of a sentence), by id. */
  readonly logCapital: Float32Array
  /** ln P(no capital | word in the middle of a sentence), by id. */
  readonly logSmall: Float32Array
}
