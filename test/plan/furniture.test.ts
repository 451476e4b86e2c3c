import { describe, expect, it } from 'vitest'
import { withoutFurniture } from '../../src/plan/furniture.ts'
import { splitLines } from '../../src/plan/lines.ts'

const kept = (text: string): string[] => withoutFurniture(splitLines(text).list).map((line) => line.text)

describe('page furniture', () => {
  it.each([
    ['page numbers', 'các đơn vị\n2\ntrên địa bàn', ['các đơn vị', 'trên địa bàn']],
    ['page numbers with dashes', 'một\n- 3 -\nhai', ['một', 'hai']],
    ['rules', 'một\n_______\nhai\n***\nba', ['một', 'hai', 'ba']],
    [
      'signature stamps',
      'một\nKý bởi: VĂN PHÒNG\nCơ quan: UBND\nNgày ký: 2026-06-02 08:06:58 +07:00\nhai',
      ['một', 'hai'],
    ],
    ['times of signing', 'một\n21.03.2018 16:41:00 +07:00\nhai', ['một', 'hai']],
    ['running heads of the gazette', 'một\nCÔNG BÁO/Số 12 + 13/Ngày 02-02-2026\nhai', ['một', 'hai']],
  ])('leaves out %s', (_, text, lines) => {
    expect(kept(text)).toEqual(lines)
  })

  it.each([
    ['figures of a table', 'TT\n1\n2\n3\nhết', ['TT', '1', '2', '3', 'hết']],
    ['an office named outside a stamp', 'Cơ quan: Sở Y tế', ['Cơ quan: Sở Y tế']],
    ['a sentence that begins with a number', '2 đơn vị', ['2 đơn vị']],
  ])('keeps %s', (_, text, lines) => {
    expect(kept(text)).toEqual(lines)
  })

  it('tells the line behind it of the break', () => {
    expect(withoutFurniture(splitLines('một\n2\nhai').list)[1]!.broken).toBe(true)
  })
})
