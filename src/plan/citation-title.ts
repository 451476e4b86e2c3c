// The title of a cited document: from "về", "về việc" or its verb to the end of the clause.
import { onOneLine, skipSpaces } from './breaks.ts'
import { kindOfName } from './document-kinds.ts'
import { isUnitHead, readUnitsAt } from './organisation-name.ts'
import { TITLE_VERBS } from './title-verbs.ts'
import { isCapitalised, nextWord, type Word, wordAt } from './words.ts'

/** A title and the offset behind it. */
export interface ReadTitle {
  readonly title: string
  readonly end: number
}

/** Titles of decrees have up to 80 words. */
const LENGTH_MAX = 900
const ABOUT = /(?:V\/v|v\/v|[Vv]ề\s+việc|VỀ\s+VIỆC|[Vv]ề|VỀ)(?!\p{L})[\s:]*/uy
const OPEN = /["“«]/uy
/** Definitions and remarks in brackets are not part of a title; other brackets are. */
const REMARK =
  /\((?:sau đây|dưới đây|viết tắt|gọi tắt|gọi là|gọi chung|ban hành|được|đã được|có hiệu lực|kèm|theo|thay thế|nay|bao gồm|gồm|tại|nghị quyết|nghị định|kết luận|chỉ thị|quyết định|thông tư|luật|mục|điều|điểm|khoản)/iuy
const ABBREVIATIONS = /\s*\(\s*[\p{Lu}\d&-]{2,10}(?:\s*,\s*[\p{Lu}\d&-]{2,10})*\s*\)/gu
/** Turns that begin a clause of their own behind a comma. */
const CLAUSE =
  /^(?:trong đó|theo hướng|theo đó|cụ thể|đồng thời|như sau|với những|với các nội|với nội|nhằm|để|căn cứ|trên cơ|bao gồm|gồm|có hiệu|thay thế|nhưng|nay|mà|do đó|qua đó|từ đó|yêu cầu|đến nay|theo quy|theo chỉ|theo tinh|được|đã|hiện nay|do|ngay sau|sau khi|là cơ|là một|góp phần|phấn đấu|bảo đảm đúng|tạo)(?!\p{L})/u
const STOP =
  /^(?:như sau|có hiệu|đã được|được sửa|được ban|ban hành kèm|nêu trên|nói trên|trên đây|tại điều|đến các|đến toàn|để triển|để thực|để tổ|đảm bảo đúng|bảo đảm đúng|cụ thể|trong khi|nên nghị|đã xác|đã quy|đã qui|đã nêu|đã ban|đã chỉ|cũng quy|cũng qui|đưa ra|một lần|với mục)$/u
/** Behind "và" these lead on to other things than the document. */
const OTHERS =
  /^(?:các (?:quy định|văn bản|nội dung liên|hướng dẫn|kế hoạch|chỉ đạo|nghị quyết|quyết định|pháp)|những quy|quy định khác|văn bản|pháp luật|các)$/u
/** A title that begins so may go on to a second document. */
const CARRIES =
  /^(?:thực hiện|triển khai|tuyên truyền|quán triệt|sửa đổi|bãi bỏ|thay thế|tổ chức|học tập|tiếp tục|cụ thể|sơ kết|tổng kết)/iu
const CITATION = /^\s*(?:(?:số|SỐ)\s+\d|\d{1,5}[\s\p{Lu}]{0,3}[-–/])/u
const WORD_BEFORE_STOP = /(?<![\p{L}\d])(?:\p{Lu}{1,2}|TP|Tp|TX|PGS|GS|TS|Th|NXB|v|tr)$/u

/**
 * Reads the title behind code, date and issuer.
 *
 * @param isFull date or issuer were read: then a verb alone begins a title
 * @returns null when none begins there
 */
export function readTitleAt(text: string, at: number, isFull: boolean): ReadTitle | null {
  const start = skipSpaces(text, at)
  if (start < 0) return null
  ABOUT.lastIndex = start
  let from = start
  if (ABOUT.test(text)) from = skipSpaces(text, ABOUT.lastIndex)
  else if (!beginsWithVerb(text, start, isFull)) return null
  if (from < 0) return null
  OPEN.lastIndex = from
  if (OPEN.test(text)) {
    const quoted = readQuoted(text, OPEN.lastIndex)
    if (quoted !== null) return quoted
    from = OPEN.lastIndex
  }
  const end = endOfTitle(text, from)
  const title = clean(text.slice(from, end))
  return title.length < 3 || isVerbAlone(title) ? null : { title, end }
}

/** `Thông tư số … quy định:` – what follows is quoted, no title. */
function isVerbAlone(title: string): boolean {
  return TITLE_VERBS.has(title.toLowerCase())
}

function clean(raw: string): string {
  return onOneLine(raw.replace(ABBREVIATIONS, '').replace(/\*\*/gu, ''))
    .replace(/^về\s+/iu, '')
    .replace(/^["“]|[\s,;:."”]+$/gu, '')
}

/** Verbs that also go on with the sentence begin a title only where nothing else was read before. */
const SURE_VERBS = /^(?:quy định|phê duyệt|sửa đổi|hướng dẫn|ban hành|công bố|bãi bỏ|điều chỉnh|thành lập)$/u

function beginsWithVerb(text: string, at: number, isFull: boolean): boolean {
  const first = wordAt(text, at)
  const second = first === null ? null : nextWord(text, first.end)
  if (first === null || second === null) return false
  const pair = `${first.lower} ${second.lower}`
  return isFull ? TITLE_VERBS.has(pair) : SURE_VERBS.test(pair)
}

/** The inside of quotation marks, when they close in the same paragraph and nothing of the title follows. */
function readQuoted(text: string, from: number): ReadTitle | null {
  const limit = Math.min(text.length, from + LENGTH_MAX)
  let depth = 1
  for (let i = from; i < limit; i++) {
    const char = text[i]!
    if (char === '“' || char === '«') depth++
    else if (char === '”' || char === '»' || char === '"') depth--
    else if (char === '\n' && skipSpaces(text, i) < 0) return null
    else if (char === ';') return null
    if (depth === 0) return { title: clean(text.slice(from, i)), end: i + 1 }
  }
  return null
}

function endOfTitle(text: string, from: number): number {
  const limit = Math.min(text.length, from + LENGTH_MAX)
  let i = from
  let words = 0
  let quotes = 0
  while (i < limit) {
    const word = wordAt(text, i)
    if (word !== null) {
      if (words > 1 && stopsAt(text, word, from)) return i
      words++
      i = word.end
      continue
    }
    const char = text[i]!
    if (char === ';' || char === ':') return i
    if (char === '.' && isFullStop(text, i)) return i
    if (char === ')' || char === ']' || char === '|') return i
    if (char === '“' || char === '«') quotes++
    else if (char === '”' || char === '»') {
      if (quotes === 0) return i
      quotes--
    } else if (char === '"') {
      if (quotes === 0 && !/\s/u.test(text[i - 1] ?? ' ')) return i
      quotes = quotes === 0 ? 1 : 0
    } else if (char === '(') {
      REMARK.lastIndex = i
      const close = text.indexOf(')', i)
      if (REMARK.test(text) || close < 0 || close > limit || text.slice(i, close).includes(';')) return i
      i = close
    } else if (char === ',') {
      if (words > 0 && endsAtComma(text, i, words)) return i
    } else if (char === '\n' || char === '\f') {
      const next = skipSpaces(text, i)
      if (next < 0) return i
      i = next
      continue
    }
    i++
  }
  return i
}

function isFullStop(text: string, at: number): boolean {
  const next = text[at + 1] ?? ' '
  if (/[\p{L}\d]/u.test(next)) return false
  return !WORD_BEFORE_STOP.test(text.slice(Math.max(0, at - 4), at)) || next === '/'
}

/** A clause of its own, an office that goes on with the sentence, or the next citation. */
function endsAtComma(text: string, comma: number, words: number): boolean {
  const start = skipSpaces(text, comma + 1)
  if (start < 0) return true
  const word = wordAt(text, start)
  if (word === null) return text[start] === '(' ? false : words > 3
  const rest = text.slice(start, start + 14)
  if (CLAUSE.test(rest)) return !(word.lower === 'được' && /ban\s+hành$/u.test(text.slice(comma - 9, comma)))
  if (!isCapitalised(word.text)) return false
  if (startsCitation(text, word)) return true
  return words >= 3 && isUnitHead(text, start) && (readUnitsAt(text, start)?.isSubject ?? false)
}

function startsCitation(text: string, word: Word): boolean {
  if (word.text === 'Luật' || word.text === 'Phong') return true
  const next = nextWord(text, word.end)
  if (next === null || kindOfName(`${word.text} ${next.text}`) === null) return false
  return CITATION.test(text.slice(next.end, next.end + 16))
}

function stopsAt(text: string, word: Word, from: number): boolean {
  const next = nextWord(text, word.end)
  if (next === null) return false
  if (word.lower === 'và') {
    const third = nextWord(text, next.end)
    const fourth = third === null ? null : nextWord(text, third.end)
    const others = `${next.lower} ${third?.lower ?? ''} ${fourth?.lower ?? ''}`
    if (OTHERS.test(others) || OTHERS.test(`${next.lower} ${third?.lower ?? ''}`)) return true
    return startsCitation(text, next) && !CARRIES.test(text.slice(from, from + 20))
  }
  return !isCapitalised(word.text) && STOP.test(`${word.lower} ${next.lower}`)
}
