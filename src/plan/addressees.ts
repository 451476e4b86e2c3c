// Whom the document is sent to in its head (Kính gửi; NĐ 30/2020 Phụ lục I ô số 9a): on one line, or a list.

import { cutAt } from './columns.ts'
import { endsSentence, isCapitals, startsLower } from './letters.ts'
import { joinLines, type Line } from './lines.ts'
import { markOf } from './marks.ts'

/** Who is addressed, and how many lines say so. */
export interface Addressees {
  readonly names: readonly string[]
  readonly count: number
}

const OPENER = /^.{0,120}?(?:k[ií]nh\s?[gq][uửữưứ]+i|điện)\s*[:.]?\s*/iu
const BODY =
  /^(?:Căn cứ|Thực hiện|Theo|Xét|Để|Nhằm|Ngày|Trong|Sau khi|Công tác|Triển khai|Vừa qua|Thời gian qua|Trên cơ sở|Tiếp theo|Hiện nay|Qua)(?![\p{L}])/u
const LINES_MAX = 60
const NAME_LENGTH_MAX = 160

/** Reads the list that begins at an index. */
export function readAddressees(text: string, lines: readonly Line[], from: number): Addressees {
  const first = lines[from]!
  const opener = OPENER.exec(first.text)
  const length = opener?.[0].length ?? 0
  const items: Line[][] = []
  const inline = cutAt(text, first, [length])[length === 0 ? 0 : 1]
  if (inline !== undefined) items.push([inline])
  let count = 1
  for (; from + count < lines.length && count < LINES_MAX; count++) {
    const line = lines[from + count]!
    const item = items[items.length - 1]
    const above = item?.[item.length - 1] ?? null
    const mark = markOf(line.text)
    const bullet = mark !== null && (mark.readings[0]!.style === 'dash' || mark.readings[0]!.style === 'plus')
    if (bullet) {
      if (item && above?.text.endsWith('.') && line.gap > 0) break
      items.push([line])
      continue
    }
    if (mark !== null || line.text.length > NAME_LENGTH_MAX || BODY.test(line.text)) break
    if (item === undefined || above === null) {
      items.push([line])
      continue
    }
    if (line.text.startsWith('(') || (isOpenBracket(joinLines(item)) && line.gap === 0)) {
      item.push(line)
      continue
    }
    if (startsLower(line.text) || /[,–-]$/u.test(above.text)) {
      if (line.gap > 0 && !/[,–-]$/u.test(above.text)) break
      item.push(line)
      continue
    }
    if (line.gap > 0 || above.text.endsWith('.') || isCapitals(line.text)) break
    if (above.text.endsWith(';')) {
      items.push([line])
      continue
    }
    if (endsSentence(above.text) && !above.text.endsWith(':')) break
    if (items.length === 1 && !isBulleted(items[0]!)) break
    item.push(line)
  }
  const names = items
    .flatMap((item) => splitInline(joinLines(item)))
    .map((name) =>
      name
        .replace(/^[-–—+•\s]+/u, '')
        .replace(/\s*\((?:Địa chỉ|địa chỉ)[^)]*\)?\s*$/u, '')
        .replace(/[\s.;,]+$/u, ''),
    )
    .filter((name) => name !== '')
  return { names, count }
}

function isBulleted(item: readonly Line[]): boolean {
  return /^[-–—+•]/u.test(item[0]!.text)
}

function isOpenBracket(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')')
}

/** `- A; - B; - C` on one line. */
function splitInline(text: string): string[] {
  return /;\s*[-–—]\s/u.test(text) ? text.split(/;\s*[-–—]\s+/u) : [text]
}
