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

  it('ends with its title where the body tells of a day', () => {
    const title = 'Kết luận của Chủ tịch xã tại cuộc họp về trồng cây và nhiệm vụ trong thời gian đến'
    const head = HEAD.replace('KẾ HOẠCH\nTrồng cây năm 2026', `THÔNG BÁO\n${title}`)
    const opening = 'Ngày 03/01/2026, Chủ tịch xã chủ trì họp về trồng cây.\n'
    const plan = parsePlan(`${head}${opening}1. Văn phòng xã mua cây giống.\n${CLOSING}${FOOT}`)
    expect(plan.title).toBe(title)
  })

  it('may stand below what a portal says of it in one long line', () => {
    const above =
      'Kế hoạch trồng cây năm 2026 của Ủy ban nhân dân xã Sông Xanh nhằm phủ xanh đất trống, giữ nguồn nước cho mùa khô và tạo cảnh quan\n'
    const plan = parsePlan(above + HEAD + BODY + CLOSING + FOOT)
    expect(plan).toMatchObject({
      kind: 'Kế hoạch',
      number: '05',
      date: '2026-02-03',
      title: 'Trồng cây năm 2026',
    })
    expect(plan.issuer).toMatchObject({ name: 'Ủy ban nhân dân xã Sông Xanh', inferred: false })
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

describe('a document issued with another', () => {
  it.each([
    'QUY CHẾ\nVỀ CHĂM SÓC CÂY XANH (Ban hành kèm theo Quyết định số 5/QĐ-UBND ngày 03/02/2026 của Ủy ban nhân dân xã)\n',
    'QUY CHẾ\nChăm sóc cây xanh (Ban hành kèm theo Quyết định số 5/QĐ-UBND)\n',
    'QUY CHẾ\nVỀ CHĂM SÓC CÂY XANH\n(Ban hành kèm theo Quyết định số 5/QĐ-UBND)\n',
  ])('begins behind the signature: %j', (second) => {
    const articles = 'Điều 1. Cây do thôn chăm sóc.\nĐiều 2. Thôn được hỗ trợ giống.\n'
    const plan = parsePlan(HEAD + BODY + CLOSING + FOOT + second + articles)
    expect(plan.trailing).toBeNull()
    expect(plan.appendices.map(({ kind }) => kind)).toEqual(['Quy chế'])
    expect(plan.appendices[0]!.title?.toLowerCase()).toContain('chăm sóc cây xanh')
    expect(plan.appendices[0]!.sections).toHaveLength(2)
  })
})

describe('several signatures', () => {
  const signers = (foot: string): unknown[] =>
    parsePlan(HEAD + BODY + CLOSING + foot).signatories.map(({ authority, position, name }) => [
      authority.map(({ code, of }) => `${code} ${of}`).join(', '),
      position,
      name,
    ])

  it('may stand side by side: those of a joint plan', () => {
    const foot = `KT. GIÁM ĐỐC                         KT. GIÁM ĐỐC
SỞ GIÁO DỤC VÀ ĐÀO TẠO               SỞ VĂN HÓA VÀ THỂ THAO
PHÓ GIÁM ĐỐC                         PHÓ GIÁM ĐỐC


Trần Thị Mẫu                         Lê Văn Thử

Nơi nhận:
- UBND tỉnh (để b/c);
- Lưu: VT.
`
    expect(signers(foot)).toEqual([
      ['KT. Giám đốc Sở Giáo dục và Đào tạo', 'Phó Giám đốc', 'Trần Thị Mẫu'],
      ['KT. Giám đốc Sở Văn hóa và Thể thao', 'Phó Giám đốc', 'Lê Văn Thử'],
    ])
  })

  it('may stand side by side: those of minutes', () => {
    expect(signers('THƯ KÝ                    CHỦ TỌA\nLê Thị Thử                Trần Văn Mẫu\n')).toEqual([
      ['', 'Thư ký', 'Lê Thị Thử'],
      ['', 'Chủ tọa', 'Trần Văn Mẫu'],
    ])
  })

  it('may stand one below the other', () => {
    expect(signers('THƯ KÝ\nLê Thị Thử\nCHỦ TỌA\nTrần Văn Mẫu\n')).toEqual([
      ['', 'Thư ký', 'Lê Thị Thử'],
      ['', 'Chủ tọa', 'Trần Văn Mẫu'],
    ])
  })
})

describe('a plan of the Party', () => {
  const plan = parsePlan(`TỈNH ỦY SÔNG XANH                    ĐẢNG CỘNG SẢN VIỆT NAM
*                                    Sông Xanh, ngày 03 tháng 02 năm 2026
Số 331-KH/TU

KẾ HOẠCH
thực hiện Nghị quyết số 12-NQ/TW, ngày 22/12/2025 của Bộ Chính trị
về trồng cây gây rừng
-----

Thực hiện Nghị quyết số 12-NQ/TW, ngày 22/12/2025 của Bộ Chính trị về trồng cây gây rừng, Ban Thường vụ Tỉnh ủy xây dựng Kế hoạch thực hiện như sau:
I- MỤC ĐÍCH, YÊU CẦU
1- Quán triệt Nghị quyết đến cán bộ, đảng viên.
II- TỔ CHỨC THỰC HIỆN
1- Các huyện ủy, thành ủy xây dựng kế hoạch trước ngày 15/3/2026.

Nơi nhận:                                   T/M BAN THƯỜNG VỤ
- Ban Bí thư (để báo cáo),                         PHÓ BÍ THƯ
- Các huyện ủy, thành ủy,
- Lưu Văn phòng Tỉnh ủy.                     Nguyễn Văn Mẫu
`)

  it('is read in the form of the Party', () => {
    expect(plan).toMatchObject({ kind: 'Kế hoạch', number: '331', symbol: 'KH/TU', date: '2026-02-03' })
    expect(names(plan)).toEqual(['Ban Bí thư', 'Các huyện ủy, thành ủy'])
    expect(plan.signatories).toMatchObject([{ authority: [{ code: 'TM.' }], name: 'Nguyễn Văn Mẫu' }])
  })

  it('names its issuer with the capitals of the place', () => {
    expect(plan.issuer?.name).toBe('Tỉnh ủy Sông Xanh')
  })

  it('does not run the title of what it cites into the next paragraph', () => {
    expect(plan.references.map(({ title }) => title)).toEqual(['trồng cây gây rừng'])
  })
})

describe('a head that was lost', () => {
  const title = 'Triển khai phong trào trồng cây xanh,\nđổi mới sáng tạo và tổ chức bảo vệ rừng năm 2026\n'
  const bases = 'Căn cứ Nghị quyết số 12-NQ/TU ngày 01/01/2026 của Tỉnh ủy về trồng cây;\n'
  const intro = 'Ủy ban nhân dân xã Sông Xanh xây dựng kế hoạch trồng cây năm 2026 như sau:\n'

  it('leaves a plan known by what it says of itself and by its foot', () => {
    const plan = parsePlan(title + bases + intro + BODY + CLOSING + FOOT)
    expect(plan).toMatchObject({ kind: 'Kế hoạch', number: null, date: null })
    expect(plan.issuer).toMatchObject({ name: 'Ủy ban nhân dân xã Sông Xanh', inferred: true })
    expect(plan.warnings.some(({ code, subject }) => code === 'inferred' && subject === 'kind')).toBe(true)
    expect(plan.sections.map(({ id }) => id)).toEqual(['I', 'II'])
  })

  it('leaves a decision known by its formula', () => {
    const plan = parsePlan(`ỦY BAN NHÂN DÂN
XÃ SÔNG XANH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sông Xanh, ngày 03 tháng 02 năm 2026
Về việc trồng cây năm 2026
${bases}QUYẾT ĐỊNH:
Điều 1. Giao Văn phòng xã trồng cây.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.
${FOOT}`)
    expect(plan).toMatchObject({ kind: 'Quyết định', date: '2026-02-03' })
    expect(plan.sections.map(({ id }) => id)).toEqual(['dieu-1', 'dieu-2'])
  })

  it('is not made up from a title that sounds like the name of a body', () => {
    const plan = parsePlan(
      `Số: /KH-UBND\nSông Xanh, ngày   tháng   năm 2026\n${title}${bases}${intro}${BODY}${CLOSING}${FOOT}`,
    )
    expect(plan.issuer?.name).toBe('Ủy ban nhân dân xã Sông Xanh')
  })

  it('is not made up for a report of a newspaper', () => {
    const plan = parsePlan(`Xã Sông Xanh trồng cây
Sáng 3/2, Ủy ban nhân dân xã Sông Xanh xây dựng kế hoạch trồng cây năm 2026, theo đó mỗi hộ trồng một cây.
Ông Trần Văn Mẫu cho biết: trên đây là kế hoạch được nhân dân đồng tình.
`)
    expect(plan).toMatchObject({ kind: null, issuer: null, number: null, date: null })
  })
})

describe('the body of a document as it is found', () => {
  it('may be numbered 1) with 1.1. below', () => {
    const plan = parsePlan(`${HEAD}I. MỤC ĐÍCH, YÊU CẦU
1) Mục đích
1.1. Phủ xanh đất trống, giữ nguồn nước cho mùa khô.
1.2. Tạo cảnh quan cho các thôn trong xã.
2) Yêu cầu
Việc trồng cây phải đúng thời vụ.
II. NỘI DUNG
1) Chuẩn bị
1.1. Làm đất.
1.2. Mua giống.
${CLOSING}${FOOT}`)
    const ids = ['I', 'I/1', 'I/1/1.1', 'I/1/1.2', 'I/2', 'II', 'II/1', 'II/1/1.1', 'II/1/1.2']
    expect(flat(plan.sections).map(({ id }) => id)).toEqual(ids)
  })

  it('may have lost all blank lines between wrapped bases', () => {
    const plan = parsePlan(`KẾ HOẠCH
Trồng cây năm 2026 trên địa bàn xã
Căn cứ Nghị quyết số 12-NQ/TU ngày 01/01/2026 của Tỉnh ủy về trồng cây gây
rừng trong giai đoạn mới của cả nước, của tỉnh và của các xã đến
năm 2030;
Thực hiện Quyết định số 169/QĐ-UBND ngày 16/01/2026 của Ủy ban nhân dân
tỉnh phê duyệt Chương trình "Đẩy mạnh trồng cây, bảo vệ rừng và nguồn nước
2030",
Thực hiện Kế hoạch số 19/KH-UBND ngày 18/01/2026 của Ủy ban nhân dân
tỉnh về trồng cây năm 2026 và các năm tiếp theo trên địa bàn tỉnh Sông Xanh
Ủy ban nhân dân xã Sông Xanh xây dựng kế hoạch trồng cây năm 2026 với những
nội dung sau:
${BODY}${CLOSING}${FOOT}`)
    expect(plan.bases.map(({ refs }) => refs)).toEqual([['12-NQ/TU'], ['169/QĐ-UBND'], ['19/KH-UBND']])
    expect(plan.intro).toMatch(/^Ủy ban nhân dân xã Sông Xanh xây dựng/)
    expect(plan.issuer?.name).toBe('Ủy ban nhân dân xã Sông Xanh')
  })

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

  it('may have its chapters one level down, below A and B', () => {
    const plan = parsePlan(`${HEAD}A. ĐẶC ĐIỂM TÌNH HÌNH
Xã có 20 thôn.
B. NỘI DUNG KẾ HOẠCH
I. MỤC TIÊU
Xanh hóa nông thôn.
II. NHIỆM VỤ VÀ GIẢI PHÁP
1. Tuyên truyền, vận động.
III. KINH PHÍ: Từ ngân sách xã.
IV. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế: Tham mưu UBND xã triển khai; tổng hợp báo cáo định kỳ 6 tháng.
2. Phòng Văn hóa - Xã hội: Phối hợp với Phòng Kinh tế tuyên truyền.
${CLOSING}${FOOT}`)
    expect(plan.parts).toMatchObject({ targets: ['B/I'], funding: ['B/III'], organisation: ['B/IV'] })
    expect(plan.tasks.map(({ unit, role }) => [unit, role])).toEqual([
      ['Phòng Kinh tế', 'do'],
      ['Phòng Văn hóa - Xã hội', 'support'],
    ])
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
