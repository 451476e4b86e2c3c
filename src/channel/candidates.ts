/**
 * The channel of one engine over one vocabulary: from a chunk as read to the syllables it may have been.
 *
 * P(chunk | syllable) = P(before) · Σ over split points P(left | onset) · P(right | rime) · P(after):
 * a chunk is cut into edge marks and what onset and rime were read as. Parts recur, their lists are kept.
 */
import { canonical } from '../syllable/tone.ts'
import { type Candidate, type ChannelOptions, type FoundCandidates, newFound } from './candidate.ts'
import { Edge, isCode, leadingMarks, trailingMarks } from './edges.ts'
import { Emission } from './emission.ts'
import { FoundMemory } from './found-memory.ts'
import type { ChannelProfile } from './profile.ts'
import { SyllableFinds } from './syllable-finds.ts'
import { UnitChannel, type UnitList } from './unit-channel.ts'
import { SLOT_CASE, unitVocabulary } from './unit-vocabulary.ts'
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
const NO_MARKS = { most: 0, fewest: 0 }

/** One engine's channel over one vocabulary. Keeps caches; make one and use it for many texts. */
export class Channel {
  readonly profile: ChannelProfile
  /** The vocabulary, canonical lower case, by index. */
  readonly syllables: readonly string[]
  readonly emission: Emission
  readonly #options: ChannelOptions
  readonly #onsets: UnitChannel
  readonly #rimes: UnitChannel
  readonly #finds: SyllableFinds
  readonly #index: ReadonlyMap<string, number>
  readonly #before: Edge
  readonly #after: Edge
  readonly #onsetLists: UnitList[] = []
  /** Syllables as printed, by syllable × 3 + case; made when met. */
  readonly #printed: (string | undefined)[]
  readonly #memory = new FoundMemory()
  /** Ranks of the best readings of pieces of chunks, see `segmentations`. */
  readonly pieceRanks = new Map<string, number>()
  /** What the last search found. */
  readonly found: FoundCandidates
  /**
   * @param profile the engine's confusions
   * @param syllables the vocabulary: canonical (lower case, traditional tone placement), distinct
   */
  constructor(profile: ChannelProfile, syllables: readonly string[], options: ChannelOptions = {}) {
    this.profile = profile
    this.syllables = syllables
    this.#options = options
    const vocabulary = unitVocabulary(syllables)
    this.#index = new Map(syllables.map((syllable, index) => [syllable, index]))
    const onsets = vocabulary.onsets.units
    const rimes = vocabulary.rimes.units
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
    this.#printed = new Array(syllables.length * 3).fill(undefined)
    this.found = newFound(options.candidatesMax ?? CANDIDATES_MAX_DEFAULT)
    const window = options.logWindow ?? LOG_WINDOW_DEFAULT
    this.#finds = new SyllableFinds(vocabulary, syllables.length, window, options.logPrior)
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
    const { count, syllable, slot, log, before, after } = this.search(chunk, logMin)
    const out: Candidate[] = []
    for (let i = 0; i < count; i++) {
      out.push({
        syllable: syllable[i]!,
        printed: this.printed(syllable[i]!, slot[i]!),
        printedCase: SLOT_CASE[slot[i]!]!,
        logProbability: log[i]!,
        before: before[i]!,
        after: after[i]!,
      })
    }
    return out
  }

  /** {@link candidates} as columns, which the next search overwrites. */
  search(chunk: string, logMin = Number.NEGATIVE_INFINITY): FoundCandidates {
    const { found } = this
    found.count = 0
    if (chunk.length > CHUNK_MAX) return found
    const leading = leadingMarks(chunk)
    // A chunk of marks alone (`&` for ở) can only be letters in disguise.
    const allMarks = leading.most === chunk.length
    const trailing = allMarks ? NO_MARKS : trailingMarks(chunk)
    const most = allMarks ? chunk.length - 1 : leading.most
    if (isCode(chunk, most, chunk.length - trailing.most)) return found
    // Nearly all chunks have no marks, or marks that are no letters: what stands between them recurs.
    const isPlain =
      leading.fewest === most &&
      trailing.fewest === trailing.most &&
      logMin === Number.NEGATIVE_INFINITY &&
      chunk.length <= most + trailing.most + WORD_READ_MAX
    if (isPlain) return this.#searchPlain(chunk, most, trailing.most)
    // All marks taken as edges is the usual reading; the others must come near it.
    let best = Math.exp(logMin) / SPLIT_SHARE
    for (let before = most; before >= leading.fewest; before--) {
      for (let after = trailing.most; after >= trailing.fewest; after--) {
        const edges = this.logEdges(chunk, before, after)
        best = Math.max(best, this.#search(chunk, before, after, edges, best))
      }
    }
    this.#finds.takeBest(found)
    this.#addItself(chunk, most, trailing.most)
    return found
  }

  /** The finds of a chunk whose marks are no letters are those of what stands between them. */
  #searchPlain(chunk: string, before: number, after: number): FoundCandidates {
    const { found } = this
    const word = chunk.slice(before, chunk.length - after)
    if (!this.#memory.recall(word, found)) {
      this.#search(word, 0, 0, 0, 0)
      this.#finds.takeBest(found)
      this.#addItself(word, 0, 0)
      this.#memory.keep(word, found)
    }
    const edges = this.logEdges(chunk, before, after)
    const prior = this.#options.logPrior
    for (let i = 0; i < found.count; i++) {
      const log = found.log[i]! + edges
      found.log[i] = log
      found.rank[i] = log + (prior?.[found.syllable[i]!] ?? 0)
      found.before[i] = before
      found.after[i] = after
    }
    return found
  }

  /** A syllable as printed. */
  printed(syllable: number, slot: number): string {
    const key = syllable * 3 + slot
    let printed = this.#printed[key]
    if (printed === undefined) {
      printed = unitInCase(this.syllables[syllable]!, SLOT_CASE[slot]!)
      this.#printed[key] = printed
    }
    return printed
  }

  /** The syllable that a word is as it stands, whatever its case; -1 if it is none. */
  syllableOf(word: string): number {
    return this.#index.get(canonical(word)) ?? -1
  }

  /** Adds the chunk as it stands, if it is a syllable that was crowded out. */
  #addItself(chunk: string, before: number, after: number): void {
    const core = chunk.slice(before, chunk.length - after)
    const cases = casesOf(core)
    const syllable = cases === 0 ? -1 : this.syllableOf(core)
    if (syllable < 0) return
    const { found } = this
    const slot = SLOT_CASE.findIndex((one) => (cases & one) !== 0)
    for (let i = 0; i < found.count; i++) if (found.syllable[i] === syllable && found.slot[i] === slot) return
    const at = found.count++
    found.syllable[at] = syllable
    found.slot[at] = slot
    found.log[at] = this.logProbability(core, core)
    if (before + after > 0) found.log[at] = found.log[at]! + this.logEdges(chunk, before, after)
    found.rank[at] = found.log[at]! + (this.#options.logPrior?.[syllable] ?? 0)
    found.before[at] = before
    found.after[at] = after
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
   * Searches the chunk without its edges; new finds are added to the keys.
   *
   * @param edges ln P of the edges
   * @param bestYet P(chunk | best syllable) with other edges
   * @returns the same with these
   */
  #search(chunk: string, before: number, after: number, edges: number, bestYet: number): number {
    const core = chunk.slice(before, chunk.length - after)
    if (core.length === 0 || core.length > WORD_READ_MAX) return 0
    let best = bestYet / Math.exp(edges)
    const lists = this.#onsetLists
    let splits = -1
    for (let at = 0; at <= core.length && at <= ONSET_READ_MAX; at++) {
      lists[++splits] = this.#onsets.list(core.slice(0, at))
      // What is no onset will be none with more letters.
      if (at > 1 && lists[at]!.count === 0) break
    }
    // The longest plausible onset first: its rimes are the likeliest, and they spare the search for others.
    for (let plausible = 1; plausible >= 0; plausible--) {
      for (let at = splits; at >= 0; at--) {
        const onsets = lists[at]!
        if (onsets.count === 0 || onsets.probability[0]! >= PLAUSIBLE_ONSET !== (plausible === 1)) continue
        const floor = (best * SPLIT_SHARE) / onsets.probability[0]!
        if (floor >= 1) continue
        best = this.#finds.join(onsets, this.#rimes.list(core.slice(at), floor), floor, best)
      }
    }
    this.#finds.settle(edges, before * 256 + after)
    return best * Math.exp(edges)
  }
}
