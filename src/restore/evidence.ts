/**
 * What the OCR engine says of its own words, as nats for a chunk as it stands: a word the engine is sure of needs more to
 * be changed, one it doubts less.
 */
import type { Chunk } from './chunks.ts'

/** How sure the engine was of a stretch of the page. */
export interface WordEvidence {
  /** UTF-16 offsets in the page. */
  readonly span: readonly [start: number, end: number]
  /** 0..1, as the engine gives it. */
  readonly confidence: number
}

/**
 * Confidences of Tesseract (`vie`) and ln of the odds that a word is right, less those of all words (4.0): counted on 33,451
 * words of simulated scans. Between two points on a straight line.
 */
const POINTS: readonly (readonly [confidence: number, nats: number])[] = [
  [0.4, -5],
  [0.6, -4.2],
  [0.8, -3.6],
  [0.88, -2.5],
  [0.92, -0.9],
  [0.96, 1.7],
]

/** Nats for a word as it stands. */
export function natsOf(confidence: number): number {
  let [before, low] = POINTS[0] as (typeof POINTS)[number]
  for (const [at, nats] of POINTS) {
    if (confidence <= at)
      return at === before ? nats : low + ((nats - low) * (confidence - before)) / (at - before)
    before = at
    low = nats
  }
  return low
}

/** From here up the engine is as good as certain of a word, up to here it doubts it. */
const SURE_MIN = 0.93
const DOUBT_MAX = 0.8
/** All words of simulated scans, ln of the odds that one is right. */
const LOG_ODDS = 4
/** Of a word that was parted, or has marks inside, doubt may be meant for another part. */
const PART_NATS_MIN = -1

/** What is known of the chunks of a page. */
export class PageEvidence {
  private readonly words: readonly WordEvidence[]

  /** @param evidence in any order */
  constructor(evidence: readonly WordEvidence[]) {
    this.words = [...evidence].sort((a, b) => a.span[0] - b.span[0])
  }

  /** Nats for a chunk as it stands; 0 where nothing is known. */
  natsOf({ start, end, facts }: Chunk): number {
    let nats = Number.POSITIVE_INFINITY
    for (const { span, confidence } of this.under(start, end)) {
      const isPart = span[0] < start || span[1] > end
      nats = Math.min(nats, Math.max(natsOf(confidence), isPart ? PART_NATS_MIN : Number.NEGATIVE_INFINITY))
    }
    if (nats === Number.POSITIVE_INFINITY) return 0
    // No vocabulary has abbreviations: that the engine doubts one makes it no word.
    return facts.acronym === null ? nats : Math.max(nats, 0)
  }

  /** P(a stretch is right) by what the engine says; null where it says nothing. */
  rightOf(start: number, end: number): number | null {
    const nats = Math.min(...this.under(start, end).map(({ confidence }) => natsOf(confidence)))
    return nats === Number.POSITIVE_INFINITY ? null : 1 / (1 + Math.exp(-nats - LOG_ODDS))
  }

  /** Figures are words of which only the engine can tell how sure they are: P(they are right) for each. */
  *figuresIn(chunks: readonly Chunk[]): Generator<WordEvidence> {
    for (const { start, end, kind, facts } of chunks) {
      if (!facts.hasFigure || kind === 'word') continue
      const confidence = this.rightOf(start, end)
      if (confidence !== null) yield { span: [start + facts.before, end - facts.after], confidence }
    }
  }

  /** Whether the engine was sure of all words of a stretch, doubted all, or neither. */
  verdictOf([start, end]: readonly [number, number]): 'sure' | 'doubtful' | null {
    const words = this.under(start, end)
    if (words.length === 0) return null
    if (words.every(({ confidence }) => confidence >= SURE_MIN)) return 'sure'
    return words.every(({ confidence }) => confidence <= DOUBT_MAX) ? 'doubtful' : null
  }

  /** Words that a stretch touches. */
  private under(start: number, end: number): WordEvidence[] {
    const { words } = this
    let low = 0
    let high = words.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((words[middle] as WordEvidence).span[1] <= start) low = middle + 1
      else high = middle
    }
    const under: WordEvidence[] = []
    for (; low < words.length && (words[low] as WordEvidence).span[0] < end; low++)
      under.push(words[low] as WordEvidence)
    return under
  }
}
