// The fields of a task read from its words: role, co-workers, whom to report to.
import { readUnitsAt } from './organisation-name.ts'
import type { Task } from './schema.ts'
import { ACTIONS } from './unit-words.ts'

const ADVERB =
  '(?:chủ động|kịp thời|tích cực|thường xuyên|tiếp tục|khẩn trương|tập trung|tăng cường|hằng năm|hàng năm|định kỳ|trực tiếp|nghiêm túc|căn cứ[^,;.]{0,80},|trên cơ sở[^,;.]{0,120},|theo [^,;.]{0,80},|hằng (?:tháng|quý|tuần),?|hàng (?:tháng|quý|tuần),?|có trách nhiệm|chịu trách nhiệm|[,:])'
const BEGINNING = new RegExp(`^[\\s,:]*(?:${ADVERB}[\\s,]*){0,4}`, 'iu')
const LEAD =
  /^(?:chủ trì|làm đầu mối|là (?:cơ quan|đơn vị)[^,;.]{0,30}(?:chủ trì|đầu mối|thường trực)|là đầu mối)/iu
const SUPPORT = /^phối hợp/iu

/** Role by the first verb: `Chủ trì, phối hợp với …` leads, `Chủ động phối hợp …` supports. */
export function roleOf(what: string): Task['role'] {
  const rest = what.slice(BEGINNING.exec(what)?.[0].length ?? 0)
  if (LEAD.test(rest)) return 'lead'
  return SUPPORT.test(rest) ? 'support' : 'do'
}

const TOGETHER =
  /phối hợp(?:\s+(?:chặt chẽ|thường xuyên|đồng bộ|hiệu quả|tốt|kịp thời|hướng dẫn))*(?:\s+(?:với|cùng|giữa))?\s+/giu
const WITH = /(?:cùng|với)\s+$/iu

/** Units after the first "phối hợp với" that names some. */
export function coworkersOf(what: string): string[] {
  for (const match of what.matchAll(TOGETHER)) {
    const units = readUnitsAt(what, match.index + match[0].length)
    if (units === null) continue
    // "phối hợp các đơn vị" without "với" names them too; "phối hợp tổ chức" does not.
    if (!WITH.test(match[0]) && /^tổ chức/iu.test(units.name)) continue
    return [...units.names]
  }
  return []
}

const REPORT =
  /(?<!\p{L})(?:báo cáo(?:\s+(?:về|lên|cho|đề xuất|kịp thời))?|trình|tham mưu(?:\s+(?:cho|giúp|với))?|xin ý kiến(?:\s+chỉ đạo)?(?:\s+của)?)\s+(?=\p{L})/giu

/** Units after "báo cáo", "tham mưu", "trình". */
export function reportsOf(what: string): string[] {
  const found: string[] = []
  for (const match of what.matchAll(REPORT)) {
    const units = readUnitsAt(what, match.index + match[0].length)
    if (units === null) continue
    for (const name of units.names) if (!found.includes(name)) found.push(name)
  }
  return found
}

const FIRST_PAIR = /^[\s,]*(\p{L}+)\s+(\p{L}+)/u
const INTRODUCED =
  /^(?:Trên cơ sở|Căn cứ|Theo|Hằng|Hàng|Định kỳ|Chủ|Là|Lập|Trình|Trước|Chậm nhất|Trong)(?!\p{L})/u

/** Whether a text begins with a verb of doing, as tasks do. */
export function startsWithAction(text: string): boolean {
  const match = FIRST_PAIR.exec(text)
  return (
    match !== null &&
    (ACTIONS.has(`${match[1]} ${match[2]}`.toLowerCase()) || INTRODUCED.test(text.trimStart()))
  )
}
