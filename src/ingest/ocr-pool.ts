/** A few OCR engines that share the pages of a document: each page has a time limit, an aborted run ends at once. */
import { VanbanError } from '../errors.ts'
import type { GreyImage } from './canvas.ts'
import { withContrast } from './contrast.ts'
import { shelveEngine, takeEngine } from './ocr-shelf.ts'
import type { OcrEngine, OcrLine } from './tesseract.ts'

/** How the pool works. */
export interface OcrPoolOptions {
  /** Engines at work at a time. */
  readonly size: number
  readonly signal?: AbortSignal | undefined
  /** Seconds a page may take. */
  readonly seconds: number
  /** Gives an engine, and takes an idle one back; replaced by tests. */
  readonly open?: () => Promise<OcrEngine>
  readonly putAway?: (engine: OcrEngine) => Promise<void>
}

/** Engines are started when first needed. Close the pool when done. */
export class OcrPool {
  private readonly options: OcrPoolOptions
  private readonly open: () => Promise<OcrEngine>
  private readonly idle: OcrEngine[] = []
  private readonly busy = new Set<OcrEngine>()
  private readonly waiting: (() => void)[] = []
  private running = 0
  private warmed: Promise<OcrEngine> | undefined

  constructor(options: OcrPoolOptions) {
    this.options = options
    this.open = options.open ?? takeEngine
  }

  /** Starts an engine ahead, so that it is ready when the first page is drawn. */
  warm(): void {
    if (this.warmed !== undefined || this.idle.length + this.busy.size > 0) return
    this.warmed = this.open()
    this.warmed.catch(() => {})
  }

  /**
   * Reads a page.
   *
   * @throws VanbanError `OCR_DATA`, `OCR_FAILED`, `LIMIT_EXCEEDED`; the signal's reason
   */
  async recognise(image: GreyImage, dpi: number): Promise<OcrLine[]> {
    // A page that ends hands its place to the next one that waits.
    if (this.running < this.options.size) this.running++
    else await new Promise<void>((resolve) => this.waiting.push(resolve))
    try {
      this.options.signal?.throwIfAborted()
      return await this.recogniseNow(image, dpi)
    } finally {
      const next = this.waiting.shift()
      if (next === undefined) this.running--
      else next()
    }
  }

  private async recogniseNow(image: GreyImage, dpi: number): Promise<OcrLine[]> {
    const engine = this.idle.pop() ?? (await this.takeWarmed()) ?? (await this.open())
    this.busy.add(engine)
    try {
      const lines = await this.withinLimits(engine.recognise(withContrast(image), dpi))
      this.busy.delete(engine)
      this.idle.push(engine)
      return lines
    } catch (error) {
      // An engine that failed, hangs or was interrupted is not used again.
      this.busy.delete(engine)
      await engine.close()
      throw error
    }
  }

  private async takeWarmed(): Promise<OcrEngine | undefined> {
    const { warmed } = this
    this.warmed = undefined
    return warmed
  }

  private withinLimits<T>(work: Promise<T>): Promise<T> {
    const { seconds, signal } = this.options
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', abort)
      }
      const abort = (): void => {
        stop()
        reject(signal?.reason)
      }
      const timer = setTimeout(() => {
        stop()
        reject(
          new VanbanError(
            'LIMIT_EXCEEDED',
            'ingest',
            `The page took more than ${seconds} seconds to read: raise the limit, or give the page as a smaller image.`,
          ),
        )
      }, seconds * 1000)
      signal?.addEventListener('abort', abort, { once: true })
      work.then(
        (value) => {
          stop()
          resolve(value)
        },
        (error) => {
          stop()
          reject(error)
        },
      )
    })
  }

  /** Gives idle engines back and ends those at work. */
  async close(): Promise<void> {
    const warmed = await this.takeWarmed()?.catch(() => undefined)
    if (warmed !== undefined) this.idle.push(warmed)
    const { putAway = shelveEngine } = this.options
    await Promise.all([
      ...this.idle.splice(0).map(putAway),
      ...[...this.busy].map((engine) => engine.close()),
    ])
  }
}
