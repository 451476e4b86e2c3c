import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  type BreakRule,
  createItemStream,
  everyBreak,
  ItemCase,
  ItemKind,
  readItems,
} from '../../src/lm/stream.ts'
import { tokenise } from '../../src/unicode/tokenise.ts'
import { anyText, HOSTILE, vietnameseText } from '../unicode/arbitraries.ts'

const CASE_MARK = {
  [ItemCase.LOWER]: '',
  [ItemCase.CAPITAL]: '^',
  [ItemCase.UPPER]: '^^',
  [ItemCase.INITIAL]: '*',
}
const SIGN = { [ItemKind.BOUNDARY]: '|', [ItemKind.NUMBER]: '#', [ItemKind.COMMA]: ',', [ItemKind.CODE]: '@' }

/** Words with a mark for their case (^ Capital, ^^ CAPITALS, * start of a sentence), | # , @ for the rest. */
function itemsOf(text: string, rule: BreakRule = everyBreak): string {
  const table = tokenise(text)
  const stream = createItemStream(1)
  readItems(table, stream, rule)
  const items: string[] = []
  for (let i = 0; i < stream.count; i++) {
    const kind = stream.kind[i] as keyof typeof SIGN | 0
    const token = stream.token[i]!
    const word = text.slice(table.start[token], table.start[token + 1])
    items.push(kind === 0 ? word + CASE_MARK[stream.letterCase[i] as keyof typeof CASE_MARK] : SIGN[kind])
  }
  return items.join(' ')
}

describe('items of plain prose', () => {
  test.each([
    ['', ''],
    ['   \t ', ''],
    ['Ủy ban nhân dân', 'Ủy* ban nhân dân'],
    ['tỉnh Lào Cai', 'tỉnh Lào^ Cai^'],
    ['tại UBND xã', 'tại UBND^^ xã'],
    ['UBND xã', 'UBND^^ xã'],
    ['Y tế và Ở', 'Y* tế và Ở^'],
    ['a, b', 'a , b'],
    ['xong. Sau đó', 'xong | Sau* đó'],
    ['xong; sau: nữa? thôi! rồi…', 'xong | sau | nữa | thôi | rồi |'],
    ['xong.”', 'xong |'],
    ['(xong), rồi', 'xong , rồi'],
    ['“Nam Sách”', 'Nam* Sách^'],
    ['và/hoặc', 'và hoặc'],
    ['Hà Nội - Lào Cai', 'Hà* Nội^ Lào^ Cai^'],
    ['kinh tế-xã hội', 'kinh tế xã hội'],
    ['xong...', 'xong |'],
    ['xong.., rồi', 'xong | rồi'],
  ])('%j reads %j', (text, items) => {
    expect(itemsOf(text)).toBe(items)
  })
})

describe('line breaks and list marks', () => {
  test.each([
    ['một\nhai', 'một | hai'],
    ['một\r\nHai\fba\u2028bốn', 'một | Hai* | ba | bốn'],
    ['\n\n một \n\n\n hai \n', 'một | hai |'],
    ['một.\nhai', 'một | hai'],
    ['- Một\n+ hai', 'Một* | hai'],
    ['một - hai', 'một hai'],
    ['một\n-hai', 'một | hai'],
  ])('%j reads %j', (text, items) => {
    expect(itemsOf(text)).toBe(items)
  })

  it('asks the rule once for every break and runs on where it says no', () => {
    const asked: number[] = []
    const rule: BreakRule = (table, index) => {
      asked.push(table.start[index]!)
      return false
    }
    expect(itemsOf('một\nhai\n\nBa', rule)).toBe('một hai Ba^')
    expect(asked).toEqual([3, 7, 8])
  })

  it('takes a list mark at the start of a line for a boundary even where the line break is none', () => {
    expect(itemsOf('một\n- hai', () => false)).toBe('một | hai')
  })
})

describe('numbers and codes', () => {
  test.each([
    ['năm 2024', 'năm #'],
    ['ngày 31/12/2024', 'ngày #'],
    ['5.000.000 đồng', '# đồng'],
    ['tăng 7,5%', 'tăng #'],
    ['Quý IV', 'Quý* #'],
    ['I. Mục tiêu', '# | Mục* tiêu'],
    ['Chương XVIII', 'Chương* #'],
    ['VI', '#'],
    ['XVIIIII', 'XVIIIII^^'],
    ['số 57-NQ/TW', 'số @'],
    ['Số: 181/2024/NĐ-CP ngày', 'Số* | @ ngày'],
    ['Covid-19', '@'],
    ['A4', '@'],
    ['1y', '@'],
    ['www.laocai.gov.vn', '@'],
    ['https://a.vn/b', '@'],
    ['ai@b.vn, c', '@ , c'],
    ['2.b', '@'],
    ['(1)', '#'],
    ['5-năm', '# năm'],
    ['5.000-năm', '# năm'],
    ['năm-1,2', 'năm #'],
    ['10,năm', '# , năm'],
    ['5,000', '#'],
  ])('%j reads %j', (text, items) => {
    expect(itemsOf(text)).toBe(items)
  })

  it('does not take a lost blank behind a full stop for an address', () => {
    expect(itemsOf('xong.Sau đó')).toBe('xong | Sau* đó')
    expect(itemsOf('xong;sau')).toBe('xong | sau')
    expect(itemsOf('một,hai')).toBe('một , hai')
  })

  it('does not end a sentence inside initials', () => {
    // The V could as well be a numeral.
    expect(itemsOf('ông N.V.An')).toBe('ông N^ # An^')
    expect(itemsOf('TP.Lào Cai')).toBe('TP^^ Lào^ Cai^')
  })
})

describe('punctuation with white space around it, as scanners and tokenised corpora leave it', () => {
  test.each([
    ['một , hai', 'một , hai'],
    ['một ,hai', 'một , hai'],
    ['xong . Sau đó', 'xong | Sau* đó'],
    ['xong .Sau đó', 'xong | Sau* đó'],
    ['Nơi nhận :', 'Nơi* nhận |'],
    ['xong ". Ngoài ra', 'xong | Ngoài* ra'],
    ['xong ”, rồi', 'xong , rồi'],
  ])('%j reads %j', (text, items) => {
    expect(itemsOf(text)).toBe(items)
  })

  it('is nothing when it is a blank to fill in', () => {
    expect(itemsOf('ngày ... tháng … năm .....')).toBe('ngày tháng năm')
    expect(itemsOf('số …/KH')).toBe('số KH^^')
    expect(itemsOf('bà ..Mai')).toBe('bà Mai^')
  })
})

describe('for any text', () => {
  const read = (text: string) => {
    const table = tokenise(text)
    const stream = createItemStream(1)
    readItems(table, stream, everyBreak)
    return { table, stream }
  }

  test('items stand in the order of their tokens, boundaries never first and never two together', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { table, stream } = read(text)
        for (let i = 0; i < stream.count; i++) {
          const token = stream.token[i]!
          expect(token).toBeLessThan(table.count)
          if (i > 0) expect(token).toBeGreaterThan(stream.token[i - 1]!)
          const before = i === 0 ? ItemKind.BOUNDARY : stream.kind[i - 1]
          if (before === ItemKind.BOUNDARY) expect(stream.kind[i]).not.toBe(ItemKind.BOUNDARY)
        }
      }),
    )
  })

  test('composed and decomposed spellings give the same items', () => {
    const shape = (text: string) => {
      const { stream } = read(text)
      return [[...stream.kind.subarray(0, stream.count)], [...stream.letterCase.subarray(0, stream.count)]]
    }
    fc.assert(
      fc.property(vietnameseText, (text) => {
        expect(shape(text.normalize('NFD'))).toEqual(shape(text.normalize('NFC')))
      }),
    )
    expect(itemsOf('tỉnh HÀ'.normalize('NFD'))).toBe('tỉnh HÀ^^'.normalize('NFD'))
  })

  test('a stream filled before is emptied first', () => {
    const stream = createItemStream()
    readItems(tokenise('một hai ba'), stream, everyBreak)
    readItems(tokenise('bốn'), stream, everyBreak)
    expect([stream.count, stream.token[0]]).toEqual([1, 0])
  })
})

describe('hostile text', () => {
  test.each(HOSTILE)('%s', (_, text) => {
    const table = tokenise(text)
    const stream = createItemStream()
    let asked = 0
    readItems(table, stream, () => {
      asked++
      return true
    })
    expect(stream.count).toBeLessThanOrEqual(table.count)
    expect(asked).toBeLessThanOrEqual(table.count)
  })

  test('a chunk of half a million words and signs', () => {
    const table = tokenise('a/'.repeat(500_000))
    const stream = createItemStream()
    readItems(table, stream, everyBreak)
    expect(stream.count).toBe(500_000)
  })

  test('a NUL between words parts them and says nothing', () => {
    expect(itemsOf('một\0hai \0 ba')).toBe('một hai ba')
  })
})
