/**
 * One document of a batch as it is handed to whoever does the work, and what comes back. Both cross process
 * borders: plain data, small. Results themselves go to files; only what is to be printed comes back as text.
 */
import type { LegacyEncoding } from '../encoding/names.ts'
import { NO_COUNTS, type Outcome, type Problem } from '../report/outcome.ts'
import type { Source } from '../restore/source.ts'

/** Forms a result can have, by what is done. */
export type RepairFormat = 'text' | 'json' | 'html'
export type ParseFormat = 'json' | 'markdown' | 'csv' | 'register' | 'akn'
export type ConvertFormat = 'text' | 'json'
export type OutputFormat = RepairFormat | ParseFormat | ConvertFormat

/** What is loaded for a document. */
export interface DataSettings {
  /** A model made with `vanban train`; `null`: the one of the package. */
  readonly model: string | null
  /** Lists of the user's own, merged. */
  readonly dictionaries: readonly string[]
}

/** How documents are read and repaired. */
export interface ReadSettings extends DataSettings {
  readonly source: Source | 'auto'
  readonly minConfidence: number | null
  readonly ocr: 'auto' | 'always' | 'never'
  /** "1-3,7,10-"; `null`: all. */
  readonly pages: string | null
}

/** Documents are repaired. */
export interface RepairSettings extends ReadSettings {
  readonly task: 'repair'
}

/** Documents are repaired, unless they are right as they are, and taken apart. */
export interface ParseSettings extends ReadSettings {
  readonly task: 'parse'
  readonly repair: boolean
  /** Words that were read with less confidence become warnings. */
  readonly threshold: number
  /** Whether JSON holds the text. */
  readonly withText: boolean
  /** Whether tables begin with a byte order mark. */
  readonly bom: boolean
}

/** Texts are brought to UTF-8 in NFC. */
export interface ConvertSettings extends DataSettings {
  readonly task: 'convert'
  readonly from: 'auto' | LegacyEncoding
}

/** What is done, and how; the same for all documents of a run. */
export type Settings = RepairSettings | ParseSettings | ConvertSettings

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
  /** The document where it is text already, and is not to be taken for anything else. */
  readonly text?: string
  readonly outputs: readonly WantedOutput[]
  readonly settings: Settings
  /** Give back the text before and after too, for `--diff`. */
  readonly texts?: boolean
}

/** A result that was made. */
export interface MadeOutput {
  readonly format: OutputFormat
  readonly target: string
  readonly temporary: string
  readonly bytes: number
  readonly sha256: string
}

/** What became of a document. */
export interface DocumentResult extends Outcome {
  readonly index: number
  readonly outputs: readonly MadeOutput[]
  /** Results that were wanted as text, in the order they were wanted. */
  readonly contents: readonly string[]
  /** Before and after, where asked for. */
  readonly texts?: { readonly original: string; readonly repaired: string }
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
