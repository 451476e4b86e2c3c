/** Words of a text as ids of their canonical forms, without making a string of a word that was seen before. */
import { canonical } from '../syllable/tone.ts'

/** Slots at first; the table doubles when half full. A list of place names has some 3,000 different words. */
const SLOTS_AT_FIRST = 1 << 13

export class WordPool {
  /** Canonical words; the index is the id. */
  readonly words: string[] = []
  private readonly text: string
  private readonly idOfCanonical = new Map<string, number>()
  private slots = new Int32Array(SLOTS_AT_FIRST)
  /** Printed word `n` (1-based in `slots`): where it was first seen, and its id. */
  private readonly starts: number[] = [0]
  private readonly ends: number[] = [0]
  private readonly ids: number[] = [0]

  constructor(text: string) {
    this.text = text
  }

  /** The id of the canonical form of `text.slice(start, end)`. */
  id(start: number, end: number): number {
    const slot = this.slotOf(start, end)
    const known = this.slots[slot]!
    if (known !== 0) return this.ids[known]!
    const printed = this.starts.length
    const id = this.canonicalId(canonical(this.text.slice(start, end)))
    this.starts.push(start)
    this.ends.push(end)
    this.ids.push(id)
    this.slots[slot] = printed
    if (printed * 2 > this.slots.length) this.grow()
    return id
  }

  private canonicalId(word: string): number {
    const known = this.idOfCanonical.get(word)
    if (known !== undefined) return known
    const id = this.words.length
    this.words.push(word)
    this.idOfCanonical.set(word, id)
    return id
  }

  private slotOf(start: number, end: number): number {
    const { text, slots } = this
    const mask = slots.length - 1
    let hash = end - start
    // FNV-1a over code units.
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    hash ^= hash >>> 15
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const known = slots[slot]!
      if (known === 0 || this.isSame(known, start, end)) return slot
    }
  }

  private isSame(known: number, start: number, end: number): boolean {
    const from = this.starts[known]!
    if (this.ends[known]! - from !== end - start) return false
    for (let i = start, j = from; i < end; i++, j++) {
      if (this.text.charCodeAt(i) !== this.text.charCodeAt(j)) return false
    }
    return true
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    for (let printed = 1; printed < this.starts.length; printed++) {
      this.slots[this.slotOf(this.starts[printed]!, this.ends[printed]!)] = printed
    }
  }
}
