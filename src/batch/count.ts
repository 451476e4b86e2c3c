/** A document, read and repaired → its counts; counts of documents → counts of a run. */
import type { IngestedDocument } from '../ingest/document.ts'
import { type DocumentCounts, NO_COUNTS } from './job.ts'

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
export function meanConfidence({ words, confidence }: DocumentCounts = NO_COUNTS): number | null {
  return words === 0 ? null : confidence / words
}
