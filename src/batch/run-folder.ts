/** A batch into a folder: results under their names, everything entered in the journal, nothing done twice. */
import { join } from 'node:path'
import { VanbanError } from '../errors.ts'
import type { Executor } from './executor.ts'
import { documentKey } from './fingerprint.ts'
import type { DocumentResult, Job, OutputFormat, Settings } from './job.ts'
import { alreadyThere, Journal } from './journal.ts'
import { isThere } from './journal-records.ts'
import { isFatal, problemOf } from './problem.ts'
import { type Resumed, resumeDocument } from './resume.ts'
import { runBatch } from './run-batch.ts'

/** An input and the files its results go to. */
export interface FolderDocument {
  readonly path: string
  readonly name: string
  readonly bytes?: Uint8Array
  readonly targets: readonly { readonly format: OutputFormat; readonly target: string }[]
}

/** A run into a folder. */
export interface FolderRun {
  readonly output: string
  readonly documents: readonly FolderDocument[]
  readonly settings: Settings
  /** Of settings and model, see `fingerprint`. */
  readonly fingerprint: string
  readonly executor: Executor
  readonly resume: boolean
  readonly force: boolean
  /** Take no more documents after one that failed. */
  readonly failFast: boolean
  readonly signal?: AbortSignal
  readonly onResult: (result: DocumentResult) => void
}

/**
 * Runs it.
 *
 * @throws VanbanError `OUTPUT_UNWRITABLE` before any work when a target exists that is not to be replaced,
 *   `RUN_LOCKED`, and errors that would meet every document
 */
export async function runFolder(run: FolderRun): Promise<void> {
  const { executor, fingerprint, signal } = run
  const journal = await openJournal(run)
  /** Documents of an earlier run of which something is left to do. */
  const begun = new Map<number, Resumed>()
  let stopped = false
  try {
    await runBatch({
      jobs: jobsOf(run, journal, begun),
      executor,
      stop: () => stopped || signal?.aborted === true,
      onResult: (made) => {
        const before = begun.get(made.index)
        begun.delete(made.index)
        const result = made.status === 'skipped' ? made : enter(made, journal, fingerprint, before)
        const fatal = result.problems.find(isFatal)
        if (fatal !== undefined) {
          throw new VanbanError(fatal.code as 'BAD_ARGUMENT', 'batch', fatal.message, { file: result.name })
        }
        if (result.status === 'failed' && run.failFast) stopped = true
        run.onResult(result)
      },
    })
  } finally {
    await executor.close()
    await journal.close()
  }
}

async function openJournal({ documents, output, executor, force, resume }: FolderRun): Promise<Journal> {
  try {
    if (!force && !resume) refuseExisting(documents)
    return await Journal.open(output, { remember: resume, force })
  } catch (error) {
    await executor.close()
    throw error
  }
}

function refuseExisting(documents: readonly FolderDocument[]): void {
  for (const { targets } of documents) {
    for (const { target } of targets) if (isThere(target)) throw alreadyThere(target)
  }
}

/** Enters a result; files that cannot be put in place make the document fail. */
function enter(
  result: DocumentResult,
  journal: Journal,
  fingerprint: string,
  before: Resumed | undefined,
): DocumentResult {
  const key = documentKey(result.sha256, fingerprint)
  try {
    journal.commit(key, result, before?.replaced)
    return before === undefined ? result : { ...result, problems: [...result.problems, ...before.problems] }
  } catch (error) {
    const failed: DocumentResult = {
      ...result,
      status: 'failed',
      problems: [...result.problems, { ...problemOf(error), severity: 'error' }],
      outputs: [],
    }
    journal.commit(key, failed)
    return failed
  }
}

/** The jobs of a run; documents that are done already come as results. */
async function* jobsOf(
  run: FolderRun,
  journal: Journal,
  begun: Map<number, Resumed>,
): AsyncGenerator<Job | DocumentResult> {
  let index = 0
  for (const { path, name, bytes, targets } of run.documents) {
    const job: Job = {
      index: index++,
      path,
      name,
      ...(bytes === undefined ? {} : { bytes }),
      outputs: targets.map(({ format, target }, i) => ({
        format,
        target,
        temporary: join(journal.scratch, `${index}-${i}`),
      })),
      settings: run.settings,
    }
    if (!run.resume) {
      yield job
      continue
    }
    const found = await resumeDocument(job, journal.records, run)
    if ('job' in found) begun.set(job.index, found)
    yield 'job' in found ? found.job : found
  }
}
