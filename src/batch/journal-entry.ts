/** One line of the journal: a document, what was made of it, and from what. */
import type { DocumentCounts, DocumentStatus, Problem } from '../report/outcome.ts'
import type { DocumentResult, OutputFormat } from './job.ts'

/** A file that a document's result is in. */
export interface JournalOutput {
  readonly format: OutputFormat
  /** Relative to the output folder, with "/". */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** A document that was worked on. */
export interface JournalEntry {
  /** Of content, options and model: see `fingerprint.ts`. */
  readonly key: string
  /** As it was called in the run. */
  readonly input: string
  readonly sha256: string | null
  readonly status: DocumentStatus
  readonly outputs: readonly JournalOutput[]
  readonly counts: DocumentCounts
  readonly changed: boolean
  readonly problems: readonly Problem[]
  readonly ms: number
}

/** First line of every journal. */
export const JOURNAL_HEADER = '{"vanban":"journal","version":1}'

/** The entry of a result. */
export function toEntry(
  key: string,
  result: DocumentResult,
  outputs: readonly JournalOutput[],
): JournalEntry {
  const { name: input, sha256, status, counts, changed, problems, ms } = result
  return { key, input, sha256, status, outputs, counts, changed, problems, ms: Math.round(ms) }
}

/** The entries of a journal's text. Lines that were cut short by a kill, or are damaged, are left out. */
export function parseEntries(text: string): JournalEntry[] {
  const entries: JournalEntry[] = []
  for (const line of text.split('\n')) {
    if (line === '' || line === JOURNAL_HEADER) continue
    try {
      const entry = JSON.parse(line) as JournalEntry
      if (typeof entry.key === 'string' && Array.isArray(entry.outputs) && Array.isArray(entry.problems))
        entries.push(entry)
    } catch {
      // Half a line: its document is done again.
    }
  }
  return entries
}
