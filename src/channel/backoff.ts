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

/** What has no marks that tell anything: no vowel. */
const NO_MARKS = '?'

/** The marks of a letter: those of its quality and its tone. */
function marksOf(letter: string): string {
  return letter === 'đ' || letter === 'Đ' ? '-' : letter.normalize('NFD').slice(1)
}

/** Counts of one level. */
interface Level {
  /** Misreadings. */
  readonly readings: Map<string, number>
  /** Of all readings. */
  total: number
  /** Of all misreadings. */
  errors: number
  /** The share of its misreadings it leaves to the level below; once all is counted. */
  spare: number
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
    level = { readings: new Map(), total: 0, errors: 0, spare: 1 }
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
  return Math.max(count - discount, 0) / (level.errors + RESERVE) + level.spare * below
}

/** Works out what the levels leave to those below them. */
function setSpare(levels: Map<string, Level>, discount: number): void {
  for (const level of levels.values()) {
    if (level.errors === 0) continue
    let kept = 0
    for (const count of level.readings.values()) kept += Math.max(count - discount, 0)
    level.spare = 1 - kept / (level.errors + RESERVE)
  }
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
  /** Base letters that a counted reading says anything about, by reading; and the characters of each. */
  readonly #concerned = new Map<string, string[]>()
  readonly #byBase = new Map<string, number[]>()
  readonly #discount: number
  /** From the character itself down to its marks, by character id. */
  readonly #levels: readonly Levels[]
  readonly #rate: Float64Array
  // By character: what it is read as when it is read well, its base letter, its marks ('?' where they tell nothing).
  readonly #well: readonly string[]
  readonly #base: readonly string[]
  readonly #marks: readonly string[]

  /**
   * @param counts readings of each printed character
   * @param characters characters that will be asked for, by id
   * @param discount weight moved from each count to the level below, 0 to 1
   */
  constructor(counts: Confusions, characters: readonly string[], discount = CHARACTER_DISCOUNT_DEFAULT) {
    this.#well = characters.map(wellRead)
    this.#base = characters.map(baseLetter)
    this.#marks = characters.map((letter) => (isVowelLetter(baseLetter(letter)) ? marksOf(letter) : NO_MARKS))
    this.#discount = discount
    const own = new Map<string, Level>()
    const quality = new Map<string, Level>()
    const base = new Map<string, Level>()
    const marks = new Map<string, Level>()
    for (const [printed, readings] of counts) {
      const well = wellRead(printed)
      const toneless = tonelessLetter(printed)
      const letter = baseLetter(printed)
      const printedMarks = isVowelLetter(letter) ? marksOf(printed) : NO_MARKS
      for (const [read, count] of readings) {
        const isError = read !== well
        poolInto(own, printed, read, isError, count)
        poolInto(quality, toneless, read, isError, count)
        poolInto(base, letter, read, isError, count)
        if (printedMarks === NO_MARKS) continue
        const isMarks = read.length === 1 && baseLetter(read) === letter
        poolInto(marks, printedMarks, isMarks ? marksOf(read) : null, isError, count)
      }
    }
    for (const levels of [own, quality, base, marks]) setSpare(levels, discount)
    this.#levels = characters.map((letter, id) => [
      own.get(letter),
      quality.get(tonelessLetter(letter)),
      base.get(this.#base[id] as string),
      marks.get(this.#marks[id] as string),
    ])
    this.#rate = Float64Array.from(characters, (_, id) => {
      const [byOwn, byQuality, byBase] = this.#levels[id] as Levels
      return rateOf(byOwn, rateOf(byQuality, rateOf(byBase, RATE_GENERAL)))
    })
    this.leftover = Float64Array.from(characters, (_, id) => {
      const levels = this.#levels[id] as Levels
      return levels.reduce((left, level) => left * (level?.spare ?? 1), this.#rate[id] as number)
    })
    this.#index(counts)
  }

  #index(counts: Confusions): void {
    this.#base.forEach((letter, id) => {
      const known = this.#byBase.get(letter)
      if (known === undefined) this.#byBase.set(letter, [id])
      else known.push(id)
    })
    const note = (read: string, base: string) => {
      const known = this.#concerned.get(read)
      if (known === undefined) this.#concerned.set(read, [base])
      else if (!known.includes(base)) known.push(base)
    }
    for (const [printed, readings] of counts) {
      const base = baseLetter(printed)
      for (const read of readings.keys()) note(read, base)
    }
    this.#base.forEach((base, id) => {
      note(this.#well[id] as string, base)
    })
  }

  /**
   * Mixes P(read | character) into a row, for the characters for which it is more than {@link leftover} times the guess.
   *
   * @param general the guess at the bottom, by character
   * @param share of the guess in the mixture
   */
  mixInto(row: Float64Array, read: string, general: ArrayLike<number>, share: number): void {
    const concerned = this.#concerned.get(read)
    if (concerned === undefined) return
    const base = baseLetter(read)
    const marks = read.length === 1 ? marksOf(read) : NO_MARKS
    for (const letter of concerned) {
      const isMarks = read.length === 1 && base === letter
      for (const id of this.#byBase.get(letter) ?? []) {
        const guessed = general[id] as number
        const value = this.#probability(id, read, isMarks ? marks : null, guessed)
        row[id] = share * guessed + (1 - share) * value
      }
    }
  }

  /** @param marks those of the reading, if it is the letter with whatever marks; else null */
  #probability(id: number, read: string, marks: string | null, general: number): number {
    const rate = this.#rate[id] as number
    if (read === this.#well[id]) return 1 - rate
    const [byOwn, byQuality, byBase, byMarks] = this.#levels[id] as Levels
    const discount = this.#discount
    let value = general
    if (byMarks !== undefined)
      value = marks === null ? byMarks.spare * value : discounted(byMarks, marks, discount, value)
    value = discounted(byBase, read, discount, value)
    value = discounted(byQuality, read, discount, value)
    return rate * discounted(byOwn, read, discount, value)
  }
}
