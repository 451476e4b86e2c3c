/**
 * Smoothed P(read | printed) of single characters, by absolute discounting (Ney, Essen & Kneser 1994):
 *   the character itself (ổ) → its letter with quality (ô) → its base letter (o) → a general guess,
 * upper and lower case apart, so that a confusion seen for ố and ồ is believed of ổ too. At the two middle
 * levels "read as itself" is one event, whatever the letter.
 */
import type { Confusions } from './counts.ts'

/** Weight taken off each count for the level below; from held-out pages (bench/channel-smoothing.ts). */
export const CHARACTER_DISCOUNT_DEFAULT = 0.5

/** Readings counted as "itself" in the pooled levels. */
const ITSELF = '='
/** A pinch of the level below even where nothing rare was ever seen, in counts. */
const RESERVE = 0.5

/** Base letters by code unit, filled as they are met. */
const BASES: string[] = []

/** The letter without any mark: ổ → o, Đ → D. */
export function baseLetter(letter: string): string {
  const unit = letter.charCodeAt(0)
  if (unit < 0x80) return letter.length === 1 ? letter : letter.charAt(0)
  if (letter.length > 1 || !(unit < 0x2000)) return letter.normalize('NFD').charAt(0)
  BASES[unit] ??= letter === 'đ' ? 'd' : letter === 'Đ' ? 'D' : letter.normalize('NFD').charAt(0)
  return BASES[unit] as string
}

/** Whether a base letter is a vowel, in either case. */
export function isVowelLetter(base: string): boolean {
  return base !== '' && 'aeiouyAEIOUY'.includes(base)
}

/** The letter without its tone: ổ → ô. */
function tonelessLetter(letter: string): string {
  return letter
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC')
}

const NOBODY = new Int32Array(0)

/** Counts of one level. */
interface Level {
  readonly readings: Map<string, number>
  total: number
}

function poolInto(levels: Map<string, Level>, key: string, read: string, count: number): void {
  let level = levels.get(key)
  if (level === undefined) {
    level = { readings: new Map(), total: 0 }
    levels.set(key, level)
  }
  level.readings.set(read, (level.readings.get(read) ?? 0) + count)
  level.total += count
}

function discounted(level: Level | undefined, read: string, discount: number, below: number): number {
  if (level === undefined || level.total <= 0) return below
  const count = level.readings.get(read) ?? 0
  const spare = Math.min(discount * level.readings.size, 0.95 * level.total) + RESERVE
  return (Math.max(count - discount, 0) + spare * below) / (level.total + RESERVE)
}

/** The share of its counts a level leaves to the one below. */
function spareOf(level: Level | undefined, discount: number): number {
  if (level === undefined || level.total <= 0) return 1
  return (Math.min(discount * level.readings.size, 0.95 * level.total) + RESERVE) / (level.total + RESERVE)
}

/** The learned levels over a general guess given from outside. */
export class Backoff {
  /** What all levels together leave to the general guess, by character id: exact for readings never counted. */
  readonly leftover: Float64Array
  /** Characters that a counted reading says anything about, by reading. */
  readonly #concerned = new Map<string, Int32Array>()
  readonly #discount: number
  readonly #own: (Level | undefined)[]
  readonly #quality: (Level | undefined)[]
  readonly #base: (Level | undefined)[]
  readonly #characters: readonly string[]

  /**
   * @param counts readings of each printed character
   * @param characters characters that will be asked for, by id
   * @param discount weight moved from each count to the level below, 0 to 1
   */
  constructor(counts: Confusions, characters: readonly string[], discount = CHARACTER_DISCOUNT_DEFAULT) {
    this.#characters = characters
    this.#discount = discount
    const own = new Map<string, Level>()
    const quality = new Map<string, Level>()
    const base = new Map<string, Level>()
    for (const [printed, readings] of counts) {
      for (const [read, count] of readings) {
        const relative = read === printed ? ITSELF : read
        poolInto(own, printed, read, count)
        poolInto(quality, tonelessLetter(printed), relative, count)
        poolInto(base, baseLetter(printed), relative, count)
      }
    }
    this.#own = characters.map((letter) => own.get(letter))
    this.#quality = characters.map((letter) => quality.get(tonelessLetter(letter)))
    this.#base = characters.map((letter) => base.get(baseLetter(letter)))
    this.leftover = Float64Array.from(
      characters,
      (_, id) =>
        spareOf(this.#own[id], discount) *
        spareOf(this.#quality[id], discount) *
        spareOf(this.#base[id], discount),
    )
    this.#index(counts)
  }

  #index(counts: Confusions): void {
    const byBase = new Map<string, number[]>()
    this.#characters.forEach((letter, id) => {
      const known = byBase.get(baseLetter(letter))
      if (known === undefined) byBase.set(baseLetter(letter), [id])
      else known.push(id)
    })
    const concerned = new Map<string, Set<number>>()
    const note = (read: string, ids: readonly number[]) => {
      const known = concerned.get(read) ?? new Set()
      for (const id of ids) known.add(id)
      concerned.set(read, known)
    }
    for (const [printed, readings] of counts) {
      for (const read of readings.keys()) note(read, byBase.get(baseLetter(printed)) ?? [])
    }
    for (const [id, letter] of this.#characters.entries()) note(letter, [id])
    for (const [read, ids] of concerned) this.#concerned.set(read, Int32Array.from(ids))
  }

  /** Ids of the characters for which a reading's probability is more than {@link leftover} times the guess. */
  concernedBy(read: string): Int32Array {
    return this.#concerned.get(read) ?? NOBODY
  }

  /**
   * P(read | character).
   *
   * @param id index of the character
   * @param general the guess at the bottom
   */
  probability(id: number, read: string, general: number): number {
    const relative = read === this.#characters[id] ? ITSELF : read
    const byBase = discounted(this.#base[id], relative, this.#discount, general)
    const byQuality = discounted(this.#quality[id], relative, this.#discount, byBase)
    return discounted(this.#own[id], read, this.#discount, byQuality)
  }
}
