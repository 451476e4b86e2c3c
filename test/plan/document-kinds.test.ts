import { describe, expect, it } from 'vitest'
import { DOC_KIND_NAMES, DOC_KINDS, kindOfName, kindOfSymbol } from '../../src/plan/document-kinds.ts'

describe('DOC_KINDS', () => {
  it('has the 29 kinds of Nghị định 30/2020 and 16 that are cited', () => {
    expect(DOC_KIND_NAMES.length).toBe(45)
    expect(DOC_KIND_NAMES.every((name) => name === name.normalize('NFC'))).toBe(true)
    expect(DOC_KINDS['Quy định'].symbol).toBe('QyĐ')
    expect(DOC_KINDS['Công văn'].symbol).toBeNull()
  })

  it('gives every symbol to one kind', () => {
    const symbols = DOC_KIND_NAMES.map((name) => DOC_KINDS[name].symbol).filter((symbol) => symbol !== null)
    expect(new Set(symbols).size).toBe(symbols.length)
  })
})

describe('kindOfName', () => {
  it.each([
    ['KẾ HOẠCH', 'Kế hoạch'],
    ['kế  hoạch', 'Kế hoạch'],
    ['Bản thoả thuận', 'Bản thỏa thuận'],
    ['GIẤY UỶ QUYỀN', 'Giấy ủy quyền'],
    ['Chương trình hành động', 'Chương trình'],
    ['Đề án'.normalize('NFD'), 'Đề án'],
    ['Luật', 'Luật'],
    ['Kế', null],
    ['KH', null],
    ['', null],
    ['constructor', null],
  ])('reads %j as %j', (name, kind) => {
    expect(kindOfName(name)).toBe(kind)
  })
})

describe('kindOfSymbol', () => {
  it.each([
    ['KH', 'Kế hoạch'],
    ['NĐ', 'Nghị định'],
    ['ND', 'Nghị định'],
    ['QD', 'Quyết định'],
    ['QĐi', 'Quy định'],
    ['DA', 'Dự án'],
    ['CV', 'Công văn'],
    ['UBND', null],
    ['QH', null],
    ['', null],
    ['toString', null],
  ])('reads %j as %j', (symbol, kind) => {
    expect(kindOfSymbol(symbol)).toBe(kind)
  })
})
