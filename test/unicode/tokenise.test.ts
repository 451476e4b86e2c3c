import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TokenKind, type TokenTable, tokenise } from '../../src/unicode/tokenise.ts'
import { anyText, HOSTILE } from './arbitraries.ts'

const NAMES = ['space', 'break', 'word', 'number', 'symbol']

function list(table: TokenTable): string[] {
  const out: string[] = []
  for (let i = 0; i < table.count; i++) {
    out.push(`${NAMES[table.kind[i]!]} ${table.text.slice(table.start[i], table.start[i + 1])}`)
  }
  return out
}

describe('tokenise', () => {
  test('cuts a line of a document', () => {
    expect(list(tokenise('Số: 15/NĐ-CP'))).toEqual([
      'word Số',
      'symbol :',
      'space  ',
      'number 15',
      'symbol /',
      'word NĐ',
      'symbol -',
      'word CP',
    ])
  })

  test('keeps combining marks and inner invisible characters in the word', () => {
    const word = 'quye\u0302\u0301t\u00adđi\u0323nh'
    expect(list(tokenise(`${word}.`))).toEqual([`word ${word}`, 'symbol .'])
  })

  test('leaves invisible characters at a word’s edge to the space', () => {
    expect(list(tokenise('\ufeffHà\u200b Nội\u00ad\n'))).toEqual([
      'space \ufeff',
      'word Hà',
      'space \u200b ',
      'word Nội',
      'space \u00ad',
      'break \n',
    ])
  })

  test('takes a mark without a letter for a symbol', () => {
    expect(list(tokenise('1\u0301 \u0301'))).toEqual([
      'number 1',
      'symbol \u0301',
      'space  ',
      'symbol \u0301',
    ])
  })

  test('counts each line break once', () => {
    expect(list(tokenise('\r\n\n\r\f\u2028\u2029\r'))).toEqual(
      ['\r\n', '\n', '\r', '\f', '\u2028', '\u2029', '\r'].map((mark) => `break ${mark}`),
    )
  })

  test('runs white space of every other kind together, no-break space too', () => {
    expect(list(tokenise(' \t\u00a0\u3000\v'))).toEqual(['space  \t\u00a0\u3000\v'])
  })

  test('separates digits from letters and from each other’s symbols', () => {
    expect(list(tokenise('m2 1.000,5%'))).toEqual([
      'word m',
      'number 2',
      'space  ',
      'number 1',
      'symbol .',
      'number 000',
      'symbol ,',
      'number 5',
      'symbol %',
    ])
  })

  test('does not take other digits or ordinal signs for numbers or letters', () => {
    expect(list(tokenise('٣½²º'))).toEqual(['symbol ٣', 'symbol ½', 'symbol ²', 'symbol º'])
  })

  test('takes a surrogate pair as one symbol, a lone surrogate as another', () => {
    expect(list(tokenise('😀\ud800x\udc00\ud83d'))).toEqual([
      'symbol 😀',
      'symbol \ud800',
      'word x',
      'symbol \udc00',
      'symbol \ud83d',
    ])
  })

  test('an empty text has no tokens and one offset', () => {
    const table = tokenise('')
    expect(table.count).toBe(0)
    expect([...table.start]).toEqual([0])
    expect(table.kind).toHaveLength(0)
  })
})

/** The obvious slow tokeniser: one alternative per kind, in the order of precedence. */
const LETTER = String.raw`(?![ªº\u02b0-\u02ff\u{10000}-\u{10ffff}])\p{L}`
const MARK = String.raw`(?![\u{10000}-\u{10ffff}])\p{M}`
const INVISIBLE = String.raw`[\u00ad\u200b-\u200f\u2060\ufeff]`
const LINE_END = String.raw`[\n\r\f\u2028\u2029]`
const SLOW = new RegExp(
  [
    `(?<word>(?:${LETTER})(?:${LETTER}|${MARK}|${INVISIBLE}+(?=${LETTER}|${MARK}))*)`,
    '(?<number>[0-9]+)',
    String.raw`(?<break>\r\n|${LINE_END})`,
    String.raw`(?<space>(?:(?!${LINE_END})\s|${INVISIBLE})+)`,
    '(?<symbol>[^])',
  ].join('|'),
  'gu',
)

describe('laws', () => {
  test('tokens cover any string exactly, none is empty, kinds hold', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { count, start, kind } = tokenise(text)
        expect(start).toHaveLength(count + 1)
        expect(kind).toHaveLength(count)
        expect(start[0]).toBe(0)
        expect(start[count]).toBe(text.length)
        let joined = ''
        for (let i = 0; i < count; i++) {
          expect(start[i + 1]! > start[i]!).toBe(true)
          joined += text.slice(start[i], start[i + 1])
        }
        expect(joined).toBe(text)
      }),
      { numRuns: 5000 },
    )
  })

  test('agrees with one regular expression on any string', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const slow = [...text.matchAll(SLOW)].map((hit) => {
          const name = NAMES.find((kind) => hit.groups?.[kind] !== undefined)
          return `${name} ${hit[0]}`
        })
        expect(list(tokenise(text))).toEqual(slow)
      }),
      { numRuns: 5000 },
    )
  })

  test.each(HOSTILE)('covers %s', (_, text) => {
    const table = tokenise(text)
    expect(table.start[table.count]).toBe(text.length)
    expect(table.count).toBeLessThanOrEqual(text.length)
  })

  test('the kinds are the numbers stored in models and caches', () => {
    expect(TokenKind).toEqual({ SPACE: 0, BREAK: 1, WORD: 2, NUMBER: 3, SYMBOL: 4 })
  })
})
