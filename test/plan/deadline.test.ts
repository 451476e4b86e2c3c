import { describe, expect, it } from 'vitest'
import { findDeadline, findRecurrence } from '../../src/plan/deadline.ts'

describe('findDeadline', () => {
  it.each([
    ['hoàn thành trước ngày 10 tháng 6 năm 2026.', 'hoàn thành trước ngày 10 tháng 6 năm 2026', '2026-06-10'],
    ['xong trước 31/12/2026', 'trước 31/12/2026', '2026-12-31'],
    ['gửi báo cáo chậm nhất ngày 05/7/2026', 'chậm nhất ngày 05/7/2026', '2026-07-05'],
    ['trình UBND tỉnh trong tháng 9 năm 2026', 'trong tháng 9 năm 2026', '2026-09'],
    ['hoàn thành trong quý III/2026', 'hoàn thành trong quý III/2026', '2026-09'],
    ['hoàn thành trong quý 2', 'hoàn thành trong quý 2', '2026-06'],
    ['hoàn thành trong năm 2027', 'hoàn thành trong năm 2027', '2027'],
    ['trước ngày 15/12', 'trước ngày 15/12', '2026-12-15'],
    ['trong tháng 5', 'trong tháng 5', '2026-05'],
    ['từ ngày 01/3/2026 đến ngày 15/3/2026', 'từ ngày 01/3/2026 đến ngày 15/3/2026', '2026-03-15'],
    ['thời gian hoàn thành: ngày 30/6/2026', 'thời gian hoàn thành: ngày 30/6/2026', '2026-06-30'],
  ])('reads %j', (text, printed, date) => {
    const deadline = findDeadline(text, '2026-01-20')
    expect(deadline?.date).toBe(date)
    expect(deadline?.text).toContain(printed.split(' ').slice(-1)[0])
  })

  it.each([
    'trước khi ban hành',
    'trong quá trình thực hiện',
    'trong năm 2026 tiếp tục tuyên truyền',
    'trước ngày 15/12 hằng năm',
    'đến năm 2030',
    'trong 05 ngày làm việc',
    'Nghị quyết ngày 22/12/2024',
    '',
  ])('finds none in %j', (text) => {
    expect(findDeadline(text, '2026')).toBeNull()
  })

  it('takes no year from nowhere', () => {
    expect(findDeadline('trước ngày 15/12', null)).toBeNull()
    expect(findDeadline('trong quý III', null)).toBeNull()
  })

  it('takes the first of two', () => {
    expect(findDeadline('trước ngày 31/5/2026; xong trước ngày 30/6/2026', null)?.date).toBe('2026-05-31')
  })
})

describe('findRecurrence', () => {
  it.each([
    ['Hằng năm, tổng hợp', 'year'],
    ['định kỳ hàng năm báo cáo', 'year'],
    ['vào thứ Sáu hàng tuần', 'week'],
    ['hằng tháng', 'month'],
    ['hàng quý', 'quarter'],
    ['định kỳ 06 tháng báo cáo', 'half-year'],
    ['định kỳ (06 tháng, năm)', 'half-year'],
    ['hằng ngày cập nhật', 'day'],
    ['định kỳ báo cáo', 'periodic'],
    ['vào báo cáo định kỳ của các đơn vị', null],
    ['trong 6 tháng đầu năm', null],
    ['thường xuyên', null],
    ['', null],
  ])('of %j is %j', (text, every) => {
    expect(findRecurrence(text)).toBe(every)
  })
})
