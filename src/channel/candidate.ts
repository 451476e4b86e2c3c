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
