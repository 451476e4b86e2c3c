import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allSyllables } from '../../src/syllable/inventory.ts'
import { joinSyllable } from '../../src/syllable/split.ts'
import { canonical, detectPlacement, toModernPlacement } from '../../src/syllable/tone.ts'
import { fold } from '../../src/unicode/fold.ts'
import { normalise } from '../../src/unicode/normalise.ts'
import { anyText, HOSTILE } from '../unicode/arbitraries.ts'

describe('canonical', () => {
  test.each([
    ['hoà', 'hòa'],
    ['HOÀ', 'hòa'],
    ['thuỷ', 'thủy'],
    ['khoẻ', 'khỏe'],
    ['uỷ', 'ủy'],
    ['quý', 'quý'],
    ['quỳ', 'quỳ'],
    ['Giá', 'giá'],
    ['thuở', 'thuở'],
    ['huệ', 'huệ'],
    ['qúy', 'quý'],
    ['khỏang', 'khoảng'],
    ['cuả', 'của'],
    ['lụât', 'luật'],
    ['đựơc', 'được'],
    ['gịa', 'gịa'],
    ['Hoa\u0300', 'hòa'],
    ['thu\u200by\u0309', 'thủy'],
    ['Ðiều', 'điều'],
    ['UBND', 'ubnd'],
    ['Müller', 'müller'],
    ['môt', 'môt'],
    ['', ''],
  ])('%s → %s', (word, wanted) => {
    expect(canonical(word)).toBe(wanted)
  })

  test('every legal syllable is its own canonical form, and that of its modern spelling', () => {
    for (const syllable of allSyllables()) {
      const spelling = joinSyllable(syllable)
      expect(canonical(spelling)).toBe(spelling)
      expect(toModernPlacement(spelling)).toBe(joinSyllable(syllable, 'modern'))
      expect(canonical(toModernPlacement(spelling))).toBe(spelling)
    }
  })

  test('a word that is no syllable is only normalised and lower-cased', () => {
    for (const word of ['Tạikhoản', 'nghòa', 'đòàn', 'QĐ', 'krôà', 'HOÀB']) {
      expect(canonical(word)).toBe(word.toLowerCase())
    }
  })

  test('is idempotent, keeps the toneless key and is blind to normalisation on any string', () => {
    fc.assert(
      fc.property(anyText, (word) => {
        const once = canonical(word)
        expect(canonical(once)).toBe(once)
        expect(canonical(normalise(word))).toBe(once)
        expect(fold(once)).toBe(fold(word))
      }),
      { numRuns: 3000 },
    )
  })

  test.each(HOSTILE)('ends on %s', (_, text) => {
    expect(canonical(text)).toBe(normalise(text).toLowerCase())
  })
})

describe('toModernPlacement', () => {
  test.each([
    ['hòa', 'hoà'],
    ['HÒA', 'HOÀ'],
    ['Thủy', 'Thuỷ'],
    ['khỏe', 'khoẻ'],
    ['ỦY', 'UỶ'],
    ['quý', 'quý'],
    ['hoàn', 'hoàn'],
    ['mía', 'mía'],
    ['của', 'của'],
    ['hoà', 'hoà'],
    ['ngòe', 'ngoè'],
    ['blòa', 'blòa'],
    ['qùy', 'qùy'],
    ['ò', 'ò'],
    ['', ''],
  ])('%s → %s', (word, wanted) => {
    expect(toModernPlacement(word)).toBe(wanted)
  })

  test('throws on no string and is idempotent', () => {
    fc.assert(
      fc.property(anyText, (word) => {
        const once = toModernPlacement(word)
        expect(toModernPlacement(once)).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('detectPlacement', () => {
  test.each([
    ['', 'traditional'],
    ['Uy ban nhan dan', 'traditional'],
    ['Cộng hòa xã hội chủ nghĩa', 'traditional'],
    ['Cộng hoà xã hội chủ nghĩa', 'modern'],
    ['CỘNG HOÀ, UỶ BAN; HÒA BÌNH', 'modern'],
    ['hoà hòa', 'traditional'],
    ['quý quỳ quỹ hòa', 'traditional'],
    ['hoàn toàn khoảng huỳnh thủy', 'traditional'],
    ['Hoa\u0300 thu\u0309y thu\u0309y', 'traditional'],
    ['Hoa\u0300', 'modern'],
  ])('%s is %s', (text, wanted) => {
    expect(detectPlacement(text)).toBe(wanted)
  })

  test('counts a long text of one habit and one slip of the other', () => {
    expect(detectPlacement(`${'thuỷ lợi, '.repeat(1000)}hòa`)).toBe('modern')
  })

  test.each(HOSTILE)('finds no evidence in %s', (_, text) => {
    expect(detectPlacement(text)).toBe('traditional')
  })
})
