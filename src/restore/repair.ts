/**
 * OCR text → repaired text: chunks → alternatives → lattice over the sentence → search → edits; then what the search
 * does not decide: acronyms, codes, numerals of headings.
 */
import type { ChannelProfile } from '../channel/profile.ts'
import { VanbanError } from '../errors.ts'
import { BOUNDARY_ID } from '../lm/symbols.ts'
import { detectPlacement, toModernPlacement } from '../syllable/tone.ts'
import { fold } from '../unicode/fold.ts'
import { normalise } from '../unicode/normalise.ts'
import { findAcronyms } from './acronym-repair.ts'
import type { Alternative } from './alternatives.ts'
import { chunkCore } from './chunk-class.ts'
import { ChunkLattice, type RepairWeights } from './chunk-lattice.ts'
import { type Chunk, readChunks } from './chunks.ts'
import { applicabilityOf, applyEdits, type Edit, type EditReason } from './edit.ts'
import type { Model } from './model.ts'
import { repairNumerals } from './numerals.ts'
import { PosteriorScorer } from './posterior.ts'
import { restore } from './restore.ts'
import { BeamSearch } from './search.ts'
import { detectSource, type Source } from './source.ts'

/** How to repair. */
export interface RepairOptions {
  readonly model: Model
  /** Which engine read the page; `auto` (default) looks at its letters. `none`: only the marks are missing. */
  readonly source?: Source | 'auto'
  /** Edits less sure than this are reported, not applied; 0..1, default 0.2. */
  readonly minConfidence?: number
}

/** One word of the page after repair. */
export interface RepairedWord {
  /** UTF-16 offsets in the page as it came. */
  readonly span: readonly [start: number, end: number]
  readonly original: string
  readonly text: string
  /** P(the text is right), 0..1. */
  readonly confidence: number
}

export interface Repair {
  readonly text: string
  readonly words: readonly RepairedWord[]
  /** What was changed, ascending by span. */
  readonly edits: readonly Edit[]
  /** Changes too doubtful to be made. */
  readonly suggestions: readonly Edit[]
  readonly source: Source
}

/** Lists of more chunks than this without a full stop are cut, so that memory stays bounded. */
const SENTENCE_CHUNKS_MAX = 256
/** Log scores are divided by this for posteriors; set where confidence equals the share of right words on dev pages. */
const TEMPERATURE = 1.5
const EVIDENT_MIN = 0.9
const MIN_CONFIDENCE_DEFAULT = 0.2

/** Weights by source, tuned on the dev pages. */
export const WEIGHTS: Readonly<Record<'eng' | 'vie', RepairWeights & { beam: number; acronymMargin: number; soundBase: number; soundRate: number }>> = {
  eng: { margin: 0.5, channel: 1, upper: -6, merge: -7, beam: 8, acronymMargin: 0, soundBase: -1, soundRate: 0 },
  vie: { margin: 0.5, channel: 1, upper: -6, merge: -7, beam: 8, acronymMargin: 8, soundBase: 0.9, soundRate: 0.001 },
}

/** Repairs one page or document of OCR text. Lines stay lines; what is no Vietnamese prose stays byte for byte. */
export function repair(text: string, options: RepairOptions): Repair {
  const source =
    options.source === undefined || options.source === 'auto' ? detectSource(text) : options.source
  if (source === 'none') return repairMarks(text, options.model)
  const profile = options.model.profiles.find(({ name }) => name === source)
  if (profile === undefined) {
    throw new VanbanError(
      'BAD_ARGUMENT',
      'restore',
      `The model has no channel profile "${source}": load it with its profiles, or choose another source.`,
    )
  }
  return new Repairer(text, options, source, profile).run()
}

/** A text that lost its marks and nothing else is restored; the changes become edits. */
function repairMarks(text: string, model: Model): Repair {
  const { text: restored, words } = restore(text, { model })
  const edits = words
    .filter((word) => word.text !== word.original)
    .map(({ span, original, text: replacement, confidence }): Edit => {
      return {
        span,
        original,
        replacement,
        reason: 'marks',
        confidence,
        applicability: applicabilityOf(confidence),
        alternatives: [],
      }
    })
  return { text: restored, words, edits, suggestions: [], source: 'none' }
}

class Repairer {
  private readonly text: string
  private readonly model: Model
  private readonly source: 'eng' | 'vie'
  private readonly profile: ChannelProfile
  private readonly minConfidence: number
  private readonly modern: boolean
  private readonly chunks: Chunk[]
  private readonly words: RepairedWord[] = []
  private readonly found = new Map<number, Edit>()

  constructor(text: string, options: RepairOptions, source: 'eng' | 'vie', profile: ChannelProfile) {
    this.text = text
    this.model = options.model
    this.source = source
    this.profile = profile
    this.minConfidence = options.minConfidence ?? MIN_CONFIDENCE_DEFAULT
    this.modern = detectPlacement(text) === 'modern'
    this.chunks = readChunks(text)
  }

  run(): Repair {
    this.searchSentences()
    this.applyAcronyms()
    this.applyNumerals()
    const all = [...this.found.values()].sort((a, b) => a.span[0] - b.span[0])
    const floor = this.isSound(all) ? Number.POSITIVE_INFINITY : this.minConfidence
    const edits = all.filter(({ confidence }) => confidence >= floor)
    const suggestions = all.filter(({ confidence }) => confidence < floor)
    return { text: applyEdits(this.text, edits), words: this.words, edits, suggestions, source: this.source }
  }

  /**
   * A text in which hardly any word is impossible was not damaged by OCR: what looks odd in it is the writer's own, and
   * is only reported.
   */
  private isSound(edits: readonly Edit[]): boolean {
    let words = 0
    for (const { kind } of this.chunks) if (kind === 'word') words++
    const { soundBase, soundRate } = WEIGHTS[this.source]
    let evident = 0
    for (const { confidence, reason } of edits) if (reason !== 'acronym' && reason !== 'unicode' && confidence > EVIDENT_MIN) evident++
    return evident <= soundBase + soundRate * words
  }

  private searchSentences(): void {
    const { chunks, model } = this
    const weights = WEIGHTS[this.source]
    const graph = new ChunkLattice(model.language, model.alternativesOf(this.profile), weights)
    const { lattice, slots } = graph
    const search = new BeamSearch(model.language.table, weights.beam)
    const scorer = new PosteriorScorer()
    let path = new Int32Array(2 * SENTENCE_CHUNKS_MAX + 2)
    let posterior = new Float32Array(4096)
    let before = BOUNDARY_ID
    for (let from = 0; from < chunks.length; ) {
      let to = from + 1
      while (to < chunks.length && to - from < SENTENCE_CHUNKS_MAX && !(chunks[to - 1] as Chunk).ends) to++
      graph.build(chunks, from, to)
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
        if (slot?.alternative)
          this.settle(slot.chunk, slot.chunks, slot.alternative, posterior[edge] as number)
      }
      if ((chunks[to - 1] as Chunk).ends) before = BOUNDARY_ID
      from = to
    }
  }

  /** Takes a reading of a chunk (or two) as found. */
  private settle(first: number, count: number, alternative: Alternative, confidence: number): void {
    const start = (this.chunks[first] as Chunk).start + alternative.before
    const end = (this.chunks[first + count - 1] as Chunk).end - alternative.after
    const original = this.text.slice(start, end)
    const stays = alternative.same && count === 1
    const text = stays ? original : this.modern ? toModernPlacement(alternative.text) : alternative.text
    this.words.push({ span: [start, end], original, text, confidence })
    if (text !== original)
      this.change(start, end, text, count === 2 ? 'merge' : reasonOf(original, text), confidence)
  }

  private change(
    start: number,
    end: number,
    replacement: string,
    reason: EditReason,
    confidence: number,
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
      alternatives: [],
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
    const repairer = this.model.acronymsOf(this.profile)
    for (const { start, end, reading } of findAcronyms(this.chunks, textOf, repairer, WEIGHTS[this.source].acronymMargin)) {
      this.found.delete(start)
      if (reading.text !== this.text.slice(start, end))
        this.change(start, end, reading.text, 'acronym', reading.confidence)
    }
  }

  private applyNumerals(): void {
    for (const { chunk, length, text } of repairNumerals(this.chunks)) {
      const { start } = this.chunks[chunk] as Chunk
      this.change(start, start + length, text, 'numeral', 0.9)
    }
  }
}

function reasonOf(original: string, replacement: string): EditReason {
  const a = normalise(original)
  if (a === replacement) return 'unicode'
  if (a.toLowerCase() === replacement.toLowerCase()) return 'case'
  return fold(a) === fold(replacement) ? 'marks' : 'letters'
}

