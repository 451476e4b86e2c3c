/** What became of a run: totals and failures, for programs as JSON, one line a document as CSV. */
import { toCsv } from './csv.ts'
import { addCounts, type DocumentCounts, meanConfidence, NO_COUNTS, type Outcome } from './outcome.ts'

/** Version of the JSON summary. */
const SUMMARY_SCHEMA_VERSION = 1

/** A document that has no result, and why. */
export interface Failure {
  readonly name: string
  readonly code: string
  readonly message: string
}

/** The totals of a run. */
export interface Summary {
  readonly schemaVersion: number
  readonly documents: {
    readonly total: number
    readonly success: number
    readonly partial: number
    readonly failed: number
    /** Done in an earlier run; their counts are part of the totals. */
    readonly skipped: number
    /** Whose text was changed. */
    readonly changed: number
  }
  readonly pages: number
  readonly words: number
  readonly repairs: {
    readonly total: number
    readonly certain: number
    readonly likely: number
    /** Made repairs by reason, most frequent first. */
    readonly byReason: Readonly<Record<string, number>>
  }
  readonly suggestions: number
  /** Words a person should look at. */
  readonly review: number
  readonly meanConfidence: number | null
  readonly failures: readonly Failure[]
  readonly seconds: number
  /** Of this run: pages of skipped documents do not count. */
  readonly pagesPerSecond: number
}

/** Adds up outcomes. Keeps one short row for each document, nothing of their texts. */
export class SummaryBuilder {
  private counts: DocumentCounts = NO_COUNTS
  private readonly byStatus = { success: 0, partial: 0, failed: 0, skipped: 0 }
  private changed = 0
  private pagesNow = 0
  private readonly failures: Failure[] = []
  private readonly rows: Outcome[] = []

  /** Documents so far. */
  get total(): number {
    return this.rows.length
  }

  get failed(): number {
    return this.byStatus.failed
  }

  /** Outcomes so far, in the order they came. */
  get outcomes(): readonly Outcome[] {
    return this.rows
  }

  add({ name, status, problems, sha256, counts, changed, ms }: Outcome): void {
    this.rows.push({ name, status, problems, sha256, counts, changed, ms })
    this.byStatus[status]++
    this.counts = addCounts(this.counts, counts)
    if (changed) this.changed++
    if (status !== 'skipped') this.pagesNow += counts.pages
    const cause = problems.find(({ severity }) => severity === 'error')
    if (cause !== undefined) this.failures.push({ name, code: cause.code, message: cause.message })
  }

  /** @param seconds the run took */
  build(seconds: number): Summary {
    const { counts, byStatus } = this
    const byReason = Object.entries(counts.byReason).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    return {
      schemaVersion: SUMMARY_SCHEMA_VERSION,
      documents: { total: this.total, ...byStatus, changed: this.changed },
      pages: counts.pages,
      words: counts.words,
      repairs: {
        total: counts.certain + counts.likely,
        certain: counts.certain,
        likely: counts.likely,
        byReason: Object.fromEntries(byReason),
      },
      suggestions: counts.suggestions,
      review: counts.review,
      meanConfidence: meanConfidence(counts),
      failures: [...this.failures],
      seconds,
      pagesPerSecond: seconds > 0 ? this.pagesNow / seconds : 0,
    }
  }

  /**
   * One row a document.
   *
   * @param words puts messages, which are for people, in their language
   */
  toCsv(words: (text: string) => string = (text) => text): string {
    const rows = [...this.rows].sort((a, b) => (a.name < b.name ? -1 : 1))
    return toCsv([
      [
        ...['file', 'status', 'pages', 'words', 'repairs', 'certain', 'likely', 'suggestions', 'review'],
      ].concat('mean_confidence', 'seconds', 'code', 'message'),
      ...rows.map(({ name, status, problems, counts, ms }) => {
        const cause = problems.find(({ severity }) => severity === 'error') ?? problems[0]
        return [
          name,
          status,
          counts.pages,
          counts.words,
          counts.certain + counts.likely,
          counts.certain,
          counts.likely,
          counts.suggestions,
          counts.review,
          meanConfidence(counts)?.toFixed(4) ?? '',
          (ms / 1000).toFixed(3),
          cause?.code ?? '',
          words(cause?.message ?? ''),
        ]
      }),
    ])
  }
}
