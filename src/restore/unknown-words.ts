/** How far a word that no vocabulary has may be trusted as it was read. */
import type { AcronymTable } from './acronym.ts'
import { looksLikeAcronym } from './acronym-shape.ts'
import type { RepairWeights } from './repair-weights.ts'

/** New acronyms are misread ones as often as not: 31 of 67 on training pages were right. */
const NEW_ACRONYM = 0.5
const LETTERS = /^\p{L}+$/u
const FIGURES = /^\d+$/

/**
 * Share of such words that were printed so, on training pages; 1 for figures, which say nothing of themselves.
 *
 * @param word as it stands, without the marks around it
 */
export function trustInUnknown(word: string, known: AcronymTable, weights: RepairWeights): number {
  if (FIGURES.test(word) || known.has(word)) return 1
  if (looksLikeAcronym(word)) return NEW_ACRONYM
  if (!LETTERS.test(word)) return weights.trustOdd
  const first = word.charAt(0)
  return first === first.toLowerCase() ? weights.trustSmall : weights.trustCapital
}
