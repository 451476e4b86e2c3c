/**
 * One page of OCR text: chunks → alternatives → lattice over the sentence → search → edits; then what the search does
 * not decide: acronyms, codes, numerals of headings.
 */
import type { ChannelProfile } from '../channel/profile.ts'
import { BOUNDARY_ID } from '../lm/symbols.ts'
import { findAcronyms } from './acronym-repair.ts'
import { chooseEdits } from './choose-edits.ts'
import { Script } from './chunk-facts.ts'
import { type Chunk, readChunks } from './chunks.ts'
import type { Dictionary } from './dictionary.ts'
import { applicabilityOf, applyEdits, disjoint, type Edit, type EditReason } from './edit.ts'
import { PageEvidence, type WordEvidence } from './evidence.ts'
import type { Findings } from './findings.ts'
import { findLostSpaces } from './lost-spaces.ts'
import { isForeign } from './marks.ts'
import type { Model } from './model.ts'
import { repairNumerals } from './numerals.ts'
import type { Passage } from './passage-memory.ts'
import type { Take } from './passages.ts'
import type { Repair, RepairedWord } from './repair.ts'
import { type RepairWeights, weightsOf } from './repair-weights.ts'
import { FoundWords, repairedWords } from './repaired-words.ts'
import { type ReviewItem, reviewWords } from './review.ts'
import type { Source } from './source.ts'
import { type StandingSentence, weighStanding } from './standing-words.ts'
import { trustInUnknown } from './unknown-words.ts'
import type { UserList } from './user-list.ts'

/** Damaged words look foreign too: more of them than in clean text are borne with. */
const FOREIGN_SHARE_MAX = 0.6
/** Lists of more chunks than this without a full stop are cut, so that memory stays bounded. */
const SENTENCE_CHUNKS_MAX = 256
/** A space between words, where the engine doubts what it read. */
const SPACE_CONFIDENCE = 0.7

/** Repairs one page. Make one a page. */
export class PageRepairer {
  private readonly text: string
  private readonly model: Model
  private readonly weights: RepairWeights
  private readonly dictionary: Dictionary | undefined
  private readonly profile: ChannelProfile
  private readonly modern: boolean
  private readonly chunks: Chunk[]
  private readonly words = new FoundWords()
  private readonly user: UserList | null
  private readonly evidence: PageEvidence | null
  private readonly found = new Map<number, Edit>()
  /** Sentences of which only some stretches were searched. */
  private readonly standing: StandingSentence[] = []

  /**
   * @param dictionary a list of the user's own
   * @param evidence how sure the engine was of its words
   */
  constructor(
    text: string,
    model: Model,
    profile: ChannelProfile,
    dictionary: Dictionary | undefined,
    evidence: readonly WordEvidence[] = [],
  ) {
    this.text = text
    this.model = model
    this.profile = profile
    this.weights = weightsOf(profile)
    this.dictionary = dictionary
    this.chunks = readChunks(text, model.chunks)
    this.modern = this.chunks.reduce((votes, { facts }) => votes + facts.placement, 0) > 0
    this.evidence = evidence.length === 0 ? null : new PageEvidence(evidence)
    this.user = dictionary === undefined ? null : model.userListOf(profile, dictionary)
  }

  /**
   * Words and review list are worked out when first asked for.
   *
   * @param minConfidence edits less sure than this are only suggested
   */
  run(minConfidence: number, source: Source): Repair {
    this.searchSentences()
    this.applyAcronyms()
    this.applyCodes()
    this.applyNumerals()
    const { evidence } = this
    if (evidence !== null) this.applySpaces(evidence)
    const all = disjoint([...this.found.values()].sort((a, b) => a.span[0] - b.span[0]))
    const { edits, suggestions } = chooseEdits(all, this.chunks, this.weights, minConfidence, evidence)
    if (evidence !== null)
      for (const { span, confidence } of evidence.figuresIn(this.chunks))
        this.words.addWhole(span[0], span[1], confidence)
    const { text } = this
    const foundWords = (): RepairedWord[] => {
      const { standing, words, chunks } = this
      const { printed } = this.model.workspaceOf(this.profile)
      if (printed !== null) weighStanding(standing, chunks, printed, (word) => this.trust(word), words)
      standing.length = 0
      return words.toWords(text)
    }
    let words: RepairedWord[] | undefined
    let review: ReviewItem[] | undefined
    return {
      text: applyEdits(text, edits),
      get words() {
        words ??= repairedWords(foundWords(), edits, suggestions)
        return words
      },
      edits,
      suggestions,
      get review() {
        review ??= reviewWords(text, this.words)
        return review
      },
      source,
    }
  }

  private searchSentences(): void {
    const { chunks, model } = this
    const { passages, printed: standing } = model.workspaceOf(this.profile)
    // What a user's list or the engine says is left to the search.
    const mayStand = this.user === null && this.evidence === null
    const printed = mayStand ? standing : null
    const whole = this.countForeign(0, chunks.length)
    const stretches: number[] = []
    const page = {
      chunks,
      user: this.user,
      evidence: this.evidence,
      modern: this.modern,
      trust: (word: string) => this.trust(word),
    }
    const take: Take = (findings, passage, k) => this.take(findings, passage, k)
    let before = BOUNDARY_ID
    for (let from = 0; from < chunks.length; ) {
      let to = from + 1
      while (to < chunks.length && to - from < SENTENCE_CHUNKS_MAX && !(chunks[to - 1] as Chunk).ends) to++
      if (isForeign(this.countForeign(from, to), whole, FOREIGN_SHARE_MAX)) before = BOUNDARY_ID
      else if (printed === null) before = passages.read(page, from, to, before, take)
      else {
        printed.read(chunks, from, to, before, stretches)
        this.standing.push({ from, to, before, searched: stretches.slice() })
        for (let s = 0; s < stretches.length; s += 2) {
          const start = stretches[s] as number
          const end = stretches[s + 1] as number
          passages.read(page, start, end, printed.wordBefore(start, from), take)
        }
        before = printed.last
      }
      if ((chunks[to - 1] as Chunk).ends) before = BOUNDARY_ID
      from = to
    }
  }

  /** Words whose letters, marks and slips aside, spell no Vietnamese syllable. */
  private countForeign(from: number, to: number): { words: number; foreign: number } {
    let words = 0
    let foreign = 0
    for (let k = from; k < to; k++) {
      const { script } = (this.chunks[k] as Chunk).facts
      if (script === Script.NO_WORD) continue
      words++
      if (script === Script.FOREIGN) foreign++
    }
    return { words, foreign }
  }

  /** Takes what the search made of the chunks from `k` on. */
  private take(findings: Findings, { from, to }: Passage, k: number): void {
    const { chunks } = this
    for (let i = from; i < to; i++) {
      const first = k + (findings.chunk[i] as number)
      const reason = findings.reason[i] as EditReason | null
      const last = reason === 'merge' ? first + 1 : first
      const start = (chunks[first] as Chunk).start + (findings.before[i] as number)
      const end = (chunks[last] as Chunk).end - (findings.after[i] as number)
      if (start >= end) continue
      const text = findings.text[i] as string | null
      const confidence = findings.confidence[i] as number
      this.words.add(start, end, text, confidence)
      if (reason !== null && text !== null)
        this.change(start, end, text, reason, confidence, findings.others[i])
    }
  }

  private trust(word: string): number {
    if (this.user?.has(word)) return 1
    return trustInUnknown(word, this.model.acronymsWith(this.dictionary), this.weights)
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
      const { before, after } = chunk.facts
      for (let at = chunk.start; at <= chunk.start + before; at++) {
        const edit = this.found.get(at)
        if (edit !== undefined && edit.span[1] <= chunk.end) return edit.replacement
      }
      return chunk.text.slice(before, chunk.text.length - after)
    }
    const repairer = this.model.acronymsOf(this.profile, this.dictionary)
    const { acronymMargin, acronymDoubt } = this.weights
    const marginOf = (start: number, end: number): number =>
      this.evidence?.verdictOf([start, end]) === 'doubtful' ? acronymMargin - acronymDoubt : acronymMargin
    for (const { start, end, reading } of findAcronyms(this.chunks, textOf, repairer, marginOf)) {
      this.found.delete(start)
      if (reading.text !== this.text.slice(start, end))
        this.change(start, end, reading.text, 'acronym', reading.confidence)
    }
  }

  /** Codes, whole chunks without the marks around them. The words of what is a code are no words. */
  private applyCodes(): void {
    const { text, chunks, model } = this
    for (const code of model.codeFinder(this.weights.barsLost > 0).find(text, chunks)) {
      const { start, end, facts } = code.chunk
      for (let at = start; at < end; at++) this.found.delete(at)
      if (!code.changed) {
        this.words.addWhole(start + facts.before, end - facts.after, code.confidence)
        continue
      }
      const core = code.text.slice(facts.before, code.text.length - facts.after)
      this.change(start + facts.before, end - facts.after, core, 'code', code.confidence)
    }
  }

  private applySpaces(evidence: PageEvidence): void {
    for (const { start, end, text } of findLostSpaces(this.chunks, evidence, this.found))
      this.change(start, end, text, 'split', SPACE_CONFIDENCE)
  }

  private applyNumerals(): void {
    for (const { chunk, length, text } of repairNumerals(this.chunks)) {
      const { start } = this.chunks[chunk] as Chunk
      this.change(start, start + length, text, 'numeral', 0.9)
    }
  }
}
