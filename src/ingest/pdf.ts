/** A PDF file, page by page: its text layer where that is sound, else the better of layer and OCR. */

import { fragmentsOf } from './fragments.ts'
import { gradeText } from './grade.ts'
import { pageText } from './page-text.ts'
import { openPdf, type PdfPage, textItemsOf } from './pdfjs.ts'
import type { RawDocument, RawPage, ReadContext } from './raw-document.ts'
import { readingOrder } from './reading-order.ts'
import { rowsOf } from './rows.ts'

/** Reads a PDF file. */
export async function readPdf(bytes: Uint8Array, context: ReadContext): Promise<RawDocument> {
  const document = await openPdf(bytes, context)
  try {
    const numbers: number[] = []
    for (let n = 1; n <= document.numPages; n++) if (context.isWanted(n)) numbers.push(n)
    const pages: RawPage[] = []
    for (const n of numbers.slice(0, context.limits.pages)) {
      context.signal?.throwIfAborted()
      const page = await document.getPage(n)
      pages.push(await readLayer(page, n, context))
      page.cleanup()
      context.progress({ stage: 'read', page: n, pages: numbers.length })
    }
    return { kind: 'pdf', encoding: null, pages }
  } finally {
    await document.loadingTask.destroy()
  }
}

/** The text layer of a page. */
async function readLayer(page: PdfPage, number: number, { options }: ReadContext): Promise<RawPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const fragments = fragmentsOf(await textItemsOf(page), transform)
  const { raw, lines } = pageText(readingOrder(rowsOf(fragments)))
  return {
    number,
    source: 'text-layer',
    raw,
    lines,
    width,
    height,
    grade: gradeText(raw, options.model.language),
  }
}
