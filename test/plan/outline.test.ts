// Lines to tree: ids, levels, titles and texts, numbers healed by their sequence.
import { describe, expect, it } from 'vitest'
import { splitLines } from '../../src/plan/lines.ts'
import { buildOutline } from '../../src/plan/outline.ts'
import { PlaceList } from '../../src/plan/places.ts'
import type { Section } from '../../src/plan/schema.ts'
import { type NumberingFault, sectionsOf } from '../../src/plan/sections.ts'
import { settingOf } from '../../src/plan/wrapping.ts'

function parse(text: string): { sections: Section[]; faults: NumberingFault[] } {
  const { list } = splitLines(text)
  const faults: NumberingFault[] = []
  const { root } = buildOutline(list, settingOf(list))
  return { sections: sectionsOf(text, root, new PlaceList(), faults), faults }
}

const flat = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...flat(section.children)])
const ids = (text: string): string[] => flat(parse(text).sections).map(({ id }) => id)
const faults = (text: string): string[] => parse(text).faults.map(({ code, id }) => `${code} ${id}`)
const find = (text: string, id: string): Section => flat(parse(text).sections).find((one) => one.id === id)!

describe('the tree of items', () => {
  it.each([
    [
      'I. A B\n1. Mục\n1.1. Điểm.\n1.2. Điểm.\n- một;\n- hai.\n2. Mục\nII. C D',
      ['I', 'I/1', 'I/1/1.1', 'I/1/1.2', 'I/1/1.2/-1', 'I/1/1.2/-2', 'I/2', 'II'],
    ],
    [
      '1. Mục\na) Một;\n- x;\n+ y;\n+ z;\n- w;\nb) Hai.\n2. Mục',
      ['1', '1/a', '1/a/-1', '1/a/-1/+1', '1/a/-1/+2', '1/a/-2', '1/b', '2'],
    ],
    ['A. Phần\nI. Mục\n1. Ý\nB. Phần\nI. Mục', ['A', 'A/I', 'A/I/1', 'B', 'B/I']],
    ['I. Mục\nA. Phần\nB. Phần\nII. Mục\nA. Phần', ['I', 'I/A', 'I/B', 'II', 'II/A']],
    ['1. Mục\n1) Một;\n2) Hai;\n2. Mục', ['1', '1/1', '1/2', '2']],
    [
      'Phần I\nCHUNG\nChương I\nQUY ĐỊNH\nMục 1\nTÊN\nĐiều 1. Phạm vi.\n1. Một.\na) Hai.\nĐiều 2. Áp dụng.',
      [
        'phan-I',
        'phan-I/chuong-I',
        'phan-I/chuong-I/muc-1',
        'phan-I/chuong-I/muc-1/dieu-1',
        'phan-I/chuong-I/muc-1/dieu-1/1',
        'phan-I/chuong-I/muc-1/dieu-1/1/a',
        'phan-I/chuong-I/muc-1/dieu-2',
      ],
    ],
    ['1. Mục\n- một;\n- hai.\nĐoạn sau các gạch đầu dòng.\n2. Mục', ['1', '1/-1', '1/-2', '1/¶1', '2']],
  ])('takes its levels from the document: %j', (text, expected) => {
    expect(ids(text)).toEqual(expected)
  })

  it.each([
    [
      '1. MỤC ĐÍCH CHUNG\n1. Mục\n2. Mục\n11. NỘI DUNG\n1. Mục\n111. KINH PHÍ\n1V. TỔ CHỨC',
      ['I', 'I/1', 'I/2', 'II', 'II/1', 'III', 'IV'],
    ],
    ['I. CHUNG\nI1. NỘI DUNG\nI11. KINH PHÍ', ['I', 'II', 'III']],
    ['1. Đánh giá\n1. Ưu điểm\n2. Hạn chế\nII. Nhiệm vụ', ['I', 'I/1', 'I/2', 'II']],
    ['a) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\nd) Năm;\ne) Sáu.', ['a', 'b', 'c', 'd', 'đ', 'e']],
    ['9. Chín\n10. Mười\n11. Mười một\n12. Mười hai', ['9', '10', '11', '12']],
    ['1. Mục\n1.1. Một.\n12. Hai.\n1.3. Ba.', ['1', '1/1.1', '1/1.2', '1/1.3']],
    ['I. ĐÁNH GIÁ CHUNG\n1. Mục\nII KINH PHÍ THỰC HIỆN\n1. Mục', ['I', 'I/1', 'II', 'II/1']],
    [
      'I. ĐÁNH GIÁ CHUNG\n1. Mục\n\nKINH PHÍ THỰC HIỆN\n1. Mục\nIII. TỔ CHỨC',
      ['I', 'I/1', 'II', 'II/1', 'III'],
    ],
    ['g) Bảy;\nh) Tám;\ni) Chín;\nk) Mười.', []],
  ])('heals numbers by their sequence: %j', (text, expected) => {
    if (expected.length > 0) expect(ids(text)).toEqual(expected)
  })

  it('does not take the start of a wrapped line for an item', () => {
    const text =
      'I. CHUNG\nThực hiện chỉ đạo của cấp trên tại các văn bản đã ban hành từ ngày\n22/12/2025 của cơ quan và theo tiến độ hoàn thành vào cuối tháng 10 và tháng\n11. Sau đó các đơn vị tổng kết, báo cáo kết quả về văn phòng để tổng hợp và\nđề xuất khen thưởng những nơi làm tốt theo quy định về kinh tế\n- xã hội của địa phương.'
    expect(ids(text)).toEqual(['I'])
  })

  it('leaves the numbers of a quoted text alone', () => {
    expect(
      ids('1. Sửa đổi như sau:\n“Điều 10. Thẩm quyền\n1. Người quyết định;\n2. Cơ quan.”\n2. Bãi bỏ.'),
    ).toEqual(['1', '2'])
  })

  it.each([
    ['I. A B\nII. C D\nIV. E F', ['skipped IV']],
    ['1. A\n2. B\n2. C\n3. D', ['duplicate 2~2']],
    ['1. A\n3. B\n2. C', ['skipped 3', 'out-of-order 2']],
    ['a) A;\nb) B;\nc) C;\nd) D;\ne) E.', ['skipped e']],
    ['e) E;\ng) G.', []],
    ['1. A\n2. B', []],
  ])('notes what is odd about the numbers of %j', (text, expected) => {
    expect(faults(text)).toEqual(expected)
  })
})

describe('headings', () => {
  it.each([
    ['1. Mục đích', '1', 'Mục đích', null],
    ['1. Mục đích:\n- một.', '1', 'Mục đích', null],
    ['1. Yêu cầu\nLàm kịp thời.', '1', 'Yêu cầu', 'Làm kịp thời.'],
    ['1.1. Nâng cao nhận thức cho cán bộ.', '1.1', null, 'Nâng cao nhận thức cho cán bộ.'],
    ['5. Nguồn kinh phí: từ ngân sách xã.', '5', 'Nguồn kinh phí', 'từ ngân sách xã.'],
    ['4. Đối với các cụm: giao xã làm.', '4', null, 'Đối với các cụm: giao xã làm.'],
    ['- Doanh nghiệp: Chuyển đổi số.', '-1', null, 'Doanh nghiệp: Chuyển đổi số.'],
    ['2.1. Qua báo chí **Đẩy mạnh** đăng tin.', '2.1', 'Qua báo chí', 'Đẩy mạnh đăng tin.'],
    ['I. MỤC ĐÍCH\nVà câu.', 'I', 'MỤC ĐÍCH', 'Và câu.'],
    ['Điều 2. Tổ chức thực hiện\n1. Một.', 'dieu-2', 'Tổ chức thực hiện', null],
    ['Điều 1. Phê duyệt kế hoạch, như sau:\n1. Một.', 'dieu-1', null, 'Phê duyệt kế hoạch, như sau:'],
    ['Chương II\nQUY ĐỊNH CỤ THỂ\nĐiều 1. Một.', 'chuong-II', 'QUY ĐỊNH CỤ THỂ', null],
  ])('%j', (text, id, title, own) => {
    const section = find(text, id)
    expect([section.title, section.text]).toEqual([title, own])
  })
})
