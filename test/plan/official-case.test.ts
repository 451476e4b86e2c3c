import { describe, expect, it } from 'vitest'
import { CaseSource, officialCase } from '../../src/plan/official-case.ts'

describe('names in capitals', () => {
  it.each([
    ['ỦY BAN NHÂN DÂN PHƯỜNG SÔNG XANH', 'Ủy ban nhân dân phường Sông Xanh'],
    ['UBND TỈNH SÔNG XANH', 'UBND tỉnh Sông Xanh'],
    ['SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG', 'Sở Nông nghiệp và Môi trường'],
    ['ỦY BAN NHÂN DÂN THÀNH PHỐ SÔNG XANH', 'Ủy ban nhân dân thành phố Sông Xanh'],
    ['PHÓ CHỦ TỊCH', 'Phó Chủ tịch'],
    ['CHỦ TỊCH', 'Chủ tịch'],
    ['PHÓ CHÁNH VĂN PHÒNG', 'Phó Chánh Văn phòng'],
    ['Sở Y tế', 'Sở Y tế'],
  ])('take the capitals of the decree: %j', (name, expected) => {
    expect(officialCase(name)).toBe(expected)
  })

  it('are taken as the text prints them', () => {
    const source = new CaseSource('CỤC HÓA CHẤT TÂY BẮC\nCục Hóa Chất Tây Bắc thông báo')
    expect(officialCase('CỤC HÓA CHẤT TÂY BẮC', source)).toBe('Cục Hóa Chất Tây Bắc')
  })
})
