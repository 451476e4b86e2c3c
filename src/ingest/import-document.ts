/**
 * Any file → its text, page by page, repaired. This is the whole of reading on one screen: tell the format, take the
 * raw pages out of it, repair each, put the result together.
 */
import { VanbanError } from '../errors.ts'
import { detectFormat, type FileFormat } from './detect.ts'
import { type IngestedDocument, PAGE_BREAK } from './document.ts'
import { finishPages } from './finish-pages.ts'
import type { ImportOptions } from './options.ts'
import type { RawDocument, ReadContext } from './raw-document.ts'
import { createContext } from './read-context.ts'
import { readFileBytes } from './read-file.ts'
import { unsupported } from './unsupported.ts'

/** Takes the raw pages out of a file of one format; heavy packages are loaded by the reader that needs them. */
type Reader = (bytes: Uint8Array, context: ReadContext) => Promise<RawDocument>

const readImage = async (): Promise<Reader> => (await import('./image.ts')).readImage

const READERS: Partial<Record<FileFormat, () => Promise<Reader>>> = {
  doc: async () => (await import('./doc.ts')).readDoc,
  docx: async () => (await import('./docx.ts')).readDocx,
  jpeg: readImage,
  png: readImage,
  webp: readImage,
  tiff: async () => (await import('./image.ts')).readTiff,
  pdf: async () => (await import('./pdf.ts')).readPdf,
  rtf: async () => (await import('./rtf.ts')).readRtf,
  xls: async () => (await import('./xls.ts')).readXls,
  text: async () => (await import('./text-file.ts')).readTextFile,
}

/**
 * Reads a file and repairs its text: PDF, images, Word documents and text files, told apart by their content.
 *
 * @param input path of the file, or its bytes
 * @returns pages of lines of words with their places, the raw text beside the repaired. Pages that fail are reported in
 *   `problems`, and so is everything else a reader of the result should know
 * @throws VanbanError `INPUT_UNREADABLE`, `INPUT_EMPTY`, `INPUT_ENCRYPTED`, `INPUT_DAMAGED`, `INPUT_UNSUPPORTED`,
 *   `LIMIT_EXCEEDED`, `OCR_DATA`, `OCR_FAILED`, `BAD_ARGUMENT`; the signal's reason when it was aborted
 * @example
 * const { text, pages } = await importDocument('scan.pdf', { model: await loadModel() })
 */
export async function importDocument(
  input: string | Uint8Array,
  options: ImportOptions,
): Promise<IngestedDocument> {
  const context = createContext(typeof input === 'string' ? input : options.name, options)
  context.signal?.throwIfAborted()
  const bytes = typeof input === 'string' ? await readFileBytes(input, context) : input
  if (bytes.length > context.limits.bytes) {
    throw new VanbanError(
      'LIMIT_EXCEEDED',
      'ingest',
      `${context.name} has ${bytes.length} bytes, more than the limit of ${context.limits.bytes}: split it, or raise the limit.`,
      context.place,
    )
  }
  const format = detectFormat(bytes)
  const reader = READERS[format]
  if (reader === undefined) throw unsupported(format, context)
  const raw = await (await reader())(bytes, context)
  const pages = finishPages(raw.pages, context)
  return {
    kind: raw.kind,
    encoding: raw.encoding,
    pages,
    text: pages.map(({ text }) => text).join(PAGE_BREAK),
    problems: context.problems,
  }
}
