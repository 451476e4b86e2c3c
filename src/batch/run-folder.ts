/** A batch into a folder: results under their names, everything entered in the journal, nothing done twice. */
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { VanbanError } from '../errors.ts'
import type { Executor } from './executor.ts'
import { documentKey } from './fingerprint.ts'
import { hashInput, readWhole } from './hash-input.ts'
import { type DocumentResult, failedResult, type Job, type OutputFormat, type RepairSettings } from './job.ts'
import { alreadyThere, Journal } from './journal.ts'
import { isFatal, problemOf } from './problem.ts'
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
  readonly settings: RepairSettings
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
  let stopped = false
  try {
    await runBatch({
      jobs: jobsOf(run, journal),
      executor,
      stop: () => stopped || signal?.aborted === true,
      onResult: (made) => {
        const result = made.status === 'skipped' ? made : enter(made, journal, fingerprint)
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
    for (const { target } of targets) if (exists(target)) throw alreadyThere(target)
  }
}

const exists = (path: string): boolean => {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    // Part of the path is a file: what cannot be written is said when it is tried.
    return false
  }
}

/** Enters a result; files that cannot be put in place make the document fail. */
function enter(result: DocumentResult, journal: Journal, fingerprint: string): DocumentResult {
  const key = documentKey(result.sha256, fingerprint)
  try {
    journal.commit(key, result)
    return result
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
async function* jobsOf(run: FolderRun, journal: Journal): AsyncGenerator<Job | DocumentResult> {
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
    yield run.resume ? await resumed(job, run, journal) : job
  }
}

async function resumed(job: Job, run: FolderRun, journal: Journal): Promise<Job | DocumentResult> {
  let sha256: string
  try {
    sha256 = await hashInput(await readWhole(job))
  } catch (error) {
    return failedResult(job, problemOf(error))
  }
  const entry = journal.find(documentKey(sha256, run.fingerprint), job.name)
  const targets = job.outputs.map(({ target }) => target as string)
  if (entry !== undefined && (await journal.isDone(entry, targets))) {
    return {
      index: job.index,
      name: job.name,
      status: 'skipped',
      problems: entry.problems,
      sha256,
      counts: entry.counts,
      changed: entry.changed,
      outputs: [],
      contents: [],
      ms: 0,
    }
  }
  for (const target of targets) {
    if (exists(target) && !journal.mayReplace(target, entry)) {
      return { ...failedResult(job, problemOf(alreadyThere(target))), sha256 }
    }
  }
  return job
}
