/** ln P(observed | printed) of any two strings, by the character model alone: codes, acronyms, foreign words. */
import type { Emission } from './emission.ts'
import { newPieces, PIECE_STRIDE, type Pieces, READ_LENGTH_MAX } from './pieces.ts'

/**
 * ln P(observed | printed), summed over all alignments; −∞ if one is more than three times the other's length.
 *
 * @param observed what the engine read
 * @param printed what may have been printed
 */
export function logLikelihood(emission: Emission, observed: string, printed: string): number {
  const pieces = newPieces()
  emission.pieces(observed, pieces)
  return logLikelihoodOf(emission, pieces, printed)
}

/**
 * The same with the pieces of the observed string already looked up, for many printed strings against one.
 *
 * @param pieces of the observed string, see {@link Emission.pieces}
 */
export function logLikelihoodOf(emission: Emission, pieces: Pieces, printed: string): number {
  const { length, rows } = pieces
  let column = new Float64Array(length + 1)
  let next = new Float64Array(length + 1)
  column[0] = 1
  let scale = 0
  // From the end, as the pieces are laid out: column[j] is the probability of the last j characters.
  for (let i = printed.length - 1; i >= 0; i--) {
    const id = emission.idOf(printed.charAt(i))
    let sum = 0
    for (let j = 0; j <= length; j++) {
      let mass = 0
      for (let k = 0; k <= READ_LENGTH_MAX && k <= j; k++) {
        // A character without a row: as likely read as itself or its neighbour, nobody knows which.
        mass += column[j - k]! * (id >= 0 ? rows[j * PIECE_STRIDE + k]![id]! : UNKNOWN_READ[k]!)
      }
      next[j] = mass
      sum += mass
    }
    if (sum === 0) return Number.NEGATIVE_INFINITY
    // Rescaled so that long strings do not underflow.
    for (let j = 0; j <= length; j++) next[j] = next[j]! / sum
    scale += Math.log(sum)
    const swap = column
    column = next
    next = swap
  }
  return scale + Math.log(column[length]!)
}

/** Probability of a reading of a character the model does not know, by length. */
const UNKNOWN_READ = [0.05, 0.3, 0.001, 0]
