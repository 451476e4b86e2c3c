import { describe, expect, it } from 'vitest'
import { codeIn, codeKey, isKnownBody, readCodeAt } from '../../src/plan/citation-code.ts'

const read = (text: string) => readCodeAt(text, text.indexOf('/'))

describe('readCodeAt', () => {
  it.each([
    ['179/KH-UBND', '179/KH-UBND', 'Kế hoạch'],
    ['số 42/2022/NĐ-CP', '42/2022/NĐ-CP', 'Nghị định'],
    ['57-NQ/TW', '57-NQ/TW', 'Nghị quyết'],
    ['57-\nNQ/TW ngày', '57-NQ/TW', 'Nghị quyết'],
    ['57- NQ/TW', '57-NQ/TW', 'Nghị quyết'],
    ['8602 - QĐ/TU', '8602-QĐ/TU', 'Quyết định'],
    ['331–KH/TU', '331-KH/TU', 'Kế hoạch'],
    ['2463 /QĐ - UBND Lào', '2463/QĐ-UBND', 'Quyết định'],
    ['217/2025/NĐ-\nCP của', '217/2025/NĐ-CP', 'Nghị định'],
    ['45/2019/QH14', '45/2019/QH14', null],
    ['42/2024/QH151 ngày', '42/2024/QH15', null],
    ['105/2025/NĐ-CP2,', '105/2025/NĐ-CP', 'Nghị định'],
    ['05/BNV-VP', '05/BNV-VP', null],
    ['866/QĐ-Tg', '866/QĐ-Tg', 'Quyết định'],
    ['05/2025/QĐ-UNBD', '05/2025/QĐ-UNBD', 'Quyết định'],
    ['181/2024/NĐCP', '181/2024/NĐCP', null],
    ['1169/QD-TTg', '1169/QĐ-TTg', 'Quyết định'],
    ['30/2020/ND-CP', '30/2020/NĐ-CP', 'Nghị định'],
    ['36a/NQ-CP', '36a/NQ-CP', 'Nghị quyết'],
    ['01/2006/TTLT-BTC-BNV', '01/2006/TTLT-BTC-BNV', 'Thông tư liên tịch'],
    ['117/2007/TTLT/BTC-BNV', '117/2007/TTLT/BTC-BNV', 'Thông tư liên tịch'],
    ['03/VBHN-VPQH', '03/VBHN-VPQH', 'Văn bản hợp nhất'],
    ['15/QĐ.UBND', '15/QĐ-UBND', 'Quyết định'],
    ['27/ĐN-Cty ngày', '27/ĐN-Cty', null],
    ['787/C06-P3 ngày', '787/C06-P3', null],
    ['08-HD/BTGDVTU.', '08-HD/BTGDVTU', 'Hướng dẫn'],
  ])('reads %j', (text, code, kind) => {
    expect(read(text)).toMatchObject({ code, kind })
  })

  it.each([
    'ngày 22/12/2024',
    '01/2024',
    '24/7',
    '60 km/h',
    '100 đồng/kg',
    'và/hoặc',
    '12%/năm',
    'Cổng/Trang thông tin',
    'http://a.vn/B',
    '5/Quận Ba',
    'Quý II/2027',
    '1/2 diện tích',
    '/',
    '12/',
    '/KH-UBND',
    'H5N1/A',
  ])('does not take %j for a code', (text) => {
    expect(read(text)).toBeNull()
  })

  it('ends before a dash that belongs to the sentence', () => {
    expect(read('42/2022/NĐ-CP - Văn phòng')?.code).toBe('42/2022/NĐ-CP')
  })

  it('gives the span of the printed code', () => {
    const text = 'theo số 57- NQ/TW ngày'
    const code = read(text)!
    expect(text.slice(code.start, code.end)).toBe('57- NQ/TW')
  })
})

describe('codeIn', () => {
  it('reads the code of a number line', () => {
    const text = 'Số: 05/2025/QĐ-UBND\nHà Nội'
    expect(codeIn(text, [0, 19])).toBe('05/2025/QĐ-UBND')
    expect(codeIn(text, [0, 5])).toBeNull()
  })
})

describe('codeKey', () => {
  it('drops leading zeros, spaces and case', () => {
    expect(codeKey('08-ĐA/TU')).toBe(codeKey('8-ĐA/TU'))
    expect(codeKey('1169/QĐ-TTG')).toBe(codeKey('1169/QĐ-TTg'))
    expect(codeKey('QCVN 01:2019/BCT')).toBe(codeKey('QCVN01:2019/BCT'))
  })
})

describe('isKnownBody', () => {
  it('knows bodies counted in documents', () => {
    expect(isKnownBody('TTg')).toBe(true)
    expect(isKnownBody('UNBD')).toBe(false)
  })
})
