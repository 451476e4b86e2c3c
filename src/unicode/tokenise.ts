// Text → tokens over the original code units, so every span of every later stage points into the page as it came.

/** What a token is: see `tokenise`. */
export const TokenKind = { SPACE: 0, BREAK: 1, WORD: 2, NUMBER: 3, SYMBOL: 4 } as const
export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind]

/** Tokens as parallel arrays: token `i` is `text.slice(start[i], start[i + 1])`, of kind `kind[i]`. */
export interface TokenTable {
  readonly text: string
  /** Number of tokens. */
  readonly count: number
  /** `count + 1` UTF-16 offsets; the first is 0, the last `text.length`. */
  readonly start: Int32Array
  readonly kind: Uint8Array
}

// Classes of code units; LETTER … SYMBOL name what a token beginning with one becomes.
const SYMBOL = 0
const LETTER = 1
const MARK = 2
const INVISIBLE = 3
const DIGIT = 4
const SPACE = 5
const BREAK = 6
const HIGH_SURROGATE = 7

/** Not worked out yet. */
const UNSEEN = 8

/** Classes of code units, worked out as they are met: a text uses a few hundred of the 65,536. */
const CLASSES = /* @__PURE__ */ new Uint8Array(0x10000).fill(UNSEEN)

const IS_LETTER = /\p{L}/u
const IS_MARK = /\p{M}/u
const IS_SPACE = /\s/
const IS_INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/
const IS_BREAK = /[\n\r\f\u2028\u2029]/
/** Ordinal signs and spacing accents: print, but no part of a word's spelling. */
const IS_SIGN = /[\u00aa\u00ba\u02b0-\u02ff]/

function classify(unit: number): number {
  const letter = String.fromCharCode(unit)
  let found: number = SYMBOL
  if (unit >= 0xd800 && unit < 0xdc00) found = HIGH_SURROGATE
  else if (unit >= 0x30 && unit < 0x3a) found = DIGIT
  else if (IS_BREAK.test(letter)) found = BREAK
  else if (IS_INVISIBLE.test(letter)) found = INVISIBLE
  else if (IS_SPACE.test(letter)) found = SPACE
  else if (IS_MARK.test(letter)) found = MARK
  else if (IS_LETTER.test(letter) && !IS_SIGN.test(letter)) found = LETTER
  CLASSES[unit] = found
  return found
}

const classOf = (unit: number): number => {
  const known = CLASSES[unit] as number
  return known === UNSEEN ? classify(unit) : known
}

/**
 * Cuts a text into tokens that cover it exactly, in one pass.
 *
 * - `WORD`: letters with their combining marks; zero-width characters and soft hyphens between letters belong to it
 * - `NUMBER`: ASCII digits
 * - `SYMBOL`: one other character (a surrogate pair is one character; so is a lone surrogate, or a mark without letter)
 * - `BREAK`: one line break (`\r\n`, `\n`, `\r`, `\f`, U+2028, U+2029)
 * - `SPACE`: a run of other white space, no-break and zero-width ones included
 */
export function tokenise(text: string): TokenTable {
  const length = text.length
  // A token of running text is some three units long; the arrays grow where it is not.
  let capacity = (length >> 1) + 16
  let start = new Int32Array(capacity + 1)
  let kind = new Uint8Array(capacity)
  let count = 0
  let at = 0
  while (at < length) {
    if (count === capacity) {
      capacity *= 2
      const wider = new Int32Array(capacity + 1)
      wider.set(start)
      start = wider
      const widerKind = new Uint8Array(capacity)
      widerKind.set(kind)
      kind = widerKind
    }
    start[count] = at
    const first = text.charCodeAt(at++)
    switch (classOf(first)) {
      case LETTER:
        at = wordEnd(text, at)
        kind[count++] = TokenKind.WORD
        break
      case DIGIT:
        while (at < length && classOf(text.charCodeAt(at)) === DIGIT) at++
        kind[count++] = TokenKind.NUMBER
        break
      case SPACE:
      case INVISIBLE:
        at = spaceEnd(text, at)
        kind[count++] = TokenKind.SPACE
        break
      case BREAK:
        if (first === 13 && text.charCodeAt(at) === 10) at++
        kind[count++] = TokenKind.BREAK
        break
      case HIGH_SURROGATE:
        if ((text.charCodeAt(at) & 0xfc00) === 0xdc00) at++
        kind[count++] = TokenKind.SYMBOL
        break
      default:
        kind[count++] = TokenKind.SYMBOL
    }
  }
  start[count] = length
  return { text, count, start: start.subarray(0, count + 1), kind: kind.subarray(0, count) }
}

/** Invisible characters count only when a letter or mark follows, so a word never ends with one. */
function wordEnd(text: string, from: number): number {
  let end = from
  for (let at = from; at < text.length; at++) {
    const cls = classOf(text.charCodeAt(at))
    if (cls === LETTER || cls === MARK) end = at + 1
    else if (cls !== INVISIBLE) break
  }
  return end
}

function spaceEnd(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const cls = classOf(text.charCodeAt(at))
    if (cls !== SPACE && cls !== INVISIBLE) break
    at++
  }
  return at
}
