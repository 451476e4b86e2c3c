/**
 * One text on its way to marks: tokens → items → sentences → lattice → search → text.
 */
import { repairCode } from '../channel/code-grammar.ts'
import { createItemStream, ItemCase, ItemKind, type ItemStream, readItems } from '../lm/stream.ts'
import { BOUNDARY_ID, UNKNOWN_ID } from '../lm/symbols.ts'
import { detectPlacement, toModernPlacement } from '../syllable/tone.ts'
import { applyCase, casePattern } from '../unicode/case.ts'
import { fold } from '../unicode/fold.ts'
import { TokenKind, type TokenTable, tokenise } from '../unicode/tokenise.ts'
import { type AcronymTable, restoreBar } from './acronym.ts'
import { wrappedBreaks } from './breaks.ts'
import { classifyChunk } from './chunk-class.ts'
import type { Dictionary } from './dictionary.ts'
import { Lattice } from './lattice.ts'
import { createMarkCount, lossOfMarks, type MarkCount } from './marks.ts'
import type { Model } from './model.ts'
import { PhraseBonus, USER_BONUS } from './phrase-bonus.ts'
import { PhraseIndex } from './phrases.ts'
import { PosteriorScorer } from './posterior.ts'
import type { Restoration, RestoredWord, RestoreOptions } from './restore.ts'
import { BeamSearch } from './search.ts'

/** A sentence without any end is cut after this many items, so that memory stays bounded. */
const SENTENCE_ITEMS_MAX = 512
/** The model is surer than it is right: log scores are divided by this for posteriors. */
const TEMPERATURE = 1.5

/** Restores one text. Make one a text. */
export class TextRestorer {
  private readonly text: string
  private readonly model: Model
  private readonly weighing: boolean
  private readonly redo: boolean
  private readonly dictionary: Dictionary | undefined
  private readonly modern: boolean
  private readonly table: TokenTable
  private readonly stream: ItemStream = createItemStream()
  private readonly lattice = new Lattice()
  private readonly search: BeamSearch
  private readonly scorer = new PosteriorScorer()
  private path = new Int32Array(SENTENCE_ITEMS_MAX + 2)
  private posterior = new Float32Array(4096)
  private readonly words: RestoredWord[] = []
  private readonly pieces: string[] = []
  private readonly bonus = new PhraseBonus()
  private readonly userPhrases: PhraseIndex | null
  /** Words of the user's list that the vocabulary does not have, by item. */
  private readonly outsiders = new Map<number, string>()
  /** End of what is already in `pieces`. */
  private done = 0

  /** @param weighing whether to work out the words with their probabilities */
  constructor(text: string, options: RestoreOptions, weighing: boolean) {
    this.text = text
    this.weighing = weighing
    this.model = options.model
    this.redo = options.redo ?? false
    this.dictionary = options.dictionary
    this.userPhrases =
      options.dictionary === undefined ? null : new PhraseIndex([options.dictionary], { minLength: 1 })
    const placement = options.placement ?? 'auto'
    this.modern = (placement === 'auto' ? detectPlacement(text) : placement) === 'modern'
    this.table = tokenise(text)
    readItems(this.table, this.stream, wrappedBreaks(this.table))
    this.search = new BeamSearch(this.model.language.table)
  }

  run(): Restoration {
    const { stream } = this
    const whole = createMarkCount()
    this.countMarks(0, stream.count, whole)
    let before = BOUNDARY_ID
    for (let from = 0; from < stream.count; ) {
      let to = from
      while (to < stream.count && stream.kind[to] !== ItemKind.BOUNDARY && to - from < SENTENCE_ITEMS_MAX)
        to++
      if (to < stream.count && stream.kind[to] === ItemKind.BOUNDARY) to++
      before = this.sentence(from, to, whole, before)
      from = to
    }
    this.pieces.push(this.text.slice(this.done))
    return { text: this.pieces.join(''), words: this.words }
  }

  /** Read when the first abbreviation is met. */
  private get acronyms(): AcronymTable {
    return this.model.acronymsWith(this.dictionary)
  }

  private printed(item: number): string {
    const token = this.stream.token[item] as number
    return this.text.slice(this.table.start[token], this.table.start[token + 1])
  }

  private countMarks(from: number, to: number, count: MarkCount): void {
    const { reader } = this.model
    for (let item = from; item < to; item++) {
      if (this.stream.kind[item] !== ItemKind.WORD) continue
      const reading = reader.read(this.printed(item))
      if (!reading.syllable && this.stream.letterCase[item] === ItemCase.UPPER) continue
      count.words++
      if (!reading.syllable) count.foreign++
      count.expected += reader.markedShare[reading.group] as number
      if (reading.marked && !this.redo) count.found++
    }
  }

  /** Restores the items `[from, to)`; returns the last word, the context of what follows. */
  private sentence(from: number, to: number, whole: MarkCount, before: number): number {
    const { stream, lattice } = this
    const count = createMarkCount()
    this.countMarks(from, to, count)
    const loss = lossOfMarks(count, whole)
    if (loss === 0) {
      this.keep(from, to)
      return BOUNDARY_ID
    }
    this.findPhrases(from, to)
    lattice.clear()
    for (let item = from; item < to; item++) {
      const node = item - from
      lattice.beginBlock(node, node + 1)
      const kind = stream.kind[item] as number
      if (kind === ItemKind.WORD) this.addReadings(item, Math.log(loss))
      else lattice.addEdge(kind, 0, item)
    }
    const length = this.search.run(lattice, this.path, before, this.weighing)
    if (this.weighing) this.weigh()
    let last = before
    for (let i = 0; i < length; i++) {
      const edge = this.path[i] as number
      last = lattice.word[edge] as number
      const item = lattice.tag[edge] as number
      const kind = stream.kind[item] as number
      if (kind === ItemKind.WORD) this.emitWord(item, last, this.posterior[edge] as number)
      else if (kind === ItemKind.CODE) this.emitCode(item)
    }
    return last
  }

  /** What the user's list says of the sentence. */
  private findPhrases(from: number, to: number): void {
    if (this.userPhrases === null) return
    this.bonus.clear()
    const keys: string[] = []
    const items: number[] = []
    for (let item = from; item < to; item++) {
      const kind = this.stream.kind[item]
      if (kind !== ItemKind.WORD && kind !== ItemKind.NUMBER) continue
      keys.push(kind === ItemKind.WORD ? fold(this.printed(item)) : this.printed(item))
      items.push(item)
    }
    this.bonus.addMatches(this.userPhrases, keys, USER_BONUS)
    this.bonus.rename(items)
  }

  /** Posteriors of the sentence just searched. */
  private weigh(): void {
    const { edges } = this.lattice
    if (edges > this.posterior.length) this.posterior = new Float32Array(edges * 2)
    const { arcs, score, edge: ends, hypotheses, finalFrom } = this.search
    this.scorer.run(arcs, score, ends, hypotheses, finalFrom, TEMPERATURE, this.posterior)
  }

  /** Edges for all words that the printed one may stand for. */
  private addReadings(item: number, logLoss: number): void {
    const { lattice } = this
    const { language, reader } = this.model
    const reading = reader.read(this.printed(item))
    const outsider = this.bonus.empty ? null : this.bonus.unknownWord(item, language.vocabulary)
    if (outsider !== null) {
      this.outsiders.set(item, outsider.word)
      lattice.addEdge(UNKNOWN_ID, outsider.bonus, item)
    }
    const stays = (reading.marked && !this.redo) || this.bonus.keeps(item) || this.isLoneAcronym(item)
    if (outsider === null && (reading.group === 0 || stays)) {
      lattice.addEdge(reading.id, 0, item)
      return
    }
    const letterCase = this.stream.letterCase[item] as number
    const caseScore =
      letterCase === ItemCase.LOWER
        ? language.logSmall
        : letterCase === ItemCase.CAPITAL
          ? language.logCapital
          : null
    if (stays) return
    const { groupStart, words } = language.vocabulary
    const end = groupStart[reading.group + 1] as number
    for (let id = groupStart[reading.group] as number; id < end; id++) {
      const score = (caseScore === null ? 0 : (caseScore[id] as number)) + (id === reading.id ? 0 : logLoss)
      lattice.addEdge(id, this.bonus.empty ? score : score + this.bonus.of(item, words[id] as string), item)
    }
  }

  /** Capitals with no capitals beside them: `TU`, `DA` in running text are no syllables. */
  private isLoneAcronym(item: number): boolean {
    const { letterCase, kind, count } = this.stream
    if (letterCase[item] !== ItemCase.UPPER) return false
    const near = [item - 1, item + 1].filter((at) => at < count && kind[at] === ItemKind.WORD)
    const cases = near.map((at) => letterCase[at])
    return !cases.includes(ItemCase.UPPER) && cases.includes(ItemCase.LOWER)
  }

  /** Items of a sound sentence go through as they are. */
  private keep(from: number, to: number): void {
    if (!this.weighing) return
    for (let item = from; item < to; item++) {
      if (this.stream.kind[item] !== ItemKind.WORD) continue
      const token = this.stream.token[item] as number
      const original = this.printed(item)
      this.words.push({
        span: [this.table.start[token] as number, this.table.start[token + 1] as number],
        original,
        text: original,
        confidence: 1,
      })
    }
  }

  private emitWord(item: number, id: number, confidence: number): void {
    const token = this.stream.token[item] as number
    const original = this.printed(item)
    const { vocabulary } = this.model.language
    let text = original
    const reading = this.model.reader.read(original)
    if (id !== UNKNOWN_ID && id !== reading.id) {
      const word = vocabulary.words[id] as string
      text = applyCase(this.modern ? toModernPlacement(word) : word, casePattern(original), original)
    } else if (id === UNKNOWN_ID && this.outsiders.has(item)) {
      text = applyCase(this.outsiders.get(item) as string, casePattern(original), original)
    } else if (
      !reading.syllable &&
      !this.bonus.keeps(item) &&
      this.stream.letterCase[item] === ItemCase.UPPER
    ) {
      text = restoreBar(original, this.acronyms) ?? original
    }
    this.emit(this.table.start[token] as number, this.table.start[token + 1] as number, text, confidence)
  }

  /** `1169/QD-TTg`: the letters of a code get their bars back, digits and signs stay. */
  private emitCode(item: number): void {
    const { table, text } = this
    const first = this.stream.token[item] as number
    let end = first
    while (end < table.count && (table.kind[end] as number) >= TokenKind.WORD) end++
    const start = table.start[first] as number
    const chunk = text.slice(start, table.start[end])
    if (classifyChunk(chunk) === 'address') return
    const code = repairCode(chunk, this.model.codes, { barsLost: true })
    if (code?.changed) this.emit(start, table.start[end] as number, code.text, code.confidence)
    else this.emitBars(first, end)
  }

  /** What is no code by the grammar still holds abbreviations: `GD&DT`. */
  private emitBars(first: number, end: number): void {
    const { table, text } = this
    for (let token = first; token < end; token++) {
      if (table.kind[token] !== TokenKind.WORD) continue
      const from = table.start[token] as number
      const to = table.start[token + 1] as number
      const restored = restoreBar(text.slice(from, to), this.acronyms)
      if (restored !== null) this.emit(from, to, restored, 1)
    }
  }

  private emit(start: number, end: number, text: string, confidence: number): void {
    this.pieces.push(this.text.slice(this.done, start), text)
    this.done = end
    if (this.weighing)
      this.words.push({ span: [start, end], original: this.text.slice(start, end), text, confidence })
  }
}
