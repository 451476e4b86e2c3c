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
  /** Toneless key by group, of those asked for so far. */
  private keys: (string | undefined)[]
  /** Whether keys ascend with their groups. */
  readonly areKeysSorted: boolean
  private searches = 0
  private ids: Map<string, number> | undefined
  private groups: Map<string, number> | undefined

  /**
   * @param words row = id
   * @param groupStart where each group starts and the last one ends, of words whose keys ascend; worked out where it is not known
   */
  constructor(words: readonly string[], groupStart?: Uint16Array) {
    this.words = words
    this.groupOf = new Uint16Array(words.length)
    if (groupStart === undefined) {
      const { starts, keys, areKeysSorted } = group(words)
      this.groupStart = Uint16Array.from([...starts, words.length])
      this.keys = keys
      this.areKeysSorted = areKeysSorted
    } else {
      this.groupStart = groupStart
      this.keys = new Array(groupStart.length - 1)
      this.areKeysSorted = true
    }
    const { groupOf, groupStart: start } = this
    for (let g = 0; g + 1 < start.length; g++) groupOf.fill(g, start[g], start[g + 1])
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
      const { words, groupStart } = this
      const firstWords = Array.from(groupStart.subarray(0, -1), (start) => words[start] as string)
      this.groups = new Map(foldAll(firstWords).map((key, group) => [key, group]))
      this.groups.delete(firstWords[0] as string)
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
      if (this.keyOf(middle) < key) low = middle + 1
      else high = middle
    }
    return low < this.keys.length && this.keyOf(low) === key ? low : 0
  }

  private keyOf(group: number): string {
    let key = this.keys[group]
    if (key === undefined) {
      key = fold(this.words[this.groupStart[group] as number] as string)
      this.keys[group] = key
    }
    return key
  }
}

/** First word of each group of equal keys, and the keys; the symbols are a group without one. */
function group(words: readonly string[]): { starts: number[]; keys: string[]; areKeysSorted: boolean } {
  const folded = foldAll(words)
  const starts: number[] = [0]
  const keys: string[] = ['']
  let areKeysSorted = true
  for (let id = FIRST_WORD_ID; id < words.length; id++) {
    const key = folded[id] as string
    const last = keys[keys.length - 1] as string
    if (key === last) continue
    areKeysSorted &&= key > last
    keys.push(key)
    starts.push(id)
  }
  return { starts, keys, areKeysSorted }
}
