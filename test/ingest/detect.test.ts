import { describe, expect, it } from 'vitest'
import { detectFormat, type FileFormat } from '../../src/ingest/detect.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))
const utf16 = (text: string): string => [...text].map((c) => `${c}\0`).join('')

const TABLE: readonly (readonly [string, FileFormat])[] = [
  ['', 'empty'],
  ['%PDF-1.7\n', 'pdf'],
  ['\xef\xbb\xbf\r\n\r\n%PDF-1.4\n', 'pdf'],
  ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'png'],
  ['\xff\xd8\xff\xe0\0\x10JFIF', 'jpeg'],
  ['II*\0\x08\0\0\0', 'tiff'],
  ['MM\0*\0\0\0\x08', 'tiff'],
  ['RIFF\x10\0\0\0WEBPVP8 ', 'webp'],
  ['GIF89a', 'gif'],
  ['BM\x36\0\x03\0\0\0\0\0', 'bmp'],
  ['PK\x03\x04\x14\0\0\0\0\0word/document.xml', 'docx'],
  ['PK\x03\x04\x14\0\0\0\0\0xl/workbook.xml', 'xlsx'],
  ['PK\x03\x04\x14\0\0\0\0\0ppt/presentation.xml', 'pptx'],
  ['PK\x03\x04\x14\0\0\0\0\0mimetypeapplication/vnd.oasis.opendocument.text', 'odt'],
  ['PK\x03\x04\x14\0\0\0\0\0holiday.jpg', 'zip'],
  [`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${utf16('WordDocument')}`, 'doc'],
  [`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${utf16('Workbook')}`, 'xls'],
  [`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${utf16('EncryptedPackage')}`, 'ooxml-encrypted'],
  [`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${utf16('PowerPoint Document')}`, 'ole'],
  ['{\\rtf1\\ansi', 'rtf'],
  ['\x1f\x8b\x08', 'gzip'],
  ['Rar!\x1a\x07', 'rar'],
  ['7z\xbc\xaf\x27\x1c', 'seven-zip'],
  ['<!DOCTYPE html><html>', 'html'],
  ['\n <html lang="vi">', 'html'],
  ['Số 5: a < b và <b> c', 'text'],
  ['Uy ban nhan dan', 'text'],
  ['C\xe9ng hoa x\xb7 h\xe9i', 'text'],
  ['\xff\xfeU\0b\0', 'text'],
  ['\xfe\xff\0U\0b', 'text'],
  [utf16('Uy ban nhan dan tinh'), 'text'],
  ['\xff\xfe\0\0U\0\0\0', 'unknown'],
  ['text \0 and then \x07\x10 bytes', 'unknown'],
  ['\x01\x02\x03\x04\x05\x06\x07\x08', 'unknown'],
]

describe('detectFormat', () => {
  it.each(TABLE)('%j is %s', (content, format) => {
    expect(detectFormat(bytes(content))).toBe(format)
  })

  it('looks at views of larger buffers where they begin', () => {
    const buffer = bytes('xxxx%PDF-1.7\nxxxx')
    expect(detectFormat(buffer.subarray(4, 13))).toBe('pdf')
    expect(detectFormat(buffer.subarray(0, 4))).toBe('text')
  })

  it('takes a form feed for a page break, not for a program', () => {
    expect(detectFormat(bytes('trang 1\ftrang 2\f'))).toBe('text')
  })
})
