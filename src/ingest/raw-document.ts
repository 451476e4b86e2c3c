/** What the readers of single formats give to, and get from, `importDocument`. */
import type { DocumentKind, IngestedPage, IngestProblem } from './document.ts'
import type { IngestLimits } from './limits.ts'
import type { ImportOptions, IngestProgress } from './options.ts'
import type { PageChoice } from './page-ranges.ts'

/** A page before repair. */
export type RawPage = Omit<IngestedPage, 'text' | 'repair'>

/** A file's pages; a reader that has to choose between two readings of a page repairs it for that. */
export interface RawDocument {
  readonly kind: DocumentKind
  readonly encoding: string | null
  readonly pages: readonly (RawPage | IngestedPage)[]
}

/** What all readers need of the call. */
export interface ReadContext {
  readonly options: ImportOptions
  readonly limits: IngestLimits
  /** The file as messages call it. */
  readonly name: string
  /** For errors. */
  readonly place: { readonly file?: string }
  readonly signal: AbortSignal | undefined
  readonly isWanted: PageChoice
  /** OCR engines at work at a time. */
  readonly jobs: number
  /** What was noticed so far. */
  readonly problems: IngestProblem[]
  report(problem: IngestProblem): void
  progress(progress: IngestProgress): void
}
