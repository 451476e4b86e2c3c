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
  /** Characters of a full line; Infinity where each paragraph is one line. */
  readonly width: number
  /** Paragraphs are parted by blank lines, so that lines without one between them belong together. */
  readonly airy: boolean
}

/** A line of more characters was not wrapped by a printer. */
const PRINTED_WIDTH_MAX = 160

/** The share of lines that are shorter than the width: headings, last lines, list items. */
const WIDTH_QUANTILE = 0.93

/** Lines of proportional type differ in characters: so much of the width is full. */
const FULL = 0.85

/** So much is full beyond doubt, a reason to join even behind a full stop. */
const QUITE_FULL = 0.95

/** Reads the setting off the lines of a body. */
export function settingOf(lines: readonly Line[]): Setting {
  const counts = new Uint32Array(PRINTED_WIDTH_MAX + 2)
  let ended = 0
  let aired = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const length = Math.min(line.text.length, PRINTED_WIDTH_MAX + 1)
    counts[length] = counts[length]! + 1
    if (i === 0 || !endsSentence(lines[i - 1]!.text)) continue
    ended++
    if (line.gap > 0) aired++
  }
  let left = Math.ceil(lines.length * (1 - WIDTH_QUANTILE))
  let width = PRINTED_WIDTH_MAX + 1
  while (width > 0 && left > counts[width]!) left -= counts[width--]!
  return {
    width: width > PRINTED_WIDTH_MAX ? Number.POSITIVE_INFINITY : width,
    airy: ended > 4 && aired >= ended * 0.75,
  }
}

/** Whether a line is so full that the next word would not have fitted. */
export function isFull(line: Line, next: Line, setting: Setting, share = FULL): boolean {
  const blank = next.text.indexOf(' ')
  const word = blank < 0 ? next.text.length : blank
  return line.text.length + 1 + Math.min(word, 12) >= setting.width * share
}

/** Names and kinds that begin with a capital within a sentence and go on small: `Nghị quyết`, `Ủy ban`. */
const CAPITAL_WITHIN =
  /^(?:Nghị|Quyết|Kế hoạch|Chỉ thị|Thông tư|Thông báo|Kết luận|Luật|Bộ luật|Ủy|Uỷ|Tỉnh|Thành|Chính|Nhà nước|Nhân dân|Quốc|Hội|Đảng|Mặt|Văn phòng|Thủ|Trung|Chương trình|Đề án|Dự án|Công văn|Tờ trình|Chủ tịch|Phó|Giám đốc|Bộ|Sở|Ban|Phòng|Điều|Cổng|Trưởng|Tổng|Cục|Viện|Đoàn|Phong trào|Kho|Bảo hiểm)(?![\p{L}])/u

/** Whether a line that begins with a capital opens a paragraph of its own: two common words, `Công tác`, `Phát huy`. */
function opensParagraph(text: string): boolean {
  const blank = text.indexOf(' ')
  if (blank < 0 || !isUpper(text.charCodeAt(0)) || isUpper(text.charCodeAt(1))) return false
  return startsLower(text.slice(blank + 1)) && !CAPITAL_WITHIN.test(text)
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
  const ended = endsSentence(above.text)
  const small = startsLower(line.text)
  if (line.gap > 0 || line.broken) {
    if (ended) return line.broken && line.gap < 3 && isFull(above, line, setting, QUITE_FULL) && !heading
    if (small || leansOn(above.text)) return true
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
    return isFull(above, line, setting) && !(heading && opensParagraph(line.text))
  }
  if (setting.airy) return true
  if (small) return isFull(above, line, setting) || above.text.endsWith('.')
  return isFull(above, line, setting, QUITE_FULL) && !above.text.endsWith(':') && !above.text.endsWith('./.')
}
