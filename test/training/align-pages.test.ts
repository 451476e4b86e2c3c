import fc from 'fast-check'
import { distance } from 'fastest-levenshtein'
import { describe, expect, it } from 'vitest'
import { alignPages, chunksOf, shapeKey } from '../../src/training/align-pages.ts'

const shown = (truth: string, observed: string) =>
  alignPages(truth, observed).map((piece) => `${piece.truth.join('+')}→${piece.observed.join('+')}`)

describe('a page and its reading', () => {
  it('pair word by word, whatever the marks', () => {
    expect(shown('Ủy ban nhân dân', 'Uy ban nhan dan')).toEqual(['Ủy→Uy', 'ban→ban', 'nhân→nhan', 'dân→dan'])
  })

  it('show what was merged, split, lost and read for nothing', () => {
    expect(shown('thành phố Hà Nội', 'Thanhpho Ha N ội')).toEqual(['thành+phố→Thanhpho', 'Hà→Ha', 'Nội→N+ội'])
    expect(shown('một hai ba bốn', 'mot ba bon')).toEqual(['một→mot', 'hai→', 'ba→ba', 'bốn→bon'])
    expect(shown('một hai', 'mot | hai')).toEqual(['một→mot', '→|', 'hai→hai'])
  })

  it('pair a word with a reading that shares no letter', () => {
    expect(shown('kể từ ngày', 'kể tir ngày')).toEqual(['kể→kể', 'từ→tir', 'ngày→ngày'])
  })

  it('find their way over a lost stretch by what is unique on both sides', () => {
    const lost = Array.from({ length: 300 }, (_, i) => `chữ${i}`).join(' ')
    const pieces = alignPages(`đầu trang một ${lost} cuối trang hai`, 'dau trang mot cuoi trang hai')
    expect(pieces.filter((piece) => piece.observed.length === 0)).toHaveLength(300)
    expect(pieces.at(-3)).toEqual({ truth: ['cuối'], observed: ['cuoi'] })
  })

  it('are all there, in order, in small pieces', () => {
    const page = fc.array(
      fc.constantFrom('số', 's6', 'của', 'caa', 'và', 'thành', 'phố', 'thanhpho', '|', 'x', 'hoạch'),
      {
        maxLength: 40,
      },
    )
    fc.assert(
      fc.property(page, page, (left, right) => {
        const pieces = alignPages(left.join(' '), right.join('\n'))
        expect(pieces.flatMap((piece) => piece.truth)).toEqual(left)
        expect(pieces.flatMap((piece) => piece.observed)).toEqual(right)
        for (const { truth, observed } of pieces) {
          expect(truth.length + observed.length).toBeGreaterThan(0)
          expect(Math.min(truth.length, observed.length)).toBeLessThanOrEqual(1)
          expect(Math.max(truth.length, observed.length)).toBeLessThanOrEqual(3)
        }
      }),
    )
  })

  it('align to nothing when one side is empty', () => {
    expect(shown('', '')).toEqual([])
    expect(shown('a b', '')).toEqual(['a→', 'b→'])
    expect(shown('', 'a')).toEqual(['→a'])
  })
})

describe('the shape of a chunk', () => {
  it('is the same for what OCR swaps', () => {
    expect(shapeKey('Số')).toBe(shapeKey('s6'))
    expect(shapeKey('lý')).toBe(shapeKey('1y'))
    expect(distance(shapeKey('ĐƯỜNG'), shapeKey('dường'))).toBe(0)
  })

  it('splits at any white space', () => {
    expect(chunksOf(' a\n\tb\u00a0c ')).toEqual(['a', 'b', 'c'])
  })
})
