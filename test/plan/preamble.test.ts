// Bases, enacting sentence and closing.
import { describe, expect, it } from 'vitest'
import { closingLength, hasEndMark } from '../../src/plan/closing.ts'
import { parsePlan } from '../../src/plan/parse.ts'

const HEAD =
  'ỦY BAN NHÂN DÂN XÃ SÔNG XANH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nKẾ HOẠCH\nTiêm phòng năm 2026\n\n'

describe('bases and enacting sentence', () => {
  it('are told apart where they are glued', () => {
    const plan = parsePlan(
      `${HEAD}Căn cứ Kế hoạch số 6/KH-UBND ngày 27/02/2026 của UBND tỉnh; Ủy ban nhân dân xã Sông Xanh xây dựng Kế hoạch tiêm phòng, cụ thể như sau:\nI. MỤC ĐÍCH\nPhòng bệnh.`,
    )
    expect(plan.bases.map(({ verb, text }) => [verb, text])).toEqual([
      ['Căn cứ', 'Căn cứ Kế hoạch số 6/KH-UBND ngày 27/02/2026 của UBND tỉnh'],
    ])
    expect(plan.intro).toBe('Ủy ban nhân dân xã Sông Xanh xây dựng Kế hoạch tiêm phòng, cụ thể như sau:')
  })

  it('may be several in one paragraph', () => {
    const plan = parsePlan(
      `${HEAD}Căn cứ Luật Thú y ngày 19/6/2015; Theo đề nghị của Trạm thú y xã.\nỦy ban nhân dân xã ban hành kế hoạch như sau:\nI. MỤC ĐÍCH\nPhòng bệnh.`,
    )
    expect(plan.bases.map(({ verb }) => verb)).toEqual(['Căn cứ', 'Theo đề nghị của'])
  })

  it('do not take a report for a basis', () => {
    const plan = parsePlan(
      `${HEAD}Thực hiện chỉ đạo của cấp trên, trong năm qua xã đã làm nhiều việc. Tuy nhiên, vẫn còn hạn chế.\n\nỦy ban nhân dân xã yêu cầu:\n1. Làm ngay.`,
    )
    expect(plan.bases).toEqual([])
    expect(plan.intro).toContain('Thực hiện chỉ đạo')
  })

  it('end in QUYẾT ĐỊNH: in a decision', () => {
    const plan = parsePlan(
      'ỦY BAN NHÂN DÂN XÃ SÔNG XANH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 3/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc khen thưởng\n\nỦY BAN NHÂN DÂN XÃ SÔNG XANH\n\nCăn cứ Luật Thi đua ngày 15/6/2022;\nTheo đề nghị của Văn phòng.\n\nQUYẾT ĐỊNH:\nĐiều 1. Khen thưởng 03 cá nhân.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký./.',
    )
    expect(plan.title).toBe('khen thưởng')
    expect(plan.bases).toHaveLength(2)
    expect(plan.intro).toBe('QUYẾT ĐỊNH:')
    expect(plan.sections.map(({ id }) => id)).toEqual(['dieu-1', 'dieu-2'])
  })
})

describe('the closing', () => {
  it.each([
    ['xong./.', true],
    ['xong./', true],
    ['xong ./.', true],
    ['xong.', false],
    ['24/7.', false],
  ])('ends in ./. or what is left of it: %j', (text, ended) => {
    expect(hasEndMark(text)).toBe(ended)
  })

  it.each([
    [
      'opens with its formula',
      'III. TỔ CHỨC\n1. Văn phòng\nChủ trì.\nTrên đây là Kế hoạch, yêu cầu thực hiện./.',
      'Trên đây là Kế hoạch, yêu cầu thực hiện./.',
    ],
    [
      'is several paragraphs',
      '1. Làm ngay.\nTrên đây là Kế hoạch.\nYêu cầu thực hiện./.',
      'Trên đây là Kế hoạch.\nYêu cầu thực hiện./.',
    ],
    [
      'is the last paragraph behind sentences',
      '1. Làm ngay.\nVăn phòng theo dõi việc này./.',
      'Văn phòng theo dõi việc này./.',
    ],
  ])('%s', (_, body, closing) => {
    expect(parsePlan(`${HEAD}${body}\nNơi nhận:\n- Lưu: VT.`).closing).toBe(closing)
  })

  it('is not the text of a heading', () => {
    const plan = parsePlan(
      `${HEAD}I. MỤC ĐÍCH\nPhòng bệnh.\nII. KINH PHÍ\nTừ ngân sách xã./.\nNơi nhận:\n- Lưu: VT.`,
    )
    expect(plan.closing).toBeNull()
    expect(plan.sections[1]!.text).toBe('Từ ngân sách xã./.')
  })

  it('is nothing where there is no paragraph', () => {
    expect(closingLength([], null)).toBe(0)
  })
})
