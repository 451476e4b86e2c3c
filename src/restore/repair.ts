/**
 * OCR text → repaired text, the public door: finds out what kind of page it has and has it repaired.
 */
import { VanbanError } from '../errors.ts'
import type { Dictionary } from './dictionary.ts'
import { applicabilityOf, type Edit } from './edit.ts'
import type { WordEvidence } from './evidence.ts'
import type { Model } from './model.ts'
import { PageRepairer } from './page-repairer.ts'
import { restore } from './restore.ts'
import type { ReviewItem } from './review.ts'
import { reviewWords } from './review.ts'
import { detectSource, type Source } from './source.ts'

/** How to repair. */
export interface RepairOptions {
  readonly model: Model
  /** A list of the user's own; its phrases and names are favoured, its `protected` entries left alone. */
  readonly dictionary?: Dictionary
  /** Which engine read the page; `auto` (default) looks at its letters. `none`: only the marks are missing. */
  readonly source?: Source | 'auto'
  /**
   * How sure the engine was of its words (spans are offsets in the text): a word it is sure of needs more to be changed,
   * one it doubts less, and doubtful figures go to review. As Tesseract counts; default none.
   */
  readonly evidence?: readonly WordEvidence[]
  /** Edits less sure than this are reported, not applied; 0..1, default 0.2. */
  readonly minConfidence?: number
}

/** One word of the page after repair. */
export interface RepairedWord {
  /** UTF-16 offsets in the page as it came. */
  readonly span: readonly [start: number, end: number]
  readonly original: string
  readonly text: string
  /** P(the text is right), 0..1. */
  readonly confidence: number
}

export interface Repair {
  readonly text: string
  readonly words: readonly RepairedWord[]
  /** What was changed, ascending by span. */
  readonly edits: readonly Edit[]
  /** Changes too doubtful to be made. */
  readonly suggestions: readonly Edit[]
  /** What a person should look at, whether it was changed or not. */
  readonly review: readonly ReviewItem[]
  readonly source: Source
}

const MIN_CONFIDENCE_DEFAULT = 0.2

/** Repairs one page or document of OCR text. Lines stay lines; what is no Vietnamese prose stays byte for byte. */
export function repair(text: string, options: RepairOptions): Repair {
  const source =
    options.source === undefined || options.source === 'auto' ? detectSource(text) : options.source
  if (source === 'none') return repairMarks(text, options)
  const profile = options.model.profiles.find(({ name }) => name === source)
  if (profile === undefined) {
    throw new VanbanError(
      'BAD_ARGUMENT',
      'restore',
      `The model has no channel profile "${source}": load it with its profiles, or choose another source.`,
    )
  }
  const repairer = new PageRepairer(text, options.model, profile, options.dictionary, options.evidence)
  return repairer.run(options.minConfidence ?? MIN_CONFIDENCE_DEFAULT, source)
}

/** A text that lost its marks and nothing else is restored; the changes become edits. */
function repairMarks(text: string, { model, dictionary }: RepairOptions): Repair {
  const { text: restored, words } = restore(
    text,
    dictionary === undefined ? { model } : { model, dictionary },
  )
  const edits = words
    .filter((word) => word.text !== word.original)
    .map(({ span, original, text: replacement, confidence }): Edit => {
      return {
        span,
        original,
        replacement,
        reason: 'marks',
        confidence,
        applicability: applicabilityOf(confidence),
        alternatives: [],
      }
    })
  return { text: restored, words, edits, suggestions: [], review: reviewWords(text, words), source: 'none' }
}
