/** Files that are not read, and what their owner can do about it. */
import { VanbanError } from '../errors.ts'
import type { FileFormat } from './detect.ts'
import type { ReadContext } from './raw-document.ts'

const OFFICE_CONVERT = (to: string): string =>
  `convert it first, for example with \`soffice --headless --convert-to ${to} FILE\``
const UNPACK = 'unpack it first'
const REDRAW = 'save it as PNG, JPEG, TIFF or WebP first'

/** What it is, with its article, and what to do. */
const KINDS: Partial<Record<FileFormat, readonly [name: string, advice: string]>> = {
  bmp: ['a BMP image', REDRAW],
  doc: ['an old Word document', OFFICE_CONVERT('docx')],
  docx: ['a Word document', OFFICE_CONVERT('txt:Text')],
  gif: ['a GIF image', REDRAW],
  gzip: ['a gzip archive', UNPACK],
  html: ['a web page', 'save it as plain text first, or print it to PDF'],
  jpeg: ['a JPEG image', 'read it with an OCR program first'],
  odt: ['an OpenDocument text', OFFICE_CONVERT('docx')],
  ole: ['an old Office document that is neither Word nor Excel', OFFICE_CONVERT('pdf')],
  png: ['a PNG image', 'read it with an OCR program first'],
  pptx: ['a presentation', OFFICE_CONVERT('pdf')],
  rar: ['a RAR archive', UNPACK],
  rtf: ['an RTF document', OFFICE_CONVERT('docx')],
  'seven-zip': ['a 7-Zip archive', UNPACK],
  tiff: ['a TIFF image', 'read it with an OCR program first'],
  webp: ['a WebP image', 'read it with an OCR program first'],
  xls: ['an old Excel workbook', OFFICE_CONVERT('csv')],
  xlsx: ['an Excel workbook', OFFICE_CONVERT('csv')],
  zip: ['a ZIP archive', UNPACK],
}

/** The error for a format nobody reads. */
export function unsupported(format: FileFormat, { name, place }: ReadContext): VanbanError {
  if (format === 'empty') {
    return new VanbanError(
      'INPUT_EMPTY',
      'ingest',
      `${name} is empty: its writing or copying was cut short.`,
      place,
    )
  }
  if (format === 'ooxml-encrypted') {
    return new VanbanError(
      'INPUT_ENCRYPTED',
      'ingest',
      `${name} is an Office document that is locked with a password: open it and save it without one.`,
      place,
    )
  }
  const kind = KINDS[format]
  const message =
    kind === undefined
      ? `${name} is neither text nor a PDF, image or Word file that can be read: look whether it is what its name says.`
      : `${name} is ${kind[0]}, which is not read: ${kind[1]}.`
  return new VanbanError('INPUT_UNSUPPORTED', 'ingest', message, place)
}
