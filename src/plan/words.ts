// Reads words one by one from an offset, as names and titles of citations are read.
import { skipSpaces } from './breaks.ts'

const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}&.]*(?<!\.)/uy
const UPPER = /^\p{Lu}/u
const ALL_UPPER = /^[\p{Lu}\p{N}&.]{2,}$/u

/** A word of a text. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
  /** In small letters. */
  readonly lower: string
}

/** The word that begins at an offset; null when none does. */
export function wordAt(text: string, at: number): Word | null {
  WORD.lastIndex = at
  const match = WORD.exec(text)
  if (match === null) return null
  return { start: at, end: WORD.lastIndex, text: match[0], lower: match[0].toLowerCase() }
}

/** The next word behind white space in the same paragraph; null at its end and before any mark. */
export function nextWord(text: string, at: number): Word | null {
  const start = skipSpaces(text, at)
  return start < 0 ? null : wordAt(text, start)
}

/** Begins with a capital. */
export function isCapitalised(word: string): boolean {
  return UPPER.test(word)
}

/** Two capitals or more and nothing else: UBND, KHCN, BỘ. */
export function isAllCapitals(word: string): boolean {
  return ALL_UPPER.test(word)
}
