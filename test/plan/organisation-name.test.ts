import { describe, expect, it } from 'vitest'
import { isUnitHead, readUnitsAt } from '../../src/plan/organisation-name.ts'

describe('isUnitHead', () => {
  it.each([
    'Sở Nội vụ',
    'Ủy ban nhân dân xã',
    'UBND',
    'các cơ quan liên quan',
    'Các bộ, ngành',
    'những đơn vị',
    'toàn thể đoàn viên',
    'một số sở',
    'Phòng Kinh tế',
    'Công an tỉnh',
    'Ban Quản lý',
    'nhà đầu tư',
    'Tổ chức, cá nhân',
    'tổ chức chính trị - xã hội',
    'Thủ trưởng các đơn vị',
  ])('begins %j', (text) => {
    expect(isUnitHead(text, 0)).toBe(true)
  })

  it.each([
    'Bộ luật Dân sự',
    'bộ phận',
    'Phòng ngừa dịch bệnh',
    'Phòng chống ma túy',
    'các cơ chế',
    'các thành tựu',
    'Ban hành kế hoạch',
    'Sở hữu trí tuệ',
    'Tổ chức hội nghị',
    'Tổ chức nghiên cứu, phổ biến',
    'Báo cáo kết quả',
    'Nguồn kinh phí',
    'Người dân',
    'xã hội hóa',
    '',
  ])('does not begin %j', (text) => {
    expect(isUnitHead(text, 0)).toBe(false)
  })
})

describe('readUnitsAt', () => {
  it.each([
    ['Sở Nội vụ chủ trì', ['Sở Nội vụ']],
    ['Sở Nội vụ và các cơ quan liên quan rà soát', ['Sở Nội vụ', 'các cơ quan liên quan']],
    [
      'các sở, ban, ngành và các đơn vị liên quan tổ chức các hội thảo',
      ['các sở, ban, ngành', 'các đơn vị liên quan'],
    ],
    ['các tổ chức, cá nhân tổ chức triển khai', ['các tổ chức, cá nhân']],
    ['cơ quan báo chí, truyền thông tăng cường', ['cơ quan báo chí, truyền thông']],
    ['Phòng Văn hóa - Xã hội các cơ quan liên quan để', ['Phòng Văn hóa - Xã hội', 'các cơ quan liên quan']],
    ['Văn phòng HĐND và UBND, Phòng Kinh tế trong việc', ['Văn phòng HĐND và UBND', 'Phòng Kinh tế']],
    ['Bộ Văn hóa, Thể thao và Du lịch phối hợp', ['Bộ Văn hóa, Thể thao và Du lịch']],
    ['Sở Tài chính, Sở Nội vụ thẩm định', ['Sở Tài chính', 'Sở Nội vụ']],
    ['các phòng chuyên môn tổ chức thực hiện', ['các phòng chuyên môn']],
    ['Hội đồng quản lý quỹ xem xét', ['Hội đồng quản lý quỹ']],
    ['UBND các xã: An Hòa, Bình Minh tăng cường', ['UBND các xã: An Hòa, Bình Minh']],
    [
      'Bộ Chỉ huy Quân sự tỉnh/Ban Chỉ huy Bộ đội Biên phòng tỉnh',
      ['Bộ Chỉ huy Quân sự tỉnh', 'Ban Chỉ huy Bộ đội Biên phòng tỉnh'],
    ],
    ['các cơ quan quản lý nhà nước có liên quan rà soát', ['các cơ quan quản lý nhà nước có liên quan']],
    ['Ủy ban nhân dân xã kết quả thực hiện', ['Ủy ban nhân dân xã']],
    ['chủ đầu tư hoàn thành', ['chủ đầu tư']],
    ['Phòng Văn hóa - Xã hội chủ trì, phối hợp', ['Phòng Văn hóa - Xã hội']],
    ['cơ quan chủ trì dự án rà soát', ['cơ quan chủ trì dự án']],
    ['Trung tâm Tư vấn giám sát và Quản lý dự án lập', ['Trung tâm Tư vấn giám sát và Quản lý dự án']],
  ])('reads %j', (text, names) => {
    expect(readUnitsAt(text, 0)?.names).toEqual(names)
  })

  it('tells whether a verb of doing follows', () => {
    expect(readUnitsAt('Sở Nội vụ chủ trì', 0)).toMatchObject({ isSubject: true, isTold: true })
    expect(readUnitsAt('Sở Nội vụ đã báo cáo', 0)).toMatchObject({ isSubject: true, isTold: false })
    expect(readUnitsAt('Sở Nội vụ', 0)).toMatchObject({ isSubject: false, isTold: false })
  })

  it('reads a unit that has no verb as it stands', () => {
    expect(readUnitsAt('Các Sở, ban, ngành; chính quyền cấp cơ sở', 0)?.name).toBe(
      'Các Sở, ban, ngành; chính quyền cấp cơ sở',
    )
  })

  it('takes long lists in linear time', () => {
    const text = `${'Sở Nội vụ, '.repeat(20_000)}chủ trì`
    expect(readUnitsAt(text, 0)?.names.length).toBeLessThan(200)
  })
})
