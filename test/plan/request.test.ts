import { describe, expect, it } from 'vitest'
import { isRequest } from '../../src/plan/request.ts'

describe('isRequest', () => {
  it.each([
    ['Ban Tuyên giáo và Dân vận Thành ủy', 'Ủy ban nhân dân thành phố Huế', true],
    ['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'Ủy ban nhân dân tỉnh Hà Nam', true],
    ['Tòa án nhân dân tỉnh', 'Ủy ban nhân dân tỉnh Hà Nam', true],
    ['Hội đồng nhân dân xã', 'Ủy ban nhân dân xã An Hòa', true],
    ['Báo Hà Nam', 'Ủy ban nhân dân tỉnh Hà Nam', true],
    ['Bộ Xây dựng', 'Ủy ban nhân dân tỉnh Hà Nam', true],
    ['Sở Tài chính', 'Sở Nội vụ', true],
    ['Sở Tài chính', 'Ủy ban nhân dân tỉnh Hà Nam', false],
    ['UBND các xã, phường', 'Ủy ban nhân dân tỉnh Hà Nam', false],
    ['Ủy ban nhân dân các tỉnh, thành phố', 'Thủ tướng Chính phủ', false],
    ['Phòng Kinh tế', 'Ủy ban nhân dân xã An Hòa', false],
    ['Ban Tổ chức', 'Tỉnh ủy Hà Nam', false],
    ['Huyện ủy', 'Tỉnh ủy Hà Nam', false],
    ['Công ty Bình Minh', 'Sở Nội vụ', true],
    ['Sở Tài chính', null, false],
  ])('%j of %j: %s', (unit, issuer, expected) => {
    expect(isRequest(unit, issuer)).toBe(expected)
  })
})
