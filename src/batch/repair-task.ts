/** Repairing a document: its text as it was printed, what was changed, and a report to check it by. */
import { countDocument } from '../report/outcome.ts'
import { renderDocument } from '../report/render.ts'
import type { RepairFormat, RepairSettings } from './job.ts'
import { readDocument, warningsOf } from './read-document.ts'
import type { Task } from './task.ts'

/** Repairs it. */
export const repairTask: Task<RepairSettings> = async (job, context) => {
  const { document, model } = await readDocument(job, context)
  const original = document.pages.map(({ raw }) => raw).join('\f')
  const input = {
    name: job.name,
    sha256: context.sha256,
    document,
    model,
    file: job.bytes ?? job.path,
  }
  return {
    problems: warningsOf(document),
    counts: countDocument(document),
    changed: original !== document.text,
    ...(job.texts === true ? { texts: { original, repaired: document.text } } : {}),
    render: (format) => renderDocument(format as RepairFormat, input),
  }
}
