import { describe, expect, it } from 'vitest'
import { onOneLine, skipSpaces } from '../../src/plan/breaks.ts'
import { isAllCapitals, isCapitalised, nextWord, wordAt } from '../../src/plan/words.ts'

describe('wordAt', () => {
  it.each([
    ['Sở Nội vụ', 'Sở'],
    ['KH&CN của', 'KH&CN'],
    ['T.Q.Hùng.', 'T.Q.Hùng'],
    ['điều,', 'điều'],
    ['2026/', '2026'],
    ['e\u0302 x', 'e\u0302'],
  ])('of %j is %j', (text, word) => {
    expect(wordAt(text, 0)?.text).toBe(word)
  })

  it.each(['', ' a', '- a', '“a', '…'])('finds none at the beginning of %j', (text) => {
    expect(wordAt(text, 0)).toBeNull()
  })

  it('knows the small letters', () => {
    expect(wordAt('UBND', 0)?.lower).toBe('ubnd')
    expect(wordAt('Ðông', 0)?.text).toBe('Ðông')
  })
})

describe('nextWord', () => {
  it('reads over a line of paper', () => {
    expect(nextWord('Bộ\nchính', 2)?.text).toBe('chính')
  })

  it('does not read over a mark or the end of a paragraph', () => {
    expect(nextWord('Bộ, ban', 2)).toBeNull()
    expect(nextWord('xong.\n\nBan', 5)).toBeNull()
    expect(nextWord('Bộ\n- Ban', 2)).toBeNull()
  })
})

describe('skipSpaces', () => {
  it.each([
    ['dài hơn bốn mươi chữ cái trong một dòng của Bộ\nChính trị', true],
    ['ngắn\nChính trị', false],
    ['tiếp tục\n\nthực hiện', true],
    ['hết câu.\n\nthực hiện', false],
    ['đoạn trước\n1. Mục', false],
    ['đoạn trước\nđ) điểm', false],
    ['đoạn trước\nĐiều 5', false],
  ])('goes on in %j: %s', (text, goesOn) => {
    expect(skipSpaces(text, text.indexOf('\n')) >= 0).toBe(goesOn)
  })

  it('stops at the end of the text', () => {
    expect(skipSpaces('a  ', 1)).toBe(3)
    expect(skipSpaces('a \n', 1)).toBe(-1)
  })
})

describe('onOneLine', () => {
  it('leaves one space between words', () => {
    expect(onOneLine('  a \n\t b\u00a0c ')).toBe('a b c')
    expect(onOneLine('a b')).toBe('a b')
  })
})

describe('capitals', () => {
  it.each([
    ['Đảng', true, false],
    ['đảng', false, false],
    ['BỘ', true, true],
    ['KH&CN', true, true],
    ['A', true, false],
    ['2A', false, true],
    ['', false, false],
  ])('of %j', (word, first, all) => {
    expect(isCapitalised(word)).toBe(first)
    expect(isAllCapitals(word)).toBe(all)
  })
})
