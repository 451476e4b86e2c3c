/**
 * Repaired pages → plan: what the repair was unsure of becomes warnings, and its edits let every span of the plan be
 * followed back to the text as it was read.
 */
import type { Edit } from '../restore/edit.ts'
import type { Repair } from '../restore/repair.ts'
import { certaintyOf, spanMap } from './original.ts'
import { parsePlan } from './parse.ts'
import type { Certainty, ParseOptions, Plan, Span } from './schema.ts'

/** What stands between two pages. */
const PAGE_BREAK = '\f'

/** What parsing needs of a repair. */
export type PageRepair = Pick<Repair, 'text' | 'words' | 'edits'>

/** A page as `repair` or `importDocument` leaves it. */
export interface RepairedPage {
  readonly text: string
  /** Null, or absent, where nothing was repaired. */
  readonly repair?: PageRepair | null
  /** Lines as they were read, for what the OCR engine thought of its words. */
  readonly lines?: readonly PageLine[]
}

/** A line before repair. */
export interface PageLine {
  readonly words: readonly EngineWord[]
  /** Offsets into the unrepaired text. */
  readonly span?: Span
  /** What it is when it is no part of the text, as `importDocument` marks it: page numbers, running heads and feet. */
  readonly furniture?: string | null
}

/** A word before repair. */
export interface EngineWord {
  /** Offsets into the unrepaired text. */
  readonly span: Span
  /** 0..1; null where no engine read. */
  readonly confidence: number | null
}

const moved = ([start, end]: Span, by: number): Span => [start + by, end + by]

/** Length of a text before its repair. */
const rawLength = (text: string, edits: readonly Edit[]): number =>
  edits.reduce(
    (length, { span, replacement }) => length - replacement.length + (span[1] - span[0]),
    text.length,
  )

/**
 * Parses the pages of one document, joined by form feeds.
 *
 * @returns the plan with `edits`: their spans point into the unrepaired pages joined in the same way, so that
 *   `spanMap(plan.edits).toOriginal(span)` finds the place on the page as it was read
 *
 * @example parsePages((await importDocument('scan.pdf', { model })).pages)
 */
export function parsePages(pages: readonly RepairedPage[], options: ParseOptions = {}): Plan {
  const certainty: Certainty[] = []
  const engine: Certainty[] = []
  const furniture: Span[] = []
  const edits: Edit[] = []
  let textAt = 0
  let rawAt = 0
  for (const { text, repair, lines } of pages) {
    // A text that was changed after its repair is read as it is.
    const made = repair?.text === text ? repair : null
    if (made !== null) {
      for (const { span, score } of certaintyOf(made)) certainty.push({ span: moved(span, textAt), score })
      for (const { span, score } of engineCertainty(lines, made.edits))
        engine.push({ span: moved(span, textAt), score })
      for (const edit of made.edits) edits.push({ ...edit, span: moved(edit.span, rawAt) })
    }
    for (const span of furnitureOf(lines, textAt === 0)) {
      furniture.push(moved(made === null ? span : spanMap(made.edits).toRepaired(span), textAt))
    }
    textAt += text.length + PAGE_BREAK.length
    rawAt += (made === null ? text.length : rawLength(text, made.edits)) + PAGE_BREAK.length
  }
  const text = pages.map((page) => page.text).join(PAGE_BREAK)
  const plan = parsePlan(text, {
    ...options,
    ...(certainty.length === 0 ? {} : { certainty }),
    ...(engine.length === 0 ? {} : { engine }),
    ...(furniture.length === 0 ? {} : { furniture }),
  })
  return pages.some(({ repair }) => repair != null) ? { ...plan, edits } : plan
}

/** Lines that were marked. What stands at the head of a document is its own head, though it may come back on every page. */
function furnitureOf(lines: RepairedPage['lines'], isFirstPage: boolean): Span[] {
  const spans: Span[] = []
  let isHead = isFirstPage
  for (const { span, furniture = null } of lines ?? []) {
    if (furniture === null) isHead = false
    else if (span !== undefined && !(isHead && furniture === 'running-head')) spans.push(span)
  }
  return spans
}

/** What the engine thought of its words, in the repaired text. */
function engineCertainty(lines: RepairedPage['lines'], edits: readonly Edit[]): Certainty[] {
  const map = spanMap(edits)
  return (lines ?? [])
    .flatMap(({ words }) => words)
    .flatMap(({ span, confidence }) =>
      confidence === null ? [] : [{ span: map.toRepaired(span), score: confidence }],
    )
    .sort((a, b) => a.span[0] - b.span[0])
}

/**
 * Parses what `repair` made of one page or document.
 *
 * @example parseRepair(repair(ocrText, { model })).warnings
 */
export function parseRepair(repair: PageRepair, options: ParseOptions = {}): Plan {
  return parsePages([{ text: repair.text, repair }], options)
}
