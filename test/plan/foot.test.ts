// Recipients, archive line and signatures, in two columns or one.
import { describe, expect, it } from 'vitest'
import { parseArchive } from '../../src/plan/archive.ts'
import { parsePlan } from '../../src/plan/parse.ts'
import { purposeOf } from '../../src/plan/recipients.ts'
import type { Plan } from '../../src/plan/schema.ts'
import { authorityOf, isPosition, nameOf } from '../../src/plan/signature-line.ts'

const BODY =
  'ỦY BAN NHÂN DÂN XÃ SÔNG XANH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nKẾ HOẠCH\nTiêm phòng năm 2026\n\nI. MỤC ĐÍCH\nPhòng bệnh.\nTrên đây là Kế hoạch tiêm phòng./.\n\n'
const footOf = (foot: string): Plan => parsePlan(BODY + foot)
const recipients = (plan: Plan): unknown[] => plan.recipients.map(({ name, purpose }) => [name, purpose])
const signatures = (plan: Plan): unknown[] =>
  plan.signatories.map(({ authority, position, name }) => [
    authority.map(({ code, of }) => `${code} ${of}`),
    position,
    name,
  ])

const CHAIN = [['TM. Ủy ban nhân dân', 'KT. Chủ tịch'], 'Phó Chủ tịch', 'Trần Văn Mẫu']
const LIST = [
  ['Đảng ủy xã', 'báo cáo'],
  ['Các thôn', null],
]

describe('the foot', () => {
  it.each([
    [
      'one block below the other',
      'Nơi nhận:\n- Đảng ủy xã (để b/c);\n- Các thôn;\n- Lưu: VT, VX.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Văn Mẫu',
    ],
    [
      'the signature first',
      'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Văn Mẫu\nNơi nhận:\n- Đảng ủy xã (để b/c);\n- Các thôn;\n- Lưu: VT, VX.',
    ],
    [
      'in two columns',
      'Nơi nhận:                      TM. ỦY BAN NHÂN DÂN\n- Đảng ủy xã (để b/c);         KT. CHỦ TỊCH\n- Các thôn;                    PHÓ CHỦ TỊCH\n- Lưu: VT, VX.\n                               Trần Văn Mẫu',
    ],
    [
      'in two columns one blank apart',
      'Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Đảng ủy xã (để b/c); KT. CHỦ TỊCH\n- Các thôn; PHÓ CHỦ TỊCH\n- Lưu: VT, VX.\n\nTrần Văn Mẫu',
    ],
    [
      'line by line in turn',
      'Nơi nhận:\nTM. ỦY BAN NHÂN DÂN\n- Đảng ủy xã (để b/c);\nKT. CHỦ TỊCH\n- Các thôn;\nPHÓ CHỦ TỊCH\n- Lưu: VT, VX.\nTrần Văn Mẫu',
    ],
    [
      'on two lines',
      'Nơi nhận: - Đảng ủy xã (để b/c); - Các thôn; - Lưu: VT, VX.\nTM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn Mẫu',
    ],
    [
      'with a signature that was stamped',
      'Nơi nhận:\n- Đảng ủy xã (để b/c);\n- Các thôn;\n- Lưu: VT, VX.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nTrần Văn Mẫu',
    ],
  ])('is read %s', (_, foot) => {
    const plan = footOf(foot)
    expect(recipients(plan)).toEqual(LIST)
    expect(plan.archive?.units).toEqual(['VT', 'VX'])
    expect(signatures(plan)).toEqual([CHAIN])
    expect(plan.trailing).toBeNull()
  })

  it('spreads the purpose of a brace', () => {
    const plan = footOf(
      'Nơi nhận:\n- UBND huyện; — 1 TM. ỦY BAN NHÂN DÂN\n- Sở Y tế; - để báo cáo >\n- Đảng ủy xã; CHỦ TỊCH\n- Các thôn;\n- Lưu: VT.',
    )
    expect(recipients(plan)).toEqual([
      ['UBND huyện', 'báo cáo'],
      ['Sở Y tế', 'báo cáo'],
      ['Đảng ủy xã', 'báo cáo'],
      ['Các thôn', null],
    ])
    expect(signatures(plan)).toEqual([[['TM. Ủy ban nhân dân'], 'Chủ tịch', null]])
  })

  it('joins items of two lines, and purposes that stand below', () => {
    const plan = footOf(
      'Nơi nhận:\n- Các ban: Kinh tế, Văn hóa\nvà Xã hội;\n- Đảng ủy xã;\n(báo cáo);\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn Mẫu',
    )
    expect(recipients(plan)).toEqual([
      ['Các ban: Kinh tế, Văn hóa và Xã hội', null],
      ['Đảng ủy xã', 'báo cáo'],
    ])
  })

  it('signs twice for two bodies', () => {
    const plan = footOf(
      'Nơi nhận:\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Mẫu\nTM. HỘI ĐỒNG NHÂN DÂN\nPHÓ CHỦ TỊCH\nLê Thị Gương',
    )
    expect(signatures(plan)).toEqual([
      [['TM. Ủy ban nhân dân'], 'Chủ tịch', 'Trần Văn Mẫu'],
      [['TM. Hội đồng nhân dân'], 'Phó Chủ tịch', 'Lê Thị Gương'],
    ])
  })

  it('keeps what stands behind it as trailing', () => {
    const plan = footOf('Nơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn Mẫu\n\nNguồn: trang tin của xã')
    expect(plan.trailing).toBe('Nguồn: trang tin của xã')
    expect(plan.warnings.some(({ code }) => code === 'trailing')).toBe(true)
  })
})

describe('a foot under a seal', () => {
  it.each([
    [
      'below what a seal left of the office',
      'Nơi nhận:\n- Các thôn;\n- Lưu: VT.\n. KT. CHỦ TỊCH\n:   PHO CHI\n\nTrần Văn Mẫu',
    ],
    ['with the edge of a seal before it', 'Nơi nhận:\n- Các thôn;\n- Lưu: VT.\n"Trần Văn Mẫu'],
    [
      'beside a list whose opening is lost',
      'Làm ngay./.\n\niu hán kế   CHỦ TỊCH\n- Các thôn;\n- Trạm thú y;   Trần Văn Mẫu\n- Lưu: VT.',
    ],
  ])('has its name %s', (_, foot) => {
    expect(footOf(foot).signatories.map(({ name }) => name)).toEqual(['Trần Văn Mẫu'])
  })

  it('takes no line far below for the name', () => {
    const plan = footOf(
      `Nơi nhận:\n- Lưu: VT.\nKT. CHỦ TỊCH\n${'Một câu dài của phần sau, không phải tên người ký.\n'.repeat(3)}Trần Văn Mẫu`,
    )
    expect(plan.signatories[0]?.name ?? null).toBeNull()
  })
})

describe('parts of the foot', () => {
  it.each([
    ['b/c', 'báo cáo'],
    ['để b/cáo', 'báo cáo'],
    ['báo cáo', 'báo cáo'],
    ['t/h', 'thực hiện'],
    ['p/h quản lý', 'phối hợp'],
    ['để biết', 'biết'],
    ['đăng tải', 'đăng tải'],
    ['Bích', null],
  ])('purpose %j', (text, purpose) => {
    expect(purposeOf(text)).toBe(purpose)
  })

  it.each([
    ['- Lưu: VT, VHXH.', ['VT', 'VHXH'], null, null],
    ['- Lưu: VT, KGVX (02).', ['VT', 'KGVX'], 2, null],
    ['- Lưu: VT, TH.25b', ['VT', 'TH'], 25, null],
    ['- Lưu: VT; NN. (20b)', ['VT', 'NN'], 20, null],
    ['- Lưu: Văn thư, KGVX (3b).', ['Văn thư', 'KGVX'], 3, null],
    ['- Lưu: VT, KT (T.Q.Mẫu).', ['VT', 'KT'], null, 'T.Q.Mẫu'],
    ['- Lưu: VT, CN(M.Mẫu.', ['VT', 'CN'], null, 'M.Mẫu'],
    ['- Lưu: VT, KS(150)(Mẫu).', ['VT', 'KS'], 150, 'Mẫu'],
    ['- Lưu: VT, KT, XD(Mẫu, Gương).', ['VT', 'KT', 'XD'], null, 'Mẫu, Gương'],
    ['- Lưu: VT, NCKS.Mẫu', ['VT', 'NCKS'], null, 'Mẫu'],
    ['- Lưu: VT, QHĐP (3) Mẫu.', ['VT', 'QHĐP'], 3, 'Mẫu'],
    ['- Lưu VT.', ['VT'], null, null],
  ])('archive line %j', (text, units, copies, drafter) => {
    expect(parseArchive(text)).toEqual({ units, copies, drafter })
  })

  it.each([
    ['TM. ỦY BAN NHÂN DÂN', 'TM.', 'ỦY BAN NHÂN DÂN'],
    ['KT. CHỦ TỊCH', 'KT.', 'CHỦ TỊCH'],
    ['KT.CHỦ TỊCH', 'KT.', 'CHỦ TỊCH'],
    ['T/M BAN THƯỜNG VỤ', 'TM.', 'BAN THƯỜNG VỤ'],
    ['K/T CHÁNH VĂN PHÒNG', 'KT.', 'CHÁNH VĂN PHÒNG'],
    ['T/L GIÁM ĐỐC', 'TL.', 'GIÁM ĐỐC'],
    ['TUQ. BỘ TRƯỞNG', 'TUQ.', 'BỘ TRƯỞNG'],
    ['Q. CHỦ TỊCH', 'Q.', 'CHỦ TỊCH'],
  ])('authority %j', (text, code, of) => {
    expect(authorityOf(text)).toEqual({ code, of })
  })

  it.each(['TL đường 5', 'KT-XH', 'Q. 1', 'TM', 'Chủ tịch'])('takes %j for no authority', (text) => {
    expect(authorityOf(text)).toBeNull()
  })

  it.each([
    ['Trần Văn Mẫu', 'Trần Văn Mẫu'],
    ['TS. Lê Thị Gương', 'Lê Thị Gương'],
    ['Đại tá Nguyễn Mẫu', 'Nguyễn Mẫu'],
    ['NGUYỄN VĂN MẪU', 'Nguyễn Văn Mẫu'],
    ['Các thôn', null],
    ['CHỦ TỊCH', null],
    ['Mẫu', null],
    ['Nguyễn Văn Mẫu;x', null],
  ])('name %j', (text, name) => {
    expect(nameOf(text, true)).toBe(name)
  })

  it('tells positions from recipients', () => {
    expect(isPosition('PHÓ GIÁM ĐỐC')).toBe(true)
    expect(isPosition('Phó Thủ tướng')).toBe(true)
    expect(isPosition('Chủ tịch UBND tỉnh')).toBe(false)
    expect(isPosition('- Chủ tịch;')).toBe(false)
  })
})
