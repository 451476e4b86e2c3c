// What bytes are when they are not text: by their first bytes, else by what no text contains.

/** A kind of file that is not text, and what its owner can do about it. */
export interface FileKind {
  /** With its article: "a PDF file". */
  readonly name: string
  /** Continues "…, not text: ". */
  readonly advice: string
}

const OCR = 'read it with an OCR program first, for example tesseract with -l vie'
const SAVE_AS_TEXT = 'save it as plain text (UTF-8) first'
const UNPACK = 'unpack it first'

const PDF: FileKind = {
  name: 'a PDF file',
  advice: 'take its text out first, for example with pdftotext, or with tesseract if it is a scan',
}
const OFFICE: FileKind = { name: 'an Office document (.docx, .xlsx, .odt)', advice: SAVE_AS_TEXT }
/** Entries that office programs put first into their archives. */
const OFFICE_ENTRY = /\[Content_Types\]|opendocument|word\//

/** First bytes (Latin-1) → kind. */
const SIGNATURES: readonly (readonly [string, FileKind])[] = [
  ['%PDF-', PDF],
  ['\x89PNG\r\n\x1a\n', { name: 'a PNG image', advice: OCR }],
  ['\xff\xd8\xff', { name: 'a JPEG image', advice: OCR }],
  ['GIF8', { name: 'a GIF image', advice: OCR }],
  ['II*\0', { name: 'a TIFF image', advice: OCR }],
  ['MM\0*', { name: 'a TIFF image', advice: OCR }],
  ['PK\x03\x04', { name: 'a ZIP archive', advice: UNPACK }],
  ['PK\x05\x06', { name: 'an empty ZIP archive', advice: UNPACK }],
  ['\x1f\x8b', { name: 'a gzip archive', advice: UNPACK }],
  ['Rar!\x1a', { name: 'a RAR archive', advice: UNPACK }],
  ['7z\xbc\xaf\x27\x1c', { name: 'a 7-Zip archive', advice: UNPACK }],
  ['\xd0\xcf\x11\xe0', { name: 'an old Office document (.doc, .xls)', advice: SAVE_AS_TEXT }],
  ['{\\rtf', { name: 'an RTF document', advice: SAVE_AS_TEXT }],
  ['\xff\xfe\0\0', { name: 'UTF-32 text', advice: 'save it as UTF-8 first' }],
  ['\0\0\xfe\xff', { name: 'UTF-32 text', advice: 'save it as UTF-8 first' }],
]

/** How far the bytes are looked at for what no text contains. */
const SAMPLE_BYTES = 65_536

/** Text has a form feed here and there; a tenth of control characters is a program or an image. */
const CONTROL_SHARE_MAX = 0.1

const latin1 = (bytes: Uint8Array, length: number): string =>
  String.fromCharCode(...bytes.subarray(0, Math.min(length, bytes.length)))

/**
 * Names what the bytes are if they are not text, else gives `undefined`. Text in UTF-16 must be told apart
 * first: it holds NUL bytes.
 */
export function binaryKind(bytes: Uint8Array): FileKind | undefined {
  const head = latin1(bytes, 4096)
  for (const [signature, kind] of SIGNATURES) {
    if (!head.startsWith(signature)) continue
    return signature.startsWith('PK') && OFFICE_ENTRY.test(head) ? OFFICE : kind
  }
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const nul = sample.indexOf(0)
  if (nul >= 0) {
    return {
      name: 'a binary file',
      advice: `byte ${nul} is NUL, which text does not contain. If it is text in UTF-16, save it as UTF-8 first`,
    }
  }
  let controls = 0
  for (const byte of sample) if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls++
  if (controls > sample.length * CONTROL_SHARE_MAX) {
    return { name: 'a binary file', advice: 'give the text that was made from it' }
  }
  return undefined
}
