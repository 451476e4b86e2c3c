/**
 * One text on its way to marks: tokens → items → forms → sentences → chosen words → text.
 */
import { createItemStream, ItemCase, ItemKind, type ItemStream, readItems } from '../lm/stream.ts'
import { BOUNDARY_ID } from '../lm/symbols.ts'
import { fold } from '../unicode/fold.ts'
import { type TokenTable, tokenise } from '../unicode/tokenise.ts'
import { wrappedBreaks } from './breaks.ts'
import { FormFlag } from './forms.ts'
import { createMarkCount, lossOfMarks, type MarkCount } from './marks.ts'
import type { Model } from './model.ts'
import { PhraseBonus, USER_BONUS } from './phrase-bonus.ts'
import { PlaceKind } from './places.ts'
import type { RestoredWord, RestoreOptions } from './restore.ts'
import { RestoredText } from './restored-text.ts'
import { SentenceLattice } from './sentence-lattice.ts'
import { type RestoreWorkspace, SENTENCE_ITEMS_MAX, workspaceOf } from './workspace.ts'

/** Restores one text. Make one a text. */
export class TextRestorer {
  private readonly text: string
  private readonly model: Model
  private readonly options: RestoreOptions
  private readonly redo: boolean
  private readonly table: TokenTable
  private readonly stream: ItemStream
  private readonly work: RestoreWorkspace
  /** By item: the form of a word. */
  private readonly form: Int32Array
  private readonly bonus: PhraseBonus | null
  private slow: SentenceLattice | null = null
  /** P(chosen word) by place of the sentence; null when only the text is asked for. */
  private readonly confidence: Float32Array | null
  private readonly output: RestoredText

  /** @param weighing whether to work out the words with their probabilities */
  constructor(text: string, options: RestoreOptions, weighing: boolean) {
    this.text = text
    this.options = options
    this.model = options.model
    this.redo = options.redo ?? false
    this.bonus = options.dictionary === undefined ? null : new PhraseBonus()
    this.work = workspaceOf(options.model)
    this.table = tokenise(text)
    this.stream = createItemStream(this.table.count + 2)
    readItems(this.table, this.stream, wrappedBreaks(this.table))
    this.form = new Int32Array(this.stream.count)
    this.confidence = weighing ? new Float32Array(SENTENCE_ITEMS_MAX) : null
    this.output = new RestoredText(this.table, this.stream, this.form, options, this.confidence)
  }

  /** The restored text. */
  restore(): string {
    const { stream } = this
    const whole = createMarkCount()
    this.readForms(whole)
    let before = BOUNDARY_ID
    for (let from = 0; from < stream.count; ) {
      let to = from
      while (to < stream.count && stream.kind[to] !== ItemKind.BOUNDARY && to - from < SENTENCE_ITEMS_MAX)
        to++
      // The end belongs to the sentence, unless that is full.
      if (to < stream.count && to - from < SENTENCE_ITEMS_MAX) to++
      before = this.sentence(from, to, whole, before)
      from = to
    }
    return this.output.finish()
  }

  /** The words of the restored text, with their probabilities. */
  weigh(): readonly RestoredWord[] {
    this.restore()
    return this.output.words
  }

  /** Looks every word up; counts the marks of the whole text, and where they stand. */
  private readForms(whole: MarkCount): void {
    const { text, stream, form } = this
    const { start } = this.table
    const { forms } = this.work
    const { kind, token, count } = stream
    forms.tidy()
    for (let item = 0; item < count; item++) {
      if (kind[item] !== ItemKind.WORD) continue
      const at = token[item] as number
      form[item] = forms.find(text, start[at] as number, start[at + 1] as number)
    }
    const marked = this.countMarks(0, count, whole)
    const { placement } = this.options
    if (placement !== undefined && placement !== 'auto') this.output.modern = placement === 'modern'
    else if (marked > 0) this.output.modern = this.isModern()
  }

  /** Whether more words of the text have their marks in modern places than in traditional ones. */
  private isModern(): boolean {
    const { form } = this
    const { kind, count } = this.stream
    const { flags } = this.work.forms
    let votes = 0
    for (let item = 0; item < count; item++) {
      if (kind[item] !== ItemKind.WORD) continue
      const bits = flags[form[item] as number] as number
      if ((bits & FormFlag.MODERN) !== 0) votes++
      else if ((bits & FormFlag.TRADITIONAL) !== 0) votes--
    }
    return votes > 0
  }

  /** Adds up a stretch of items; returns how many words carry marks, also those that are not trusted. */
  private countMarks(from: number, to: number, count: MarkCount): number {
    const { form, redo } = this
    const { kind, letterCase } = this.stream
    const { flags, group } = this.work.forms
    const { markedShare } = this.model.reader
    let words = 0
    let foreign = 0
    let expected = 0
    let marked = 0
    for (let item = from; item < to; item++) {
      if (kind[item] !== ItemKind.WORD) continue
      const bits = flags[form[item] as number] as number
      if ((bits & FormFlag.MARKED) !== 0) marked++
      if ((bits & FormFlag.SYLLABLE) === 0) {
        if (letterCase[item] === ItemCase.UPPER) continue
        foreign++
      }
      words++
      expected += markedShare[group[form[item] as number] as number] as number
      if ((bits & FormFlag.MARKED) !== 0 && !redo) count.found++
    }
    count.words += words
    count.foreign += foreign
    count.expected += expected
    return marked
  }

  /** Restores the items `[from, to)`; returns the last word, the context of what follows. */
  private sentence(from: number, to: number, whole: MarkCount, before: number): number {
    const { confidence, output } = this
    const { decoder, places } = this.work
    const count = createMarkCount()
    this.countMarks(from, to, count)
    const loss = lossOfMarks(count, whole)
    if (loss === 0) {
      output.keep(from, to)
      return BOUNDARY_ID
    }
    const bonus = this.bonusOf(from, to)
    this.readPlaces(from, to, bonus)
    const length = to - from
    const logLoss = Math.log(loss)
    if (bonus === null && decoder.fits) decoder.run(places, length, before, logLoss)
    else this.lattice.choose(places, length, before, logLoss, bonus)
    if (confidence !== null) this.lattice.weigh(places, length, before, logLoss, bonus, confidence)
    output.emit(from, to, bonus === null ? null : { bonus, outsiders: this.lattice.outsiders })
    return places.chosen[length - 1] as number
  }

  /** Made when a sentence needs it. */
  private get lattice(): SentenceLattice {
    this.slow ??= new SentenceLattice(this.model.language)
    return this.slow
  }

  /** What the user's list says of the sentence, by place; null when it says nothing. */
  private bonusOf(from: number, to: number): PhraseBonus | null {
    const { bonus, text } = this
    const { start } = this.table
    const { kind, token } = this.stream
    const { dictionary } = this.options
    if (bonus === null || dictionary === undefined) return null
    bonus.clear()
    const keys: string[] = []
    const places: number[] = []
    for (let item = from; item < to; item++) {
      if (kind[item] !== ItemKind.WORD && kind[item] !== ItemKind.NUMBER) continue
      const at = token[item] as number
      const printed = text.slice(start[at], start[at + 1])
      keys.push(kind[item] === ItemKind.WORD ? fold(printed) : printed)
      places.push(item - from)
    }
    bonus.addMatches(this.work.phrasesOf(dictionary), keys, USER_BONUS)
    bonus.rename(places)
    return bonus.empty ? null : bonus
  }

  /** The columns of a sentence. */
  private readPlaces(from: number, to: number, bonus: PhraseBonus | null): void {
    const { redo, form } = this
    const { kind, letterCase } = this.stream
    const { places, forms } = this.work
    const { group: groupOfForm, id, flags } = forms
    const { groupStart, groupOf } = this.model.language.vocabulary
    for (let item = from; item < to; item++) {
      const place = item - from
      // The model has a symbol for what is no word, with the number of its kind.
      let word = kind[item] as number
      if (word === ItemKind.WORD) {
        const f = form[item] as number
        const group = groupOfForm[f] as number
        word = id[f] as number
        const stays =
          (((flags[f] as number) & FormFlag.MARKED) !== 0 && !redo) || bonus?.keeps(place) === true
        if (group > 0 && !stays && !(letterCase[item] === ItemCase.UPPER && this.isLoneAcronym(item))) {
          places.own[place] = word
          places.group[place] = group
          places.from[place] = groupStart[group] as number
          places.to[place] = groupStart[group + 1] as number
          places.kind[place] = letterCase[item] as number
          continue
        }
      }
      places.own[place] = word
      places.group[place] = groupOf[word] as number
      places.from[place] = word
      places.to[place] = word + 1
      places.kind[place] = PlaceKind.FIXED
    }
  }

  /** Capitals with no capitals beside them: `TU`, `DA` in running text are no syllables. */
  private isLoneAcronym(item: number): boolean {
    const { letterCase, kind, count } = this.stream
    const before = item > 0 && kind[item - 1] === ItemKind.WORD ? letterCase[item - 1] : -1
    const after = item + 1 < count && kind[item + 1] === ItemKind.WORD ? letterCase[item + 1] : -1
    if (before === ItemCase.UPPER || after === ItemCase.UPPER) return false
    return before === ItemCase.LOWER || after === ItemCase.LOWER
  }
}
