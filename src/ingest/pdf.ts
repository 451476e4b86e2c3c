/** A PDF file, page by page: its text layer where that is sound, else the better of layer and fresh OCR. */

import type { EncodingReport } from '../encoding/decode-text.ts'
import { conversionNotice } from '../encoding/notice.ts'
import { VanbanError } from '../errors.ts'
import { hasInk } from './canvas.ts'
import type { IngestedPage } from './document.ts'
import type { DateEvidence } from './figures.ts'
import { chooseReading, finishPage } from './finish-pages.ts'
import { fragmentsOf } from './fragments.ts'
import { markFurniture } from './furniture.ts'
import { gradeText } from './grade.ts'
import { mapInFlight } from './in-flight.ts'
import { ocrPageText } from './ocr-page.ts'
import { ocrLines } from './ocr-passes.ts'
import { OcrPool } from './ocr-pool.ts'
import { choosePages } from './page-choice.ts'
import { pageText } from './page-text.ts'
import { decodeItems, encodingOfPages, withoutLigatures } from './pdf-encoding.ts'
import { renderPage } from './pdf-render.ts'
import {
  hasLargeImage,
  openError,
  openPdf,
  type PdfDocument,
  type PdfPage,
  type PdfTextItem,
  pageWork,
  textItemsOf,
} from './pdfjs.ts'
import type { RawDocument, RawPage, ReadContext } from './raw-document.ts'
import { readingOrder } from './reading-order.ts'
import { rowsOf } from './rows.ts'
import { evidenceOf, signingDays } from './signing-times.ts'

/** Scans of documents have 200 to 300; with more the engine gets slower, not better. */
const OCR_DPI = 200
const POINTS_PER_INCH = 72

/** Reads a PDF file. */
export async function readPdf(bytes: Uint8Array, context: ReadContext): Promise<RawDocument> {
  const document = await openPdf(bytes, context)
  const pool = new OcrPool({
    size: context.jobs,
    signal: context.signal,
    seconds: context.limits.secondsPerPage,
  })
  const encodings: EncodingReport[] = []
  const failed: unknown[] = []
  const dates = evidenceOf(signingDays(bytes))
  try {
    const numbers = choosePages(document.numPages, context)
    // One page more than there are engines: it is drawn while they read.
    const pages = await mapInFlight(numbers, context.jobs + 1, async (number) => {
      context.signal?.throwIfAborted()
      const read = await readSafely(number, document, context, failed, async (page) =>
        readPage({ document, page, number, pool, encodings, dates }, context),
      )
      context.progress({ stage: 'read', page: number, pages: numbers.length })
      return read
    })
    if (failed.length > 0 && failed.length === numbers.length) throw openError(failed[0], bytes, context)
    const encoding = encodingOfPages(encodings)
    const notice = encoding === null ? undefined : conversionNotice(context.name, encoding)
    if (notice !== undefined) context.report({ code: 'ENCODING_CONVERTED', message: notice, page: null })
    return { kind: 'pdf', encoding: encoding?.encoding ?? null, pages: markFurniture(pages) }
  } finally {
    await pool.close()
    await document.loadingTask.destroy()
  }
}

/** Reads a page; one that pdfjs cannot read is left empty, and told of. */
async function readSafely(
  number: number,
  document: PdfDocument,
  context: ReadContext,
  failed: unknown[],
  read: (page: PdfPage) => Promise<IngestedPage>,
): Promise<IngestedPage> {
  try {
    const page = await pageWork(document, number, () => document.getPage(number), context)
    const found = await read(page)
    page.cleanup()
    return found
  } catch (cause) {
    context.signal?.throwIfAborted()
    if (cause instanceof VanbanError) throw cause
    failed.push(cause)
    context.report({
      code: 'PAGE_FAILED',
      message: `Page ${number} of ${context.name} is damaged and was left empty: ${(cause as Error).message}`,
      page: number,
    })
    const none = { raw: '', lines: [], width: null, height: null, grade: null }
    return finishPage({ number, source: 'text-layer', ...none }, context)
  }
}

interface PageJob {
  readonly document: PdfDocument
  readonly page: PdfPage
  readonly number: number
  readonly pool: OcrPool
  /** What pages in older encodings were in. */
  readonly encodings: EncodingReport[]
  /** What digital signatures say of the date. */
  readonly dates: DateEvidence | undefined
}

async function readPage(job: PageJob, context: ReadContext): Promise<IngestedPage> {
  const { ocr = 'auto' } = context.options
  const { document, number } = job
  const layer = await pageWork(document, number, () => readLayer(job, context), context)
  const verdict = layer.grade?.verdict ?? 'none'
  if (
    ocr === 'never' ||
    (ocr === 'auto' && !(await pageWork(document, number, () => promisesMore(job.page, layer), context)))
  ) {
    if (verdict === 'poor') reportPoor(job.number, context)
    return finishPage(layer, context)
  }
  try {
    const image = await readImage(job, context)
    if (image === null) return finishPage(layer, context)
    return ocr === 'always' ? finishPage(image, context) : chooseReading(layer, image, context)
  } catch (error) {
    return layerInstead(layer, error, job.number, context)
  }
}

/** Whether reading the image of a page can give more than its text layer. */
async function promisesMore(page: PdfPage, { grade, raw }: RawPage): Promise<boolean> {
  if (grade?.verdict === 'sound') return false
  // No text at all: a scan, or a blank page, which is seen when it is drawn.
  if (grade?.verdict === 'poor' || raw === '') return true
  // Little text: a scan with a stamp, if there is a picture to read; else a short page.
  return hasLargeImage(page)
}

/** The text layer of a page; decoded when it is no sound Unicode. */
async function readLayer(job: PageJob, context: ReadContext): Promise<RawPage> {
  const items = withoutLigatures(await textItemsOf(job.page))
  const layer = layOut(items, job, context)
  if (layer.grade?.verdict === 'sound' || layer.raw === '') return layer
  const decoded = await decodeItems(job.page, context.options.model)
  if (!decoded.converted) return layer
  job.encodings.push(decoded)
  return layOut(decoded.items, job, context)
}

function layOut(items: readonly PdfTextItem[], { page, number }: PageJob, { options }: ReadContext): RawPage {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const { raw, lines } = pageText(readingOrder(rowsOf(fragmentsOf(items, transform))))
  const grade = gradeText(raw, options.model.language)
  return { number, source: 'text-layer', raw, lines, width, height, grade }
}

/** The page as the OCR engine reads it; `null` when nothing is drawn on it. */
async function readImage(
  { document, page, number, pool, dates }: PageJob,
  context: ReadContext,
): Promise<RawPage | null> {
  const { width, height } = page.getViewport({ scale: 1 })
  pool.warm()
  const draw = () => renderPage(document, page, OCR_DPI, context.limits, context.signal)
  const { image, dpi } = await pageWork(document, number, draw, context, 2)
  if (!hasInk(image)) return null
  const found = await ocrLines(pool, image, Math.round(dpi), dates)
  context.progress({ stage: 'ocr', page: number, pages: 0 })
  const { raw, lines, leftOut } = ocrPageText(found, dpi / POINTS_PER_INCH)
  const grade = gradeText(raw, context.options.model.language)
  return { number, source: 'ocr', raw, lines, leftOut, width, height, grade }
}

function reportPoor(number: number, { report, name, options }: ReadContext): void {
  if (options.ocr !== 'never') return
  report({
    code: 'POOR_TEXT_LAYER',
    message: `Page ${number} of ${name} has a poor text layer, and OCR is off: with it the page may be read better.`,
    page: number,
  })
}

/** A page that cannot be read from its image is not lost: its layer is used, and the failure told. */
function layerInstead(layer: RawPage, error: unknown, number: number, context: ReadContext): IngestedPage {
  context.signal?.throwIfAborted()
  const { code } = error as { code?: string }
  // Without its data no page can be read: that is no fault of the page.
  if (code === 'OCR_DATA') throw error
  context.report({
    code: 'PAGE_FAILED',
    message: `Page ${number} of ${context.name} could not be read from its image, its text layer is used: ${(error as Error).message}`,
    page: number,
  })
  return finishPage(layer, context)
}
