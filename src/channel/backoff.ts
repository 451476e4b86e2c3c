/**
 * Smoothed P(read | printed) of single characters. First how often a character is misread at all, then as what, by
 * absolute discounting (Ney, Essen & Kneser 1994):
 *   the character itself (ổ) → its letter with quality (ô) → its base letter (o) → its marks (ổ as ồ: a hook read as a
 *   grave) → a general guess,
 * upper and lower case apart but for the marks, so that a confusion seen for ố and ồ is believed of ổ too, and one seen
 * for ỉ of Ủ. Whether and as what are parted, since else letters that are mostly read well leave nothing to the levels
 * below.
 */
import type { Confusions } from './counts.ts'

/** Weight taken off each count for the level below; from held-out pages (bench/channel-smoothing.ts). */
export const CHARACTER_DISCOUNT_DEFAULT = 0.5

/** A pinch of the level below even where nothing rare was ever seen, in counts. */
const RESERVE = 0.5
/** So many readings' worth of trust a level leaves to the one below in how often a character is misread. */
const RATE_PRIOR = 5
/** The share of misreadings where nothing is known. */
const RATE_GENERAL = 0.5

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

/** What a character is read as when it is read well; control characters print nothing (the ends of a chunk, in training). */
const wellRead = (character: string): string => (character < ' ' ? '' : character)

/** The marks of a letter: those of its quality and its tone. */
function marksOf(letter: string): string {
  return letter === 'đ' || letter === 'Đ' ? '-' : letter.normalize('NFD').slice(1)
}

const NOBODY = new Int32Array(0)

/** Counts of one level. */
interface Level {
  /** Misreadings. */
  readonly readings: Map<string, number>
  /** Of all readings. */
  total: number
  /** Of all misreadings. */
  errors: number
}

/** A character's levels, from its own down to its marks. */
type Levels = readonly (Level | undefined)[]

/** @param read null: as itself, or as nothing of this level's business */
function poolInto(
  levels: Map<string, Level>,
  key: string,
  read: string | null,
  isError: boolean,
  count: number,
): void {
  let level = levels.get(key)
  if (level === undefined) {
    level = { readings: new Map(), total: 0, errors: 0 }
    levels.set(key, level)
  }
  level.total += count
  if (!isError) return
  level.errors += count
  if (read !== null) level.readings.set(read, (level.readings.get(read) ?? 0) + count)
}

/** P(read | misread) with the level below. */
function discounted(level: Level | undefined, read: string, discount: number, below: number): number {
  if (level === undefined || level.errors === 0) return below
  const count = level.readings.get(read) ?? 0
  return Math.max(count - discount, 0) / (level.errors + RESERVE) + spareOf(level, discount) * below
}

/** The share of its misreadings a level leaves to the one below. */
function spareOf(level: Level | undefined, discount: number): number {
  if (level === undefined || level.errors === 0) return 1
  let kept = 0
  for (const count of level.readings.values()) kept += Math.max(count - discount, 0)
  return 1 - kept / (level.errors + RESERVE)
}

/** How often a character is misread. */
function rateOf(level: Level | undefined, below: number): number {
  if (level === undefined) return below
  return (level.errors + RATE_PRIOR * below) / (level.total + RATE_PRIOR)
}

/** The learned levels over a general guess given from outside. */
export class Backoff {
  /** What all levels together leave to the general guess, by character id: exact for readings never counted. */
  readonly leftover: Float64Array
  /** Characters that a counted reading says anything about, by reading. */
  readonly #concerned = new Map<string, Int32Array>()
  readonly #discount: number
  /** From the character itself down to its marks, by character id. */
  readonly #levels: readonly Levels[]
  readonly #rate: Float64Array
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
    const marks = new Map<string, Level>()
    for (const [printed, readings] of counts) {
      for (const [read, count] of readings) {
        const isError = read !== wellRead(printed)
        poolInto(own, printed, read, isError, count)
        poolInto(quality, tonelessLetter(printed), read, isError, count)
        poolInto(base, baseLetter(printed), read, isError, count)
        const isMarks = read.length === 1 && baseLetter(read) === baseLetter(printed)
        if (isVowelLetter(baseLetter(printed)))
          poolInto(marks, marksOf(printed), isMarks ? marksOf(read) : null, isError, count)
      }
    }
    this.#levels = characters.map((letter) => [
      own.get(letter),
      quality.get(tonelessLetter(letter)),
      base.get(baseLetter(letter)),
      isVowelLetter(baseLetter(letter)) ? marks.get(marksOf(letter)) : undefined,
    ])
    this.#rate = Float64Array.from(characters, (_, id) => {
      const [byOwn, byQuality, byBase] = this.#levels[id] as Levels
      return rateOf(byOwn, rateOf(byQuality, rateOf(byBase, RATE_GENERAL)))
    })
    this.leftover = Float64Array.from(characters, (_, id) => {
      const levels = this.#levels[id] as Levels
      return levels.reduce((left, level) => left * spareOf(level, discount), this.#rate[id] as number)
    })
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
    for (const letter of this.#characters) note(wellRead(letter), byBase.get(baseLetter(letter)) ?? [])
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
    const letter = this.#characters[id] as string
    const rate = this.#rate[id] as number
    if (read === wellRead(letter)) return 1 - rate
    const [byOwn, byQuality, byBase, byMarks] = this.#levels[id] as Levels
    const discount = this.#discount
    let value = general
    if (byMarks !== undefined) {
      const isMarks = read.length === 1 && baseLetter(read) === baseLetter(letter)
      value = isMarks
        ? discounted(byMarks, marksOf(read), discount, value)
        : spareOf(byMarks, discount) * value
    }
    value = discounted(byBase, read, discount, value)
    value = discounted(byQuality, read, discount, value)
    return rate * discounted(byOwn, read, discount, value)
  }
}
