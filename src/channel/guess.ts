/** What is guessed of a reading that was never counted: nothing, the letter itself, its base letter, the other case, anything. */
import { baseLetter, isVowelLetter } from './backoff.ts'
import type { Confusions } from './counts.ts'

/**
 * The general guess at one letter: nothing, itself, its base letter, either of them in the other case, any other of
 * about 120. The weights of all guesses sum to one.
 */
export const GUESS_NOTHING = 0.05
const GUESS_ITSELF = 0.1
const GUESS_BASE = 0.1
const GUESS_OTHER_CASE = 0.05
/** The letter with other marks, each of about 12. */
const GUESS_MARKS = 0.3 / 12
export const GUESS_OTHER = 0.1 / 120
/**
 * At two letters: both likely readings of it (ố as `o6`); a likely one beside what vowels, or consonants, are usually
 * read as (á as `éa`, h as `hh`); a likely one beside any other.
 */
const GUESS_DOUBLE = 0.25
const GUESS_USUAL = 0.14
const GUESS_BESIDE = 0.01 / 120

/** Share of each single character among all readings of vowels, or of all other characters. */
export function usualReadings(counts: Confusions, vowels: boolean): Map<string, number> {
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
export function guess(printed: string, base: string, read: string): number {
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

/**
 * The general guess of all characters at two or three characters.
 *
 * @param general receives it
 * @param data rows of the emission: that of all but the last character at `firstAt`, of all but the first at `secondAt`
 * @param kindOf by character: 0 vowel, 1 other
 * @param usual shares of all but the last character, for vowels and the rest, and of all but the first
 */
export function guessLong(
  general: Float64Array,
  data: Float64Array,
  firstAt: number,
  secondAt: number,
  kindOf: Uint8Array,
  usual: Float64Array,
): void {
  for (let id = 0; id < general.length; id++) {
    const first = data[firstAt + id]!
    const second = data[secondAt + id]!
    const kind = kindOf[id]!
    general[id] =
      GUESS_DOUBLE * first * second +
      GUESS_USUAL * (first * usual[2 + kind]! + usual[kind]! * second) +
      GUESS_BESIDE * (first + second)
  }
}
