// Pictures: their sizes and limits, and one short reading with the real engine.

import { readFileSync } from 'node:fs'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import utif from 'utif2'
import { afterAll, describe, expect, it } from 'vitest'
import { greyOfRgba } from '../../src/ingest/canvas.ts'
import { scaleOf } from '../../src/ingest/image.ts'
import { imageSizeOf } from '../../src/ingest/image-size.ts'
import { closeIdleEngines } from '../../src/ingest/ocr-shelf.ts'
import { encodePgm } from '../../src/ingest/pgm.ts'
import { importDocument } from '../../src/node.ts'
import { model } from '../restore/shipped.ts'
import { makePdf } from './pdf-maker.ts'

const SCAN = readFileSync(new URL('../../fixtures/own/letter-scan.jpg', import.meta.url))

/** Top of the scanned letter: issuer, motto, number, date. */
async function headOfLetter() {
  const page = await loadImage(SCAN)
  const canvas = createCanvas(page.width, Math.round(page.height * 0.19))
  canvas.getContext('2d').drawImage(page, 0, 0)
  return canvas
}

const HEAD = [
  'ỦY BAN NHÂN DÂN',
  'XÃ BÌNH MINH',
  'Số: 256/UBND-KT',
  'V/v phòng, chống cháy rừng',
  'mùa khô năm 2026',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Bình Minh, ngày 12 tháng 3 năm 2026',
]

afterAll(closeIdleEngines)

describe('imageSizeOf', () => {
  const canvas = createCanvas(31, 17)
  it.each([
    ['PNG', canvas.toBuffer('image/png')],
    ['JPEG', canvas.toBuffer('image/jpeg')],
    ['WebP', canvas.toBuffer('image/webp')],
  ])('reads the header of %s', (_, bytes) => {
    expect(imageSizeOf(bytes)).toEqual({ width: 31, height: 17 })
    expect(imageSizeOf(bytes.subarray(0, 10))).toBeNull()
  })

  it('is not held up by padding or strange lengths', () => {
    expect(imageSizeOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xff, 0xff]))).toBeNull()
    expect(imageSizeOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0]))).toBeNull()
    expect(imageSizeOf(new Uint8Array())).toBeNull()
  })
})

describe('scaleOf', () => {
  it.each([
    ['A4 at 200 dpi stays', 1654, 2339, 1],
    ['A4 at 300 dpi is reduced', 2480, 3508, 2339 / 3508],
    ['a photograph is reduced', 4000, 3000, 2339 / 4000],
    ['A4 at 100 dpi is enlarged', 827, 1169, 2339 / 1169],
    ['a line of text stays', 900, 120, 1],
    ['a stamp stays', 300, 300, 1],
  ])('%s', (_, width, height, scale) => {
    expect(scaleOf({ width, height })).toBeCloseTo(scale)
  })
})

describe('grey pictures', () => {
  const rgba = (...pixels: [number, number, number][]): Uint8Array =>
    Uint8Array.from(pixels.flatMap((pixel) => [...pixel, 255]))

  it('are white where a seal is red, and grey elsewhere', () => {
    const black: [number, number, number] = [0, 0, 0]
    const { pixels } = greyOfRgba(rgba(black, black, [200, 60, 70], [250, 250, 250], [40, 60, 160]), 5, 1)
    expect([...pixels]).toEqual([0, 0, 255, 250, 65])
  })

  it('keep the red of a page that is printed in red', () => {
    const red: [number, number, number] = [200, 60, 70]
    expect([...greyOfRgba(rgba(red, red, [0, 0, 0]), 3, 1).pixels]).toEqual([103, 103, 0])
  })

  it('are plain bytes behind a header for the engine', () => {
    const bytes = encodePgm({ width: 2, height: 1, pixels: Uint8Array.from([7, 200]) })
    expect(Buffer.from(bytes).toString('latin1')).toBe('P5\n2 1\n255\n\x07\xc8')
  })
})

describe('a picture of a page', () => {
  it('is read, with the confidence and the place of every word', async () => {
    const canvas = await headOfLetter()
    const stages: string[] = []
    const document = await importDocument(canvas.toBuffer('image/png'), {
      model,
      onProgress: ({ stage, page, pages }) => stages.push(`${stage} ${page}/${pages}`),
    })
    expect(document).toMatchObject({ kind: 'image', encoding: null, problems: [] })
    expect(document.text.split('\n')).toEqual(HEAD)
    const [page] = document.pages
    expect(page).toMatchObject({ source: 'ocr', width: canvas.width, height: canvas.height })
    for (const { text, span, box, confidence } of page!.lines.flatMap(({ words }) => words)) {
      expect(page!.raw.slice(...span)).toBe(text)
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThanOrEqual(1)
      expect(box![2]).toBeLessThanOrEqual(canvas.width)
    }
    expect(stages).toContain('ocr 1/1')
  })

  it('is read from TIFF, page by page', async () => {
    const canvas = await headOfLetter()
    const { width, height } = canvas
    const tiff = new Uint8Array(utif.encodeImage(canvas.data(), width, height))
    const document = await importDocument(tiff, { model })
    expect(document.text.split('\n')).toEqual(HEAD)
  })

  it('in a PDF is read where the text layer is missing', async () => {
    const canvas = await headOfLetter()
    const { width, height } = canvas
    const jpeg = { bytes: new Uint8Array(canvas.toBuffer('image/jpeg', 80)), width, height }
    const content = `q 595 0 0 ${(595 * height) / width} 0 600 cm /Im Do Q`
    const file = makePdf({ pages: [{ content, jpeg }] })
    const document = await importDocument(file, { model })
    expect(document.pages[0]!.source).toBe('ocr')
    expect(document.text.split('\n')).toEqual(HEAD)
    const never = await importDocument(file, { model, ocr: 'never' })
    expect(never.pages[0]).toMatchObject({ source: 'text-layer', raw: '' })
  })

  it('is refused when OCR is off', async () => {
    await expect(importDocument(SCAN, { model, ocr: 'never' })).rejects.toMatchObject({
      code: 'INPUT_UNSUPPORTED',
      message: 'the input is an image, and OCR is off: allow it, or give the text of the page.',
    })
  })

  it('is refused before it is decoded when it is too large', async () => {
    await expect(importDocument(SCAN, { model, limits: { pixels: 1000 } })).rejects.toMatchObject({
      code: 'LIMIT_EXCEEDED',
      message:
        'the input has a picture of 1241 × 1755 pixels, more than the limit of 1000: scan it with 200 to 300 dpi, or raise the limit.',
    })
  })

  it('that is damaged is said to be', async () => {
    const png = createCanvas(50, 50).toBuffer('image/png')
    for (const bytes of [
      png.subarray(0, 20),
      png.subarray(0, 60),
      Buffer.from('II*\0\x08\0\0\0', 'latin1'),
    ]) {
      await expect(importDocument(bytes, { model })).rejects.toMatchObject({ code: 'INPUT_DAMAGED' })
    }
  })

  it('is left at once when the reading is aborted', async () => {
    const controller = new AbortController()
    const reading = importDocument(SCAN, { model, signal: controller.signal })
    setTimeout(() => controller.abort(new Error('enough')), 50)
    await expect(reading).rejects.toThrow('enough')
  })
})
