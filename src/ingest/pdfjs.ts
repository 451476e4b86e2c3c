/** The one file that knows pdfjs-dist: opening documents, with its errors put into ours. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy, PDFPageProxy, PDFWorker } from 'pdfjs-dist'
import { VanbanError } from '../errors.ts'
import { type PdfThread, PdfThreadShelf } from './pdf-thread.ts'
import type { ReadContext } from './raw-document.ts'

export type PdfDocument = PDFDocumentProxy
export type PdfPage = PDFPageProxy

/** A stretch of text as pdfjs gives it; `transform` is in the page's own space. */
export interface PdfTextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  readonly fontName: string
  readonly hasEOL: boolean
}

/** Where pdfjs keeps its character maps, fonts and decoders; with the slash it asks for. */
function packageFolders(): Record<'cMapUrl' | 'standardFontDataUrl' | 'wasmUrl' | 'iccUrl', string> {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const folder = (name: string): string => `${join(root, name)}/`
  return {
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
  }
}

/** Threads, once pdfjs is loaded. */
let shelf: PdfThreadShelf<PDFWorker> | undefined

/** Threads of documents that are open. */
const threads = new WeakMap<PdfDocument, PdfThread<PDFWorker>>()

/**
 * Opens a PDF file. Call `destroy()` on its loading task when done.
 *
 * @throws VanbanError `INPUT_ENCRYPTED`, `INPUT_DAMAGED`, `LIMIT_EXCEEDED`
 */
export async function openPdf(bytes: Uint8Array, context: ReadContext): Promise<PdfDocument> {
  const {
    getDocument,
    PDFWorker: PdfWorker,
    VerbosityLevel,
  } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const { limits } = context
  const verbosity = VerbosityLevel.ERRORS
  // The types ask for a port of a browser; those of Node have all that is used.
  shelf ??= new PdfThreadShelf((port) => new PdfWorker({ port: port as never, verbosity }))
  const threadShelf = shelf
  const thread = threadShelf.take()
  const task = getDocument({
    // pdfjs takes the buffer for itself, and the caller's bytes are not ours to give away.
    data: Uint8Array.from(bytes),
    worker: thread.reader,
    ...packageFolders(),
    cMapPacked: true,
    verbosity,
    isEvalSupported: false,
    maxImageSize: limits.pixels,
    canvasMaxAreaInBytes: limits.mebibytesPerPage * 2 ** 20,
  })
  const destroy = task.destroy.bind(task)
  task.destroy = async () => {
    // A thread that has ended answers no more.
    if (!thread.isEnded) await thread.whileAlive(destroy()).catch(() => {})
    threadShelf.put(thread)
  }
  try {
    const document = await withinTime(thread, task.promise, 'The file', context)
    threads.set(document, thread)
    return document
  } catch (cause) {
    await task.destroy()
    context.signal?.throwIfAborted()
    throw cause instanceof VanbanError ? cause : openError(cause, bytes, context)
  }
}

/**
 * What comes of work on a page, within the limit of seconds; a page that takes longer, or a signal, ends the thread of the
 * document, and with it all other work on that.
 *
 * @param limits how many times the limit of a page: 1; more for work that has a limit of its own
 * @throws VanbanError `LIMIT_EXCEEDED`; the signal's reason; what pdfjs threw
 */
export async function pageWork<T>(
  document: PdfDocument,
  number: number,
  work: () => Promise<T>,
  context: ReadContext,
  limits = 1,
): Promise<T> {
  const thread = threads.get(document)
  return thread === undefined ? work() : withinTime(thread, work(), `Page ${number}`, context, limits)
}

async function withinTime<T>(
  thread: PdfThread<PDFWorker>,
  work: Promise<T>,
  what: string,
  { limits: { secondsPerPage }, name, place, signal }: ReadContext,
  limits = 1,
): Promise<T> {
  const timer = setTimeout(
    () => {
      const message = `${what} of ${name} took more than ${secondsPerPage} seconds to read: raise the limit, or leave the page out.`
      thread.end(new VanbanError('LIMIT_EXCEEDED', 'ingest', message.replace('The file of ', ''), place))
    },
    limits * secondsPerPage * 1000,
  )
  const stop = (): void => thread.end(signal?.reason instanceof Error ? signal.reason : new Error('stopped'))
  signal?.addEventListener('abort', stop, { once: true })
  try {
    return await thread.whileAlive(work)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
    // Nobody waits for it any more when the thread has ended.
    work.catch(() => {})
  }
}

/** How far from the end the mark of a complete file may stand. */
const TAIL_BYTES = 2048

/** The error of a file that pdfjs cannot read. */
export function openError(cause: unknown, bytes: Uint8Array, { name, place }: ReadContext): VanbanError {
  const reason = cause instanceof Error ? cause : new Error(String(cause))
  if (reason.name === 'PasswordException') {
    return new VanbanError(
      'INPUT_ENCRYPTED',
      'ingest',
      `${name} is a PDF that is locked with a password: take the lock off first, for example with \`qpdf --decrypt --password=… IN OUT\`.`,
      { ...place, cause },
    )
  }
  const complete = Buffer.from(bytes.subarray(-TAIL_BYTES)).includes('%%EOF')
  const message = complete
    ? `${name} is a PDF that is damaged (${reason.message.replace(/\.$/, '')}): get a new copy, or mend it, for example with \`qpdf IN OUT\`.`
    : `${name} is a PDF that ends early: its writing or copying was cut short. Get a new copy.`
  return new VanbanError('INPUT_DAMAGED', 'ingest', message, { ...place, cause })
}

/** Text items of a page, in the order of the content stream; marks of structure are left out. */
export async function textItemsOf(page: PdfPage): Promise<PdfTextItem[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: false, disableNormalization: true })
  return items.filter((item) => 'str' in item) as PdfTextItem[]
}

/** Share of the page that images must cover to be a scan of it; some scanners cut pages into strips. */
const SCAN_AREA_MIN = 0.1

/** Whether a page shows images large enough to hold its text. */
export async function hasLargeImage(page: PdfPage): Promise<boolean> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 })
  const { width, height } = page.getViewport({ scale: 1 })
  let area = 0
  const images = new Set<number>([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
  ])
  const scales: number[] = []
  let scale = 1
  for (let i = 0; i < fnArray.length; i++) {
    const fn = fnArray[i] as number
    if (fn === OPS.save) scales.push(scale)
    else if (fn === OPS.restore) scale = scales.pop() ?? 1
    else if (fn === OPS.transform) {
      const [a, b, c, d] = argsArray[i] as [number, number, number, number]
      scale *= Math.abs(a * d - b * c)
    } else if (images.has(fn)) area += scale
  }
  return area >= SCAN_AREA_MIN * width * height
}

/** What a page draws, operation by operation, with the numbers of the operations by name. */
export interface DrawnPage {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
  readonly ops: Readonly<Record<string, number>>
}

/** The operations of a page; its fonts are known afterwards, see {@link fontOf}. */
export async function drawnPage(page: PdfPage): Promise<DrawnPage> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 })
  return { fnArray, argsArray, ops: OPS }
}

/** What pdfjs knows of a font. */
export interface PdfFont {
  readonly name?: unknown
  readonly vertical?: boolean
  readonly fontMatrix?: readonly number[]
}

/** A font of a page that was drawn. */
export function fontOf(page: PdfPage, fontName: string): PdfFont | undefined {
  return page.commonObjs.has(fontName) ? (page.commonObjs.get(fontName) as PdfFont) : undefined
}
