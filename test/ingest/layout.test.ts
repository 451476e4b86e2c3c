// From placed letters to lines of text: words, rows, columns.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fragment, fragmentsOf } from '../../src/ingest/fragments.ts'
import { pageText } from '../../src/ingest/page-text.ts'
import type { PdfTextItem } from '../../src/ingest/pdfjs.ts'
import { readingOrder } from '../../src/ingest/reading-order.ts'
import { rowsOf } from '../../src/ingest/rows.ts'

/** Turns the page's own space (origin bottom left) into points from the top left of an A4 page. */
const A4: readonly number[] = [1, 0, 0, -1, 0, 842]

/** Letters as wide as half their size, as an item of the text layer. */
const item = (x: number, y: number, str: string, size = 10): PdfTextItem => ({
  str,
  transform: [size, 0, 0, size, x, y],
  width: str.length * size * 0.5,
  height: size,
  fontName: 'f',
  hasEOL: false,
})

const layOut = (items: readonly PdfTextItem[]): string =>
  pageText(readingOrder(rowsOf(fragmentsOf(items, A4)))).raw

/** Lines that are printed; where empty ones stand is a test of its own. */
const read = (items: readonly PdfTextItem[]): string => layOut(items).replace(/\n+/gu, '\n')

describe('words', () => {
  it('are joined where letters touch, parted where there is white space', () => {
    expect(read([item(0, 700, 'nh'), item(10, 700, 'ư'), item(18, 700, 'sau')])).toBe('như sau')
  })

  it('are joined over a change of font, whatever order they are drawn in', () => {
    expect(read([item(20, 700, 'ờng'), item(0, 700, 'trư'), item(15, 700, '\u2009')])).toBe('trư ờng')
    expect(read([item(15, 700, 'ờng'), item(0, 700, 'trư')])).toBe('trường')
  })

  it('that are printed twice to look bold are read once', () => {
    expect(read([item(0, 700, 'KẾ HOẠCH'), item(0.6, 700, 'KẾ HOẠCH')])).toBe('KẾ HOẠCH')
  })

  it('that are turned (stamps, watermarks) are left out', () => {
    const turned = { ...item(100, 400, 'BẢN SAO'), transform: [7, 7, -7, 7, 100, 400] }
    expect(read([item(0, 700, 'Số: 5'), turned])).toBe('Số: 5')
  })

  it('keep the order they are drawn in where estimated places cross', () => {
    // "vũ": the place of "v" inside its item is an estimate, and lies behind that of "ũ".
    expect(read([item(0, 700, 'iiiiv'), item(23, 700, 'ũ')])).toBe('iiiivũ')
  })
})

describe('rows', () => {
  it('take in superscripts, and keep lines apart', () => {
    const lines = [item(0, 700, 'Điều'), item(24, 703, '1', 6), item(0, 686, 'Phạm'), item(24, 686, 'vi')]
    expect(read(lines)).toBe('Điều 1\nPhạm vi')
  })

  it('come from top to bottom, whatever order they are drawn in', () => {
    expect(read([item(0, 100, 'ba'), item(0, 300, 'hai'), item(0, 500, 'một')])).toBe('một\nhai\nba')
  })

  it('show a wide gap as three spaces', () => {
    expect(read([item(0, 700, 'STT'), item(60, 700, 'Tên'), item(150, 700, 'Số')])).toBe('STT   Tên   Số')
  })
})

describe('empty lines', () => {
  it('stand where there is white space of more than a line, but not between columns', () => {
    const title = [
      item(0, 700, 'KE HOACH'),
      item(0, 686, 'Nam 2026'),
      item(0, 655, 'Thuc hien'),
      item(0, 639, 'Luat'),
    ]
    expect(layOut(title)).toBe('KE HOACH\nNam 2026\n\nThuc hien\nLuat')
    const foot = [
      item(20, 300, 'Noi nhan:'),
      item(320, 300, 'CHU TICH'),
      item(20, 286, '- Nhu tren;'),
      item(20, 272, '- Luu: VT.'),
      item(330, 230, 'Nguyen Van A'),
    ]
    expect(layOut(foot)).toBe('Noi nhan:\n- Nhu tren;\n- Luu: VT.\nCHU TICH\n\nNguyen Van A')
  })
})

describe('columns', () => {
  const head = [
    item(20, 800, 'UY BAN NHAN DAN'),
    item(260, 800, 'CONG HOA XA HOI CHU NGHIA VIET NAM'),
    item(30, 786, 'XA BINH MINH'),
    item(290, 786, 'Doc lap - Tu do - Hanh phuc'),
    item(30, 764, 'So: 12/KH-UBND'),
    item(290, 762, 'Binh Minh, ngay 3 thang 2 nam 2026'),
  ]

  it('of the head are read one after the other', () => {
    expect(read([...head, item(180, 720, 'KE HOACH'), item(20, 700, 'x'.repeat(90))])).toBe(
      [
        'UY BAN NHAN DAN',
        'XA BINH MINH',
        'So: 12/KH-UBND',
        'CONG HOA XA HOI CHU NGHIA VIET NAM',
        'Doc lap - Tu do - Hanh phuc',
        'Binh Minh, ngay 3 thang 2 nam 2026',
        'KE HOACH',
        'x'.repeat(90),
      ].join('\n'),
    )
  })

  it('of the head are found under a running head', () => {
    const running = item(120, 830, 'CONG BAO/So 12/Ngay 03-02-2026')
    expect(read([running, ...head]).split('\n')[1]).toBe('UY BAN NHAN DAN')
    expect(read([running, ...head]).split('\n')[2]).toBe('XA BINH MINH')
  })

  it('of the foot are read one after the other', () => {
    const foot = [
      item(20, 300, 'Noi nhan:'),
      item(320, 296, 'TM. UY BAN NHAN DAN'),
      item(20, 286, '- Nhu tren;'),
      item(340, 280, 'CHU TICH'),
      item(20, 272, '- Luu: VT.'),
      item(330, 230, 'Nguyen Van A'),
    ]
    expect(read([item(20, 330, 'x'.repeat(90)), ...foot])).toBe(
      [
        'x'.repeat(90),
        'Noi nhan:',
        '- Nhu tren;',
        '- Luu: VT.',
        'TM. UY BAN NHAN DAN',
        'CHU TICH',
        'Nguyen Van A',
      ].join('\n'),
    )
  })

  it('of a table are read row by row', () => {
    const rows = [item(0, 700, '1'), item(100, 700, 'Tam'), item(0, 680, '2'), item(100, 680, 'Bon')]
    expect(read(rows)).toBe('1   Tam\n2   Bon')
  })

  it('are not made of prose', () => {
    const prose = Array.from({ length: 20 }, (_, i) =>
      item(20, 800 - 14 * i, `cong hoa xa hoi ${'abc '.repeat(20)}`),
    )
    expect(read(prose).split('\n')).toHaveLength(20)
  })
})

describe('any letters anywhere', () => {
  const anyItem = fc.record({
    str: fc.string({ maxLength: 12 }),
    transform: fc.array(fc.float({ min: -1000, max: 1000, noNaN: true }), { minLength: 6, maxLength: 6 }),
    width: fc.float({ min: 0, max: 500, noNaN: true }),
    height: fc.constant(10),
    fontName: fc.constant('f'),
    hasEOL: fc.boolean(),
  })

  it('give lines and words whose spans are ascending and hold what they say', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 40 }), (items) => {
        const { raw, lines } = pageText(readingOrder(rowsOf(fragmentsOf(items, A4))))
        let end = -1
        for (const { span, words } of lines) {
          expect(span[0]).toBeGreaterThan(end)
          end = span[1]
          let wordEnd = span[0]
          for (const word of words) {
            expect(word.span[0]).toBeGreaterThanOrEqual(wordEnd)
            wordEnd = word.span[1]
            expect(raw.slice(...word.span)).toBe(word.text)
          }
        }
        expect(raw.split('\n').filter((line) => line !== '')).toHaveLength(lines.length)
      }),
    )
  })

  it('lose no letter that is upright', () => {
    const letters = (text: string): string => [...text.replace(/\s/gu, '')].sort().join('')
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.nat(500), fc.nat(800), fc.string({ unit: fc.constantFrom('a', 'b', 'ư', ' ') })),
        ),
        (found) => {
          // Texts differ, so that none is taken for another's double.
          const items = found.map(([x, y, str], i) => item(x, y, `${str}${i}`))
          expect(letters(read(items))).toBe(letters(items.map(({ str }) => str).join('')))
        },
      ),
    )
  })

  it('are laid out in time that grows with their number', () => {
    const many = (n: number): Fragment[] =>
      fragmentsOf(
        Array.from({ length: n }, () => item(10, 10, 'a')),
        A4,
      )
    expect(pageText(readingOrder(rowsOf(many(100_000)))).raw.length).toBeGreaterThan(0)
  })
})
