/** What the channel answers, and the limits of its search. */
import type { EmissionOptions } from './emission.ts'
import type { PrintedCase } from './units.ts'

/** Limits of the candidate search. */
export interface ChannelOptions extends EmissionOptions {
  /** Candidates kept per chunk, default 24. */
  readonly candidatesMax?: number
  /** Candidates less likely than the best by more than this (natural logarithm) are dropped, default 10. */
  readonly logWindow?: number
  /** ln P(syllable) by its index, added when candidates are ranked for the cut; not part of their probability. */
  readonly logPrior?: ArrayLike<number>
  /** Discount of the counts of whole units, 0 to 1. */
  readonly unitDiscount?: number
  /** Counts' worth of trust that whole units leave to the character model besides. */
  readonly unitReserve?: number
}

/** A reading of a whole chunk as one printed syllable. */
export interface Candidate {
  /** Index of the syllable in the vocabulary. */
  readonly syllable: number
  /** The syllable in its printed case; tone marks in the traditional place. */
  readonly printed: string
  readonly printedCase: PrintedCase
  /** ln P(chunk | printed), edge marks included. */
  readonly logProbability: number
  /** Characters of the chunk taken as marks before the word. */
  readonly before: number
  /** Characters of the chunk taken as marks after the word. */
  readonly after: number
}

/** The candidates of a chunk as columns, likeliest first; room for one more than are kept. */
export interface FoundCandidates {
  count: number
  readonly syllable: Int32Array
  /** Printed case by number: 0 lower, 1 capital, 2 upper. */
  readonly slot: Uint8Array
  /** ln P(chunk | printed), edge marks included. */
  readonly log: Float64Array
  /** The same with the prior. */
  readonly rank: Float64Array
  /** Characters of the chunk taken as marks before and after the word. */
  readonly before: Uint8Array
  readonly after: Uint8Array
  /** Syllable × 3 + case; of those that were found by search. */
  readonly key: Int32Array
}

/** @param candidatesMax as many as are kept */
export function newFound(candidatesMax: number): FoundCandidates {
  const room = candidatesMax + 1
  return {
    count: 0,
    syllable: new Int32Array(room),
    slot: new Uint8Array(room),
    log: new Float64Array(room),
    rank: new Float64Array(room),
    before: new Uint8Array(room),
    after: new Uint8Array(room),
    key: new Int32Array(room),
  }
}
