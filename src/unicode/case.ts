// The pattern of capitals of a word, read before restoration and put back after it.

/** How a word uses capitals. `none`: no letter of it has case (digits, Thai, nothing). */
export type CasePattern = 'lower' | 'capital' | 'upper' | 'mixed' | 'none'

/**
 * Reads the pattern of capitals. One single capital letter (`Y`, `Ở`) is `capital`: it starts a sentence far more
 * often than it is a whole word in capitals.
 */
export function casePattern(word: string): CasePattern {
  const lower = word.toLowerCase()
  const upper = word.toUpperCase()
  if (lower === upper) return 'none'
  if (word === lower) return 'lower'
  if (word === upper) return countCased(word) > 1 ? 'upper' : 'capital'
  const first = firstCased(word)
  return word.slice(first + 1) === word.slice(first + 1).toLowerCase() && isUpper(word.charAt(first))
    ? 'capital'
    : 'mixed'
}

/**
 * Writes a lower-case word with a pattern of capitals.
 * @param lower the word in lower case
 * @param pattern what `casePattern` read from the original
 * @param like the original word; `mixed` copies its capitals letter by letter, marks and zero-width characters not
 *   counted, and leaves letters beyond its end in lower case. Without it `mixed` changes nothing.
 * @example applyCase('đăk', 'mixed', 'DaK') // 'ĐăK'
 */
export function applyCase(lower: string, pattern: CasePattern, like = ''): string {
  if (pattern === 'upper') return lower.toUpperCase()
  if (pattern === 'capital') {
    const first = firstCased(lower)
    return lower.slice(0, first) + upperUnit(lower.charAt(first)) + lower.slice(first + 1)
  }
  return pattern === 'mixed' ? copyCase(lower, like) : lower
}

function copyCase(lower: string, like: string): string {
  let out = ''
  let at = 0
  for (let i = 0; i < lower.length; i++) {
    const letter = lower.charAt(i)
    if (isIgnored(lower.charCodeAt(i))) {
      out += letter
      continue
    }
    while (at < like.length && isIgnored(like.charCodeAt(at))) at++
    out += at < like.length && isUpper(like.charAt(at)) ? upperUnit(letter) : letter
    at++
  }
  return out
}

/** Upper case where it is one code unit too, so that positions hold (`ß` stays). */
function upperUnit(letter: string): string {
  const upper = letter.toUpperCase()
  return upper.length === 1 ? upper : letter
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase()
}

function isCased(letter: string): boolean {
  return letter.toLowerCase() !== letter.toUpperCase()
}

function isIgnored(unit: number): boolean {
  return (
    (unit >= 0x300 && unit <= 0x36f) ||
    unit === 0xad ||
    (unit >= 0x200b && unit <= 0x200f) ||
    unit === 0x2060 ||
    unit === 0xfeff
  )
}

function firstCased(word: string): number {
  for (let i = 0; i < word.length; i++) if (isCased(word.charAt(i))) return i
  return 0
}

function countCased(word: string): number {
  let count = 0
  for (let i = 0; i < word.length; i++) if (isCased(word.charAt(i))) count++
  return count
}
