/** A worker of the pool from the inside. */
import type { Progress } from './executor.ts'
import type { DocumentResult, Job } from './job.ts'
import type { Library } from './library.ts'
import type { WorkerAnswer, WorkerSign } from './pool.ts'
import { createWork } from './process-document.ts'

const MIB = 2 ** 20
/** Garbage is collected after so many documents, some thirty milliseconds: left to itself the heap grows by half. */
const COLLECT_EVERY = 100

/** A sign of life says nothing new sooner than this. */
const SIGN_MS = 200

/**
 * The function that a worker answers jobs with. Ctrl-C, which a terminal sends to all processes, is left to the
 * parent; when the parent is gone the worker goes too, also when an OCR engine keeps it alive.
 */
export function createWorker(library: Library): (job: Job) => Promise<WorkerAnswer> {
  process.on('SIGINT', () => {})
  process.once('disconnect', () => process.exit())
  const work = createWork(library, () => performance.now())
  let last = 0
  let done = 0
  const sign = (progress: Progress): void => {
    const now = performance.now()
    if (now - last < SIGN_MS) return
    last = now
    process.send?.({ progress } satisfies WorkerSign)
  }
  return async (job) => {
    // A document begins: pages of the one before must not hide its own.
    last = performance.now()
    const result: DocumentResult = await work(job, sign)
    if (++done % COLLECT_EVERY === 0) globalThis.gc?.()
    return { result, rssMiB: process.memoryUsage.rss() / MIB }
  }
}
