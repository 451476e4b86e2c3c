// Warnings where the OCR engine itself was unsure of what stands in the head or the signature: figures above all, which no
// language model can check, and names, which are no words.
import type { Certainty, Plan, Span, Warning } from './schema.ts'
import { type Doubt, doubtWarning, subjectOf } from './uncertain.ts'

/** Fields that are looked up by others: their values are handed on without the page. */
const HEAD = /^(?:kind|number|date|title|issuer\.name|signatories\.\d+)$/u
/** Figures below this score are doubtful; above it 99 of 100 numbers written by hand are right (bench/figures/check.ts). */
const FIGURES_MIN = 0.8
/** Names likewise. */
const NAME_MIN = 0.8
/** Other words, which the repair has read in their context. */
const WORD_MIN = 0.6
/** A repair so sure needs no engine. */
const REPAIR_SURE_MIN = 0.9

type Parts = Pick<Plan, 'places' | 'recipients' | 'signatories' | 'warnings'>

/**
 * `uncertain` warnings for the fields of head and signature, in the order of the text.
 *
 * @param engine how sure the engine was of each word, ascending by span
 * @param certainty how sure the repair was, ascending by span
 */
export function engineWarnings(
  plan: Parts,
  text: string,
  engine: readonly Certainty[],
  certainty: readonly Certainty[] = [],
): Warning[] {
  const known = new Set(
    plan.warnings.filter(({ code }) => code === 'uncertain').map(({ subject }) => subject),
  )
  const found = new Map<string, Doubt[]>()
  let at = 0
  let sureAt = 0
  for (const { span, score } of engine) {
    while (at < plan.places.length && plan.places[at]!.span[1] <= span[0]) at++
    const place = plan.places[at]
    if (place === undefined) break
    if (span[0] < place.span[0] || !HEAD.test(place.path)) continue
    while (sureAt < certainty.length && certainty[sureAt]!.span[1] <= span[0]) sureAt++
    const word = text.slice(...span)
    const subject = subjectOf(place.path, word, plan)
    if (score >= leastOf(subject, word) || known.has(subject)) continue
    if (!isFigures(word) && !isName(subject) && isSure(certainty, sureAt, span)) continue
    const doubts = found.get(subject)
    if (doubts === undefined) found.set(subject, [{ span, score }])
    else doubts.push({ span, score })
  }
  return [...found].map(([subject, doubts]) => doubtWarning('Máy đọc chữ', subject, doubts, text))
}

const isFigures = (word: string): boolean => /\d/u.test(word)
const isName = (subject: string): boolean => subject.endsWith('.name') && subject.startsWith('signatories')

function leastOf(subject: string, word: string): number {
  if (isFigures(word) && (subject === 'number' || subject === 'date')) return FIGURES_MIN
  if (isName(subject)) return NAME_MIN
  return /[\p{L}\d]/u.test(word) ? WORD_MIN : 0
}

/** Whether the repair is sure of all it says of a stretch. */
function isSure(certainty: readonly Certainty[], from: number, [, end]: Span): boolean {
  let isSeen = false
  for (let i = from; i < certainty.length && certainty[i]!.span[0] < end; i++) {
    if (!(certainty[i]!.score >= REPAIR_SURE_MIN)) return false
    isSeen = true
  }
  return isSeen
}
