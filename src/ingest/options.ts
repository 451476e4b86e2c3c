/** How a file is to be read. */
import type { Dictionary } from '../restore/dictionary.ts'
import type { Model } from '../restore/model.ts'
import type { Source } from '../restore/source.ts'
import type { IngestLimits } from './limits.ts'

/** How far the reading has come. */
export interface IngestProgress {
  readonly stage: 'open' | 'read' | 'ocr' | 'repair'
  /** Page that was finished, from 1; 0 while the file is opened. */
  readonly page: number
  /** Pages that are to be read; 0 while that is not known. */
  readonly pages: number
}

/** Where notes on the reading go; nothing is printed without. */
export interface IngestLogger {
  warn?(message: string): void
  detail?(message: string): void
}

/** Options of `importDocument`. */
export interface ImportOptions {
  /** Needed also when repair is off: it grades text layers. */
  readonly model: Model
  /** How bytes are called in messages; a file is called by its path. */
  readonly name?: string
  /** Repair the text; default true. */
  readonly repair?: boolean
  /**
   * `auto` (default): pages whose text layer is missing or poor are read from their image; `always`: all pages of PDFs
   * are; `never`: none, and images are refused.
   */
  readonly ocr?: 'auto' | 'always' | 'never'
  /** Pages of a PDF or image to read, "1-3,7,10-"; default all. Texts and Word files are read whole. */
  readonly pages?: string
  /** A list of the user's own. */
  readonly dictionary?: Dictionary
  /** What read a text file: see `repair`. Text layers are judged page by page. */
  readonly source?: Source | 'auto'
  /** See `repair`. */
  readonly minConfidence?: number
  readonly limits?: Partial<IngestLimits>
  /** Pages in flight and OCR engines at work; default: two, or one on a machine with one core. */
  readonly jobs?: number
  readonly onProgress?: (progress: IngestProgress) => void
  /** Ends the reading early; `importDocument` then rejects with the signal's reason. */
  readonly signal?: AbortSignal
  readonly logger?: IngestLogger
}
