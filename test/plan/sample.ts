// A small plan written by hand, for what is made from plans: schema and exports.

import type { Plan, Section } from '../../src/plan/schema.ts'

/** An item; its number is the last step of its id. */
export function section(
  id: string,
  level: Section['level'],
  content: Partial<Pick<Section, 'num' | 'title' | 'text' | 'children' | 'span'>>,
): Section {
  const num = level === 'para' ? null : level === 'dash' ? '-' : id.slice(id.lastIndexOf('/') + 1)
  return { id, level, num, title: null, text: null, children: [], span: [0, 0], ...content }
}

/** Nothing found: what an empty text gives. */
export const EMPTY_PLAN: Plan = {
  schema: 'vn-plan/1',
  text: '',
  kind: null,
  number: null,
  symbol: null,
  issuer: null,
  place: null,
  date: null,
  title: null,
  urgency: null,
  marks: [],
  to: [],
  bases: [],
  intro: null,
  sections: [],
  parts: {},
  tasks: [],
  closing: null,
  recipients: [],
  archive: null,
  signatories: [],
  appendices: [],
  references: [],
  abbreviations: [],
  warnings: [],
  trailing: null,
  places: [],
  layout: { pages: [0], lines: [0] },
}

/** Every field filled. */
export const SAMPLE_PLAN: Plan = {
  ...EMPTY_PLAN,
  text: 'Kế hoạch trồng cây',
  kind: 'Kế hoạch',
  number: '05',
  symbol: 'KH-UBND',
  issuer: { name: 'Ủy ban nhân dân xã Sông Xanh', parent: null, inferred: false },
  place: 'Sông Xanh',
  date: '2026-02-03',
  title: 'Trồng cây <xanh> & chăm sóc cây năm 2026',
  urgency: 'KHẨN',
  marks: ['KHẨN'],
  to: ['Các thôn'],
  bases: [
    {
      verb: 'Căn cứ',
      text: 'Căn cứ Kế hoạch số 12/KH-UBND ngày 15/01/2026 của UBND tỉnh về trồng cây',
      refs: ['12/KH-UBND'],
      span: [0, 8],
    },
  ],
  intro: 'Ủy ban nhân dân xã xây dựng kế hoạch như sau:',
  sections: [
    section('I', 'roman', {
      title: 'MỤC ĐÍCH',
      text: 'Phủ xanh đất trống.\nGiữ nguồn nước.',
      children: [section('I/-1', 'dash', { text: 'Mỗi hộ một cây.' })],
    }),
    section('II', 'roman', {
      title: 'TỔ CHỨC THỰC HIỆN',
      children: [
        section('II/1', 'arabic', {
          title: 'Văn phòng',
          children: [
            section('II/1/a', 'letter', {
              text: 'Chủ trì, phối hợp với Công an xã mua cây giống trước ngày 01/3/2026.',
            }),
          ],
        }),
        section('II/¶1', 'para', { text: '1. không phải * danh sách' }),
      ],
    }),
  ],
  parts: { objectives: ['I'], organisation: ['II'] },
  tasks: [
    {
      at: 'II/1/a',
      unit: 'Văn phòng',
      role: 'lead',
      what: 'mua cây giống, "giá tốt"',
      with: ['Công an xã', 'Đoàn Thanh niên'],
      reportTo: [],
      deadline: { text: 'trước ngày 01/3/2026', date: '2026-03-01' },
      every: null,
      request: false,
      span: [0, 8],
    },
    {
      at: 'II/1',
      unit: '=cmd()',
      role: 'do',
      what: '- báo cáo',
      with: [],
      reportTo: ['UBND xã'],
      deadline: null,
      every: 'month',
      request: true,
      span: [0, 8],
    },
  ],
  closing: 'Trên đây là kế hoạch trồng cây./.',
  recipients: [
    { name: 'Thường trực Đảng ủy', purpose: 'báo cáo', span: [0, 8] },
    { name: 'Các thôn', purpose: null, span: [0, 8] },
  ],
  archive: { units: ['VT', 'KT'], copies: 2, drafter: 'Linh', span: [0, 8] },
  signatories: [
    {
      authority: [
        { code: 'TM.', of: 'Ủy ban nhân dân' },
        { code: 'KT.', of: 'Chủ tịch' },
      ],
      position: 'Phó Chủ tịch',
      name: 'Trần Văn Mẫu',
      span: [0, 8],
    },
  ],
  appendices: [
    {
      num: 'I',
      kind: null,
      title: 'DANH SÁCH GIỐNG CÂY',
      sections: [section('phu-luc-1/1', 'arabic', { num: '1', text: 'Cây keo' })],
      span: [8, 18],
    },
  ],
  references: [
    {
      key: '12/KH-UBND',
      kind: 'Kế hoạch',
      code: '12/KH-UBND',
      date: '2026-01-15',
      issuer: 'UBND tỉnh',
      title: 'trồng cây',
      mentions: [[0, 8]],
    },
  ],
  abbreviations: [{ short: 'CX', long: 'cây xanh', span: [0, 8] }],
  warnings: [{ code: 'missing', subject: 'end-mark', message: 'Thiếu dấu kết thúc.', span: null }],
  trailing: 'Chân trang',
  places: [{ path: 'title', span: [0, 18] }],
}
