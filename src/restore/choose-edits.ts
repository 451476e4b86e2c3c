/** Which of the edits that were found are made, and which only suggested. */
import { isLegalSyllable } from '../syllable/split.ts'
import type { Chunk } from './chunks.ts'
import type { Edit, EditReason } from './edit.ts'
import type { PageEvidence } from './evidence.ts'
import type { RepairWeights } from './repair-weights.ts'

/** An edit as sure as this was a slip. */
const SLIP_MIN = 0.9
/** What is a syllable may also be the writer's word: a slip is evident only when the edit is as good as certain. */
const EVIDENT_WORD_MIN = 0.98
/** What writers do themselves says nothing of the engine. */
const NO_EVIDENCE: ReadonlySet<EditReason> = new Set(['acronym', 'split', 'unicode'])
/** Lists and grammars know what no engine can see. */
const BY_KNOWLEDGE: ReadonlySet<EditReason> = new Set(['acronym', 'code', 'numeral'])
/** To overrule an engine that was sure of a word an edit must be so sure; where it doubts, so sure is enough. */
const OVERRULE_MIN = 0.8
const DOUBTED_MIN = 0.5

/** @param minConfidence edits less sure than this are only suggested */
export function chooseEdits(
  found: readonly Edit[],
  chunks: readonly Chunk[],
  weights: RepairWeights,
  minConfidence: number,
  evidence: PageEvidence | null,
): { edits: Edit[]; suggestions: Edit[] } {
  // Only of what no engine is known to have read it must be asked whether one did.
  const floor = evidence === null ? floorOf(found, chunks, weights, minConfidence) : minConfidence
  const edits: Edit[] = []
  const suggestions: Edit[] = []
  for (const edit of found) {
    const { confidence, reason, span } = edit
    const verdict = evidence === null || BY_KNOWLEDGE.has(reason) ? null : evidence.verdictOf(span)
    // A Vietnamese model loses few spaces: words printed without one are mostly the writer's.
    const isWriters = reason === 'split' && weights.splits <= 0 && verdict !== 'doubtful'
    const least =
      verdict === 'sure'
        ? Math.max(floor, OVERRULE_MIN)
        : verdict === 'doubtful'
          ? Math.min(floor, Math.max(minConfidence, DOUBTED_MIN))
          : floor
    if (confidence >= least && !isWriters) edits.push(edit)
    else suggestions.push(edit)
  }
  return { edits, suggestions }
}

/**
 * The confidence an edit needs. A text in which hardly any word is impossible was not damaged by OCR: what looks odd in
 * it is the writer's own, and is only reported; in one that is slightly damaged only sure edits are made.
 */
function floorOf(
  edits: readonly Edit[],
  chunks: readonly Chunk[],
  { soundBase, soundRate, slightRate }: RepairWeights,
  minConfidence: number,
): number {
  let words = 0
  for (const { kind } of chunks) if (kind === 'word') words++
  let slips = 0
  let evident = 0
  for (const { confidence, reason, original } of edits) {
    if (NO_EVIDENCE.has(reason) || confidence <= SLIP_MIN) continue
    slips++
    if (confidence > EVIDENT_WORD_MIN || !isLegalSyllable(original)) evident++
  }
  if (evident <= soundBase + soundRate * words) return Number.POSITIVE_INFINITY
  return slips < slightRate * words ? Math.max(minConfidence, SLIP_MIN) : minConfidence
}
