/** Decisions exported from a report → the final text, and what should be remembered for other documents. */
import { z } from 'zod'
import { VanbanError } from '../errors.ts'
import type { ReviewKind } from '../restore/review.ts'
import { describeIssue } from './describe-issue.ts'

const offset = z.number().int().nonnegative()

const SCHEMA = z.strictObject({
  vanban: z.literal('decisions'),
  version: z.literal(1),
  file: z.string(),
  sha256: z.string(),
  pages: z.array(
    z.strictObject({
      number: z.number().int().positive(),
      /** As it was read. */
      original: z.string(),
      /** Repairs that were made. */
      edits: z.array(z.tuple([offset, offset, z.string()])),
    }),
  ),
  decisions: z.array(
    z.strictObject({
      /** Index into `pages`. */
      page: offset,
      span: z.tuple([offset, offset]),
      /** What is to stand there. */
      text: z.string(),
      review: z.enum(['name', 'number', 'word']).nullable(),
    }),
  ),
})

/** What a report exports. */
export type Decisions = z.infer<typeof SCHEMA>

/** A decision with what it is about. */
export interface DecidedPlace {
  readonly original: string
  /** What repair had made of it. */
  readonly repaired: string
  readonly text: string
  readonly review: ReviewKind | null
}

/**
 * Reads exported decisions.
 *
 * @throws VanbanError `DECISIONS_SYNTAX`
 */
export function readDecisions(json: string, file: string): Decisions {
  const fail = (problem: string): never => {
    throw new VanbanError(
      'DECISIONS_SYNTAX',
      'report',
      `${file} is no list of decisions exported from a review report: ${problem}. Open the report in a browser, press "Xuất quyết định (JSON)", and give the file that it saves.`,
      { file },
    )
  }
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (cause) {
    if (/^\s*</.test(json)) return fail('it is a web page, such as the report itself')
    return fail(`it is not valid JSON (${(cause as Error).message.replace(/\s+/g, ' ')})`)
  }
  const parsed = SCHEMA.safeParse(value)
  if (!parsed.success) return fail(describeIssue(parsed.error.issues[0], value))
  checkSpans(parsed.data, fail)
  return parsed.data
}

/** Spans must lie in their page, ascend, and not overlap: else the text would come out wrong without a word. */
function checkSpans({ pages, decisions }: Decisions, fail: (problem: string) => never): void {
  for (const { number, original, edits } of pages) {
    checkOrder(edits, original.length, () => fail(`the edits of page ${number} do not fit its text`))
  }
  pages.forEach(({ number, original }, index) => {
    const own = decisions.filter(({ page }) => page === index).map(({ span }) => span)
    checkOrder(own, original.length, () => fail(`the decisions on page ${number} do not fit its text`))
  })
  if (decisions.some(({ page }) => page >= pages.length))
    fail('there are decisions on pages that are not there')
}

function checkOrder(
  spans: readonly (readonly [number, number, ...unknown[]])[],
  length: number,
  fail: () => never,
): void {
  let done = 0
  for (const [start, end] of spans) {
    if (start < done || end < start || end > length) fail()
    done = end
  }
}

/** The final text: repairs as decided, those without a decision as they were made. Pages are parted by form feeds. */
export function applyDecisions({ pages, decisions }: Decisions): string {
  return pages
    .map(({ original, edits }, index) => {
      const decided = decisions.filter(({ page }) => page === index)
      return replace(original, mergeChanges(edits, decided))
    })
    .join('\f')
}

type Change = readonly [start: number, end: number, text: string]

/** Decisions and the edits they say nothing about, ascending. */
function mergeChanges(edits: readonly Change[], decided: Decisions['decisions']): Change[] {
  const changes: Change[] = decided.map(({ span, text }) => [span[0], span[1], text])
  let at = 0
  for (const edit of edits) {
    while (at < decided.length && decided[at]!.span[1] <= edit[0]) at++
    const next = decided[at]
    if (next === undefined || next.span[0] >= edit[1]) changes.push(edit)
  }
  return changes.sort((a, b) => a[0] - b[0])
}

function replace(text: string, changes: readonly Change[]): string {
  const pieces: string[] = []
  let done = 0
  for (const [start, end, replacement] of changes) {
    pieces.push(text.slice(done, start), replacement)
    done = end
  }
  pieces.push(text.slice(done))
  return pieces.join('')
}

/** The decisions with the words they are about. */
export function decidedPlaces({ pages, decisions }: Decisions): DecidedPlace[] {
  const edits = pages.map(
    (page) => new Map(page.edits.map(([start, end, text]) => [`${start}-${end}`, text])),
  )
  return decisions.map(({ page, span, text, review }) => {
    const original = pages[page]!.original.slice(...span)
    return { original, repaired: edits[page]!.get(span.join('-')) ?? original, text, review }
  })
}
