/**
 * Character emissions: each printed character is read as a string of 0 to 3 characters.
 *
 * Probabilities come in rows, one per string read, over all printed characters; behind them a row holds bounds for
 * searches: for each base letter the best of its characters (a ă â á …), then the best vowel and the best of the rest.
 */
import { Backoff, baseLetter, isVowelLetter } from './backoff.ts'
import type { Confusions } from './counts.ts'
import { GUESS_NOTHING, GUESS_OTHER, guess, guessLong, usualReadings } from './guess.ts'
import { fillRest, NEVER, PIECE_STRIDE, type Pieces, READ_LENGTH_MAX } from './pieces.ts'

/** Smoothing of the character model. */
export interface EmissionOptions {
  /** Weight moved from each count to the level below, 0 to 1, see {@link Backoff}. */
  readonly characterDiscount?: number
  /** Share of the general guess in every probability, 0 to 1. */
  readonly guessShare?: number
}

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

/** Rows there is room for at first: a page of an English model needs 500. */
const ROWS_AT_FIRST = 512

/** The character model: probabilities of readings, by printed character. */
export class Emission {
  /** Printed characters known, in order of id. */
  readonly characters: readonly string[]
  readonly #ids: ReadonlyMap<string, number>
  readonly #bases: readonly string[]
  readonly #baseOf: Int32Array
  /** By character: 0 vowel, 1 other. */
  readonly #kindOf: Uint8Array
  /** By character, and by base letter: in lower case. */
  readonly #lower: readonly string[]
  readonly #lowerBase: readonly string[]
  readonly #guessShare: number
  readonly #backoff: Backoff
  /** Share of each single character among all readings of vowels, and of the other letters. */
  readonly #usual: readonly ReadonlyMap<string, number>[]
  /** Strings of two or three characters that were ever counted. */
  readonly #seen = new Set<string>()
  // Strings read are keyed by the codes of their characters as digits: up to two index a table, three a map. Entries are
  // places of rows + 1; 0 (in the map: none) is a row yet to be filled.
  readonly #codes = new Uint16Array(CODE_TABLE_SIZE).fill(OTHER)
  readonly #radix: number
  readonly #short: Int32Array
  readonly #long = new Map<number, number>()
  /** The rows, one behind the other; the first is that of what no character is ever read as. */
  #data: Float64Array
  #filled: number
  /** Length of a row. */
  readonly #width: number
  readonly #general: Float64Array
  readonly #usualOf = new Float64Array(4)

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
    this.#kindOf = Uint8Array.from(this.characters, (letter) => (isVowelLetter(baseLetter(letter)) ? 0 : 1))
    this.#lower = this.characters.map((letter) => letter.toLowerCase())
    this.#lowerBase = this.#bases.map((letter) => letter.toLowerCase())
    this.#width = this.characters.length + this.#bases.length + 2
    this.#data = new Float64Array(ROWS_AT_FIRST * this.#width)
    this.#filled = this.#width
    this.#general = new Float64Array(this.characters.length)
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
    this.#short = new Int32Array(this.#radix * this.#radix)
    for (const piece of this.#seen) {
      if (piece.length > 2) this.#long.set(this.#key(piece, 0, piece.length), 0)
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
    const at = this.#row(read, 0, read.length)
    return this.#data.subarray(at, at + this.#width)
  }

  /** Looks up all pieces of a string. */
  pieces(read: string, into: Pieces): void {
    const { length } = read
    const stretch = (length + 1) * PIECE_STRIDE
    if (into.rows.length < stretch) into.rows = new Int32Array(stretch * 2)
    const { rows } = into
    let longest = 0
    for (let j = 0; j <= length; j++) {
      for (let k = 0; k <= READ_LENGTH_MAX; k++) {
        const row = k <= j ? this.#row(read, length - j, length - j + k) : NEVER
        rows[j * PIECE_STRIDE + k] = row
        if (row !== NEVER && k > longest) longest = k
      }
    }
    into.data = this.#data
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

  /** Where the row of a string stands. */
  #row(text: string, start: number, end: number): number {
    const key = this.#key(text, start, end)
    if (end - start > 2) {
      const long = this.#long.get(key)
      // Three characters for one are too rare to guess at: only what was counted, once anything was.
      if (long === undefined && this.#seen.size > 0) return NEVER
      if (long !== undefined && long > 0) return long - 1
      const row = this.#fill(text.slice(start, end))
      this.#long.set(key, row + 1)
      return row
    }
    const short = this.#short[key]!
    if (short > 0) return short - 1
    const row = this.#fill(text.slice(start, end))
    this.#short[key] = row + 1
    return row
  }

  #fill(text: string): number {
    const firstAt = text.length > 1 ? this.#row(text, 0, text.length - 1) : NEVER
    const secondAt = text.length > 1 ? this.#row(text, 1, text.length) : NEVER
    const at = this.#addRow()
    const data = this.#data
    let read = ''
    for (let i = 0; i < text.length; i++)
      read += this.#key(text, i, i + 1) === OTHER ? OTHER_CHARACTER : text.charAt(i)
    const general = this.#general
    if (text.length < 2) this.#guessShort(read)
    else {
      const usual = this.#usualBeside(read)
      guessLong(general, data, firstAt, secondAt, this.#kindOf, usual)
    }
    const share = this.#guessShare
    const row = data.subarray(at, at + this.#width)
    leaveOver(row, general, this.#backoff.leftover, share)
    this.#backoff.mixInto(row, read, general, share)
    fillBounds(row, this.#baseOf, this.#kindOf)
    return at
  }

  #addRow(): number {
    const at = this.#filled
    this.#filled = at + this.#width
    if (this.#filled > this.#data.length) {
      const data = new Float64Array(Math.ceil(this.#data.length * 1.5))
      data.set(this.#data)
      this.#data = data
    }
    return at
  }

  /** How usual all but the last character is, for vowels and the rest, and all but the first. */
  #usualBeside(read: string): Float64Array {
    const usual = this.#usualOf
    const first = read.slice(0, -1)
    const second = read.slice(1)
    for (let kind = 0; kind < 2; kind++) {
      usual[kind] = this.#usual[kind]!.get(first) ?? 0
      usual[2 + kind] = this.#usual[kind]!.get(second) ?? 0
    }
    return usual
  }

  /** The general guess of all characters at one of at most one. */
  #guessShort(read: string): void {
    const general = this.#general
    if (read === '') {
      general.fill(GUESS_NOTHING)
      return
    }
    const base = baseLetter(read)
    const lower = read.toLowerCase()
    for (let id = 0; id < general.length; id++) {
      const at = this.#baseOf[id]!
      // Most have nothing to do with it.
      const isKin =
        this.#bases[at] === base ||
        this.#bases[at] === read ||
        this.#lower[id] === lower ||
        this.#lowerBase[at] === lower
      general[id] = isKin ? guess(this.characters[id]!, this.#bases[at]!, read) : GUESS_OTHER
    }
  }
}

// Loops over all characters stand alone, on numbers only: they are compiled once, whatever strings come.

/** What the counts leave to the guess. */
function leaveOver(row: Float64Array, general: Float64Array, leftover: Float64Array, share: number): void {
  for (let id = 0; id < general.length; id++) row[id] = (share + (1 - share) * leftover[id]!) * general[id]!
}

/** The best of each base letter and of each kind, behind the characters. */
function fillBounds(row: Float64Array, baseOf: Int32Array, kindOf: Uint8Array): void {
  const count = baseOf.length
  const kinds = row.length - 2
  for (let id = 0; id < count; id++) {
    const base = count + baseOf[id]!
    const kind = kinds + kindOf[id]!
    const value = row[id]!
    if (value > row[base]!) row[base] = value
    if (value > row[kind]!) row[kind] = value
  }
}
