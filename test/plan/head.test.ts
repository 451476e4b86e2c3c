// The head in any order and any columns.
import { describe, expect, it } from 'vitest'
import { parsePlan } from '../../src/plan/parse.ts'

const BODY =
  'Căn cứ Luật Thú y ngày 19 tháng 6 năm 2015;\nỦy ban nhân dân xã xây dựng kế hoạch như sau:\nI. MỤC ĐÍCH\nPhòng bệnh.'
const ISSUER = ['ỦY BAN NHÂN DÂN', 'XÃ SÔNG XANH']
const NATIONAL = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc']
const NUMBER = 'Số: 07/KH-UBND'
const DATE = 'Sông Xanh, ngày 05 tháng 02 năm 2026'
const TITLE = ['KẾ HOẠCH', 'Tiêm phòng cho đàn gia súc', 'trên địa bàn xã năm 2026']

describe('the head', () => {
  it.each([
    ['one block below the other', [...ISSUER, NUMBER, ...NATIONAL, DATE]],
    ['the national heading first', [...NATIONAL, DATE, ...ISSUER, NUMBER]],
    ['line by line in turn', [ISSUER[0]!, NATIONAL[0]!, ISSUER[1]!, NATIONAL[1]!, NUMBER, DATE]],
    [
      'in two columns',
      [`${ISSUER[0]}        ${NATIONAL[0]}`, `${ISSUER[1]}        ${NATIONAL[1]}`, `${NUMBER}       ${DATE}`],
    ],
    [
      'in two columns one blank apart',
      [`${ISSUER[0]} ${NATIONAL[0]}`, `${ISSUER[1]} ${NATIONAL[1]}`, `${NUMBER} ${DATE}`],
    ],
    [
      'with bars',
      [`| ${ISSUER[0]} | ${NATIONAL[0]} |`, `| ${ISSUER[1]} | ${NATIONAL[1]} |`, `| ${NUMBER} | ${DATE} |`],
    ],
    ['with tabs', [`${ISSUER[0]}\t${NATIONAL[0]}`, `${ISSUER[1]}\t${NATIONAL[1]}`, `${NUMBER}\t${DATE}`]],
  ])('is read %s', (_, head) => {
    const plan = parsePlan([...head, '', ...TITLE, '', BODY].join('\n'))
    expect(plan).toMatchObject({
      kind: 'Kế hoạch',
      number: '07',
      symbol: 'KH-UBND',
      place: 'Sông Xanh',
      date: '2026-02-05',
      title: 'Tiêm phòng cho đàn gia súc trên địa bàn xã năm 2026',
      issuer: { name: 'Ủy ban nhân dân xã Sông Xanh', parent: null, inferred: false },
    })
    expect(plan.bases).toHaveLength(1)
  })

  it('knows the body above the issuer', () => {
    const plan = parsePlan(
      ['UBND TỈNH SÔNG XANH', 'SỞ CÔNG THƯƠNG', ...NATIONAL, ...TITLE, '', BODY].join('\n'),
    )
    expect(plan.issuer).toMatchObject({ name: 'Sở Công Thương', parent: 'UBND tỉnh Sông Xanh' })
  })

  it('leaves blanks blank', () => {
    const plan = parsePlan(
      [
        ...ISSUER,
        'Số:      /KH-UBND',
        ...NATIONAL,
        'Sông Xanh, ngày    tháng    năm 2026',
        ...TITLE,
        '',
        BODY,
      ].join('\n'),
    )
    expect(plan).toMatchObject({ number: null, symbol: 'KH-UBND', date: '2026', place: 'Sông Xanh' })
    expect(plan.warnings.map(({ code, subject }) => `${code} ${subject}`)).toEqual(
      expect.arrayContaining(['missing number', 'incomplete date']),
    )
  })

  it('tells a công văn by V/v and Kính gửi', () => {
    const plan = parsePlan(
      [
        ...ISSUER,
        'Số: 12/UBND-VX',
        'V/v tiêm phòng',
        'cho đàn gia súc',
        ...NATIONAL,
        DATE,
        '',
        'Kính gửi:',
        '- Các trưởng thôn;',
        '- Trạm thú y.',
        '',
        'Ủy ban nhân dân xã yêu cầu:',
        '1. Làm ngay.',
      ].join('\n'),
    )
    expect(plan).toMatchObject({
      kind: 'Công văn',
      title: 'tiêm phòng cho đàn gia súc',
      to: ['Các trưởng thôn', 'Trạm thú y'],
      intro: 'Ủy ban nhân dân xã yêu cầu:',
    })
  })

  it('finds the right column below Kính gửi, where the left one was read first', () => {
    const plan = parsePlan(
      [
        ...ISSUER,
        'Số: 12/UBND-VX',
        'V/v tiêm phòng',
        '',
        'Kính gửi:',
        ...NATIONAL,
        DATE,
        '',
        '- Các trưởng thôn;',
        '- Trạm thú y.',
        '',
        'Ủy ban nhân dân xã yêu cầu:',
        '1. Làm ngay.',
      ].join('\n'),
    )
    expect(plan).toMatchObject({ number: '12', title: 'tiêm phòng', to: ['Các trưởng thôn', 'Trạm thú y'] })
    expect(plan.date).not.toBeNull()
    expect(plan.place).not.toBeNull()
  })

  it.each([
    [
      'stamp of receipt below it',
      'Về việc trồng cây\ntrên địa bàn xã\nĐẾN\nChuyển:......\nTrong thời gian qua, cây mọc tốt.',
    ],
    [
      'stamp in capitals below it',
      'Về việc trồng cây\ntrên địa bàn xã\nTRUNG TÂN LƯU TRỮ 0\nTrong thời gian qua, cây mọc tốt.',
    ],
    [
      'stamp beside it',
      'TRUNG TÂM LƯU TRỮ & THƯ VIỆN Về việc trồng cây\ntrên địa bàn xã\n\nCăn cứ Luật Cây;',
    ],
  ])('leaves a %s out of the title', (_, lines) => {
    const plan = parsePlan([...ISSUER, 'Số: 12/CT-UBND', ...NATIONAL, DATE, '', 'CHỈ THỊ', lines].join('\n'))
    expect(plan.title).toBe('trồng cây trên địa bàn xã')
  })

  it('takes the rule under a name for no part of it, and mends a closing quote', () => {
    const text = [
      'CÔNG TY CỔ PHẦN CÂY XANH...',
      'Số: 12/QĐ-CT',
      ...NATIONAL,
      DATE,
      '',
      'QUYẾT ĐỊNH',
      'Phê duyệt công trình “Vườn cây?',
    ]
    expect(parsePlan(text.join('\n'))).toMatchObject({
      issuer: { name: 'Công ty cổ phần cây xanh' },
      title: 'Phê duyệt công trình “Vườn cây”',
    })
  })

  it('reads the addressees of a công điện', () => {
    const plan = parsePlan(
      [
        'THỦ TƯỚNG CHÍNH PHỦ',
        'Số: 3/CĐ-TTg',
        ...NATIONAL,
        'Hà Nội, ngày 01 tháng 6 năm 2026',
        'CÔNG ĐIỆN',
        'Về ứng phó bão',
        '',
        'THỦ TƯỚNG CHÍNH PHỦ điện:',
        '- Bộ trưởng các Bộ: Y tế, Công an;',
        '- Chủ tịch các tỉnh.',
        '',
        'Để ứng phó, Thủ tướng yêu cầu:',
        '1. Trực ban.',
      ].join('\n'),
    )
    expect(plan).toMatchObject({
      kind: 'Công điện',
      title: 'ứng phó bão',
      to: ['Bộ trưởng các Bộ: Y tế, Công an', 'Chủ tịch các tỉnh'],
    })
  })

  it('takes marks of urgency and secrecy', () => {
    const plan = parsePlan([...ISSUER, NUMBER, 'HỎA TỐC', ...NATIONAL, DATE, ...TITLE, '', BODY].join('\n'))
    expect(plan.marks).toEqual(['HỎA TỐC'])
    expect(plan.urgency).toBe('HỎA TỐC')
  })

  it('infers the issuer where the head is lost', () => {
    const plan = parsePlan(
      `KẾ HOẠCH\nTiêm phòng\n\nỦy ban nhân dân xã Sông Xanh xây dựng kế hoạch như sau:\nI. MỤC ĐÍCH\nPhòng bệnh.`,
    )
    expect(plan.issuer).toEqual({ name: 'Ủy ban nhân dân xã Sông Xanh', parent: null, inferred: true })
  })

  it('invents no head for a report in the press', () => {
    const plan = parsePlan(
      'Xã Sông Xanh tiêm phòng cho đàn gia súc\n\nUBND xã vừa ban hành Kế hoạch số 07/KH-UBND ngày 05/02/2026 về tiêm phòng.\n\nTheo kế hoạch, các thôn làm trong tháng 3.',
    )
    expect(plan).toMatchObject({
      kind: null,
      number: null,
      symbol: null,
      date: null,
      place: null,
      title: null,
      issuer: null,
      to: [],
      bases: [],
    })
    expect(plan.references.map(({ code }) => code)).toEqual(['07/KH-UBND'])
    expect(plan.warnings.map(({ code, subject }) => `${code} ${subject}`)).toContain('missing kind')
  })

  it('knows a kind that lost a letter, and a date whose words are damaged', () => {
    const plan = parsePlan(
      [
        ...ISSUER,
        NUMBER,
        ...NATIONAL,
        'P. Sông Xanh, ngày tbáng năm 2026',
        'Ế HOẠCH',
        ...TITLE.slice(1),
        '',
        BODY,
      ].join('\n'),
    )
    expect(plan).toMatchObject({ kind: 'Kế hoạch', place: 'P. Sông Xanh', date: '2026' })
    expect(plan.sections.map(({ id }) => id)).toEqual(['I'])
  })

  it('gives an empty plan for an empty text', () => {
    expect(parsePlan('')).toMatchObject({
      kind: null,
      sections: [],
      recipients: [],
      places: [],
      trailing: null,
    })
  })
})
