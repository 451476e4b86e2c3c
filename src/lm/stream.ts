/**
 * Tokens → the stream of items the language model reads: words, numbers, codes, commas, boundaries.
 * Training and restoration share this file, so that both see the same contexts.
 */
import { TokenKind, type TokenTable } from '../unicode/tokenise.ts'

/** What an item of the stream is. Values up to CODE follow the order of `symbols.ts`. */
export const ItemKind = { WORD: 0, BOUNDARY: 1, NUMBER: 2, COMMA: 3, CODE: 4 } as const

/** How an item is printed: nothing to say, Capital in the middle of a sentence, capitals throughout. */
export const ItemCase = { LOWER: 0, CAPITAL: 1, UPPER: 2, INITIAL: 3 } as const

/** Items as parallel columns; only the first `count` rows are filled. */
export interface ItemStream {
  count: number
  /** {@link ItemKind} */
  kind: Uint8Array
  /** {@link ItemCase} of a word; INITIAL = a capital that the start of a sentence explains. */
  letterCase: Uint8Array
  /** Index of the (first) token in the table. */
  token: Int32Array
}

/** Decides whether the line break at token `index` ends a sentence. */
export type BreakRule = (table: TokenTable, index: number) => boolean

/** Each line a paragraph of its own, as in the training corpora. */
export const everyBreak: BreakRule = () => true

const isPause = (code: number): boolean =>
  code === 0x2e || code === 0x3b || code === 0x3a || code === 0x3f || code === 0x21 || code === 0x2026

/** Dots of a blank to be filled in, when no word is before them: `ngày ... tháng`, `…/KH-UBND`. */
const isBlank = (text: string, at: number): boolean =>
  text.charCodeAt(at) === 0x2026 ||
  (text.charCodeAt(at) === 0x2e && (text.charCodeAt(at - 1) === 0x2e || text.charCodeAt(at + 1) === 0x2e))

const isBullet = (code: number): boolean =>
  code === 0x2d ||
  code === 0x2b ||
  code === 0x2013 ||
  code === 0x2014 ||
  code === 0x2022 ||
  code === 0x2a ||
  code === 0xb7

const isUpperCode = (text: string, at: number): boolean => {
  const c = text.charCodeAt(at)
  if (c < 0x80) return c >= 0x41 && c <= 0x5a
  const letter = text[at] as string
  return letter !== letter.toLowerCase()
}

const isCombining = (code: number): boolean => code >= 0x300 && code <= 0x36f

/** Where the last letter of a word stands; in decomposed text (NFD) its marks follow it. */
const lastLetter = (text: string, from: number, to: number): number => {
  let last = to - 1
  while (last > from && isCombining(text.charCodeAt(last))) last--
  return last
}

/** Numerals of headings and quarters: `I`, `IV`, `XII`. */
const isRoman = (text: string, from: number, to: number): boolean => {
  if (to - from > 6) return false
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code !== 0x49 && code !== 0x56 && code !== 0x58) return false
  }
  return true
}

/** Reusable columns for {@link readItems}. */
export function createItemStream(capacity = 1024): ItemStream {
  return {
    count: 0,
    kind: new Uint8Array(capacity),
    letterCase: new Uint8Array(capacity),
    token: new Int32Array(capacity),
  }
}

function grow(stream: ItemStream, needed: number): void {
  if (needed <= stream.kind.length) return
  const capacity = Math.max(needed, stream.kind.length * 2)
  const kind = new Uint8Array(capacity)
  kind.set(stream.kind)
  const letterCase = new Uint8Array(capacity)
  letterCase.set(stream.letterCase)
  const token = new Int32Array(capacity)
  token.set(stream.token)
  stream.kind = kind
  stream.letterCase = letterCase
  stream.token = token
}

/**
 * Fills `stream` with the items of a token table.
 *
 * White space, quotes and brackets are transparent: the words on either side are neighbours. A comma or a pause
 * counts wherever it stands, glued to a word or with white space around it as scanners leave it; dots that are a
 * blank to fill in (`ngày ... tháng …`) do not. A run of tokens without white space that mixes digits and letters,
 * or looks like an address, is one CODE.
 *
 * @param breakRule which line breaks end a sentence
 */
export function readItems(table: TokenTable, stream: ItemStream, breakRule: BreakRule): void {
  const { text, start, kind, count } = table
  stream.count = 0
  grow(stream, count + 2)
  let n = 0
  let lineStart = true
  const push = (itemKind: number, letterCase: number, token: number): void => {
    if (itemKind === ItemKind.BOUNDARY && (n === 0 || stream.kind[n - 1] === ItemKind.BOUNDARY)) return
    stream.kind[n] = itemKind
    stream.letterCase[n] = letterCase
    stream.token[n] = token
    n++
  }
  const pushWord = (token: number): void => {
    const from = start[token] as number
    const to = start[token + 1] as number
    if (isRoman(text, from, to)) {
      push(ItemKind.NUMBER, 0, token)
      return
    }
    let letterCase: number = ItemCase.LOWER
    if (isUpperCode(text, from)) {
      const last = lastLetter(text, from, to)
      letterCase = last > from && isUpperCode(text, last) ? ItemCase.UPPER : ItemCase.CAPITAL
      if (letterCase === ItemCase.CAPITAL && (n === 0 || stream.kind[n - 1] === ItemKind.BOUNDARY)) {
        letterCase = ItemCase.INITIAL
      }
    }
    push(ItemKind.WORD, letterCase, token)
  }
  let i = 0
  while (i < count) {
    const k = kind[i] as number
    if (k === TokenKind.SPACE) {
      i++
      continue
    }
    if (k === TokenKind.BREAK) {
      if (breakRule(table, i)) push(ItemKind.BOUNDARY, 0, i)
      lineStart = true
      i++
      continue
    }
    let end = i + 1
    while (end < count && (kind[end] as number) >= TokenKind.WORD) end++
    if (end === i + 1 && k === TokenKind.WORD) pushWord(i)
    else if (
      lineStart &&
      end === i + 1 &&
      k === TokenKind.SYMBOL &&
      isBullet(text.charCodeAt(start[i] as number))
    ) {
      push(ItemKind.BOUNDARY, 0, i)
    } else readChunk(table, i, end, push, pushWord)
    lineStart = false
    i = end
  }
  stream.count = n
}

/** A run of tokens without white space, `[from, to)`. */
function readChunk(
  table: TokenTable,
  from: number,
  to: number,
  push: (kind: number, letterCase: number, token: number) => void,
  pushWord: (token: number) => void,
): void {
  const { kind } = table
  // Edge symbols belong to the sentence, not to the core.
  let first = from
  let last = to
  while (first < last && kind[first] === TokenKind.SYMBOL) first++
  while (last > first && kind[last - 1] === TokenKind.SYMBOL) last--
  readEdge(table, from, first, false, push)
  if (first === last) return
  readCore(table, first, last, push, pushWord)
  readEdge(table, last, to, true, push)
}

/** Symbols before or behind the words of a chunk: commas up to the first pause. */
function readEdge(
  table: TokenTable,
  from: number,
  to: number,
  afterWord: boolean,
  push: (kind: number, letterCase: number, token: number) => void,
): void {
  const { text, start } = table
  for (let i = from; i < to; i++) {
    const at = start[i] as number
    const code = text.charCodeAt(at)
    if (code === 0x2c) push(ItemKind.COMMA, 0, i)
    else if (isPause(code) && (afterWord || !isBlank(text, at))) {
      push(ItemKind.BOUNDARY, 0, i)
      return
    }
  }
}

function readCore(
  table: TokenTable,
  from: number,
  to: number,
  push: (kind: number, letterCase: number, token: number) => void,
  pushWord: (token: number) => void,
): void {
  const { text, start, kind } = table
  let digits = false
  let letters = false
  let capitals = false
  let glued = false
  let address = false
  for (let i = from; i < to; i++) {
    const k = kind[i]
    const at = start[i] as number
    if (k === TokenKind.NUMBER) {
      digits = true
      if (i > from && kind[i - 1] === TokenKind.WORD) glued = true
    } else if (k === TokenKind.WORD) {
      letters = true
      if (i > from && kind[i - 1] === TokenKind.NUMBER) glued = true
      const end = start[i + 1] as number
      if (isUpperCode(text, at) || isUpperCode(text, lastLetter(text, at, end))) capitals = true
    } else {
      const code = text.charCodeAt(at)
      if (code === 0x40 || (code === 0x2f && text.charCodeAt(at + 1) === 0x2f)) address = true
      else if (code === 0x2e && kind[i + 1] === TokenKind.WORD && i > from && !isUpperCode(text, at + 1))
        address = true
    }
  }
  // The core begins and ends with a word or a number.
  if (!letters) {
    push(ItemKind.NUMBER, 0, from)
    return
  }
  if (address || glued || (digits && capitals)) {
    push(ItemKind.CODE, 0, from)
    return
  }
  let inNumber = false
  for (let i = from; i < to; i++) {
    const k = kind[i]
    if (k === TokenKind.WORD) {
      pushWord(i)
      inNumber = false
    } else if (k === TokenKind.NUMBER) {
      if (!inNumber) push(ItemKind.NUMBER, 0, i)
      inNumber = true
    } else {
      const at = start[i] as number
      const code = text.charCodeAt(at)
      const before = lastLetter(text, start[i - 1] as number, at)
      if (code === 0x2c) {
        if (!inNumber || kind[i + 1] !== TokenKind.NUMBER) push(ItemKind.COMMA, 0, i)
      } else if (isPause(code) && !inNumber && !isUpperCode(text, before)) {
        // "xong.Sau đó": the white space after the full stop is lost.
        push(ItemKind.BOUNDARY, 0, i)
      }
    }
  }
}
