/**
 * A dictionary in memory: columns over the text of its list. `dictionary.ts` reads the text.
 */
import type { WordPool } from './word-pool.ts'

/**
 * What an entry is. `phrase` is running text; `protected` is never altered; `abbreviation` also feeds
 * `AcronymTable`; the others tell the caller which capitals and which context to expect.
 */
export const ENTRY_KINDS = [
  'abbreviation',
  'agency',
  'document',
  'formula',
  'name',
  'phrase',
  'place',
  'position',
  'protected',
] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** One line of a dictionary. */
export interface DictionaryEntry {
  /** As printed in the list: NFC, the list's capitals and punctuation. */
  readonly phrase: string
  /**
   * Canonical words and numbers of the phrase, punctuation left out: `['lao', 'động', 'thương', 'binh']`. Empty for
   * abbreviations, which are matched letter by letter.
   */
  readonly syllables: readonly string[]
  readonly kind: EntryKind
  /** How strongly it is favoured: 0 (listed only) to 10; 1 is usual. */
  readonly weight: number
  /** Columns after the third, tabs kept; for readers that know the list. */
  readonly note: string
}

/** The columns of a dictionary; row `i` is entry `i`. Positions are UTF-16 offsets into `text`. */
export interface DictionaryColumns {
  /** The list itself, NFC. */
  readonly text: string
  /** Number of entries. */
  readonly size: number
  readonly phraseStart: Int32Array
  readonly phraseEnd: Int32Array
  readonly noteStart: Int32Array
  readonly noteEnd: Int32Array
  /** Index into {@link ENTRY_KINDS}. */
  readonly kind: Uint8Array
  readonly weight: Float64Array
  /** Entry `i` has the words `wordIds[wordOffsets[i]] … wordIds[wordOffsets[i + 1] - 1]`, ids into `words`. */
  readonly wordOffsets: Int32Array
  readonly wordIds: Int32Array
  readonly words: readonly string[]
}

/**
 * A dictionary in memory: columns instead of objects, because the shipped lists hold 13,000 entries and are loaded at
 * every start; an entry becomes an object when it is asked for.
 */
export class Dictionary {
  /** For readers of whole dictionaries, see `PhraseIndex`. */
  readonly columns: DictionaryColumns

  constructor(columns: DictionaryColumns) {
    this.columns = columns
  }

  /** Number of entries. */
  get size(): number {
    return this.columns.size
  }

  /** Entry `index`, 0 ≤ index < size. */
  entry(index: number): DictionaryEntry {
    const { columns } = this
    const syllables: string[] = []
    for (let i = columns.wordOffsets[index]!; i < columns.wordOffsets[index + 1]!; i++) {
      syllables.push(columns.words[columns.wordIds[i]!]!)
    }
    return {
      phrase: columns.text.slice(columns.phraseStart[index], columns.phraseEnd[index]),
      syllables,
      kind: ENTRY_KINDS[columns.kind[index]!]!,
      weight: columns.weight[index]!,
      note: columns.text.slice(columns.noteStart[index], columns.noteEnd[index]),
    }
  }

  /** The entries in the order of the list; only those of one kind where it is given. */
  *entries(kind?: EntryKind): Generator<DictionaryEntry> {
    const wanted = kind === undefined ? -1 : ENTRY_KINDS.indexOf(kind)
    for (let i = 0; i < this.size; i++) {
      if (wanted < 0 || this.columns.kind[i] === wanted) yield this.entry(i)
    }
  }
}

/** Collects the columns of a dictionary line by line. */
export class DictionaryBuilder {
  private readonly text: string
  readonly pool: WordPool
  private readonly phraseStart: Int32Array
  private readonly phraseEnd: Int32Array
  private readonly noteStart: Int32Array
  private readonly noteEnd: Int32Array
  private readonly kind: Uint8Array
  private readonly weight: Float64Array
  private readonly wordOffsets: Int32Array
  private wordIds: Int32Array
  private words = 0
  size = 0

  constructor(text: string, capacity: number, pool: WordPool) {
    this.text = text
    this.pool = pool
    this.phraseStart = new Int32Array(capacity)
    this.phraseEnd = new Int32Array(capacity)
    this.noteStart = new Int32Array(capacity)
    this.noteEnd = new Int32Array(capacity)
    this.kind = new Uint8Array(capacity)
    this.weight = new Float64Array(capacity)
    this.wordOffsets = new Int32Array(capacity + 1)
    this.wordIds = new Int32Array(capacity * 3 + 16)
  }

  /** Adds a word to the entry being read. */
  addWord(id: number): void {
    if (this.words === this.wordIds.length) {
      const wider = new Int32Array(this.words * 2)
      wider.set(this.wordIds)
      this.wordIds = wider
    }
    this.wordIds[this.words++] = id
  }

  /** Words of the entry being read so far. */
  get pending(): number {
    return this.words - this.wordOffsets[this.size]!
  }

  /** Ends the entry being read. */
  endEntry(
    phraseStart: number,
    phraseEnd: number,
    kind: number,
    weight: number,
    noteStart: number,
    noteEnd: number,
  ): void {
    const row = this.size++
    this.phraseStart[row] = phraseStart
    this.phraseEnd[row] = phraseEnd
    this.kind[row] = kind
    this.weight[row] = weight
    this.noteStart[row] = noteStart
    this.noteEnd[row] = noteEnd
    this.wordOffsets[this.size] = this.words
  }

  build(): Dictionary {
    return new Dictionary({
      text: this.text,
      size: this.size,
      phraseStart: this.phraseStart,
      phraseEnd: this.phraseEnd,
      noteStart: this.noteStart,
      noteEnd: this.noteEnd,
      kind: this.kind,
      weight: this.weight,
      wordOffsets: this.wordOffsets.subarray(0, this.size + 1),
      wordIds: this.wordIds.subarray(0, this.words),
      words: this.pool.words,
    })
  }
}
