/**
 * Chunks that were several words: the space between them was lost (`Thanhpho`, `KEHOACH`, `CỘNGHÒAXÃHỘI`).
 * The best ways to cut a chunk, each piece with its candidates, for the lattice to choose from.
 */
import type { Candidate } from './candidate.ts'
import type { Channel } from './candidates.ts'
import { isCode } from './edges.ts'

/** A piece of a chunk with what it may have been; never without candidates. */
export interface Segment {
  /** Half-open span inside the chunk. */
  readonly start: number
  readonly end: number
  readonly candidates: readonly Candidate[]
}

/** What a piece without a vowel, or without anything it may have become, lacks. */
const NOT_CONSONANT = /[^bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX.,;:]/

/** One way to cut a chunk into two words or more. */
export interface Segmentation {
  readonly segments: readonly Segment[]
  /** Sum of the best candidates' ranks and of ln P(space lost) per cut. */
  readonly score: number
}

/** Limits of the search for cuts. */
export interface SegmentOptions {
  /** ln P(a printed space is lost), default the profile's `logMerge`. */
  readonly logMerge?: number
  /** Ways to cut in two that are returned, default 2. */
  readonly cutsMax?: number
  /** Only segmentations that score better are returned: the rank of the best whole reading less a margin. */
  readonly scoreMin?: number
}

const CUTS_MAX_DEFAULT = 2
/** Letters of the longest syllable, and a few marks or letters of noise. */
const SEGMENT_MAX = 9
/** A piece less likely than this given its best syllable (natural logarithm) is no word. */
const SEGMENT_LOG_MIN = -10
/** Shorter chunks are not cut in three. */
const CHAIN_LENGTH_MIN = 6
/** Longer chunks are noise; the search takes about this × {@link SEGMENT_MAX} candidate look-ups at most. */
const CHUNK_MAX = 48

/**
 * The best ways to cut a chunk in two, and the best way to cut it in more, likeliest first.
 *
 * @param channel the channel; give it a prior, or short junk syllables win
 * @param chunk a white-space-delimited chunk, NFC
 */
export function segmentations(channel: Channel, chunk: string, options: SegmentOptions = {}): Segmentation[] {
  const length = chunk.length
  if (length < 2 || length > CHUNK_MAX || isCode(chunk, 0, length)) return []
  const logMerge = options.logMerge ?? channel.profile.settings.logMerge ?? 0
  const scoreMin = options.scoreMin ?? Number.NEGATIVE_INFINITY
  const known = new Map<number, Segment | null>()
  const segment = (start: number, end: number): Segment | null => {
    const key = start * 64 + end
    let found = known.get(key)
    if (found === undefined) {
      const text = chunk.slice(start, end)
      const word = text.length <= SEGMENT_MAX && NOT_CONSONANT.test(text)
      const candidates = word ? channel.candidates(text, SEGMENT_LOG_MIN) : []
      found = candidates.length === 0 ? null : { start, end, candidates }
      known.set(key, found)
    }
    return found
  }
  const rank = (piece: Segment) => channel.rank(piece.candidates[0]!)

  const found: Segmentation[] = []
  for (let at = 1; at < length; at++) {
    const left = segment(0, at)
    // Ranks are sums of logarithms of probabilities: the right piece can only lower the score.
    const hopeful = left !== null && rank(left) + logMerge >= scoreMin
    const right = hopeful ? segment(at, length) : null
    if (left !== null && right !== null) {
      found.push({ segments: [left, right], score: rank(left) + rank(right) + logMerge })
    }
  }
  found.sort((a, b) => b.score - a.score)
  found.length = Math.min(found.length, options.cutsMax ?? CUTS_MAX_DEFAULT)
  const more =
    length < CHAIN_LENGTH_MIN
      ? null
      : bestChain(length, segment, (piece) => rank(piece) + logMerge, scoreMin + logMerge)
  if (more !== null && more.length > 2) {
    found.push({
      segments: more,
      score: more.reduce((sum, piece) => sum + rank(piece) + logMerge, -logMerge),
    })
    found.sort((a, b) => b.score - a.score)
  }
  return found.filter((one) => one.score >= scoreMin)
}

/** The chain of segments with the highest sum, by dynamic programming over its end. */
function bestChain(
  length: number,
  segment: (start: number, end: number) => Segment | null,
  scoreOf: (piece: Segment) => number,
  scoreMin: number,
): Segment[] | null {
  const score = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY)
  const last: (Segment | null)[] = new Array(length + 1).fill(null)
  score[0] = 0
  for (let end = 1; end <= length; end++) {
    for (let start = Math.max(0, end - SEGMENT_MAX); start < end; start++) {
      const before = score[start]!
      if (before === Number.NEGATIVE_INFINITY || before < scoreMin || (start === 0 && end === length))
        continue
      const piece = segment(start, end)
      if (piece === null) continue
      const sum = before + scoreOf(piece)
      if (sum > score[end]!) {
        score[end] = sum
        last[end] = piece
      }
    }
  }
  const chain: Segment[] = []
  for (let end = length; end > 0; ) {
    const piece = last[end]
    if (piece === null || piece === undefined) return null
    chain.push(piece)
    end = piece.start
  }
  return chain.reverse()
}
