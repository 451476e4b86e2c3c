/**
 * What stands as it is printed: where every word is likely between its neighbours, and where it is not, no other reading of it
 * would be likelier, there is nothing to search for.
 */
import { CODE_ID, NUMBER_ID, UNKNOWN_ID } from '../lm/symbols.ts'
import type { AlternativeReader } from './alternatives.ts'
import type { Alternative } from './chunk-reading.ts'
import type { Chunk } from './chunks.ts'
import { type EdgeColumns, standingOf } from './edge-list.ts'
import { canMerge } from './merge.ts'
import { NO_WORD, RememberedLogs } from './remembered-logs.ts'

/** A word less likely than this (nats, between its neighbours and with its capitals) is looked at. */
const UNLIKELY = 5
/** Another reading that comes this near to what is printed (nats) calls for a search: two words may be wrong together. */
const NEAR = 3
/** Two neighbours both less likely than this may be wrong together, where no other reading of one helps. */
const UNLIKELY_PAIR = 8
/** Words before an unlikely one that may be to blame for it. */
const BLAMED = 1
/** Chunks searched on either side of a word that may be wrong. */
const MARGIN = 3

/** Rivals this far (nats) behind what is printed take nothing from its confidence that anybody would see. */
const RIVAL_SPAN = 12

/** Verdicts remembered: as many slots, the last one asked for in each. */
const VERDICTS_BITS = 16
/** Numbers of a slot: what was asked for, and whether another reading comes near. */
const SLOT = 4
const NOT_ASKED = -1

export class PrintedPath {
  private readonly reader: AlternativeReader
  private readonly logs: RememberedLogs
  private readonly temperature: number
  /** Items of the sentence from 2 on: the word before stands at 1, nothing at 0. */
  private word = new Uint16Array(1024)
  /** By item: chunk whose word it is, or -1; ln P of the item. */
  private chunk = new Int32Array(1024)
  private log = new Float64Array(1024)
  /** By item: whether it was looked at. */
  private seen = new Uint8Array(1024)
  /** First item of each chunk. */
  private first = new Int32Array(1024)
  private count = 0
  /** By slot: the two words before; the two behind; the chunk and how it stands; whether another reading comes near. */
  private readonly verdicts = new Int32Array(SLOT << VERDICTS_BITS).fill(-1)
  /** By slot: how sure the chunk is as it stands; NaN: not asked for. */
  private readonly confidences = new Float32Array(1 << VERDICTS_BITS)

  /** @param temperature divides log scores where they become probabilities */
  constructor(reader: AlternativeReader, temperature: number) {
    this.reader = reader
    this.logs = new RememberedLogs(reader.language.table)
    this.temperature = temperature
  }

  /**
   * Finds what has to be searched of `chunks[from, to)`: stretches around words that may be wrong.
   *
   * @param before the word before the sentence
   * @param stretches receives first chunk and end of each
   */
  read(chunks: readonly Chunk[], from: number, to: number, before: number, stretches: number[]): void {
    this.follow(chunks, from, to, before)
    const { word, chunk, log, count, seen } = this
    seen.fill(0, 0, count)
    stretches.length = 0
    let costBefore = 0
    for (let i = 2; i < count; i++) {
      const k = chunk[i] as number
      const id = word[i] as number
      let cost = -(log[i] as number)
      if (k >= 0) {
        const { facts } = chunks[k] as Chunk
        cost -= this.reader.caseLog(facts.printedCase, id, standingOf(chunks[k] as Chunk))
      }
      const isPair = k >= 0 && cost > UNLIKELY_PAIR && costBefore > UNLIKELY_PAIR
      costBefore = k >= 0 ? cost : 0
      if (cost < UNLIKELY && id !== UNKNOWN_ID) continue
      if (isPair) {
        this.addStretch(stretches, k, from, to)
        continue
      }
      for (let at = Math.max(2, i - BLAMED); at <= i; at++) {
        if (!this.isBest(chunks, at, from)) this.addStretch(stretches, chunk[at] as number, from, to)
      }
    }
  }

  /** The word before a chunk of the sentence read last. */
  wordBefore(k: number, from: number): number {
    return this.word[(this.first[k - from] as number) - 1] as number
  }

  /** The last word of the sentence read last. */
  get last(): number {
    return this.word[this.count - 1] as number
  }

  private addStretch(stretches: number[], k: number, from: number, to: number): void {
    const start = Math.max(from, k - MARGIN)
    const end = Math.min(to, k + MARGIN + 1)
    const last = stretches.length - 1
    if (last > 0 && start <= (stretches[last] as number) + MARGIN) {
      stretches[last] = Math.max(stretches[last] as number, end)
      stretches[last - 1] = Math.min(stretches[last - 1] as number, start)
    } else stretches.push(start, end)
  }

  /** Reads the words of `chunks[from, to)` as they stand, and how likely each is after those before it. */
  follow(chunks: readonly Chunk[], from: number, to: number, before: number): void {
    if (2 * (to - from) + 2 > this.word.length) this.grow(2 * (to - from) + 2)
    const { word, chunk, first } = this
    word[0] = 0
    word[1] = before
    let count = 2
    for (let k = from; k < to; k++) {
      const { facts } = chunks[k] as Chunk
      const { kind, printedWord } = facts
      first[k - from] = count
      if (kind === 'word') {
        chunk[count] = k
        word[count++] = printedWord < 0 ? UNKNOWN_ID : printedWord
      } else {
        chunk[count] = -1
        word[count++] =
          kind === 'number' || kind === 'numeral' ? NUMBER_ID : kind === 'bullet' ? UNKNOWN_ID : CODE_ID
      }
      if (facts.pause !== 0) {
        chunk[count] = -1
        word[count++] = facts.pause
      }
    }
    this.count = count
    for (let i = 2; i < count; i++) this.log[i] = this.logAt(i)
  }

  private grow(size: number): void {
    this.word = new Uint16Array(size)
    this.chunk = new Int32Array(size)
    this.log = new Float64Array(size)
    this.seen = new Uint8Array(size)
    this.first = new Int32Array(size)
  }

  /** Whether no other reading of the chunk of an item comes near it. */
  private isBest(chunks: readonly Chunk[], item: number, from: number): boolean {
    const k = this.chunk[item] as number
    if (k < 0 || this.seen[item] === 1) return true
    this.seen[item] = 1
    const chunk = chunks[k] as Chunk
    if (chunk.facts.printedWord < 0) return false
    return !this.mayMerge(chunks, k, from) && !this.isDoubtful(chunk, item)
  }

  /** What {@link hasOtherReading} says; what was asked last is remembered. */
  private isDoubtful(chunk: Chunk, item: number): boolean {
    const { verdicts } = this
    const at = SLOT * this.slotOf(chunk, item) + 3
    if (verdicts[at] === NOT_ASKED) verdicts[at] = this.hasOtherReading(chunk, item) ? 1 : 0
    return verdicts[at] === 1
  }

  /** The slot of an item, emptied when it held another. */
  private slotOf(chunk: Chunk, item: number): number {
    const { word, verdicts, count } = this
    const first = item > 2 ? (word[item - 2] as number) : NO_WORD
    const before = (first << 16) | (word[item - 1] as number)
    const next = item + 1 < count ? (word[item + 1] as number) : NO_WORD
    const behind = (next << 16) | (item + 2 < count ? (word[item + 2] as number) : NO_WORD)
    const own = 4 * chunk.facts.number + standingOf(chunk)
    const mixed = before ^ Math.imul(behind, 0x85ebca6b) ^ Math.imul(own, 0xc2b2ae35)
    const slot = Math.imul(mixed ^ (mixed >>> 15), 0x9e3779b1) >>> (32 - VERDICTS_BITS)
    const at = SLOT * slot
    if (verdicts[at] !== before || verdicts[at + 1] !== behind || verdicts[at + 2] !== own) {
      verdicts[at] = before
      verdicts[at + 1] = behind
      verdicts[at + 2] = own
      verdicts[at + 3] = NOT_ASKED
      this.confidences[slot] = Number.NaN
    }
    return slot
  }

  /**
   * How sure a chunk of the sentence read last is as it stands, by what else it may be between its neighbours as they stand:
   * 0..1; -1 when it is no word. For chunks that need no search: there it hardly differs from what a search would find.
   */
  confidenceOf(chunks: readonly Chunk[], k: number, from: number): number {
    const item = this.first[k - from] as number
    const chunk = chunks[k] as Chunk
    if ((this.chunk[item] as number) < 0 || chunk.facts.printedWord < 0) return -1
    const slot = this.slotOf(chunk, item)
    if (Number.isNaN(this.confidences[slot])) this.confidences[slot] = this.weigh(chunk, item)
    return this.confidences[slot] as number
  }

  /** Whether the word of a chunk is known by its letters only, and to no list of syllables. */
  isUnknown(chunk: Chunk): boolean {
    const { alternatives, same } = this.columnsOf(chunk)
    return same >= 0 && (alternatives[same] as Alternative).word === UNKNOWN_ID
  }

  /** What a chunk may be with its marks, or as it is without any. */
  private columnsOf(chunk: Chunk): EdgeColumns {
    const reading = this.reader.of(chunk.facts)
    return (reading.pause === 0 ? reading.directEdges : reading.pausingEdges).at(standingOf(chunk))
  }

  private weigh(chunk: Chunk, item: number): number {
    const { edges, same } = this.columnsOf(chunk)
    if (same < 0) return 0
    const { word, log, temperature } = this
    const printed = word[item] as number
    const end = Math.min(item + 3, this.count)
    let own = edges[2 * same + 1] as number
    for (let i = item; i < end; i++) own += log[i] as number
    let sum = 1
    for (let e = 0; 2 * e < edges.length; e++) {
      let score = edges[2 * e + 1] as number
      if (e === same || score < own - RIVAL_SPAN) continue
      word[item] = edges[2 * e] as number
      for (let i = item; i < end; i++) score += this.logAt(i)
      sum += Math.exp((score - own) / temperature)
    }
    word[item] = printed
    return 1 / sum
  }

  private mayMerge(chunks: readonly Chunk[], k: number, from: number): boolean {
    const chunk = chunks[k] as Chunk
    if (k > from && canMerge(chunks[k - 1] as Chunk, chunk)) return true
    const next = chunks[k + 1]
    return next !== undefined && !chunk.ends && canMerge(chunk, next)
  }

  /** Whether another reading of a chunk comes near it as it stands. */
  private hasOtherReading(chunk: Chunk, item: number): boolean {
    const reading = this.reader.of(chunk.facts)
    if (reading.splits.length > 0) return true
    const columns = this.columnsOf(chunk)
    if (columns.same < 0) return true
    const printed = columns.edges[2 * columns.same + 1] as number
    let floor = printed - NEAR
    for (let i = item; i < Math.min(item + 3, this.count); i++) floor += this.log[i] as number
    // Hardly a word adds to a score: one that is behind by its letters stays behind.
    if (columns.rival > floor && this.hasRival(columns, item, floor)) return true
    // Readings that take the marks behind the word for a part of it: few.
    return reading.pause !== 0 && reading.directEdges.at(standingOf(chunk)).rival > printed - 2 * UNLIKELY
  }

  /** Whether a reading of the chunk of an item is worth more than `floor`, with the items it changes. */
  private hasRival({ edges, same }: EdgeColumns, item: number, floor: number): boolean {
    const { word, log } = this
    const printed = word[item] as number
    const end = Math.min(item + 3, this.count)
    let found = false
    for (let e = 0; 2 * e < edges.length && !found; e++) {
      let score = edges[2 * e + 1] as number
      if (e === same || score <= floor) continue
      const other = edges[2 * e] as number
      word[item] = other
      for (let i = item; i < end && score > floor; i++)
        score += other === printed ? (log[i] as number) : this.logAt(i)
      found = score > floor
    }
    word[item] = printed
    return found
  }

  /** ln P(item | the two before it). */
  private logAt(item: number): number {
    const { word } = this
    const first = item > 2 ? (word[item - 2] as number) : NO_WORD
    return this.logs.of(first, word[item - 1] as number, word[item] as number)
  }
}
