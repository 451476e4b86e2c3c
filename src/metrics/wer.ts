// Word error rate.

import { alignWords, type WordAlignment } from './align.ts'
import { comparableWords } from './comparable.ts'
import { errorRate } from './rate.ts'

/** Errors in words. */
export interface WordErrors {
  /** Words of the truth as compared. */
  readonly words: number
  /** Truth words replaced or dropped, plus words inserted. */
  readonly errors: number
  /** Words of the hypothesis that stand for no truth word. */
  readonly inserted: number
  /** Words of the truth that nothing stands for. */
  readonly dropped: number
  /** `errors / words`. */
  readonly rate: number
}

/** {@link wordErrorRate} of words already compared and aligned. */
export function wordErrorsOfWords(
  truth: readonly string[],
  hypothesis: readonly string[],
  alignment: WordAlignment,
): WordErrors {
  let wrong = 0
  for (let i = 0; i < truth.length; i++) {
    const j = alignment.match[i]!
    if (j < 0 || hypothesis[j] !== truth[i]) wrong++
  }
  const { inserted, dropped } = alignment
  const errors = wrong + inserted
  return { words: truth.length, errors, inserted, dropped, rate: errorRate(errors, truth.length) }
}

/**
 * Word error rate over the words of {@link comparableWords}, case-sensitive: truth words whose aligned word
 * differs or is missing, plus words that were added, over the words of the truth.
 *
 * @example
 * wordErrorRate('Ủy ban nhân dân', 'Uy ban nhân dân').rate // 0.25
 */
export function wordErrorRate(truth: string, hypothesis: string): WordErrors {
  const truthWords = comparableWords(truth)
  const hypothesisWords = comparableWords(hypothesis)
  return wordErrorsOfWords(truthWords, hypothesisWords, alignWords(truthWords, hypothesisWords))
}
