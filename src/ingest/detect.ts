/** What a file is, by its content: names lie, first bytes seldom do. */

/** Formats that are told apart; `zip` and `ole` are archives of something else. */
export type FileFormat =
  | 'bmp'
  | 'doc'
  | 'docx'
  | 'empty'
  | 'gif'
  | 'gzip'
  | 'html'
  | 'jpeg'
  | 'odt'
  | 'ole'
  | 'ooxml-encrypted'
  | 'pdf'
  | 'png'
  | 'pptx'
  | 'rar'
  | 'rtf'
  | 'seven-zip'
  | 'text'
  | 'tiff'
  | 'unknown'
  | 'webp'
  | 'xls'
  | 'xlsx'
  | 'zip'

/** First bytes (Latin-1) → format. */
const SIGNATURES: readonly (readonly [signature: string, format: FileFormat])[] = [
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['\xff\xd8\xff', 'jpeg'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
  ['GIF8', 'gif'],
  ['\x1f\x8b', 'gzip'],
  ['Rar!\x1a', 'rar'],
  ['7z\xbc\xaf\x27\x1c', 'seven-zip'],
  ['{\\rtf', 'rtf'],
]

/** PDF readers accept anything before the header within the first kilobyte. */
const PDF_HEADER_WITHIN = 1024
const UTF8_MARK = '\xef\xbb\xbf'
/** How far the bytes are looked at for what no text contains. */
const SAMPLE_BYTES = 65_536
/** Text has a form feed here and there; a tenth of control characters is a program or an image. */
const CONTROL_SHARE_MAX = 0.1

const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to)

/** Tells the format of bytes. Anything without control characters is text. */
export function detectFormat(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) return 'empty'
  const head = latin1(bytes, 0, 4096)
  for (const [signature, format] of SIGNATURES) if (head.startsWith(signature)) return format
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'webp'
  const pdf = head.indexOf('%PDF-')
  if (pdf >= 0 && pdf < PDF_HEADER_WITHIN) return 'pdf'
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipFormat(bytes)
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oleFormat(bytes)
  if (head.startsWith('BM') && head.startsWith('\0\0\0\0', 6)) return 'bmp'
  const start = (head.startsWith(UTF8_MARK) ? head.slice(3) : head).trimStart().slice(0, 64).toLowerCase()
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'html'
  return isText(bytes) ? 'text' : 'unknown'
}

/** Office documents are archives; which one is told by the names in them, which stand uncompressed. */
function zipFormat(bytes: Uint8Array): FileFormat {
  // Local headers hold names too, so that this works for an archive that was cut short.
  const has = (name: string): boolean =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)
  if (has('word/document')) return 'docx'
  if (has('xl/workbook')) return 'xlsx'
  if (has('ppt/presentation')) return 'pptx'
  return has('opendocument.text') ? 'odt' : 'zip'
}

/** Compound files hold streams; their names stand in UTF-16. */
function oleFormat(bytes: Uint8Array): FileFormat {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (stream: string): boolean => all.includes(Buffer.from(stream, 'utf16le'))
  if (has('EncryptedPackage')) return 'ooxml-encrypted'
  if (has('WordDocument')) return 'doc'
  return has('Workbook') || has('Book\0') ? 'xls' : 'ole'
}

/** UTF-16 with its mark holds NUL bytes, all other text does not. */
function isText(bytes: Uint8Array): boolean {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (utf16) return !(bytes[2] === 0 && bytes[3] === 0)
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  if (sample.includes(0)) return isUtf16WithoutMark(sample)
  let controls = 0
  for (const byte of sample) if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls++
  return controls <= sample.length * CONTROL_SHARE_MAX
}

/** Latin text in UTF-16 has its zero bytes all on one side. */
function isUtf16WithoutMark(sample: Uint8Array): boolean {
  const zeros: [even: number, odd: number] = [0, 0]
  const high: [even: number, odd: number] = [0, 0]
  for (let i = 0; i < sample.length; i++) {
    const side = (i & 1) as 0 | 1
    if (sample[i] === 0) zeros[side]++
    // High bytes of Vietnamese letters in UTF-16: 00, 01, 03 (combining marks), 1E, 20 (punctuation).
    else if (sample[i] !== 0x01 && sample[i] !== 0x03 && sample[i] !== 0x1e && sample[i] !== 0x20)
      high[side]++
  }
  const isHighSide = (side: 0 | 1): boolean =>
    zeros[side] > sample.length / 8 && high[side] === 0 && zeros[side === 0 ? 1 : 0] === 0
  return isHighSide(0) || isHighSide(1)
}
