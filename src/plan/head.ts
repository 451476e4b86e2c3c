import type { DocKind } from './document-kinds.ts'
import { kindOfSymbol } from './document-kinds.ts'
import { isRecipientsOpener } from './foot.ts'
import { isBodyName, issuerOf } from './head-issuer.ts'
import type { HeadPart } from './head-line.ts'
import { collectHead, type HeadDraft } from './head-pieces.ts'
import { bareTitle, kindLineOf, titleLength } from './head-title.ts'
import { kindInText, kindOfFormula, kindOfItself } from './kind-in-text.ts'
import { isCapitals } from './letters.ts'
import { joinLines, type Line, oneSpaced } from './lines.ts'
import { type NumberLine, parseNumberLine } from './number-line.ts'
import type { CaseSource } from './official-case.ts'
import { type PlaceDate, parsePlaceDate } from './place-date.ts'
import type { PlaceList } from './places.ts'
import type { Organisation, Span } from './schema.ts'

/** What the head says. */
export interface Head {
  /** The text is an official document, though its kind may not be known. */
  readonly document: boolean
  readonly kind: DocKind | null
  /** No line names the kind: it comes from the symbol, or is a công văn. */
  readonly kindInferred: boolean
  readonly number: NumberLine | null
  readonly numberSpan: Span | null
  readonly placeDate: PlaceDate | null
  readonly dateSpan: Span | null
  readonly issuer: Organisation | null
  readonly title: string | null
  readonly marks: readonly string[]
  readonly to: readonly string[]
  /** Quốc hiệu or the Party's heading is printed. */
  readonly national: boolean
  /** Index of the first line behind the head. */
  readonly next: number
}

/** Reads the head; of a text that has none, all is null and `next` is 0. */
export function readHead(text: string, lines: readonly Line[], source: CaseSource, places: PlaceList): Head {
  const draft = collectHead(text, lines)
  const found = new Map<HeadPart, Line>()
  for (const { part, line } of draft.pieces) if (!found.has(part)) found.set(part, line)
  const numberPiece = numberOf(draft)
  const number = numberPiece === undefined ? null : parseNumberLine(oneSpaced(numberPiece.text))
  const national = found.has('national') || found.has('motto') || found.has('party')
  const anchored =
    numberPiece !== undefined ||
    national ||
    (found.has('to') && (found.has('subject') || lines.some(({ text: line }) => isRecipientsOpener(line))))
  if (draft.kind === null && !anchored) return withoutHead(lines, places)
  const kind =
    draft.kind ??
    kindFromSymbol(number) ??
    kindOfFormula(lines) ??
    (found.has('to') ? 'Công văn' : kindOfItself(lines)) ??
    (found.has('subject') ? 'Công văn' : null)
  const dated = found.get('date')
  const names = bodyNames(draft)
  const title = titleOf(draft)
  claimAll(draft, names, places)
  return {
    document: true,
    kind,
    kindInferred: draft.kind === null && kind !== null,
    number,
    numberSpan: spanOf(numberPiece),
    placeDate: dated === undefined ? null : parsePlaceDate(oneSpaced(dated.text)),
    dateSpan: spanOf(dated),
    issuer: issuerOf(names, source),
    title,
    marks: draft.pieces.filter(({ part }) => part === 'mark').map(({ line }) => oneSpaced(line.text)),
    to: draft.to,
    national,
    next: draft.next,
  }
}

const NONE: Head = {
  document: false,
  kind: null,
  kindInferred: false,
  number: null,
  numberSpan: null,
  placeDate: null,
  dateSpan: null,
  issuer: null,
  title: null,
  marks: [],
  to: [],
  national: false,
  next: 0,
}

/** A text that calls itself a document and has a foot: its head is lost but for the title. */
function withoutHead(lines: readonly Line[], places: PlaceList): Head {
  const kind = kindInText(lines)
  if (kind === null) return NONE
  const title = lines.slice(0, titleLength(lines, 0))
  for (const line of title) places.claim('title', line.start, line.end)
  const joined = bareTitle(joinLines(title))
  return {
    ...NONE,
    document: true,
    kind,
    kindInferred: true,
    title: joined === '' ? null : joined,
    next: title.length,
  }
}

/** The number line with a colon: one without may be part of a name, `ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH SỐ 1050/QĐ-SCT`. */
function numberOf(draft: HeadDraft): Line | undefined {
  const lines = draft.pieces.filter(({ part }) => part === 'number').map(({ line }) => line)
  return lines.find((line) => /^\S+\s?[:;]/u.test(line.text)) ?? lines[0]
}

const spanOf = (line: Line | undefined): Span | null => (line === undefined ? null : [line.start, line.end])

/** A code names its kind (`KH-UBND`, `KH/TU`); that of a công văn names only bodies. */
function kindFromSymbol(number: NumberLine | null): DocKind | null {
  if (number?.symbol == null) return null
  return kindOfSymbol(number.symbol.split(/[-/]/u)[0] ?? '')
}

/** The lines of the left column that name bodies: in capitals, or beginning as bodies do. */
function bodyNames(draft: HeadDraft): Line[] {
  const out: Line[] = []
  let behindKind = false
  let subject = false
  for (const { line, part } of draft.pieces) {
    if (part === 'subject') subject = true
    if (draft.kindRow >= 0 && draft.title.length > 0 && line.start > draft.title[0]!.start) behindKind = true
    if (part !== 'other' || behindKind) continue
    // Portals set the title above the head: then only capitals name the body.
    if (subject && !(isCapitals(line.text) && isBodyName(line.text))) continue
    if (
      draft.kind !== null &&
      kindLineOf(line)?.kind === draft.kind &&
      kindLineOf(line)?.rest === draft.titleRest
    )
      continue
    if (isBodyName(line.text) || (isCapitals(line.text) && isWording(line.text))) out.push(line)
  }
  // Heads are in capitals: beside such lines, small ones are what a portal put above the head.
  const capitals = out.filter((line) => isCapitals(line.text))
  return capitals.some((line) => isBodyName(line.text)) ? capitals : out
}

function titleOf(draft: HeadDraft): string | null {
  const lines = draft.title.length > 0 ? draft.title : subjectLines(draft)
  const rest = draft.titleRest.split(' ').length <= 2 && lines.length > 0 ? '' : draft.titleRest
  const joined = [rest, lines.length > 0 ? joinLines(lines) : ''].filter((part) => part !== '').join(' ')
  const title = bareTitle(joined)
  return title === '' ? null : title
}

/** `V/v …` and the lines it goes on in: those that are no other construct. */
function subjectLines(draft: HeadDraft): Line[] {
  const from = draft.pieces.findIndex(({ part }) => part === 'subject')
  if (from < 0) return []
  return draft.pieces
    .slice(from)
    .filter(({ part, line }) => part === 'subject' || (part === 'other' && !isBodyName(line.text)))
    .map(({ line }) => line)
}

/** Words and blanks, no digits and specks: `2 6 9BCT-ATMT` is no second line of a name. */
function isWording(text: string): boolean {
  return text.replace(/[^\p{L}\s,]/gu, '').length >= text.length * 0.85
}

const PATHS: Readonly<Record<Exclude<HeadPart, 'other'>, string>> = {
  national: 'heading',
  motto: 'heading',
  party: 'heading',
  number: 'number',
  date: 'date',
  subject: 'title',
  to: 'to',
  mark: 'marks',
  attached: 'title',
}

function claimAll(draft: HeadDraft, names: readonly Line[], places: PlaceList): void {
  const issuers = new Set(names)
  const subject = new Set(draft.title.length > 0 ? [] : subjectLines(draft))
  for (const { line, part } of draft.pieces) {
    const path =
      part !== 'other'
        ? PATHS[part]
        : issuers.has(line)
          ? 'issuer.name'
          : subject.has(line)
            ? 'title'
            : draft.kind !== null && kindLineOf(line)?.kind === draft.kind
              ? 'kind'
              : 'heading'
    places.claim(path, line.start, line.end)
  }
  for (const line of draft.title) places.claim('title', line.start, line.end)
}
