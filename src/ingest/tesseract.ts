/** The one file that knows tesseract.js: an engine in a thread of its own, offline, quiet, and with real errors. */
import type { Worker } from 'node:worker_threads'
import { VanbanError } from '../errors.ts'
import type { GreyImage } from './canvas.ts'
import { ocrDataFolder } from './ocr-data.ts'
import { encodePgm } from './pgm.ts'

/** A word as the engine read it; box in pixels. */
export interface OcrWord {
  readonly text: string
  readonly box: readonly [x0: number, y0: number, x1: number, y1: number]
  /** 0..1 */
  readonly confidence: number
  /** Its letters with their places, in lines that may hold figures written by hand. */
  readonly letters?: readonly OcrLetter[]
}

/** A letter as the engine read it; box in pixels. */
export interface OcrLetter {
  readonly text: string
  readonly box: OcrWord['box']
}

/** A line as the engine saw it. */
export interface OcrLine {
  readonly words: readonly OcrWord[]
  /** Two points of the line the letters stand on, in pixels. */
  readonly baseline: readonly [x0: number, y0: number, x1: number, y1: number]
}

/** One engine. */
export interface OcrEngine {
  recognise(image: GreyImage, dpi: number): Promise<OcrLine[]>
  /** An idle engine that is released keeps no process alive, until it is held again. */
  hold(): void
  release(): void
  /** Ends the thread at once, also in the middle of a page. */
  close(): Promise<void>
}

/** Find the blocks of a page by itself; one block of rows misreads pages with two columns. */
const PAGE_SEGMENTATION_AUTO = '3'

/** Lines of numbers and of dates, as the engine may read them. */
const WRITTEN_LINE = /^\P{L}{0,3}s\p{L}?[\d:. ]|ng\p{L}y|n\p{L}m/iu

interface TesseractBox {
  x0: number
  y0: number
  x1: number
  y1: number
}

interface TesseractWord {
  text: string
  confidence: number
  bbox: TesseractBox
  symbols?: { text: string; bbox: TesseractBox }[]
}

interface TesseractLine {
  words: TesseractWord[]
  baseline: TesseractBox
}

interface TesseractBlock {
  paragraphs: { lines: TesseractLine[] }[]
}

/**
 * Starts an engine.
 *
 * @throws VanbanError `OCR_DATA`, `OCR_FAILED`
 */
export async function openOcrEngine(): Promise<OcrEngine> {
  const langPath = await ocrDataFolder()
  const { createWorker, OEM } = (await import('tesseract.js')).default
  // Without a handler for errors, one in the thread ends the process; with one, the promises may never settle.
  let fail: (reason: unknown) => void = () => {}
  const failed = new Promise<never>((_, reject) => {
    fail = (reason) => reject(ocrError(reason))
  })
  failed.catch(() => {})
  const config = { debug_file: '/dev/null', tessedit_pageseg_mode: PAGE_SEGMENTATION_AUTO }
  const options = { langPath, gzip: true, cacheMethod: 'none', errorHandler: fail }
  const worker = await Promise.race([createWorker('vie', OEM.LSTM_ONLY, options), failed]).catch((error) => {
    throw ocrError(error)
  })
  await worker.setParameters(config as object)
  const { worker: thread } = worker as unknown as { worker: Worker }
  return {
    async recognise(image, dpi) {
      const page = worker.recognize(
        Buffer.from(encodePgm(image)),
        { user_defined_dpi: String(dpi) } as object,
        {
          text: false,
          blocks: true,
        },
      )
      try {
        const { data } = await Promise.race([page, failed])
        return linesOf((data.blocks ?? []) as unknown as TesseractBlock[])
      } catch (reason) {
        throw ocrError(reason)
      }
    },
    hold: () => thread.ref(),
    release: () => thread.unref(),
    async close() {
      fail('the engine was closed')
      await worker.terminate()
    },
  }
}

function ocrError(reason: unknown): VanbanError {
  if (reason instanceof VanbanError) return reason
  const message = reason instanceof Error ? reason.message : String(reason)
  return new VanbanError(
    'OCR_FAILED',
    'ingest',
    `The OCR engine failed (${message.replace(/\.$/, '')}): try the page alone, or as an image of 200 to 300 dpi.`,
    { cause: reason },
  )
}

function linesOf(blocks: readonly TesseractBlock[]): OcrLine[] {
  return blocks.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ lines }) =>
      lines.map(({ words, baseline: { x0, y0, x1, y1 } }) => {
        const mayBeWritten = WRITTEN_LINE.test(words.map(({ text }) => text).join(' '))
        return {
          baseline: [x0, y0, x1, y1],
          words: words.map(({ text, confidence, bbox, symbols = [] }) => ({
            text,
            box: boxOf(bbox),
            confidence: confidence / 100,
            ...(mayBeWritten
              ? { letters: symbols.map((letter) => ({ text: letter.text, box: boxOf(letter.bbox) })) }
              : {}),
          })),
        }
      }),
    ),
  )
}

const boxOf = ({ x0, y0, x1, y1 }: TesseractBox): OcrWord['box'] => [x0, y0, x1, y1]
