// Small questions about lines: in capitals? begins small? ends a sentence? All of Vietnamese, no ASCII ranges.

import { LetterClass, letterClassOf } from '../unicode/letter-class.ts'

/** Whether a code unit is a small letter. */
export function isLower(unit: number): boolean {
  return letterClassOf(unit) === LetterClass.SMALL
}

/** Whether a code unit is a capital letter. */
export function isUpper(unit: number): boolean {
  return letterClassOf(unit) === LetterClass.CAPITAL
}

/** Whether a code unit is an ASCII digit. */
export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

/** Whether a text begins with a small letter, opening marks skipped. */
export function startsLower(text: string): boolean {
  const unit = text.charCodeAt(0)
  if (isLower(unit)) return true
  return (unit === 40 || unit === 34 || unit === 0x201c) && isLower(text.charCodeAt(1))
}

/** Capitals a heading may hold beside small letters that OCR or a code brought in: `NĐ-CP`, `BỘ Y Tế`. */
const SMALL_LETTERS_MAX = 0.15

/** Whether a text is set in capitals: at least two of them, hardly any small letter. */
export function isCapitals(text: string): boolean {
  let upper = 0
  let lower = 0
  for (let i = 0; i < text.length; i++) {
    const kind = letterClassOf(text.charCodeAt(i))
    if (kind === LetterClass.CAPITAL) upper++
    else if (kind === LetterClass.SMALL) lower++
  }
  return upper >= 2 && lower <= (upper + lower) * SMALL_LETTERS_MAX
}

/** The last character that is no closing quote or bracket. */
function lastMark(text: string): number {
  for (let i = text.length - 1; i >= 0; i--) {
    const unit = text.charCodeAt(i)
    if (unit === 32 || unit === 34 || unit === 41 || unit === 93 || unit === 0x201d || unit === 42) continue
    return unit
  }
  return 0
}

/** Whether a text ends a sentence or a clause that stands alone: `. ; : ! ? …` */
export function endsSentence(text: string): boolean {
  const unit = lastMark(text)
  return (
    unit === 46 || unit === 59 || unit === 58 || unit === 33 || unit === 63 || unit === 0x2026 || unit === 47
  )
}

/** Whether a text ends with a comma. */
export function endsWithComma(text: string): boolean {
  return lastMark(text) === 44
}

/** How many words, parted by blanks. */
export function countWords(text: string): number {
  let words = 0
  let inside = false
  for (let i = 0; i < text.length; i++) {
    const blank = text.charCodeAt(i) <= 32
    if (!blank && !inside) words++
    inside = !blank
  }
  return words
}

/** Words no sentence ends with: behind them a line goes on whatever follows. */
const LEANING = new Set(
  (
    'của và về các những theo tại với trong cho ngày số là do từ đến ở bằng hoặc tháng năm Điều khoản ' +
    'Bộ Sở Ban Ủy Uỷ Phó Nghị Quyết Kế Thông Chỉ Luật bởi vào trên dưới giữa để mà nhằm cùng'
  ).split(' '),
)

/** Pairs that may well end a heading: tồn tại, tự do, chuyển đổi số, hằng năm. */
const NOT_LEANING =
  /(?:tồn|hiện|tự|lý|đổi|kỹ năng|chính quyền|kinh tế|xã hội|công nghệ|dân|học vụ|dữ liệu|tham|hằng|hàng|mỗi|từng|cả|trong|đầu|cuối|nhiều|một|dẫn|con|chỉ|đại|hành vi|tăng|phía|bên|nêu|kể|nói|thường|liên|toàn|hạ tầng)\s\S+$/u

/** Whether the last word of a text calls for another. */
export function leansOn(text: string): boolean {
  const blank = text.lastIndexOf(' ')
  return blank > 0 && LEANING.has(text.slice(blank + 1)) && !NOT_LEANING.test(text.slice(-40))
}
