// Where the names of units begin and end, and lists of them: "Sở Tài chính, các cơ quan liên quan" – before the verb.
import { onOneLine, skipSpaces } from './breaks.ts'
import { lastOfKnown } from './known-units.ts'
import {
  ACTION_WORDS,
  ACTIONS,
  HEADS,
  NO_PLURALS,
  NO_UNITS,
  NOUN_VERBS,
  PLURALS,
  STATEMENTS,
} from './unit-words.ts'
import { isAllCapitals, isCapitalised, nextWord, type Word, wordAt } from './words.ts'

/** Units read from a text. */
export interface ReadUnits {
  /** The whole list as printed, on one line. */
  readonly name: string
  /** The units apart. */
  readonly names: readonly string[]
  readonly end: number
  /** A verb follows, so that the list is the subject of a sentence. */
  readonly isSubject: boolean
  /** The verb says what to do, not what is or was. */
  readonly isTold: boolean
}

/** Lists of addressees go on for some lines. */
const WORDS_MAX = 120

const PLURAL = /^(?:các|những|mọi|toàn|một)$/u
/** Nouns that go on with a list behind a comma or "và": các sở, ban, ngành và cá nhân. */
const LISTED =
  /^(?:sở|ban|bộ|ngành|phòng|đơn|cơ|tổ|đoàn|doanh|địa|cá|xã|phường|huyện|thị|thành|thôn|đặc|hội|đội|cấp|công|hợp|trường|nhà|báo|truyền|trung|viện|chi|chính|quận|khu|bản|cục|vụ|thủ|hộ|htx|khối|cụm|bệnh|ủy|uỷ|lực|người|đảng|nhân|bưu|ngân|quỹ|đài|trạm|tập|hiệp|liên|mặt|các|những|chủ|tỉnh|khóm|ấp|cán|phát|thể|y|kho|học|hạt)$/u
const SEPARATOR = /\s*(?:[,;]|(?<=\s)[-–](?=\s)|\/|(?<=\s)&)\s*/uy
const COLON = /\s*:\s*(?=\p{Lu})/uy
const TAKES_LIST = /^(?:sở|bộ|phường|xã|huyện|ngành|vị|phố|tỉnh|ban|phòng|quan|khu|quận|hội|trấn|thôn)$/u

/** Whether a unit's name begins at an offset: Sở …, Ủy ban …, các cơ quan …; not Bộ luật, Phòng ngừa, các cơ chế. */
export function isUnitHead(text: string, at: number): boolean {
  const first = wordAt(text, at)
  return first !== null && isHead(text, first)
}

function isHead(text: string, first: Word): boolean {
  if (lastOfKnown(text, first) !== null) return true
  const second = nextWord(text, first.end)
  const pair = second === null ? '' : `${first.lower} ${second.lower}`
  if (PLURAL.test(first.lower)) {
    if (second === null) return false
    const third = nextWord(text, second.end)
    if (first.lower === 'toàn') return second.lower === 'thể' && third !== null && PLURALS.has(third.lower)
    if (first.lower === 'một') return second.lower === 'số' && third !== null && isPlural(text, third)
    return isPlural(text, second)
  }
  if (!HEADS.has(first.lower) && !HEADS.has(pair)) return false
  if (second === null) return first.lower.length > 3 || isAllCapitals(first.text)
  if (NO_UNITS.has(pair)) return false
  const third = nextWord(text, second.end)
  if (third === null) return true
  if (NO_UNITS.has(`${pair} ${third.lower}`)) return false
  // "Tổ chức nghiên cứu, phổ biến": the verb.
  return pair !== 'tổ chức' || BODIES.test(third.lower)
}

const BODIES = /^(?:chính|đoàn|đảng|cá|kinh|xã|khoa|tín|phi|quốc|hội|có|liên|thuộc|nhà)$/u

function isPlural(text: string, word: Word): boolean {
  if (!PLURALS.has(word.lower)) return false
  const next = nextWord(text, word.end)
  if (next === null) return true
  const pair = `${word.lower} ${next.lower}`
  if (NO_PLURALS.has(pair)) return false
  const third = nextWord(text, next.end)
  return third === null || !NO_PLURALS.has(`${pair} ${third.lower}`)
}

/**
 * Reads a unit or a list of units up to the verb they govern.
 *
 * @param at offset of the first word
 * @returns null when no unit's name begins there
 * @example readUnitsAt('Sở Nội vụ và các cơ quan liên quan rà soát', 0)?.names // ['Sở Nội vụ', 'các cơ quan liên quan']
 */
export function readUnitsAt(text: string, at: number): ReadUnits | null {
  const first = wordAt(text, at)
  if (first === null || !isHead(text, first)) return null
  const names: string[] = []
  let partStart = at
  let partFirst: Word = first
  let last: Word = lastOfKnown(text, first) ?? first
  let isSubject = false
  let isTold = false
  const close = () => names.push(onOneLine(text.slice(partStart, last.end)))
  for (let count = 1; count < WORDS_MAX; count++) {
    const step = nextStep(text, last)
    if (step === null) break
    const { word, isSeparated } = step
    if (isVerb(text, word, last)) {
      isSubject = true
      isTold = !STATEMENTS.has(word.lower)
      break
    }
    if (isSeparated && !continuesList(text, word, partFirst)) break
    if (startsPart(text, step, partFirst, last)) {
      close()
      partStart = word.start
      partFirst = word
      last = lastOfKnown(text, word) ?? word
    } else last = word
  }
  close()
  return { name: onOneLine(text.slice(at, last.end)), names, end: last.end, isSubject, isTold }
}

interface Step {
  readonly word: Word
  /** A comma, a dash or "và" stands before the word. */
  readonly isSeparated: boolean
  readonly isDash: boolean
}

/** The next word, over separators. */
function nextStep(text: string, last: Word): Step | null {
  const next = nextWord(text, last.end)
  if (next !== null) {
    if (next.lower !== 'và' && next.lower !== 'cùng') return { word: next, isSeparated: false, isDash: false }
    const behind = nextWord(text, next.end)
    return behind === null ? null : { word: behind, isSeparated: true, isDash: false }
  }
  SEPARATOR.lastIndex = last.end
  if (SEPARATOR.test(text)) {
    const mark = text.slice(last.end, SEPARATOR.lastIndex).trim()
    const start = skipSpaces(text, SEPARATOR.lastIndex)
    const behind = start < 0 ? null : wordAt(text, start)
    if (behind === null) return null
    const isDash = mark === '-' || mark === '–'
    if (behind.lower !== 'và') return { word: behind, isSeparated: true, isDash }
    const word = nextWord(text, behind.end)
    return word === null ? null : { word, isSeparated: true, isDash: false }
  }
  COLON.lastIndex = last.end
  if (!TAKES_LIST.test(last.lower) || !COLON.test(text)) return null
  const behind = wordAt(text, COLON.lastIndex)
  return behind === null || isVerb(text, behind, last)
    ? null
    : { word: behind, isSeparated: false, isDash: false }
}

/** A verb or a turn that goes on with the sentence. */
function isVerb(text: string, word: Word, last: Word): boolean {
  if (isCapitalised(word.text)) return isCapitalVerb(text, word, last)
  if (last.lower === 'được') return false
  const next = nextWord(text, word.end)
  // "đơn vị được giao kế hoạch vốn", "về thành phố".
  if (word.lower === 'lập' && /^(?:công|dân|tư|độc)$/u.test(last.lower)) return false
  if (ACTION_WORDS.has(word.lower)) return next === null || !/^(?:thành|giao|phân)$/u.test(next.lower)
  if (next === null) return false
  const pair = `${word.lower} ${next.lower}`
  if (!ACTIONS.has(pair) || HEADS.has(`${last.lower} ${word.lower}`)) return false
  if (pair === 'tổ chức') return !isNounOrganisation(text, next, last)
  // "cơ quan báo chí, truyền thông", "Hội đồng quản lý".
  if (MEDIA.test(pair)) return !isGeneric(text, last)
  if (goesOnAsName(text, next)) return false
  if (
    last.lower === 'đồng' &&
    NOUN_VERBS.has(pair) &&
    /hội\s+$/iu.test(text.slice(Math.max(0, last.start - 5), last.start))
  )
    return false
  if (!NOUN_VERBS.has(pair) || !isGeneric(text, last)) return true
  // "các cơ quan quản lý nhà nước": a modifier when a noun follows that is no object.
  const behind = nextWord(text, next.end)
  if (pair === 'chủ trì') return behind === null || !PROJECT.test(behind.lower)
  return behind === null ? !isBeforeComma(text, next) : !MODIFIER_END.test(behind.lower)
}

/** `cơ quan chủ trì dự án`: what is in charge of them. */
const PROJECT = /^(?:dự|tiểu|nội|chương|đề)$/u

/** `Ban Dân vận Thành ủy Chỉ đạo, định hướng …`: a sentence joined to its heading. */
function isCapitalVerb(text: string, word: Word, last: Word): boolean {
  if (!/^(?:ủy|uỷ|tỉnh|phố|xã|phường|huyện|ương)$/u.test(last.lower)) return false
  const next = nextWord(text, word.end)
  return next !== null && !isCapitalised(next.text) && ACTIONS.has(`${word.lower} ${next.lower}`)
}

/** `Trung tâm Tư vấn giám sát và Quản lý dự án`: a capital behind "và" goes on with the name. */
function goesOnAsName(text: string, second: Word): boolean {
  const and = nextWord(text, second.end)
  if (and === null || and.lower !== 'và') return false
  const behind = nextWord(text, and.end)
  return behind !== null && isCapitalised(behind.text) && !isHead(text, behind)
}

const MEDIA = /^(?:truyền thông|thông tin)$/u

/** `cơ quan`, `đơn vị`, but not `liên quan`. */
function isGeneric(text: string, last: Word): boolean {
  return (
    GENERIC_END.test(last.lower) && !/liên\s+$/u.test(text.slice(Math.max(0, last.start - 6), last.start))
  )
}

const GENERIC_END = /^(?:quan|vị|nghiệp|ty|chí|lượng|chức)$/u
const MODIFIER_END = /^(?:nhà|có|liên|và|chuyên|kinh|của|thuộc|ngân|trên|vốn|dự|tỉnh|cấp|báo|khoa|đất|rừng)$/u

function isBeforeComma(text: string, word: Word): boolean {
  return text.charCodeAt(word.end) === 0x2c
}

/** `các tổ chức, cá nhân`, `tổ chức chính trị - xã hội`: the noun. */
function isNounOrganisation(text: string, second: Word, last: Word): boolean {
  const third = nextWord(text, second.end)
  const isNamed =
    third === null ||
    /^(?:chính|đoàn|đảng|cá|kinh|xã|khoa|tín|phi|quốc|hội|có|liên|thành|công|hành)$/u.test(third.lower)
  if (PLURAL.test(last.lower)) return true
  if (/^(?:của|thuộc)$/u.test(last.lower)) return isNamed
  return /^(?:vị|quan|nghiệp)$/u.test(last.lower) && text.charCodeAt(last.end) === 0x2c && isNamed
}

/** Whether the list goes on with a word behind a separator. */
function continuesList(text: string, word: Word, partFirst: Word): boolean {
  if (isHead(text, word)) return true
  if (isCapitalised(word.text)) return true
  return LISTED.test(word.lower) && !ACTION_WORDS.has(word.lower) && partFirst !== word
}

function startsPart(text: string, step: Step, partFirst: Word, last: Word): boolean {
  const { word } = step
  if (!isHead(text, word)) return false
  const isGeneric = !isCapitalised(word.text)
  if (!step.isSeparated) {
    // A comma left out: "Phòng Văn hóa - Xã hội các cơ quan liên quan".
    return (
      word.lower === 'các' &&
      /^(?:phòng|sở|trung)$/u.test(partFirst.lower) &&
      last.start > partFirst.start + 6
    )
  }
  if (step.isDash) return false
  // "Văn phòng HĐND và UBND" serves both.
  if (partFirst.lower === 'văn' && isAllCapitals(last.text) && isAllCapitals(word.text)) return false
  // "các sở, ban, ngành": one unit as long as the plural is not said again.
  if (!isGeneric || PLURAL.test(word.lower)) return true
  return (
    !isPluralPart(text, partFirst) || lastElementLength(text, partFirst.start, last.end) > GENERIC_WORDS_MAX
  )
}

/** "các tổ chức chính trị - xã hội xã, công ty": behind so many words the plural is over. */
const GENERIC_WORDS_MAX = 4

/** Words of the last element of a list. */
function lastElementLength(text: string, from: number, to: number): number {
  const part = text.slice(from, to)
  return part
    .slice(part.lastIndexOf(',') + 1)
    .trim()
    .split(/\s+/u).length
}

function isPluralPart(text: string, first: Word): boolean {
  if (PLURAL.test(first.lower)) return true
  const isLow = !isCapitalised(first.text)
  if (isLow) return true
  const next = nextWord(text, first.end)
  const third = next === null ? null : nextWord(text, next.end)
  return next?.lower === 'các' || third?.lower === 'các'
}
