import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readChunks } from '../../src/restore/chunks.ts'
import { repair } from '../../src/restore/repair.ts'
import { model } from './shipped.ts'

const codes = (page: string, barsLost = true): string[] =>
  model
    .codeFinder(barsLost)
    .find(page, readChunks(page))
    .map(({ text }) => text)

describe('codes of a page', () => {
  it.each([
    ['Quyet dinh s6 1169/Qb-TTg ngay', ['1169/QĐ-TTg']],
    ['Nghi quyet s6 57- NQ/TW ngay', ['57-', 'NQ/TW']],
    ['so 8602 - QD/TU, ngay', ['8602', 'QĐ/TU,']],
    ['so 8602 - QD / TU ngay', ['8602', 'QĐ', 'TU']],
    ['theo Quyet dinh so 1169/\nQD-TTg cua', ['1169/', 'QĐ-TTg']],
    ['theo so 15 -\nND/CP va so 16-NQ/TW', ['15', 'NĐ/CP', '16-NQ/TW']],
  ])('finds the parts of the codes of %j', (page, found) => {
    expect(codes(page)).toEqual(found)
  })

  it.each([
    'giai đoạn 2025 - 2030',
    'từ 7 - 9 giờ',
    'Điều 5 - Khoản 2',
    'ngày 01/4 - 05/4',
    'xe 57 - Hà Nội',
    '- - -',
    '',
  ])('finds none in %j', (page) => {
    expect(codes(page)).toEqual([])
  })

  it('leaves white space and line ends where they were', () => {
    const page = 'Căn cứ Quyết định số 1169/\nQD-TTg ngày 01/4/2025 của Thủ tướng Chính phủ;'
    expect(repair(page, { model, source: 'eng' }).text).toBe(page.replace('QD', 'QĐ'))
  })

  it('gives chunks of the page in order, whatever the page', () => {
    const piece = fc.constantFrom('57', '-', '/', ' ', '\n', 'NQ', 'TW', 'QD-TTg', '1169/', '(', 'số', '2025')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const page = pieces.join('')
        const chunks = readChunks(page)
        const found = model
          .codeFinder(true)
          .find(page, chunks)
          .map(({ chunk }) => chunk)
        expect(chunks.filter((chunk) => found.includes(chunk))).toEqual(found)
      }),
    )
  })
})
