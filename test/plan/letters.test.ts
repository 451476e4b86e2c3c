import { describe, expect, it } from 'vitest'
import {
  countWords,
  endsSentence,
  endsWithComma,
  isCapitals,
  leansOn,
  startsLower,
} from '../../src/plan/letters.ts'

describe('letters', () => {
  it.each([
    ['MỤC ĐÍCH, YÊU CẦU', true],
    ['THỰC HIỆN NGHỊ ĐỊNH 30/2020/NĐ-CP', true],
    ['Mục đích', false],
    ['A', false],
    ['123', false],
    ['ỦY BAN NHÂN DÂN xã', true],
  ])('says whether %j is in capitals', (text, capitals) => {
    expect(isCapitals(text)).toBe(capitals)
  })

  it.each([
    ['đầu tư', true],
    ['ưu tiên', true],
    ['(để báo cáo)', true],
    ['“đột phá”', true],
    ['Đầu tư', false],
    ['Ưu tiên', false],
    ['12', false],
    ['', false],
  ])('says whether %j begins small', (text, small) => {
    expect(startsLower(text)).toBe(small)
  })

  it.each([
    ['xong.', true],
    ['xong;', true],
    ['như sau:', true],
    ['thực hiện./.', true],
    ['vân vân…', true],
    ['“xong.”', true],
    ['(xong)', false],
    ['và', false],
  ])('says whether %j ends a sentence', (text, ended) => {
    expect(endsSentence(text)).toBe(ended)
  })

  it('knows a comma at the end', () => {
    expect(endsWithComma('một,')).toBe(true)
    expect(endsWithComma('một, hai')).toBe(false)
  })

  it.each([
    ['phối hợp với', true],
    ['theo Nghị quyết số', true],
    ['của Bộ', true],
    ['chuyển đổi số', false],
    ['khó khăn, tồn tại', false],
    ['báo cáo hằng năm', false],
    ['của', false],
  ])('says whether %j calls for more', (text, leaning) => {
    expect(leansOn(text)).toBe(leaning)
  })

  it('counts words', () => {
    expect(countWords('  một hai\tba ')).toBe(3)
    expect(countWords('')).toBe(0)
  })
})
