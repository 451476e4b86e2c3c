/** ln P(observed | printed) of any two strings, by the character model alone: codes, acronyms, foreign words. */
import type { Emission } from './emission.ts'
import { newPieces, PIECE_STRIDE, type Pieces, READ_LENGTH_MAX } from './pieces.ts'

/** Probability of a reading of a character the model does not know, by length. */
const UNKNOWN_READ = [0.05, 0.3, 0.001, 0]

/** Of a letter that was not looked at yet; no bound is so high. */
const UNSEEN = 9

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
  const { length, rows, data } = pieces
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
        mass += column[j - k]! * (id >= 0 ? data[rows[j * PIECE_STRIDE + k]! + id]! : UNKNOWN_READ[k]!)
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

/** One observed string against many short printed ones, most of which are out of the question. */
export class Likelihood {
  readonly #emission: Emission
  readonly #pieces = newPieces()
  #length = 0
  /** By letter: ln of the most that it can have to do with any piece of the observed string; {@link UNSEEN}. */
  readonly #bound: Float64Array
  /** Two columns, each behind {@link READ_LENGTH_MAX} zeros. */
  #column = new Float64Array(0)
  #next = new Float64Array(0)

  constructor(emission: Emission) {
    this.#emission = emission
    this.#bound = new Float64Array(emission.characters.length)
  }

  observe(read: string): void {
    this.#emission.pieces(read, this.#pieces)
    this.#length = read.length
    this.#bound.fill(UNSEEN)
    const room = read.length + 1 + READ_LENGTH_MAX
    if (this.#column.length < room) {
      this.#column = new Float64Array(room * 2)
      this.#next = new Float64Array(room * 2)
    }
  }

  /**
   * ln P(observed | printed); −∞ where it is certainly below `least`.
   *
   * @param letters holds the printed string as indices of the emission rows
   */
  of(letters: Int16Array, from: number, to: number, least: number): number {
    let most = 0
    for (let i = from; i < to; i++) {
      const letter = letters[i]!
      let bound = this.#bound[letter]!
      if (bound === UNSEEN) bound = this.#boundOf(letter)
      most += bound
      if (most < least) return Number.NEGATIVE_INFINITY
    }
    const { rows, data } = this.#pieces
    const length = this.#length
    let column = this.#column
    let next = this.#next
    column.fill(0, 0, length + 1 + READ_LENGTH_MAX)
    column[READ_LENGTH_MAX] = 1
    const nothing = rows[0]!
    for (let i = to - 1; i >= from; i--) {
      const letter = letters[i]!
      const lost = data[nothing + letter]!
      for (let j = 0; j <= length; j++) {
        const at = j + READ_LENGTH_MAX
        const piece = j * PIECE_STRIDE
        next[at] =
          column[at]! * lost +
          column[at - 1]! * data[rows[piece + 1]! + letter]! +
          column[at - 2]! * data[rows[piece + 2]! + letter]! +
          column[at - 3]! * data[rows[piece + 3]! + letter]!
      }
      const swap = column
      column = next
      next = swap
    }
    return Math.log(column[length + READ_LENGTH_MAX]!)
  }

  /** Sum over the lengths of pieces of the best piece of each: what a letter makes of a place is no more. */
  #boundOf(letter: number): number {
    const { rows, data } = this.#pieces
    let sum = data[rows[0]! + letter]!
    for (let k = 1; k <= READ_LENGTH_MAX; k++) {
      let best = 0
      for (let j = k; j <= this.#length; j++) {
        const value = data[rows[j * PIECE_STRIDE + k]! + letter]!
        if (value > best) best = value
      }
      sum += best
    }
    const bound = Math.log(sum)
    this.#bound[letter] = bound
    return bound
  }
}
