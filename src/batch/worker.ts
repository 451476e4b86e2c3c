/** A worker of the pool from the inside. */
import { setFlagsFromString } from 'node:v8'
import type { Progress } from './executor.ts'
import type { DocumentResult, Job } from './job.ts'
import type { Library } from './library.ts'
import type { WorkerAnswer, WorkerSign } from './pool.ts'
import { createWork } from './process-document.ts'

const MIB = 2 ** 20
/** Garbage is collected after so many documents, some forty milliseconds: left to itself the heap grows by half. */
const COLLECT_EVERY = 200

/**
 * A third of a worker's first hundreds of documents is compiling, on threads that the worker beside it has to do without.
 * With less inlined that is a third less, and the code as fast. V8 passes over a flag it does not know.
 */
const COMPILER = '--max-inlined-bytecode-size-cumulative=300'

/** A sign of life says nothing new sooner than this. */
const SIGN_MS = 200

/**
 * The function that a worker answers jobs with, some at a time. Ctrl-C, which a terminal sends to all processes, is left to the
 * parent; when the parent is gone the worker goes too, also when an OCR engine keeps it alive.
 */
export function createWorker(library: Library): (jobs: readonly Job[]) => Promise<WorkerAnswer> {
  setFlagsFromString(COMPILER)
  process.on('SIGINT', () => {})
  process.once('disconnect', () => process.exit())
  const work = createWork(library, () => performance.now())
  let done = 0
  let last = 0
  const sign = (progress: Progress | null): void => {
    const now = performance.now()
    if (now - last < SIGN_MS) return
    last = now
    process.send?.({ progress } satisfies WorkerSign)
  }
  return async (jobs) => {
    // Pages of the documents before must not hide the first sign of these.
    last = performance.now()
    const results: DocumentResult[] = []
    for (const job of jobs) {
      results.push(await work(job, sign))
      if (++done % COLLECT_EVERY === 0) globalThis.gc?.()
      sign(null)
    }
    return { results, rssMiB: process.memoryUsage.rss() / MIB }
  }
}
