/** A page of a PDF → a grey picture for the OCR engine. */
import type { Canvas } from '@napi-rs/canvas'
import { VanbanError } from '../errors.ts'
import { type GreyImage, greyOf } from './canvas.ts'
import type { IngestLimits } from './limits.ts'
import type { PdfDocument, PdfPage } from './pdfjs.ts'

const POINTS_PER_INCH = 72
const BYTES_PER_PIXEL = 4
/** pdfjs: leave annotations out. Stamps of digital signatures are some; they stand over the head of the page. */
const ANNOTATIONS_OFF = 0

/** A picture of a page, and how large its pixels are. */
export interface PagePicture {
  readonly image: GreyImage
  /** Pixels an inch; less than asked for where a limit was met. */
  readonly dpi: number
}

/** What pdfjs makes canvases with; it is the same package as ours, and it must be the same copy. */
interface CanvasFactory {
  create(width: number, height: number): { canvas: Canvas | null; context: object | null }
  destroy(pair: object): void
}

/**
 * Draws a page.
 *
 * @throws VanbanError `LIMIT_EXCEEDED` when that takes too long; the signal's reason
 */
export async function renderPage(
  document: PdfDocument,
  page: PdfPage,
  dpi: number,
  limits: IngestLimits,
  signal?: AbortSignal,
): Promise<PagePicture> {
  const scale = Math.min(dpi / POINTS_PER_INCH, scaleMax(page, limits))
  const viewport = page.getViewport({ scale })
  const factory = document.canvasFactory as CanvasFactory
  const pair = factory.create(
    Math.max(1, Math.floor(viewport.width)),
    Math.max(1, Math.floor(viewport.height)),
  )
  try {
    const task = page.render({
      canvas: null,
      canvasContext: pair.context as never,
      viewport,
      annotationMode: ANNOTATIONS_OFF,
    })
    const end = performance.now() + limits.secondsPerPage * 1000
    // Between slices of work: lets timers and other pages run, and stops a page that never ends.
    task.onContinue = (proceed: () => void): void => {
      if (signal?.aborted || performance.now() > end) task.cancel()
      else setImmediate(proceed)
    }
    await task.promise.catch((cause: unknown) => {
      signal?.throwIfAborted()
      if (performance.now() <= end) throw cause
      throw new VanbanError(
        'LIMIT_EXCEEDED',
        'ingest',
        `The page took more than ${limits.secondsPerPage} seconds to draw: raise the limit, or leave the page out.`,
        { cause },
      )
    })
    return { image: greyOf(pair.canvas as Canvas), dpi: scale * POINTS_PER_INCH }
  } finally {
    factory.destroy(pair)
  }
}

/** The largest scale within the limits of pixels and memory. */
function scaleMax(page: PdfPage, { pixels, mebibytesPerPage }: IngestLimits): number {
  const { width, height } = page.getViewport({ scale: 1 })
  const most = Math.min(pixels, (mebibytesPerPage * 2 ** 20) / BYTES_PER_PIXEL)
  return Math.sqrt(most / (width * height))
}
