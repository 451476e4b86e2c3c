// The kind printed before a code: "Nghị quyết số", "Báo cáo thẩm định bổ sung số", "văn bản".
import { DOC_KIND_NAMES, DOC_KINDS, type DocKind, type DocKindEntry, kindOfName } from './document-kinds.ts'

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
const CLAUSE = /(?:[;.:()“”"]|\n\s*[-+*]|\n\s*\n)/u
const DAMAGED_SO = /\s[sS][ốôóồổỗõòoéèêẽ6]{1,2}[.:]?\s*$/u
const FORM = /(?<!\p{L})(?:mẫu|biểu|phụ lục|bảng|hình|phiếu|tờ khai|tài khoản|mã|đường|quốc lộ|tk)\s*$/iu

/** `số`, `Số:`, `SỐ` at the end. */
function readSo(back: string): { readonly index: number; readonly hasMark: boolean } | null {
  let end = trimmedEnd(back, back.length)
  const mark = back[end - 1]
  const hasMark = mark === ':' || mark === '.'
  if (hasMark) end = trimmedEnd(back, end - 1)
  const index = end - 2
  const word = back.slice(index < 0 ? 0 : index, end)
  if (word !== 'số' && word !== 'Số' && word !== 'SỐ') return null
  return index > 0 && isLetter(back.charCodeAt(index - 1)) ? null : { index, hasMark }
}

function trimmedEnd(text: string, end: number): number {
  let at = end
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) at--
  return at
}

/** Reads the words before an offset. */
export function readKindBefore(text: string, at: number): KindBefore {
  const from = Math.max(0, at - BACK_MAX)
  let back = text.slice(from, at)
  const so = readSo(back)
  const hasSo = so !== null
  if (hasSo) back = back.slice(0, so.index)
  let soStart = hasSo ? from + back.length : at
  // "Luật Công nghiệp công nghệ số số 71/2025/QH15" keeps its first "số".
  const adjacent = lastKind(back)
  if (adjacent !== null) {
    return { start: from + adjacent.index, kind: adjacent.kind, isAdjacent: true, hasSo, isHead: false }
  }
  if (hasSo && so.hasMark && /(?:^|\n|\||\s{3}|\t)\s*$/u.test(back)) {
    return { start: soStart, kind: null, isAdjacent: false, hasSo, isHead: true }
  }
  if (!hasSo) {
    // OCR: "Nghị quyết sé6 57-NQ/TW".
    const damaged = DAMAGED_SO.exec(back)
    const kind = damaged === null ? null : lastKind(back.slice(0, damaged.index))
    if (kind !== null)
      return { start: from + kind.index, kind: kind.kind, isAdjacent: true, hasSo: true, isHead: false }
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
  const end = trimmedEnd(back, back.length)
  let found: Found | null = null
  let at = end
  for (let count = 0; count < NAME_WORDS_MAX; count++) {
    let start = at
    while (start > 0 && isLetter(back.charCodeAt(start - 1))) start--
    if (start === at) break
    if (count === 0 && !LAST_WORDS.has(back.slice(start, at).toLowerCase())) return null
    const kind = namedKind(back.slice(start, end))
    if (kind !== null) found = { kind, index: start }
    at = start
    while (at > 0 && isSpace(back.charCodeAt(at - 1))) at--
    if (at === start) break
  }
  return found
}

const NAME_WORDS_MAX = 4

/** The last words of the names of kinds. */
const LAST_WORDS: ReadonlySet<string> = new Set([
  'bản',
  ...DOC_KIND_NAMES.flatMap((name) => {
    const { aliases }: DocKindEntry = DOC_KINDS[name]
    return [name, ...aliases].map((alias) => alias.toLowerCase().split(' ').at(-1)!)
  }),
  'thoả',
])

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xa0
}

/** Letters of Latin scripts with their marks. */
function isLetter(code: number): boolean {
  if (code < 0xc0) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
  return code < 0x2000 && code !== 0xd7 && code !== 0xf7 && code >= 0xc0 && !(code >= 0x1680 && code < 0x1e00)
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
