import { describe, expect, it } from 'vitest'
import { ocrPageText } from '../../src/ingest/ocr-page.ts'
import type { OcrLine } from '../../src/ingest/tesseract.ts'

/** A line of words, each ten pixels a letter wide, at a height; confidence 0.95 unless told ("text@0.3"). */
function line(x: number, y: number, text: string, slope = 0): OcrLine {
  let at = x
  const words = text.split(' ').map((part) => {
    const [word = '', confidence = '0.95'] = part.split('@')
    const top = y + slope * at
    const box = [at, top, at + word.length * 10, top + 20] as const
    at += word.length * 10 + 8
    return { text: word, box, confidence: Number(confidence) }
  })
  return { words, baseline: [x, y + 20 + slope * x, at, y + 20 + slope * at] }
}

const read = (...lines: OcrLine[]): string => ocrPageText(lines, 1).raw

describe('ocrPageText', () => {
  it('puts lines of different blocks on one row when they stand side by side', () => {
    expect(
      read(line(0, 100, 'STT'), line(0, 140, '1'), line(200, 102, 'Tên thôn'), line(200, 141, 'Đồng Tâm')),
    ).toBe('STT   Tên thôn\n1   Đồng Tâm')
  })

  it('reads the head in columns, whether the engine saw lines or blocks', () => {
    const left = [line(20, 100, 'ỦY BAN NHÂN DÂN'), line(20, 130, 'XÃ BÌNH MINH')]
    const right = [line(400, 100, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA'), line(420, 131, 'Độc lập - Tự do')]
    const expected = 'ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA\nĐộc lập - Tự do'
    expect(read(...left, ...right)).toBe(expected)
    const joined = [0, 1].map((i): OcrLine => {
      const words = [...left[i]!.words, ...right[i]!.words]
      return { words, baseline: left[i]!.baseline }
    })
    expect(read(...joined)).toBe(expected)
  })

  it('orders lines as if the page stood upright', () => {
    const slope = 0.05
    const text = 'một hai ba bốn năm sáu bảy tám chín mười'
    // The right end of the first line is lower than the left end of the second.
    const first = line(0, 100, text, slope)
    const second = line(0, 118, `${text} hết`, slope)
    expect(read(second, first)).toBe(`${text}\n${text} hết`)
  })

  it('leaves out specks, but no list marks, dots or figures', () => {
    expect(read(line(0, 100, '|@0.3 -@0.3 Như ‹@0.2 trên ;@0.2 ý@0.4 .....@0.4 5@0.4'))).toBe(
      '- Như trên ; ..... 5',
    )
    expect(read(line(0, 100, 'ý@0.9 và'))).toBe('ý và')
  })

  it('keeps figures with a letter and symbols, however doubtful', () => {
    expect(read(line(0, 100, 'rộng 7.700m2@0.1 12C@0.3 1J@0.3'))).toBe('rộng 7.700m2 12C')
    expect(read(line(0, 100, 'Cộng hòa xã hội'), line(0, 130, '9r/QĐ-UBND@0.1'))).toContain('9r/QĐ-UBND')
  })

  it('tells what it left out, with places, from top to bottom', () => {
    const page = ocrPageText([line(0, 130, 'RA@0.02 Uu,@0.1'), line(0, 100, 'Kính |@0.3 trình Hội đồng')], 2)
    expect(page.raw).toBe('Kính trình Hội đồng')
    expect(page.leftOut.map(({ text, confidence }) => [text, confidence])).toEqual([
      ['|', 0.3],
      ['RA', 0.02],
      ['Uu,', 0.1],
    ])
    expect(page.leftOut[1]?.box.slice(0, 2)).toEqual([0, 65])
  })

  it('leaves out scribbles on a page it can read, and nothing on one it cannot', () => {
    const scribble = line(0, 130, 'RA@0.02 Uu,@0.1')
    expect(read(line(0, 100, 'Kính trình Hội đồng'), scribble)).toBe('Kính trình Hội đồng')
    expect(read(line(0, 100, 'Kính@0.3 trình@0.2'), scribble)).toBe('Kính trình\nRA Uu,')
  })

  it('leaves out scribbles beside a column, and lone signs', () => {
    const foot = [line(0, 100, 'Nơi nhận:'), line(0, 130, '- Như trên;'), line(0, 160, '- Lưu: VT.')]
    const right = [
      line(400, 100, 'CHỦ TỊCH'),
      line(420, 131, 'Rau@0.05'),
      line(430, 160, 'cự@0.6 .@0.3'),
      line(400, 190, 'Trần A'),
    ]
    expect(read(...foot, ...right).split(/\n+/u)).toEqual([
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT.',
      'CHỦ TỊCH',
      'Trần A',
    ])
  })

  it('keeps confidences and places, in points', () => {
    const { lines } = ocrPageText([line(100, 200, 'Số: 5@0.5')], 2)
    expect(lines).toEqual([
      {
        span: [0, 5],
        box: [50, 100, 74, 110],
        furniture: null,
        words: [
          { text: 'Số:', span: [0, 3], box: [50, 100, 65, 110], confidence: 0.95 },
          { text: '5', span: [4, 5], box: [69, 100, 74, 110], confidence: 0.5 },
        ],
      },
    ])
  })

  it('gives no text for an empty page', () => {
    expect(ocrPageText([], 2)).toEqual({ raw: '', lines: [], leftOut: [] })
  })
})
