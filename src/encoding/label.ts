/** The encoding of each chunk of a block: the cheapest path through all readings of all chunks (Viterbi). */
import { STATE_COUNT, STATES, UNICODE, VIQR } from './chunk-readings.ts'
import { demandOf, VARIETY_OF_ALL, varietyOf, withdraw } from './doubt.ts'
import type { Evidence, SegmentOptions } from './evidence.ts'
import type { LegacyEncoding } from './names.ts'
import { Variety } from './variety.ts'

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
/** And that of a font which says the truth elsewhere in the document. */
const TRUSTED_HINT = 10

/** Clear chunks (Vietnamese in one encoding, not in Unicode) before it is thought of at all. */
const CLEAR_MIN = 2

/** The state of each chunk of evidence. */
export function label(text: string, evidence: Evidence, current: number, options: SegmentOptions): number[] {
  const { start, isLineStart, readings } = evidence
  const states = candidates(text, evidence, current, options)
  const count = states.length
  if (count === 1) return readings.map(() => UNICODE)
  const enter = states.map((state) => ENTER[STATES[state]!])
  const total = Float64Array.from(states, (state, i) => (state === current ? 0 : -enter[i]!))
  // Where each state came from, a row for each chunk.
  const from = new Uint8Array(readings.length * count)
  for (let n = 0; n < readings.length; n++) {
    const { score, clean } = readings[n]!
    const font = options.fontAt?.(start[n]!)
    const best = indexOfBest(total)
    const changed = total[best]! + (isLineStart[n] ? AT_LINE_START : 0)
    for (let i = 0; i < count; i++) {
      const entered = changed - enter[i]!
      const stays = total[i]! >= entered
      from[n * count + i] = stays ? i : best
      const state = states[i]!
      const isHint = font !== undefined && STATES[state] === font.encoding
      // Sound words may have been put into a text that keeps its font.
      const isTrusted = isHint && font.isTrusted && (state === UNICODE || (clean & (1 << UNICODE)) === 0)
      const hint = isTrusted ? TRUSTED_HINT : isHint ? FONT_HINT : 0
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

/** The encodings a block has clear evidence of. */
function candidates(text: string, evidence: Evidence, current: number, options: SegmentOptions): number[] {
  const { start, end, readings, withViqr } = evidence
  const clear = new Float64Array(STATE_COUNT)
  const varieties = STATES.map(() => new Variety())
  for (let n = 0; n < readings.length; n++) {
    const ways = readings[n]!.clear
    if (ways === 0) continue
    for (let state = 1; state < STATE_COUNT; state++) {
      if ((ways & (1 << state)) === 0) continue
      clear[state]!++
      varieties[state]!.add(text, start[n]!, end[n]!)
    }
  }
  const found = [UNICODE]
  for (let state = 1; state < STATE_COUNT; state++) {
    if (state === VIQR && !withViqr) continue
    if (state === current) found.push(state)
    else if (clear[state]! >= CLEAR_MIN) {
      const { variety } = demandOf(state, options)
      const varied = state === VIQR || varieties[state]!.effective >= variety
      if (varied || varietyOf(text, evidence, state) >= VARIETY_OF_ALL) found.push(state)
    }
  }
  return found
}
