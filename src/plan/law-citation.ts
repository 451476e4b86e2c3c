// Laws cited by their names: Luật Tiếp cận thông tin, Bộ luật Dân sự năm 2015, Hiến pháp năm 2013.
import { onOneLine, skipSpaces } from './breaks.ts'
import { type CitedCode, readCodeAt } from './citation-code.ts'
import { type CitationTail, readTail } from './citation-tail.ts'
import { type DocKind, kindOfName } from './document-kinds.ts'
import { lawNameEnd } from './law-names.ts'
import { TITLE_VERBS } from './title-verbs.ts'
import { isCapitalised, nextWord, type Word, wordAt } from './words.ts'

/** A law read from a text. */
export interface CitedLaw {
  readonly start: number
  readonly end: number
  readonly kind: DocKind
  /** Without the kind; null for a law cited by its code alone, and for the Constitution. */
  readonly title: string | null
  readonly code: CitedCode | null
  readonly tail: CitationTail
  /** It amends the laws that its name goes on with: dates behind them are its own. */
  readonly isAmending: boolean
}

const WORDS_MAX = 22
const DRAFT = /(?:dự thảo|dự án|đoàn|ngành|khoa|trường|hội|văn phòng)\s+$/iu
const ENDS =
  /^(?:này|đó|được|đã|có|là|thì|để|theo|trong|tại|khi|do|với|mà|nêu|hiện|còn|không|phải|hoặc|đối|như|thay|khoản|điều|điểm|ngày|năm|số|nhằm|cho|trên|vào|từ|nếu|vẫn|mới|sẽ|cần|và|thuộc|đến|ra|sau|trước|chưa|cũng|gồm|bao|chỉ|trình|nên|chưa|vào|thiếu|phần|bằng)$/u
const AND_ENDS = /^(?:các|những|văn|hướng|luật|nghị|theo|pháp|quy|điều|tổ|một|thực|đảm|bảo|có|bộ)$/u
const AMENDS = /^(?:sửa\s+đổi|bổ\s+sung)/iu
const CODE_NEXT = /\s{0,4}(?:số\s{1,4})?(?:số\s{1,4})?(\d{1,4})\s?(?=\/)/uy
const REVISED = /\s*\((?:sửa đổi)[^)]{0,60}\)/uy

/**
 * Reads a law from its kind's first word.
 *
 * @param at offset of `Luật`, `Bộ luật`, `Pháp lệnh`, `Hiến pháp`
 * @returns null for the science of law, for drafts, and where no name follows
 */
export function readLawAt(text: string, at: number): CitedLaw | null {
  const back = text.slice(Math.max(0, at - 12), at)
  if (DRAFT.test(back)) return null
  const first = wordAt(text, at)
  if (first === null) return null
  const isPair = first.lower !== 'luật'
  const second = isPair ? nextWord(text, first.end) : first
  if (second === null) return null
  const kind = kindOfName(text.slice(at, second.end))
  if (kind === null) return null
  const from = skipSpaces(text, second.end)
  if (kind === 'Hiến pháp') return readConstitution(text, at, second.end)
  if (from < 0) return null
  const code = codeBehind(text, second.end)
  if (code !== null) return made(text, at, kind, null, code, code.end, false)
  const name = readName(text, from)
  if (name === null) return null
  REVISED.lastIndex = name.end
  const end = REVISED.test(text) ? REVISED.lastIndex : name.end
  const title = onOneLine(text.slice(from, name.end))
  return made(text, at, kind, title, codeBehind(text, end), end, name.isAmending)
}

function made(
  text: string,
  start: number,
  kind: DocKind,
  title: string | null,
  code: CitedCode | null,
  nameEnd: number,
  isAmending: boolean,
): CitedLaw {
  const end = code?.end ?? nameEnd
  return { start, end, kind, title, code, tail: readTail(text, end, true), isAmending }
}

function readConstitution(text: string, start: number, end: number): CitedLaw | null {
  const tail = readTail(text, end, true)
  if (tail.date === null && !/^\s+nước\s/u.test(text.slice(end, end + 8))) return null
  return { start, end, kind: 'Hiến pháp', title: null, code: null, tail, isAmending: false }
}

function codeBehind(text: string, at: number): CitedCode | null {
  CODE_NEXT.lastIndex = at
  return CODE_NEXT.test(text) ? readCodeAt(text, CODE_NEXT.lastIndex) : null
}

interface ReadLawName {
  readonly end: number
  readonly isAmending: boolean
}

function readName(text: string, from: number): ReadLawName | null {
  const listed = lawNameEnd(text, from)
  const first = wordAt(text, from)
  if (first === null) return null
  if (AMENDS.test(text.slice(from, from + 12))) return readAmending(text, from)
  if (listed > 0) return { end: listed, isAmending: false }
  if (!isCapitalised(first.text) || first.lower === 'số' || ENDS.test(first.lower)) return null
  let last: Word = first
  for (let count = 1; count < WORDS_MAX && !isAcronym(last); count++) {
    const next = nextWord(text, last.end)
    if (next === null || /^\d/u.test(next.text) || (count > 1 && isVerb(text, next))) break
    if (next.lower === 'và') {
      const behind = nextWord(text, next.end)
      if (behind === null || AND_ENDS.test(behind.lower)) break
    } else if (ENDS.test(next.lower) || startsKind(text, next)) break
    last = next
  }
  // Laws with names of one syllable are listed.
  return last === first && !isAcronym(first) ? null : { end: last.end, isAmending: false }
}

/** `Luật THADS`: nothing follows an abbreviation in a name. */
function isAcronym({ text }: Word): boolean {
  return text.length > 2 && /^[A-ZĐ&]+$/u.test(text)
}

/** The sentence goes on: Luật Dẫn độ quy định …. */
function isVerb(text: string, word: Word): boolean {
  if (isCapitalised(word.text)) return false
  const next = nextWord(text, word.end)
  return next !== null && TITLE_VERBS.has(`${word.lower} ${next.lower}`)
}

function startsKind(text: string, word: Word): boolean {
  if (!isCapitalised(word.text)) return false
  const next = nextWord(text, word.end)
  return word.lower === 'luật' || (next !== null && kindOfName(`${word.text} ${next.text}`) !== null)
}

/** `sửa đổi, bổ sung một số điều của Luật A và Luật B`: to the date, the number or the end of the clause. */
function readAmending(text: string, from: number): ReadLawName | null {
  const limit = Math.min(text.length, from + 500)
  let end = from
  for (let i = from; i < limit; ) {
    const word = wordAt(text, i)
    if (word !== null) {
      const next = nextWord(text, word.end)
      if (word.lower === 'ngày' || (word.lower === 'số' && /^\d/u.test(next?.text ?? ''))) break
      if (word.lower === 'năm' && /^\d{4}/u.test(next?.text ?? '')) break
      if (/^(?:được|đã|này|quy)$/u.test(word.lower) || (word.lower === 'có' && next?.lower === 'hiệu')) break
      if (word.lower !== 'luật' && isCapitalised(word.text) && startsKind(text, word)) break
      end = word.end
      i = word.end
      continue
    }
    const char = text[i]!
    if (char !== ',' && !/\s/u.test(char)) break
    if (char === '\n') {
      const next = skipSpaces(text, i)
      if (next < 0) break
      i = next
    } else i++
  }
  return end === from ? null : { end, isAmending: true }
}
