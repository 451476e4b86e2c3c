/**
 * Pages with their truth → the profile of an OCR engine: align chunks, learn the character model, then count
 * what whole onsets and rimes, and the punctuation around words, were read as.
 */

import { addCount, type Confusions, type MutableConfusions } from '../channel/counts.ts'
import type { Emission } from '../channel/emission.ts'
import { logLikelihood } from '../channel/likelihood.ts'
import type { ChannelProfile } from '../channel/profile.ts'
import { casesOf, splitUnits } from '../channel/units.ts'
import { VanbanError } from '../errors.ts'
import { isLegalSyllable } from '../syllable/split.ts'
import { normalise } from '../unicode/normalise.ts'
import { alignCharacters, type CountedPair, learnEmission } from './align-characters.ts'
import { type AlignedPiece, alignPages } from './align-pages.ts'

/** A page as printed and as read. */
export interface PagePair {
  readonly truth: string
  readonly observed: string
}

/** How a profile is trained. */
export interface TrainChannelOptions {
  /** Name of the profile, such as `eng`. */
  readonly name: string
  /** Comment lines for the head of the file: engine, its version, where the pages come from. */
  readonly comments?: readonly string[]
  /** Rounds of expectation–maximisation, default 5. */
  readonly rounds?: number
  /** Settings to add or overrule, such as a margin. */
  readonly settings?: Readonly<Record<string, number>>
}

/** Stand for "before the chunk" and "after it": noise read there is theirs, not the word's. */
const START = '\u0002'
const END = '\u0003'
/** Longer strings (web addresses) teach the character model nothing and cost quadratic time. */
const LENGTH_MAX = 40
/** A pair less likely than this per printed character is an alignment error, not a reading. */
const LOG_PER_CHARACTER_MIN = -6

const CHUNK = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su

interface Tally {
  readonly pieces: Map<string, { piece: AlignedPiece; count: number }>
  pages: number
  chunks: number
  merged: number
  split: number
  lost: number
  inserted: number
}

function tallyPages(pages: Iterable<PagePair>): Tally {
  const tally: Tally = { pieces: new Map(), pages: 0, chunks: 0, merged: 0, split: 0, lost: 0, inserted: 0 }
  for (const page of pages) {
    tally.pages++
    for (const piece of alignPages(normalise(page.truth), normalise(page.observed))) {
      const { truth, observed } = piece
      tally.chunks += truth.length
      if (truth.length === 0) tally.inserted++
      else if (observed.length === 0) tally.lost++
      else {
        if (truth.length > 1) tally.merged += truth.length - 1
        if (observed.length > 1) tally.split += observed.length - 1
        const key = `${truth.join(' ')}\t${observed.join(' ')}`
        const known = tally.pieces.get(key)
        if (known === undefined) tally.pieces.set(key, { piece, count: 1 })
        else known.count++
      }
    }
  }
  return tally
}

function pairsOf(tally: Tally): (CountedPair & { piece: AlignedPiece })[] {
  const pairs = []
  for (const { piece, count } of tally.pieces.values()) {
    const printed = piece.truth.join('')
    const read = piece.observed.join('')
    if (printed.length > LENGTH_MAX || read.length > LENGTH_MAX) continue
    pairs.push({ printed: START + printed + END, read, count, piece })
  }
  return pairs
}

/** Counts that go into the profile, from the likeliest alignment of each pair. */
class Counter {
  readonly characters: MutableConfusions = new Map()
  readonly onsets: MutableConfusions = new Map()
  readonly rimes: MutableConfusions = new Map()
  readonly before = new Map<string, number>()
  readonly after = new Map<string, number>()

  add(pair: CountedPair, piece: AlignedPiece, readings: readonly string[]): void {
    for (let i = 1; i < readings.length - 1; i++) {
      addCount(this.characters, pair.printed.charAt(i), readings[i]!, pair.count)
    }
    let at = 1
    for (const chunk of piece.truth) {
      const [, leading, core, trailing] = CHUNK.exec(chunk)!
      const from = at + leading!.length
      const to = from + core!.length
      at = to + trailing!.length
      if (casesOf(core!) === 0 || !isLegalSyllable(core!)) continue
      this.#addWord(core!, readings.slice(from, to), pair.count)
      if (piece.truth.length > 1 || piece.observed.length > 1) continue
      this.#addEdge(this.before, readings.slice(0, from).join(''), pair.count)
      this.#addEdge(this.after, readings.slice(to).join(''), pair.count)
    }
  }

  #addWord(core: string, readings: readonly string[], count: number): void {
    const { onset, rime } = splitUnits(core)
    if (onset !== '') addCount(this.onsets, onset, readings.slice(0, onset.length).join(''), count)
    addCount(this.rimes, rime, readings.slice(onset.length).join(''), count)
  }

  #addEdge(edge: Map<string, number>, read: string, count: number): void {
    if (!/[\p{L}\p{N}]/u.test(read)) edge.set(read, (edge.get(read) ?? 0) + count)
  }
}

/** The likeliest alignments of all plausible pairs, counted. */
function countUnits(emission: Emission, pairs: readonly (CountedPair & { piece: AlignedPiece })[]): Counter {
  const counter = new Counter()
  for (const pair of pairs) {
    if (
      logLikelihood(emission, pair.read, pair.printed) <
      LOG_PER_CHARACTER_MIN * pair.piece.truth.join('').length
    ) {
      continue
    }
    const readings = alignCharacters(emission, pair.printed, pair.read)
    if (readings !== null) counter.add(pair, pair.piece, readings)
  }
  return counter
}

const rounded = (value: number) => Math.round(value * 1000) / 1000

/** ln of a rate, with half an event added so that what was never seen stays possible. */
function logRate(events: number, trials: number): number {
  return rounded(Math.log((events + 0.5) / (trials + 1)))
}

/**
 * Trains the profile of an engine. Deterministic: the same pages in the same order give the same profile.
 *
 * @param pages pages as printed and as read
 * @param options name and comments of the profile
 * @throws VanbanError `TRAINING_DATA` when no page shares a word with its reading
 */
export function trainChannel(pages: Iterable<PagePair>, options: TrainChannelOptions): ChannelProfile {
  const tally = tallyPages(pages)
  const pairs = pairsOf(tally)
  if (pairs.length === 0) {
    throw new VanbanError(
      'TRAINING_DATA',
      'training',
      `No word of the ${tally.pages} page pairs could be aligned: give pages with their truth and their OCR text.`,
    )
  }
  const { emission } = learnEmission(pairs, options.rounds)
  const { characters, onsets, rimes, before, after } = countUnits(emission, pairs)
  return {
    name: options.name,
    comments: options.comments ?? [],
    settings: {
      pages: tally.pages,
      chunks: tally.chunks,
      logMerge: logRate(tally.merged, tally.chunks),
      logSplit: logRate(tally.split, tally.chunks),
      logLost: logRate(tally.lost, tally.chunks),
      logInserted: logRate(tally.inserted, tally.chunks),
      ...options.settings,
    },
    characters: characters as Confusions,
    onsets,
    rimes,
    before,
    after,
  }
}
