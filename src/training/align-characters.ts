/**
 * Character alignment of printed strings with their readings, learned by expectation–maximisation.
 * Every printed character emits 0 to 3 read characters; the E step runs forward–backward over all
 * segmentations, the M step re-estimates the {@link Emission}.
 */
import { addCount, type MutableConfusions } from '../channel/counts.ts'
import { Emission, type EmissionOptions } from '../channel/emission.ts'
import { newPieces, PIECE_STRIDE, READ_LENGTH_MAX } from '../channel/pieces.ts'

/** A printed string, its reading, and how often the pair was seen. */
export interface CountedPair {
  readonly printed: string
  readonly read: string
  readonly count: number
}

/** Rounds of expectation–maximisation; the likelihood gains less than 0.1 % after the fifth. */
const ROUNDS_DEFAULT = 5
/** Counts below this are dropped between rounds: dust of impossible alignments. */
const DUST = 0.01

/** Rows of all pieces of a reading: entry `j * 4 + k` is for the k characters from j. */
function emissionRows(emission: Emission, read: string): Float64Array[] {
  const pieces = newPieces()
  emission.pieces(read, pieces)
  const { rows, data } = pieces
  const turned: Float64Array[] = []
  for (let j = 0; j <= read.length; j++) {
    for (let k = 0; k < PIECE_STRIDE; k++)
      turned.push(data.subarray(rows[(read.length - j) * PIECE_STRIDE + k]!))
  }
  return turned
}

function characterIds(emission: Emission, printed: string): Int32Array {
  return Int32Array.from({ length: printed.length }, (_, i) => emission.idOf(printed.charAt(i)))
}

/** Expected character counts of one pair, weighted; returns ln P(read | printed). */
function expect(emission: Emission, pair: CountedPair, counts: MutableConfusions): number {
  const { printed, read } = pair
  const n = printed.length
  const width = read.length + 1
  const forward = new Float64Array((n + 1) * width)
  const backward = new Float64Array((n + 1) * width)
  const rows = emissionRows(emission, read)
  const ids = characterIds(emission, printed)
  const step = (i: number, j: number, k: number) => rows[j * PIECE_STRIDE + k]![ids[i]!]!
  forward[0] = 1
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < width; j++) {
      const here = forward[i * width + j]!
      if (here === 0) continue
      for (let k = 0; k <= READ_LENGTH_MAX && j + k < width; k++) {
        forward[(i + 1) * width + j + k] = forward[(i + 1) * width + j + k]! + here * step(i, j, k)
      }
    }
  }
  const total = forward[n * width + width - 1]!
  if (!(total > 0)) return Number.NEGATIVE_INFINITY
  backward[n * width + width - 1] = 1
  for (let i = n - 1; i >= 0; i--) {
    for (let j = 0; j < width; j++) {
      const here = forward[i * width + j]!
      let sum = 0
      for (let k = 0; k <= READ_LENGTH_MAX && j + k < width; k++) {
        const mass = step(i, j, k) * backward[(i + 1) * width + j + k]!
        if (mass === 0) continue
        sum += mass
        const share = (here * mass) / total
        if (share > 1e-4) addCount(counts, printed.charAt(i), read.slice(j, j + k), share * pair.count)
      }
      backward[i * width + j] = sum
    }
  }
  return Math.log(total)
}

/**
 * Learns the character model from aligned pairs.
 *
 * @param pairs printed strings with their readings; pairs longer than 60 characters should be left out
 * @param rounds rounds of expectation–maximisation
 * @param options smoothing, as for {@link Emission}
 */
export function learnEmission(
  pairs: readonly CountedPair[],
  rounds = ROUNDS_DEFAULT,
  options?: EmissionOptions,
): { emission: Emission; logLikelihood: number } {
  let emission = new Emission(new Map(), charactersOf(pairs), options)
  let logLikelihood = 0
  for (let round = 0; round < rounds; round++) {
    const counts: MutableConfusions = new Map()
    logLikelihood = 0
    for (const pair of pairs) {
      const log = expect(emission, pair, counts)
      if (log > Number.NEGATIVE_INFINITY) logLikelihood += log * pair.count
    }
    for (const readings of counts.values()) {
      for (const [read, count] of readings) if (count < DUST) readings.delete(read)
    }
    emission = new Emission(counts, charactersOf(pairs), options)
  }
  return { emission, logLikelihood }
}

function charactersOf(pairs: readonly CountedPair[]): Set<string> {
  const letters = new Set<string>()
  for (const { printed } of pairs) for (let i = 0; i < printed.length; i++) letters.add(printed.charAt(i))
  return letters
}

/**
 * The likeliest alignment: what each printed character was read as.
 *
 * @returns one reading per character of `printed`, together they are `read`; null if `read` is too long for it
 */
export function alignCharacters(emission: Emission, printed: string, read: string): string[] | null {
  const n = printed.length
  const width = read.length + 1
  const rows = emissionRows(emission, read)
  const ids = characterIds(emission, printed)
  const best = new Float64Array((n + 1) * width)
  const length = new Uint8Array((n + 1) * width)
  best[0] = 1
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < width; j++) {
      const here = best[i * width + j]!
      if (here === 0) continue
      for (let k = 0; k <= READ_LENGTH_MAX && j + k < width; k++) {
        const value = here * rows[j * PIECE_STRIDE + k]![ids[i]!]!
        const cell = (i + 1) * width + j + k
        if (value > best[cell]!) {
          best[cell] = value
          length[cell] = k
        }
      }
    }
  }
  if (best[n * width + width - 1] === 0) return null
  const readings = new Array<string>(n)
  for (let i = n, j = width - 1; i > 0; i--) {
    const k = length[i * width + j]!
    readings[i - 1] = read.slice(j - k, j)
    j -= k
  }
  return readings
}
