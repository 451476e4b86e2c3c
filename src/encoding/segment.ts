/**
 * Which encoding each stretch of a text is in. Every chunk scores every encoding; changing the encoding costs, within a
 * line more than at its start; the cheapest path through the text says where it changes. A stretch is given to an older
 * encoding only when it is beyond doubt there.
 */
import { ChunkReader, type ChunkReadings, hasViqrSign, mayBeViqr, STATES, UNICODE } from './chunk-readings.ts'
import { chunkEnd, isGap } from './chunks.ts'
import type { Evidence, SegmentOptions } from './evidence.ts'
import { label } from './label.ts'
import type { LegacyEncoding } from './names.ts'

/** A stretch in one encoding; half-open offsets. */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly encoding: 'unicode' | LegacyEncoding
  /** Chunks beyond ASCII in it. */
  readonly evidence: number
}

/** Longer chunks are cut: no word is so long, but lines may have no-break spaces only. */
const CHUNK_MAX = 2000

/** Text is gone through in blocks, which bounds memory. */
const BLOCK_UNITS = 1 << 16

/** Cuts a text into stretches of one encoding; they cover it without gaps. */
export function segment(text: string, options: SegmentOptions = {}): Segment[] {
  const withViqr = mayBeViqr(text)
  const reader = ChunkReader.of(options.language)
  const segments: Segment[] = []
  let state = UNICODE
  for (let from = 0; from < text.length; ) {
    const to = blockEnd(text, from)
    const evidence = collect(text, from, to, reader, withViqr)
    const labels = label(text, evidence, state, options)
    state = labels.at(-1) ?? state
    addSegments(segments, text, from, to, evidence, labels)
    from = to
  }
  return segments
}

/** A block ends behind a line end, else behind any gap, else where it is full. */
function blockEnd(text: string, from: number): number {
  const full = from + BLOCK_UNITS
  if (full >= text.length) return text.length
  const line = text.lastIndexOf('\n', full)
  if (line > from + BLOCK_UNITS / 2) return line + 1
  for (let at = full; at > from + BLOCK_UNITS / 2; at--) if (isGap(text.charCodeAt(at - 1))) return at
  return full
}

function collect(text: string, from: number, to: number, reader: ChunkReader, withViqr: boolean): Evidence {
  const start: number[] = []
  const isLineStart: boolean[] = []
  const end: number[] = []
  const readings: ChunkReadings[] = []
  let lineStart = true
  for (let at = from; at < to; ) {
    const unit = text.charCodeAt(at)
    if (isGap(unit)) {
      if (unit !== 0x20 && unit !== 0x09) lineStart = true
      at++
      continue
    }
    const chunkTo = chunkEnd(text, at, Math.min(to, at + CHUNK_MAX))
    let tells = false
    for (let i = at; i < chunkTo && !tells; i++) {
      const inside = text.charCodeAt(i)
      tells = inside >= 0x80 || inside < 0x20
    }
    const chunk = tells || withViqr ? text.slice(at, chunkTo) : ''
    if (tells || (withViqr && hasViqrSign(chunk))) {
      start.push(at)
      end.push(chunkTo)
      isLineStart.push(lineStart)
      readings.push(reader.read(chunk))
      lineStart = false
    }
    at = chunkTo
  }
  return { start, end, isLineStart, readings, withViqr }
}

function addSegments(
  segments: Segment[],
  text: string,
  from: number,
  to: number,
  { start }: Evidence,
  labels: readonly number[],
): void {
  let segmentStart = from
  let first = 0
  for (let n = 1; n <= labels.length; n++) {
    if (n < labels.length && labels[n] === labels[first]) continue
    // What tells nothing belongs to the line it is on.
    const end = n === labels.length ? to : lineStartBefore(text, start[n]!, start[n - 1]!)
    push(segments, { start: segmentStart, end, encoding: STATES[labels[first]!]!, evidence: n - first })
    segmentStart = end
    first = n
  }
  if (segmentStart < to) {
    push(segments, {
      start: segmentStart,
      end: to,
      encoding: segments.at(-1)?.encoding ?? 'unicode',
      evidence: 0,
    })
  }
}

/** The start of the line of `at`, if it lies behind `after`; else `at`. */
function lineStartBefore(text: string, at: number, after: number): number {
  const line = text.lastIndexOf('\n', at - 1)
  return line > after ? line + 1 : at
}

function push(segments: Segment[], next: Segment): void {
  const last = segments.at(-1)
  if (last === undefined || last.encoding !== next.encoding) segments.push(next)
  else {
    segments[segments.length - 1] = { ...last, end: next.end, evidence: last.evidence + next.evidence }
  }
}
