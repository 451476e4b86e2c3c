import { describe, expect, it, vi } from 'vitest'
import type { GreyImage } from '../../src/ingest/canvas.ts'
import { signatureBox, withSignature } from '../../src/ingest/signature-pass.ts'
import type { OcrLine } from '../../src/ingest/tesseract.ts'

const WIDTH = 1000
const HEIGHT = 1400

/** A page, black where a seal stands. */
function page(hasSeal: boolean): GreyImage {
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(255)
  if (hasSeal) for (let y = 720; y < 900; y++) pixels.fill(0, y * WIDTH + 600, y * WIDTH + 800)
  return { width: WIDTH, height: HEIGHT, pixels }
}

function line(text: string, left: number, top: number, confidence = 0.9): OcrLine {
  let at = left
  const words = text.split(' ').map((word) => {
    const box = [at, top, at + 12 * word.length, top + 24] as const
    at = box[2] + 10
    return { text: word, confidence, box }
  })
  return { baseline: [left, top + 24, at, top + 24], words }
}

const FOOT = [line('Nơi nhận:', 80, 700), line('- Như trên;', 80, 730), line('KT. CHỦ TỊCH', 600, 700)]
const textOf = (lines: readonly OcrLine[]): string[] =>
  lines.map(({ words }) => words.map(({ text }) => text).join(' '))

describe('withSignature', () => {
  it('reads the seal once more where no name was read', async () => {
    const part = line('Trần Văn Mẫu', 60, 250)
    const recognise = vi.fn(async (_: GreyImage) => [line('%# ~a', 40, 30, 0.2), part])
    const lines = await withSignature(page(true), FOOT, recognise)
    expect(textOf(lines)).toEqual([...textOf(FOOT), 'Trần Văn Mẫu'])
    const box = signatureBox(page(true), FOOT)
    expect(lines.at(-1)?.words[0]?.box[0]).toBe(60 + (box?.[0] ?? 0))
    expect(recognise.mock.calls[0]?.[0].width).toBeLessThan(WIDTH)
  })

  it('takes no name that is not believed, nor words that are none', async () => {
    for (const found of [
      line('Trần Văn Mẫu', 60, 250, 0.4),
      line('trên địa bàn', 60, 250),
      line('A9 B', 60, 250),
    ]) {
      expect(await withSignature(page(true), FOOT, async () => [found])).toBe(FOOT)
    }
  })

  it('exchanges what the first reading made of the name', async () => {
    const lines = [...FOOT, line('"Tr4n V#n', 600, 950, 0.3)]
    const box = signatureBox(page(true), lines)
    const name = line('Trần Văn Mẫu', 600 - (box?.[0] ?? 0), 950 - (box?.[1] ?? 0))
    const found = await withSignature(page(true), lines, async () => [name])
    expect(textOf(found)).toEqual([...textOf(FOOT), 'Trần Văn Mẫu'])
  })

  it.each([
    ['the name was read', page(true), [...FOOT, line('Trần Văn Mẫu', 600, 950)]],
    ['nothing is signed', page(false), FOOT],
    ['the page has no foot', page(true), [line('Một dòng chữ', 80, 700)]],
    ['the page is empty', page(true), []],
  ])('does not read again when %s', async (_, image, lines) => {
    const recognise = vi.fn(async () => [])
    expect(await withSignature(image, lines, recognise)).toBe(lines)
    expect(recognise).not.toHaveBeenCalled()
  })
})
