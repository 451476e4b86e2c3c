import { describe, expect, it } from 'vitest'
import { parsePlan } from '../../src/plan/parse.ts'

const warnings = (text: string): string[] =>
  parsePlan(text).warnings.map(({ code, subject }) => `${code} ${subject}`)

const WHOLE =
  'ỦY BAN NHÂN DÂN XÃ SÔNG XANH\nSố: 7/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSông Xanh, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\nTiêm phòng năm 2026\n\nI. MỤC ĐÍCH\nPhòng bệnh.\nII. NỘI DUNG\nTiêm.\nTrên đây là Kế hoạch./.\n\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn Mẫu'

describe('warnings of structure', () => {
  it('are none for a whole document', () => {
    expect(warnings(WHOLE)).toEqual([])
  })

  it.each([
    ['Số: 7/KH-UBND', 'Số:   /KH-UBND', 'missing number'],
    ['ngày 05 tháng 02 năm 2026', 'ngày    tháng 02 năm 2026', 'incomplete date'],
    ['Sông Xanh, ngày 05 tháng 02 năm 2026\n', '', 'missing date'],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n', '', 'missing header'],
    ['Kế hoạch./.', 'Kế hoạch.', 'missing end-mark'],
    ['Nơi nhận:\n- Các thôn;\n- Lưu: VT.\n', '', 'missing recipients'],
    ['- Lưu: VT.\n', '', 'missing archive'],
    ['\nTrần Văn Mẫu', '', 'missing signatory.name'],
    ['II. NỘI DUNG', 'III. NỘI DUNG', 'skipped III'],
    ['II. NỘI DUNG', 'I. NỘI DUNG', 'duplicate I~2'],
    ['Phòng bệnh.', 'Phòng bệnh (dại.', 'unbalanced I'],
    ['KẾ HOẠCH\n', '', 'inferred kind'],
  ])('%j as %j', (from, to, expected) => {
    expect(warnings(WHOLE.replace(from, to))).toContain(expected)
  })

  it('are sentences for people', () => {
    for (const { message } of parsePlan('KẾ HOẠCH\nX').warnings) expect(message).toMatch(/^\p{Lu}.*\.$/u)
  })
})
