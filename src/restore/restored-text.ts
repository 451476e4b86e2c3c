/**
 * The output of restoration: the original text with the chosen words in their places, and where they are asked for, the
 * words with their probabilities.
 */
import { repairCode } from '../channel/code-grammar.ts'
import { ItemCase, ItemKind, type ItemStream } from '../lm/stream.ts'
import { UNKNOWN_ID } from '../lm/symbols.ts'
import { applyCase, casePattern } from '../unicode/case.ts'
import { TokenKind, type TokenTable } from '../unicode/tokenise.ts'
import type { TextBuilder } from '../unicode/units.ts'
import { restoreBar } from './acronym.ts'
import { classifyChunk } from './chunk-class.ts'
import { FormFlag, type FormTable } from './forms.ts'
import type { PhraseBonus } from './phrase-bonus.ts'
import type { RestoredWord, RestoreOptions } from './restore.ts'
import { workspaceOf } from './workspace.ts'

/** What the sentence knows of its places beside the words chosen for them. */
export interface SentenceDetails {
  /** The user's list, by place. */
  readonly bonus: PhraseBonus
  /** Words of that list which the vocabulary does not have, by place. */
  readonly outsiders: ReadonlyMap<number, string>
}

export class RestoredText {
  /** Every word, when `confidence` is there. */
  readonly words: RestoredWord[] = []
  /** Spelling of restored oa, oe, uy. */
  modern = false
  private readonly table: TokenTable
  private readonly stream: ItemStream
  private readonly form: Int32Array
  private readonly options: RestoreOptions
  /** P(chosen word) by place of the sentence; null when only the text is asked for. */
  private readonly confidence: Float32Array | null
  private readonly forms: FormTable
  private readonly builder: TextBuilder
  private readonly chosen: Uint16Array
  private readonly own: Uint16Array
  /** End of what is already in the builder. */
  private done = 0

  /** @param form by item, the form of a word */
  constructor(
    table: TokenTable,
    stream: ItemStream,
    form: Int32Array,
    options: RestoreOptions,
    confidence: Float32Array | null,
  ) {
    this.table = table
    this.stream = stream
    this.form = form
    this.options = options
    this.confidence = confidence
    const { forms, builder, places } = workspaceOf(options.model)
    this.forms = forms
    this.builder = builder
    this.chosen = places.chosen
    this.own = places.own
    builder.clear()
  }

  /** The whole text; the original string when nothing changed. */
  finish(): string {
    const { text } = this.table
    if (this.done === 0) return text
    this.builder.slice(text, this.done, text.length)
    return this.builder.finish()
  }

  /** Items `[from, to)` of a sound sentence: they go through as they are. */
  keep(from: number, to: number): void {
    if (this.confidence === null) return
    for (let item = from; item < to; item++)
      if (this.stream.kind[item] === ItemKind.WORD) this.keepWord(item, 1)
  }

  /** Items `[from, to)`, a sentence whose words have been chosen. */
  emit(from: number, to: number, details: SentenceDetails | null): void {
    const { form, modern, confidence, builder, forms, chosen, own } = this
    const { kind, letterCase, token } = this.stream
    const { start, text } = this.table
    for (let item = from; item < to; item++) {
      const itemKind = kind[item] as number
      if (itemKind === ItemKind.CODE) this.emitCode(item)
      if (itemKind !== ItemKind.WORD) continue
      const place = item - from
      const word = chosen[place] as number
      if (word !== UNKNOWN_ID && word !== own[place]) {
        const at = token[item] as number
        const begin = start[at] as number
        const end = start[at + 1] as number
        const reading = forms.reading(form[item] as number, word, modern)
        builder.slice(text, this.done, begin)
        builder.copy(
          forms.units,
          (forms.printed[reading] as number) - 1,
          forms.printed[reading + 1] as number,
        )
        this.done = end
        if (confidence !== null) this.record(begin, end, forms.textOf(reading), confidence[place] as number)
      } else if (letterCase[item] === ItemCase.UPPER || details !== null || confidence !== null) {
        this.emitOther(item, place, word, details)
      }
    }
  }

  /** A word that is none of the vocabulary's, or stays as it is printed. */
  private emitOther(item: number, place: number, word: number, details: SentenceDetails | null): void {
    const confidence = this.confidence === null ? 1 : (this.confidence[place] as number)
    const outsider = word === UNKNOWN_ID ? details?.outsiders.get(place) : undefined
    const form = this.form[item] as number
    let restored: string | null = null
    if (outsider !== undefined) {
      const original = this.printed(item)
      restored = applyCase(outsider, casePattern(original), original)
    } else if (
      this.stream.letterCase[item] === ItemCase.UPPER &&
      ((this.forms.flags[form] as number) & FormFlag.SYLLABLE) === 0 &&
      details?.bonus.keeps(place) !== true
    ) {
      restored = this.barred(item, form)
    }
    if (restored === null) this.keepWord(item, confidence)
    else {
      const token = this.stream.token[item] as number
      this.replace(
        this.table.start[token] as number,
        this.table.start[token + 1] as number,
        restored,
        confidence,
      )
    }
  }

  /** An abbreviation with its bars; null when nothing is to be restored. */
  private barred(item: number, form: number): string | null {
    const { dictionary, model } = this.options
    if (dictionary !== undefined) return restoreBar(this.printed(item), model.acronymsWith(dictionary))
    let barred = this.forms.barred.get(form)
    if (barred === undefined) {
      barred = restoreBar(this.printed(item), model.acronyms)
      this.forms.barred.set(form, barred)
    }
    return barred
  }

  private printed(item: number): string {
    const { text, start } = this.table
    const token = this.stream.token[item] as number
    return text.slice(start[token], start[token + 1])
  }

  private keepWord(item: number, confidence: number): void {
    if (this.confidence === null) return
    const token = this.stream.token[item] as number
    const { start } = this.table
    this.record(start[token] as number, start[token + 1] as number, this.printed(item), confidence)
  }

  /** `1169/QD-TTg`: the letters of a code get their bars back, digits and signs stay. */
  private emitCode(item: number): void {
    const { table } = this
    const first = this.stream.token[item] as number
    let end = first
    while (end < table.count && (table.kind[end] as number) >= TokenKind.WORD) end++
    const start = table.start[first] as number
    const chunk = table.text.slice(start, table.start[end])
    if (classifyChunk(chunk) === 'address') return
    const code = repairCode(chunk, this.options.model.codes, { barsLost: true })
    if (code?.changed) this.replace(start, table.start[end] as number, code.text, code.confidence)
    else this.emitBars(first, end)
  }

  /** What is no code by the grammar still holds abbreviations: `GD&DT`. */
  private emitBars(first: number, end: number): void {
    const { table, options } = this
    for (let token = first; token < end; token++) {
      if (table.kind[token] !== TokenKind.WORD) continue
      const from = table.start[token] as number
      const to = table.start[token + 1] as number
      const restored = restoreBar(table.text.slice(from, to), options.model.acronymsWith(options.dictionary))
      if (restored !== null) this.replace(from, to, restored, 1)
    }
  }

  private replace(start: number, end: number, text: string, confidence: number): void {
    this.builder.slice(this.table.text, this.done, start)
    this.builder.slice(text, 0, text.length)
    this.done = end
    if (this.confidence !== null) this.record(start, end, text, confidence)
  }

  private record(start: number, end: number, text: string, confidence: number): void {
    this.words.push({ span: [start, end], original: this.table.text.slice(start, end), text, confidence })
  }
}
