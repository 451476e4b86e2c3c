// What does not agree within one document: two dates for one code, a code or abbreviation beside its misprint.
import { distance } from 'fastest-levenshtein'
import { type AcronymUse, findAcronyms, isStanding } from './acronyms.ts'
import { codeKey, isKnownBody } from './citation-code.ts'
import { agree } from './dates.ts'
import { kindOfSymbol } from './document-kinds.ts'
import type { References } from './references.ts'
import type { Abbreviation, Reference, Span, Warning } from './schema.ts'

/** What warnings across the text are made from. */
export interface CrossInput {
  readonly text: string
  readonly references: References
  readonly abbreviations: readonly Abbreviation[]
  /** Where undefined abbreviations are looked for; default the whole text. */
  readonly body?: Span
}

/** A document that names more is a list of them. */
const UNDEFINED_MAX = 20
/** References with one number that are compared with one another. */
const GROUP_MAX = 12

/** Warnings `conflict`, `variant` and `undefined`. */
export function crossWarnings({ text, references, abbreviations, body }: CrossInput): Warning[] {
  const uses = findAcronyms(text, body ?? [0, text.length])
  const variants = abbreviationVariants(abbreviations, uses)
  return [
    ...conflictWarnings(references),
    ...referenceVariants(references.list),
    ...variants.warnings,
    ...undefinedWarnings(abbreviations, uses, variants.explained),
  ]
}

function conflictWarnings({ conflicts }: References): Warning[] {
  return conflicts.map(({ key, field, values: [first, second], span }) => ({
    code: 'conflict',
    subject: key,
    message:
      field === 'date'
        ? `${key} được viện dẫn với hai ngày khác nhau: ${printDate(first)} và ${printDate(second)}.`
        : `${key} được viện dẫn với hai cơ quan ban hành khác nhau: ${first} và ${second}.`,
    span,
  }))
}

function printDate(date: string): string {
  return date.split('-').reverse().join('/')
}

/** Codes beside a near twin with the same number, and codes with a symbol that is a misprint by itself. */
function referenceVariants(list: readonly Reference[]): Warning[] {
  const byNumber = new Map<string, Reference[]>()
  for (const reference of list) {
    if (reference.code === null) continue
    const number = /^\d+(?:\/\d{4})?/u.exec(codeKey(reference.code))?.[0]
    if (number === undefined) continue
    const group = byNumber.get(number)
    if (group === undefined) byNumber.set(number, [reference])
    else if (group.length < GROUP_MAX) group.push(reference)
  }
  const twins = new Map<Reference, string>()
  for (const group of byNumber.values()) {
    for (const a of group) for (const b of group) if (a !== b && isMisprintOf(a, b)) twins.set(a, b.key)
  }
  const warnings: Warning[] = []
  for (const reference of list) {
    const twin = twins.get(reference) ?? mendedCode(reference.code)
    if (twin === null) continue
    const message = `${reference.key} có thể là viết nhầm của ${twin}.`
    warnings.push({ code: 'variant', subject: reference.key, message, span: reference.mentions[0] ?? null })
  }
  return warnings
}

/** `57-NQ/TU` once beside `57-NQ/TW` many times, with no date of its own that would make it another document. */
function isMisprintOf(a: Reference, b: Reference): boolean {
  const x = codeKey(a.code!)
  const y = codeKey(b.code!)
  if (!isNear(x, y) || a.kind !== b.kind) return false
  const rank = a.mentions.length - b.mentions.length
  const isLesser =
    rank < 0 || (rank === 0 && (a.date === null ? b.date !== null : a.mentions[0]![0] > b.mentions[0]![0]))
  if (!isLesser) return false
  return a.date === null || b.date === null || agree(a.date, b.date)
}

/** One letter too many, too few, another, or two changed about; figures have to agree. */
function isNear(x: string, y: string): boolean {
  if (x.replace(/\P{N}/gu, '') !== y.replace(/\P{N}/gu, '')) return false
  const edits = distance(x, y)
  if (edits === 1) return true
  return edits === 2 && x.length === y.length && [...x].sort().join('') === [...y].sort().join('')
}

/** Bodies so common that what is nearly one of them is a misprint. */
const COMMON = ['TTg', 'UBND', 'HĐND']
const COMMON_PAIRS = ['CP', 'TTg', 'UBND', 'HĐND', 'TW', 'TU', 'BTC', 'BYT', 'BNV']

/** The code a misprinted one stands for: `866/QĐ-Tg`, `05/2025/QĐ-UNBD`, `181/2024/NĐCP`; null for others. */
function mendedCode(code: string | null): string | null {
  if (code === null || !/^\d/u.test(code)) return null
  const symbols = code.split(/[-/]/u).filter((part) => !/^\d+$/u.test(part))
  for (const [i, symbol] of symbols.entries()) {
    const isKind = i === 0 && kindOfSymbol(symbol) !== null
    if (isKind) continue
    const joined = COMMON_PAIRS.find(
      (body) => symbol.endsWith(body) && kindOfSymbol(symbol.slice(0, -body.length)) !== null,
    )
    if (i === 0 && symbols.length === 1 && joined !== undefined && symbol.length > joined.length) {
      return code.replace(symbol, `${symbol.slice(0, -joined.length)}-${joined}`)
    }
    if (i === 0 || isKnownBody(symbol) || kindOfSymbol(symbols[0]!) === null) continue
    const near = COMMON.find((body) => isMisprint(symbol, body))
    if (near !== undefined) return code.replace(symbol, near)
  }
  return null
}

function isMisprint(symbol: string, body: string): boolean {
  if (symbol.length < 2 || symbol === body) return false
  const edits = distance(symbol, body)
  return edits === 1 || (edits === 2 && [...symbol].sort().join('') === [...body].sort().join(''))
}

interface Variants {
  readonly warnings: Warning[]
  /** Short forms that are misprints of defined ones. */
  readonly explained: ReadonlySet<string>
}

function abbreviationVariants(
  abbreviations: readonly Abbreviation[],
  uses: ReadonlyMap<string, AcronymUse>,
): Variants {
  const defined = new Set(abbreviations.map(({ short }) => short))
  const explained = new Set<string>()
  const warnings: Warning[] = []
  for (const { short } of abbreviations) {
    if (!/^\p{Lu}{3,10}$/u.test(short)) continue
    const others = [...uses.keys()].filter((other) => !defined.has(other) && isVariant(other, short))
    if (others.length === 0) continue
    for (const other of others) explained.add(other)
    const message = `Văn bản viết tắt ${short} nhưng cũng dùng ${others.join(', ')}.`
    warnings.push({ code: 'variant', subject: short, message, span: uses.get(others[0]!)!.span })
  }
  return { warnings, explained }
}

/** Shorter ones that differ by a letter are two abbreviations as a rule. */
const NEAR_LENGTH_MIN = 4

function isVariant(other: string, short: string): boolean {
  if (other === short) return false
  if (other.length === short.length && isBarLost(other, short)) return true
  if (Math.min(other.length, short.length) < NEAR_LENGTH_MIN || isStanding(other)) return false
  return isMisprint(other, short)
}

/** `CDS`, and what OCR makes of Đ: `CBS`, `CPS`, for CĐS. */
function isBarLost(other: string, short: string): boolean {
  for (let i = 0; i < short.length; i++) {
    const a = other[i]!
    const b = short[i]!
    if (a !== b && !(b === 'Đ' && /[DBPÐ]/u.test(a)) && !(a === 'Đ' && b === 'D')) return false
  }
  return true
}

function undefinedWarnings(
  abbreviations: readonly Abbreviation[],
  uses: ReadonlyMap<string, AcronymUse>,
  explained: ReadonlySet<string>,
): Warning[] {
  const defined = new Set(abbreviations.map(({ short }) => short))
  const warnings: Warning[] = []
  for (const [short, { span }] of uses) {
    if (warnings.length === UNDEFINED_MAX) break
    if (short.length < 3 || defined.has(short) || explained.has(short) || isStanding(short)) continue
    const message = `Chữ viết tắt ${short} không được giải thích trong văn bản.`
    warnings.push({ code: 'undefined', subject: short, message, span })
  }
  return warnings
}
