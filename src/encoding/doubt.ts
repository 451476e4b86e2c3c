/**
 * What a stretch must show before it is taken for an older encoding: no sound text may ever be converted, and scanners
 * write much that looks like one.
 */
import { STATES, UNICODE, VIQR } from './chunk-readings.ts'
import type { Evidence, SegmentOptions } from './evidence.ts'
import { Variety } from './variety.ts'

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

/** Many words without one that is no Vietnamese, in many letters, were not misread, few as the odd ones may be. */
const FLAWLESS_MIN = 6
export const VARIETY_OF_ALL = 4

const OF_STRINGS: Demand = { gain: 12, variety: 2.5 }
/** Pairs of letters are not misread in the same way all the time, and neither are the bytes of UTF-8. */
const OF_PAIRS: Demand = { gain: 12, variety: 1.5 }
/** Bytes that are no UTF-8 are in some other encoding. */
const OF_BYTES: Demand = { gain: 6, variety: 1 }

/** What a state must show. */
export function demandOf(state: number, { isBytes = false }: SegmentOptions): Demand {
  if (isBytes) return OF_BYTES
  const encoding = STATES[state]!
  return encoding === 'vni' || encoding === 'windows-1258' || encoding === 'double-utf-8'
    ? OF_PAIRS
    : OF_STRINGS
}

/** Variety of all letters in what reads as Vietnamese in an encoding, those that Unicode has alike included. */
export function varietyOf(text: string, { start, end, readings }: Evidence, state: number): number {
  const variety = new Variety()
  readings.forEach(({ clean }, n) => {
    if ((clean & (1 << state)) !== 0) variety.add(text, start[n]!, end[n]!)
  })
  return variety.effective
}

/** Stands for a state that was taken back. */
const WITHDRAWN = -1

/** Gives stretches back to Unicode that are not beyond doubt. */
export function withdraw(
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
    let trusted = 0
    const odd = new Variety()
    const all = new Variety()
    for (; to < labels.length && labels[to] === state; to++) {
      const { score, clean: ways } = readings[to]!
      gain += score[state]! - score[UNICODE]!
      if ((ways & (1 << state)) !== 0) clean++
      if (state === UNICODE) continue
      const font = options.fontAt?.(start[to]!)
      if (font?.isTrusted === true && font.encoding === STATES[state]) trusted++
      all.add(text, start[to]!, end[to]!)
      if ((ways & (1 << UNICODE)) === 0) odd.add(text, start[to]!, end[to]!)
    }
    const demand = demandOf(Math.max(state, 0), options)
    const varied = state === VIQR || odd.effective >= demand.variety
    const flawless = clean === to - from && clean >= FLAWLESS_MIN && all.effective >= VARIETY_OF_ALL
    const proven = gain >= demand.gain && clean >= (to - from) * CLEAN_SHARE_MIN && (varied || flawless)
    const sure = proven || (trusted === to - from && gain > 0)
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
