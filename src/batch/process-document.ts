/**
 * The work on one document: read it, do what its settings say, put its results into temporary files. Whoever runs the
 * batch renames those once they are in the journal.
 */
import { createHash } from 'node:crypto'
import { statSync, writeFileSync } from 'node:fs'
import { VanbanError } from '../errors.ts'
import { isIncomplete } from '../report/outcome.ts'
import { hashInput, readWhole } from './hash-input.ts'
import { type DocumentResult, failedResult, type Job, type MadeOutput, type Settings } from './job.ts'
import { DataLoader, type Library } from './library.ts'
import { problemOf } from './problem.ts'
import { reasonOf } from './read-text.ts'
import type { Work } from './serial.ts'
import type { Made, Reading, Task } from './task.ts'

/** Each is loaded when it is first wanted: repairing needs no parser. */
const TASKS: { readonly [T in Settings['task']]: () => Promise<unknown> } = {
  repair: async () => (await import('./repair-task.ts')).repairTask,
  parse: async () => (await import('./parse-task.ts')).parseTask,
  convert: async () => (await import('./convert-task.ts')).convertTask,
}

/**
 * Work with a library.
 *
 * @param reading how documents are read; by default by one OCR engine each, since others are worked on beside it
 */
export function createWork(library: Library, clock: () => number, reading: Reading = { engines: 1 }): Work {
  const loader = new DataLoader(library)
  return async (job, onProgress) => {
    const start = clock()
    let sha256: string | null = null
    try {
      const read = await readWhole(job)
      const before = stampOf(read)
      sha256 = await hashInput(read)
      const task = (await TASKS[job.settings.task]()) as Task<Settings>
      const made = await task(read, {
        ...reading,
        library,
        loader,
        sha256,
        ...(onProgress === undefined ? {} : { onProgress }),
      })
      if (stampOf(read) !== before) throw changedMeanwhile(job)
      return await finish(job, sha256, made, () => clock() - start)
    } catch (error) {
      return { ...failedResult(job, problemOf(error), clock() - start), sha256 }
    }
  }
}

/** Tells versions of a file apart that is read more than once; '' for what is in memory. */
function stampOf({ path, bytes, text }: Job): string {
  if (bytes !== undefined || text !== undefined) return ''
  const found = statSync(path, { throwIfNoEntry: false })
  return `${found?.mtimeMs} ${found?.size}`
}

/** What was read is not what the journal would say was read. */
function changedMeanwhile({ path }: Job): VanbanError {
  return new VanbanError(
    'INPUT_UNREADABLE',
    'batch',
    `${path} was changed while it was read: run again when it is finished.`,
    { file: path },
  )
}

async function finish(
  job: Job,
  sha256: string,
  { render, ...made }: Made,
  elapsed: () => number,
): Promise<DocumentResult> {
  const outputs: MadeOutput[] = []
  const contents: string[] = []
  for (const { format, target, temporary } of job.outputs) {
    const content = await render(format)
    if (target === null || temporary === null) contents.push(content)
    else outputs.push({ format, target, temporary, ...writeTemporary(temporary, target, content) })
  }
  return {
    index: job.index,
    name: job.name,
    status: isIncomplete(made.problems) ? 'partial' : 'success',
    sha256,
    ...made,
    outputs,
    contents,
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
