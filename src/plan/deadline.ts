// By when and how often: "hoàn thành trước ngày 10 tháng 6 năm 2026", "trong quý III/2026", "hằng tuần", "định kỳ".
import { onOneLine } from './breaks.ts'
import { readDateAt, toDate } from './dates.ts'
import type { PartialDate, Task } from './schema.ts'

type Deadline = NonNullable<Task['deadline']>
type Recurrence = Task['every']

/** What a date is before, in or until. A bare "trong năm" is a period, no deadline, unless something is finished in it. */
const OPENING =
  /(?<!\p{L})(?:trước|chậm nhất|muộn nhất|đến hết|hết|trong|xong trong|đến ngày|vào ngày|thời hạn|thời gian hoàn thành|hoàn thành)(?!\p{L})/giu
const LEAD =
  /(?:(?:chậm nhất|muộn nhất|hoàn thành|xong|thời gian|thời hạn|trước|hết|đến|trong|là|vào|ngày)\s*:?\s+)*/iuy
const RANGE =
  /từ\s+ngày\s+[\d/.-]{1,12}(?:\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)?\s+đến\s+(?:hết\s+)?ngày\s+/giu
const QUARTER = /quý\s+(I{1,3}|IV|[1-4])\s*(?:[/-]|,?\s*năm)?\s*(\d{4})?/iuy
const MONTH_ALONE = /tháng\s+(\d{1,2})(?![\d/])/iuy
const DAY_MONTH = /(\d{1,2})(?:\s?[/-]\s?|\s+tháng\s+)(\d{1,2})(?![\d/])/uy
const YEARLY = /^\s*(?:hằng|hàng)\s+(?:năm|tháng|quý|tuần)/iu
const YEAR_ALONE = /^năm/iu
const FINISHED = /(?:hoàn thành|xong|kết thúc|hoàn tất)\s+(?:\S+\s+){0,3}$/iu
const QUARTERS: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4, 1: 1, 2: 2, 3: 3, 4: 4 }
const BACK = 40
const DATED = /\d|quý/u

/**
 * Finds the first deadline of a text.
 *
 * @param text on one line
 * @param issued date of the document: its year is taken where none is printed
 * @example findDeadline('hoàn thành trước ngày 10/6/2026', null)?.date // '2026-06-10'
 */
export function findDeadline(text: string, issued: PartialDate | null): Deadline | null {
  if (!DATED.test(text)) return null
  let best: { start: number; deadline: Deadline } | null = null
  for (const range of text.matchAll(RANGE)) {
    const read = readDateAt(text, range.index + range[0].length)
    if (read === null) continue
    best = {
      start: range.index,
      deadline: { text: onOneLine(text.slice(range.index, read.end)), date: read.date },
    }
    break
  }
  for (const opening of text.matchAll(OPENING)) {
    if (best !== null && opening.index > best.start) break
    const deadline = readDeadline(text, opening.index, issued)
    if (deadline !== null) return deadline
  }
  return best?.deadline ?? null
}

function readDeadline(text: string, start: number, issued: PartialDate | null): Deadline | null {
  LEAD.lastIndex = start
  if (!LEAD.test(text)) return null
  const at = LEAD.lastIndex
  const made = (date: PartialDate | null, end: number): Deadline | null =>
    date === null ? null : { text: onOneLine(text.slice(start, end)), date }
  const isPeriod = YEAR_ALONE.test(text.slice(at, at + 4))
  if (isPeriod && !FINISHED.test(text.slice(Math.max(0, start - BACK), at))) return null
  const read = readDateAt(text, at)
  if (read !== null) return made(read.date, read.end)
  const year = issued === null ? null : Number(issued.slice(0, 4))
  QUARTER.lastIndex = at
  const quarter = QUARTER.exec(text)
  if (quarter !== null) {
    const ofYear = quarter[2] === undefined ? year : Number(quarter[2])
    const number = QUARTERS[quarter[1]!.toUpperCase()]
    if (ofYear === null || number === undefined) return null
    return made(toDate(ofYear, number * 3), QUARTER.lastIndex)
  }
  if (year === null) return null
  DAY_MONTH.lastIndex = at
  const day = DAY_MONTH.exec(text)
  if (day !== null) {
    const end = DAY_MONTH.lastIndex
    if (YEARLY.test(text.slice(end, end + 12)) || /^\s*%/u.test(text.slice(end, end + 3))) return null
    if (!/ngày\s+$/iu.test(text.slice(Math.max(0, at - 6), at))) return null
    return made(toDate(year, Number(day[2]), Number(day[1])), end)
  }
  MONTH_ALONE.lastIndex = at
  const month = MONTH_ALONE.exec(text)
  return month === null ? null : made(toDate(year, Number(month[1])), MONTH_ALONE.lastIndex)
}

const PERIODS: readonly (readonly [RegExp, NonNullable<Recurrence>])[] = [
  [/(?<!\p{L})(?:(?:hằng|hàng|mỗi)\s+ngày|ngày một)(?!\p{L})/iu, 'day'],
  [/(?<!\p{L})(?:hằng|hàng|mỗi|một)\s+tuần(?!\p{L})|thứ\s+\p{L}+\s+(?:hằng|hàng)\s+tuần/iu, 'week'],
  [/(?<!\p{L})(?:(?:hằng|hàng|mỗi)\s+tháng|định kỳ\s+tháng)(?!\p{L})/iu, 'month'],
  [
    /(?<!\p{L})(?:(?:hằng|hàng|mỗi)\s+quý|định kỳ\s+(?:\(\s*)?quý|(?:báo cáo|theo)\s+quý)(?!\p{L})/iu,
    'quarter',
  ],
  [
    /định kỳ\s+(?:\(\s*)?(?:0?6|sáu)\s+tháng|(?:hằng|hàng|mỗi)\s+(?:0?6|sáu)\s+tháng|(?:0?6|sáu)\s+tháng(?:\s*[,/]|\s+(?:và|một lần|1 lần))/iu,
    'half-year',
  ],
  [/(?<!\p{L})(?:(?:hằng|hàng|mỗi)\s+năm|định kỳ\s+năm)(?!\p{L})/iu, 'year'],
]
/** One of these is in every recurrence. */
const RECURRING = /h[ằà]ng\s|mỗi\s|một|định kỳ|tháng|quý/iu
const PERIODIC = /(?<!\p{L})định kỳ(?!\p{L})/giu

/** How often a task comes back; `periodic` for "định kỳ" without a period; null when nothing is said. */
export function findRecurrence(text: string): Recurrence {
  if (!RECURRING.test(text)) return null
  for (const [pattern, period] of PERIODS) if (pattern.test(text)) return period
  for (const match of text.matchAll(PERIODIC)) {
    // "vào báo cáo định kỳ của các đơn vị": the report is periodic, the task is not.
    const isNoun =
      /báo cáo\s+$/iu.test(text.slice(Math.max(0, match.index - 9), match.index)) &&
      /^\s+của/iu.test(text.slice(match.index + match[0].length))
    if (!isNoun) return 'periodic'
  }
  return null
}
