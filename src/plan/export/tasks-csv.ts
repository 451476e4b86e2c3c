// Plan → table of its tasks as CSV (RFC 4180), safe to open in a spreadsheet.

import type { Plan } from '../schema.ts'
import { codeOf } from './label.ts'

/** How to write CSV. */
export interface CsvOptions {
  /** Begins with a byte order mark, without which Excel takes UTF-8 for the system's code page; default false. */
  readonly bom?: boolean
  /** Begins with a line of names; default true. */
  readonly header?: boolean
}

/** The columns, in order; lists are joined with "; ". */
export const TASK_COLUMNS = [
  'file',
  'document',
  'issued',
  'issuer',
  'section',
  'unit',
  'role',
  'what',
  'with',
  'reportTo',
  'deadline',
  'deadlineDate',
  'every',
  'request',
] as const

/** What spreadsheets take for the beginning of a formula, also behind blanks and in full width. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\t\r＝＋－＠]/u
const QUOTED = /[",\r\n;]|^\s|\s$/

function cell(value: string | null): string {
  if (value === null || value === '') return ''
  // The apostrophe makes a spreadsheet show the text as it is.
  const safe = FORMULA.test(value) ? `'${value}` : value
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * One line for each task, lines ended by CRLF.
 *
 * @example toTasksCsv(plan, { bom: true })
 */
export function toTasksCsv(plan: Plan, { bom = false, header = true }: CsvOptions = {}): string {
  const document = codeOf(plan)
  const rows = plan.tasks.map((task) => [
    plan.file ?? null,
    document,
    plan.date,
    plan.issuer?.name ?? null,
    task.at,
    task.unit,
    task.role,
    task.what,
    task.with.join('; '),
    task.reportTo.join('; '),
    task.deadline?.text ?? null,
    task.deadline?.date ?? null,
    task.every,
    task.request ? 'yes' : null,
  ])
  const lines = header ? [[...TASK_COLUMNS], ...rows] : rows
  return (bom ? '\ufeff' : '') + lines.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}
