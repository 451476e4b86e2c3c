/**
 * The weights of repair, by engine: how much evidence a change needs. Those of the shipped profiles are tuned on the
 * dev pages; a profile's own `[settings]` come before them.
 */
import type { ChannelProfile } from '../channel/profile.ts'

/** Scores are natural logarithms. */
export interface RepairWeights {
  /** A reading as it stands is preferred by this much: a repair must earn it. */
  readonly margin: number
  /** Weight of the channel against the language model. */
  readonly channel: number
  /** One word in capitals outside headings. */
  readonly upper: number
  /** Two chunks were one word. */
  readonly merge: number
  /** One chunk was two words, each cut of it. */
  readonly split: number
  /** Above 0: words that ran together are parted; else that is only suggested. */
  readonly splits: number
  /** Above 0: the engine reads words as figures (`14` for là). */
  readonly figures: number
  /** An acronym as it stands is preferred by this much. */
  readonly acronymMargin: number
  /** So much less where the engine doubts it. */
  readonly acronymDoubt: number
  /** A word in small letters that no vocabulary has, beyond what its letters cost. */
  readonly foreign: number
  /** Share of words unknown to any vocabulary that are right as read: small letters, a capital first, with signs. */
  readonly trustSmall: number
  readonly trustCapital: number
  readonly trustOdd: number
  /** Above 0: most sentences are right as they stand, and are looked at before they are searched. */
  readonly stands: number
  /** Above 0: the engine knows no Đ. */
  readonly barsLost: number
  /**
   * A text with at most `soundBase + soundRate × words` evident slips was not damaged by OCR, and is not altered.
   */
  readonly soundBase: number
  readonly soundRate: number
  /** With fewer evident slips than this share of its words a text is slightly damaged: only sure edits are made. */
  readonly slightRate: number
  /** Hypotheses kept at each place beside the best of every alternative, and nats they may be behind the best. */
  readonly beam: number
  readonly span: number
}

/** A model for another language: nearly every word is damaged, in ways that are always the same. */
const ENG: RepairWeights = {
  margin: 0.5,
  channel: 1,
  upper: -6,
  merge: -7,
  split: -6.3,
  splits: 1,
  figures: 1,
  acronymMargin: 0,
  acronymDoubt: 0,
  foreign: -4,
  trustSmall: 0.1,
  trustCapital: 0.3,
  trustOdd: 0.5,
  stands: 0,
  barsLost: 1,
  soundBase: -1,
  soundRate: 0,
  slightRate: 0,
  beam: 8,
  span: 9,
}

/** A Vietnamese model: slips are rare, and what looks odd may be the writer's own. */
const VIE: RepairWeights = {
  ...ENG,
  figures: 0,
  splits: 0,
  acronymMargin: 8,
  acronymDoubt: 6,
  foreign: 0,
  trustSmall: 0.6,
  trustCapital: 0.9,
  trustOdd: 0.6,
  stands: 1,
  barsLost: 0,
  soundBase: 0.9,
  soundRate: 0.001,
  slightRate: 0.01,
}

/** Weights by name of the profile; `vie` for engines not listed. */
export const WEIGHTS: Readonly<Record<string, RepairWeights>> = { eng: ENG, vie: VIE }

/** The weights to use with a profile. */
export function weightsOf(profile: ChannelProfile): RepairWeights {
  const known = WEIGHTS[profile.name] ?? VIE
  const own: Partial<Record<keyof RepairWeights, number>> = {}
  for (const name of Object.keys(known) as (keyof RepairWeights)[]) {
    const value = profile.settings[name]
    if (value !== undefined) own[name] = value
  }
  return { ...known, ...own }
}
