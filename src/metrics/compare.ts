// Everything one asks of a repair at once: how wrong it is, how wrong it was, what it mended and what it broke.

import { alignWords } from './align.ts'
import { type CharacterErrors, characterErrorsOfWords } from './cer.ts'
import { comparableWords } from './comparable.ts'
import { errorRate } from './rate.ts'
import { type SyllableAccuracy, syllableAccuracy } from './syllable-accuracy.ts'
import { type WordErrors, wordErrorsOfWords } from './wer.ts'

/** What a repair did to the text before it. */
export interface RepairEffect {
  /** Errors of the text before repair. */
  readonly wordsBefore: WordErrors
  readonly charactersBefore: CharacterErrors
  /** Truth words that were right before. */
  readonly rightBefore: number
  /** Truth words wrong before and right after. */
  readonly fixed: number
  /** Truth words right before and wrong after. */
  readonly harmed: number
  /** `harmed / rightBefore`. */
  readonly harmRate: number
}

/** A text measured against the truth, and against the text it was made from if that is given. */
export interface Comparison {
  readonly words: WordErrors
  readonly characters: CharacterErrors
  readonly syllables: SyllableAccuracy
  readonly effect?: RepairEffect
}

/**
 * Measures `hypothesis` against `truth`; with `before`, the text that was repaired, also what the repair
 * mended and broke.
 */
export function compareTexts(truth: string, hypothesis: string, before?: string): Comparison {
  const expected = comparableWords(truth)
  const after = comparableWords(hypothesis)
  const alignment = alignWords(expected, after)
  const comparison: Comparison = {
    words: wordErrorsOfWords(expected, after, alignment),
    characters: characterErrorsOfWords(expected, after, alignment),
    syllables: syllableAccuracy(truth, hypothesis),
  }
  if (before === undefined) return comparison

  const earlier = comparableWords(before)
  const alignmentBefore = alignWords(expected, earlier)
  let rightBefore = 0
  let fixed = 0
  let harmed = 0
  for (let i = 0; i < expected.length; i++) {
    const wasRight = earlier[alignmentBefore.match[i]!] === expected[i]
    const isRight = after[alignment.match[i]!] === expected[i]
    if (wasRight) rightBefore++
    if (isRight && !wasRight) fixed++
    if (wasRight && !isRight) harmed++
  }
  const effect: RepairEffect = {
    wordsBefore: wordErrorsOfWords(expected, earlier, alignmentBefore),
    charactersBefore: characterErrorsOfWords(expected, earlier, alignmentBefore),
    rightBefore,
    fixed,
    harmed,
    harmRate: errorRate(harmed, rightBefore),
  }
  return { ...comparison, effect }
}

/** One comparison of many documents: counts added up, rates taken of the sums (so long documents weigh more). */
export function sumComparisons(comparisons: readonly Comparison[]): Comparison {
  const effects = comparisons.map((c) => c.effect).filter((effect) => effect !== undefined)
  const syllables = total(comparisons, (c) => c.syllables.syllables)
  const right = total(comparisons, (c) => c.syllables.right)
  const sum: Comparison = {
    words: sumWords(comparisons.map((c) => c.words)),
    characters: sumCharacters(comparisons.map((c) => c.characters)),
    syllables: { syllables, right, accuracy: 1 - errorRate(syllables - right, syllables) },
  }
  if (effects.length === 0) return sum
  const rightBefore = total(effects, (e) => e.rightBefore)
  const harmed = total(effects, (e) => e.harmed)
  const effect: RepairEffect = {
    wordsBefore: sumWords(effects.map((e) => e.wordsBefore)),
    charactersBefore: sumCharacters(effects.map((e) => e.charactersBefore)),
    rightBefore,
    fixed: total(effects, (e) => e.fixed),
    harmed,
    harmRate: errorRate(harmed, rightBefore),
  }
  return { ...sum, effect }
}

function total<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((sum, item) => sum + count(item), 0)
}

function sumWords(parts: readonly WordErrors[]): WordErrors {
  const words = total(parts, (p) => p.words)
  const errors = total(parts, (p) => p.errors)
  const inserted = total(parts, (p) => p.inserted)
  const dropped = total(parts, (p) => p.dropped)
  return { words, errors, inserted, dropped, rate: errorRate(errors, words) }
}

function sumCharacters(parts: readonly CharacterErrors[]): CharacterErrors {
  const characters = total(parts, (p) => p.characters)
  const errors = total(parts, (p) => p.errors)
  return { characters, errors, rate: errorRate(errors, characters) }
}
