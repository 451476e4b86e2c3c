// The kind printed before a code: "Nghị quyết số", "Báo cáo thẩm định bổ sung số", "văn bản".
import { type DocKind, kindOfName } from './document-kinds.ts'

/** The words before a code. */
export interface KindBefore {
  /** Offset of the kind, or of "số", or of the code itself. */
  readonly start: number
  readonly kind: DocKind | null
  /** The name stands right before the code. */
  readonly isAdjacent: boolean
  /** "số" stands before the code. */
  readonly hasSo: boolean
  /** "Số:" opens the head of a document, or a form's name: no citation. */
  readonly isHead: boolean
}

const BACK_MAX = 160
const MODIFIERS_MAX = 9
const SO = /(?<!\p{L})(số|Số|SỐ)(\s*[:.])?\s*$/u
const LAST_WORDS = /\p{L}[\p{L}\p{M}]*(?:\s+\p{L}[\p{L}\p{M}]*){0,3}\s*$/u
const CLAUSE = /(?:[;.:()“”"]|\n\s*[-+*]|\n\s*\n)/u
const FORM = /(?<!\p{L})(?:mẫu|biểu|phụ lục|bảng|hình|phiếu|tờ khai|tài khoản|mã|đường|quốc lộ|tk)\s*$/iu

/** Reads the words before an offset. */
export function readKindBefore(text: string, at: number): KindBefore {
  const from = Math.max(0, at - BACK_MAX)
  let back = text.slice(from, at)
  const so = SO.exec(back)
  const hasSo = so !== null
  if (hasSo) back = back.slice(0, so.index)
  let soStart = hasSo ? from + back.length : at
  // "Luật Công nghiệp công nghệ số số 71/2025/QH15" keeps its first "số".
  const adjacent = lastKind(back)
  if (adjacent !== null) {
    return { start: from + adjacent.index, kind: adjacent.kind, isAdjacent: true, hasSo, isHead: false }
  }
  if (hasSo && so[2] !== undefined && /(?:^|\n|\||\s{3}|\t)\s*$/u.test(back)) {
    return { start: soStart, kind: null, isAdjacent: false, hasSo, isHead: true }
  }
  if (FORM.test(back)) return { start: soStart, kind: null, isAdjacent: false, hasSo, isHead: true }
  if (hasSo) {
    const far = farKind(back)
    if (far !== null)
      return { start: from + far.index, kind: far.kind, isAdjacent: false, hasSo, isHead: false }
  } else {
    soStart = at
  }
  return { start: soStart, kind: null, isAdjacent: false, hasSo, isHead: false }
}

interface Found {
  readonly kind: DocKind
  readonly index: number
}

/** The longest name of a kind at the end. */
function lastKind(back: string): Found | null {
  const match = LAST_WORDS.exec(back)
  if (match === null) return null
  const words = match[0].trimEnd()
  for (let at = 0; at >= 0; ) {
    const kind = namedKind(words.slice(at))
    if (kind !== null) return { kind, index: match.index + at }
    const space = words.slice(at).search(/\s/u)
    if (space < 0) return null
    at += space + (/\S/u.exec(words.slice(at + space))?.index ?? 0)
  }
  return null
}

/** Kinds by their names, and the word for all of them that offices use for letters. */
function namedKind(name: string): DocKind | null {
  const lower = name.toLowerCase().replace(/\s+/gu, ' ')
  if (lower === 'văn bản') return 'Công văn'
  if (lower === 'thông báo kết luận') return 'Thông báo'
  if (lower === 'lệnh' && name !== 'Lệnh') return null
  return kindOfName(name)
}

/** A kind some words before: "Báo cáo thẩm định bổ sung số 217/BC-BQL". It begins with a capital. */
function farKind(back: string): Found | null {
  const pieces = [...back.matchAll(/\p{L}[\p{L}\p{M}]*/gu)]
  const first = Math.max(0, pieces.length - MODIFIERS_MAX - 2)
  for (let i = pieces.length - 2; i >= first; i--) {
    const word = pieces[i]!
    if (CLAUSE.test(back.slice(word.index))) return null
    const next = pieces[i + 1]!
    if (!/^\p{Lu}/u.test(word[0])) continue
    const kind = kindOfName(`${word[0]} ${next[0]}`) ?? (word[0] === 'Luật' ? 'Luật' : null)
    if (kind !== null) return { kind, index: word.index }
  }
  return null
}
