/** The places of a document a reviewer may decide about: repairs, suggestions, doubtful words, each place once. */
import type { IngestedPage } from '../ingest/document.ts'
import type { Edit, EditReason } from '../restore/edit.ts'
import type { ReviewKind } from '../restore/review.ts'

type Span = readonly [start: number, end: number]

/** A place. */
export interface Point {
  /** From 1, in reading order. */
  readonly id: number
  /** Index of its page. */
  readonly page: number
  /** In the raw text of the page. */
  readonly span: Span
  /** Where it begins in the repaired text of the page. */
  readonly textStart: number
  readonly original: string
  /** As it stands in the repaired text. */
  readonly current: string
  /** `edit`: was changed; `suggestion`: was not, though it might; `word`: nothing else is known to fit. */
  readonly kind: 'edit' | 'suggestion' | 'word'
  readonly reason: EditReason | null
  readonly review: ReviewKind | null
  /** That `current` is right, 0..1. */
  readonly confidence: number
  /** Readings to choose from: as it stands, as it was, then others. No two are the same. */
  readonly choices: readonly string[]
  /** A person should look at it. */
  readonly doubtful: boolean
}

/** More readings than these are no help. */
const CHOICES_MAX = 5

const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1]

function choicesOf(current: string, original: string, alternatives: Edit['alternatives']): string[] {
  return [...new Set([current, original, ...alternatives.map(({ text }) => text)])].slice(0, CHOICES_MAX)
}

/** Finds the places of all pages. */
export function findPoints(pages: readonly IngestedPage[]): Point[] {
  const points: Point[] = []
  pages.forEach((page, index) => {
    let shift = 0
    for (const point of pointsOf(page)) {
      points.push({ ...point, id: points.length + 1, page: index, textStart: point.span[0] + shift })
      if (point.kind === 'edit') shift += point.current.length - point.original.length
    }
  })
  return points
}

type PagePoint = Omit<Point, 'id' | 'page' | 'textStart'>

function pointsOf({ raw, repair }: IngestedPage): PagePoint[] {
  if (repair === null) return []
  const points = repair.edits.map(
    (edit): PagePoint => fromEdit(edit, 'edit', edit.replacement, edit.confidence),
  )
  add(
    points,
    repair.suggestions.map((edit) => {
      const confidence = Math.max(0, 1 - edit.confidence)
      const point = fromEdit(edit, 'suggestion', edit.original, confidence)
      return { ...point, choices: choicesOf(edit.original, edit.replacement, edit.alternatives) }
    }),
  )
  const doubts = repair.review.map(({ span, kind, text, confidence }): PagePoint => {
    const original = raw.slice(...span)
    const choices = choicesOf(text, original, [])
    return {
      span,
      original,
      current: text,
      kind: 'word',
      reason: null,
      review: kind,
      confidence,
      choices,
      doubtful: true,
    }
  })
  add(points, doubts)
  return points
}

function fromEdit(edit: Edit, kind: Point['kind'], current: string, confidence: number): PagePoint {
  const { span, original, reason, applicability, alternatives } = edit
  const doubtful = kind === 'suggestion' || applicability !== 'certain'
  const choices = choicesOf(current, original, alternatives)
  return { span, original, current, kind, reason, review: null, confidence, choices, doubtful }
}

/** Adds places; one that overlaps a place that is there makes that doubtful instead. Both lists ascend by span. */
function add(points: PagePoint[], more: readonly PagePoint[]): void {
  const added: PagePoint[] = []
  let at = 0
  for (const point of more) {
    while (at < points.length && points[at]!.span[1] <= point.span[0]) at++
    const there = points[at]
    if (there !== undefined && overlaps(there.span, point.span)) {
      const confidence = Math.min(there.confidence, point.confidence)
      points[at] = { ...there, review: point.review ?? there.review, doubtful: true, confidence }
    } else {
      const last = added.at(-1)
      if (last === undefined || !overlaps(last.span, point.span)) added.push(point)
    }
  }
  points.push(...added)
  points.sort((a, b) => a.span[0] - b.span[0])
}
