// Which lines go on with the line above: the width a text was wrapped to, and the rule that joins wrapped lines.
import {
  countWords,
  endsSentence,
  endsWithComma,
  isCapitals,
  isUpper,
  leansOn,
  startsLower,
} from './letters.ts'
import type { Line } from './lines.ts'

/** How a text was set. */
export interface Setting {
  /** A line is full when it and the next word take so many characters; Infinity where each paragraph is one line. */
  readonly full: number
  /** So many are full beyond doubt, a reason to join even behind a full stop. */
  readonly quiteFull: number
  /** Paragraphs are parted by blank lines, so that lines without one between them belong together. */
  readonly airy: boolean
  /** First lines of paragraphs, and only these, stand in from the edge. */
  readonly isIndented: boolean
}

/** A line of more characters was not wrapped by a printer. */
const PRINTED_WIDTH_MAX = 160
/** Blanks that set a first line in, and more than which set a column. */
const INDENT_MIN = 2
const INDENT_MAX = 12
/** A word of more letters would have been broken elsewhere. */
const WORD_MAX = 12
const REACH_MAX = PRINTED_WIDTH_MAX + WORD_MAX + 1
/** Fewer lines that surely go on than this share are page breaks, not wrapping. */
const WRAPPED_SHARE = 0.04
/** Lines of proportional type differ in characters: so much of the usual width is full. */
const FULL_SHARE = 0.78

/** Reads the setting off the lines of a body: those that go on in small letters tell how full a full line is. */
export function settingOf(lines: readonly Line[]): Setting {
  const reaches = new Uint32Array(REACH_MAX + 1)
  const lengths = new Uint32Array(REACH_MAX + 1)
  let wrapped = 0
  let ended = 0
  let aired = 0
  let outdented = 0
  let indented = 0
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!
    const above = lines[i - 1]!
    if (line.indent >= INDENT_MIN) indented++
    if (endsSentence(above.text)) {
      ended++
      if (line.gap > 0) aired++
    } else if (line.gap === 0 && startsLower(line.text) && above.text.length <= PRINTED_WIDTH_MAX) {
      reaches[reach(above, line)]!++
      lengths[lengthOf(above)]!++
      wrapped++
      if (line.indent < INDENT_MIN) outdented++
    }
  }
  const airy = ended > 4 && aired >= ended * 0.75
  const isIndented = indented > lines.length * 0.03 && outdented >= wrapped * 0.95 && wrapped > 3
  if (wrapped < 3 || wrapped < lines.length * WRAPPED_SHARE) {
    return { full: Number.POSITIVE_INFINITY, quiteFull: Number.POSITIVE_INFINITY, airy, isIndented: false }
  }
  const longest = quantile(lengths, wrapped * 0.99)
  // Type of one width, wrapped by rule: no next word would have fitted.
  if (quantile(reaches, wrapped * 0.05) > longest) {
    return { full: longest + 1, quiteFull: longest + 1, airy, isIndented }
  }
  const full = FULL_SHARE * quantile(reaches, wrapped * 0.8)
  return { full, quiteFull: quantile(reaches, wrapped * 0.4), airy, isIndented }
}

/** The smallest value that at least `rank` of the counted ones do not exceed. */
function quantile(counts: Uint32Array, rank: number): number {
  let below = 0
  for (let value = 0; value < counts.length; value++) {
    below += counts[value]!
    if (below >= rank && below > 0) return value
  }
  return counts.length
}

/** Characters of a line, those in front of it counted. */
function lengthOf(line: Line): number {
  return Math.min(line.text.length + (line.indent <= INDENT_MAX ? line.indent : 0), PRINTED_WIDTH_MAX)
}

/** What a line and the first word of the next take together. */
function reach(line: Line, next: Line): number {
  const blank = next.text.indexOf(' ')
  return lengthOf(line) + 1 + Math.min(blank < 0 ? next.text.length : blank, WORD_MAX)
}

/** Whether a line is so full that the next word would not have fitted. */
export function isFull(line: Line, next: Line, setting: Setting): boolean {
  return reach(line, next) >= setting.full
}

function isQuiteFull(line: Line, next: Line, setting: Setting): boolean {
  return reach(line, next) >= setting.quiteFull
}

/** A heading of one line has no more words than this. */
const HEADING_WORDS_MAX = 18

/** Names and kinds that begin with a capital within a sentence and go on small: `Nghị quyết`, `Ủy ban`. */
const CAPITAL_WITHIN =
  /^(?:Nghị|Quyết|Kế hoạch|Chỉ thị|Thông tư|Thông báo|Kết luận|Luật|Bộ luật|Ủy|Uỷ|Tỉnh|Thành|Chính|Nhà nước|Nhân dân|Quốc|Hội|Đảng|Mặt|Văn phòng|Thủ|Trung|Chương trình|Đề án|Dự án|Công văn|Tờ trình|Chủ tịch|Phó|Giám đốc|Bộ|Sở|Ban|Phòng|Điều|Cổng|Trưởng|Tổng|Cục|Viện|Đoàn|Phong trào|Kho|Bảo hiểm)(?![\p{L}])/u

/** Whether a line that begins with a capital opens a paragraph of its own: two common words, `Công tác`, `Phát huy`. */
function opensParagraph(text: string): boolean {
  const blank = text.indexOf(' ')
  if (blank < 0 || !isUpper(text.charCodeAt(0)) || isUpper(text.charCodeAt(1))) return false
  return startsLower(text.slice(blank + 1)) && !CAPITAL_WITHIN.test(text)
}

/** Openers of paragraphs that close a document: a full line above them is chance. */
const OPENS_CLOSING =
  /^(?:Trên đây là|Đề nghị|Yêu cầu|Trong quá trình|Nay thông báo|Căn cứ|Thực hiện|Giao|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Kế hoạch này|Chỉ thị này|Quyết định này)(?![\p{L}])/u

/** A full line that is a heading all the same: few words, no comma, and text below it that opens as sentences do. */
function endsHeading(above: Line, line: Line): boolean {
  return opensParagraph(line.text) && countWords(above.text) <= HEADING_WORDS_MAX && !/[,;]/u.test(above.text)
}

/**
 * Whether a line without a mark goes on with the one above.
 *
 * @param above the last line of the paragraph so far
 * @param line the line in question
 * @param heading whether `above` is the first line of an item and may be its heading
 */
export function continues(above: Line, line: Line, setting: Setting, heading: boolean): boolean {
  if (line.text === '' || above.text === '') return true
  if (setting.isIndented && line.gap === 0 && !line.broken) {
    return line.indent < INDENT_MIN && !(heading && isCapitals(above.text) && !isCapitals(line.text))
  }
  const ended = endsSentence(above.text)
  const small = startsLower(line.text)
  if (line.gap > 0 || line.broken) {
    if (ended) return line.broken && line.gap < 3 && isQuiteFull(above, line, setting) && !heading
    if (small || (leansOn(above.text) && isFull(above, line, setting))) return true
    return line.broken && !isCapitals(above.text) && isFull(above, line, setting) && !heading
  }
  const capitals = isCapitals(above.text)
  if (capitals !== isCapitals(line.text) && capitals && countWords(above.text) > 1) {
    return small && !ended && !heading
  }
  if (endsWithComma(above.text)) return true
  if (!ended) {
    if (small || leansOn(above.text)) return true
    if (capitals) return heading
    if (setting.airy) return true
    return isFull(above, line, setting) && !(heading && endsHeading(above, line))
  }
  if (setting.airy) return true
  if (OPENS_CLOSING.test(line.text)) return false
  if (small) return isFull(above, line, setting) || above.text.endsWith('.')
  return (
    isQuiteFull(above, line, setting) && !(heading && above.text.endsWith(':')) && !above.text.endsWith('./.')
  )
}
