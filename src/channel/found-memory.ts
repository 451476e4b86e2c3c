/** What words without marks around them may have been, remembered: `kế`, `kế,` and `kế.` are searched once. */
import type { FoundCandidates } from './candidate.ts'

/** Words remembered at most; a hostile file cannot grow the memory beyond this. */
const WORDS_MAX = 1 << 14

export class FoundMemory {
  /** Where the finds of a word begin. */
  readonly #first = new Map<string, number>()
  // By find: syllable × 3 + case (−1 behind the last of a word), ln P.
  #key = new Int32Array(1 << 12)
  #log = new Float64Array(1 << 12)
  #count = 0

  /** Finds a word again, ln P and all; false when it was not met. */
  recall(word: string, found: FoundCandidates): boolean {
    const first = this.#first.get(word)
    if (first === undefined) return false
    let count = 0
    for (let at = first; this.#key[at]! >= 0; at++) {
      const key = this.#key[at]!
      found.syllable[count] = (key / 3) | 0
      found.slot[count] = key % 3
      found.log[count++] = this.#log[at]!
    }
    found.count = count
    return true
  }

  keep(word: string, found: FoundCandidates): void {
    if (this.#first.size >= WORDS_MAX) {
      this.#first.clear()
      this.#count = 0
    }
    const { count, syllable, slot, log } = found
    if (this.#count + count + 1 > this.#key.length) this.#grow()
    this.#first.set(word, this.#count)
    for (let i = 0; i < count; i++) {
      this.#key[this.#count] = syllable[i]! * 3 + slot[i]!
      this.#log[this.#count++] = log[i]!
    }
    this.#key[this.#count++] = -1
  }

  #grow(): void {
    const key = new Int32Array(this.#key.length * 2)
    key.set(this.#key)
    this.#key = key
    const log = new Float64Array(key.length)
    log.set(this.#log)
    this.#log = log
  }
}
