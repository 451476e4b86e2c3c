// The foot: recipients on the left, signature on the right, in two columns, line by line in turn, or one below the other.
import { hasEndMark } from './closing.ts'
import { cutAt, keyOf, printOf, splitAtGaps } from './columns.ts'
import { isCapitals } from './letters.ts'
import { type Line, oneSpaced } from './lines.ts'
import type { CaseSource } from './official-case.ts'
import type { PlaceList } from './places.ts'
import { type RecipientPiece, type Recipients, readRecipients } from './recipients.ts'
import type { Signatory } from './schema.ts'
import { readSignatures, splitSignature } from './signature.ts'
import { isPosition, isPositionKey, isSignatureNoise, nameOf, opensSignature } from './signature-line.ts'

/** What the foot says. */
export interface Foot extends Recipients {
  readonly signatories: readonly Signatory[]
  /** `Nơi nhận` is printed. */
  readonly opened: boolean
  /** Index of the first line behind the foot. */
  readonly next: number
}

const OPENER = /^[|*\s]*n[oơ]i\s+nh[aâậ]n\s*[:.;]?\s*/iu
/** A line of two columns is no longer than this. */
const LENGTH_MAX = 400
/** Within so many lines behind `./.` recipients or a signature follow. */
const NEAR = 30

/** Before a name: what OCR made of the edge of a seal. */
const QUOTES = /^["“”„‘’'`*^.,:;_~|\\]+\s?/u
/** What is longer is no rest of a seal. */
const SHORT_MAX = 40

/** Whether a line opens the recipients. */
export function isRecipientsOpener(text: string): boolean {
  const first = text.charCodeAt(0)
  return (
    (first === 78 || first === 110 || first === 124 || first === 42) &&
    OPENER.test(text) &&
    !/^[|*\s]*n[oơ]i\s+nh[aâậ]n\s+\p{Ll}/u.test(text)
  )
}

/** Index of the first line of the foot from `from` on; `lines.length` when there is none. */
export function findFoot(lines: readonly Line[], from: number): number {
  for (let i = from; i < lines.length; i++) {
    const { text } = lines[i]!
    if (isRecipientsOpener(text)) return i
    const first = text.charCodeAt(0)
    // T K Q: codes of authority.
    if (
      (first === 84 || first === 75 || first === 81) &&
      text.length < 160 &&
      opensSignature(oneSpaced(text))
    )
      return i
    if (i > from && hasEndMark(lines[i - 1]!.text) && isFootNear(lines, i)) return i
    if (i > from && text.length < 90 && isCapitals(text) && isSignedOffice(lines, i)) return i
  }
  return lines.length
}

function isFootNear(lines: readonly Line[], index: number): boolean {
  for (let i = index; i < lines.length && i < index + NEAR; i++) {
    const text = oneSpaced(lines[i]!.text)
    if (isRecipientsOpener(text) || opensSignature(text)) return true
    // Beside what OCR left of `Nơi nhận:` the office may stand alone in the right column.
    if (lines[i]!.text.split(/\s{3,}/u).some((part) => isCapitals(part) && isPosition(oneSpaced(part))))
      return true
  }
  return false
}

/** A name follows at most so many lines below what a seal left of the office. */
const NAME_NEAR = 5

/** Whether a signature that has no name yet goes on below specks and misread words: `KT. BỘ TRƯỞNG`, `: THỊ TRƯỜNG`. */
function isNameNear(lines: readonly Line[], from: number, limit: number): boolean {
  for (let i = from; i < limit && i < from + NAME_NEAR; i++) {
    const text = oneSpaced(lines[i]!.text)
    if (nameOf(text.replace(/^\P{L}+/u, ''), true) !== null) return !isCapitals(text)
    if (text.length > SHORT_MAX || /[.;]$/u.test(text) || /^[-–—+•*]\s?\p{L}/u.test(text)) return false
  }
  return false
}

/** A position in capitals with a person's name, or the end, close below. */
function isSignedOffice(lines: readonly Line[], index: number): boolean {
  if (!isPosition(oneSpaced(lines[index]!.text)))
    return lines.length - index === 1 && isLastOffice(lines, index)
  for (let i = index + 1; i < lines.length && i < index + 5; i++) {
    const text = oneSpaced(lines[i]!.text)
    if (nameOf(text, true) !== null || isRecipientsOpener(text) || isSignatureNoise(text)) return true
  }
  return index >= lines.length - 2
}

/** The last line of all, in capitals behind air: the body that signs without a name. */
function isLastOffice(lines: readonly Line[], index: number): boolean {
  return lines[index]!.gap > 0 && /^(?:THƯỜNG TRỰC|BAN|ỦY BAN|HỘI ĐỒNG|SỞ|BỘ)\s/u.test(lines[index]!.text)
}

/** The first line from `from` on that belongs to one of the columns of a foot; `from` itself when none does. */
export function firstOfFoot(text: string, lines: readonly Line[], from: number, limit: number): number {
  for (let i = from; i < limit && i < from + NEAR; i++) {
    if (footPieces(text, lines[i]!, false).some((piece) => kindOf(piece, false) !== 'other')) return i
  }
  return from
}

type Kind = 'opener' | 'signature' | 'name' | 'item' | 'other'

/** Reads the foot from the line found by {@link findFoot}, up to `limit`. */
export function readFoot(
  text: string,
  lines: readonly Line[],
  from: number,
  limit: number,
  source: CaseSource,
  places: PlaceList,
): Foot {
  const left: RecipientPiece[] = []
  const right: Line[] = []
  let opened = false
  let archived = false
  let named = false
  let sideBySide = false
  let row = from
  for (; row < limit; row++) {
    const pieces = footPieces(text, lines[row]!, opened)
    const kinds = pieces.map((piece) => kindOf(piece, opened && !archived))
    if (kinds.every((kind) => kind === 'other')) {
      // The rest of a seal between office and name is neither.
      if (right.length > 0 && !named && archived && isNameNear(lines, row, limit)) continue
      if (isBehind(lines[row]!, lines[row - 1], { opened, archived, named, left })) break
    }
    pieces.forEach((piece, k) => {
      const kind = kinds[k]!
      if (kind === 'opener') {
        opened = true
        const length = OPENER.exec(printOf(text, piece))?.[0].length ?? 0
        const [opener, rest] = cutAt(text, piece, [length])
        if (opener !== undefined) places.claim('recipients', opener.start, opener.end)
        if (rest !== undefined) for (const item of splitItems(text, rest)) addItem(item)
      } else if (kind === 'signature' || kind === 'name') {
        for (const part of splitSignature(text, piece)) right.push(part)
        sideBySide ||= kinds.filter((other) => other === 'signature' || other === 'name').length > 1
        named ||= right.length > 0 && nameOf(right[right.length - 1]!.text, false) !== null
      } else if (kind === 'item' || left.length > 0 || (opened && !isCapitals(piece.text))) {
        for (const item of splitItems(text, piece)) addItem(item)
      } else if (right.length > 0 || isCapitals(piece.text)) right.push(piece)
    })
  }
  const recipients = readRecipients(left, places)
  const signed = sideBySide ? byColumn(right, lines) : right
  return { ...recipients, signatories: readSignatures(signed, source, places), opened, next: row }

  function addItem(line: Line): void {
    left.push({ line, row })
    archived ||= /^[-–—+•*\s]*L[ưu]u(?:\s*[:.;]|\s+\p{Lu})/u.test(line.text)
  }
}

/** Signatures side by side, read line by line: those of the left column, then those of the right. */
function byColumn(pieces: readonly Line[], lines: readonly Line[]): Line[] {
  const columns = pieces.map((piece) => {
    const line = lines.find(({ start, end }) => start <= piece.start && piece.end <= end) ?? piece
    return { piece, at: line.indent + piece.start - line.start }
  })
  const gutter = Math.max(...columns.map(({ at }) => at)) / 2
  return [...columns.filter(({ at }) => at < gutter), ...columns.filter(({ at }) => at >= gutter)].map(
    ({ piece }) => piece,
  )
}

interface State {
  readonly opened: boolean
  readonly archived: boolean
  readonly named: boolean
  readonly left: readonly RecipientPiece[]
}

/** Whether a line of neither column is behind the foot. */
function isBehind(line: Line, above: Line | undefined, state: State): boolean {
  const last = state.left[state.left.length - 1]?.line
  if (last === undefined) return !state.opened
  const open = above !== undefined && last.start >= above.start && last.end <= above.end
  if (state.archived) return line.gap > 0 || /[.)]$/u.test(last.text) || !/^[\p{Ll}(]/u.test(line.text)
  if (state.named && (line.gap > 0 || !open)) return true
  return line.gap > 1 || line.broken
}

function kindOf(piece: Line, listing: boolean): Kind {
  const text = oneSpaced(piece.text)
  if (isRecipientsOpener(text)) return 'opener'
  if (opensSignature(text) || isPosition(text) || isSignatureNoise(text)) {
    return listing && !isCapitals(text) && !opensSignature(text) && !isSignatureNoise(text)
      ? 'other'
      : 'signature'
  }
  if (/^[-–—+•*]\s?\S/u.test(text) || /^L[ưu]u\s*:/u.test(text)) return 'item'
  if (nameOf(text.replace(QUOTES, ''), listing) !== null) return 'name'
  if (
    isCapitals(text) &&
    text.length < 80 &&
    /^(?:TM|KT|TL|TUQ|THƯỜNG TRỰC|ỦY BAN|BAN |HỘI ĐỒNG|SỞ |BỘ |TỈNH |THÀNH PHỐ|PHƯỜNG |XÃ |PHỤ TRÁCH|ĐIỀU HÀNH)/u.test(
      text,
    )
  ) {
    return 'signature'
  }
  return 'other'
}

/** One line of the foot as pieces of its columns. */
function footPieces(text: string, line: Line, opened: boolean): Line[] {
  return splitAtGaps(text, line).flatMap((part) => {
    const at = rightColumnAt(printOf(text, part), opened)
    if (at <= 0) return [part]
    const [leftPart, rightPart] = cutAt(text, part, [at])
    return leftPart === undefined || rightPart === undefined ? [part] : [leftPart, rightPart]
  })
}

const CODE_WITHIN = /(?<=\s)(?:TM|KT|TL|TUQ|T\/M|K\/T|T\/L|T\/UQ)\s?[./]\s*\p{Lu}{2}/u

/** Where the signature's column begins on a line of both columns; -1 when the line is of one. */
function rightColumnAt(raw: string, opened: boolean): number {
  if (raw.length > LENGTH_MAX) return -1
  const code = CODE_WITHIN.exec(raw)
  if (code !== null && code.index > 0) return isCode(raw) ? -1 : code.index
  const listed = opened || OPENER.test(raw) || /^[-–—+•]/u.test(raw)
  if (!listed || !/\p{Ll}/u.test(raw)) return -1
  const key = keyOf(raw)
  if (key === null) return -1
  for (const match of raw.matchAll(/(?<=[;:.,)>\]]\s*)\s(?=\p{Lu}{2})/gu)) {
    const at = match.index + 1
    const rest = raw.slice(at)
    if (!/\p{Ll}/u.test(rest) && isPositionKey(key.slice(at))) return at
  }
  // Without a mark between the columns, capitals at the end that name an office.
  const office = /\s((?:\p{Lu}{2,}\s){1,5}\p{Lu}{2,})$/u.exec(raw)
  if (office !== null && isPositionKey(key.slice(office.index + 1))) return office.index + 1
  const name = /[;,.)]\s+((?:\p{Lu}\p{Ll}{0,6}\s){1,3}\p{Lu}\p{Ll}{1,6})$/u.exec(raw)
  if (name !== null && nameOf(name[1]!, true) !== null && !/L[ưu]u/u.test(raw))
    return raw.length - name[1]!.length
  return -1
}

const isCode = (raw: string): boolean => opensSignature(oneSpaced(raw))

/** Items printed one behind the other: `- A; - B; - Lưu: VT.` */
function splitItems(text: string, line: Line): Line[] {
  const raw = printOf(text, line)
  const cuts: number[] = []
  for (const match of raw.matchAll(/(?<=[;.:)])\s+(?=[-–—+•]\s?(?:\p{Lu}|(?:để|đề|d€)\s))/gu)) {
    const at = match.index + match[0].length
    if (at > 0) cuts.push(at)
  }
  // What a brace left behind a name: `UBND thành phố; — 1`.
  const debris = /;\s+[-–—]*\s*[}>|\])1l]{1,3}$/u.exec(raw)
  if (debris !== null) cuts.push(debris.index + 1)
  return cuts.length === 0 ? [line] : cutAt(text, line, cuts)
}
