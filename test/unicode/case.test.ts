import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyCase, type CasePattern, casePattern } from '../../src/unicode/case.ts'
import { anyText, vietnameseText } from './arbitraries.ts'

describe('casePattern', () => {
  test.each<[string, CasePattern]>([
    ['nghị', 'lower'],
    ['Nghị', 'capital'],
    ['NGHỊ', 'upper'],
    ['Y', 'capital'],
    ['Ở', 'capital'],
    ['O\u031b\u0309', 'capital'],
    ['Đ', 'capital'],
    ['ở', 'lower'],
    ['QĐ', 'upper'],
    ['Đ\u200bb', 'capital'],
    ['TTg', 'mixed'],
    ['iPhone', 'mixed'],
    ['nĐ', 'mixed'],
    ['12', 'none'],
    ['', 'none'],
    ['日本', 'none'],
    ['\ud800', 'none'],
  ])('%s is %s', (word, pattern) => {
    expect(casePattern(word)).toBe(pattern)
  })
})

describe('applyCase', () => {
  test.each<[string, CasePattern, string | undefined, string]>([
    ['nghị', 'lower', undefined, 'nghị'],
    ['nghị', 'capital', undefined, 'Nghị'],
    ['đường', 'capital', undefined, 'Đường'],
    ['nghị', 'upper', undefined, 'NGHỊ'],
    ['nghị', 'none', undefined, 'nghị'],
    ['nghị', 'mixed', undefined, 'nghị'],
    ['đăk', 'mixed', 'DaK', 'ĐăK'],
    ['nghị', 'mixed', 'nG', 'nGhị'],
    ['ủy', 'mixed', 'uYBAN', 'ủY'],
    ['ủyban', 'mixed', 'u\u0309Y\u200bbaN', 'ủYbaN'],
    ['straße', 'capital', undefined, 'Straße'],
    ['', 'capital', undefined, ''],
    ['1a', 'capital', undefined, '1A'],
  ])('%s as %s like %s gives %s', (lower, pattern, like, wanted) => {
    expect(applyCase(lower, pattern, like)).toBe(wanted)
  })

  test('putting a word’s own pattern back gives the word, for Vietnamese letters', () => {
    const letter = fc.constantFrom(...'abcdđêơủybanABCDĐÊƠỦYBAN')
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 9 }), (letters) => {
        const word = letters.join('')
        expect(applyCase(word.toLowerCase(), casePattern(word), word)).toBe(word)
      }),
      { numRuns: 2000 },
    )
  })

  test('changes nothing but case, whatever the words', () => {
    fc.assert(
      fc.property(
        vietnameseText,
        anyText,
        fc.constantFrom<CasePattern>('lower', 'capital', 'upper', 'mixed', 'none'),
        (text, like, pattern) => {
          const lower = text.toLowerCase()
          expect(applyCase(lower, pattern, like).toLowerCase()).toBe(lower)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('throws on no string', () => {
    fc.assert(
      fc.property(anyText, anyText, (word, like) => {
        applyCase(word, casePattern(like), like)
      }),
    )
  })
})
