/**
 * A string read, looked up once for all units it is compared with: the emission rows of all its pieces, and how
 * much of it vowels or consonants could account for at best.
 */

/** Longest reading of one character. */
export const READ_LENGTH_MAX = 3
/** Entries per end position in {@link Pieces.rows}. */
export const PIECE_STRIDE = READ_LENGTH_MAX + 1
/** Where the row of what no character is ever read as stands. */
export const NEVER = 0

/** The pieces of one string. Reused from string to string. */
export interface Pieces {
  /** Characters of the string. */
  length: number
  /** Characters of the longest piece that any one character was ever read as. */
  longest: number
  /**
   * Entry `j * 4 + k`: where in {@link data} the emission row of the k characters before the last j − k stands.
   *
   * ```text
   * uong    j = 3, k = 2
   *  ^^     the "on" of "ong"
   * ```
   */
  rows: Int32Array
  /** The rows of the emission; not to be written to. */
  data: Float64Array
  /**
   * By j: the most that vowels alone could make of all but the last j characters, any number of them.
   * Only {@link Emission.bounds} fills it.
   */
  vowelRest: Float64Array
  /** The same for consonants. */
  consonantRest: Float64Array
}

/** Room for pieces. */
export function newPieces(): Pieces {
  return {
    length: 0,
    longest: 0,
    rows: new Int32Array(0),
    data: NO_REST,
    vowelRest: NO_REST,
    consonantRest: NO_REST,
  }
}

const NO_REST = new Float64Array(0)

/** Fills one of the rests from entry `best` of each row: the best of all vowels, or of all consonants. */
export function fillRest(pieces: Pieces, rest: Float64Array, best: number): Float64Array {
  const { length, rows, data } = pieces
  const room = rest.length > length ? rest : new Float64Array(length * 2 + 16)
  room[length] = 1
  for (let j = length - 1; j >= 0; j--) {
    let most = 0
    for (let k = 1; k <= READ_LENGTH_MAX && j + k <= length; k++) {
      const value = data[rows[(j + k) * PIECE_STRIDE + k]! + best]! * room[j + k]!
      if (value > most) most = value
    }
    room[j] = most
  }
  return room
}
