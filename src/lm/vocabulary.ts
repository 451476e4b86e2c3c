/**
 * Words ↔ ids. Words with the same toneless key have neighbouring ids; the key is the group they form.
 */
import { fold } from '../unicode/fold.ts'
import { FIRST_WORD_ID, UNKNOWN_ID } from './symbols.ts'

export class Vocabulary {
  /** Row = id; canonical lower-case words, symbols first. */
  readonly words: readonly string[]
  /** Group of each id; the symbols are group 0. */
  readonly groupOf: Uint16Array
  /** Ids of group g: `[groupStart[g], groupStart[g + 1])`. */
  readonly groupStart: Uint16Array
  private readonly ids: Map<string, number> = new Map()
  private readonly groups: Map<string, number> = new Map()

  constructor(words: readonly string[]) {
    this.words = words
    this.groupOf = new Uint16Array(words.length)
    const starts: number[] = [0]
    let lastKey = ''
    for (let id = FIRST_WORD_ID; id < words.length; id++) {
      const word = words[id] as string
      const key = fold(word)
      if (key !== lastKey) {
        lastKey = key
        this.groups.set(key, starts.length)
        starts.push(id)
      }
      this.groupOf[id] = starts.length - 1
      this.ids.set(word, id)
    }
    starts.push(words.length)
    this.groupStart = Uint16Array.from(starts)
  }

  get size(): number {
    return this.words.length
  }

  /** Id of a canonical lower-case word, or UNKNOWN_ID. */
  idOf(word: string): number {
    return this.ids.get(word) ?? UNKNOWN_ID
  }

  /** Group of a toneless key, or 0 when no word has it. */
  groupOfKey(key: string): number {
    return this.groups.get(key) ?? 0
  }
}
