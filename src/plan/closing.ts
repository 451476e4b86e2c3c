// The closing (câu kết): the last paragraphs without a number, up to and with `./.`.
import { countWords } from './letters.ts'
import { joinLines } from './lines.ts'
import type { Item, Paragraph } from './outline.ts'

const OPENER =
  /^(?:\(?Trên đây là|Yêu cầu|Đề nghị|Trong quá trình|Kế hoạch này|Chỉ thị này|Thông báo này|Quyết định này|Nghị quyết này|Hướng dẫn này|Chương trình này|Quy định này|Công điện này|Văn bản này|Nhận được|Nay thông báo|Căn cứ (?:ý kiến|nội dung|Kế hoạch này|kế hoạch này|nhiệm vụ)|Vậy|Kính (?:đề nghị|trình|mong|mời)|Rất mong|Trân trọng|Trường hợp có|Nếu có vướng mắc|Quá trình (?:thực hiện|tổ chức|triển khai)|\(Thông báo này)(?![\p{L}])/u
const ORDERS =
  /(?<!\p{L})(?:yêu cầu|đề nghị|thông báo|trân trọng|báo cáo|kính (?:đề nghị|trình|báo cáo|mong)|triển khai thực hiện)(?!\p{L})/iu
const END_MARK = /[.,]?\s?\/\s?[.,]?\s*["”)]*$/u
/** How far into a paragraph its order stands. */
const ORDER_WORDS_MAX = 40

/** Whether a text ends with `./.`, or what OCR leaves of it. */
export function hasEndMark(text: string): boolean {
  // Most lines hold no stroke near their end: they need no closer look.
  return text.lastIndexOf('/') >= text.length - 8 && text.includes('/') && END_MARK.test(text.slice(-12))
}

/**
 * How many of the paragraphs behind the last item are the closing.
 *
 * @param tail the paragraphs without a mark behind the last item
 * @param last the last item; null when the body has none
 */
export function closingLength(tail: readonly Paragraph[], last: Item | null): number {
  if (tail.length === 0) return 0
  const texts = tail.map((paragraph) => joinLines(paragraph))
  const opener = texts.findIndex((text) => OPENER.test(text))
  if (opener >= 0 && (opener > 0 || last !== null || texts.length > 1 || texts[0]!.startsWith('Trên đây'))) {
    if (last === null) return lastOpener(texts)
    return texts.length - opener
  }
  const end = texts[texts.length - 1]!
  if (last === null) return 0
  if (!hasEndMark(end)) return 0
  if (isSentence(last) || orders(end)) return 1
  return 0
}

/** Without items any paragraph may open like a closing: only the last two count. */
function lastOpener(texts: readonly string[]): number {
  const last = texts.length - 1
  if (OPENER.test(texts[last]!)) return last > 0 && texts[last - 1]!.startsWith('Trên đây') ? 2 : 1
  return last > 0 && texts[last - 1]!.startsWith('Trên đây') ? 2 : 0
}

/** Whether an item is a sentence of its own, so that what follows is not its text. */
function isSentence(item: Item): boolean {
  const own = joinLines(item.paragraphs[0] ?? [])
  return /[.;]$/u.test(own) || countWords(own) > 40
}

function orders(text: string): boolean {
  const words = text.split(' ', ORDER_WORDS_MAX).join(' ')
  return ORDERS.test(words)
}
