/** Who does the work: in this process one after the other, or in others side by side. */
import type { DocumentResult, Job } from './job.ts'

/** Works on documents. */
export interface Executor {
  /** Documents that can be in work at a time. */
  readonly width: number
  /**
   * Works on one document. Whatever a document does – crash, hang, use up the memory – comes back as a result with
   * the status `failed`; the promise is never rejected for it.
   */
  run(job: Job): Promise<DocumentResult>
  /** Ends the workers. */
  close(): Promise<void>
}

/** How far a document has come. */
export interface Progress {
  readonly index: number
  readonly page: number
  readonly pages: number
}
