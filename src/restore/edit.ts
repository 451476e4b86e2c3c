/** The record of a change: what stood where, what stands there now, why, and how sure that is. */
import { fold } from '../unicode/fold.ts'
import { normalise } from '../unicode/normalise.ts'

/** Why a stretch was changed. */
export type EditReason =
  /** Only diacritics differ. */
  | 'marks'
  /** Letters were misread. */
  | 'letters'
  /** Only capitals differ. */
  | 'case'
  /** A word read as two was joined. */
  | 'merge'
  /** Words that ran together were parted. */
  | 'split'
  /** Letters of a số ký hiệu. */
  | 'code'
  /** An abbreviation, by the lists or by its definition in the document. */
  | 'acronym'
  /** A Roman numeral of a heading read as figures. */
  | 'numeral'
  /** Look-alike or decomposed characters, no change to the eye. */
  | 'unicode'

/** How far an edit may be trusted without looking. */
export type Applicability = 'certain' | 'likely' | 'suggestion'

/** One change; spans are half-open UTF-16 offsets into the original page. */
export interface Edit {
  readonly span: readonly [start: number, end: number]
  readonly original: string
  readonly replacement: string
  readonly reason: EditReason
  /** P(the replacement is right), 0..1. */
  readonly confidence: number
  readonly applicability: Applicability
  /** Up to three other readings, likeliest first. */
  readonly alternatives: readonly { readonly text: string; readonly confidence: number }[]
}

/** From this confidence on an edit is certain, likely. */
const CERTAIN_MIN = 0.95
const LIKELY_MIN = 0.5

export const applicabilityOf = (confidence: number): Applicability =>
  confidence >= CERTAIN_MIN ? 'certain' : confidence >= LIKELY_MIN ? 'likely' : 'suggestion'

/** Edits without those that overlap an earlier one; ascending by span. */
export function disjoint(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = []
  let end = 0
  for (const edit of edits) {
    if (edit.span[0] < end) continue
    kept.push(edit)
    end = edit.span[1]
  }
  return kept
}

/**
 * The text with edits applied.
 *
 * @param edits ascending by span, disjoint
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let done = 0
  for (const { span, replacement } of edits) {
    pieces.push(text.slice(done, span[0]), replacement)
    done = span[1]
  }
  pieces.push(text.slice(done))
  return pieces.join('')
}

/**
 * The original text again.
 *
 * @param repaired what `applyEdits` gave
 * @param edits the same edits
 */
export function undoEdits(repaired: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let done = 0
  let shift = 0
  for (const { span, original, replacement } of edits) {
    const start = span[0] + shift
    pieces.push(repaired.slice(done, start), original)
    done = start + replacement.length
    shift += replacement.length - original.length
  }
  pieces.push(repaired.slice(done))
  return pieces.join('')
}

/** Why one word became another. */
export function reasonOf(original: string, replacement: string): EditReason {
  const a = normalise(original)
  if (a === replacement) return 'unicode'
  if (a.toLowerCase() === replacement.toLowerCase()) return 'case'
  return fold(a) === fold(replacement) ? 'marks' : 'letters'
}
