// Reads words one by one from an offset, as names and titles of citations are read: hot code, no regular expressions.
import { skipSpaces } from './breaks.ts'

/** A word of a text. */
export class Word {
  readonly start: number
  readonly end: number
  readonly text: string
  #lower: string | null = null

  constructor(text: string, start: number, end: number) {
    this.start = start
    this.end = end
    this.text = text.slice(start, end)
  }

  /** In small letters. */
  get lower(): string {
    this.#lower ??= this.text.toLowerCase()
    return this.#lower
  }
}

/** Letters of Latin script, figures, combining marks. */
export function isWordCode(code: number): boolean {
  if (code < 0xc0) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || isFigure(code)
  return code < 0x1680 ? code !== 0xd7 && code !== 0xf7 : code >= 0x1e00 && code < 0x2000
}

function isFigure(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

const DOT = 0x2e
const AND = 0x26

/** The word that begins at an offset; null when none does. `&` and full stops within it belong to it. */
export function wordAt(text: string, at: number): Word | null {
  if (!(at >= 0) || !isWordCode(text.charCodeAt(at))) return null
  let end = at + 1
  for (let i = end; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isWordCode(code) || code === AND) end = i + 1
    else if (code !== DOT) break
  }
  return new Word(text, at, end)
}

/** The next word behind white space in the same paragraph; null at its end and before any mark. */
export function nextWord(text: string, at: number): Word | null {
  const start = skipSpaces(text, at)
  return start < 0 ? null : wordAt(text, start)
}

/** Begins with a capital. */
export function isCapitalised(word: string): boolean {
  const code = word.charCodeAt(0)
  if (code < 0x80) return code >= 0x41 && code <= 0x5a
  const first = word[0]
  return first !== undefined && first.toLowerCase() !== first
}

/** Two characters or more, capitals, figures and their signs: UBND, KHCN, BỘ. */
export function isAllCapitals(word: string): boolean {
  if (word.length < 2) return false
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code < 0x80) {
      if (!((code >= 0x41 && code <= 0x5a) || isFigure(code) || code === AND || code === DOT)) return false
    } else if (word[i]!.toLowerCase() === word[i]) return false
  }
  return true
}
