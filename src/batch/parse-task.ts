/** Parsing a document: its plan, or one of the forms made from that. */
import { parsePages } from '../plan/parse-pages.ts'
import type { Plan } from '../plan/schema.ts'
import { countDocument } from '../report/outcome.ts'
import type { OutputFormat, ParseFormat, ParseSettings } from './job.ts'
import { readDocument, warningsOf } from './read-document.ts'
import type { Task } from './task.ts'

/** Parses it. */
export const parseTask: Task<ParseSettings> = async (job, context) => {
  const { document } = await readDocument(job, context)
  const { threshold, ...form } = job.settings
  const plan: Plan = { ...parsePages(document.pages, { threshold }), file: job.name }
  return {
    problems: warningsOf(document),
    counts: countDocument(document),
    changed: document.pages.some(({ raw, text }) => raw !== text),
    note: describe(plan),
    render: (format) => render(plan, format, form),
  }
}

/** "Kế hoạch, 31 sections, 12 tasks, 3 warnings". */
function describe({ kind, sections, tasks, warnings }: Plan): string {
  return `${kind ?? 'no official document'}, ${sections.length} sections, ${tasks.length} tasks, ${warnings.length} warnings`
}

/** The function of each form is loaded when it is first wanted. */
async function render(
  plan: Plan,
  format: OutputFormat,
  { withText, bom }: Pick<ParseSettings, 'withText' | 'bom'>,
): Promise<string> {
  switch (format as ParseFormat) {
    case 'json':
      return (await import('../plan/export/json.ts')).toJson(plan, { text: withText })
    case 'markdown':
      return (await import('../plan/export/markdown.ts')).toMarkdown(plan)
    case 'csv':
      return (await import('../plan/export/tasks-csv.ts')).toTasksCsv(plan, { header: true, bom })
    case 'register': {
      const { toRegisterRecord } = await import('../plan/export/register-record.ts')
      return `${JSON.stringify(toRegisterRecord(plan))}\n`
    }
    case 'akn':
      return (await import('../plan/export/akoma-ntoso.ts')).toAkomaNtoso(plan)
  }
}
