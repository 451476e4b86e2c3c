/**
 * VIQR (RFC 1456): marks typed behind their letters in ASCII, `Vie^.t Nam` → `Việt Nam`, `\.` → `.`; with the variants
 * that are met: `d-`, `Dd`, `o*`, `u*`.
 */
import { isLegalSyllable } from '../syllable/split.ts'
import { toNfc, toNfd } from '../unicode/nfc.ts'
import { UnitWriter } from './unit-writer.ts'

const BREVE = '\u0306'
const CIRCUMFLEX = '\u0302'
const HORN = '\u031b'

/** What the sign behind a vowel makes of it, first the quality, then the tone. */
const QUALITIES: readonly (readonly [vowels: string, sign: string, mark: string])[] = [
  ['aeo', '^', CIRCUMFLEX],
  ['a', '(', BREVE],
  ['ou', '+', HORN],
  ['ou', '*', HORN],
]

const TONES: readonly (readonly [sign: string, mark: string])[] = [
  ['`', '\u0300'],
  ['?', '\u0309'],
  ['~', '\u0303'],
  ["'", '\u0301'],
  ['.', '\u0323'],
]

const SIGNS = "^(+*`?~'.-"
const ESCAPED = `${SIGNS}\\dD`
const WORD_LETTER = /\p{L}/u
const VOWELS = 'aeiouyAEIOUY'

/** ASCII units that are of one kind: 1 by unit. */
const setOf = (letters: string): Uint8Array => {
  const set = new Uint8Array(0x80)
  for (let i = 0; i < letters.length; i++) set[letters.charCodeAt(i)] = 1
  return set
}
const IS_VOWEL = /* @__PURE__ */ setOf(VOWELS)
const IS_SIGN = /* @__PURE__ */ setOf(SIGNS)
const IS_ESCAPED = /* @__PURE__ */ setOf(ESCAPED)

const BACKSLASH = 0x5c
const HYPHEN = 0x2d
const SMALL_D = 0x64
const CAPITAL_D = 0x44
const SMALL_BAR = 0x111
const CAPITAL_BAR = 0x110

/** The letter that a letter and a sign make, by `letter << 8 | sign`; made when first asked for. */
let marked: ReadonlyMap<number, number> | undefined

function buildMarked(): Map<number, number> {
  const marked = new Map<number, number>()
  const add = (letter: string, sign: string, mark: string): string => {
    const whole = toNfc(letter + mark)
    marked.set((letter.charCodeAt(0) << 8) | sign.charCodeAt(0), whole.charCodeAt(0))
    return whole
  }
  const bases = [...VOWELS]
  for (const [vowels, sign, mark] of QUALITIES) {
    for (const vowel of vowels + vowels.toUpperCase()) bases.push(add(vowel, sign, mark))
  }
  for (const base of new Set(bases)) for (const [sign, mark] of TONES) add(base, sign, mark)
  return marked
}

const isAsciiOf = (set: Uint8Array, unit: number): boolean => unit < 0x80 && set[unit] === 1

/** What a letter and the unit behind it make; 0 when they are two. */
function markedBy(letter: number, sign: number): number {
  if (!isAsciiOf(IS_SIGN, sign)) return 0
  marked ??= buildMarked()
  return marked.get((letter << 8) | sign) ?? 0
}

const isWordLetter = (unit: number): boolean =>
  unit < 0x80
    ? (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a)
    : WORD_LETTER.test(String.fromCharCode(unit))

const WRITER = /* @__PURE__ */ new UnitWriter()
/** What was written of the word that is being read; longer ones are no syllables. */
const SYLLABLE_MAX = 8

/** Reads VIQR. A sign that cannot belong to the letter before it stands for itself. */
export function readViqr(text: string): string {
  let word = ''
  const add = (unit: number): void => {
    WRITER.add(unit)
    if (word.length <= SYLLABLE_MAX) word += String.fromCharCode(unit)
  }
  const end = (sign: number): void => {
    WRITER.add(sign)
    word = ''
  }
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i)
    const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0
    if (unit === BACKSLASH && isAsciiOf(IS_ESCAPED, next)) {
      if (next === SMALL_D || next === CAPITAL_D) add(next)
      else end(next)
      i += 2
    } else if (isAsciiOf(IS_VOWEL, unit)) {
      const quality = markedBy(unit, next)
      const isQuality = quality !== 0 && !isToneSign(next)
      const letter = isQuality ? quality : unit
      i += isQuality ? 2 : 1
      const toned = i < text.length ? markedBy(letter, text.charCodeAt(i)) : 0
      const isTone =
        toned !== 0 && isToneSign(text.charCodeAt(i)) && !endsSentence(text, i, word, letter, toned)
      add(isTone ? toned : letter)
      if (isTone) i++
    } else if ((unit === SMALL_D || unit === CAPITAL_D) && isBar(next, text, i)) {
      add(unit === SMALL_D ? SMALL_BAR : CAPITAL_BAR)
      i += 2
    } else {
      if (isWordLetter(unit)) add(unit)
      else end(unit)
      i++
    }
  }
  return toNfc(WRITER.finish())
}

const IS_TONE_SIGN = /* @__PURE__ */ setOf(TONES.map(([sign]) => sign).join(''))
const isToneSign = (unit: number): boolean => isAsciiOf(IS_TONE_SIGN, unit)

const isBar = (next: number, text: string, at: number): boolean =>
  next === SMALL_D ||
  next === CAPITAL_D ||
  (next === HYPHEN && at + 2 < text.length && isAsciiOf(IS_VOWEL, text.charCodeAt(at + 2)))

/** Whether the sign at `at` is the mark at the end of a sentence: with it the word is no syllable, without it is one. */
function endsSentence(text: string, at: number, word: string, letter: number, toned: number): boolean {
  if (at + 1 < text.length && isWordLetter(text.charCodeAt(at + 1))) return false
  if (word.length >= SYLLABLE_MAX) return false
  return !isSyllable(word + String.fromCharCode(toned)) && isSyllable(word + String.fromCharCode(letter))
}

/** The same words end with a sign all the time. */
const KNOWN = new Map<string, boolean>()
const KNOWN_MAX = 20_000

function isSyllable(word: string): boolean {
  let legal = KNOWN.get(word)
  if (legal === undefined) {
    legal = isLegalSyllable(word)
    if (KNOWN.size >= KNOWN_MAX) KNOWN.clear()
    KNOWN.set(word, legal)
  }
  return legal
}

/** Writes VIQR; signs and letters that would be read as marks get a backslash. */
export function writeViqr(text: string): string {
  const out: string[] = []
  for (const letter of toNfc(text)) {
    if (letter === 'đ' || letter === 'Đ') out.push(letter === 'đ' ? 'dd' : 'DD')
    else if (letter >= '\u0080') {
      const [base, ...marks] = toNfd(letter)
      const signs = marks.map((mark) => SIGN_OF[mark])
      // Canonical order puts the dot below before circumflex and breve; VIQR has it last.
      out.push(signs.includes(undefined) ? letter : base + signs.sort(byQuality).join(''))
    } else out.push(wouldMark(out.at(-1) ?? '', letter) ? `\\${letter}` : letter)
  }
  return out.join('')
}

const SIGN_OF: Readonly<Record<string, string | undefined>> = {
  [CIRCUMFLEX]: '^',
  [BREVE]: '(',
  [HORN]: '+',
  '\u0300': '`',
  '\u0309': '?',
  '\u0303': '~',
  '\u0301': "'",
  '\u0323': '.',
}

const byQuality = (a: string | undefined, b: string | undefined): number =>
  Number('^(+'.includes(b ?? ' ')) - Number('^(+'.includes(a ?? ' '))

/** Whether an ASCII character would be read as a mark, or with its neighbour as đ, behind the letter that was written last. */
function wouldMark(last: string, sign: string): boolean {
  if (sign === '\\') return true
  if (sign === 'd' || sign === 'D' || sign === '-')
    return /^\\?[dD]$/.test(last) || last === 'dd' || last === 'DD'
  return SIGNS.includes(sign) && /[aeiouyAEIOUY][\^(+*]?$/.test(last)
}
