import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAbbreviations } from '../../src/plan/abbreviations.ts'
import { findAcronyms, isStanding } from '../../src/plan/acronyms.ts'

const brief = (text: string) => findAbbreviations(text).map(({ short, long }) => [short, long])

describe('findAbbreviations', () => {
  it.each<[string, string[][]]>([
    ['phát triển khoa học, công nghệ (KHCN)', [['KHCN', 'khoa học, công nghệ']]],
    ['phát triển khoa học công nghệ (KHCCN)', [['KHCCN', 'khoa học công nghệ']]],
    [
      'về đổi mới sáng tạo (ĐMST) và chuyển đổi số (CĐS)',
      [
        ['ĐMST', 'đổi mới sáng tạo'],
        ['CĐS', 'chuyển đổi số'],
      ],
    ],
    [
      'khoa học công nghệ, đổi mới sáng tạo và chuyển đổi số (KHCN, ĐMST, CĐS)',
      [
        ['KHCN', 'khoa học công nghệ'],
        ['ĐMST', 'đổi mới sáng tạo'],
        ['CĐS', 'chuyển đổi số'],
      ],
    ],
    ['Các Cụm công nghiệp\n(CCN) Đông Sơn', [['CCN', 'Cụm công nghiệp']]],
    ['an toàn, vệ sinh lao động (ATVSLĐ)', [['ATVSLĐ', 'an toàn, vệ sinh lao động']]],
    ['giáo dục và đào tạo (GD&ĐT)', [['GD&ĐT', 'giáo dục và đào tạo']]],
    ['bảo vệ và phát triển rừng (BV&PTR)', [['BV&PTR', 'bảo vệ và phát triển rừng']]],
    [
      'Ban Chỉ đạo chuyển đổi số tỉnh (sau đây gọi tắt là Ban Chỉ đạo)',
      [['Ban Chỉ đạo', 'Ban Chỉ đạo chuyển đổi số tỉnh']],
    ],
    ['Hội đồng thẩm định giá đất (viết tắt là HĐTĐ)', [['HĐTĐ', 'Hội đồng thẩm định giá đất']]],
    ['Ban Chỉ đạo tỉnh, sau đây gọi tắt là Ban Chỉ đạo, có', [['Ban Chỉ đạo', 'Ban Chỉ đạo tỉnh']]],
    [
      'Nghị quyết số 57- NQ/TW ngày 22/12/2024 (sau đây gọi tắt là Nghị quyết số 57- NQ/TW)',
      [['Nghị quyết số 57-NQ/TW', 'Nghị quyết số 57- NQ/TW ngày 22/12/2024']],
    ],
    ['xóm, bản (sau đây gọi chung là thôn)', [['thôn', 'xóm, bản']]],
    ['chuyển đổi số (CĐS); chuyển đổi số (CĐS)', [['CĐS', 'chuyển đổi số']]],
  ])('reads %j', (text, expected) => {
    expect(brief(text)).toEqual(expected)
  })

  it.each([
    'trí tuệ nhân tạo (AI)',
    'dữ liệu lớn (Big Data)',
    'Chánh Văn phòng (Bích)',
    'khí hóa lỏng (LPG)',
    'Lưu: VT, KT (T.Q.Hùng)',
    'theo quy định (nếu có)',
    'người dân (CĐS)',
    '(KHCN)',
    'gọi là',
    '(',
    '',
  ])('defines nothing in %j', (text) => {
    expect(brief(text)).toEqual([])
  })

  it('points to where the short form is defined', () => {
    const text = 'đẩy mạnh chuyển đổi số (CĐS) trong'
    const [found] = findAbbreviations(text)
    expect(text.slice(...found!.span)).toBe('chuyển đổi số (CĐS)')
  })

  it('stays in range whatever the text', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      'KHCN',
      'CĐS',
      'chuyển đổi số ',
      ', ',
      'và ',
      'gọi tắt là ',
      'sau đây ',
      'viết tắt là',
      '.',
      '\n',
      'Đ',
      '&',
      '“',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        for (const { short, long, span } of findAbbreviations(text)) {
          expect(short).not.toBe('')
          expect(long).not.toBe('')
          expect(span[0]).toBeLessThan(span[1])
          expect(span[1]).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    '('.repeat(200_000),
    `${'A'.repeat(100)}(`.repeat(3_000),
    'gọi là '.repeat(30_000),
    `${'chuyển đổi '.repeat(20_000)}(CĐS)`,
  ])('gets through hostile text', (text) => {
    expect(findAbbreviations(text).length).toBeLessThan(3)
  })
})

describe('findAcronyms', () => {
  const short = (text: string) => [...findAcronyms(text, [0, text.length]).keys()]

  it.each<[string, string[]]>([
    ['phát triển KHCN, ĐMST và CDS.', ['KHCN', 'ĐMST', 'CDS']],
    ['Nghị quyết số 57-NQ/TW của Trung ương', []],
    ['I. MỤC ĐÍCH, YÊU CẦU', []],
    ['thành phố NAM ĐỊNH đẹp', []],
    ['mục III và IV', []],
    ['ngành NN&PTNT tỉnh', ['NN&PTNT']],
  ])('of %j', (text, expected) => {
    expect(short(text)).toEqual(expected)
  })

  it('counts uses within the stretch', () => {
    const text = 'về KHCN và KHCN'
    expect(findAcronyms(text, [0, text.length]).get('KHCN')?.count).toBe(2)
    expect(findAcronyms(text, [0, 8]).get('KHCN')?.count).toBe(1)
  })

  it('knows standing ones', () => {
    expect(isStanding('UBND')).toBe(true)
    expect(isStanding('GD&ĐT')).toBe(true)
    expect(isStanding('KHCCN')).toBe(false)
  })
})
