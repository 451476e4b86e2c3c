/** What every word of a model costs by itself, side by side, for the numbers of neighbouring readings are read together. */
import type { LanguageModel } from '../lm/language-model.ts'

/**
 * Columns: score of the word printed small, with a capital, anyhow; its back-off weight; the best of PLAIN from this reading of its
 * key to the last.
 */
export const Shape = { SMALL: 0, CAPITAL: 1, PLAIN: 2, BOW: 3, REST: 4, COLUMNS: 5 } as const

export interface WordShapes {
  /** {@link Shape} by word. */
  readonly values: Float32Array
  /** Readings of the key that has most. */
  readonly largestGroup: number
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
  for (let group = 0; group + 1 < groupStart.length; group++) {
    const from = groupStart[group] as number
    const to = groupStart[group + 1] as number
    if (to - from > largestGroup) largestGroup = to - from
    let most = Number.NEGATIVE_INFINITY
    for (let id = to - 1; id >= from; id--) {
      if ((unigram[id] as number) > most) most = unigram[id] as number
      values[Shape.COLUMNS * id + Shape.REST] = most
    }
  }
  return { values, largestGroup }
}
