/** One document after the other, in this process: for tests, for `--jobs 1`, and for a document alone. */
import type { Executor, Progress } from './executor.ts'
import { type DocumentResult, failedResult, type Job } from './job.ts'
import { problemOf } from './problem.ts'

/** Works on one document, as `processDocument` does. */
export type Work = (job: Job, onProgress?: (progress: Progress) => void) => Promise<DocumentResult>

/** Works in this process. Exceptions cost one document; nothing here protects from hangs and crashes. */
export class SerialExecutor implements Executor {
  readonly width = 1
  private busy = false
  private readonly work: Work
  private readonly onProgress: ((progress: Progress) => void) | undefined

  constructor(work: Work, onProgress?: (progress: Progress) => void) {
    this.work = work
    this.onProgress = onProgress
  }

  get isFull(): boolean {
    return this.busy
  }

  async run(job: Job): Promise<DocumentResult> {
    this.busy = true
    try {
      return await this.work(job, this.onProgress)
    } catch (error) {
      return failedResult(job, problemOf(error))
    } finally {
      this.busy = false
    }
  }

  drop(): void {}

  async close(): Promise<void> {}
}
