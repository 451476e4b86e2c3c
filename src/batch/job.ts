/**
 * One document of a batch as it is handed to whoever does the work, and what comes back. Both cross process
 * borders: plain data, small. Results themselves go to files; only what is to be printed comes back as text.
 */
import type { Source } from '../restore/source.ts'

/** Forms a result can have. */
export type OutputFormat = 'text' | 'json' | 'html'

/** How documents are repaired; the same for all documents of a run. */
export interface RepairSettings {
  /** A model made with `vanban train`; `null`: the one of the package. */
  readonly model: string | null
  /** Lists of the user's own, merged. */
  readonly dictionaries: readonly string[]
  readonly source: Source | 'auto'
  readonly minConfidence: number | null
  readonly ocr: 'auto' | 'always' | 'never'
  /** "1-3,7,10-"; `null`: all. */
  readonly pages: string | null
}

/** A result that is wanted. */
export interface WantedOutput {
  readonly format: OutputFormat
  /** File it will have; `null`: it comes back as text. */
  readonly target: string | null
  /** File it is written to first, in the folder of the target's file system; `null` like `target`. */
  readonly temporary: string | null
}

/** A document to work on. */
export interface Job {
  /** Place in the run, from 0. */
  readonly index: number
  /** File to read. */
  readonly path: string
  /** How the document is called in messages and results. */
  readonly name: string
  /** The document itself where it is no file (stdin). */
  readonly bytes?: Uint8Array
  readonly outputs: readonly WantedOutput[]
  readonly settings: RepairSettings
  /** Give back the text before and after too, for `--diff`. */
  readonly texts?: boolean
}

/** `partial`: there is a result, but not of all pages; `skipped`: done in an earlier run. */
export type DocumentStatus = 'success' | 'partial' | 'failed' | 'skipped'

/** Something wrong with a document. */
export interface Problem {
  /** Code of a `VanbanError`, of an `IngestProblem`, or `INTERNAL`. */
  readonly code: string
  readonly severity: 'error' | 'warning'
  /** A full sentence. */
  readonly message: string
  readonly page: number | null
}

/** A result that was made. */
export interface MadeOutput {
  readonly format: OutputFormat
  readonly target: string
  readonly temporary: string
  readonly bytes: number
  readonly sha256: string
}

/** Counts of one document; sums of them are counts of a run. */
export interface DocumentCounts {
  readonly pages: number
  readonly words: number
  /** Sum of the confidences of all words; divided by `words` it is the mean. */
  readonly confidence: number
  readonly certain: number
  readonly likely: number
  readonly suggestions: number
  readonly review: number
  /** Edits that were made, by reason. */
  readonly byReason: Readonly<Record<string, number>>
}

/** What became of a document. */
export interface DocumentResult {
  readonly index: number
  readonly name: string
  readonly status: DocumentStatus
  readonly problems: readonly Problem[]
  /** SHA-256 of the document, hexadecimal; `null` when it could not be read. */
  readonly sha256: string | null
  readonly counts: DocumentCounts
  readonly changed: boolean
  readonly outputs: readonly MadeOutput[]
  /** Results that were wanted as text, in the order they were wanted. */
  readonly contents: readonly string[]
  /** Before and after, where asked for. */
  readonly texts?: { readonly original: string; readonly repaired: string }
  readonly ms: number
}

export const NO_COUNTS: DocumentCounts = {
  pages: 0,
  words: 0,
  confidence: 0,
  certain: 0,
  likely: 0,
  suggestions: 0,
  review: 0,
  byReason: {},
}

/** The result of a document that could not be worked on. */
export function failedResult(job: Job, problem: Omit<Problem, 'severity'>, ms = 0): DocumentResult {
  return {
    index: job.index,
    name: job.name,
    status: 'failed',
    problems: [{ ...problem, severity: 'error' }],
    sha256: null,
    counts: NO_COUNTS,
    changed: false,
    outputs: [],
    contents: [],
    ms,
  }
}
