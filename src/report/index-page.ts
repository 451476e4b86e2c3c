/** The list of a run's reports. */
import { escapeHtml } from './escape.ts'
import { isIncomplete, meanConfidence, type Outcome } from './outcome.ts'
import { htmlPage } from './shell.ts'
import { count, percent, STATUS_WORDS } from './words.ts'

/** A document of the list. */
export interface IndexEntry {
  readonly outcome: Outcome
  /** Path of its report from the list, with "/"; `null` without one. */
  readonly report: string | null
}

/** The page, without anything that changes from run to run: a resumed run gives the same. */
export function toIndexHtml(entries: readonly IndexEntry[]): string {
  const failed = entries.filter(({ outcome }) => outcome.status === 'failed').length
  const body = `<h1>Báo cáo phục hồi văn bản</h1>
<p>${count(entries.length)} văn bản${failed === 0 ? '' : `, ${count(failed)} không đọc được`}</p>
<table>
<thead><tr><th>Văn bản</th><th>Kết quả</th><th>Trang</th><th>Đã sửa</th><th>Cần xem lại</th><th>Độ tin cậy</th></tr></thead>
<tbody>
${entries.map(row).join('')}</tbody>
</table>
`
  return htmlPage({ title: 'Báo cáo phục hồi văn bản – vanban', body })
}

function row({ outcome, report }: IndexEntry): string {
  const { name, status, counts, problems } = outcome
  const mean = meanConfidence(counts)
  const shown = escapeHtml(name)
  // "skipped" depends on when a run was stopped; what the reader wants to know is whether it is done.
  const done = isIncomplete(problems) ? 'partial' : 'success'
  const state = STATUS_WORDS[status === 'skipped' ? done : status]
  const notes = problems.map(
    ({ message }) => `<br><span class="quiet" lang="en">${escapeHtml(message)}</span>`,
  )
  return `<tr${status === 'failed' ? ' class="failed"' : ''}><td class="word">${
    report === null ? shown : `<a href="${escapeHtml(hrefOf(report))}">${shown}</a>`
  }${notes.join('')}</td><td>${state}</td><td class="number">${count(counts.pages)}</td><td class="number">${count(
    counts.certain + counts.likely,
  )}</td><td class="number">${count(counts.review)}</td><td class="number">${mean === null ? '–' : percent(mean)}</td></tr>\n`
}

/** Each part of the path escaped; "./" in front, so that a name with ":" is no scheme. */
const hrefOf = (path: string): string => `./${path.split('/').map(encodeURIComponent).join('/')}`
