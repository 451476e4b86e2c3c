import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/unicode/fold.ts'
import { normalise } from '../../src/unicode/normalise.ts'
import { anyText, HOSTILE, vietnameseText } from './arbitraries.ts'

describe('fold', () => {
  test.each([
    ['Nghị', 'nghi'],
    ['ĐƯỜNG', 'duong'],
    ['đường', 'duong'],
    ['Thuỷ', 'thuy'],
    ['nghị-quyết', 'nghi-quyet'],
    ['QĐ-UBND', 'qd-ubnd'],
    ['', ''],
    ['15', '15'],
  ])('%s → %s', (word, key) => {
    expect(fold(word)).toBe(key)
  })

  test('takes every Vietnamese letter, in both cases and both forms, to its bare letter', () => {
    const rows = {
      a: 'àảãáạăằẳẵắặâầẩẫấậ',
      d: 'đ',
      e: 'èẻẽéẹêềểễếệ',
      i: 'ìỉĩíị',
      o: 'òỏõóọôồổỗốộơờởỡớợ',
      u: 'ùủũúụưừửữứự',
      y: 'ỳỷỹýỵ',
    }
    let seen = 0
    for (const [bare, letters] of Object.entries(rows)) {
      for (const letter of letters) {
        for (const form of [letter, letter.toUpperCase()]) {
          expect(fold(form)).toBe(bare)
          expect(fold(form.normalize('NFD'))).toBe(bare)
          seen++
        }
      }
    }
    expect(seen).toBe(134)
  })

  test('letters outside Vietnamese are lower-cased and keep their marks', () => {
    expect(fold('MÜLLER Ñ Ç Я Ω 𐐀')).toBe('müller ñ ç я ω 𐐨')
    expect(fold('U\u0308')).toBe('ü')
    expect(fold('Łǅ')).toBe('łǆ')
    expect(fold('ΟΣ ος')).toBe('οσ οσ')
  })

  test('a mark that composes with no letter is off too', () => {
    expect(fold('tiet\u0301')).toBe('tiet')
    expect(fold('à\u030c')).toBe('a')
    expect(fold('İ')).toBe('i')
  })

  test('look-alikes, ligatures and soft hyphens fold as what they stand for', () => {
    expect(fold('Ðiều')).toBe('dieu')
    expect(fold('ﬁle')).toBe('file')
    expect(fold('quyết\u00adđịnh')).toBe('quyetdinh')
  })

  test('lower-case ASCII is returned unchanged', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z0-9 .-]*$/), (word) => fold(word) === word))
  })

  test('is idempotent and blind to normalisation on any string', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
        expect(fold(normalise(text))).toBe(fold(text))
      }),
      { numRuns: 5000 },
    )
  })

  test('agrees with the slow definition on Vietnamese text: decompose, drop marks, đ → d, lower-case', () => {
    fc.assert(
      fc.property(vietnameseText, (text) => {
        const slow = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')
        expect(fold(text)).toBe(slow)
      }),
      { numRuns: 1000 },
    )
  })

  test.each(HOSTILE)('ends on %s', (_, text) => {
    expect(fold(text).length).toBeLessThanOrEqual(text.length)
  })
})
