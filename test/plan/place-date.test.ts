import { describe, expect, it } from 'vitest'
import { isPlaceDate, parsePlaceDate, placeDateIndex } from '../../src/plan/place-date.ts'

describe('place and date', () => {
  it.each([
    ['Hà Nội, ngày 08 tháng 7 năm 2025', 'Hà Nội', '2025-07-08', true],
    ['P. Sông Xanh, ngày tháng năm 2026', 'P. Sông Xanh', '2026', false],
    ['Sông Xanh, ngày    tháng 6 năm 2026', 'Sông Xanh', '2026-06', false],
    ['Sông Xanh, ngày … tháng … năm 2026', 'Sông Xanh', '2026', false],
    ['Xã Sông Xanh, ngày 1 tháng 2 năm 2026', 'Xã Sông Xanh', '2026-02-01', true],
    ['TP. Hồ Chí Minh, ngày 15 tháng 12 năm 2025', 'TP. Hồ Chí Minh', '2025-12-15', true],
    ['ngày tháng năm', null, null, false],
    ['Sông Xanh, ngày 8đ tháng 3: năm 2018', 'Sông Xanh', '2018-03', false],
    ['Sông Xanh, ngày O9 tháng 02 năm 2025', 'Sông Xanh', '2025-02-09', true],
    ['Sông Xanh, ngày 10 tháng 01năm 2026', 'Sông Xanh', '2026-01-10', true],
  ])('reads %j', (text, place, date, complete) => {
    expect(parsePlaceDate(text)).toEqual({ place, date, complete })
    expect(isPlaceDate(text)).toBe(true)
  })

  it.each([
    'ban hành theo Quyết định số 5 ngày 08 tháng 7 năm 2025 của Ủy ban',
    'Nghị định ngày 08 tháng 7 năm 2025',
    'Hà Nội',
  ])('does not take the date of a citation: %j', (text) => {
    expect(isPlaceDate(text)).toBe(false)
  })

  it('finds them beside another column', () => {
    const text = 'TỈNH SÔNG XANH Hà Nội, ngày 08 tháng 7 năm 2025'
    expect(text.slice(placeDateIndex(text))).toBe('Hà Nội, ngày 08 tháng 7 năm 2025')
  })
})
