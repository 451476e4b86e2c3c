import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { binaryKind } from '../../src/cli/file-kind.ts'
import { decode } from '../../src/ingest/decode.ts'
import { type Folder, run, temporaryFolder } from './harness.ts'

const bytes = (latin1: string) => Uint8Array.from(latin1, (c) => c.charCodeAt(0))

describe('decode', () => {
  it.each([
    ['UTF-8', [0xc4, 0x91]],
    ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, 0xc4, 0x91]],
    ['UTF-16 LE', [0xff, 0xfe, 0x11, 0x01]],
    ['UTF-16 BE', [0xfe, 0xff, 0x01, 0x11]],
  ])('reads %s', (_, given) => {
    expect(decode(Uint8Array.from(given))).toMatchObject({ text: 'đ', invalid: 0, firstInvalid: -1 })
  })

  it('counts broken sequences, not printed replacement characters', () => {
    const text = new TextEncoder().encode('\ufffda')
    expect(decode(text).invalid).toBe(0)
    expect(decode(Uint8Array.from([...text, 0xe1, 0xba, ...text, 0x80]))).toMatchObject({
      invalid: 2,
      firstInvalid: 4,
    })
  })

  it('counts lone surrogates of UTF-16 and half a character at its end', () => {
    expect(decode(Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x00, 0xd8, 0x62, 0, 0x63]))).toMatchObject({
      text: 'a\ufffdb\ufffd',
      invalid: 2,
      firstInvalid: 4,
    })
    expect(decode(Uint8Array.from([0xfe, 0xff, 0xff, 0xfd])).invalid).toBe(0)
  })

  it('finds the first broken byte where a strict decoder stops', () => {
    const chunk = fc.constantFrom([0x61], [0xc4, 0x91], [0xe1, 0xba, 0xbf], [0xf0, 0x9f, 0x98, 0x80])
    const broken = fc.constantFrom([0x80], [0xff], [0xc4], [0xe1, 0xba], [0xed, 0xa0, 0x80], [0xc0, 0xaf])
    fc.assert(
      fc.property(fc.array(chunk), broken, fc.array(fc.oneof(chunk, broken)), (before, bad, after) => {
        const data = Uint8Array.from([...before, bad, [0x20], ...after].flat())
        expect(decode(data).firstInvalid).toBe(before.flat().length)
      }),
      { seed: 5, numRuns: 500 },
    )
  })

  it('is quick about a megabyte of rubbish', () => {
    expect(decode(new Uint8Array(1e6).fill(0x80))).toMatchObject({ invalid: 1e6, firstInvalid: 0 })
    expect(decode(new Uint8Array(1e6).fill(0xff))).toMatchObject({ invalid: 1e6, firstInvalid: 0 })
  })
})

describe('binaryKind', () => {
  it.each([
    ['%PDF-1.7\n', 'a PDF file'],
    ['\x89PNG\r\n\x1a\n\0\0', 'a PNG image'],
    ['\xff\xd8\xff\xe0', 'a JPEG image'],
    ['II*\0', 'a TIFF image'],
    ['PK\x03\x04abc', 'a ZIP archive'],
    ['PK\x03\x04....word/document.xml', 'an Office document (.docx, .xlsx, .odt)'],
    ['PK\x03\x04....[Content_Types].xml', 'an Office document (.docx, .xlsx, .odt)'],
    ['\xd0\xcf\x11\xe0\xa1', 'an old Office document (.doc, .xls)'],
    ['{\\rtf1\\ansi', 'an RTF document'],
    ['\x1f\x8b\x08', 'a gzip archive'],
    ['plain\0text', 'a binary file'],
    ['\x01\x02\x03\x04text', 'a binary file'],
  ])('knows %j', (given, name) => {
    expect(binaryKind(bytes(given))?.name).toBe(name)
  })

  it.each(['', 'Kế hoạch', 'a\tb\r\n\fc\x1b[0m', 'PK lẻ', 'II. NỘI DUNG', 'GIF', '%PDF', 'x\x01'.repeat(0)])(
    'takes %j for text',
    (text) => {
      expect(binaryKind(new TextEncoder().encode(text))).toBeUndefined()
    },
  )

  it('forgives a stray NUL far into a long text', () => {
    expect(binaryKind(bytes(`${'a'.repeat(70_000)}\0`))).toBeUndefined()
  })
})

describe('reading inputs', () => {
  let folder: Folder
  beforeEach(() => {
    folder = temporaryFolder()
  })
  afterEach(() => folder.remove())

  it('tells what to do with a file that is no text', async () => {
    const png = folder.write('scan.png', bytes('\x89PNG\r\n\x1a\n\0\0'))
    const { code, out, err } = await run(['restore', png])
    expect([code, out]).toEqual([3, ''])
    expect(err).toBe(
      `error: ${png} is a PNG image, not text: read it with an OCR program first, for example tesseract with -l vie.\n`,
    )
    const nul = await run(['restore'], { stdin: 'ab\0c' })
    expect(nul.err).toContain('stdin is a binary file, not text: byte 2 is NUL')
  })

  it('reads UTF-16 with its mark, but not UTF-32', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('đổi mới', 'utf16le')])
    expect((await run(['restore'], { stdin: utf16 })).out).toBe('ĐỔI MỚI')
    const utf32 = await run(['restore'], { stdin: Uint8Array.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]) })
    expect(utf32).toMatchObject({ code: 3, out: '' })
    expect(utf32.err).toContain('stdin is UTF-32 text, not text')
  })

  it('drops the byte order mark of UTF-8', async () => {
    expect((await run(['restore'], { stdin: '\ufeffa' })).out).toBe('A')
  })

  it('reads characters that are cut between chunks', async () => {
    const text = 'đổi mới sáng tạo 😀 '.repeat(50)
    expect((await run(['restore'], { stdin: text })).out).toBe(text.toUpperCase())
  })
})
