// Handwritten figures of heads: from lines of the engine and a picture to numbers, with doubts kept.
import { describe, expect, it } from 'vitest'
import { Chance } from '../../bench/figures/random.ts'
import { drawFigure } from '../../bench/figures/strokes.ts'
import type { GreyImage } from '../../src/ingest/canvas.ts'
import { inkOfBox } from '../../src/ingest/figure-ink.ts'
import { figurePlaces } from '../../src/ingest/figure-places.ts'
import { inkBox } from '../../src/ingest/figure-shape.ts'
import { withFigures } from '../../src/ingest/figures.ts'
import type { OcrLine } from '../../src/ingest/tesseract.ts'

const WIDTH = 900
const HEIGHT = 600
const LETTER = 14
const LINE = 40

/** A white page. */
function page(): GreyImage {
  return { width: WIDTH, height: HEIGHT, pixels: new Uint8Array(WIDTH * HEIGHT).fill(250) }
}

/** Writes figures from a place on, as tall as the line. */
function write(image: GreyImage, text: string, left: number, top: number, seed: number): void {
  const chance = new Chance(seed)
  let x0 = left
  for (const figure of text) {
    const ink = drawFigure(Number(figure), chance)
    const [bx0, by0, bx1, by1] = inkBox(ink) as [number, number, number, number]
    for (let y = by0; y < by1; y++) {
      for (let x = bx0; x < bx1; x++) {
        const k = (top + y - by0) * WIDTH + x0 + x - bx0
        image.pixels[k] = Math.min(
          image.pixels[k] as number,
          250 - 230 * (ink.amounts[y * ink.width + x] as number),
        )
      }
    }
    x0 += bx1 - bx0 + 5
  }
}

/** A line of words at places; the letters are as wide as each other. */
function line(
  top: number,
  ...words: readonly (readonly [text: string, left: number, confidence?: number])[]
): OcrLine {
  return {
    baseline: [0, top + LINE, WIDTH, top + LINE],
    words: words.map(([text, left, confidence = 0.95]) => ({
      text,
      confidence,
      box: [left, top, left + LETTER * text.length, top + LINE],
    })),
  }
}

const textOf = (lines: readonly OcrLine[]): string =>
  lines.map(({ words }) => words.map(({ text }) => text).join(' ')).join('\n')

describe('inkOfBox', () => {
  it('gives nothing for paper and for places off the page', () => {
    expect(inkOfBox(page(), [10, 10, 100, 60])).toBeNull()
    expect(inkOfBox(page(), [-50, -50, -10, -10])).toBeNull()
    expect(inkOfBox(page(), [Number.NaN, 0, 10, 10])).toBeNull()
  })
})

describe('figurePlaces', () => {
  it.each([
    ['Số:', '', '/QĐ-UBND'],
    ['Số:', '8T', '/QĐ-UBND'],
    ['Số:', 'ớâ4', '¡CT-UBND'],
    ['số:', 'ÊÍŠ', '/HC-CNHC'],
    ['Số:', '89', '/2026/QĐ-CT'],
    ['Sĩ:', '530', '/QĐ-UBND'],
    ['Số:', '', '/TTr-UBND'],
  ])('finds the number of %s %s %s', (opener, read, symbol) => {
    const words: [string, number][] = [[opener, 100]]
    if (read !== '') words.push([read, 170])
    words.push([symbol, 240])
    const [place] = figurePlaces([line(50, ...words)], HEIGHT)
    expect(place).toMatchObject({ kind: 'number', text: read })
    expect(place?.box[0]).toBeCloseTo(100 + LETTER * opener.length, 0)
    expect(place?.box[2]).toBeCloseTo(240, 0)
  })

  it('finds the number that is joined to its words', () => {
    const [place] = figurePlaces([line(50, ['Số:ØØÂ2/UBND-KSTTHC', 100])], HEIGHT)
    expect(place).toMatchObject({ kind: 'number', text: 'ØØÂ2', letters: [3, 7] })
  })

  it('finds day and month beside a place', () => {
    const places = figurePlaces(
      [
        line(
          50,
          ['Sông', 300],
          ['Xanh,', 370],
          ['ngày', 450],
          ['‡‡', 510],
          ['tháng', 545],
          ['5', 625],
          ['năm', 650],
          ['2021', 700],
        ),
      ],
      HEIGHT,
    )
    expect(places.map(({ kind, text }) => [kind, text])).toEqual([
      ['day', '‡‡'],
      ['month', '5'],
    ])
  })

  it.each([
    [
      'running text',
      line(50, ['Căn', 10], ['cứ', 60], ['Quyết', 90], ['định', 170], ['số', 230], ['12/QĐ-UBND', 260]),
    ],
    [
      'a date in a sentence',
      line(
        50,
        ['ngày', 10],
        ['25', 80],
        ['tháng', 120],
        ['3', 200],
        ['năm', 230],
        ['2026,', 280],
        ['Bộ', 350],
      ),
    ],
    ['a number of the Party', line(50, ['Số', 100], ['331-KH/TU', 150])],
    ['a head far down the page', line(400, ['Số:', 100], ['/QĐ-UBND', 240])],
    ['a line without words', line(50)],
    ['a long line', line(50, ['Số:'.repeat(200), 10])],
  ])('finds nothing in %s', (_, found) => {
    expect(figurePlaces([found], HEIGHT)).toEqual([])
  })
})

describe('withFigures', () => {
  it('writes into the lines what stands on the page', async () => {
    const image = page()
    write(image, '58', 155, 52, 5)
    const [number] = await withFigures(image, [line(50, ['Số:', 100], ['3#', 170, 0.3], ['/QĐ-UBND', 260])])
    expect(number?.words.map(({ text }) => text)).toEqual(['Số:', '58', '/QĐ-UBND'])
  })

  it('leaves a word whole that both readers read alike', async () => {
    const image = page()
    write(image, '58', 155, 52, 5)
    const head = line(50, ['Số:', 100])
    const joined = { text: '58/QĐ-UBND', confidence: 0.9, box: [155, 50, 605, 90] } as const
    const lines = await withFigures(image, [{ ...head, words: [...head.words, joined] }])
    expect(textOf(lines)).toBe('Số: 58/QĐ-UBND')
  })

  it('leaves a gap where nothing can be read', async () => {
    const lines = await withFigures(page(), [line(50, ['Số:', 100], ['ớâ4', 170, 0.3], ['/QĐ-UBND', 260])])
    expect(textOf(lines)).toBe('Số: /QĐ-UBND')
  })

  it.each([
    ['dots to be filled in', '......'],
    ['a number with a letter', '15a'],
  ])('leaves %s as they are', async (_, text) => {
    const lines = await withFigures(page(), [line(50, ['Số:', 100], [text, 160], ['/QĐ-UBND', 260])])
    expect(textOf(lines)).toBe(`Số: ${text} /QĐ-UBND`)
  })

  it('keeps printed figures that the engine is sure of, and doubts them when they look otherwise', async () => {
    const image = page()
    write(image, '58', 155, 52, 5)
    const [number] = await withFigures(image, [line(50, ['Số:', 100], ['31', 170, 0.96], ['/QĐ-UBND', 260])])
    const word = number?.words[1]
    expect(word?.confidence).toBeLessThan(0.8)
  })

  it('is surer when both readers agree', async () => {
    const image = page()
    write(image, '58', 155, 52, 5)
    const read = async (text: string): Promise<number> => {
      const [number] = await withFigures(image, [line(50, ['Số:', 100], [text, 170, 0.5], ['/QĐ-UBND', 260])])
      return number?.words[1]?.confidence ?? 0
    }
    expect(await read('58')).toBeGreaterThan(await read('ÔŠ'))
  })

  it('reads no day that the calendar lacks', async () => {
    const image = page()
    write(image, '58', 515, 52, 5)
    const words = [
      ['Sông', 300],
      ['Xanh,', 370],
      ['ngày', 450],
      ['tháng', 620],
      ['5', 710],
      ['năm', 740],
      ['2021', 790],
    ] as const
    const lines = await withFigures(image, [line(50, ...words)])
    expect(textOf(lines)).not.toContain('58')
  })

  it('gives the same lines back where there is no head', async () => {
    const lines = [line(50, ['Một', 10], ['dòng', 80])]
    expect(await withFigures(page(), lines)).toBe(lines)
  })
})
