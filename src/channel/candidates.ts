/**
 * The channel of one engine over one vocabulary: from a chunk as read to the syllables it may have been.
 *
 * P(chunk | syllable) = P(before) · Σ over split points P(left | onset) · P(right | rime) · P(after):
 * a chunk is cut into edge marks and what onset and rime were read as. Parts recur, their lists are kept.
 */
import { canonical } from '../syllable/tone.ts'
import type { Candidate, ChannelOptions } from './candidate.ts'
import { Edge, isCode, leadingMarks, trailingMarks } from './edges.ts'
import { Emission } from './emission.ts'
import type { ChannelProfile } from './profile.ts'
import { UnitChannel, type UnitList } from './unit-channel.ts'
import { JOINT_SLOTS, SLOT_CASE, type UnitVocabulary, unitVocabulary } from './unit-vocabulary.ts'
import { casesOf, splitUnits, unitInCase } from './units.ts'

const CANDIDATES_MAX_DEFAULT = 24
const LOG_WINDOW_DEFAULT = 10
/** No onset was read as more characters than this in training; `ngh` as five once. */
const ONSET_READ_MAX = 5
/** Longer chunks are web addresses, dotted leaders or noise. */
const CHUNK_MAX = 64
/** Longest part taken for one syllable: `nghiêng` and a few characters of noise. */
const WORD_READ_MAX = 12
const ONSET_LIMITS = { listMax: 24, logWindow: 10, logFloor: -10 }
const RIME_LIMITS = { listMax: 64, logWindow: 10, logFloor: -16 }
/** A split point is of interest if it may come within this factor of the best. */
const SPLIT_SHARE = Math.exp(-9)
/** An onset at least this likely makes its split point one of the plausible: the longest is tried first. */
const PLAUSIBLE_ONSET = 0.1

/** One engine's channel over one vocabulary. Keeps caches; make one and use it for many texts. */
export class Channel {
  readonly profile: ChannelProfile
  /** The vocabulary, canonical lower case, by index. */
  readonly syllables: readonly string[]
  readonly emission: Emission
  readonly #options: ChannelOptions
  readonly #onsets: UnitChannel
  readonly #rimes: UnitChannel
  readonly #vocabulary: UnitVocabulary
  readonly #index: ReadonlyMap<string, number>
  readonly #before: Edge
  readonly #after: Edge
  readonly #onsetLists: UnitList[] = []
  // While one chunk is searched, by syllable × 3 + case: probability, best ln P yet, edges it came with.
  readonly #mass: Float64Array
  readonly #log: Float64Array
  readonly #cut: Uint16Array
  /**
   * @param profile the engine's confusions
   * @param syllables the vocabulary: canonical (lower case, traditional tone placement), distinct
   */
  constructor(profile: ChannelProfile, syllables: readonly string[], options: ChannelOptions = {}) {
    this.profile = profile
    this.syllables = syllables
    this.#options = options
    this.#vocabulary = unitVocabulary(syllables)
    this.#index = new Map(syllables.map((syllable, index) => [syllable, index]))
    const onsets = this.#vocabulary.onsets.units
    const rimes = this.#vocabulary.rimes.units
    this.emission = new Emission(profile.characters, new Set([...onsets, ...rimes].join('')), options)
    const { unitDiscount, unitReserve = profile.settings.unitReserve } = options
    this.#onsets = new UnitChannel(
      onsets,
      profile.onsets,
      this.emission,
      ONSET_LIMITS,
      unitDiscount,
      unitReserve,
    )
    this.#rimes = new UnitChannel(rimes, profile.rimes, this.emission, RIME_LIMITS, unitDiscount, unitReserve)
    this.#before = new Edge(profile.before)
    this.#after = new Edge(profile.after)
    this.#mass = new Float64Array(syllables.length * 3)
    this.#log = new Float64Array(syllables.length * 3)
    this.#cut = new Uint16Array(syllables.length * 3)
  }

  /**
   * The syllables a chunk may have been, likeliest first (by prior and channel, if a prior was given). A syllable
   * of the vocabulary is always among its own candidates.
   *
   * @param chunk a white-space-delimited chunk, NFC; edge marks may stay on
   * @param logMin candidates less likely than this (natural logarithm, edge marks included) are of no use to the
   *   caller: saves time on chunks that are no syllable
   */
  candidates(chunk: string, logMin = Number.NEGATIVE_INFINITY): Candidate[] {
    if (chunk.length > CHUNK_MAX) return []
    const leading = leadingMarks(chunk)
    // A chunk of marks alone (`&` for ở) can only be letters in disguise.
    const allMarks = leading.most === chunk.length
    const trailing = allMarks ? { most: 0, fewest: 0 } : trailingMarks(chunk)
    const most = allMarks ? chunk.length - 1 : leading.most
    const keys: number[] = []
    if (isCode(chunk, most, chunk.length - trailing.most)) return []
    // All marks taken as edges is the usual reading; the others must come near it.
    let best = Math.exp(logMin) / SPLIT_SHARE
    for (let before = most; before >= leading.fewest; before--) {
      for (let after = trailing.most; after >= trailing.fewest; after--) {
        best = Math.max(best, this.#search(chunk, before, after, best, keys))
      }
    }
    return this.#withItself(this.#best(keys), chunk, most, trailing.most)
  }

  /** Adds the chunk as it stands, if it is a syllable that was crowded out. */
  #withItself(found: Candidate[], chunk: string, before: number, after: number): Candidate[] {
    const core = chunk.slice(before, chunk.length - after)
    const cases = casesOf(core)
    const syllable = cases === 0 ? undefined : this.#index.get(canonical(core))
    if (syllable === undefined) return found
    const printedCase = SLOT_CASE.find((one) => (cases & one) !== 0)!
    if (found.some((one) => one.syllable === syllable && one.printedCase === printedCase)) return found
    const printed = unitInCase(this.syllables[syllable]!, printedCase)
    const logProbability = this.logProbability(core, core) + this.logEdges(chunk, before, after)
    found.push({ syllable, printed, printedCase, logProbability, before, after })
    return found
  }

  /** ln P of the marks around a word: the first `before` and the last `after` characters of a chunk. */
  logEdges(chunk: string, before: number, after: number): number {
    return (
      this.#before.logProbability(chunk.slice(0, before)) +
      this.#after.logProbability(chunk.slice(chunk.length - after))
    )
  }

  /** What candidates are ranked by: their probability and, if a prior was given, the syllable's. */
  rank(candidate: Candidate): number {
    return candidate.logProbability + (this.#options.logPrior?.[candidate.syllable] ?? 0)
  }

  /**
   * ln P(read | printed) of a word without its edge marks, for any printed word: what a chunk is worth as it
   * stands is `logProbability(word, word)`.
   *
   * @param read the word as read
   * @param printed the word as it may have been printed, case and tone placement included
   */
  logProbability(read: string, printed: string): number {
    const { onset, rime } = splitUnits(printed)
    if (onset === '') return Math.log(this.#rimes.probability(read, rime))
    let sum = 0
    for (let at = 0; at <= read.length && at <= ONSET_READ_MAX; at++) {
      const left = this.#onsets.probability(read.slice(0, at), onset)
      sum += left * this.#rimes.probability(read.slice(at), rime)
    }
    return Math.log(sum)
  }

  /**
   * Searches the chunk without its edges; new finds are added to `keys`.
   *
   * @param bestYet P(chunk | best syllable) with other edges
   * @returns the same with these
   */
  #search(chunk: string, before: number, after: number, bestYet: number, keys: number[]): number {
    const core = chunk.slice(before, chunk.length - after)
    if (core.length === 0 || core.length > WORD_READ_MAX) return 0
    const mass = this.#mass
    const touched: number[] = []
    const window = Math.exp(-(this.#options.logWindow ?? LOG_WINDOW_DEFAULT))
    const edges = this.logEdges(chunk, before, after)
    let best = bestYet / Math.exp(edges)
    const lists = this.#onsetLists
    let splits = -1
    for (let at = 0; at <= core.length && at <= ONSET_READ_MAX; at++) {
      lists[++splits] = this.#onsets.list(core.slice(0, at))
      // What is no onset will be none with more letters.
      if (at > 1 && lists[at]!.count === 0) break
    }
    // The longest plausible onset first: its rimes are the likeliest, and they spare the search for others.
    for (const plausible of [true, false]) {
      for (let at = splits; at >= 0; at--) {
        const onsets = lists[at]!
        if (onsets.count === 0 || onsets.probability[0]! >= PLAUSIBLE_ONSET !== plausible) continue
        const floor = (best * SPLIT_SHARE) / onsets.probability[0]!
        if (floor >= 1) continue
        best = this.#joinLists(onsets, this.#rimes.list(core.slice(at), floor), best, window, touched)
      }
    }
    for (const key of touched) {
      const log = Math.log(mass[key]!) + edges
      mass[key] = 0
      if (this.#log[key] === 0) keys.push(key)
      else if (this.#log[key]! >= log) continue
      this.#log[key] = log
      this.#cut[key] = before * 256 + after
    }
    return best * Math.exp(edges)
  }

  /** Adds up the probability of every syllable of two lists; returns the best so far. */
  #joinLists(onsets: UnitList, rimes: UnitList, bestYet: number, window: number, touched: number[]): number {
    const mass = this.#mass
    const { join, rimeCount, onsets: onsetUnits, rimes: rimeUnits } = this.#vocabulary
    const rimeBase = rimeUnits.base
    const rimeCases = rimeUnits.cases
    let best = bestYet
    for (let o = 0; o < onsets.count; o++) {
      const onset = onsets.unit[o]!
      const caseRow = onsetUnits.cases[onset]! * 8
      const row = onsetUnits.base[onset]! * rimeCount
      const onsetProbability = onsets.probability[o]!
      for (let r = 0; r < rimes.count; r++) {
        const probability = onsetProbability * rimes.probability[r]!
        if (probability < best * window) break
        const rime = rimes.unit[r]!
        const syllable = join[row + rimeBase[rime]!]!
        if (syllable < 0) continue
        const slots = JOINT_SLOTS[caseRow + rimeCases[rime]!]!
        for (let slot = 0; slots >> slot !== 0; slot++) {
          if ((slots & (1 << slot)) === 0) continue
          const key = syllable * 3 + slot
          if (mass[key] === 0) touched.push(key)
          mass[key] = mass[key]! + probability
          if (mass[key]! > best) best = mass[key]!
        }
      }
    }
    return best
  }

  /** The best of the finds as candidates; leaves the scratch clean. */
  #best(keys: number[]): Candidate[] {
    const prior = this.#options.logPrior
    const log = this.#log
    const rank = this.#mass
    let best = Number.NEGATIVE_INFINITY
    for (const key of keys) {
      rank[key] = log[key]! + (prior === undefined ? 0 : (prior[(key / 3) | 0] ?? 0))
      if (rank[key]! > best) best = rank[key]!
    }
    const least = best - (this.#options.logWindow ?? LOG_WINDOW_DEFAULT)
    const kept = keys.filter((key) => rank[key]! >= least)
    kept.sort((a, b) => rank[b]! - rank[a]! || a - b)
    const count = Math.min(kept.length, this.#options.candidatesMax ?? CANDIDATES_MAX_DEFAULT)
    const out = new Array<Candidate>(count)
    for (let i = 0; i < count; i++) {
      const key = kept[i]!
      const syllable = (key / 3) | 0
      const printedCase = SLOT_CASE[key % 3]!
      out[i] = {
        syllable,
        printed: unitInCase(this.syllables[syllable]!, printedCase),
        printedCase,
        logProbability: log[key]!,
        before: this.#cut[key]! >> 8,
        after: this.#cut[key]! & 255,
      }
    }
    for (const key of keys) {
      log[key] = 0
      rank[key] = 0
    }
    return out
  }
}
