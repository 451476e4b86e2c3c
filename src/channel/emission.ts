/**
 * Character emissions: each printed character is read as a string of 0 to 3 characters.
 *
 * Probabilities come in rows, one per string read, over all printed characters; behind them a row holds bounds for
 * searches: for each base letter the best of its characters (a ă â á …), then the best vowel and the best of the rest.
 */
import { Backoff, baseLetter, isVowelLetter } from './backoff.ts'
import type { Confusions } from './counts.ts'
import { fillRest, PIECE_STRIDE, type Pieces, READ_LENGTH_MAX } from './pieces.ts'

/** Smoothing of the character model. */
export interface EmissionOptions {
  /** Weight moved from each count to the level below, 0 to 1, see {@link Backoff}. */
  readonly characterDiscount?: number
  /** Share of the general guess in every probability, 0 to 1. */
  readonly guessShare?: number
}

/**
 * The general guess at one letter: nothing, itself, its base letter, either of them in the other case, any other of
 * about 120. The weights of all guesses sum to one.
 */
const GUESS_NOTHING = 0.05
const GUESS_ITSELF = 0.1
const GUESS_BASE = 0.1
const GUESS_OTHER_CASE = 0.05
/** The letter with other marks, each of about 12. */
const GUESS_MARKS = 0.3 / 12
const GUESS_OTHER = 0.1 / 120
/**
 * At two letters: both likely readings of it (ố as `o6`); a likely one beside what vowels, or consonants, are usually
 * read as (á as `éa`, h as `hh`); a likely one beside any other.
 */
const GUESS_DOUBLE = 0.25
const GUESS_USUAL = 0.14
const GUESS_BESIDE = 0.01 / 120

/**
 * Share of the general guess in every probability: no training set shows all that scans do. Best both on held-out
 * pages and on a scan that is not of the training kind (bench/channel-smoothing.ts).
 */
export const GUESS_SHARE_DEFAULT = 0.1

/** Code of all characters that occur neither in a profile nor in a vocabulary: they are read alike. */
const OTHER = 1
const OTHER_CHARACTER = '\uffff'
/** Characters beyond are {@link OTHER}: the last Vietnamese letters and common marks lie below. */
const CODE_TABLE_SIZE = 0x2200

/** The character model: probabilities of readings, by printed character. */
export class Emission {
  /** Printed characters known, in order of id. */
  readonly characters: readonly string[]
  readonly #ids: ReadonlyMap<string, number>
  readonly #bases: readonly string[]
  readonly #baseOf: Int32Array
  readonly #guessShare: number
  readonly #backoff: Backoff
  /** Share of each single character among all readings of vowels, and of the other letters. */
  readonly #usual: readonly ReadonlyMap<string, number>[]
  /** Strings of two or three characters that were ever counted. */
  readonly #seen = new Set<string>()
  // Strings read are keyed by the codes of their characters as digits: up to two index a table, three a map.
  readonly #codes = new Uint16Array(CODE_TABLE_SIZE).fill(OTHER)
  readonly #radix: number
  readonly #short: (Float64Array | undefined)[]
  readonly #long = new Map<number, Float64Array>()
  /** The row of what no character is ever read as. */
  readonly #never: Float64Array

  /**
   * @param counts readings of each printed character
   * @param extra characters that must have a row even if never counted
   */
  constructor(counts: Confusions, extra: Iterable<string> = [], options: EmissionOptions = {}) {
    const known = new Set<string>([...counts.keys(), ...extra])
    known.delete('')
    this.characters = [...known]
    this.#ids = new Map(this.characters.map((letter, id) => [letter, id]))
    this.#bases = [...new Set(this.characters.map(baseLetter))]
    this.#baseOf = Int32Array.from(this.characters, (letter) => this.#bases.indexOf(baseLetter(letter)))
    this.#never = new Float64Array(this.characters.length + this.#bases.length + 2)
    this.#guessShare = options.guessShare ?? GUESS_SHARE_DEFAULT
    this.#usual = [usualReadings(counts, true), usualReadings(counts, false)]
    this.#backoff = new Backoff(counts, this.characters, options.characterDiscount)
    const read = new Set([...this.characters, ...this.#bases])
    for (const readings of counts.values()) {
      for (const piece of readings.keys()) {
        for (let i = 0; i < piece.length; i++) read.add(piece.charAt(i))
        if (piece.length > 1) this.#seen.add(piece)
      }
    }
    let code = OTHER
    for (const letter of read) {
      if (letter.charCodeAt(0) < CODE_TABLE_SIZE) this.#codes[letter.charCodeAt(0)] = ++code
    }
    this.#radix = code + 1
    this.#short = new Array(this.#radix * this.#radix)
    for (const piece of this.#seen) {
      if (piece.length > 2) this.#long.set(this.#key(piece, 0, piece.length), this.#fill(piece))
    }
  }

  /** Index of a printed character in the rows, -1 if it has none. */
  idOf(letter: string): number {
    return this.#ids.get(letter) ?? -1
  }

  /** Index in the rows of the best of all characters with a base letter, -1 if there are none. */
  boundOf(base: string): number {
    const at = this.#bases.indexOf(base)
    return at < 0 ? -1 : this.characters.length + at
  }

  /**
   * P(read | c) of every printed character c.
   *
   * @param read 0 to {@link READ_LENGTH_MAX} characters
   */
  row(read: string): Float64Array {
    return this.#row(read, 0, read.length)
  }

  /** Looks up all pieces of a string. */
  pieces(read: string, into: Pieces): void {
    const length = read.length
    let longest = 0
    for (let j = 0; j <= length; j++) {
      for (let k = 0; k <= READ_LENGTH_MAX; k++) {
        const row = k <= j ? this.#row(read, length - j, length - j + k) : this.#never
        into.rows[j * PIECE_STRIDE + k] = row
        if (row !== this.#never && k > longest) longest = k
      }
    }
    into.length = length
    into.longest = longest
  }

  /** Adds to the pieces of a string what their rests could be at best. */
  bounds(pieces: Pieces): void {
    const bestVowel = this.characters.length + this.#bases.length
    pieces.vowelRest = fillRest(pieces, pieces.vowelRest, bestVowel)
    pieces.consonantRest = fillRest(pieces, pieces.consonantRest, bestVowel + 1)
  }

  /** P(read | printed) of one character; one without a row gets the general guess. */
  probability(printed: string, read: string): number {
    const id = this.idOf(printed)
    return id < 0 ? guess(printed, baseLetter(printed), read) : this.row(read)[id]!
  }

  #key(text: string, start: number, end: number): number {
    let key = 0
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i)
      key = key * this.#radix + (unit < CODE_TABLE_SIZE ? this.#codes[unit]! : OTHER)
    }
    return key
  }

  #row(text: string, start: number, end: number): Float64Array {
    const key = this.#key(text, start, end)
    if (end - start > 2) {
      const long = this.#long.get(key)
      // Three characters for one are too rare to guess at: only what was counted, once anything was.
      return long ?? (this.#seen.size > 0 ? this.#never : this.#fill(text.slice(start, end)))
    }
    let row = this.#short[key]
    if (row === undefined) {
      row = this.#fill(text.slice(start, end))
      this.#short[key] = row
    }
    return row
  }

  #fill(text: string): Float64Array {
    const count = this.characters.length
    const row = new Float64Array(count + this.#bases.length + 2)
    let read = ''
    for (let i = 0; i < text.length; i++)
      read += this.#key(text, i, i + 1) === OTHER ? OTHER_CHARACTER : text.charAt(i)
    const first = text.length > 1 ? this.row(text.slice(0, -1)) : row
    const second = text.length > 1 ? this.row(text.slice(1)) : row
    const share = this.#guessShare
    const backoff = this.#backoff
    const usualFirst = this.#usual.map((usual) => usual.get(read.slice(0, -1)) ?? 0)
    const usualSecond = this.#usual.map((usual) => usual.get(read.slice(1)) ?? 0)
    const general = (id: number) => {
      const base = this.#bases[this.#baseOf[id]!]!
      if (text.length < 2) return guess(this.characters[id]!, base, read)
      const kind = isVowelLetter(base) ? 0 : 1
      return (
        GUESS_DOUBLE * first[id]! * second[id]! +
        GUESS_USUAL * (first[id]! * usualSecond[kind]! + usualFirst[kind]! * second[id]!) +
        GUESS_BESIDE * (first[id]! + second[id]!)
      )
    }
    for (let id = 0; id < count; id++) row[id] = (share + (1 - share) * backoff.leftover[id]!) * general(id)
    for (const id of backoff.concernedBy(read)) {
      const guessed = general(id)
      row[id] = share * guessed + (1 - share) * backoff.probability(id, read, guessed)
    }
    for (let id = 0; id < count; id++) {
      const base = this.#baseOf[id]!
      const kind = count + this.#bases.length + (isVowelLetter(this.#bases[base]!) ? 0 : 1)
      if (row[id]! > row[count + base]!) row[count + base] = row[id]!
      if (row[id]! > row[kind]!) row[kind] = row[id]!
    }
    return row
  }
}

/** Share of each single character among all readings of vowels, or of all other characters. */
function usualReadings(counts: Confusions, vowels: boolean): Map<string, number> {
  const usual = new Map<string, number>()
  let total = 0
  for (const [printed, readings] of counts) {
    if (isVowelLetter(baseLetter(printed)) !== vowels) continue
    for (const [read, count] of readings) {
      total += count
      if (read.length === 1) usual.set(read, (usual.get(read) ?? 0) + count)
    }
  }
  for (const [read, count] of usual) usual.set(read, count / total)
  return usual
}

/** The general guess at a reading of at most one character. */
function guess(printed: string, base: string, read: string): number {
  if (read === '') return GUESS_NOTHING
  if (read.length > 1) return 0
  let value = GUESS_OTHER
  if (read === printed) value += GUESS_ITSELF
  if (read === base) value += GUESS_BASE
  else if (read !== printed && baseLetter(read) === base && base !== '' && isVowelLetter(base))
    value += GUESS_MARKS
  if (read !== printed && read.toLowerCase() === printed.toLowerCase()) value += GUESS_OTHER_CASE
  if (read !== base && read.toLowerCase() === base.toLowerCase()) value += GUESS_OTHER_CASE
  return value
}
