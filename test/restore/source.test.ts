import { describe, expect, it } from 'vitest'
import { detectSource } from '../../src/restore/source.ts'
import { stripMarks } from '../../src/unicode/strip-marks.ts'
import { FOREIGN, fixture, PLANS, SCAN } from './shipped.ts'

describe('detectSource', () => {
  it('takes the scan read with a model for English for that', () => {
    expect(detectSource(fixture(SCAN))).toBe('eng')
  })

  it.each(PLANS)('takes %s, with all its marks, for Vietnamese', (plan) => {
    expect(detectSource(fixture(plan))).toBe('vie')
  })

  it.each(PLANS)('takes %s without its marks for a text that lost its marks only', (plan) => {
    expect(detectSource(stripMarks(fixture(plan)))).toBe('none')
  })

  it.each([
    ['so6 57-NQ/TW ngay 22/12/2024 caa B Chinh tri vé dot pha phat trién khoa hec', 'eng'],
    ['Thuc hién Quyét dinh', 'eng'],
    ['Căn cứ Quyết định sô 1169/QĐ-TTg', 'vie'],
    ['Can cu Quyet dinh so 1169/QD-TTg', 'none'],
  ] as const)('reads %j as %s', (text, source) => {
    expect(detectSource(text)).toBe(source)
  })

  it('does not mind how marks are encoded', () => {
    const text = fixture(PLANS[0] as string)
    expect(detectSource(text.normalize('NFD'))).toBe(detectSource(text))
    expect(detectSource(fixture(SCAN).normalize('NFD'))).toBe('eng')
  })

  it.each(FOREIGN)('does not take %s for a misread page', (_, text) => {
    expect(detectSource(text)).toBe('none')
    expect(detectSource(text.toUpperCase())).toBe('none')
  })

  it('has an answer for texts without letters', () => {
    for (const text of ['', ' \n', '1.250.000 / 2025', '…—…']) expect(detectSource(text)).toBe('vie')
  })

  it('decides by the beginning of a long text', () => {
    const page = fixture(SCAN)
    const half = page.repeat(Math.ceil(20_000 / page.length))
    expect(detectSource(half + fixture(PLANS[1] as string).repeat(50))).toBe('eng')
  })
})
