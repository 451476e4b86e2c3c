import { describe, expect, it } from 'vitest'
import type { IngestedPage } from '../../src/ingest/document.ts'
import { markFurniture } from '../../src/ingest/furniture.ts'
import { linesOf } from '../../src/ingest/text-file.ts'

const pages = (...texts: string[]): IngestedPage[] =>
  texts.map((raw, i) => ({
    number: i + 1,
    source: 'text-layer',
    raw,
    text: raw,
    repair: null,
    lines: linesOf(raw),
    width: 595,
    height: 842,
    grade: null,
  }))

const marks = (found: readonly IngestedPage[]): string[][] =>
  found.map(({ lines }) => lines.map(({ furniture }) => furniture ?? ''))

describe('markFurniture', () => {
  it.each(['2', '- 2 -', '– 12 –', 'Trang 3', 'trang 3/12', '3/12', '(4)', '7.'])(
    'takes %j for a page number',
    (n) => {
      expect(marks(markFurniture(pages(`${n}\nĐiều 2.\nthân\nthân`)))[0]).toEqual(['page-number', '', '', ''])
      expect(marks(markFurniture(pages(`thân\nthân\nthân\n${n}`)))[0]).toEqual(['', '', '', 'page-number'])
    },
  )

  it.each(['12345', '2026 năm', 'Số 5', '5/KH-UBND', ''])('does not take %j for one', (n) => {
    expect(marks(markFurniture(pages(`${n}\na\nb\nc`)))[0]![0]).toBe('')
  })

  it('marks lines that come back at the top or the bottom, without their page number', () => {
    const texts = [1, 2, 3, 4].map((n) =>
      n % 2 === 0
        ? `${n}   CÔNG BÁO/Số 12\nmột ${n} hai\nba\nbốn\nnăm\nsáu\nVụ Pháp chế`
        : `CÔNG BÁO/Số 12   ${n}\nmột ${n} hai\nba\nbốn\nnăm\nsáu\nVụ Pháp chế`,
    )
    for (const page of marks(markFurniture(pages(...texts)))) {
      expect(page[0]).toBe('running-head')
      expect(page.at(-1)).toBe('running-foot')
      expect(page[3]).toBe('')
    }
  })

  it('does not mark what comes back on two pages only, or in the middle', () => {
    expect(
      marks(markFurniture(pages('Nơi nhận:\na', 'Nơi nhận:\nb', 'c', 'd')))
        .flat()
        .join(''),
    ).toBe('')
    const middle = ['1', '2', '3'].map((n) => `a${n}\nb${n}\nc${n}\ngiữa\nd${n}\ne${n}\nf${n}`)
    expect(
      marks(markFurniture(pages(...middle)))
        .flat()
        .join(''),
    ).toBe('')
  })
})
