/** What an earlier run leaves to do of a document: all of it, some of its files, or nothing. */
import { VanbanError } from '../errors.ts'
import type { Problem } from '../report/outcome.ts'
import { documentKey } from './fingerprint.ts'
import { hashInput, readWhole } from './hash-input.ts'
import { type DocumentResult, failedResult, type Job } from './job.ts'
import type { JournalRecords, TargetState } from './journal-records.ts'
import { problemOf } from './problem.ts'

/** A document of which something is to be made. */
export interface Resumed {
  /** With the results that are to be made. */
  readonly job: Job
  /** Targets that are there, and are to be replaced. */
  readonly replaced: ReadonlySet<string>
  /** What is left as it is, and why. */
  readonly problems: readonly Problem[]
}

/** How a run takes what is there. */
export interface ResumeOptions {
  readonly fingerprint: string
  readonly force: boolean
}

/** Code of the warning that a result is left as someone has altered it. */
export const RESULT_ALTERED = 'RESULT_ALTERED'

/** A target and what it is to a document. */
export interface TargetFound {
  readonly target: string
  readonly state: TargetState
}

/** What the targets of a document are to it. */
export async function findTargets(
  { outputs }: Job,
  sha256: string,
  records: JournalRecords,
  fingerprint: string,
): Promise<TargetFound[]> {
  const key = documentKey(sha256, fingerprint)
  const found: TargetFound[] = []
  for (const { target } of outputs) {
    if (target !== null) found.push({ target, state: await records.stateOf(key, target) })
  }
  return found
}

/**
 * Looks what is left to do. What someone has altered by hand is kept, what was made from something else is refused: only
 * `force` replaces either.
 */
export async function resumeDocument(
  job: Job,
  records: JournalRecords,
  { fingerprint, force }: ResumeOptions,
): Promise<Resumed | DocumentResult> {
  let sha256: string
  try {
    sha256 = await hashInput(await readWhole(job))
  } catch (error) {
    return failedResult(job, problemOf(error))
  }
  const found = await findTargets(job, sha256, records, fingerprint)
  const refused = force ? undefined : found.find(({ state }) => state === 'outdated' || state === 'foreign')
  if (refused !== undefined) return { ...failedResult(job, problemOf(refusal(refused))), sha256 }
  const altered = force ? [] : found.filter(({ state }) => state === 'altered')
  const kept = new Set(altered.map(({ target }) => target))
  for (const { target, state } of found) if (state === 'done') kept.add(target)
  const problems = altered.map(warning)
  const outputs = job.outputs.filter(({ target }) => target === null || !kept.has(target))
  if (outputs.length > 0 || job.outputs.length === 0) {
    const replaced = found.filter(({ target, state }) => state !== 'missing' && !kept.has(target))
    return { job: { ...job, outputs }, replaced: new Set(replaced.map(({ target }) => target)), problems }
  }
  const entry = records.find(documentKey(sha256, fingerprint))
  const { counts, changed } = entry ?? failedResult(job, NOTHING)
  return {
    ...failedResult(job, NOTHING),
    status: 'skipped',
    problems: [...(entry?.problems ?? []), ...problems],
    sha256,
    counts,
    changed,
  }
}

const NOTHING = { code: '', message: '', page: null }

function refusal({ target, state }: TargetFound): VanbanError {
  const message =
    state === 'outdated'
      ? `${target} was made from other content, with other options or with another model: --force makes it again, another folder keeps it.`
      : `${target} exists already, and no run that the journal of this folder knows of made it: give another folder, or --force to replace it.`
  return new VanbanError('OUTPUT_UNWRITABLE', 'batch', message, { file: target })
}

function warning({ target }: TargetFound): Problem {
  return {
    code: RESULT_ALTERED,
    severity: 'warning',
    message: `${target} was altered since it was made, and stays as it is: --force makes it again.`,
    page: null,
  }
}
