import { describe, expect, it } from 'vitest'
import { findPoints } from '../../src/report/points.ts'
import { document, doubt, edit, page, SAMPLE } from './samples.ts'

describe('findPoints', () => {
  it('lists every place once, in reading order, with its readings', () => {
    expect(
      findPoints(SAMPLE.pages).map(({ id, page, kind, current, choices, doubtful }) => [
        id,
        page,
        kind,
        current,
        choices,
        doubtful,
      ]),
    ).toEqual([
      [1, 0, 'edit', 'xã', ['xã', 'xa'], false],
      [2, 0, 'edit', 'Sách', ['Sách', 'Sach', 'Sạch'], true],
      [3, 0, 'edit', 'truyền', ['truyền', 'truyén'], false],
      [4, 0, 'suggestion', 'thong', ['thong', 'thông'], true],
      [5, 0, 'word', 'Binh', ['Binh'], true],
      [6, 1, 'edit', 'số', ['số', 'sé'], false],
    ])
  })

  it('takes the lower confidence where a repair is doubted, and says that it is a name', () => {
    const point = findPoints(SAMPLE.pages)[1]
    expect(point).toMatchObject({ review: 'name', confidence: 0.8 })
  })

  it('never gives two places that overlap', () => {
    const raw = 'mot hai ba'
    const pages = [
      page(
        raw,
        [edit(raw, 'mot hai', 'một hai')],
        [doubt(raw, 'hai', 'hai'), doubt(raw, 'ba', 'ba')],
        [edit(raw, 'hai ba', 'hải bà', { applicability: 'suggestion' })],
      ),
    ]
    const points = findPoints(document(...pages).pages)
    expect(points.map(({ original }) => original)).toEqual(['mot hai', 'ba'])
    expect(points[0]?.doubtful).toBe(true)
  })

  it('finds nothing on a page that was not repaired', () => {
    expect(findPoints([{ ...page('a'), repair: null }])).toEqual([])
  })
})
