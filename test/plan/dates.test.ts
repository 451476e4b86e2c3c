import { describe, expect, it } from 'vitest'
import { agree, daysOfMonth, readDateAt, readYearAt, toDate } from '../../src/plan/dates.ts'

describe('readDateAt', () => {
  it.each([
    ['22/12/2024', '2024-12-22'],
    ['ngày 22/12/2024 của', '2024-12-22'],
    ['ngày 01-10-1997', '1997-10-01'],
    ['ngày 1.4.2025', '2025-04-01'],
    ['ngày 08 tháng 7 năm 2025', '2025-07-08'],
    ['Ngày 8 tháng\n7 năm 2025', '2025-07-08'],
    ['ngày 22/ 12/ 2024', '2024-12-22'],
    ['tháng 9 năm 2026', '2026-09'],
    ['tháng 9, năm 2026', '2026-09'],
    ['tháng 9/2026', '2026-09'],
    ['04/2026', '2026-04'],
    ['năm 2024', '2024'],
    ['29/02/2024', '2024-02-29'],
  ])('reads %j', (text, date) => {
    expect(readDateAt(text, 0)?.date).toBe(date)
  })

  it.each([
    '30/02/2024',
    '29/02/2023',
    '12/13/2024',
    '22/12-2024',
    '22/12/20245',
    'ngày tháng năm 2026',
    '01/01/1850',
    'nay',
    'tháng',
    'năm 3000',
    '',
    'số 12/2024/QH15',
  ])('does not take %j for a date', (text) => {
    expect(readDateAt(text, 0)).toBeNull()
  })

  it('ends behind the date', () => {
    expect(readDateAt('từ ngày 05/3/2020 đến', 3)).toEqual({ date: '2020-03-05', end: 17 })
  })
})

describe('readYearAt', () => {
  it('reads four figures and no more', () => {
    expect(readYearAt('2026.', 0)).toEqual({ date: '2026', end: 4 })
    expect(readYearAt('20261', 0)).toBeNull()
    expect(readYearAt('1200', 0)).toBeNull()
  })
})

describe('toDate', () => {
  it('cuts unknown parts from the right', () => {
    expect(toDate(2026)).toBe('2026')
    expect(toDate(2026, 3)).toBe('2026-03')
    expect(toDate(2026, 3, 7)).toBe('2026-03-07')
    expect(toDate(Number.NaN)).toBeNull()
  })
})

describe('daysOfMonth', () => {
  it.each([
    [2024, 2, 29],
    [1900, 2, 28],
    [2000, 2, 29],
    [2025, 4, 30],
    [2025, 12, 31],
  ])('of %i-%i is %i', (year, month, days) => {
    expect(daysOfMonth(year, month)).toBe(days)
  })
})

describe('agree', () => {
  it('lets a date agree with a part of itself', () => {
    expect(agree('2024-12-22', '2024')).toBe(true)
    expect(agree('2024-12', '2024-12-22')).toBe(true)
    expect(agree('2024-12-22', '2025-12-22')).toBe(false)
  })
})
