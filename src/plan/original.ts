/**
 * From the repaired text, into which all spans of a plan point, back to the page as it came, and the other way: the
 * edit record of a repair, read as a map. Also what the repair was unsure of, as the parser wants it.
 */
import type { Edit } from '../restore/edit.ts'
import type { Repair } from '../restore/repair.ts'
import type { Certainty, Span } from './schema.ts'

/** What the map needs of an edit. */
type Change = Pick<Edit, 'span' | 'replacement'>

/** Turns spans of one text into spans of the other. */
export interface SpanMap {
  /** A span of the repaired text → the span of the original it was made from, whole changes included. */
  toOriginal(span: Span): Span
  /** A span of the original → the span of the repaired text that came of it. */
  toRepaired(span: Span): Span
}

/** Where changes begin and end in one of the two texts. */
interface Side {
  readonly starts: Float64Array
  readonly ends: Float64Array
}

/** Index of the last change that begins before `offset`, -1 if none does. */
function lastBefore(starts: Float64Array, offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (starts[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** What begins at `offset`: inside a change, the change; what was inserted or deleted just before stays outside. */
function mapStart(offset: number, from: Side, to: Side): number {
  let index = lastBefore(from.starts, offset)
  while (index + 1 < from.starts.length && from.ends[index + 1]! <= offset) index++
  if (index < 0) return offset
  return offset < from.ends[index]! ? to.starts[index]! : to.ends[index]! + (offset - from.ends[index]!)
}

/** What ends at `offset`: inside a change, all of the change. */
function mapEnd(offset: number, from: Side, to: Side): number {
  const index = lastBefore(from.starts, offset)
  if (index < 0) return offset
  return offset < from.ends[index]! ? to.ends[index]! : to.ends[index]! + (offset - from.ends[index]!)
}

function mapSpan([start, end]: Span, from: Side, to: Side): Span {
  const first = mapStart(start, from, to)
  const last = mapEnd(end, from, to)
  // An empty span where something was deleted stands for what was deleted.
  return first <= last ? [first, last] : [last, first]
}

/**
 * The edit record as a map between the two texts.
 *
 * @param edits ascending by span, disjoint, spans in the original: `repair(…).edits`
 *
 * @example spanMap(edits).toOriginal(plan.sections[0].span)
 */
export function spanMap(edits: readonly Change[]): SpanMap {
  const side = (): Side => ({ starts: new Float64Array(edits.length), ends: new Float64Array(edits.length) })
  const original = side()
  const repaired = side()
  let shift = 0
  edits.forEach(({ span: [start, end], replacement }, index) => {
    original.starts[index] = start
    original.ends[index] = end
    repaired.starts[index] = start + shift
    repaired.ends[index] = start + shift + replacement.length
    shift += replacement.length - (end - start)
  })
  return {
    toOriginal: (span) => mapSpan(span, repaired, original),
    toRepaired: (span) => mapSpan(span, original, repaired),
  }
}

/** The words of a repair as {@link Certainty}: their places in the repaired text, and how sure the repair was. */
export function certaintyOf(repair: Pick<Repair, 'words' | 'edits'>): Certainty[] {
  const map = spanMap(repair.edits)
  return repair.words.map(({ span, confidence }) => ({ span: map.toRepaired(span), score: confidence }))
}
