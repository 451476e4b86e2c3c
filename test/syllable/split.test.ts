import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allSyllables } from '../../src/syllable/inventory.ts'
import { isLegalSyllable, joinSyllable, placeMark, splitSyllable } from '../../src/syllable/split.ts'
import { anyText, HOSTILE } from '../unicode/arbitraries.ts'

describe('splitSyllable', () => {
  test.each([
    ['nghiêng', 'ngh', 'iêng', 0],
    ['Hòa', 'h', 'oa', 1],
    ['Hoà', 'h', 'oa', 1],
    ['THUỶ', 'th', 'uy', 2],
    ['quý', 'qu', 'y', 4],
    ['quốc', 'qu', 'ôc', 4],
    ['quyền', 'qu', 'yên', 1],
    ['gì', 'gi', 'i', 1],
    ['gìn', 'gi', 'in', 1],
    ['giếng', 'gi', 'iêng', 4],
    ['già', 'gi', 'a', 1],
    ['giữa', 'gi', 'ưa', 3],
    ['giặt', 'gi', 'ăt', 5],
    ['gịa', 'gi', 'ia', 5],
    ['giạ', 'gi', 'a', 5],
    ['ghi', 'gh', 'i', 0],
    ['yên', '', 'yên', 0],
    ['ủy', '', 'uy', 2],
    ['thuở', 'th', 'uơ', 2],
    ['khuỷu', 'kh', 'uyu', 2],
    ['huỳnh', 'h', 'uynh', 1],
    ['xoòng', 'x', 'oong', 1],
    ['được', 'đ', 'ươc', 5],
    ['của', 'c', 'ua', 2],
    ['ĐẮK', 'đ', 'ăk', 4],
    ['Lắk', 'l', 'ăk', 4],
    ['Kạn', 'k', 'an', 5],
    ['Pắc', 'p', 'ăc', 4],
    ['Kông', 'k', 'ông', 0],
    ['Quới', 'qu', 'ơi', 4],
    ['Niê', 'n', 'iê', 0],
  ])('%s', (word, onset, rime, tone) => {
    expect(splitSyllable(word)).toEqual({ onset, rime, tone })
    expect(splitSyllable(word.normalize('NFD'))).toEqual({ onset, rime, tone })
  })

  test.each([
    ['', 'nothing'],
    ['b', 'no rime'],
    ['đ', 'no rime'],
    ['mot', 'a stop without tone'],
    ['mòt', 'huyền on a stop'],
    ['ka', 'k before a'],
    ['ce', 'c before e'],
    ['nghành', 'ngh before a'],
    ['ngiệp', 'ng before i'],
    ['ghà', 'gh before a'],
    ['qoa', 'q alone'],
    ['Krông', 'a cluster'],
    ['zô', 'a letter Vietnamese lacks'],
    ['văn-bản', 'two syllables'],
    ['tạikhoản', 'two syllables'],
    ['đòàn', 'two marks'],
    ['tóan', 'the mark on the wrong letter'],
    ['hỏàn', 'two marks'],
    ['qúy', 'the mark on the u of qu'],
    ['môt', 'a stop without tone'],
    ['têng', 'no such rime'],
    ['hoàf', 'a letter too many'],
    ['15', 'digits'],
  ])('refuses %s: %s', (word) => {
    expect(splitSyllable(word)).toBeNull()
    expect(isLegalSyllable(word)).toBe(false)
  })
})

describe('joinSyllable', () => {
  test('differs between the placements on open oa, oe, uy only', () => {
    const differing = new Set<string>()
    for (const syllable of allSyllables()) {
      if (joinSyllable(syllable) !== joinSyllable(syllable, 'modern')) differing.add(syllable.rime)
    }
    expect([...differing].sort()).toEqual(['oa', 'oe', 'uy'])
  })

  test.each([
    ['h', 'oa', 4, 'hóa', 'hoá'],
    ['kh', 'oe', 2, 'khỏe', 'khoẻ'],
    ['th', 'uy', 1, 'thùy', 'thuỳ'],
    ['qu', 'y', 4, 'quý', 'quý'],
    ['t', 'uê', 5, 'tuệ', 'tuệ'],
    ['ng', 'oai', 1, 'ngoài', 'ngoài'],
    ['h', 'oan', 1, 'hoàn', 'hoàn'],
    ['m', 'ia', 4, 'mía', 'mía'],
    ['kh', 'uya', 1, 'khuỳa', 'khuỳa'],
  ] as const)('%s + %s + %s is %s, in modern placement %s', (onset, rime, tone, traditional, modern) => {
    expect(joinSyllable({ onset, rime, tone })).toBe(traditional)
    expect(joinSyllable({ onset, rime, tone }, 'modern')).toBe(modern)
  })
})

describe('laws over the whole inventory', () => {
  test('join(split(s)) = s in both placements', () => {
    for (const syllable of allSyllables()) {
      for (const placement of ['traditional', 'modern'] as const) {
        const spelling = joinSyllable(syllable, placement)
        expect(splitSyllable(spelling), spelling).toEqual(syllable)
      }
    }
  })

  test('case and Unicode form do not matter', () => {
    const syllables = [...allSyllables()]
    fc.assert(
      fc.property(fc.constantFrom(...syllables), (syllable) => {
        expect(splitSyllable(joinSyllable(syllable).toUpperCase().normalize('NFD'))).toEqual(syllable)
      }),
      { numRuns: 1000 },
    )
  })

  test('a mark on any other vowel letter is moved to its place', () => {
    const vowel = /[aăâeêioôơuưy]/g
    let moved = 0
    for (const { onset, rime, tone } of allSyllables()) {
      if (tone === 0) continue
      const right = joinSyllable({ onset, rime, tone })
      const toneless = joinSyllable({ onset, rime, tone: 0 })
      const mark = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'][tone]!
      for (const hit of toneless.matchAll(vowel)) {
        const at = hit.index + 1
        const wrong = (toneless.slice(0, at) + mark + toneless.slice(at)).normalize('NFC')
        if (wrong === 'gịa' || right === 'gịa' || ['ăk', 'oon', 'oăng', 'yp'].includes(rime)) continue
        expect(placeMark(wrong)).toBe(right)
        if (wrong !== right) moved++
      }
    }
    expect(moved).toBeGreaterThan(5000)
  })
})

test('whatever is split joins to a spelling of the same letters', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyText, fc.stringMatching(/^[bcđghkmnqt]{0,3}[aăâeêioôơuưyàớệỉũ]{1,3}[cgmnpt]{0,2}$/)),
      (word) => {
        const syllable = splitSyllable(word)
        if (syllable !== null) expect(isLegalSyllable(joinSyllable(syllable))).toBe(true)
      },
    ),
    { numRuns: 5000 },
  )
})

test.each(HOSTILE)('refuses %s', (_, text) => {
  expect(splitSyllable(text.slice(0, 1) === 'a' ? `${text}b` : text)).toBeNull()
})
