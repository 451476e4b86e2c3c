// The back-off model in its obvious slow form: n-grams in a Map, one recursion. And from there to the trie of columns.

import fc from 'fast-check'
import type { LanguageModel } from '../../src/lm/language-model.ts'
import { FIRST_WORD_ID } from '../../src/lm/symbols.ts'
import type { NgramLevel, NgramTable } from '../../src/lm/table.ts'
import { Vocabulary } from '../../src/lm/vocabulary.ts'

/** ln P(last word | the words before), and the ln back-off weight of the whole as a context. */
export type Entry = readonly [ngram: readonly number[], logProb: number, logBow?: number]

/** A back-off model as a Map; n-grams that are not there back off with weight 1. */
export class SlowModel {
  private readonly entries: ReadonlyMap<string, Entry>
  readonly order: number

  /** @param order words looked at, even where no n-gram is that long */
  constructor(entries: readonly Entry[], order = Math.max(...entries.map(([ngram]) => ngram.length))) {
    this.entries = new Map(entries.map((entry) => [entry[0].join(' '), entry]))
    this.order = order
  }

  /** ln P(word | context); of the context the last `order - 1` words count. */
  logProb(context: readonly number[], word: number): number {
    const near = context.slice(Math.max(0, context.length - this.order + 1))
    const found = this.entries.get([...near, word].join(' '))
    if (found !== undefined) return found[1]
    if (near.length === 0) throw new Error(`expected a unigram of ${word}`)
    return (this.entries.get(near.join(' '))?.[2] ?? 0) + this.logProb(near.slice(1), word)
  }

  /** ln P of a sequence after `before`. */
  logProbOf(words: readonly number[], before: readonly number[]): number {
    const history = [...before]
    let sum = 0
    for (const word of words) {
      sum += this.logProb(history, word)
      history.push(word)
    }
    return sum
  }
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return 0
}

/** Codes of a column with few different values. */
function encode(column: readonly number[]): { codes: Uint8Array; values: Float32Array } {
  const distinct = [...new Set(column)].sort((a, b) => a - b)
  if (distinct.length > 256) throw new Error('expected at most 256 different values')
  const values = new Float32Array(256)
  values.set(distinct)
  return { codes: Uint8Array.from(column, (value) => distinct.indexOf(value)), values }
}

/** The trie of an n-gram list; every unigram and every context must be in it. */
export function tableOf(entries: readonly Entry[], order: number): NgramTable {
  const rowsOf = (n: number) =>
    entries.filter(([ngram]) => ngram.length === n).sort((a, b) => compare(a[0], b[0]))
  const byOrder = Array.from({ length: order }, (_, n) => rowsOf(n + 1))
  const nextOf = (n: number): Uint32Array => {
    const above = byOrder[n]!
    const starts = byOrder[n - 1]!.map(
      ([context]) => above.filter(([ngram]) => compare(context, ngram) > 0).length,
    )
    return Uint32Array.from([...starts, above.length])
  }
  const levels = byOrder.slice(1).map((rows, i): NgramLevel => {
    const top = i + 2 === order
    const prob = encode(rows.map(([, logProb]) => logProb))
    const bow = encode(top ? [] : rows.map(([, , logBow]) => logBow ?? 0))
    return {
      word: Uint16Array.from(rows, ([ngram]) => ngram[ngram.length - 1]!),
      prob: prob.codes,
      logProbOf: prob.values,
      bow: bow.codes,
      logBowOf: top ? new Float32Array(0) : bow.values,
      next: top ? new Uint32Array(0) : nextOf(i + 2),
    }
  })
  return {
    order,
    unigram: Float32Array.from(byOrder[0]!, ([, logProb]) => logProb),
    unigramBow: Float32Array.from(byOrder[0]!, ([, , logBow]) => logBow ?? 0),
    unigramNext: nextOf(1),
    levels,
  }
}

/** All n-grams of a table, walked from the unigrams up. */
export function entriesOf(table: NgramTable): Entry[] {
  const entries: Entry[] = []
  const walk = (context: readonly number[], from: number, to: number): void => {
    const level = table.levels[context.length - 1]!
    for (let row = from; row < to; row++) {
      const ngram = [...context, level.word[row]!]
      const inner = level.next.length > 0
      const bow = inner ? level.logBowOf[level.bow[row]!]! : 0
      entries.push([ngram, level.logProbOf[level.prob[row]!]!, bow])
      if (inner) walk(ngram, level.next[row]!, level.next[row + 1]!)
    }
  }
  for (let id = 0; id < table.unigram.length; id++) {
    entries.push([[id], table.unigram[id]!, table.unigramBow[id]!])
    walk([id], table.unigramNext[id]!, table.unigramNext[id + 1]!)
  }
  return entries
}

/** Σ P(word | context) over the whole vocabulary. */
export function totalAfter(model: SlowModel, size: number, context: readonly number[]): number {
  let sum = 0
  for (let word = 0; word < size; word++) sum += Math.exp(model.logProb(context, word))
  return sum
}

/** A model around a table, words named by their ids so that each is a group of its own. */
export function modelAround(table: NgramTable, capital: (id: number) => number = () => 0.5): LanguageModel {
  const size = table.unigram.length
  const letter = (id: number) => String.fromCharCode(0x61 + Math.floor(id / 26), 0x61 + (id % 26))
  const words = Array.from({ length: size }, (_, id) => (id < FIRST_WORD_ID ? `<${id}>` : `w${letter(id)}`))
  return {
    vocabulary: new Vocabulary(words),
    table,
    logCapital: Float32Array.from(words, (_, id) => Math.log(capital(id))),
    logSmall: Float32Array.from(words, (_, id) => Math.log(1 - capital(id))),
  }
}

/** ln values that are exact in 32 bits, and so are their sums. */
export const eighths = (min: number): fc.Arbitrary<number> =>
  fc.integer({ min: min * 8, max: 0 }).map((n) => n / 8)

/** n-gram lists over few words, every context present, lower orders of an n-gram not always. */
export function anyEntries(size: number, order: number): fc.Arbitrary<Entry[]> {
  const id = fc.nat(size - 1)
  const unigrams = fc.array(fc.tuple(eighths(-8), eighths(-2)), { minLength: size, maxLength: size })
  const rest = fc.array(
    fc.tuple(fc.array(id, { minLength: 2, maxLength: order }), eighths(-8), eighths(-2)),
    { maxLength: 40 },
  )
  return fc.tuple(unigrams, rest).map(([first, rows]) => {
    const entries = new Map<string, Entry>()
    first.forEach(([logProb, logBow], word) => {
      entries.set(String(word), [[word], logProb, logBow])
    })
    for (const [ngram, logProb, logBow] of rows) {
      for (let n = 2; n <= ngram.length; n++) {
        const key = ngram.slice(0, n).join(' ')
        if (!entries.has(key)) entries.set(key, [ngram.slice(0, n), logProb - n / 8, logBow])
      }
    }
    return [...entries.values()]
  })
}
