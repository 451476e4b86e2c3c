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
/** Pieces remembered at most; a hostile file cannot grow the memory beyond this. */
const PIECES_MAX = 1 << 14
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
  const rankOf = (start: number, end: number) => pieceRank(channel, chunk, start, end)

  const found: Cuts[] = []
  for (let at = 1; at < length; at++) {
    const left = rankOf(0, at)
    // Ranks are sums of logarithms of probabilities: the right piece can only lower the score.
    if (!(left + logMerge >= scoreMin)) continue
    const score = left + rankOf(at, length) + logMerge
    if (score > Number.NEGATIVE_INFINITY) found.push({ ends: [at, length], score })
  }
  found.sort((a, b) => b.score - a.score)
  found.length = Math.min(found.length, options.cutsMax ?? CUTS_MAX_DEFAULT)
  const more =
    length < CHAIN_LENGTH_MIN
      ? null
      : bestChain(length, (start, end) => rankOf(start, end) + logMerge, scoreMin + logMerge)
  if (more !== null && more.length > 2) {
    let score = -logMerge
    more.forEach((end, i) => {
      score += rankOf(more[i - 1] ?? 0, end) + logMerge
    })
    found.push({ ends: more, score })
    found.sort((a, b) => b.score - a.score)
  }
  return found
    .filter((one) => one.score >= scoreMin)
    .map(({ ends, score }) => ({
      segments: ends.map((end, i) => {
        const start = ends[i - 1] ?? 0
        return { start, end, candidates: channel.candidates(chunk.slice(start, end), SEGMENT_LOG_MIN) }
      }),
      score,
    }))
}

/** A way to cut a chunk, by the ends of its pieces. */
interface Cuts {
  readonly ends: readonly number[]
  readonly score: number
}

/** The rank of the best reading of a piece as one word; −∞ where it is none. Pieces recur: they are remembered. */
function pieceRank(channel: Channel, chunk: string, start: number, end: number): number {
  if (end - start > SEGMENT_MAX) return Number.NEGATIVE_INFINITY
  const text = chunk.slice(start, end)
  const { pieceRanks } = channel
  let rank = pieceRanks.get(text)
  if (rank === undefined) {
    const found = NOT_CONSONANT.test(text) ? channel.search(text, SEGMENT_LOG_MIN) : null
    rank = found === null || found.count === 0 ? Number.NEGATIVE_INFINITY : found.rank[0]!
    if (pieceRanks.size >= PIECES_MAX) pieceRanks.clear()
    pieceRanks.set(text, rank)
  }
  return rank
}

/** The ends of the chain of pieces with the highest sum, by dynamic programming over its end. */
function bestChain(
  length: number,
  scoreOf: (start: number, end: number) => number,
  scoreMin: number,
): number[] | null {
  const score = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY)
  const from = new Int32Array(length + 1).fill(-1)
  score[0] = 0
  for (let end = 1; end <= length; end++) {
    for (let start = Math.max(0, end - SEGMENT_MAX); start < end; start++) {
      const before = score[start]!
      if (before === Number.NEGATIVE_INFINITY || before < scoreMin || (start === 0 && end === length))
        continue
      const sum = before + scoreOf(start, end)
      if (sum > score[end]!) {
        score[end] = sum
        from[end] = start
      }
    }
  }
  const ends: number[] = []
  for (let end = length; end > 0; end = from[end]!) {
    if (from[end]! < 0) return null
    ends.push(end)
  }
  return ends.reverse()
}
