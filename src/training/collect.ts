/**
 * Corpus text → one long array of word ids per source, and how often each word was seen and capitalised.
 * Ids are provisional (first come, first served); `choose-vocabulary` settles the final ones.
 */
import { createItemStream, everyBreak, ItemCase, ItemKind, readItems } from '../lm/stream.ts'
import { BOUNDARY_ID, FIRST_WORD_ID } from '../lm/symbols.ts'
import { canonical } from '../syllable/tone.ts'
import { normalise } from '../unicode/normalise.ts'
import { tokenise } from '../unicode/tokenise.ts'
import { readBlocks } from './read-corpus.ts'

/** Ids in the first part of a buffer; later parts double. */
const PART_MIN = 1 << 16
const PART_MAX = 1 << 26

/** A growing typed array: appending is amortised O(1), one copy at the end. */
class Column<T extends Uint32Array | Uint8Array> {
  private readonly make: (length: number) => T
  private parts: T[] = []
  private part: T
  private used = 0
  length = 0

  constructor(make: (length: number) => T) {
    this.make = make
    this.part = make(0)
  }

  push(value: number): void {
    if (this.used === this.part.length) {
      this.parts.push(this.part)
      this.part = this.make(Math.min(Math.max(this.part.length * 2, PART_MIN), PART_MAX))
      this.used = 0
    }
    this.part[this.used++] = value
    this.length++
  }

  /** The values in order; the buffer is empty afterwards and may be filled again. */
  take(): T {
    const all = this.make(this.length)
    let at = 0
    for (const part of this.parts) {
      all.set(part, at)
      at += part.length
    }
    all.set(this.part.subarray(0, this.used), at)
    this.parts = []
    this.part = this.make(0)
    this.used = 0
    this.length = 0
    return all
  }
}

/** Ids of words as they are read. */
export class IdBuffer extends Column<Uint32Array> {
  constructor() {
    super((length) => new Uint32Array(length))
  }
}

/** How the words were printed: `ItemCase`. */
export class LetterCaseBuffer extends Column<Uint8Array> {
  constructor() {
    super((length) => new Uint8Array(length))
  }
}

/** What was read of one group of files. */
export interface CollectedSource {
  readonly name: string
  /** How much one occurrence here counts; a positive integer. */
  readonly weight: number
  readonly ids: Uint32Array
  /** `ItemCase` of each id. */
  readonly letterCases: Uint8Array
  /** Spelled words among the ids. */
  readonly words: number
}

function withoutLines(block: string, exclude: readonly string[]): string {
  const isExcluded = (text: string) => exclude.some((part) => text.includes(part))
  if (!isExcluded(block)) return block
  return block
    .split('\n')
    .filter((line) => !isExcluded(line))
    .join('\n')
}

/** Counts words over all sources. Row of a word = provisional id. */
export class WordCollector {
  readonly words: string[] = ['<unk>', '<s>', '<num>', ',', '<code>']
  /** Weighted occurrences. */
  readonly counts: number[] = [0, 0, 0, 0, 0]
  /** Weighted occurrences in the middle of a sentence, printed small / with a capital. */
  readonly small: number[] = [0, 0, 0, 0, 0]
  readonly capital: number[] = [0, 0, 0, 0, 0]
  private readonly idOfPrinted = new Map<string, number>()
  private readonly idOfWord = new Map<string, number>()
  private readonly stream = createItemStream(1 << 16)

  private idOf(printed: string): number {
    const known = this.idOfPrinted.get(printed)
    if (known !== undefined) return known
    const word = canonical(printed)
    let id = this.idOfWord.get(word)
    if (id === undefined) {
      id = this.words.length
      this.words.push(word)
      this.counts.push(0)
      this.small.push(0)
      this.capital.push(0)
      this.idOfWord.set(word, id)
    }
    if (this.idOfPrinted.size < 4_000_000) this.idOfPrinted.set(printed, id)
    return id
  }

  /** Adds the words of one block of paragraphs (one a line) to `out`; returns how many were spelled words. */
  add(block: string, weight: number, out: IdBuffer, letterCases?: LetterCaseBuffer): number {
    const table = tokenise(normalise(block))
    const stream = this.stream
    readItems(table, stream, everyBreak)
    const { text, start } = table
    let spelled = 0
    out.push(BOUNDARY_ID)
    letterCases?.push(ItemCase.LOWER)
    for (let i = 0; i < stream.count; i++) {
      const kind = stream.kind[i] as number
      letterCases?.push(stream.letterCase[i] as number)
      if (kind !== ItemKind.WORD) {
        out.push(kind)
        this.counts[kind] = (this.counts[kind] as number) + weight
        continue
      }
      const token = stream.token[i] as number
      const id = this.idOf(text.slice(start[token], start[token + 1]))
      out.push(id)
      spelled++
      this.counts[id] = (this.counts[id] as number) + weight
      const letterCase = stream.letterCase[i]
      if (letterCase === ItemCase.LOWER) this.small[id] = (this.small[id] as number) + weight
      else if (letterCase === ItemCase.CAPITAL) this.capital[id] = (this.capital[id] as number) + weight
    }
    return spelled
  }

  /**
   * Reads the files of one source.
   *
   * @param exclude lines that hold one of these are left out
   */
  async collect(
    name: string,
    weight: number,
    files: readonly string[],
    exclude: readonly string[] = [],
  ): Promise<CollectedSource> {
    const out = new IdBuffer()
    const letterCases = new LetterCaseBuffer()
    let words = 0
    for (const file of files) {
      for await (const block of readBlocks(file)) {
        words += this.add(withoutLines(block, exclude), weight, out, letterCases)
      }
    }
    out.push(BOUNDARY_ID)
    letterCases.push(ItemCase.LOWER)
    return { name, weight, ids: out.take(), letterCases: letterCases.take(), words }
  }
}

/** Provisional ids below this are symbols of the model, not words. */
export const SYMBOL_COUNT: number = FIRST_WORD_ID
