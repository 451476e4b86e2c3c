// Warnings where the repair was unsure inside a value of the plan: one for each field or section, worst word first.

import type { Certainty, Plan, Span, Warning } from './schema.ts'

/** Below this score a value is reported. */
export const THRESHOLD_DEFAULT = 0.5

/** Words named in a message. */
const WORDS_SHOWN = 3

/** Places nobody relies on. */
const IGNORED = new Set(['furniture', 'heading', 'trailing'])

/** A stretch that was doubted, and how sure it is. */
export interface Doubt {
  readonly span: Span
  readonly score: number
}

type Parts = Pick<Plan, 'places' | 'recipients' | 'signatories'>

const same = (text: string | null, word: string): boolean =>
  text?.toLocaleLowerCase('vi').includes(word.toLocaleLowerCase('vi')) === true

/** Path of the value a word stands in: `recipients.3` → `recipients.3.name`; sections go by their id. */
export function subjectOf(path: string, word: string, plan: Parts): string {
  if (path.startsWith('section:')) return path.slice('section:'.length)
  const [list, index] = path.split('.')
  if (list === 'bases') return `${path}.text`
  if (list === 'recipients') {
    const recipient = plan.recipients[Number(index)]
    if (recipient === undefined) return path
    return same(recipient.name, word) || recipient.purpose === null ? `${path}.name` : `${path}.purpose`
  }
  if (list === 'signatories') {
    const signatory = plan.signatories[Number(index)]
    if (signatory === undefined) return path
    if (same(signatory.name, word)) return `${path}.name`
    return same(signatory.position, word) ? `${path}.position` : path
  }
  return path
}

/** The warning for the doubts of one value, worst first. `who` doubts, in Vietnamese. */
export function doubtWarning(who: string, subject: string, doubts: readonly Doubt[], text: string): Warning {
  const worst = doubts.reduce((a, b) => (b.score < a.score ? b : a))
  const words = [worst, ...doubts.filter((doubt) => doubt !== worst)]
  const shown = [...new Set(words.map(({ span }) => `“${text.slice(...span)}”`))].slice(0, WORDS_SHOWN)
  const rest = doubts.length > WORDS_SHOWN ? ` và ${doubts.length - WORDS_SHOWN} từ khác` : ''
  const share = Math.round(worst.score * 100)
  return {
    code: 'uncertain',
    subject,
    message: `${who} chưa chắc chắn ở ${shown.join(', ')}${rest} (thấp nhất ${share} %), cần đối chiếu bản gốc.`,
    span: worst.span,
  }
}

/**
 * `uncertain` warnings in the order of the text.
 *
 * @param plan its places, and the values they belong to
 * @param text what the places cover
 * @param certainty ascending by span
 * @param threshold scores below it are doubts, 0..1
 */
export function uncertainWarnings(
  plan: Parts,
  text: string,
  certainty: readonly Certainty[],
  threshold: number = THRESHOLD_DEFAULT,
): Warning[] {
  const bySubject = new Map<string, Doubt[]>()
  let at = 0
  for (const { span, score } of certainty) {
    // Not a number is no certainty either.
    if (score >= threshold) continue
    while (at < plan.places.length && plan.places[at]!.span[1] <= span[0]) at++
    const place = plan.places[at]
    if (place === undefined || span[0] < place.span[0] || IGNORED.has(place.path)) continue
    const subject = subjectOf(place.path, text.slice(...span), plan)
    const doubts = bySubject.get(subject)
    if (doubts === undefined) bySubject.set(subject, [{ span, score }])
    else doubts.push({ span, score })
  }
  return [...bySubject].map(([subject, doubts]) => doubtWarning('Bản sửa lỗi', subject, doubts, text))
}
