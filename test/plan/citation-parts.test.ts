// The parts of a citation: the kind before the code, the tail behind it, the title, the name of a law.

import { describe, expect, it } from 'vitest'
import { readTail } from '../../src/plan/citation-tail.ts'
import { readTitleAt } from '../../src/plan/citation-title.ts'
import { readKindBefore } from '../../src/plan/kind-before.ts'
import { readLawAt } from '../../src/plan/law-citation.ts'
import { lawNameEnd } from '../../src/plan/law-names.ts'

describe('readKindBefore', () => {
  const read = (text: string) => readKindBefore(text, text.length)

  it.each([
    ['theo Nghị quyết số ', 'Nghị quyết', true],
    ['theo Nghị quyết ', 'Nghị quyết', true],
    ['KẾ HOẠCH SỐ ', 'Kế hoạch', true],
    ['kế\nhoạch số: ', 'Kế hoạch', true],
    ['Chương trình hành động số ', 'Chương trình', true],
    ['Thông báo kết luận số ', 'Thông báo', true],
    ['Nghị quyết liên tịch số ', 'Nghị quyết liên tịch', true],
    ['văn bản số ', 'Công văn', true],
    ['Văn bản hợp nhất số ', 'Văn bản hợp nhất', true],
    ['Báo cáo thẩm định bổ sung số ', 'Báo cáo', false],
    ['Nghị quyết sé6 ', 'Nghị quyết', true],
    ['Luật số ', 'Luật', true],
    ['số ', null, false],
    ['ban hành ', null, false],
    ['', null, false],
  ])('of %j is %j', (text, kind, isAdjacent) => {
    expect(read(text)).toMatchObject({ kind, isAdjacent })
  })

  it('knows the head of a document and the names of forms', () => {
    expect(read('\nSố: ').isHead).toBe(true)
    expect(read('theo mẫu số ').isHead).toBe(true)
    expect(read('Công văn số: ').isHead).toBe(false)
  })
})

describe('readTail', () => {
  it.each([
    [' ngày 03/4/2024 của Bộ Chính trị về đô thị;', '2024-04-03', 'Bộ Chính trị', 'đô thị'],
    [' của Tỉnh ủy Hà Nam ngày 03/4/2024 về đô thị', '2024-04-03', 'Tỉnh ủy Hà Nam', 'đô thị'],
    [', ngày 03/4/2024', '2024-04-03', null, null],
    [
      ' ngày 16/6/2025 Thủ tướng Chính phủ phê duyệt Đề án',
      '2025-06-16',
      'Thủ tướng Chính phủ',
      'phê duyệt Đề án',
    ],
    [' trên địa bàn tỉnh', null, null, null],
    [' ngày 31/02/2025 của', null, null, null],
    ['', null, null, null],
  ])('of %j', (text, date, issuer, title) => {
    expect(readTail(text, 0)).toMatchObject({ date, issuer, title })
  })

  it('reads no issuer and no title behind a law', () => {
    expect(readTail(' năm 2015 của Quốc hội về dân sự', 0, true)).toMatchObject({
      date: '2015',
      issuer: null,
      title: null,
    })
  })
})

describe('readTitleAt', () => {
  it.each([
    ['về việc rà soát quy hoạch.', 'rà soát quy hoạch'],
    ['V/v rà soát quy hoạch;', 'rà soát quy hoạch'],
    ['về “Chuyển đổi số quốc gia” và Phong trào', 'Chuyển đổi số quốc gia'],
    ['về chuyển đổi số (CĐS) quốc gia;', 'chuyển đổi số quốc gia'],
    ['về quy hoạch (sau đây gọi tắt là Nghị quyết)', 'quy hoạch'],
    ['về quy hoạch, trong đó yêu cầu', 'quy hoạch'],
    ['về quy hoạch và các văn bản liên quan', 'quy hoạch'],
    ['về rà soát quy hoạch đất, Sở Xây dựng báo cáo', 'rà soát quy hoạch đất'],
    ['về quy hoạch, Nghị quyết số 5/NQ-CP', 'quy hoạch'],
    [
      'về thực hiện Nghị quyết số 5/NQ-CP và Nghị quyết số 6/NQ-CP;',
      'thực hiện Nghị quyết số 5/NQ-CP và Nghị quyết số 6/NQ-CP',
    ],
    ['về quản lý đất ở TP. Huế năm 2026.', 'quản lý đất ở TP. Huế năm 2026'],
    ['về quy hoạch\nđất ở', 'quy hoạch đất ở'],
    ['về quy hoạch\n- Rà soát', 'quy hoạch'],
    ['phê duyệt Đề án trồng rừng', 'phê duyệt Đề án trồng rừng'],
  ])('reads %j', (text, title) => {
    expect(readTitleAt(text, 0, true)?.title).toBe(title)
  })

  it.each(['trên địa bàn tỉnh', 'quy định: “Điều 5”', '', '; về', '(về'])('reads none in %j', (text) => {
    expect(readTitleAt(text, 0, true)).toBeNull()
  })

  it('takes verbs of the sentence for no title where nothing was read before', () => {
    expect(readTitleAt('triển khai tại xã', 0, false)).toBeNull()
    expect(readTitleAt('phê duyệt Đề án', 0, false)?.title).toBe('phê duyệt Đề án')
  })
})

describe('readLawAt', () => {
  it.each([
    ['Luật Đầu tư', 'Đầu tư', null],
    ['Luật đầu tư công', 'đầu tư công', null],
    ['LUẬT ĐẦU TƯ', 'ĐẦU TƯ', null],
    ['Luật Cán bộ, công chức quy định', 'Cán bộ, công chức', null],
    ['Luật Biển Việt Nam quy định', 'Biển Việt Nam', null],
    ['Luật Giao thông và các văn bản', 'Giao thông', null],
    ['Luật THADS về án phí', 'THADS', null],
    ['Luật Giáo dục đại học (sửa đổi)', 'Giáo dục đại học', null],
    ['Luật Đường sắt số 95/2025/QH15', 'Đường sắt', '95/2025/QH15'],
    ['Bộ luật Lao động năm 2019', 'Lao động', null],
  ])('reads %j', (text, title, code) => {
    const law = readLawAt(text, 0)
    expect(law?.title).toBe(title)
    expect(law?.code?.code ?? null).toBe(code)
  })

  it.each(['Luật này', 'Luật gia', 'luật pháp', 'Luật đó có', 'Luật', 'Bộ luật', 'Luật Phòng không rõ', ''])(
    'reads none in %j',
    (text) => {
      expect(readLawAt(text, 0)).toBeNull()
    },
  )
})

describe('lawNameEnd', () => {
  it('reads listed names in any case, over line breaks, the longest first', () => {
    expect(lawNameEnd('Đầu tư công năm', 0)).toBe(11)
    expect(lawNameEnd('đầu\ntư năm', 0)).toBe(6)
    expect(lawNameEnd('Đầu tưx', 0)).toBe(-1)
    expect(lawNameEnd('', 0)).toBe(-1)
  })
})
