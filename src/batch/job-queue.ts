/**
 * Documents that wait for a worker. Short texts are handed over several at a time: the message that carries one, and the
 * switch from process to process, cost as much as the text itself.
 */
import { statSync } from 'node:fs'
import type { DocumentResult, Job } from './job.ts'

/** A document and who waits for it. */
export interface Waiting {
  readonly job: Job
  /** Gets `null` when the document was not begun. */
  readonly done: (result: DocumentResult | null) => void
  /** Bytes of a text; `Infinity` for what is handed over alone. */
  readonly size: number
}

/** Texts that are handed over together, at most. */
export const TOGETHER_MAX = 16
/** Bytes of texts that are handed over together, at most: about half a second of work. */
export const TOGETHER_BYTES = 2 ** 16

/** Endings of texts. Everything else may take seconds a page; what lies about its ending only waits a little longer. */
const TEXT = /\.(?:txt|text|md)$/i

/** Bytes of a job's text; `Infinity` when it is none, or of unknown size. */
export function sizeOf({ path, bytes, text }: Job): number {
  if (text !== undefined) return text.length
  if (bytes !== undefined || !TEXT.test(path)) return Number.POSITIVE_INFINITY
  const found = statSync(path, { throwIfNoEntry: false })
  // What is missing is quickly said; a pipe of the shell may keep its reader waiting.
  return found === undefined ? 0 : found.isFile() ? found.size : Number.POSITIVE_INFINITY
}

/** First in, first out. */
export class JobQueue {
  private readonly items: Waiting[] = []
  private readonly workers: number

  /** @param workers that take from the queue */
  constructor(workers: number) {
    this.workers = workers
  }

  get isEmpty(): boolean {
    return this.items.length === 0
  }

  /** Whether every worker finds enough here: texts to take together, or a document that is work for long. */
  get isFull(): boolean {
    return (
      this.items.length >= this.workers * TOGETHER_MAX || this.items.at(-1)?.size === Number.POSITIVE_INFINITY
    )
  }

  add(waiting: Waiting): void {
    this.items.push(waiting)
  }

  /** Puts documents at the head, to be handed over one by one. */
  addAlone(waiting: readonly Waiting[]): void {
    this.items.unshift(...waiting.map((one) => ({ ...one, size: Number.POSITIVE_INFINITY })))
  }

  /** Empties the queue. */
  drop(): void {
    for (const { done } of this.items.splice(0)) done(null)
  }

  /** The next documents for a worker: no more than its share of those that wait, so that all end at the same time. */
  take(): Waiting[] {
    const count = Math.min(TOGETHER_MAX, Math.ceil(this.items.length / this.workers))
    let bytes = 0
    let taken = 0
    for (; taken < count; taken++) {
      bytes += (this.items[taken] as Waiting).size
      if (bytes > TOGETHER_BYTES && taken > 0) break
      if (bytes === Number.POSITIVE_INFINITY) {
        taken++
        break
      }
    }
    return this.items.splice(0, taken)
  }
}
