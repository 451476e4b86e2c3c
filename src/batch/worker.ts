/** A worker of the pool from the inside. */
import type { DocumentResult, Job } from './job.ts'
import type { Library } from './library.ts'
import type { WorkerAnswer, WorkerSign } from './pool.ts'
import { createWork } from './process-document.ts'

const MIB = 2 ** 20

/** Says that this process is alive, and how far it has come. */
function sign(progress: WorkerSign['progress']): void {
  const message: WorkerSign = { pid: process.pid, progress }
  process.send?.(message)
}

/**
 * The function that a worker answers jobs with. Ctrl-C, which a terminal sends to all processes, is left to the
 * parent; when the parent is gone the worker goes too, also when an OCR engine keeps it alive.
 */
export function createWorker(library: Library): (job: Job) => Promise<WorkerAnswer> {
  process.on('SIGINT', () => {})
  process.once('disconnect', () => process.exit())
  const work = createWork(library, () => performance.now())
  return async (job) => {
    sign(null)
    const result: DocumentResult = await work(job, sign)
    return { result, rssMiB: process.memoryUsage.rss() / MIB }
  }
}
