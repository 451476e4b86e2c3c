import { describe, expect, it } from 'vitest'
import { markOf } from '../../src/plan/marks.ts'

const readings = (text: string): string[] =>
  (markOf(text)?.readings ?? []).map(({ style, num }) => `${style} ${num}`)

describe('markOf', () => {
  it.each([
    ['I. MỤC ĐÍCH', ['roman I', 'upper I']],
    ['II/ NỘI DUNG', ['roman II']],
    ['IV- KINH PHÍ', ['roman IV']],
    ['11. NỘI DUNG', ['arabic 11', 'roman II', 'decimal2 1.1']],
    ['1V. KINH PHÍ', ['roman IV']],
    ['A. Phần chung', ['upper A']],
    ['1. Mục đích', ['arabic 1', 'roman I']],
    ['12. Sở Y tế', ['arabic 12', 'decimal2 1.2']],
    ['2/ Yêu cầu', ['arabic 2']],
    ['3- Yêu cầu', ['arabic 3']],
    ['1) Một', ['paren 1']],
    ['(2) Hai', ['paren 2']],
    ['1.2. Nội dung', ['decimal2 1.2']],
    ['1.2 Nội dung', ['decimal2 1.2']],
    ['2.1.3. Nội dung', ['decimal3 2.1.3']],
    ['l.1. Nội dung', ['decimal2 1.1']],
    ['a) Chủ trì', ['letter a']],
    ['đ) Báo cáo', ['letter đ']],
    ['d) Báo cáo', ['letter d', 'letter đ']],
    ['- Các đơn vị', ['dash -']],
    ['– Các đơn vị', ['dash -']],
    ['-UBND xã', ['dash -']],
    ['+ Chi tiết', ['plus +']],
    ['• Chi tiết', ['dot •']],
    ['* Chi tiết', ['star *']],
    ['Điều 5. Tổ chức', ['article 5']],
    ['Điều 5a. Tổ chức', ['article 5a']],
    ['Điều 1: Phê duyệt', ['article 1']],
    ['ĐIỀU 2. Phê duyệt', ['article 2']],
    ['Chương II', ['chapter II']],
    ['CHƯƠNG 3. QUY ĐỊNH CHUNG', ['chapter 3']],
    ['Mục 1. TỔ CHỨC', ['section 1']],
    ['Tiểu mục 2', ['subsection 2']],
    ['Phần thứ nhất', ['part I']],
    ['PHẦN B', ['part B']],
  ])('reads %j', (text, expected) => {
    expect(readings(text)).toEqual(expected)
  })

  it.each([
    '22/12/2025 của Bộ Chính trị',
    '57-NQ/TW ngày 22/12/2024',
    '1169/QĐ-TTg ngày 16/6/2025',
    '67/KH-UBND của',
    '2030", trong đó',
    '07 phường, xã',
    '30.000 đồng',
    'Điều 41 và điểm b khoản 1',
    'Mục 2 Chương III của Luật',
    'Phần mềm dùng chung',
    'Phần lớn các đơn vị',
    'Lưu: VT.',
    'xã hội',
    '----',
    '-5 độ',
    '',
  ])('does not take %j for an item', (text) => {
    expect(readings(text)).toEqual([])
  })

  it('says where the text of the item begins', () => {
    expect('1.2. Nội dung'.slice(markOf('1.2. Nội dung')!.rest)).toBe('Nội dung')
    expect('-  Các'.slice(markOf('-  Các')!.rest)).toBe('Các')
  })
})
