/**
 * The work on one document: read it, repair it, put its results into temporary files. Whoever runs the batch renames
 * those once they are in the journal.
 */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { VanbanError } from '../errors.ts'
import type { IngestedDocument } from '../ingest/document.ts'
import { countDocument, isIncomplete, type Problem } from '../report/outcome.ts'
import { type ReportInput, renderDocument } from '../report/render.ts'
import type { Model } from '../restore/model.ts'
import type { Repair } from '../restore/repair.ts'
import type { Progress } from './executor.ts'
import { hashInput, readWhole } from './hash-input.ts'
import { type DocumentResult, failedResult, type Job, type MadeOutput } from './job.ts'
import { DataLoader, type Library } from './library.ts'
import { problemOf } from './problem.ts'
import { reasonOf } from './read-text.ts'
import type { Work } from './serial.ts'

/** Work with a library. */
export function createWork(library: Library, clock: () => number): Work {
  const loader = new DataLoader(library)
  return async (job, onProgress) => {
    const start = clock()
    let sha256: string | null = null
    try {
      const read = await readWhole(job)
      sha256 = await hashInput(read)
      const { document, model } = await readDocument(read, library, loader, onProgress)
      const input = { name: job.name, sha256, document, model, file: read.bytes ?? read.path }
      return await finish(job, input, () => clock() - start)
    } catch (error) {
      return { ...failedResult(job, problemOf(error), clock() - start), sha256 }
    }
  }
}

async function readDocument(
  { index, path, bytes, text, settings }: Job,
  library: Library,
  loader: DataLoader,
  onProgress?: (progress: Progress) => void,
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
  if (given !== undefined)
    return { document: textDocument(given, library.repair(given, { ...options, weigh: true })), model }
  const document = await library.importDocument(bytes ?? path, {
    ...options,
    ...(path === '' || path === '-' ? {} : { name: path }),
    ...(settings.pages === null ? {} : { pages: settings.pages }),
    ocr: settings.ocr,
    jobs: 1,
    onProgress: ({ page, pages }) => onProgress?.({ index, page, pages }),
  })
  return { document, model }
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

async function finish(job: Job, input: ReportInput, elapsed: () => number): Promise<DocumentResult> {
  const { document, sha256 } = input
  const problems = document.problems.map((problem): Problem => ({ ...problem, severity: 'warning' }))
  const outputs: MadeOutput[] = []
  const contents: string[] = []
  const counts = countDocument(document)
  const original = document.pages.map(({ raw }) => raw).join('\f')
  for (const { format, target, temporary } of job.outputs) {
    const content = await renderDocument(format, input)
    if (target === null || temporary === null) contents.push(content)
    else outputs.push({ format, target, temporary, ...writeTemporary(temporary, target, content) })
  }
  return {
    index: job.index,
    name: job.name,
    status: isIncomplete(problems) ? 'partial' : 'success',
    problems,
    sha256,
    counts,
    changed: original !== document.text,
    outputs,
    contents,
    ...(job.texts === true ? { texts: { original, repaired: document.text } } : {}),
    ms: elapsed(),
  }
}

function writeTemporary(
  temporary: string,
  target: string,
  content: string,
): Pick<MadeOutput, 'bytes' | 'sha256'> {
  const bytes = Buffer.from(content)
  try {
    writeFileSync(temporary, bytes)
  } catch (cause) {
    throw new VanbanError('OUTPUT_UNWRITABLE', 'batch', `${target} cannot be written: ${reasonOf(cause)}.`, {
      file: target,
      cause,
    })
  }
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}
