// Documents as they are found: what archives, portals and PDF readers do to them. The texts are made up, the habits
// are not.

import { describe, expect, it } from 'vitest'
import { parsePlan } from '../../src/plan/parse.ts'
import type { Plan, Section } from '../../src/plan/schema.ts'

const HEAD = `ỦY BAN NHÂN DÂN
XÃ SÔNG XANH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 05/KH-UBND
Sông Xanh, ngày 03 tháng 02 năm 2026
KẾ HOẠCH
Trồng cây năm 2026
`

const BODY = `I. MỤC ĐÍCH
Phủ xanh đất trống, giữ nguồn nước cho mùa khô.
II. TỔ CHỨC THỰC HIỆN
1. Văn phòng xã
a) Chủ trì mua cây giống trước ngày 01/3/2026.
b) Báo cáo kết quả với Chủ tịch xã.
`

const CLOSING = 'Trên đây là Kế hoạch trồng cây năm 2026, yêu cầu các đơn vị thực hiện./.\n'

const FOOT = `Nơi nhận:
- Thường trực Đảng ủy (để b/c);
- Các thôn;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Văn Mẫu
`

const names = (plan: Plan): string[] => plan.recipients.map(({ name }) => name)
const flat = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...flat(section.children)])

describe('the foot of a document as it is found', () => {
  it('is whole', () => {
    const plan = parsePlan(HEAD + BODY + CLOSING + FOOT)
    expect(names(plan)).toEqual(['Thường trực Đảng ủy', 'Các thôn'])
    expect(plan.signatories.map(({ position, name }) => [position, name])).toEqual([
      ['Phó Chủ tịch', 'Trần Văn Mẫu'],
    ])
    expect(plan.trailing).toBeNull()
  })

  it.each([
    '(Gửi kèm theo: danh sách giống cây; bản đồ đất trống).',
    '(Xin gửi kèm hồ sơ trồng cây)',
    'Hồ sơ kèm theo gồm: (1) Danh sách giống cây; (2) Bản đồ đất trống.',
    'Tài liệu gửi kèm: Danh sách giống cây.',
  ])('may stand behind a note on what is enclosed: %s', (note) => {
    const plan = parsePlan(`${HEAD}${BODY}${CLOSING}${note}\n${FOOT}`)
    expect(names(plan)).toEqual(['Thường trực Đảng ủy', 'Các thôn'])
    expect(plan.archive?.units).toEqual(['VT'])
    expect(plan.signatories.map(({ name }) => name)).toEqual(['Trần Văn Mẫu'])
  })

  it('may have lost the dashes of its recipients', () => {
    const plan = parsePlan(HEAD + BODY + CLOSING + FOOT.replaceAll('- ', ''))
    expect(names(plan)).toEqual(['Thường trực Đảng ủy', 'Các thôn'])
    expect(plan.recipients[0]!.purpose).toBe('báo cáo')
    expect(plan.archive?.units).toEqual(['VT'])
  })

  it('may have its signature on one line', () => {
    const line = 'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn Mẫu\n'
    const [signatory, ...others] = parsePlan(HEAD + BODY + CLOSING + line).signatories
    expect(others).toEqual([])
    expect(signatory).toMatchObject({
      authority: [{ code: 'TM.' }, { code: 'KT.' }],
      position: 'Phó Chủ tịch',
      name: 'Trần Văn Mẫu',
    })
  })

  it('may have a stamp in place of a name', () => {
    const plan = parsePlan(`${HEAD}${BODY}${CLOSING}TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(đã ký)\nTrần Văn Mẫu\n`)
    expect(plan.signatories.map(({ position, name }) => [position, name])).toEqual([
      ['Chủ tịch', 'Trần Văn Mẫu'],
    ])
  })

  it('may have both columns run together with single spaces', () => {
    const foot = `Nơi nhận: T/M. ĐOÀN KIỂM TRA
- Văn phòng xã (bố trí kinh phí, phương TRƯỞNG ĐOÀN
tiện phục vụ);
- Thành viên Đoàn (để thực hiện);
- Lưu: VT.

Trần Văn Mẫu
`
    const plan = parsePlan(HEAD + BODY + CLOSING + foot)
    expect(names(plan).join()).not.toMatch(/ĐOÀN/)
    expect(plan.signatories).toMatchObject([{ position: 'Trưởng đoàn', name: 'Trần Văn Mẫu' }])
  })
})

describe('the head of a document as it is found', () => {
  it('may stand below the title on a portal', () => {
    const plan = parsePlan(`V/v trồng cây năm 2026
BỘ MÔI TRƯỜNG - CÂY XANH
Số: 284/BMTCX-TC V/v: trồng cây năm 2026
Hà Nội, ngày 13 tháng 4 năm 2026
Kính gửi: Ủy ban nhân dân các tỉnh
Trả lời công văn số 12/UBND-KT ngày 01/3/2026 của Ủy ban nhân dân tỉnh về trồng cây, Bộ có ý kiến như sau:
1. Việc trồng cây do các xã thực hiện.
2. Kinh phí lấy từ ngân sách xã.
${FOOT}`)
    expect(plan).toMatchObject({ kind: 'Công văn', number: '284', symbol: 'BMTCX-TC', date: '2026-04-13' })
    expect(plan.issuer?.name.toLowerCase()).toBe('bộ môi trường - cây xanh')
  })

  it('may have its date broken over two lines', () => {
    const plan = parsePlan(HEAD.replace('ngày 03 tháng', 'ngày 03\ntháng') + BODY + CLOSING + FOOT)
    expect(plan).toMatchObject({ place: 'Sông Xanh', date: '2026-02-03' })
  })

  it('may be lost: a letter is known by its addressee and its foot', () => {
    const plan = parsePlan(`Kính gửi: Cục Thuế tỉnh Sông Xanh
Trả lời công văn số 49/CT-TT ngày 25/02/2026 của Cục Thuế về hóa đơn, Tổng cục Thuế có ý kiến như sau:
Hóa đơn được lập khi giao hàng.
Tổng cục Thuế trả lời để Cục Thuế được biết./.
${FOOT}`)
    expect(plan).toMatchObject({
      kind: 'Công văn',
      number: null,
      date: null,
      to: ['Cục Thuế tỉnh Sông Xanh'],
    })
    expect(plan.warnings.some(({ code, subject }) => code === 'inferred' && subject === 'kind')).toBe(true)
  })
})

describe('the body of a document as it is found', () => {
  it('names who leads and who supports behind a colon', () => {
    const plan = parsePlan(`${HEAD}I. NHIỆM VỤ
1. Trồng rừng đầu nguồn
- Chuẩn bị cây giống.
Đơn vị chủ trì: Phòng Kinh tế; Đơn vị phối hợp: Phòng Tài chính, Văn phòng xã.
2. Trồng cây ven đường
- Cơ quan chủ trì: Phòng Xây dựng.
- Cơ quan phối hợp: Phòng Kinh tế.
- Thời gian hoàn thành: trước ngày 15/12/2026.
${CLOSING}${FOOT}`)
    const units = plan.tasks.map(({ unit, role }) => [unit, role])
    expect(units).toContainEqual(['Phòng Kinh tế', 'lead'])
    expect(units).toContainEqual(['Phòng Xây dựng', 'lead'])
    expect(plan.tasks.find(({ unit }) => unit === 'Phòng Kinh tế')!.with).toEqual([
      'Phòng Tài chính',
      'Văn phòng xã',
    ])
    expect(units.flat()).not.toContain('Đơn vị')
  })

  it('gives no task to half a name', () => {
    const plan = parsePlan(`${HEAD}I. NHÀ ĐẦU TƯ
1. Nhà đầu tư: Công ty Cây Xanh.
2. Chủ đầu tư phải thực hiện đúng tiến độ.
3. Quỹ đầu tư phát triển: tổ chức thực hiện vay vốn.
4. Bộ phận một cửa tiếp nhận hồ sơ.
${CLOSING}${FOOT}`)
    for (const { unit } of plan.tasks) expect(['Nhà', 'Chủ', 'Quỹ', 'Bộ']).not.toContain(unit)
  })

  it('may quote several paragraphs within one pair of quotation marks', () => {
    const plan = parsePlan(`${HEAD}I. CĂN CỨ PHÁP LÝ
1. Điều lệ trồng cây quy định:
“Điều 10. Trồng cây
Người dân trồng cây vào mùa xuân.
Cây được chăm sóc ba năm.”
2. Vì vậy đề nghị các thôn trồng cây.
${CLOSING}${FOOT}`)
    expect(plan.warnings.filter(({ code }) => code === 'unbalanced')).toEqual([])
    expect(flat(plan.sections).map(({ num }) => num)).toContain('2')
  })
})
