// The summary of a run as a small table for people.

import type { Settings } from '../batch/job.ts'
import type { Summary } from '../report/summary.ts'
import type { Language } from './message-style.ts'
import { translate } from './translate.ts'

const STATUSES = ['success', 'partial', 'failed', 'skipped'] as const
const STATUS = { success: 'done', partial: 'in part', failed: 'failed', skipped: 'done before' } as const

/** More are in the file of `--summary`, and in the journal. */
const FAILURES_SHOWN = 20
/** Seconds in a minute, minutes in an hour. */
const MINUTE = 60

type Row = readonly [label: string, value: string, note: string]

/** The table, without a line break at the end; failures follow, each with its cause. */
export function formatSummary(summary: Summary, task: Settings['task'], language: Language): string {
  const t = (text: string): string => translate(text, language)
  const count = (value: number): string => value.toLocaleString(language)
  const decimal = (value: number, digits: number): string =>
    value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const { documents, repairs, meanConfidence, seconds } = summary
  const notes = STATUSES.filter((status) => documents[status] > 0).map(
    (status) => `${count(documents[status])} ${t(STATUS[status])}`,
  )
  const reasons = Object.entries(repairs.byReason).map(([reason, n]) => `${t(reason)} ${count(n)}`)
  const conversions: readonly Row[] = [[t('converted'), count(documents.changed), '']]
  const figures: readonly Row[] = [
    [t('repairs'), count(repairs.total), reasons.join(', ')],
    [t('suggestions'), count(summary.suggestions), t('not made')],
    [t('to review'), count(summary.review), t(`of ${count(summary.words)} words`)],
    [t('confidence'), meanConfidence === null ? '–' : decimal(meanConfidence, 3), t('mean of all words')],
  ]
  const rows: readonly Row[] = [
    [t('documents'), count(documents.total), notes.join(', ')],
    [t('pages'), count(summary.pages), `${decimal(summary.pagesPerSecond, 1)} ${t('a second')}`],
    ...(task === 'convert' ? conversions : figures),
    [t('time'), duration(seconds, decimal), ''],
  ]
  const left = Math.max(...rows.map(([label]) => [...label].length))
  const right = Math.max(...rows.map(([, value]) => value.length))
  const table = rows.map(([label, value, note]) =>
    `${label}${' '.repeat(left - [...label].length)}  ${value.padStart(right)}  ${note}`.trimEnd(),
  )
  return [...table, ...failureLines(summary, t, count)].join('\n')
}

/** "8.4 s", "12 min", "7 h 30 min". */
function duration(seconds: number, decimal: (value: number, digits: number) => string): string {
  if (seconds < MINUTE) return `${decimal(seconds, 1)} s`
  const minutes = Math.round(seconds / MINUTE)
  const hours = Math.floor(minutes / MINUTE)
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % MINUTE} min`
}

function failureLines(
  { failures }: Summary,
  t: (text: string) => string,
  count: (value: number) => string,
): string[] {
  if (failures.length === 0) return []
  const shown = failures
    .slice(0, FAILURES_SHOWN)
    .map(({ code, message }) => `  ${code}  ${t(message.split('\n', 1)[0]!)}`)
  const left = failures.length - shown.length
  return ['', t('failed:'), ...shown, ...(left > 0 ? [`  ${t(`… and ${count(left)} more`)}`] : [])]
}
