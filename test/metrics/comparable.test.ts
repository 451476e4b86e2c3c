import { describe, expect, it } from 'vitest'
import { comparableWords, toComparable } from '../../src/metrics/comparable.ts'

describe('toComparable', () => {
  it.each([
    ['hoà', 'hòa'],
    ['HOÀ', 'HÒA'],
    ['Thuỷ lợi, khoẻ', 'Thủy lợi, khỏe'],
    ['Uỷ ban', 'Ủy ban'],
    ['hoà-bình', 'hòa-bình'],
    ['“a” «b» ‘c’ – — − …', `"a" "b" 'c' - - - ...`],
    ['ho\u0061\u0300', 'hòa'],
  ])('makes %j into %j', (given, expected) => {
    expect(toComparable(given)).toBe(expected)
  })

  it.each(['quý', 'Quỷ', 'toàn', 'hoàng', 'tuyết', 'khuỷu', 'Ðiều'])('leaves %j alone', (word) => {
    expect(toComparable(word)).toBe(word)
  })
})

describe('comparableWords', () => {
  it('drops punctuation at the edges and words of punctuation alone', () => {
    expect(comparableWords('- Số: 57-NQ/TW,\n(“ngày” 08/8/2025); ***')).toEqual([
      'Số',
      '57-NQ/TW',
      'ngày',
      '08/8/2025',
    ])
  })

  it('takes hằng and hàng for one word, but not in capitals or inside other words', () => {
    expect(comparableWords('hằng năm, Hằng tháng HẰNG hằngx')).toEqual([
      'hàng',
      'năm',
      'Hàng',
      'tháng',
      'HẰNG',
      'hằngx',
    ])
  })

  it('gives no words of an empty text', () => {
    expect(comparableWords('')).toEqual([])
    expect(comparableWords(' \n\t ')).toEqual([])
  })
})
