/** Who does the work: in this process one after the other, or in others side by side. */
import type { DocumentResult, Job } from './job.ts'

/** Works on documents. */
export interface Executor {
  /** Documents that are worked on at a time. */
  readonly width: number
  /** Whether another document would have to wait long. */
  readonly isFull: boolean
  /**
   * Works on one document. Whatever a document does – crash, hang, use up the memory – comes back as a result with
   * the status `failed`; the promise is never rejected for it. `null` when it was dropped.
   */
  run(job: Job): Promise<DocumentResult | null>
  /** Drops the documents that have not been begun. */
  drop(): void
  /** Ends the workers. */
  close(): Promise<void>
}

/** How far a document has come. */
export interface Progress {
  readonly index: number
  readonly page: number
  readonly pages: number
}
