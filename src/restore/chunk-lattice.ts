/**
 * The lattice of a stretch of chunks. Each chunk owns two nodes: before it, and behind its word where a comma or full
 * stop follows; an edge that spans two chunks is one word the scanner read as two.
 */
import { mayBeOneSyllable } from '../channel/shape.ts'
import type { LanguageModel } from '../lm/language-model.ts'
import { CODE_ID, NUMBER_ID, UNKNOWN_ID } from '../lm/symbols.ts'
import { canonical } from '../syllable/tone.ts'
import { type Alternative, type AlternativeReader, PrintedCase, pauseOf } from './alternatives.ts'
import { chunkCore } from './chunk-class.ts'
import type { Chunk } from './chunks.ts'
import { Lattice } from './lattice.ts'
import type { PhraseBonus } from './phrase-bonus.ts'
import type { RepairWeights } from './repair-weights.ts'

/** Longer words than this are not split by scanners into parts that still look like words. */
const MERGED_LENGTH_MAX = 9
/** A `protected` entry stays as printed: no evidence outweighs this. */
const KEPT_BONUS = 100
/** In a heading in capitals: a capital and small letters, small letters only. */
const HEADING_CAPITAL = -3
const HEADING_LOWER = -4
/** At the start of a sentence: a capital, a small letter (list items often begin small). */
const OPENING_CAPITAL = -0.1
const OPENING_LOWER = -2

const READING_MIN = 0.001
const NODES_PER_CHUNK = 2

/** What an edge says of the page. */
export interface Slot {
  /** First chunk, and how many the word covers; 0 for the punctuation behind a chunk. */
  chunk: number
  chunks: number
  alternative: Alternative | null
}

export class ChunkLattice {
  readonly lattice = new Lattice()
  /** By tag of an edge. */
  readonly slots: Slot[] = []
  /** First slot of each chunk. */
  private readonly firstSlot: number[] = []
  private readonly language: LanguageModel
  private readonly reader: AlternativeReader
  private readonly weights: RepairWeights
  private bonus: PhraseBonus | null = null
  private from = 0

  constructor(language: LanguageModel, reader: AlternativeReader, weights: RepairWeights) {
    this.language = language
    this.reader = reader
    this.weights = weights
  }

  /**
   * Builds the lattice of `chunks[from, to)`.
   *
   * @param bonus what the user's list says, by chunk counted from `from`
   */
  build(chunks: readonly Chunk[], from: number, to: number, bonus: PhraseBonus | null = null): void {
    this.bonus = bonus
    this.from = from
    this.lattice.clear()
    this.slots.length = 0
    this.firstSlot.length = 0
    for (let k = from; k < to; k++) {
      const chunk = chunks[k] as Chunk
      this.firstSlot.push(this.slots.length)
      const node = (k - from) * NODES_PER_CHUNK
      if (chunk.kind === 'word' || (this.weights.figures > 0 && mayBeWord(chunk)))
        this.addWord(chunks, k, node, k > from)
      else this.addFixed(chunk, k, node)
    }
  }

  /**
   * What a place may say, by text, with the posterior of each; readings below one in a thousand are left out.
   *
   * @param posterior by edge (edges and slots have the same numbers)
   */
  readingsOf(slot: Slot, posterior: Float32Array): Map<string, number> {
    const readings = new Map<string, number>()
    // Slots of a word read as two stand with its second half.
    const position = slot.chunk + slot.chunks - 1 - this.from
    const end = this.firstSlot[position + 1] ?? this.slots.length
    for (let i = this.firstSlot[position] as number; i < end; i++) {
      const { alternative, chunk } = this.slots[i] as Slot
      const probability = posterior[i] as number
      if (alternative === null || chunk !== slot.chunk || probability < READING_MIN) continue
      readings.set(alternative.text, (readings.get(alternative.text) ?? 0) + probability)
    }
    return readings
  }

  private add(
    word: number,
    score: number,
    chunk: number,
    chunks: number,
    alternative: Alternative | null,
  ): void {
    this.lattice.addEdge(word, score, this.slots.length)
    this.slots.push({ chunk, chunks, alternative })
  }

  /** Numbers, codes and the like: one edge, and what follows it. */
  private addFixed(chunk: Chunk, k: number, node: number): void {
    const { after } = chunkCore(chunk.text)
    const pause = pauseOf(chunk.text.slice(chunk.text.length - after))
    const { kind } = chunk
    const word =
      kind === 'number' || kind === 'numeral' ? NUMBER_ID : kind === 'bullet' ? UNKNOWN_ID : CODE_ID
    this.lattice.beginBlock(node, pause === 0 ? node + NODES_PER_CHUNK : node + 1)
    this.add(word, 0, k, 1, null)
    this.addPause(pause, k, node)
  }

  private addPause(pause: number, k: number, node: number): void {
    if (pause === 0) return
    this.lattice.beginBlock(node + 1, node + NODES_PER_CHUNK)
    this.add(pause, 0, k, 0, null)
  }

  private addWord(chunks: readonly Chunk[], k: number, node: number, hasPrevious: boolean): void {
    const chunk = chunks[k] as Chunk
    const { direct, pausing, pause } = this.reader.read(chunk.text)
    const previous = hasPrevious ? (chunks[k - 1] as Chunk) : null
    const merged =
      previous !== null && canMerge(previous, chunk) ? this.reader.read(previous.text + chunk.text) : null
    const end = node + NODES_PER_CHUNK
    const before = node - NODES_PER_CHUNK
    this.addAlternatives(pausing, chunk, k, 1, node, node + 1)
    // Merged readings share the punctuation node only when they end in the same punctuation.
    if (merged !== null && merged.pause === pause && pause !== 0) {
      this.addAlternatives(merged.pausing, previous as Chunk, k - 1, 2, before, node + 1)
    }
    this.addPause(pause, k, node)
    this.addAlternatives(direct, chunk, k, 1, node, end)
    if (merged !== null) this.addAlternatives(merged.direct, previous as Chunk, k - 1, 2, before, end)
  }

  private addAlternatives(
    alternatives: readonly Alternative[],
    chunk: Chunk,
    first: number,
    chunks: number,
    from: number,
    to: number,
  ): void {
    if (alternatives.length === 0) return
    const { margin, channel, merge } = this.weights
    this.lattice.beginBlock(from, to)
    for (const alternative of alternatives) {
      let score = alternative.log * channel + this.caseScore(chunk, alternative)
      if (chunks === 2) {
        // As it stands is two words; joined, the letters must make a known one.
        if (alternative.word === UNKNOWN_ID) continue
        score += merge
      } else if (alternative.same) score += margin
      if (this.bonus !== null) score += this.bonusOf(first - this.from, alternative)
      this.add(alternative.word, score, first, chunks, alternative)
    }
  }

  private bonusOf(position: number, { same, text }: Alternative): number {
    const bonus = this.bonus as PhraseBonus
    return bonus.keeps(position) && same ? KEPT_BONUS : bonus.of(position, canonical(text))
  }

  private caseScore(chunk: Chunk, { printedCase, word }: Alternative): number {
    const { heading, opens } = chunk
    switch (printedCase) {
      case PrintedCase.UPPER:
        return heading ? 0 : this.weights.upper
      case PrintedCase.CAPITAL:
        if (heading) return HEADING_CAPITAL
        return opens ? OPENING_CAPITAL : (this.language.logCapital[word] as number)
      case PrintedCase.LOWER:
        if (heading) return HEADING_LOWER
        return opens ? OPENING_LOWER : (this.language.logSmall[word] as number)
      default:
        return 0
    }
  }
}

/** One or two figures inside a line: a number, or là, lộ, ở as an English model reads them. */
const mayBeWord = (chunk: Chunk): boolean =>
  chunk.kind === 'number' && !chunk.first && /^\d{1,2}[,.;]?$/.test(chunk.text)

function canMerge(previous: Chunk, chunk: Chunk): boolean {
  return (
    previous.kind === 'word' &&
    /[\p{L}\d]/u.test(previous.text) &&
    !previous.ends &&
    previous.line === chunk.line &&
    previous.end < chunk.start &&
    previous.text.length + chunk.text.length <= MERGED_LENGTH_MAX &&
    /^[\p{L}\d]/u.test(chunk.text) &&
    mayBeOneSyllable(previous.text + chunk.text)
  )
}
