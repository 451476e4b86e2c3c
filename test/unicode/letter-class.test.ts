import { describe, expect, it } from 'vitest'
import { LetterClass, letterClassOf } from '../../src/unicode/letter-class.ts'

describe('letterClassOf', () => {
  it.each([
    ['a', LetterClass.SMALL],
    ['A', LetterClass.CAPITAL],
    ['đ', LetterClass.SMALL],
    ['Đ', LetterClass.CAPITAL],
    ['ỹ', LetterClass.SMALL],
    ['Ỹ', LetterClass.CAPITAL],
    ['ß', LetterClass.SMALL],
    ['ǅ', LetterClass.CAPITAL],
    ['7', LetterClass.NONE],
    ['º', LetterClass.NONE],
    ['\u0301', LetterClass.NONE],
    ['’', LetterClass.NONE],
    ['ﬁ', LetterClass.NONE],
  ])('%s is %i', (letter, expected) => {
    expect(letterClassOf(letter.charCodeAt(0))).toBe(expected)
    // Worked out once, remembered then.
    expect(letterClassOf(letter.charCodeAt(0))).toBe(expected)
  })
})
