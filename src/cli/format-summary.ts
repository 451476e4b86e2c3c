// The summary of a run as a small table for people.

import type { Summary } from '../report/summary.ts'

const count = (value: number): string => value.toLocaleString('en')

/** The table, without a line break at the end; failures follow, each with its cause. */
export function formatSummary(summary: Summary): string {
  const { documents, repairs, meanConfidence, seconds } = summary
  const notes = (['success', 'partial', 'failed', 'skipped'] as const)
    .filter((status) => documents[status] > 0)
    .map((status) => `${count(documents[status])} ${STATUS[status]}`)
  const reasons = Object.entries(repairs.byReason).map(([reason, n]) => `${reason} ${count(n)}`)
  const rows: [string, string, string][] = [
    ['documents', count(documents.total), notes.join(', ')],
    ['pages', count(summary.pages), `${summary.pagesPerSecond.toFixed(1)} a second`],
    ['repairs', count(repairs.total), reasons.join(', ')],
    ['suggestions', count(summary.suggestions), 'not made'],
    ['to review', count(summary.review), `of ${count(summary.words)} words`],
    ['confidence', meanConfidence === null ? '–' : meanConfidence.toFixed(3), 'mean of all words'],
    ['time', `${seconds.toFixed(1)} s`, ''],
  ]
  const left = Math.max(...rows.map(([label]) => label.length))
  const right = Math.max(...rows.map(([, value]) => value.length))
  const table = rows.map(([label, value, note]) =>
    `${label.padEnd(left)}  ${value.padStart(right)}  ${note}`.trimEnd(),
  )
  return [...table, ...failureLines(summary)].join('\n')
}

/** More are in the file of `--summary`, and in the journal. */
const FAILURES_SHOWN = 20

function failureLines({ failures }: Summary): string[] {
  if (failures.length === 0) return []
  const shown = failures.slice(0, FAILURES_SHOWN).map(({ code, message }) => `  ${code}  ${message}`)
  const left = failures.length - shown.length
  return ['', 'failed:', ...shown, ...(left > 0 ? [`  … and ${count(left)} more`] : [])]
}

const STATUS = { success: 'done', partial: 'in part', failed: 'failed', skipped: 'done before' } as const
