import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findReferences } from '../../src/plan/references.ts'

const brief = (text: string, own: string | null = null) =>
  findReferences(text, own).list.map(({ key, kind, date, issuer, title }) => [key, kind, date, issuer, title])

describe('findReferences', () => {
  it.each<[string, unknown[][]]>([
    [
      'Thực hiện Nghị quyết số 11-NQ/TW ngày 03/4/2024 của Bộ Chính trị về phát triển đô thị thông minh;',
      [['11-NQ/TW', 'Nghị quyết', '2024-04-03', 'Bộ Chính trị', 'phát triển đô thị thông minh']],
    ],
    [
      'Căn cứ Quyết định số 866/QĐ-TTg ngày 05 tháng 6 năm 2023 của Thủ tướng Chính phủ phê duyệt Đề án trồng rừng.',
      [['866/QĐ-TTg', 'Quyết định', '2023-06-05', 'Thủ tướng Chính phủ', 'phê duyệt Đề án trồng rừng']],
    ],
    [
      'theo Kế hoạch 15-KH/TU của Tỉnh ủy Hà Nam ngày 1/2/2025 về việc rà soát quy hoạch, trong đó yêu cầu',
      [['15-KH/TU', 'Kế hoạch', '2025-02-01', 'Tỉnh ủy Hà Nam', 'rà soát quy hoạch']],
    ],
    [
      'Nghị định số 12/2023/NĐ-CP của Chính phủ về cây xanh và các quy định khác có liên quan.',
      [['12/2023/NĐ-CP', 'Nghị định', null, 'Chính phủ', 'cây xanh']],
    ],
    ['Chỉ thị số 05/CT-TTg\nngày 02/3/2025', [['05/CT-TTg', 'Chỉ thị', '2025-03-02', null, null]]],
    ['Công văn số 123/SNV-CCHC ngày 05/01/2026', [['123/SNV-CCHC', 'Công văn', '2026-01-05', null, null]]],
    ['Văn bản số 45/TB-UBND', [['45/TB-UBND', 'Thông báo', null, null, null]]],
    ['công văn số 61702/CT-TTr', [['61702/CT-TTr', 'Công văn', null, null, null]]],
    ['Văn bản số 21.4/GĐN ngày 21/4/2026', [['21.4/GĐN', 'Công văn', '2026-04-21', null, null]]],
    ['Văn bản số ABC-SA032/26-LR', [['ABC-SA032/26-LR', 'Công văn', null, null, null]]],
    ['Văn bản số 02 ngày 21/4/2026', [['02', 'Công văn', '2026-04-21', null, null]]],
    ['Báo cáo thẩm định bổ sung số 217/BC-BQL', [['217/BC-BQL', 'Báo cáo', null, null, null]]],
    [
      'Công văn số 1/UBND-KT ngày 02/3/2025, số 2/UBND-KT ngày 05/3/2025',
      [
        ['1/UBND-KT', 'Công văn', '2025-03-02', null, null],
        ['2/UBND-KT', 'Công văn', '2025-03-05', null, null],
      ],
    ],
    [
      'Luật Tiếp cận thông tin, Luật Đầu tư',
      [
        ['Luật Tiếp cận thông tin', 'Luật', null, null, 'Tiếp cận thông tin'],
        ['Luật Đầu tư', 'Luật', null, null, 'Đầu tư'],
      ],
    ],
    [
      'Luật phòng, chống ma túy ngày 30/3/2021',
      [['Luật phòng, chống ma túy', 'Luật', '2021-03-30', null, 'phòng, chống ma túy']],
    ],
    [
      'Luật Điện lực số 61/2024/QH15 ngày 30/11/2024',
      [['61/2024/QH15', 'Luật', '2024-11-30', null, 'Điện lực']],
    ],
    ['Luật số 42/2024/QH151', [['42/2024/QH15', 'Luật', null, null, null]]],
    ['Bộ luật Dân sự năm 2015', [['Bộ luật Dân sự', 'Bộ luật', '2015', null, 'Dân sự']]],
    ['Hiến pháp năm 2013', [['Hiến pháp', 'Hiến pháp', '2013', null, null]]],
    [
      'Pháp lệnh Ưu đãi người có công',
      [['Pháp lệnh Ưu đãi người có công', 'Pháp lệnh', null, null, 'Ưu đãi người có công']],
    ],
    ['QCVN 05:2023/BTNMT', [['QCVN 05:2023/BTNMT', null, null, null, null]]],
  ])('reads %j', (text, expected) => {
    expect(brief(text)).toEqual(expected)
  })

  it.each([
    'Số: 179/KH-UBND\nHà Nội, ngày 08 tháng 7 năm 2025',
    'ngày 22/12/2024 và 24/7',
    'dự thảo Luật Nhà giáo',
    'Đoàn Luật sư tỉnh',
    'Luật này có hiệu lực',
    'phù hợp với Hiến pháp',
    'mẫu số 01/ATTP',
    'chuyển đổi số quốc gia',
    'Nghị quyết 5 năm',
    'tăng 12%/năm',
    '',
  ])('finds nothing in %j', (text) => {
    expect(brief(text)).toEqual([])
  })

  it('reads citations inside of titles as documents of their own', () => {
    const text =
      'Căn cứ Kế hoạch số 67/KH-UBND ngày 27/02/2026 của UBND thành phố Đà Nẵng về việc tuyên truyền Nghị quyết số 11-NQ/TW ngày 03/4/2024 của Bộ Chính trị về phát triển đô thị trên địa bàn thành phố Đà Nẵng;'
    expect(brief(text)).toEqual([
      [
        '67/KH-UBND',
        'Kế hoạch',
        '2026-02-27',
        'UBND thành phố Đà Nẵng',
        'tuyên truyền Nghị quyết số 11-NQ/TW ngày 03/4/2024 của Bộ Chính trị về phát triển đô thị trên địa bàn thành phố Đà Nẵng',
      ],
      ['11-NQ/TW', 'Nghị quyết', '2024-04-03', 'Bộ Chính trị', 'phát triển đô thị'],
    ])
  })

  it('joins mentions, also by number alone and by the name of a law', () => {
    const { list } = findReferences(
      'Nghị quyết số 11-NQ/TW ngày 03/4/2024; Nghị quyết 11 nêu rõ; Nghị quyết số 11 yêu cầu; Luật Đầu tư số 61/2020/QH14; theo Luật Đầu tư.',
    )
    expect(list.map(({ key, mentions }) => [key, mentions.length])).toEqual([
      ['11-NQ/TW', 3],
      ['61/2020/QH14', 2],
    ])
  })

  it('keeps laws of one name and two years apart', () => {
    const text = 'Luật Đất đai năm 2013; Luật Đất đai năm 2024'
    expect(brief(text).map(([key]) => key)).toEqual(['Luật Đất đai', 'Luật Đất đai (2024)'])
  })

  it('gives the date behind an amending law to that law', () => {
    const text = 'Luật sửa đổi, bổ sung một số điều của Luật Cư trú ngày 20/6/2013'
    expect(brief(text)).toEqual([
      [
        'Luật sửa đổi, bổ sung một số điều của Luật Cư trú',
        'Luật',
        '2013-06-20',
        null,
        'sửa đổi, bổ sung một số điều của Luật Cư trú',
      ],
      ['Luật Cư trú', 'Luật', null, null, 'Cư trú'],
    ])
  })

  it('leaves out the document itself', () => {
    expect(brief('(Kèm theo Kế hoạch số 12/KH-UBND)', '12/KH-UBND')).toEqual([])
  })

  it('reports two dates for one document', () => {
    const { conflicts } = findReferences(
      'Nghị quyết số 11-NQ/TW ngày 03/4/2024; Nghị quyết số 11-NQ/TW ngày 03/4/2025',
    )
    expect(conflicts).toMatchObject([
      { key: '11-NQ/TW', field: 'date', values: ['2024-04-03', '2025-04-03'] },
    ])
  })

  it('takes a shorter date for the same', () => {
    const { list, conflicts } = findReferences('Luật Giá năm 2023; Luật Giá ngày 19/6/2023')
    expect(list).toHaveLength(1)
    expect(list[0]?.date).toBe('2023-06-19')
    expect(conflicts).toEqual([])
  })

  it('gives the keys of a stretch in order', () => {
    const text = 'Nghị định số 1/2020/NĐ-CP; Thông tư số 2/2021/TT-BNV; Nghị định số 1/2020/NĐ-CP'
    const references = findReferences(text)
    expect(references.keysIn([0, text.length])).toEqual(['1/2020/NĐ-CP', '2/2021/TT-BNV'])
    expect(references.keysIn([10, 30])).toEqual(['2/2021/TT-BNV'])
    expect(references.keysIn([3, 3])).toEqual([])
  })
})

/** Pieces that citations are made of, and what breaks them. */
const PIECE = fc.constantFrom(
  'Nghị quyết ',
  'số ',
  '57-NQ/TW',
  '57- \nNQ/TW',
  ' ngày 22/12/2024',
  ' ngày 31/02/2024',
  ' của ',
  'Bộ Chính trị',
  ' về ',
  ' về việc ',
  'Luật ',
  'Luật sửa đổi, bổ sung ',
  'Đầu tư',
  '/',
  '//',
  '42/2022/NĐ-CP',
  ' và ',
  ', ',
  '; ',
  '. ',
  '“',
  '”',
  '(',
  ')',
  '\n',
  '\n\n',
  '\f',
  'Hiến pháp ',
  'QCVN ',
  'năm 2013',
  'Kế hoạch 5 ',
  '\u0301',
  '𝕏',
  ' '.repeat(50),
  'a'.repeat(60),
)

describe('whatever the text', () => {
  it('gives mentions in range and in order, unique keys, and every key for the whole text', () => {
    fc.assert(
      fc.property(fc.array(PIECE, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const { list, keysIn } = findReferences(text)
        for (const { mentions } of list) {
          let last = -1
          for (const [start, end] of mentions) {
            expect(start).toBeGreaterThan(last)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
            last = start
          }
        }
        const keys = list.map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        expect(new Set(keysIn([0, text.length]))).toEqual(new Set(keys))
      }),
      { numRuns: 400 },
    )
  })

  it.each([
    ['slashes', '/'.repeat(200_000)],
    ['dashes', '1-'.repeat(100_000)],
    ['codes', '1/NQ-CP '.repeat(5_000)],
    ['symbols', `1/${'NQ-'.repeat(60_000)}`],
    ['number signs', 'số '.repeat(60_000)],
    ['laws', 'Luật '.repeat(40_000)],
    ['amending laws', 'Luật sửa đổi, bổ sung '.repeat(4_000)],
    ['names of laws', `Luật ${'Đầu tư và '.repeat(20_000)}`],
    ['a title without end', `Nghị quyết số 1/NQ-CP về ${'phát triển '.repeat(30_000)}`],
    ['opening quotes', `Nghị quyết số 1/NQ-CP về ${'“'.repeat(50_000)}`],
    ['brackets', 'Nghị quyết số 1/NQ-CP về a ('.repeat(3_000)],
    ['white space', `57${' '.repeat(200_000)}-NQ/TW`],
    ['one line', 'a'.repeat(500_000)],
  ])('gets through many %s', (_, text) => {
    expect(findReferences(text).list.length).toBeGreaterThanOrEqual(0)
  })
})
