import { describe, expect, it } from 'vitest'
import { isNumberLine, numberLineLength, parseNumberLine } from '../../src/plan/number-line.ts'

describe('number and symbol', () => {
  it.each([
    ['Số: 179/KH-UBND', '179', 'KH-UBND'],
    ['Số: 05/KH-UBND', '05', 'KH-UBND'],
    ['Số:179/KH-UBND', '179', 'KH-UBND'],
    ['Sĩ: 530/QĐ-UBND', '530', 'QĐ-UBND'],
    ['Số: 08 ¡CT-UBND', '08', 'CT-UBND'],
    ['Số: 12a/BC-SYT', '12a', 'BC-SYT'],
    ['Số: /KH-UBND', null, 'KH-UBND'],
    ['Số:      /KH-UBND', null, 'KH-UBND'],
    ['Số: ……/QĐ-UBND', null, 'QĐ-UBND'],
    ['Số: 3686 /UBND-XD', '3686', 'UBND-XD'],
    ['Số: /TTr - SCT', null, 'TTr-SCT'],
    ['Số 331-KH/TU', '331', 'KH/TU'],
    ['Số: 15-CTr/ĐU', '15', 'CTr/ĐU'],
    ['Số: 05/2025/QĐ-UBND', '05', 'QĐ-UBND'],
    ['Số: 87 /QD-UBND', '87', 'QĐ-UBND'],
    ['Số: ð31#/UBND-KTTH', null, 'UBND-KTTH'],
    ['Số: O4 /TTr-UBND', '04', 'TTr-UBND'],
    ['Số: 46/CĐ-TTg', '46', 'CĐ-TTg'],
  ])('reads %j', (text, number, symbol) => {
    expect(parseNumberLine(text)).toEqual({ number, symbol })
    expect(isNumberLine(text)).toBe(true)
  })

  it.each(['Số lượng: 12 bản', 'Sở: 12 phòng', 'Sở Y tế', 'Số nhà 12, đường Trần Phú', 'số hóa dữ liệu', ''])(
    'does not take %j for one',
    (text) => {
      expect(parseNumberLine(text)).toBeNull()
    },
  )

  it('ends before place and date', () => {
    const text = 'Số: 193 /UBND-KT Lào Cai, ngày 10 tháng 01 năm 2026'
    expect(text.slice(numberLineLength(text)).trim()).toBe('Lào Cai, ngày 10 tháng 01 năm 2026')
  })
})
