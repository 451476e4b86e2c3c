/**
 * One page of OCR text: chunks → alternatives → lattice over the sentence → search → edits; then what the search does
 * not decide: acronyms, codes, numerals of headings.
 */
import { repairCode } from '../channel/code-grammar.ts'
import type { ChannelProfile } from '../channel/profile.ts'
import { BOUNDARY_ID } from '../lm/symbols.ts'
import { canonical, detectPlacement, toModernPlacement } from '../syllable/tone.ts'
import { findAcronyms } from './acronym-repair.ts'
import type { Alternative } from './alternatives.ts'
import { chunkCore } from './chunk-class.ts'
import { ChunkLattice, type Slot } from './chunk-lattice.ts'
import { type Chunk, readChunks } from './chunks.ts'
import type { Dictionary } from './dictionary.ts'
import { applicabilityOf, applyEdits, disjoint, type Edit, type EditReason, reasonOf } from './edit.ts'
import { isForeign } from './marks.ts'
import type { Model } from './model.ts'
import { repairNumerals } from './numerals.ts'
import { PhraseBonus, USER_BONUS } from './phrase-bonus.ts'
import { PhraseIndex } from './phrases.ts'
import { PosteriorScorer } from './posterior.ts'
import type { Repair, RepairedWord } from './repair.ts'
import { type RepairWeights, weightsOf } from './repair-weights.ts'
import { repairedWords } from './repaired-words.ts'
import { reviewWords } from './review.ts'
import { BeamSearch } from './search.ts'

/** Damaged words look foreign too: more of them than in clean text are borne with. */
const FOREIGN_SHARE_MAX = 0.6
/** A chunk worth showing to the code grammar. */
const HAS_DIGIT_AND_SIGN = /^(?=.*\d).*[/-]|\p{Lu}[/-]\p{Lu}/u
/** Letters only: what OCR left whole enough to tell its language. */
const PLAIN_WORD = /(?<!\p{L})\p{L}{2,}(?=\P{L}*$)/u
/** Lists of more chunks than this without a full stop are cut, so that memory stays bounded. */
const SENTENCE_CHUNKS_MAX = 256
/** Log scores are divided by this for posteriors; set where confidence equals the share of right words on dev pages. */
const TEMPERATURE = 1.5
const EVIDENT_MIN = 0.9
const ALTERNATIVES_MAX = 3

/** Repairs one page. Make one a page. */
export class PageRepairer {
  private readonly text: string
  private readonly model: Model
  private readonly weights: RepairWeights
  private readonly dictionary: Dictionary | undefined
  private readonly profile: ChannelProfile
  private readonly modern: boolean
  private readonly chunks: Chunk[]
  private readonly words: RepairedWord[] = []
  private readonly userPhrases: PhraseIndex | null
  private readonly found = new Map<number, Edit>()

  /** @param dictionary a list of the user's own */
  constructor(text: string, model: Model, profile: ChannelProfile, dictionary: Dictionary | undefined) {
    this.text = text
    this.model = model
    this.profile = profile
    this.weights = weightsOf(profile)
    this.dictionary = dictionary
    this.modern = detectPlacement(text) === 'modern'
    this.chunks = readChunks(text)
    this.userPhrases = dictionary === undefined ? null : new PhraseIndex([dictionary], { minLength: 1 })
  }

  /** @param minConfidence edits less sure than this are only suggested */
  run(minConfidence: number): Omit<Repair, 'source'> {
    this.searchSentences()
    this.applyAcronyms()
    this.applyCodes()
    this.applyNumerals()
    const all = disjoint([...this.found.values()].sort((a, b) => a.span[0] - b.span[0]))
    const floor = this.isSound(all) ? Number.POSITIVE_INFINITY : minConfidence
    const edits = all.filter(({ confidence }) => confidence >= floor)
    const suggestions = all.filter(({ confidence }) => confidence < floor)
    const { text } = this
    const words = repairedWords(this.words, edits, suggestions)
    return { text: applyEdits(text, edits), words, edits, suggestions, review: reviewWords(text, words) }
  }

  /**
   * A text in which hardly any word is impossible was not damaged by OCR: what looks odd in it is the writer's own, and
   * is only reported.
   */
  private isSound(edits: readonly Edit[]): boolean {
    let words = 0
    for (const { kind } of this.chunks) if (kind === 'word') words++
    const { soundBase, soundRate } = this.weights
    let evident = 0
    for (const { confidence, reason } of edits)
      if (reason !== 'acronym' && reason !== 'unicode' && confidence > EVIDENT_MIN) evident++
    return evident <= soundBase + soundRate * words
  }

  private searchSentences(): void {
    const { chunks, model } = this
    const { weights } = this
    const graph = new ChunkLattice(model.language, model.alternativesOf(this.profile), weights)
    const { lattice, slots } = graph
    const search = new BeamSearch(model.language.table, weights.beam)
    const scorer = new PosteriorScorer()
    let path = new Int32Array(2 * SENTENCE_CHUNKS_MAX + 2)
    let posterior = new Float32Array(4096)
    const whole = this.countForeign(0, chunks.length)
    let before = BOUNDARY_ID
    for (let from = 0; from < chunks.length; ) {
      let to = from + 1
      while (to < chunks.length && to - from < SENTENCE_CHUNKS_MAX && !(chunks[to - 1] as Chunk).ends) to++
      if (isForeign(this.countForeign(from, to), whole, FOREIGN_SHARE_MAX)) {
        before = BOUNDARY_ID
        from = to
        continue
      }
      graph.build(chunks, from, to, this.findPhrases(from, to))
      if (path.length < lattice.nodes) path = new Int32Array(lattice.nodes)
      const length = search.run(lattice, path, before, true)
      if (lattice.edges > posterior.length) posterior = new Float32Array(lattice.edges * 2)
      scorer.run(
        search.arcs,
        search.score,
        search.edge,
        search.hypotheses,
        search.finalFrom,
        TEMPERATURE,
        posterior,
      )
      for (let i = 0; i < length; i++) {
        const edge = path[i] as number
        before = lattice.word[edge] as number
        const slot = slots[lattice.tag[edge] as number]
        if (slot?.alternative) this.settle(slot, slot.alternative, graph.readingsOf(slot, posterior))
      }
      if ((chunks[to - 1] as Chunk).ends) before = BOUNDARY_ID
      from = to
    }
  }

  /** What the user's list says of a sentence. */
  private findPhrases(from: number, to: number): PhraseBonus | null {
    if (this.userPhrases === null) return null
    const reader = this.model.alternativesOf(this.profile)
    const bonus = new PhraseBonus()
    const readings = this.chunks.slice(from, to).map(({ kind, text }) => {
      if (kind !== 'word') return kind === 'number' ? [text] : []
      const { direct, pausing } = reader.read(text)
      return [...new Set([...direct, ...pausing].map((alternative) => canonical(alternative.text)))]
    })
    bonus.addCandidateMatches(this.userPhrases, readings, USER_BONUS)
    return bonus.empty ? null : bonus
  }

  /** Words whose letters, marks and slips aside, spell no Vietnamese syllable. */
  private countForeign(from: number, to: number): { words: number; foreign: number } {
    const { reader } = this.model
    let words = 0
    let foreign = 0
    for (let k = from; k < to; k++) {
      const { kind, text } = this.chunks[k] as Chunk
      const word = kind === 'word' ? PLAIN_WORD.exec(text)?.[0] : undefined
      if (word === undefined) continue
      words++
      if (!reader.read(word).syllable) foreign++
    }
    return { words, foreign }
  }

  /**
   * Takes a reading of a chunk (or two) as found.
   *
   * @param readings what the place may say, with probabilities
   */
  private settle(
    { chunk, chunks }: Slot,
    alternative: Alternative,
    readings: ReadonlyMap<string, number>,
  ): void {
    const start = (this.chunks[chunk] as Chunk).start + alternative.before
    const end = (this.chunks[chunk + chunks - 1] as Chunk).end - alternative.after
    // A sign that stayed a sign (`&`) is no word.
    if (start >= end) return
    const original = this.text.slice(start, end)
    const stays = alternative.same && chunks === 1
    const text = stays ? original : this.modern ? toModernPlacement(alternative.text) : alternative.text
    const confidence = Math.min(1, readings.get(alternative.text) ?? 0)
    this.words.push({ span: [start, end], original, text, confidence })
    if (text === original) return
    const others = [...readings]
      .filter(([reading]) => reading !== alternative.text)
      .sort((a, b) => b[1] - a[1])
      .slice(0, ALTERNATIVES_MAX)
      .map(([reading, probability]) => ({ text: reading, confidence: probability }))
    this.change(start, end, text, chunks === 2 ? 'merge' : reasonOf(original, text), confidence, others)
  }

  private change(
    start: number,
    end: number,
    replacement: string,
    reason: EditReason,
    confidence: number,
    alternatives: Edit['alternatives'] = [],
  ): void {
    const original = this.text.slice(start, end)
    const applicability = applicabilityOf(confidence)
    this.found.set(start, {
      span: [start, end],
      original,
      replacement,
      reason,
      confidence,
      applicability,
      alternatives,
    })
  }

  private applyAcronyms(): void {
    const textOf = (chunk: Chunk): string => {
      const { before, after } = chunkCore(chunk.text)
      for (let at = chunk.start; at <= chunk.start + before; at++) {
        const edit = this.found.get(at)
        if (edit !== undefined && edit.span[1] <= chunk.end) return edit.replacement
      }
      return chunk.text.slice(before, chunk.text.length - after)
    }
    const repairer = this.model.acronymsOf(this.profile, this.dictionary)
    for (const { start, end, reading } of findAcronyms(
      this.chunks,
      textOf,
      repairer,
      this.weights.acronymMargin,
    )) {
      this.found.delete(start)
      if (reading.text !== this.text.slice(start, end))
        this.change(start, end, reading.text, 'acronym', reading.confidence)
    }
  }

  /** Document codes by their grammar, also where white space came between their parts. */
  private applyCodes(): void {
    const { chunks, model } = this
    const options = { barsLost: this.weights.barsLost > 0 }
    for (let k = 0; k < chunks.length; k++) {
      const chunk = chunks[k] as Chunk
      if (chunk.kind !== 'code' && !HAS_DIGIT_AND_SIGN.test(chunk.text)) continue
      const code = repairCode(chunk.text, model.codes, options)
      if (code === null) continue
      // The words of what is a code as a whole are no words.
      for (let at = chunk.start; at < chunk.end; at++) this.found.delete(at)
      if (code.changed) this.changeCore(chunk, code.text, 'code', code.confidence)
    }
  }

  /** Changes a chunk without the marks around it. */
  private changeCore(chunk: Chunk, text: string, reason: EditReason, confidence: number): void {
    const { before, after } = chunkCore(chunk.text)
    this.change(
      chunk.start + before,
      chunk.end - after,
      text.slice(before, text.length - after),
      reason,
      confidence,
    )
  }

  private applyNumerals(): void {
    for (const { chunk, length, text } of repairNumerals(this.chunks)) {
      const { start } = this.chunks[chunk] as Chunk
      this.change(start, start + length, text, 'numeral', 0.9)
    }
  }
}
