/**
 * How much of a text has lost its marks. A text that carries the marks one expects of Vietnamese is sound, and its
 * unmarked words are unmarked words; in a stripped text they may be anything.
 */

/** Sums over a stretch of text. */
export interface MarkCount {
  /** Words that are no acronyms. */
  words: number
  /** Of these, words no Vietnamese syllable is spelt like. */
  foreign: number
  /** Words expected to carry marks, by how often words of their keys do. */
  expected: number
  /** Words that carry marks. */
  found: number
}

/** Up to this share of lost marks a stretch counts as sound: shorter stretches vary by chance. */
const SOUND_LOSS_MAX = 0.15
/** How many expected words the text around weighs against a sentence. */
const PRIOR_STRENGTH = 10
/** A stretch with a larger share of foreign words is in another language. Vietnamese prose has a few per cent. */
const FOREIGN_SHARE_MAX = 0.4
/** Fewer missing marks than this in a sound text are chance or the writer's own. */
const MISSING_MIN = 3

/** Whether a stretch is in another language, judged with the text around it. */
export function isForeign(
  stretch: Pick<MarkCount, 'words' | 'foreign'>,
  whole: Pick<MarkCount, 'words' | 'foreign'>,
  shareMax: number = FOREIGN_SHARE_MAX,
): boolean {
  const overall = whole.words === 0 ? 0 : whole.foreign / whole.words
  return (stretch.foreign + PRIOR_STRENGTH * overall) / (stretch.words + PRIOR_STRENGTH) > shareMax
}

/**
 * Probability that a mark of this sentence was lost, 0..1; 0 = the sentence is sound, or not Vietnamese.
 *
 * @param sentence counts of the sentence
 * @param whole counts of the whole text
 */
export function lossOfMarks(sentence: MarkCount, whole: MarkCount): number {
  if (whole.words === 0) return 0
  if (isForeign(sentence, whole)) return 0
  const keptOverall = whole.expected === 0 ? 1 : Math.min(1, whole.found / whole.expected)
  const kept = (sentence.found + PRIOR_STRENGTH * keptOverall) / (sentence.expected + PRIOR_STRENGTH)
  const loss = 1 - Math.min(1, kept)
  if (loss < SOUND_LOSS_MAX) return 0
  const soundOverall = 1 - keptOverall < SOUND_LOSS_MAX
  if (soundOverall && sentence.expected - sentence.found < MISSING_MIN) return 0
  return loss
}

export const createMarkCount = (): MarkCount => ({ words: 0, foreign: 0, expected: 0, found: 0 })
