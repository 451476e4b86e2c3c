// Who issued a cited document: "của Ủy ban nhân dân thành phố Hải Phòng về …" – where the name ends.
import { onOneLine, skipSpaces } from './breaks.ts'
import { kindOfName } from './document-kinds.ts'
import { lastOfKnown } from './known-units.ts'
import { isUnitHead } from './organisation-name.ts'
import { NAME_ENDS, NAME_PAIRS, NAME_WORDS, TITLE_VERBS } from './title-verbs.ts'
import { ACTIONS } from './unit-words.ts'
import { isAllCapitals, isCapitalised, nextWord, type Word, wordAt } from './words.ts'

/** A name and the offset behind it. */
export interface ReadName {
  readonly name: string
  readonly end: number
}

/** The longest names of offices have about 20 syllables. */
const WORDS_MAX = 24
const DASH = /\s*[-–]\s*(?=\p{Lu})/uy
const COMMA = /,\s+(?=\p{Lu})/uy
/** Lower-case beginnings of names: của liên Bộ, của tỉnh Lào Cai. */
const LOWER_HEAD = /^(?:liên|tỉnh|thành|huyện|quận|xã|phường)$/u

/**
 * Reads the name of an organisation or office from its first word.
 *
 * @param at offset of the first word
 * @returns null when no name begins there
 * @example readIssuerAt('Bộ Chính trị về đột phá', 0) // { name: 'Bộ Chính trị', end: 12 }
 */
export function readIssuerAt(text: string, at: number): ReadName | null {
  const first = wordAt(text, at)
  if (first === null || !(isCapitalised(first.text) || LOWER_HEAD.test(first.text))) return null
  if (endsName(text, first, null)) return null
  let last = lastOfKnown(text, first) ?? first
  for (let count = 1; count < WORDS_MAX; count++) {
    const next = following(text, last)
    if (next === null || endsName(text, next, last)) break
    last = next
  }
  if (last === first && (first.text.length < 3 || !isCapitalised(first.text))) return null
  return { name: onOneLine(text.slice(at, last.end)), end: last.end }
}

/** The next word of the name, over a dash or a comma inside of it. */
function following(text: string, last: Word): Word | null {
  const next = nextWord(text, last.end)
  if (next !== null) return next
  DASH.lastIndex = last.end
  if (DASH.test(text)) return wordAt(text, DASH.lastIndex)
  COMMA.lastIndex = last.end
  if (!COMMA.test(text)) return null
  const behind = wordAt(text, COMMA.lastIndex)
  return behind !== null && isFieldList(text, behind) ? behind : null
}

/** `Thể thao và Du lịch` behind `Bộ Văn hóa,`: fields up to an "và", none of them an office of its own. */
function isFieldList(text: string, first: Word): boolean {
  if (isUnitHead(text, first.start) || startsKind(text, first)) return false
  let word: Word | null = first
  for (let count = 0; word !== null && count < 6; count++) {
    const next: Word | null = nextWord(text, word.end)
    if (next === null) return false
    if (next.lower === 'và') {
      const behind = nextWord(text, next.end)
      return behind !== null && isCapitalised(behind.text) && !isUnitHead(text, behind.start)
    }
    if (NAME_ENDS.has(next.lower)) return false
    word = next
  }
  return false
}

function endsName(text: string, word: Word, last: Word | null): boolean {
  if (/^\d/u.test(word.text)) return last === null || !/^(?:quận|phường|khu|số)$/u.test(last.lower)
  if (
    last !== null &&
    NAME_ENDS.has(word.lower) &&
    !isOfName(text, word) &&
    !(isCapitalised(word.text) && !isAllCapitals(word.text))
  )
    return true
  if (word.lower === 'về') return true
  if (last !== null && word.lower === 'đồng' && nextWord(text, word.end)?.lower === 'thời') return true
  const next = nextWord(text, word.end)
  const pair = next === null ? '' : `${word.lower} ${next.lower}`
  if (isCapitalised(word.text)) {
    if (last === null) return false
    if (next !== null && kindOfName(pair) !== null && !isInsideName(last)) return true
    if (isAllCapitals(word.text)) return isAllCapitals(next?.text ?? '') && TITLE_VERBS.has(pair)
    return CAPITAL_ENDS.test(pair)
  }
  if (last === null) return false
  if (word.lower === 'và') return endsBeforeAnd(text, next)
  if (last.lower !== 'và' && NAME_PAIRS.has(pair) && !isAcronym(last.text)) return false
  if (NAME_PAIRS.has(`${last.lower} ${word.lower}`)) return false
  if (TITLE_VERBS.has(pair) || ACTIONS.has(pair)) return true
  if (NAME_WORDS.has(word.lower)) return false
  return !isCapitalised(last.text) || isAcronym(last.text)
}

/** `Ban chỉ huy`: the first syllable alone would end the name. */
function isOfName(text: string, word: Word): boolean {
  const next = nextWord(text, word.end)
  return next !== null && NAME_PAIRS.has(`${word.lower} ${next.lower}`)
}

/** `Quy định`, `Ban hành` with a needless capital behind the issuer. */
const CAPITAL_ENDS = /^(?:quy định|ban hành|phê duyệt|sửa đổi|công bố|về việc)$/u

/** `Bộ Kế hoạch và Đầu tư`, `Ban Quản lý dự án`: behind these a kind is part of the name. */
function isInsideName(last: Word): boolean {
  return /^(?:bộ|sở|ban|phòng|vụ|cục|và|quản|lý|trung|tâm)$/u.test(last.lower)
}

function endsBeforeAnd(text: string, next: Word | null): boolean {
  if (next === null || !isCapitalised(next.text)) return true
  return isUnitHead(text, next.start) || startsKind(text, next)
}

function startsKind(text: string, word: Word): boolean {
  const next = nextWord(text, word.end)
  return (next !== null && kindOfName(`${word.text} ${next.text}`) !== null) || word.lower === 'luật'
}

function isAcronym(word: string): boolean {
  return word.length >= 2 && isAllCapitals(word)
}

/** Skips `của` and white space; -1 when it does not stand there. */
export function skipOf(text: string, at: number): number {
  const word = nextWord(text, at)
  return word !== null && word.lower === 'của' ? skipSpaces(text, word.end) : -1
}
