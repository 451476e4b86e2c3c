/** The list of a run's reports. */
import type { Outcome } from './outcome.ts'

/** A document of the list. */
export interface IndexEntry {
  readonly outcome: Outcome
  /** Path of its report from the list, with "/"; `null` without one. */
  readonly report: string | null
}

export function toIndexHtml(entries: readonly IndexEntry[]): string {
  return `${entries.length}`
}
