/**
 * Words ↔ ids. Words with the same toneless key have neighbouring ids; the key is the group they form.
 */
import { fold, foldAll } from '../unicode/fold.ts'
import { FIRST_WORD_ID, UNKNOWN_ID } from './symbols.ts'

/** Lookups that are searches, before maps are worth their making: a line or two of text. */
const SEARCHES_MAX = 200

export class Vocabulary {
  /** Row = id; canonical lower-case words, symbols first. */
  readonly words: readonly string[]
  /** Group of each id; the symbols are group 0. */
  readonly groupOf: Uint16Array
  /** Ids of group g: `[groupStart[g], groupStart[g + 1])`. */
  readonly groupStart: Uint16Array
  /** Toneless key by group. */
  private readonly keys: readonly string[]
  private readonly areKeysSorted: boolean
  private searches = 0
  private ids: Map<string, number> | undefined
  private groups: Map<string, number> | undefined

  constructor(words: readonly string[]) {
    this.words = words
    this.groupOf = new Uint16Array(words.length)
    const folded = foldAll(words)
    const starts: number[] = [0]
    const keys: string[] = ['']
    let areKeysSorted = true
    let lastKey = ''
    for (let id = FIRST_WORD_ID; id < words.length; id++) {
      const key = folded[id] as string
      if (key !== lastKey) {
        areKeysSorted &&= key > lastKey
        lastKey = key
        keys.push(key)
        starts.push(id)
      }
      this.groupOf[id] = starts.length - 1
    }
    starts.push(words.length)
    this.groupStart = Uint16Array.from(starts)
    this.keys = keys
    this.areKeysSorted = areKeysSorted
  }

  get size(): number {
    return this.words.length
  }

  /** Id of a canonical lower-case word, or UNKNOWN_ID. */
  idOf(word: string): number {
    if (this.ids === undefined) {
      if (this.maySearch()) {
        const group = this.search(fold(word))
        const end = this.groupStart[group + 1] as number
        for (let id = this.groupStart[group] as number; group > 0 && id < end; id++)
          if (this.words[id] === word) return id
        return UNKNOWN_ID
      }
      this.ids = new Map()
      for (let id = FIRST_WORD_ID; id < this.words.length; id++) this.ids.set(this.words[id] as string, id)
    }
    return this.ids.get(word) ?? UNKNOWN_ID
  }

  /** Group of a toneless key, or 0 when no word has it. */
  groupOfKey(key: string): number {
    if (this.groups === undefined) {
      if (this.maySearch()) return this.search(key)
      this.groups = new Map()
      for (let group = 1; group < this.keys.length; group++)
        this.groups.set(this.keys[group] as string, group)
    }
    return this.groups.get(key) ?? 0
  }

  private maySearch(): boolean {
    return this.areKeysSorted && this.searches++ < SEARCHES_MAX
  }

  /** Group of a toneless key, by bisection. */
  private search(key: string): number {
    let low = 1
    let high = this.keys.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.keys[middle] as string) < key) low = middle + 1
      else high = middle
    }
    return this.keys[low] === key ? low : 0
  }
}
