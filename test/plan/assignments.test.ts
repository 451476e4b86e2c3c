import { describe, expect, it } from 'vitest'
import { findAssignments, readAssignee, readHeadingUnit, stripOrder } from '../../src/plan/assignments.ts'
import { isCardLine, readCard } from '../../src/plan/task-card.ts'
import { coworkersOf, reportsOf, roleOf, startsWithAction } from '../../src/plan/task-fields.ts'
import { isSelf, readLabel } from '../../src/plan/task-labels.ts'
import { section } from './sample.ts'

describe('stripOrder', () => {
  it.each([
    ['Giao Sở Y tế', 'order', 5],
    ['Trân trọng đề nghị Tỉnh ủy', 'request', 19],
    ['Đề nghị: Tỉnh ủy', 'request', 9],
    ['Sở Y tế', 'subject', 0],
    ['', 'subject', 0],
  ])('of %j', (text, mood, rest) => {
    expect(stripOrder(text)).toEqual({ mood, rest })
  })
})

describe('readAssignee, readHeadingUnit', () => {
  it('reads the unit behind an order', () => {
    expect(readAssignee('Giao Sở Y tế chủ trì')).toMatchObject({
      unit: 'Sở Y tế',
      mood: 'order',
      isTold: true,
    })
    expect(readAssignee('Nguồn kinh phí thực hiện')).toBeNull()
  })

  it.each([
    ['Trách nhiệm của Sở Xây dựng', 'Sở Xây dựng'],
    ['Đối với UBND các xã, phường', 'UBND các xã, phường'],
    ['Các cơ quan, đơn vị có liên quan', 'Các cơ quan, đơn vị có liên quan'],
  ])('reads the heading %j', (heading, unit) => {
    const read = readHeadingUnit(heading)
    expect(read?.unit).toBe(unit)
    expect(read?.unitEnd).toBe(heading.length)
  })
})

describe('findAssignments', () => {
  const units = (text: string, mayOpen = false) =>
    findAssignments(text, mayOpen).map(({ unit, mood }) => `${mood} ${unit}`)

  it.each<[string, string[]]>([
    ['Nhất trí chủ trương; Giao Sở Tài chính chủ trì rà soát.', ['order Sở Tài chính']],
    ['Giao Sở Y tế chủ trì. Đề nghị Báo Hà Nam đăng tải.', ['order Sở Y tế', 'request Báo Hà Nam']],
    ['Trong thời gian chờ, giao UBND xã An Hòa tìm kiếm đất.', ['order UBND xã An Hòa']],
    ['UBND tỉnh yêu cầu các sở, ngành rà soát.', ['order các sở, ngành']],
    ['theo đề nghị của Sở Nội vụ', []],
    ['Sở Nội vụ chủ trì', []],
    ['Giao lưu văn nghệ', []],
  ])('of %j', (text, expected) => {
    expect(units(text)).toEqual(expected)
  })

  it('takes a subject at the beginning where that may be', () => {
    expect(units('Sở Nội vụ chủ trì, phối hợp', true)).toEqual(['subject Sở Nội vụ'])
    expect(units('Sở Nội vụ đã hoàn thành', true)).toEqual([])
  })

  it('ends one where the next begins', () => {
    const text = 'Giao Sở Y tế chủ trì; giao Sở Nội vụ thẩm định.'
    const [first, second] = findAssignments(text, false)
    expect(text.slice(first!.start, first!.end)).toBe('Giao Sở Y tế chủ trì; ')
    expect(second?.end).toBe(text.length)
  })
})

describe('roleOf', () => {
  it.each([
    ['Chủ trì, phối hợp với Sở Y tế', 'lead'],
    [' chủ trì hướng dẫn', 'lead'],
    ['Là cơ quan thường trực, đầu mối', 'lead'],
    ['Trên cơ sở đề xuất, chủ trì thẩm định', 'lead'],
    ['Chủ động phối hợp với', 'support'],
    ['Phối hợp tuyên truyền', 'support'],
    ['Kịp thời phổ biến', 'do'],
    ['', 'do'],
  ])('of %j is %s', (what, role) => {
    expect(roleOf(what)).toBe(role)
  })
})

describe('coworkersOf', () => {
  it.each<[string, string[]]>([
    ['Chủ trì, phối hợp với các tổ chức, cá nhân tổ chức triển khai', ['các tổ chức, cá nhân']],
    ['Phối hợp chặt chẽ với Sở Y tế để', ['Sở Y tế']],
    ['phối hợp cùng Phòng Kinh tế thu thập', ['Phòng Kinh tế']],
    ['Phối hợp Sở Y tế, các cơ quan liên quan triển khai', ['Sở Y tế', 'các cơ quan liên quan']],
    ['Phối hợp tuyên truyền, vận động', []],
    ['phối hợp phục vụ các sở', []],
    ['', []],
  ])('of %j', (what, expected) => {
    expect(coworkersOf(what)).toEqual(expected)
  })
})

describe('reportsOf', () => {
  it.each<[string, string[]]>([
    ['Tổng hợp, báo cáo Sở Y tế, Ủy ban nhân dân tỉnh kết quả', ['Sở Y tế', 'Ủy ban nhân dân tỉnh']],
    ['tham mưu UBND Thành phố về kinh phí', ['UBND Thành phố']],
    ['trình Ủy ban nhân dân xã bố trí', ['Ủy ban nhân dân xã']],
    ['báo cáo kết quả thực hiện', []],
    ['', []],
  ])('of %j', (what, expected) => {
    expect(reportsOf(what)).toEqual(expected)
  })
})

describe('startsWithAction', () => {
  it.each([
    ['Rà soát các quy định', true],
    ['Trên cơ sở đề xuất', true],
    ['Quá thời gian', false],
    ['', false],
  ])('of %j is %s', (text, expected) => {
    expect(startsWithAction(text)).toBe(expected)
  })
})

describe('labels', () => {
  it('reads units and persons before a colon', () => {
    expect(readLabel('Sở Tài chính: bố trí kinh phí')?.unit).toBe('Sở Tài chính')
    expect(readLabel('Ông Nguyễn Văn An - Trưởng đoàn: phụ trách')?.unit).toBe(
      'Ông Nguyễn Văn An - Trưởng đoàn',
    )
    expect(readLabel('Nguồn kinh phí: ngân sách')).toBeNull()
    expect(readLabel('Sở Tài chính bố trí: kinh phí')).toBeNull()
  })

  it('knows who writes', () => {
    expect(isSelf('UBND tỉnh', 'Ủy ban nhân dân tỉnh Hà Nam')).toBe(true)
    expect(isSelf('Sở', 'Sở Công Thương')).toBe(true)
    expect(isSelf('Sở Y tế', 'Sở Công Thương')).toBe(false)
    expect(isSelf('Sở Y tế', null)).toBe(false)
  })
})

describe('readCard', () => {
  it('reads who is in charge from lines below a task', () => {
    const item = section('III/1', 'arabic', {
      title: 'Phát triển cụm công nghiệp',
      children: [
        section('III/1/-1', 'dash', { text: 'Rà soát quy hoạch.' }),
        section('III/1/-2', 'dash', {
          text: 'Đơn vị chủ trì: Phòng Kinh tế; đơn vị phối hợp: Phòng Tài chính, các phòng liên quan.',
        }),
        section('III/1/-3', 'dash', { text: 'Thời gian hoàn thành: trước ngày 30/6/2026.' }),
      ],
    })
    expect(readCard(item)).toMatchObject({
      unit: 'Phòng Kinh tế',
      what: 'Phát triển cụm công nghiệp',
      with: ['Phòng Tài chính', 'các phòng liên quan'],
      time: 'Thời gian hoàn thành: trước ngày 30/6/2026.',
    })
  })

  it('reads none where nobody is in charge', () => {
    expect(isCardLine('Đơn vị tính: nghìn đồng')).toBe(false)
    expect(readCard(section('1', 'arabic', { title: 'A', text: 'Thời gian: tháng 5' }))).toBeNull()
  })
})
