import { describe, expect, it } from 'vitest'
import { areTwoIssuers } from '../../src/plan/issuer-names.ts'
import { findReferences } from '../../src/plan/references.ts'

describe('areTwoIssuers', () => {
  it.each([
    ['Bộ Chính trị', 'Ban Bí thư', true],
    ['Chính phủ', 'Quốc hội', true],
    ['UBND tỉnh Hà Nam', 'Ủy ban nhân dân tỉnh Nam Định', true],
    ['Chính phủ', 'Thủ tướng Chính phủ', false],
    ['UBND tỉnh', 'Uỷ ban nhân dân tỉnh Hà Nam', false],
    ['Chủ tịch UBND tỉnh Hà Nam', 'Ủy ban nhân dân tỉnh Hà Nam', false],
    ['Sở Y tế', 'Giám đốc Sở Y tế', false],
    ['Sở Y tế', 'Bộ Y tế', false],
    ['', 'Bộ Y tế', false],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(areTwoIssuers(a, b)).toBe(expected)
  })
})

it('reports two issuers of one document', () => {
  const text = 'Chỉ thị số 05-CT/TW của Bộ Chính trị; Chỉ thị số 05-CT/TW của Ban Bí thư'
  expect(findReferences(text).conflicts).toMatchObject([
    { key: '05-CT/TW', field: 'issuer', values: ['Bộ Chính trị', 'Ban Bí thư'] },
  ])
})
