// Citations joined to one entry a document: by code, short numbers by the code they begin, laws by name and year.
import { distance } from 'fastest-levenshtein'
import { codeKey } from './citation-code.ts'
import { type Citation, findCitations } from './citations.ts'
import { agree } from './dates.ts'
import { areTwoIssuers } from './issuer-names.ts'
import type { DocKind, PartialDate, Reference, Span } from './schema.ts'
import { isAllCapitals } from './words.ts'

/** The documents a text cites. */
export interface References {
  readonly list: readonly Reference[]
  /** Keys of the documents cited in a stretch of the text, in order of their first mention there. */
  keysIn(span: Span): string[]
  /** Documents cited with two dates or issuers. */
  readonly conflicts: readonly ReferenceConflict[]
}

/** Two values for one field of one document. */
export interface ReferenceConflict {
  readonly key: string
  readonly field: 'date' | 'issuer'
  readonly values: readonly [string, string]
  /** The mention with the second value. */
  readonly span: Span
}

interface Document {
  readonly citations: Citation[]
  readonly isLaw: boolean
}

/**
 * Finds the documents a text cites.
 *
 * @param text a document, NFC
 * @param own the code of the document itself, which it does not cite; null when it has none
 * @example findReferences('theo Nghị quyết số 57-NQ/TW ngày 22/12/2024').list[0]?.date // '2024-12-22'
 */
export function findReferences(text: string, own: string | null = null): References {
  const documents = join(findCitations(text), own)
  const list: Reference[] = []
  const conflicts: ReferenceConflict[] = []
  const starts: number[] = []
  const keys: string[] = []
  const taken = new Set<string>()
  for (const document of documents) {
    const reference = toReference(document, taken)
    list.push(reference)
    collectConflicts(document, reference.key, conflicts)
  }
  const mentions = list.flatMap(({ key, mentions }) => mentions.map(([start]) => ({ key, start })))
  mentions.sort((a, b) => a.start - b.start)
  for (const { key, start } of mentions) {
    starts.push(start)
    keys.push(key)
  }
  return { list, conflicts, keysIn: (span) => keysBetween(starts, keys, span) }
}

function keysBetween(starts: readonly number[], keys: readonly string[], [from, to]: Span): string[] {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! < from) low = middle + 1
    else high = middle
  }
  const found = new Set<string>()
  for (let i = low; i < starts.length && starts[i]! < to; i++) found.add(keys[i]!)
  return [...found]
}

function join(citations: readonly Citation[], own: string | null): Document[] {
  const ownKey = own === null ? null : codeKey(own)
  const documents: Document[] = []
  const byCode = new Map<string, Document>()
  const byNumber = new Map<string, Document>()
  const byName = new Map<string, Document[]>()
  const add = (citation: Citation): Document => {
    const document = { citations: [citation], isLaw: citation.isLaw }
    documents.push(document)
    return document
  }
  const shorts: Citation[] = []
  for (const citation of citations) {
    const { code } = citation
    if (code === null) continue
    if (citation.isShort) {
      shorts.push(citation)
      continue
    }
    const key = codeKey(code)
    if (key === ownKey) continue
    const known = byCode.get(key)
    if (known !== undefined) known.citations.push(citation)
    else {
      const document = add(citation)
      byCode.set(key, document)
      const number = `${citation.kind} ${key.split(/[-/]/u, 1)[0]}`
      if (!byNumber.has(number)) byNumber.set(number, document)
    }
    if (citation.isLaw && citation.title !== null) note(byName, nameKey(citation), byCode.get(key)!)
  }
  for (const citation of shorts) {
    const number = `${citation.kind} ${codeKey(citation.code!)}`
    const known = byNumber.get(number)
    if (known !== undefined && isSameDate(known, citation)) known.citations.push(citation)
    else {
      const document = add(citation)
      if (known === undefined) byNumber.set(number, document)
    }
  }
  for (const citation of citations) {
    if (citation.code !== null) continue
    const key = nameKey(citation)
    const known = lawsOf(byName, key)?.find((document) => isSameDate(document, citation))
    if (known !== undefined) known.citations.push(citation)
    else note(byName, key, add(citation))
  }
  for (const { citations: mentions } of documents) mentions.sort((a, b) => a.start - b.start)
  return documents.sort((a, b) => a.citations[0]!.start - b.citations[0]!.start)
}

function note(map: Map<string, Document[]>, key: string, document: Document): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [document])
  else if (!list.includes(document)) list.push(document)
}

/** Laws of a name, misprints of it let pass: Luật Địa chất và koáng sản. */
function lawsOf(byName: ReadonlyMap<string, Document[]>, key: string): Document[] | undefined {
  const exact = byName.get(key)
  if (exact !== undefined || key.length < NAME_LENGTH_MIN || byName.size > NAMES_MAX) return exact
  for (const [name, documents] of byName) {
    if (Math.abs(name.length - key.length) <= 1 && distance(name, key) === 1) return documents
  }
  return undefined
}

/** Shorter names may differ by a letter and be two. */
const NAME_LENGTH_MIN = 16
/** More laws than that are a list of laws, not a document that cites them. */
const NAMES_MAX = 200

function nameKey({ kind, title }: Citation): string {
  return `${kind} ${title ?? ''}`
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
}

/** Laws of one name and of two years are two laws, as are documents of one number and two dates. */
function isSameDate({ citations }: Document, { date }: Citation): boolean {
  if (date === null) return true
  return citations.every((other) => other.date === null || agree(other.date, date))
}

function toReference({ citations, isLaw }: Document, taken: Set<string>): Reference {
  const first = citations[0]!
  const coded = citations.filter(({ code, isShort }) => code !== null && !isShort)
  const code = mixed(coded.map((citation) => citation.code!)) ?? first.code
  const kind = citations.find((citation) => citation.kind !== null)?.kind ?? null
  const title = isLaw ? lawTitle(citations) : chooseTitle(citations, code)
  const date = longest(citations.map((citation) => citation.date))
  return {
    key: uniqueKey(code ?? `${kind ?? ''} ${title ?? ''}`.trim(), kind, date, taken),
    kind,
    code,
    date,
    issuer: mixed(citations.map(({ issuer }) => issuer).filter((issuer) => issuer !== null)) ?? null,
    title,
    mentions: citations.map(({ start, mentionEnd }): Span => [start, mentionEnd]),
  }
}

function uniqueKey(base: string, kind: DocKind | null, date: PartialDate | null, taken: Set<string>): string {
  let key = base === '' ? (kind ?? 'document') : base
  if (taken.has(key) && date !== null) key = `${key} (${date})`
  const plain = key
  for (let n = 2; taken.has(key); n++) key = `${plain} ~${n}`
  taken.add(key)
  return key
}

/** The first that is not in capitals throughout, else the first. */
function mixed(values: readonly string[]): string | undefined {
  return values.find((value) => /\p{Ll}/u.test(value)) ?? values[0]
}

/** The most complete date, of equals the first. */
function longest(dates: readonly (PartialDate | null)[]): PartialDate | null {
  let best: PartialDate | null = null
  for (const date of dates) if (date !== null && (best === null || date.length > best.length)) best = date
  return best
}

/** The name as it is printed most often. */
function lawTitle(citations: readonly Citation[]): string | null {
  const counts = new Map<string, number>()
  for (const { title } of citations) if (title !== null) counts.set(title, (counts.get(title) ?? 0) + 1)
  let best: string | null = null
  for (const [title, count] of counts) if (best === null || count > counts.get(best)!) best = title
  return best
}

/** Words that end the title of a citation when they belong to the document or sentence around it. */
const OUTER = /^(?:trên địa|năm \d|giai đoạn|đến năm|tại|trong)(?!\p{L})/u
/** Documents for the whole country say nothing of one province. */
const CENTRAL = /(?:\/TW|\/NQ-CP|[-/]TTg)$/u
const LOCAL =
  /\s+trên địa bàn\s+(?:tỉnh|thành phố|huyện|xã|phường|quận|thị xã|đặc khu|toàn tỉnh)(?!\p{L}).*$/u

/** The first title; where other mentions show that its end belongs to the sentence around, without that end. */
function chooseTitle(citations: readonly Citation[], code: string | null): string | null {
  const titles = new Set<string>()
  for (const { title } of citations) if (title !== null) titles.add(title)
  if (titles.size < 2) return local([...titles][0] ?? null, code)
  const first =
    [...titles].find((title) => !isAllCapitals(title.replace(/[^\p{L}]+/gu, ''))) ?? [...titles][0]!
  const pieces = [...first.matchAll(/[\p{L}\p{M}\d]+/gu)]
  const words = pieces.map((piece) => piece[0].toLowerCase())
  let end = words.length
  for (const title of titles) {
    const shared = sharedLength(words, fold(title).split(' '))
    // All of it, or hardly any.
    if (shared >= end || shared < 6) continue
    for (let i = shared; i > Math.max(4, shared - 4); i--) {
      if (OUTER.test(`${words[i]} ${words[i + 1] ?? ''}`)) end = Math.min(end, i)
    }
  }
  const last = pieces[end - 1]
  const cut = end === words.length || last === undefined ? first : first.slice(0, last.index + last[0].length)
  return local(cut, code)
}

function local(title: string | null, code: string | null): string | null {
  return title !== null && code !== null && CENTRAL.test(code) ? title.replace(LOCAL, '') : title
}

function sharedLength(a: readonly string[], b: readonly string[]): number {
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  return i
}

function fold(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
}

function collectConflicts({ citations }: Document, key: string, out: ReferenceConflict[]): void {
  const date = firstTwo(
    citations,
    (citation) => citation.date,
    (a, b) => !agree(a, b),
  )
  if (date !== null) out.push({ key, field: 'date', ...date })
  const issuer = firstTwo(citations, (citation) => citation.issuer, areTwoIssuers)
  if (issuer !== null) out.push({ key, field: 'issuer', ...issuer })
}

/** The first value, and the first that contradicts it. */
function firstTwo(
  citations: readonly Citation[],
  read: (citation: Citation) => string | null,
  areTwo: (a: string, b: string) => boolean,
): Pick<ReferenceConflict, 'values' | 'span'> | null {
  let first: string | null = null
  for (const citation of citations) {
    const value = read(citation)
    if (value === null || value === first) continue
    if (first === null) first = value
    else if (areTwo(first, value)) return { values: [first, value], span: [citation.start, citation.end] }
  }
  return null
}
