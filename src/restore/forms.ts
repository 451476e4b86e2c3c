/**
 * The printed words met so far, as numbers: what they may be, and how each of their readings is printed. Words are found by
 * their code units, so that a word seen before costs no string.
 */
import type { LanguageModel } from '../lm/language-model.ts'
import { countPlacements, toModernPlacement } from '../syllable/tone.ts'
import { applyCase, casePattern } from '../unicode/case.ts'
import { textOfUnits } from '../unicode/units.ts'
import type { WordReader } from './readings.ts'

/** Properties of a form, as bits. */
export const FormFlag = { SYLLABLE: 1, MARKED: 2, MODERN: 4, TRADITIONAL: 8 } as const

/** Slots of the hash table at first; it doubles when half full. A collection of plans has some 5,000 forms. */
const SLOTS_AT_FIRST = 1 << 13
/** Forms kept from one text to the next. */
const FORMS_KEPT_MAX = 1 << 16

export class FormTable {
  /** Columns by form: group of the toneless key, id as printed, {@link FormFlag}. */
  group: Uint16Array = new Uint16Array(SLOTS_AT_FIRST / 2)
  id: Uint16Array = new Uint16Array(SLOTS_AT_FIRST / 2)
  flags: Uint8Array = new Uint8Array(SLOTS_AT_FIRST / 2)
  /** Code units of forms and of their readings. */
  units: Uint16Array = new Uint16Array(1 << 16)
  /** Abbreviations with their bars by form, null where nothing is to be restored. */
  readonly barred: Map<number, string | null> = new Map()
  private readonly language: LanguageModel
  private readonly reader: WordReader
  private count = 0
  private filled = 0
  private slots = new Int32Array(SLOTS_AT_FIRST)
  private hashes = new Int32Array(SLOTS_AT_FIRST / 2)
  private starts = new Int32Array(SLOTS_AT_FIRST / 2)
  private lengths = new Int32Array(SLOTS_AT_FIRST / 2)
  /** By reading, two for each word of a form's group (traditional, modern): start in `units` + 1, length; 0 when not made yet. */
  printed: Int32Array = new Int32Array(1 << 15)
  private printedCount = 0
  /** First number of each form in `printed`. */
  private readings = new Int32Array(SLOTS_AT_FIRST / 2)

  constructor(language: LanguageModel, reader: WordReader) {
    this.language = language
    this.reader = reader
  }

  /** To be called between texts: numbers given before are void. */
  tidy(): void {
    if (this.count <= FORMS_KEPT_MAX) return
    this.count = 0
    this.filled = 0
    this.printedCount = 0
    this.barred.clear()
    this.slots = new Int32Array(SLOTS_AT_FIRST)
  }

  /** The number of the form `text.slice(start, end)`. */
  find(text: string, start: number, end: number): number {
    let hash = end - start
    // FNV-1a over code units.
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    hash ^= hash >>> 15
    const { slots, hashes } = this
    const mask = slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const form = (slots[slot] as number) - 1
      if (form < 0) return this.add(text, start, end, hash, slot)
      if (hashes[form] === hash && this.isSame(form, text, start, end)) return form
    }
  }

  private isSame(form: number, text: string, start: number, end: number): boolean {
    const { units } = this
    if (this.lengths[form] !== end - start) return false
    let at = this.starts[form] as number
    for (let i = start; i < end; i++) if (units[at++] !== text.charCodeAt(i)) return false
    return true
  }

  private add(text: string, start: number, end: number, hash: number, slot: number): number {
    const printed = text.slice(start, end)
    const form = this.count++
    if (form === this.hashes.length) this.growForms()
    this.slots[slot] = form + 1
    this.hashes[form] = hash
    this.starts[form] = this.write(printed)
    this.lengths[form] = end - start
    const { id, group, syllable, marked } = this.reader.read(printed)
    this.id[form] = id
    this.group[form] = group
    let flags = (syllable ? FormFlag.SYLLABLE : 0) | (marked ? FormFlag.MARKED : 0)
    if (marked) {
      const { modern, traditional } = countPlacements(printed)
      flags |= modern > 0 ? FormFlag.MODERN : traditional > 0 ? FormFlag.TRADITIONAL : 0
    }
    this.flags[form] = flags
    this.readings[form] = this.printedCount
    if (group > 0) {
      const { groupStart } = this.language.vocabulary
      const needed =
        this.printedCount + 4 * ((groupStart[group + 1] as number) - (groupStart[group] as number))
      if (needed > this.printed.length) {
        const wider = new Int32Array(Math.max(needed, this.printed.length * 2))
        wider.set(this.printed)
        this.printed = wider
      }
      this.printed.fill(0, this.printedCount, needed)
      this.printedCount = needed
    }
    if (this.count * 2 > this.slots.length) this.growSlots()
    return form
  }

  /**
   * How a reading of a form is printed, with the form's capitals: its place in `printed`.
   *
   * @param id a word of the form's group
   */
  reading(form: number, id: number, modern: boolean): number {
    const { groupStart, words } = this.language.vocabulary
    const place =
      (this.readings[form] as number) +
      4 * (id - (groupStart[this.group[form] as number] as number)) +
      (modern ? 2 : 0)
    if (this.printed[place] !== 0) return place
    const original = this.original(form)
    const word = words[id] as string
    const text = applyCase(modern ? toModernPlacement(word) : word, casePattern(original), original)
    this.printed[place] = this.write(text) + 1
    this.printed[place + 1] = text.length
    return place
  }

  /** A reading as a string. */
  textOf(place: number): string {
    const start = (this.printed[place] as number) - 1
    return textOfUnits(this.units, start, start + (this.printed[place + 1] as number))
  }

  private original(form: number): string {
    const start = this.starts[form] as number
    return textOfUnits(this.units, start, start + (this.lengths[form] as number))
  }

  private write(text: string): number {
    const start = this.filled
    while (start + text.length > this.units.length) {
      const wider = new Uint16Array(this.units.length * 2)
      wider.set(this.units)
      this.units = wider
    }
    for (let i = 0; i < text.length; i++) this.units[start + i] = text.charCodeAt(i)
    this.filled += text.length
    return start
  }

  private growForms(): void {
    const size = this.hashes.length * 2
    this.group = widen(this.group, new Uint16Array(size))
    this.id = widen(this.id, new Uint16Array(size))
    this.flags = widen(this.flags, new Uint8Array(size))
    this.hashes = widen(this.hashes, new Int32Array(size))
    this.starts = widen(this.starts, new Int32Array(size))
    this.lengths = widen(this.lengths, new Int32Array(size))
    this.readings = widen(this.readings, new Int32Array(size))
  }

  private growSlots(): void {
    const slots = new Int32Array(this.slots.length * 2)
    const mask = slots.length - 1
    for (let form = 0; form < this.count; form++) {
      let slot = (this.hashes[form] as number) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = form + 1
    }
    this.slots = slots
  }
}

function widen<T extends Int32Array | Uint16Array | Uint8Array>(from: T, to: T): T {
  to.set(from)
  return to
}
