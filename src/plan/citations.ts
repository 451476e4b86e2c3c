/**
 * Every citation of a text, one by one: a single scan for what codes and laws cannot be without, each hit read back
 * and on from there.
 *
 * ```text
 * > | Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về …; Luật Đầu tư; Kế hoạch số 192
 *                               ^                                            ~~~~              ~~
 * ```
 */

import { type CitedCode, isKnownBody, readCodeAt } from './citation-code.ts'
import { type CitationTail, readTail } from './citation-tail.ts'
import { type DocKind, kindOfName } from './document-kinds.ts'
import { readKindBefore } from './kind-before.ts'
import { type CitedLaw, readLawAt } from './law-citation.ts'

/** One place where a document is cited. */
export interface Citation extends CitationTail {
  /** From the kind to the code, or to the end of a law's name. */
  readonly start: number
  readonly mentionEnd: number
  readonly kind: DocKind | null
  /** Normal form; a bare number (`57`) where no symbol is printed; null for laws cited by name. */
  readonly code: string | null
  /** The code is a number alone. */
  readonly isShort: boolean
  /** The title of a law is its name. */
  readonly isLaw: boolean
}

const ANCHOR =
  /\/|[sS]ố\s+(?=[\dA-ZĐ])|SỐ\s+(?=[\dA-ZĐ])|Luật\s|LUẬT\s|[Bb]ộ luật\s|Bộ Luật\s|Hiến pháp|Pháp lệnh\s|(?:Nghị quyết|Nghị định|Chỉ thị|Thông tư|Kết luận)\s\d|QCVN|TCVN/gu
const SO_NUMBER = /\s*(?:số\s+)?(?=[\p{Lu}\d])([\p{L}\d][\p{L}\d./&–-]{0,40})/uy
const BARE = /^\d{1,5}[a-z]?$/u
const STANDARD = /(?:QCVN|TCVN)\s?(?:\d[\d:.\p{L}-]*)(?:\/\p{Lu}+)?/uy
const SHORT =
  /(\d{1,4})(?![\d/%.,\p{L}-]|\s*[-–/%]|\s+(?:năm|ngày|tháng|người|tỷ|triệu|đồng|nội|điểm|mục|nhiệm|chương|loại|nhóm|trang|là|phần))/uy
const NO_CITATION =
  /^(?:hợp đồng|biên bản|giấy mời|dự án|phiếu gửi|phiếu chuyển|phiếu báo|quy hoạch|điều lệ|giấy giới thiệu|phương án|luật|thư công)$/iu

/**
 * Finds all citations, in order.
 *
 * @param text a document, NFC
 */
export function findCitations(text: string): Citation[] {
  const found: Citation[] = []
  let read = 0
  let noTailBefore = 0
  ANCHOR.lastIndex = 0
  for (let match = ANCHOR.exec(text); match !== null; match = ANCHOR.exec(text)) {
    const at = match.index
    const next = ANCHOR.lastIndex
    if (at >= read) {
      const citation = readAt(text, at, match[0], at < noTailBefore)
      if (citation !== null) {
        found.push(withListKind(text, citation.citation, found.at(-1)))
        read = citation.citation.mentionEnd
        if (citation.law?.isAmending) {
          read = at + match[0].length
          noTailBefore = citation.citation.end
        }
      }
    }
    ANCHOR.lastIndex = Math.max(next, read)
  }
  return found
}

/** `Công văn số 1/UBND-KT ngày …, số 2/UBND-KT`: the kind is said once for a list. */
function withListKind(text: string, citation: Citation, before: Citation | undefined): Citation {
  if (citation.kind !== null || citation.code === null || before === undefined) return citation
  const gap = citation.start - before.end
  if (gap < 0 || gap > LIST_GAP_MAX || !LIST_GAP.test(text.slice(before.end, citation.start))) return citation
  return { ...citation, kind: before.kind }
}

const LIST_GAP = /^\s*(?:[,;]|và|[,;]\s*và)\s*$/u
const LIST_GAP_MAX = 12

interface Found {
  readonly citation: Citation
  readonly law?: CitedLaw
}

const NO_TAIL: Omit<CitationTail, 'end'> = { date: null, issuer: null, title: null }

function readAt(text: string, at: number, anchor: string, isInsideName: boolean): Found | null {
  switch (anchor[0]) {
    case '/': {
      const code = readCodeAt(text, at)
      return code === null ? null : ofCode(text, code)
    }
    case 's':
    case 'S':
      return ofNumber(text, at, at + 2)
    case 'Q':
    case 'T':
      if (anchor !== 'QCVN' && anchor !== 'TCVN') break
      return ofStandard(text, at)
    case 'N':
    case 'C':
    case 'K':
      break
    default: {
      const law = readLawAt(text, at)
      if (law === null) return null
      return { citation: ofLaw(law, isInsideName), law }
    }
  }
  return ofShort(text, at, anchor)
}

function ofCode(text: string, code: CitedCode): Found | null {
  const before = readKindBefore(text, code.start)
  if (before.isHead) return null
  if (
    !(before.isAdjacent || before.kind !== null || before.hasSo) &&
    !(code.hasType && /[-/].*[-/]/u.test(code.code))
  )
    return null
  const isLetter = before.kind === LETTER && /^văn/iu.test(text.slice(before.start, before.start + 3))
  const kind =
    before.isAdjacent && !isLetter
      ? before.kind
      : (code.kind ?? before.kind ?? (isLetterCode(code) ? LETTER : null))
  const tail = readTail(text, code.end)
  return {
    citation: {
      ...tail,
      start: before.start,
      mentionEnd: code.end,
      kind,
      code: code.code,
      isShort: false,
      isLaw: kind === 'Luật' || kind === 'Bộ luật',
    },
  }
}

const LETTER: DocKind = 'Công văn'

/** `164/SNNMT-KS`: no kind, but the body and its unit, as letters are numbered. */
function isLetterCode({ code, hasType }: CitedCode): boolean {
  const body = /^\d+[a-z]?\/(\p{Lu}[^-/]*)-/u.exec(code)?.[1]
  return !hasType && body !== undefined && isKnownBody(body)
}

/** `Kế hoạch số 192`, `Văn bản số YBB-SA032/26-LR`: what no grammar reads is taken as printed. */
function ofNumber(text: string, at: number, behind: number): Found | null {
  SO_NUMBER.lastIndex = behind
  const match = SO_NUMBER.exec(text)
  if (match === null) return null
  const token = match[1]!.replace(/[/.–-]+$/u, '')
  if (!/\d/u.test(token) || /^\d+(?:[.,]\d{3})+$/u.test(token)) return null
  const start = SO_NUMBER.lastIndex - match[1]!.length
  const slash = text.indexOf('/', start)
  // A code that the grammar reads is read at its slash.
  if (slash > 0 && slash - start < 16 && readCodeAt(text, slash)?.start === start) return null
  const isBare = BARE.test(token)
  if (isBare && /^\s{0,3}[-–]\s{0,3}\p{Lu}/u.test(text.slice(start + token.length, start + token.length + 8)))
    return null
  const before = readKindBefore(text, start)
  if (before.isHead || before.kind === null || !before.isAdjacent) return null
  const printed = text.slice(before.start, at).trim()
  if (isBare && (NO_CITATION.test(printed) || !/^\p{Lu}/u.test(printed))) return null
  if (!isBare && !/[-/]/u.test(token)) return null
  const end = start + token.length
  const tail = readTail(text, end)
  return {
    citation: {
      ...tail,
      start: before.start,
      mentionEnd: end,
      kind: before.kind,
      code: token.replaceAll('–', '-').normalize('NFC'),
      isShort: isBare,
      isLaw: false,
    },
  }
}

/** `Nghị quyết 57`: a number alone behind a kind that is written with a capital. */
function ofShort(text: string, at: number, anchor: string): Found | null {
  const start = at + anchor.length - 1
  SHORT.lastIndex = start
  const match = SHORT.exec(text)
  const kind = kindOfName(anchor.slice(0, -1))
  if (match === null || kind === null) return null
  const end = SHORT.lastIndex
  const tail = readTail(text, end)
  return {
    citation: { ...tail, start: at, mentionEnd: end, kind, code: match[1]!, isShort: true, isLaw: false },
  }
}

/** `QCVN 05A:2020/BCT`: standards have no kind of their own. */
function ofStandard(text: string, at: number): Found | null {
  STANDARD.lastIndex = at
  const match = STANDARD.exec(text)
  if (match === null) return null
  const code = match[0].replace(/\s+/u, ' ').replace(/[.:-]+$/u, '')
  const end = at + match[0].length
  return {
    citation: { ...NO_TAIL, end, start: at, mentionEnd: end, kind: null, code, isShort: false, isLaw: false },
  }
}

function ofLaw(law: CitedLaw, isInsideName: boolean): Citation {
  const tail = isInsideName ? { ...NO_TAIL, end: law.end } : law.tail
  return {
    date: tail.date,
    issuer: null,
    title: law.title,
    end: tail.end,
    start: law.start,
    mentionEnd: law.code?.end ?? law.end,
    kind: law.kind,
    code: isInsideName ? null : (law.code?.code ?? null),
    isShort: false,
    isLaw: true,
  }
}
