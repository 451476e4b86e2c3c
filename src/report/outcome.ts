/** What became of one document, as summaries and reports see it. */
import type { IngestedDocument } from '../ingest/document.ts'

/** `partial`: there is a result, but not of all pages; `skipped`: done in an earlier run. */
export type DocumentStatus = 'success' | 'partial' | 'failed' | 'skipped'

/** Something wrong with a document. */
export interface Problem {
  /** Code of a `VanbanError`, of an `IngestProblem`, or `INTERNAL`. */
  readonly code: string
  readonly severity: 'error' | 'warning'
  /** A full sentence. */
  readonly message: string
  readonly page: number | null
}

/** Counts of one document; sums of them are counts of a run. */
export interface DocumentCounts {
  readonly pages: number
  readonly words: number
  /** Sum of the confidences of all words; divided by `words` it is the mean. */
  readonly confidence: number
  readonly certain: number
  readonly likely: number
  readonly suggestions: number
  readonly review: number
  /** Edits that were made, by reason. */
  readonly byReason: Readonly<Record<string, number>>
}

/** What became of a document. */
export interface Outcome {
  /** How the document is called. */
  readonly name: string
  readonly status: DocumentStatus
  readonly problems: readonly Problem[]
  /** SHA-256 of the document, hexadecimal; `null` when it could not be read. */
  readonly sha256: string | null
  readonly counts: DocumentCounts
  readonly changed: boolean
  /** What was found, in some words, where that is not a matter of repairs. */
  readonly note?: string
  /** Time the document took. */
  readonly ms: number
}

export const NO_COUNTS: DocumentCounts = {
  pages: 0,
  words: 0,
  confidence: 0,
  certain: 0,
  likely: 0,
  suggestions: 0,
  review: 0,
  byReason: {},
}

/** Counts pages, words, edits and doubts. */
export function countDocument({ pages }: IngestedDocument): DocumentCounts {
  let words = 0
  let confidence = 0
  let certain = 0
  let likely = 0
  let suggestions = 0
  let review = 0
  const byReason: Record<string, number> = {}
  for (const { repair } of pages) {
    if (repair === null) continue
    words += repair.words.length
    for (const word of repair.words) confidence += word.confidence
    for (const { applicability, reason } of repair.edits) {
      if (applicability === 'certain') certain++
      else likely++
      byReason[reason] = (byReason[reason] ?? 0) + 1
    }
    suggestions += repair.suggestions.length
    review += repair.review.length
  }
  return { pages: pages.length, words, confidence, certain, likely, suggestions, review, byReason }
}

/** The sum of counts. */
export function addCounts(a: DocumentCounts, b: DocumentCounts): DocumentCounts {
  const byReason: Record<string, number> = { ...a.byReason }
  for (const [reason, count] of Object.entries(b.byReason)) byReason[reason] = (byReason[reason] ?? 0) + count
  return {
    pages: a.pages + b.pages,
    words: a.words + b.words,
    confidence: a.confidence + b.confidence,
    certain: a.certain + b.certain,
    likely: a.likely + b.likely,
    suggestions: a.suggestions + b.suggestions,
    review: a.review + b.review,
    byReason,
  }
}

/** Mean confidence of the words, `null` without any. */
export function meanConfidence({ words, confidence }: DocumentCounts): number | null {
  return words === 0 ? null : confidence / words
}

/** Problems of reading that mean that part of the document is missing from the result. */
const INCOMPLETE: readonly string[] = ['LIMIT_PAGES', 'OCR_SKIPPED', 'PAGE_FAILED']

/** Whether the problems say that part of the document is missing. */
export function isIncomplete(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => INCOMPLETE.includes(code))
}
