/** What can be done with a document: the part that repairing, parsing and converting have each of their own. */
import type { DocumentCounts, Problem } from '../report/outcome.ts'
import type { Progress } from './executor.ts'
import type { Job, OutputFormat, Settings } from './job.ts'
import type { DataLoader, Library } from './library.ts'

/** What was made of a document, in no form yet. */
export interface Made {
  readonly problems: readonly Problem[]
  readonly counts: DocumentCounts
  readonly changed: boolean
  readonly note?: string
  /** Before and after, for `--diff`. */
  readonly texts?: { readonly original: string; readonly repaired: string }
  /** The text of a result. */
  render(format: OutputFormat): string | Promise<string>
}

/** How a document is read, the same for all. */
export interface Reading {
  /** OCR engines a document may use; without it, as many as the reader thinks right. */
  readonly engines?: number
  /** Ends the reading of a document at once. */
  readonly signal?: AbortSignal
}

/** What the work on a document is given beside the document. */
export interface TaskContext extends Reading {
  readonly library: Library
  readonly loader: DataLoader
  readonly sha256: string
  readonly onProgress?: (progress: Progress) => void
}

/** A job of one kind. */
export type JobOf<S extends Settings> = Omit<Job, 'settings'> & { readonly settings: S }

/** Works on one document. */
export type Task<S extends Settings> = (job: JobOf<S>, context: TaskContext) => Promise<Made>
