// Page furniture: page numbers, rules, signature stamps and running heads that are no part of what is said.
import { isDigit, isUpper } from './letters.ts'
import { type Line, withGap } from './lines.ts'
import type { Span } from './schema.ts'

const PAGE_NUMBER = /^[-–—\s.]*(?:Trang\s+)?\d{1,3}(?:\s*[/|]\s*\d{1,3})?[-–—\s.]*$/u
const RULE = /^[-–—_=*~.•·+|\s]{1,}$/u
const STAMP =
  /^(?:(?:Ký bởi|Người ký|Ngày ký|Thời gian ký|Digitally signed|Signed by|Signature Not|Ký số bởi|Chuyển:|CV ĐẾN|ĐẾN\s+Số|TRUNG TÂM CÔNG BÁO)(?![\p{L}])|\d{1,2}[./]\d{1,2}[./]\d{4}\s+\d{1,2}:\d{2}:\d{2})/u
const STAMP_BODY = /^(?:Cơ quan|Tổ chức|Email|Thời gian ký|Ngày ký|Ngày|Số|Chuyển|Chức vụ)\s*:/u
const GAZETTE = /^CÔNG BÁO\s*\/\s*Số/u

/**
 * Lines without furniture; those behind it know of the break.
 *
 * @param known stretches that are furniture whatever they look like, ascending
 */
export function withoutFurniture(lines: readonly Line[], known: readonly Span[] = []): Line[] {
  const out: Line[] = []
  let gap = 0
  let broken = false
  let stamped = false
  let at = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    while (at < known.length && known[at]![1] <= line.start) at++
    const isKnown = at < known.length && known[at]![0] <= line.start && known[at]![1] >= line.end
    const kind: ReturnType<typeof furnitureOf> | 'known' = isKnown ? 'known' : furnitureOf(line.text, stamped)
    stamped = kind === 'stamp'
    if (kind !== null && !(kind === 'page' && isEntry(lines, i))) {
      gap += line.gap
      broken ||= kind !== 'rule' || line.broken
      continue
    }
    out.push(gap > 0 || broken ? withGap(line, line.gap + gap, line.broken || broken) : line)
    gap = 0
    broken = false
  }
  return out
}

function furnitureOf(text: string, stamped: boolean): 'page' | 'rule' | 'stamp' | null {
  const first = text.charCodeAt(0)
  if (text.length > 90) return null
  if (isDigit(first) || first === 84 || first === 45 || first === 0x2013 || first === 0x2014) {
    if (text.length <= 16 && PAGE_NUMBER.test(text) && /\d/.test(text)) return 'page'
    if (isDigit(first)) return STAMP.test(text) ? 'stamp' : null
  }
  if (!isUpper(first))
    return first < 128 || first === 0x2013 || first === 0x2014 ? (RULE.test(text) ? 'rule' : null) : null
  // C D K N S T Đ E
  if (
    first === 67 ||
    first === 68 ||
    first === 75 ||
    first === 78 ||
    first === 83 ||
    first === 84 ||
    first === 0x110 ||
    first === 69
  ) {
    if (STAMP.test(text)) return 'stamp'
    if (stamped && STAMP_BODY.test(text)) return 'stamp'
    if (first === 67 && GAZETTE.test(text)) return 'page'
  }
  return null
}

/** A number among numbers is an entry of a table, not a page number. */
function isEntry(lines: readonly Line[], index: number): boolean {
  const before = lines[index - 1]?.text
  const after = lines[index + 1]?.text
  return (
    (before !== undefined && before.length <= 4 && PAGE_NUMBER.test(before)) ||
    (after !== undefined && after.length <= 4 && PAGE_NUMBER.test(after))
  )
}
