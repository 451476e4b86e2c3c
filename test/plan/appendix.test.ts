import { describe, expect, it } from 'vitest'
import { parsePlan } from '../../src/plan/parse.ts'
import { partsOf, rolesOf } from '../../src/plan/roles.ts'

const DOCUMENT =
  'ỦY BAN NHÂN DÂN XÃ SÔNG XANH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nKẾ HOẠCH\nTiêm phòng năm 2026\n\nI. MỤC ĐÍCH\nPhòng bệnh (phụ lục I kèm theo).\nTrên đây là Kế hoạch./.\n\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn Mẫu\n\n'

describe('appendices', () => {
  it('are read with their numbers, titles and sections', () => {
    const { appendices, trailing } = parsePlan(
      `${DOCUMENT}PHỤ LỤC I\nDANH SÁCH CÁC THÔN\n(Kèm theo Kế hoạch số 7/KH-UBND ngày 05/02/2026)\n1. Thôn Thượng\n2. Thôn Hạ\n\nPhụ lục II\nMẪU BÁO CÁO\nI. KẾT QUẢ\n1. Số gia súc.`,
    )
    expect(trailing).toBeNull()
    expect(appendices.map(({ num, kind, title }) => [num, kind, title])).toEqual([
      ['I', null, 'DANH SÁCH CÁC THÔN'],
      ['II', null, 'MẪU BÁO CÁO'],
    ])
    expect(appendices[0]!.sections.map(({ id }) => id)).toEqual(['phu-luc-1/1', 'phu-luc-1/2'])
    expect(appendices[1]!.sections[0]!.children[0]!.id).toBe('phu-luc-2/I/1')
  })

  it('may be documents of their own kind', () => {
    const { appendices } = parsePlan(
      `${DOCUMENT}QUY CHẾ\nQuản lý vắc xin\n(Ban hành kèm theo Quyết định số 3/QĐ-UBND)\nĐiều 1. Phạm vi.\nĐiều 2. Áp dụng.`,
    )
    expect(appendices).toMatchObject([{ kind: 'Quy chế', title: 'Quản lý vắc xin' }])
    expect(appendices[0]!.sections.map(({ id }) => id)).toEqual(['phu-luc-1/dieu-1', 'phu-luc-1/dieu-2'])
  })

  it('may have a title and no number', () => {
    const { appendices } = parsePlan(
      `${DOCUMENT}PHÂN CÔNG NHIỆM VỤ\n(Kèm theo Kế hoạch số 7/KH-UBND của xã)\nÔng Mẫu phụ trách chung.`,
    )
    expect(appendices).toMatchObject([{ num: null, kind: null, title: 'PHÂN CÔNG NHIỆM VỤ' }])
  })
})

describe('roles of headings', () => {
  it.each([
    ['MỤC ĐÍCH, YÊU CẦU', ['objectives', 'requirements']],
    ['MỤC ĐÍCH YÊU CẦU', ['objectives', 'requirements']],
    ['MỤC TIÊU', ['targets']],
    ['NGUYÊN TẮC, YÊU CẦU SẮP XẾP', ['principles', 'requirements']],
    ['Nội dung và hình thức tuyên truyền', ['contents', 'forms']],
    ['NHIỆM VỤ, GIẢI PHÁP', ['contents', 'solutions']],
    ['KINH PHÍ THỰC HIỆN', ['funding']],
    ['TỔ CHỨC THỰC HIỆN', ['organisation']],
    ['CHẾ ĐỘ BÁO CÁO', ['reporting']],
    ['THỜI GIAN, ĐỊA ĐIỂM', ['schedule', 'scope']],
    ['Sở Y tế', []],
  ])('%j', (title, roles) => {
    expect(rolesOf(title)).toEqual(roles)
  })

  it('lie with the deeper heading that says the same', () => {
    const { parts } = parsePlan(
      'KẾ HOẠCH\nX\n\nI. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\nA b.\n2. Yêu cầu\nC d.\nII. NGUYÊN TẮC, YÊU CẦU\n1. Làm kịp thời.',
    )
    expect(parts).toEqual({ objectives: ['I/1'], requirements: ['I/2', 'II'], principles: ['II'] })
    expect(partsOf([])).toEqual({})
  })
})

describe('the heading of an appendix', () => {
  it('may hold its title, behind the foot', () => {
    const { appendices } = parsePlan(
      `${DOCUMENT}Phụ lục 1: Danh sách các thôn\n(Kèm theo Kế hoạch số 7/KH-UBND)\n1. Thôn Thượng`,
    )
    expect(appendices).toMatchObject([{ num: '1', title: 'Danh sách các thôn' }])
  })

  it('is a sentence in the body', () => {
    const { appendices, sections } = parsePlan(
      'KẾ HOẠCH\nX\n\n1. Biểu mẫu\nPhụ lục 1: Danh sách các thôn.\n2. Kinh phí\nTừ ngân sách.',
    )
    expect(appendices).toEqual([])
    expect(sections.map(({ id }) => id)).toEqual(['1', '2'])
  })
})
