// Text to plan: lines, then the constructs of the table, then what is found across the whole text.

import { findAcross } from './across.ts'
import { composedOf, onOriginal } from './composed.ts'
import { CONSTRUCTS } from './constructs.ts'
import { engineWarnings } from './engine-doubts.ts'
import { issuerInSentence } from './head-issuer.ts'
import { bareTitle } from './head-title.ts'
import { splitLines } from './lines.ts'
import { partsOf } from './roles.ts'
import { runningText } from './running-text.ts'
import type { Organisation, ParseOptions, Plan, Warning } from './schema.ts'
import { ParseState } from './state.ts'
import { structureWarnings } from './structure-warnings.ts'
import { uncertainWarnings } from './uncertain.ts'

/**
 * The structured plan of a repaired official document. Never throws on any text: an empty one gives an empty plan with
 * warnings; a text that is no official document (a news report) gives `kind: null`, its paragraphs and references.
 *
 * @param text the repaired text; all spans of the plan point into it
 * @param options what the repair was unsure of, and whether the text is kept in the plan
 * @example parsePlan('KẾ HOẠCH\nPhòng cháy năm 2026').kind // 'Kế hoạch'
 */
export function parsePlan(text: string, options: ParseOptions = {}): Plan {
  const composed = composedOf(text)
  const plan =
    composed === null
      ? parse(text, options)
      : onOriginal(parse(composed.text, withoutSpans(options)), text, composed)
  const { certainty, engine, threshold } = options
  const warned =
    certainty === undefined ? plan : withWarnings(plan, uncertainWarnings(plan, text, certainty, threshold))
  return engine === undefined ? warned : withWarnings(warned, engineWarnings(warned, text, engine, certainty))
}

/** Spans are of the text as it was given; where that is decomposed, they are not looked for. */
const withoutSpans = (options: ParseOptions): ParseOptions => ({ ...options, furniture: [] })

const withWarnings = (plan: Plan, warnings: readonly Warning[]): Plan => ({
  ...plan,
  warnings: [...plan.warnings, ...warnings],
})

function parse(text: string, options: ParseOptions): Plan {
  const state = new ParseState(text, splitLines(text), options)
  for (const construct of CONSTRUCTS) construct.read(state)
  return planOf(state)
}

function planOf(state: ParseState): Plan {
  const { text, head, preamble, foot, options } = state
  const draft = {
    ...(options.text === false ? {} : { text }),
    kind: head?.kind ?? null,
    number: head?.number?.number ?? null,
    symbol: head?.number?.symbol ?? null,
    issuer: issuerOf(state),
    place: head?.placeDate?.place ?? null,
    date: head?.placeDate?.date ?? null,
    title: head?.title == null ? null : bareTitle(head.title),
    urgency: head?.marks.find((mark) => /khẩn|hỏa tốc|hoả tốc/iu.test(mark)) ?? null,
    marks: head?.marks ?? [],
    to: head?.to ?? [],
    bases: (preamble?.bases ?? []).map((basis) => ({ ...basis, refs: [] })),
    intro: preamble?.intro ?? null,
    sections: state.sections,
    parts: partsOf(state.sections),
    tasks: [],
    closing: state.closing,
    recipients: foot?.list ?? [],
    archive: foot?.archive ?? null,
    signatories: foot?.signatories ?? [],
    appendices: state.appendices,
    references: [],
    abbreviations: [],
    trailing: state.trailing,
  }
  const warnings = structureWarnings(draft, {
    national: head?.national ?? false,
    kindInferred: head?.kindInferred ?? false,
    numberSpan: head?.numberSpan ?? null,
    dateSpan: head?.dateSpan ?? null,
    dateComplete: head?.placeDate?.complete ?? false,
    endMark: state.endMark,
    faults: state.faults,
    trailingSpan: state.trailingSpan,
  })
  const running = runningText(text, state.layout.list, state.lines)
  const across = findAcross(running, draft, head?.numberSpan ?? null, options.units)
  return {
    schema: 'vn-plan/1',
    ...draft,
    ...across,
    warnings: [...warnings, ...across.warnings],
    places: state.places.tiles(text.length),
    layout: { pages: state.layout.pages, lines: state.layout.starts },
  }
}

/** The printed head, else the body that the enacting sentence or the closing names. */
function issuerOf(state: ParseState): Organisation | null {
  const { head, preamble } = state
  if (head === null || !head.document) return null
  if (head.issuer !== null) return head.issuer
  const name = preamble?.issuer ?? (state.closing === null ? null : issuerInSentence(state.closing))
  return name === null ? null : { name, parent: null, inferred: true }
}
