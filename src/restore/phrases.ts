/**
 * Finds dictionary phrases in a row of words: by toneless keys where the marks are gone (restoring), by sets of
 * candidate syllables where the letters are in doubt (repairing). The search adds a bonus for each match.
 */
import { fold } from '../unicode/fold.ts'
import { type Dictionary, type DictionaryEntry, ENTRY_KINDS } from './dictionary.ts'
import { IdTrie, NONE } from './trie.ts'

/**
 * Receives one match: the words at `start … start + length - 1` can be read as `entry.syllables`.
 * Called in order of `start`, then (keys) of length.
 */
export type OnMatch = (start: number, length: number, entry: DictionaryEntry) => void

export interface PhraseIndexOptions {
  /** Shortest phrase in words, at least 1; default 2: a single word is the language model's business. */
  readonly minLength?: number
}

const ABBREVIATION = ENTRY_KINDS.indexOf('abbreviation')
/** A phrase of one word says nothing about its neighbours. */
const MIN_LENGTH_DEFAULT = 2

/**
 * All phrases of some dictionaries but their abbreviations, ready for matching. Punctuation inside a phrase is not matched: positions are
 * words and numbers, so `phòng, chống tham nhũng` is found with and without its comma. Where two entries have the
 * same words and kind, the later one counts. The table of toneless keys is built at the first use of `matchKeys`.
 */
export class PhraseIndex {
  private readonly dictionaries: readonly Dictionary[]
  /** Sequence → dictionary and row there. */
  private readonly dictionaryOf: Uint16Array
  private readonly rowOf: Int32Array
  /** Objects of the entries that have matched so far. */
  private readonly matched: (DictionaryEntry | undefined)[]
  private readonly wordIds = new Map<string, number>()
  private readonly offsets: Int32Array
  private readonly words: Int32Array
  private readonly byWord: IdTrie
  private byKey: KeyTable | undefined

  constructor(dictionaries: readonly Dictionary[], options: PhraseIndexOptions = {}) {
    const minLength = Math.max(1, options.minLength ?? MIN_LENGTH_DEFAULT)
    const rows = dictionaries.reduce((sum, dictionary) => sum + dictionary.size, 0)
    const kinds = new Uint8Array(rows)
    this.dictionaries = dictionaries
    this.dictionaryOf = new Uint16Array(rows)
    this.rowOf = new Int32Array(rows)
    this.matched = []
    const offsets = new Int32Array(rows + 1)
    const words = new Int32Array(dictionaries.reduce((sum, { columns }) => sum + columns.wordIds.length, 0))
    let count = 0
    let at = 0
    for (let d = 0; d < dictionaries.length; d++) {
      const { kind, size, wordIds, wordOffsets, words: spelling } = dictionaries[d]!.columns
      const shared = Int32Array.from(spelling, (word) => intern(this.wordIds, word))
      for (let row = 0; row < size; row++) {
        const first = wordOffsets[row]!
        const end = wordOffsets[row + 1]!
        // Abbreviations are restored letter by letter, see AcronymTable.
        if (kind[row] === ABBREVIATION || end - first < minLength) continue
        for (let i = first; i < end; i++) words[at++] = shared[wordIds[i]!]!
        kinds[count] = kind[row]!
        this.dictionaryOf[count] = d
        this.rowOf[count] = row
        offsets[++count] = at
      }
    }
    this.offsets = offsets.subarray(0, count + 1)
    this.words = words.subarray(0, at)
    // Sequences that end at one node have the same words, so only their kinds can differ.
    this.byWord = new IdTrie(this.words, this.offsets, (earlier, later) => kinds[earlier] === kinds[later])
  }

  /**
   * Reports every phrase whose toneless keys stand at consecutive positions.
   * @param keys `fold` of each word or number; `''` or any unknown string ends a phrase
   */
  matchKeys(keys: readonly string[], onMatch: OnMatch): void {
    this.byKey ??= this.keyTable()
    const { ids, trie } = this.byKey
    const count = keys.length
    const row = new Int32Array(count)
    for (let i = 0; i < count; i++) row[i] = ids.get(keys[i]!) ?? NONE
    for (let start = 0; start < count; start++) {
      let node = 0
      for (let i = start; i < count && row[i] !== NONE; i++) {
        node = trie.child(node, row[i]!)
        if (node === NONE) break
        this.report(trie, node, start, i + 1 - start, onMatch)
      }
    }
  }

  /**
   * Reports every phrase whose syllables are each among the candidates of their position, once.
   * @param candidates canonical readings of each word, in any order; an empty list ends a phrase
   */
  matchCandidates(candidates: readonly (readonly string[])[], onMatch: OnMatch): void {
    const trie = this.byWord
    const rows = candidates.map((readings) => this.knownIds(readings))
    const walk = (node: number, start: number, at: number): void => {
      const row = rows[at]
      if (row === undefined) return
      for (const id of row) {
        const child = trie.child(node, id)
        if (child === NONE) continue
        this.report(trie, child, start, at + 1 - start, onMatch)
        if (trie.childBits[child] !== 0) walk(child, start, at + 1)
      }
    }
    for (let start = 0; start < rows.length; start++) walk(0, start, start)
  }

  private report(trie: IdTrie, node: number, start: number, length: number, onMatch: OnMatch): void {
    for (let i = trie.firstSequence[node]!; i !== NONE; i = trie.nextSequence[i]!) {
      let entry = this.matched[i]
      if (entry === undefined) {
        entry = this.dictionaries[this.dictionaryOf[i]!]!.entry(this.rowOf[i]!)
        this.matched[i] = entry
      }
      onMatch(start, length, entry)
    }
  }

  /** Ids of the readings that occur in some phrase, each once. */
  private knownIds(readings: readonly string[]): number[] {
    const ids: number[] = []
    for (const reading of readings) {
      const id = this.wordIds.get(reading)
      if (id !== undefined && !ids.includes(id)) ids.push(id)
    }
    return ids
  }

  private keyTable(): KeyTable {
    const ids = new Map<string, number>()
    const keyOf = new Int32Array(this.wordIds.size)
    for (const [word, id] of this.wordIds) keyOf[id] = intern(ids, fold(word))
    const keys = this.words.map((id) => keyOf[id]!)
    return { ids, trie: new IdTrie(keys, this.offsets, undefined, this.byWord.dropped) }
  }
}

interface KeyTable {
  readonly ids: ReadonlyMap<string, number>
  readonly trie: IdTrie
}

function intern(ids: Map<string, number>, text: string): number {
  const known = ids.get(text)
  if (known !== undefined) return known
  const id = ids.size
  ids.set(text, id)
  return id
}
