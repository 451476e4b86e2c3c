/**
 * Printed syllables as two units, onset and rime (with its tone), each with its case as printed.
 * The split is by letters alone, so that a vocabulary may also hold words that are no legal syllables.
 */
import { ONSETS } from '../syllable/inventory.ts'
import { baseLetter, isVowelLetter } from './backoff.ts'

/** Case of a unit as bits: a single capital letter is both CAPITAL and UPPER. */
export const LOWER = 1
export const CAPITAL = 2
export const UPPER = 4

/** Case of a printed syllable. */
export type PrintedCase = typeof LOWER | typeof CAPITAL | typeof UPPER

/** Onset and rime of a word, in the case given. */
export interface UnitPair {
  readonly onset: string
  readonly rime: string
}

const ONSET_SET: ReadonlySet<string> = new Set(ONSETS)
/**
 * Splits a word into its leading consonants and the rest; `qu` and `gi` count as consonants before a vowel
 * (`qu·yết`, `gi·ữa`, but `g·ì`).
 *
 * @param word NFC, any case; no vowel or an onset unknown to Vietnamese (`kg`, `stress`): all of it is rime
 */
export function splitUnits(word: string): UnitPair {
  const lower = word.toLowerCase()
  if (lower.length !== word.length) return { onset: '', rime: word }
  let length = 0
  while (length < lower.length && !isVowelLetter(baseLetter(lower.charAt(length)))) length++
  const next = lower.charAt(length + 1)
  const glide = lower.slice(0, length + 1)
  if ((glide === 'qu' || glide === 'gi') && next !== '' && isVowelLetter(baseLetter(next))) length++
  const onset = lower.slice(0, length)
  if (length === lower.length || !ONSET_SET.has(onset)) return { onset: '', rime: word }
  return { onset: word.slice(0, length), rime: word.slice(length) }
}

/** A lower-case unit in a case; the case of an empty onset is the rime's. */
export function unitInCase(lower: string, printedCase: PrintedCase): string {
  if (printedCase === UPPER) return lower.toUpperCase()
  return printedCase === CAPITAL ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower
}

/** The cases a printed unit may stand for, as bits; 0 for mixed case such as `nG`. */
export function casesOf(unit: string): number {
  const lower = unit.toLowerCase()
  let cases = unit === lower ? LOWER : 0
  if (unit !== lower && unit === unitInCase(lower, CAPITAL)) cases |= CAPITAL
  if (unit !== lower && unit === lower.toUpperCase()) cases |= UPPER
  return cases
}
