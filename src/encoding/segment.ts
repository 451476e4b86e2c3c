/**
 * Which encoding each stretch of a text is in. Every chunk scores every encoding; changing the encoding costs, within a
 * line more than at its start; the cheapest path through the text (Viterbi) says where it changes. A stretch is given
 * to an older encoding only when it is beyond doubt there.
 */
import type { LanguageModel } from '../lm/language-model.ts'
import {
  ChunkReader,
  type ChunkReadings,
  hasViqrSign,
  mayBeViqr,
  STATE_COUNT,
  STATES,
  UNICODE,
  VIQR,
} from './chunk-readings.ts'
import { chunkEnd, isGap } from './chunks.ts'
import type { LegacyEncoding } from './names.ts'
import { Variety } from './variety.ts'

/** A stretch in one encoding; half-open offsets. */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly encoding: 'unicode' | LegacyEncoding
  /** Chunks beyond ASCII in it. */
  readonly evidence: number
}

/** What is known beside the text. */
export interface SegmentOptions {
  readonly language?: LanguageModel | undefined
  /** Encoding that a place's font speaks for, if any. */
  /** The text is bytes that are no UTF-8, in the Windows-1252 view. */
  readonly isBytes?: boolean
  readonly fontAt?: (offset: number) => LegacyEncoding | undefined
}

/** Nats it costs to go over to an encoding within a line, by how common it is. */
const ENTER: Readonly<Record<'unicode' | LegacyEncoding, number>> = {
  unicode: 5,
  tcvn3: 9,
  vni: 9,
  'double-utf-8': 9,
  'windows-1258': 10,
  viscii: 11,
  vps: 11,
  'tcvn5712-1': 11.5,
  viqr: 10,
}
const AT_LINE_START = 3

/** What the name of a font adds to its encoding: a hint, since converted texts keep their fonts. */
const FONT_HINT = 3

/** Clear chunks (Vietnamese in one encoding, not in Unicode) before it is thought of at all. */
const CLEAR_MIN = 2
const CLEAR_GAIN = 3

/** A stretch must be Vietnamese in so many of its chunks. */
const CLEAN_SHARE_MIN = 0.6

/** What a stretch must show. */
interface Demand {
  /** Nats it is better by than as Unicode. */
  readonly gain: number
  /**
   * Effective number of different units beyond ASCII. Letters of an older encoding are many; a text full of one odd letter
   * was misread by a scanner: é for ô, for one, which TCVN3 has for ộ, or § for ậ as in VISCII.
   */
  readonly variety: number
}

const OF_STRINGS: Demand = { gain: 12, variety: 2.5 }
/** Pairs of letters are not misread in the same way all the time, and neither are the bytes of UTF-8. */
const OF_PAIRS: Demand = { gain: 12, variety: 1.5 }
/** Bytes that are no UTF-8 are in some other encoding. */
const OF_BYTES: Demand = { gain: 6, variety: 1 }

function demandOf(state: number, { isBytes = false }: SegmentOptions): Demand {
  if (isBytes) return OF_BYTES
  const encoding = STATES[state]!
  return encoding === 'vni' || encoding === 'windows-1258' || encoding === 'double-utf-8'
    ? OF_PAIRS
    : OF_STRINGS
}

/** Longer chunks are cut: no word is so long, but lines may have no-break spaces only. */
const CHUNK_MAX = 2000

/** Text is gone through in blocks, which bounds memory. */
const BLOCK_UNITS = 1 << 18

/** Chunks of a block that tell something, as columns. */
interface Evidence {
  readonly start: number[]
  readonly isLineStart: boolean[]
  readonly end: number[]
  readonly readings: ChunkReadings[]
  readonly withViqr: boolean
}

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

/** The encodings a block has clear evidence of. */
function candidates(text: string, evidence: Evidence, current: number, options: SegmentOptions): number[] {
  const { start, end, readings, withViqr } = evidence
  const clear = new Float64Array(STATE_COUNT)
  const varieties = STATES.map(() => new Variety())
  readings.forEach(({ score, isClean }, n) => {
    if (isClean[UNICODE] === 1) return
    for (let state = 1; state < STATE_COUNT; state++) {
      if (isClean[state] !== 1 || score[state]! - score[UNICODE]! < CLEAR_GAIN) continue
      clear[state]!++
      varieties[state]!.add(text, start[n]!, end[n]!)
    }
  })
  const found = [UNICODE]
  for (let state = 1; state < STATE_COUNT; state++) {
    if (state === VIQR && !withViqr) continue
    const varied = state === VIQR || varieties[state]!.effective >= demandOf(state, options).variety
    if ((clear[state]! >= CLEAR_MIN && varied) || state === current) found.push(state)
  }
  return found
}

/** The state of each chunk of evidence. */
function label(text: string, evidence: Evidence, current: number, options: SegmentOptions): number[] {
  const { start, isLineStart, readings } = evidence
  const states = candidates(text, evidence, current, options)
  const count = states.length
  if (count === 1) return readings.map(() => UNICODE)
  const enter = states.map((state) => ENTER[STATES[state]!])
  const total = Float64Array.from(states, (state, i) => (state === current ? 0 : -enter[i]!))
  // Where each state came from, a row for each chunk.
  const from = new Uint8Array(readings.length * count)
  for (let n = 0; n < readings.length; n++) {
    const { score } = readings[n]!
    const font = options.fontAt?.(start[n]!)
    const best = indexOfBest(total)
    const changed = total[best]! + (isLineStart[n] ? AT_LINE_START : 0)
    for (let i = 0; i < count; i++) {
      const entered = changed - enter[i]!
      const stays = total[i]! >= entered
      from[n * count + i] = stays ? i : best
      const state = states[i]!
      const hint = font !== undefined && STATES[state] === font ? FONT_HINT : 0
      total[i] = (stays ? total[i]! : entered) + score[state]! + hint
    }
  }
  const labels = new Array<number>(readings.length)
  let at = indexOfBest(total)
  for (let n = readings.length - 1; n >= 0; n--) {
    labels[n] = states[at]!
    at = from[n * count + at]!
  }
  return withdraw(text, labels, evidence, options)
}

function indexOfBest(values: Float64Array): number {
  let best = 0
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i
  return best
}

/** Stands for a state that was taken back. */
const WITHDRAWN = -1

/** Gives stretches back to Unicode that are not beyond doubt. */
function withdraw(
  text: string,
  labels: number[],
  { start, end, readings }: Evidence,
  options: SegmentOptions,
): number[] {
  for (let from = 0; from < labels.length; ) {
    const state = labels[from]!
    let to = from
    let gain = 0
    let clean = 0
    const variety = new Variety()
    for (; to < labels.length && labels[to] === state; to++) {
      const { score, isClean } = readings[to]!
      gain += score[state]! - score[UNICODE]!
      clean += isClean[state]!
      if (state !== UNICODE && isClean[UNICODE] === 0) variety.add(text, start[to]!, end[to]!)
    }
    const demand = demandOf(Math.max(state, 0), options)
    const varied = state === VIQR || variety.effective >= demand.variety
    const sure = gain >= demand.gain && clean >= (to - from) * CLEAN_SHARE_MIN && varied
    if (state !== UNICODE && !sure) labels.fill(WITHDRAWN, from, to)
    from = to
  }
  for (let from = labels.indexOf(WITHDRAWN); from >= 0; from = labels.indexOf(WITHDRAWN, from)) {
    let to = from
    while (labels[to] === WITHDRAWN) to++
    // Within a sure stretch it is an odd word of that: an abbreviation, a misprint.
    labels.fill(labels[from - 1] === labels[to] ? (labels[to] ?? UNICODE) : UNICODE, from, to)
  }
  return labels
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
