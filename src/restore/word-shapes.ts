/** What every word of a model costs by itself, side by side, for the numbers of neighbouring readings are read together. */
import type { LanguageModel } from '../lm/language-model.ts'

/** Columns: ln P(word) printed small, with a capital, anyhow; ln of its back-off weight. */
export const Shape = { SMALL: 0, CAPITAL: 1, PLAIN: 2, BOW: 3, COLUMNS: 4 } as const

export interface WordShapes {
  /** {@link Shape} by word. */
  readonly values: Float32Array
  /** Readings of the key that has most. */
  readonly largestGroup: number
  /** Whether the readings of every key descend by probability, as `vanban train` sorts them. */
  readonly descending: boolean
}

export function wordShapes({ table, vocabulary, logSmall, logCapital }: LanguageModel): WordShapes {
  const { unigram, unigramBow } = table
  const { groupStart } = vocabulary
  const values = new Float32Array(Shape.COLUMNS * vocabulary.size)
  for (let id = 0; id < vocabulary.size; id++) {
    const at = Shape.COLUMNS * id
    const plain = unigram[id] as number
    values[at + Shape.SMALL] = plain + (logSmall[id] as number)
    values[at + Shape.CAPITAL] = plain + (logCapital[id] as number)
    values[at + Shape.PLAIN] = plain
    values[at + Shape.BOW] = unigramBow[id] as number
  }
  let largestGroup = 0
  let descending = true
  // Group 0 holds the symbols, which are never alternatives.
  for (let group = 0; group + 1 < groupStart.length; group++) {
    const from = groupStart[group] as number
    const to = groupStart[group + 1] as number
    largestGroup = Math.max(largestGroup, to - from)
    for (let id = from + 1; group > 0 && id < to; id++)
      if ((unigram[id] as number) > (unigram[id - 1] as number)) descending = false
  }
  return { values, largestGroup, descending }
}
