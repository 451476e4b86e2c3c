/** A job → its document, read and repaired: what repairing and parsing begin with. */
import type { IngestedDocument } from '../ingest/document.ts'
import type { Problem } from '../report/outcome.ts'
import type { Model } from '../restore/model.ts'
import type { Repair } from '../restore/repair.ts'
import type { ParseSettings, RepairSettings } from './job.ts'
import type { JobOf, TaskContext } from './task.ts'

/** Reads it. */
export async function readDocument(
  { index, path, bytes, text, settings }: JobOf<RepairSettings | ParseSettings>,
  { library, loader, engines, signal, onProgress }: TaskContext,
): Promise<{ document: IngestedDocument; model: Model }> {
  const { model, dictionary } = await loader.load(settings)
  const options = {
    model,
    source: settings.source,
    ...(dictionary === undefined ? {} : { dictionary }),
    ...(settings.minConfidence === null ? {} : { minConfidence: settings.minConfidence }),
  }
  // An empty pipe is an empty text, an empty file a damaged one.
  const given = text ?? (bytes?.length === 0 ? '' : undefined)
  if (given !== undefined) return { document: textDocument(given, library.repair(given, options)), model }
  const document = await library.importDocument(bytes ?? path, {
    ...options,
    ...(path === '' || path === '-' ? {} : { name: path }),
    ...(settings.pages === null ? {} : { pages: settings.pages }),
    ...(engines === undefined ? {} : { jobs: engines }),
    ...(signal === undefined ? {} : { signal }),
    repair: settings.task === 'repair' || settings.repair,
    ocr: settings.ocr,
    onProgress: ({ page, pages }) => onProgress?.({ index, page, pages }),
  })
  return { document, model }
}

/** What a reader of the result should know. */
export function warningsOf({ problems }: IngestedDocument): Problem[] {
  return problems.map((problem) => ({ ...problem, severity: 'warning' }))
}

/** A text that came as text, as a document of one page. */
function textDocument(raw: string, repair: Repair): IngestedDocument {
  const page = {
    number: 1,
    source: 'file' as const,
    raw,
    text: repair.text,
    repair,
    lines: [],
    width: null,
    height: null,
  }
  return { kind: 'text', encoding: null, pages: [{ ...page, grade: null }], text: repair.text, problems: [] }
}
