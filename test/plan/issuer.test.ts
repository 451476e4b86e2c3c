import { describe, expect, it } from 'vitest'
import { readIssuerAt } from '../../src/plan/issuer.ts'

describe('readIssuerAt', () => {
  it.each([
    ['Bộ Chính trị về đột phá', 'Bộ Chính trị'],
    ['Chính phủ quy định chi tiết', 'Chính phủ'],
    ['Chính phủ Quy định về', 'Chính phủ'],
    ['Thủ tướng Chính phủ phê duyệt', 'Thủ tướng Chính phủ'],
    ['Ủy ban nhân dân thành phố Hải Phòng về việc', 'Ủy ban nhân dân thành phố Hải Phòng'],
    ['UBND tỉnh thực hiện', 'UBND tỉnh'],
    ['UBND ban hành', 'UBND'],
    ['Hội đồng nhân dân tỉnh Hà Nam thông qua', 'Hội đồng nhân dân tỉnh Hà Nam'],
    ['Tỉnh uỷ Lào Cai phê duyệt', 'Tỉnh uỷ Lào Cai'],
    ['Ban Tuyên giáo và Dân vận Thành ủy Hà Nội về', 'Ban Tuyên giáo và Dân vận Thành ủy Hà Nội'],
    ['Bộ Văn hóa, Thể thao và Du lịch hướng dẫn', 'Bộ Văn hóa, Thể thao và Du lịch'],
    ['Bộ Lao động - Thương binh và Xã hội về', 'Bộ Lao động - Thương binh và Xã hội'],
    ['Bộ trưởng Bộ Tài chính quy định', 'Bộ trưởng Bộ Tài chính'],
    ['Giám đốc Sở Công Thương về việc', 'Giám đốc Sở Công Thương'],
    ['Cục An ninh kinh tế - Bộ Công an về', 'Cục An ninh kinh tế - Bộ Công an'],
    ['Quốc hội khóa XV về', 'Quốc hội khóa XV'],
    ['Bộ Chính trị, Chương trình hành động', 'Bộ Chính trị'],
    ['Chính phủ và Kế hoạch hành động', 'Chính phủ'],
    ['Bộ Chính trị và các văn bản', 'Bộ Chính trị'],
    ['Bộ Tài chính và Bộ Nội vụ', 'Bộ Tài chính'],
    ['BỘ CHÍNH TRỊ VỀ ĐỘT PHÁ', 'BỘ CHÍNH TRỊ'],
    ['Thành ủy Hà Nội cập nhật', 'Thành ủy Hà Nội'],
    ['Chính phủ đồng thời', 'Chính phủ'],
    ['Bộ Y tế tại Tờ trình', 'Bộ Y tế'],
    ['tỉnh Lào Cai ngày', 'tỉnh Lào Cai'],
  ])('of %j is %j', (text, name) => {
    expect(readIssuerAt(text, 0)?.name).toBe(name)
  })

  it.each(['người dân', 'các đơn vị', '', '123', 'về việc', ', Bộ'])('finds none in %j', (text) => {
    expect(readIssuerAt(text, 0)).toBeNull()
  })

  it('reads on over the end of a line of paper', () => {
    const text = 'theo Quyết định số 15/QĐ-UBND ngày 2/3/2025 của Bộ\nChính trị về'
    expect(readIssuerAt(text, text.indexOf('Bộ'))?.name).toBe('Bộ Chính trị')
  })
})
