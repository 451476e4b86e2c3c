/**
 * Runs of fonts, told apart by their text, with their fonts as hints. Converted texts keep their old fonts, so a font is
 * believed only when the rest of the document shows that it says the truth; then it decides on short words, too.
 */
import type { LanguageModel } from '../lm/language-model.ts'
import { ChunkReader, STATES, UNICODE } from './chunk-readings.ts'
import { chunkEnd, isGap } from './chunks.ts'
import type { FontHint } from './evidence.ts'
import { encodingOfFont } from './fonts.ts'
import { type Segment, segment } from './segment.ts'

/** What is needed of a run. */
interface Run {
  readonly text: string
  readonly font?: string | undefined
}

/** Words beyond ASCII that a font must have, and how many of them must be Vietnamese in the encoding it is made for. */
const WORDS_MIN = 8
const TRUTH_MIN = 0.9
/** Longer words are no words. */
const CHUNK_MAX = 200

/** Stretches of one encoding of the text that runs make together. */
export function segmentRuns(
  text: string,
  runs: readonly Run[],
  starts: readonly number[],
  language: LanguageModel | undefined,
): Segment[] {
  const made = runs.map(({ font }) => (font === undefined ? undefined : encodingOfFont(font)))
  const hints = made.map((encoding): FontHint | undefined => encoding && { encoding, isTrusted: false })
  const found = segment(text, { language, fontAt: lookUp(starts, hints) })
  // In a text of one encoding there is nothing more to tell.
  if (found.length < 2 || !made.some((encoding) => encoding !== undefined)) return found
  const truthful = truthfulFonts(text, runs, starts, hints, language)
  if (truthful.size === 0) return found
  const trusted = runs.map(({ font = '' }, i): FontHint | undefined =>
    truthful.has(font) ? { encoding: made[i] ?? 'unicode', isTrusted: true } : hints[i],
  )
  return segment(text, { language, fontAt: lookUp(starts, trusted) })
}

/** Hints by offset. */
function lookUp(
  starts: readonly number[],
  hints: readonly (FontHint | undefined)[],
): (offset: number) => FontHint | undefined {
  return (offset) => {
    let low = 0
    let high = starts.length
    while (low + 1 < high) {
      const middle = (low + high) >>> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    return hints[low]
  }
}

/** Fonts nearly all words of which are Vietnamese in the encoding they were made for, and more than in Unicode. */
function truthfulFonts(
  text: string,
  runs: readonly Run[],
  starts: readonly number[],
  hints: readonly (FontHint | undefined)[],
  language: LanguageModel | undefined,
): Set<string> {
  const reader = ChunkReader.of(language)
  const counts = new Map<string, { words: number; true: number; unicode: number }>()
  let run = 0
  for (let at = 0; at < text.length; ) {
    if (isGap(text.charCodeAt(at))) {
      at++
      continue
    }
    const end = chunkEnd(text, at, Math.min(text.length, at + CHUNK_MAX))
    while (run + 1 < starts.length && starts[run + 1]! <= at) run++
    const font = runs[run]?.font
    const { clean } =
      font === undefined || !hasLetter(text, at, end) ? NOTHING : reader.read(text.slice(at, end))
    if (font !== undefined && clean !== 0) {
      const count = counts.get(font) ?? { words: 0, true: 0, unicode: 0 }
      counts.set(font, count)
      count.words++
      if ((clean & (1 << STATES.indexOf(hints[run]?.encoding ?? 'unicode'))) !== 0) count.true++
      if ((clean & (1 << UNICODE)) !== 0) count.unicode++
    }
    at = end
  }
  const truthful = new Set<string>()
  for (const [font, count] of counts) {
    const isSure = count.words >= WORDS_MIN && count.true >= count.words * TRUTH_MIN
    if (isSure && count.true >= count.unicode) truthful.add(font)
  }
  return truthful
}

const NOTHING = { clean: 0 }

/** Whether there is anything beyond ASCII. */
function hasLetter(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) >= 0x80) return true
  return false
}
