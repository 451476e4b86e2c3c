/** What the readers of single formats give to, and get from, `importDocument`. */
import type { DocumentKind, IngestedPage, IngestProblem } from './document.ts'
import type { IngestLimits } from './limits.ts'
import type { ImportOptions, IngestProgress } from './options.ts'
import type { PageChoice } from './page-ranges.ts'

/** A page before repair; a reader that repaired it already (to choose between two readings) says so. */
export type RawPage = Omit<IngestedPage, 'text' | 'repair'> & Partial<Pick<IngestedPage, 'text' | 'repair'>>

/** A file's pages before repair. */
export interface RawDocument {
  readonly kind: DocumentKind
  readonly encoding: string | null
  readonly pages: readonly RawPage[]
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
  /** What was noticed so far. */
  readonly problems: IngestProblem[]
  report(problem: IngestProblem): void
  progress(progress: IngestProgress): void
}
