import { describe, expect, it } from 'vitest'
import { joinLines, linesFrom, linesUpTo, offsetIn, oneSpaced, splitLines } from '../../src/plan/lines.ts'

const texts = (text: string): string[] => splitLines(text).list.map((line) => line.text)

describe('splitLines', () => {
  it.each([
    ['one\ntwo', ['one', 'two']],
    ['one\r\ntwo\rthree', ['one', 'two', 'three']],
    ['  one  \n\n\t\n two', ['one', 'two']],
    ['one\ftwo', ['one', 'two']],
    ['**Một** hai', ['Một hai']],
    ['', []],
    ['\n\n', []],
  ])('cuts %j', (text, lines) => {
    expect(texts(text)).toEqual(lines)
  })

  it('counts the air above and knows page breaks', () => {
    const lines = splitLines('a\n\nb\n\n\n\nc\fd').list
    expect(lines.map(({ gap, broken }) => [gap, broken])).toEqual([
      [0, false],
      [1, false],
      [3, true],
      [0, true],
    ])
  })

  it('composes loose marks and keeps offsets of the source', () => {
    const text = `x\n  ${'Điều ước'.normalize('NFD')} `
    const line = splitLines(text).list[1]!
    expect(line.text).toBe('Điều ước')
    expect(text.slice(line.start, line.end)).toBe('Điều ước'.normalize('NFD'))
    expect(line.indent).toBe(2)
  })

  it('says where lines and pages begin', () => {
    const { starts, pages } = splitLines('ab\nc\fd')
    expect(starts).toEqual([0, 3, 5])
    expect(pages).toEqual([0, 5])
  })
})

describe('joining lines', () => {
  it('parts them by blanks, codes broken behind a dash or a stroke by nothing', () => {
    expect(joinLines(splitLines('Nghị quyết số 57-\nNQ/TW của\nBộ').list)).toBe(
      'Nghị quyết số 57-NQ/TW của Bộ',
    )
    expect(joinLines(splitLines('Thông tư số 15/\n2026/TT-BCT').list)).toBe('Thông tư số 15/2026/TT-BCT')
  })

  it('leaves a dash between words alone', () => {
    expect(joinLines(splitLines('kinh tế -\nxã hội').list)).toBe('kinh tế - xã hội')
  })

  it('finds where a character of the joined text stands', () => {
    const text = 'một  hai\nba bốn'
    const { list } = splitLines(text)
    const joined = joinLines(list)
    expect(text.slice(offsetIn(text, list, joined, joined.indexOf('ba')))).toBe('ba bốn')
    expect(text.slice(offsetIn(text, list, joined, joined.indexOf('hai')))).toBe('hai\nba bốn')
  })

  it('cuts lines at an offset', () => {
    const text = 'một hai\nba'
    const { list } = splitLines(text)
    expect(linesUpTo(text, list, 4).map((line) => line.text)).toEqual(['một'])
    expect(linesFrom(text, list, 4).map((line) => line.text)).toEqual(['hai', 'ba'])
  })

  it('makes single blanks of runs of them', () => {
    expect(oneSpaced(' a \t b\u00a0c ')).toBe('a b c')
    expect(oneSpaced('a b')).toBe('a b')
  })
})
