// Character error rate.

import { alignWords, type WordAlignment } from './align.ts'
import { comparableWords } from './comparable.ts'
import { alignedEditDistance, characterCount } from './edit-distance.ts'
import { errorRate } from './rate.ts'

/** Errors in characters. */
export interface CharacterErrors {
  /** Characters (code points) of the truth as compared. */
  readonly characters: number
  /** Characters inserted, dropped or replaced. */
  readonly errors: number
  /** `errors / characters`; above 1 when the hypothesis is mostly additions. */
  readonly rate: number
}

/** {@link characterErrorRate} of words already compared and aligned. */
export function characterErrorsOfWords(
  truth: readonly string[],
  hypothesis: readonly string[],
  alignment: WordAlignment,
): CharacterErrors {
  const characters = characterCount(truth.join(' '))
  const errors = alignedEditDistance(truth, hypothesis, alignment)
  return { characters, errors, rate: errorRate(errors, characters) }
}

/**
 * Character error rate: edit distance by characters over the characters of the truth. Texts are compared as
 * {@link comparableWords} gives them, joined by single spaces: line breaks, edge punctuation, kinds of quotes
 * and the placement of tone marks do not count; case does.
 *
 * @example
 * characterErrorRate('Ủy ban', 'Uy ban').errors // 1
 */
export function characterErrorRate(truth: string, hypothesis: string): CharacterErrors {
  const truthWords = comparableWords(truth)
  const hypothesisWords = comparableWords(hypothesis)
  return characterErrorsOfWords(truthWords, hypothesisWords, alignWords(truthWords, hypothesisWords))
}
