/** A sentence as the searches of restoration see it: columns, one row a place. */

/**
 * What a place is: its word is given, or the capitals of the printed word say this of the words it may be. Values up to
 * INITIAL as in `ItemCase`.
 */
export const PlaceKind = { LOWER: 0, CAPITAL: 1, UPPER: 2, INITIAL: 3, FIXED: 4 } as const

export interface Places {
  /** Group that the candidates belong to, and their ids `[from, to)`. */
  readonly group: Uint16Array
  readonly from: Uint16Array
  readonly to: Uint16Array
  /** Id of the word as printed. */
  readonly own: Uint16Array
  /** {@link PlaceKind} */
  readonly kind: Uint8Array
  /** The word that was chosen. */
  readonly chosen: Uint16Array
}

/** @param capacity places of the longest sentence */
export const createPlaces = (capacity: number): Places => ({
  group: new Uint16Array(capacity),
  from: new Uint16Array(capacity),
  to: new Uint16Array(capacity),
  own: new Uint16Array(capacity),
  kind: new Uint8Array(capacity),
  chosen: new Uint16Array(capacity),
})
