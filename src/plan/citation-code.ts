/**
 * Codes of cited documents, as printed: broken over lines, with spaces and long dashes.
 *
 * ```text
 * > | theo Nghị quyết số 57-
 *   | NQ/TW ngày 22/12/2024
 *       ^ the slash is the anchor, number and kind are read back from it, bodies on from it
 * ```
 */
import { countedSymbols } from '../channel/code-lexicon.ts'
import { type DocKind, kindOfSymbol } from './document-kinds.ts'

/** A code read from a text. */
export interface CitedCode {
  readonly start: number
  readonly end: number
  /** Normal form, without spaces: `57-NQ/TW`. */
  readonly code: string
  /** The symbol of the kind is a listed one (`NQ`, `QH15`, also `GP` of permits). */
  readonly hasType: boolean
  /** What the symbol stands for; null for letters (công văn) and for kinds that are no documents of the decree. */
  readonly kind: DocKind | null
}

/** A symbol: capitals and figures, small letters one at a time (`TTg`, `QyĐ`). */
const SYM = '\\p{Lu}(?:[\\p{Lu}\\d&]|\\p{Ll}(?!\\p{Ll}))*'
const BEFORE_STATE = /(?<![\p{L}\p{N}/,.-]|\d[.,])(\d{1,5}(?:\.\d{1,4})?[A-Za-zĐđ]?)(\s{0,3})$/u
const BEFORE_PARTY = new RegExp(
  `(?<![\\p{L}\\p{N}/])(\\d{1,5}[A-Za-zĐđ]?)(\\s{0,3}[-–—]\\s{0,3})(${SYM})(\\s{0,2})$`,
  'u',
)
const YEAR_NEXT = /\s{0,2}(\d{4})\s{0,2}\/\s{0,3}/uy
const FIRST_SYM = new RegExp(`\\s{0,3}(${SYM})`, 'uy')
const MORE_SYM = new RegExp(`(\\s{0,3})([-–—/.])(\\s{0,3})(${SYM})(?!\\p{Ll}{2})`, 'uy')
/** `27/ĐN-Cty`: companies put words into their codes. */
const PLAIN_WORD = /-(\p{Lu}\p{Ll}{1,5})(?=[\s,;.)])/uy
const FIGURE_END = /^(\p{Lu}[\p{Lu}\p{Ll}&]*?)\d{1,2}$/u
const ASSEMBLY = /^(QH|UBTVQH)(\d{2})\d?$/u
const ENDS_IN_NUMBER = /\d\p{L}?\s{0,3}$/u
/** Codes are short; more is a table. */
const BACK_MAX = 30
const SYMBOLS_MAX = 6

const TYPES = new Set<string>()
const BODIES = new Set<string>()

/** Fills the lists of symbols, once. */
function fillSymbols(): void {
  const { types, organisations } = countedSymbols()
  for (const { symbol } of types) TYPES.add(symbol)
  for (const { symbol } of organisations) BODIES.add(symbol)
}

/** Whether a symbol of a body was counted in the corpus. */
export function isKnownBody(symbol: string): boolean {
  if (BODIES.size === 0) fillSymbols()
  return BODIES.has(symbol)
}

function isType(symbol: string): boolean {
  if (TYPES.size === 0) fillSymbols()
  return TYPES.has(symbol) || kindOfSymbol(symbol) !== null || ASSEMBLY.test(symbol)
}

/**
 * Reads the code around a slash.
 *
 * @param slash offset of the first slash of the code
 * @returns null for dates, fractions, units of measure and whatever else has a slash
 * @example readCodeAt('số 57- NQ/TW', 9)?.code // '57-NQ/TW'
 */
export function readCodeAt(text: string, slash: number): CitedCode | null {
  if (!mayGoOn(text, slash + 1)) return null
  const from = Math.max(0, slash - BACK_MAX)
  const back = text.slice(from, slash)
  // A figure before the slash, or a letter that hangs on one, is a number; anything else a kind.
  const party = ENDS_IN_NUMBER.test(back) ? null : BEFORE_PARTY.exec(back)
  if (party !== null) {
    const type = mendType(party[3]!)
    const isSpaced = /\s/u.test(party[2]!)
    const bodies = readSymbols(text, slash + 1, true)
    if (bodies === null || (isSpaced && !isType(type))) return null
    return made(from + party.index, bodies.end, `${party[1]}-${type}/`, type, bodies.symbols)
  }
  const state = BEFORE_STATE.exec(back)
  if (state === null) return null
  YEAR_NEXT.lastIndex = slash + 1
  const year = YEAR_NEXT.exec(text)
  const at = year === null ? slash + 1 : YEAR_NEXT.lastIndex
  const rest = readSymbols(text, at, false)
  if (rest === null) return null
  const type = mendType(rest.symbols[0]!)
  const head = `${state[1]}/${year === null ? '' : `${year[1]}/`}`
  return made(from + state.index, rest.end, head, type, [type, ...rest.symbols.slice(1)], rest.signs)
}

/** Dates and fractions are told at a glance: what follows is neither a capital nor a year and another slash. */
function mayGoOn(text: string, at: number): boolean {
  let i = at
  while (i < at + 4 && isSpace(text.charCodeAt(i))) i++
  const code = text.charCodeAt(i)
  if (code >= 0x30 && code <= 0x39) {
    const slash = text.indexOf('/', i)
    return slash >= i + 4 && slash <= i + 6
  }
  return (code >= 0x41 && code <= 0x5a) || code >= 0xc0
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}

function made(
  start: number,
  end: number,
  head: string,
  type: string,
  symbols: readonly string[],
  signs: readonly string[] = [],
): CitedCode | null {
  const tail = symbols.map((symbol, i) => (i === 0 ? '' : (signs[i - 1] ?? '-')) + symbol).join('')
  if (tail.length < 2 && !isType(type)) return null
  return { start, end, code: (head + tail).normalize('NFC'), hasType: isType(type), kind: kindOfSymbol(type) }
}

interface Symbols {
  readonly symbols: readonly string[]
  /** Between them. */
  readonly signs: readonly string[]
  readonly end: number
}

/** The symbols from an offset. Spaces beside a sign are let pass behind the kind (`QĐ - UBND`) and at line ends. */
function readSymbols(text: string, at: number, isBody: boolean): Symbols | null {
  FIRST_SYM.lastIndex = at
  const first = FIRST_SYM.exec(text)
  if (first === null) return null
  let end = FIRST_SYM.lastIndex
  if (/\p{Ll}/u.test(text[end] ?? '') && first[1]!.length < 3) return null
  const symbols = [withoutFootnote(first[1]!)]
  const signs: string[] = []
  while (symbols.length < SYMBOLS_MAX) {
    MORE_SYM.lastIndex = end
    const more = MORE_SYM.exec(text)
    if (more === null) break
    const [, before, sign, behind, symbol] = more
    const isSpaced = before !== '' || (behind !== '' && !behind!.includes('\n'))
    if (sign === '.' && !isDotted(symbols.at(-1)!, symbol!)) break
    if (isSpaced && !(!isBody && symbols.length === 1 && isType(mendType(symbols[0]!)))) break
    if (behind !== '' && symbol!.length < 2) break
    symbols.push(withoutFootnote(symbol!))
    signs.push(sign === '/' ? '/' : '-')
    end = MORE_SYM.lastIndex
  }
  PLAIN_WORD.lastIndex = end
  const word = isBody ? null : PLAIN_WORD.exec(text)
  if (word !== null && symbols.length < SYMBOLS_MAX) {
    symbols.push(word[1]!)
    signs.push('-')
    end = PLAIN_WORD.lastIndex
  }
  return { symbols, signs, end }
}

/** `QĐ.UBND`: the full stop was printed for a hyphen. */
function isDotted(before: string, symbol: string): boolean {
  return isType(before) && isKnownBody(symbol)
}

/** `QH151`, `CP2`: a figure at the end points to a footnote. */
function withoutFootnote(symbol: string): string {
  const assembly = ASSEMBLY.exec(symbol)
  if (assembly !== null) return assembly[1]! + assembly[2]!
  const figures = FIGURE_END.exec(symbol)
  return figures !== null &&
    !isKnownBody(symbol) &&
    !isType(symbol) &&
    (isKnownBody(figures[1]!) || isType(figures[1]!))
    ? figures[1]!
    : symbol
}

const BARLESS: Readonly<Record<string, string>> = { QD: 'QĐ', ND: 'NĐ', QÐ: 'QĐ', NÐ: 'NĐ', CÐ: 'CĐ' }

function mendType(symbol: string): string {
  return BARLESS[symbol] ?? symbol
}

/** What two codes have in common that name one document: small letters, leading zeros aside. */
export function codeKey(code: string): string {
  return code
    .toUpperCase()
    .replace(/\s+/gu, '')
    .replace(/^0+(?=\d)/u, '')
}

/** The code printed in a stretch of the text, as a number line holds it; null for none. */
export function codeIn(text: string, [from, to]: readonly [number, number]): string | null {
  const slash = text.indexOf('/', from)
  return slash < 0 || slash >= to ? null : (readCodeAt(text, slash)?.code ?? null)
}
