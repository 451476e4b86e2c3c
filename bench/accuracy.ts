/** How right restoration and repair are, over the documents of a set added up. */
import { type Model, repair, type Source, stripMarks } from '../src/index.ts'
import { compareTexts, sumComparisons } from '../src/metrics/compare.ts'
import { syllableAccuracy } from '../src/metrics/syllable-accuracy.ts'
import type { Page } from './sets.ts'

/** Shares, 0 to 1. */
export interface RestoreQuality {
  readonly syllables: number
  readonly wrong: number
  readonly accuracy: number
}

/** Strips the texts and restores them. */
export function measureRestore(
  texts: readonly string[],
  restore: (stripped: string) => string,
): RestoreQuality {
  let syllables = 0
  let right = 0
  for (const text of texts) {
    const one = syllableAccuracy(text, restore(stripMarks(text)))
    syllables += one.syllables
    right += one.right
  }
  return { syllables, wrong: syllables - right, accuracy: right / syllables }
}

export interface RepairQuality {
  readonly words: number
  /** Wrong words of the pages as read, and as repaired. */
  readonly wrongBefore: number
  readonly wrong: number
  readonly werBefore: number
  readonly wer: number
  readonly cerBefore: number
  readonly cer: number
  readonly fixed: number
  /** Words right before and wrong after, and their share of the right ones. */
  readonly harmed: number
  readonly harmRate: number
}

/** Repairs pages as a user would, the source found out by the engine. */
export function measureRepair(
  pages: readonly Page[],
  model: Model,
  source: Source | 'auto' = 'auto',
): RepairQuality {
  const sum = sumComparisons(
    pages.map(({ ocr, truth }) => compareTexts(truth, repair(ocr, { model, source }).text, ocr)),
  )
  const effect = sum.effect!
  return {
    words: sum.words.words,
    wrongBefore: effect.wordsBefore.errors,
    wrong: sum.words.errors,
    werBefore: effect.wordsBefore.rate,
    wer: sum.words.rate,
    cerBefore: effect.charactersBefore.rate,
    cer: sum.characters.rate,
    fixed: effect.fixed,
    harmed: effect.harmed,
    harmRate: effect.harmRate,
  }
}

/** What repair breaks in texts that are right. */
export interface CleanQuality {
  readonly words: number
  readonly altered: number
  readonly rate: number
  readonly documents: number
  /** Documents that did not come back byte for byte. */
  readonly documentsAltered: number
}

export function measureClean(texts: readonly string[], model: Model): CleanQuality {
  let documentsAltered = 0
  for (const text of texts) if (repair(text, { model }).text !== text) documentsAltered++
  const { words, harmed, harmRate } = measureRepair(
    texts.map((text) => ({ ocr: text, truth: text })),
    model,
  )
  return { words, altered: harmed, rate: harmRate, documents: texts.length, documentsAltered }
}
