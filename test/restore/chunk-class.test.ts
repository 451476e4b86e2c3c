import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChunkClass, chunkCore, classifyChunk } from '../../src/restore/chunk-class.ts'
import { anyText } from '../unicode/arbitraries.ts'

const TABLE: Readonly<Record<ChunkClass, readonly string[]>> = {
  number: [
    '2025',
    '22/12/2024',
    '1.250.000',
    '60%',
    '1,5',
    '2.1.',
    '(15)',
    '2024-2025',
    '10/9/2025–30/9/2025',
    '+84',
    '-3',
    '17:00',
    '2030",',
    '08/8/2025;',
  ],
  numeral: ['II', 'III.', 'IV.', 'XIV', 'VI,', 'I.', 'V/', '(II)', 'XIII;'],
  bullet: ['a)', 'b.', 'đ)', 'e/', 'c).'],
  code: [
    '57-NQ/TW',
    '1169/QĐ-TTg',
    '192/KH-UBND',
    '15/2024/NĐ-CP',
    'NQ/TW',
    'NQ-HĐND',
    '(178/2024/NĐ-CP),',
    'QCVN-05A-2020/BCT',
    'COVID-19',
    '2045/SKHCN-CĐS',
  ],
  address: [
    'https://vanban.chinhphu.vn/QD',
    'http://x',
    'www.haiphong.gov.vn',
    'hdnd@gov.vn',
    'ubnd-namsach@haiduong.gov.vn,',
    'dichvucong.gov.vn',
    'example.com/kehoach',
    'Binhminh.edu.',
  ],
  symbol: ['-', '–', '...', '……', '*', '“', './.', '>', '|', '—', '+', '&&', '()', '”.'],
  word: [
    'Nghị',
    'nghi',
    '(KHCN),',
    'UBND',
    'xã-hội',
    'x&',
    '&',
    's6',
    'd6i',
    '¥x',
    'Facebook',
    'L&',
    'thyuc',
    'và/hoặc',
    'y',
    'Y',
  ],
}

describe('classifyChunk', () => {
  for (const [kind, chunks] of Object.entries(TABLE)) {
    it.each(chunks)(`takes %j for a ${kind}`, (chunk) => {
      expect(classifyChunk(chunk)).toBe(kind)
    })
  }

  it('never takes a chunk with a letter for a number or a symbol', () => {
    fc.assert(
      fc.property(
        anyText.filter((text) => /\p{L}/u.test(text)),
        (chunk) => {
          expect(['number', 'symbol']).not.toContain(classifyChunk(chunk))
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('never throws, and does not go over a hostile chunk twice for each character', () => {
    const million = 1_000_000
    expect(classifyChunk(`${'.'.repeat(million)}a${'.'.repeat(million)}`)).toBe('word')
    expect(classifyChunk(`a${','.repeat(million)}a`)).toBe('word')
    expect(classifyChunk(`A${'-'.repeat(million)}!`)).toBe('word')
    expect(classifyChunk('AB-'.repeat(million))).toBe('code')
    expect(classifyChunk('&'.repeat(million + 1))).toBe('word')
    expect(classifyChunk(`${'1-'.repeat(million)}x`)).toBe('word')
    expect(classifyChunk('')).toBe('word')
  })
})

describe('chunkCore', () => {
  it.each([
    ['(KHCN),', 1, 2],
    ['“Bình', 1, 0],
    ['số"', 0, 1],
    ['xã', 0, 0],
    ['57-', 0, 1],
    ['...', 3, 0],
    ['', 0, 0],
    ['“(a)”…', 2, 3],
    ['½.', 0, 1],
    ['𝔸,', 0, 1],
    ['😀xã😀', 2, 2],
  ])('of %j has %d characters before and %d behind', (chunk, before, after) => {
    expect(chunkCore(chunk)).toEqual({ before, after })
  })

  it('is what lies between the first and the last letter or figure', () => {
    fc.assert(
      fc.property(anyText, (chunk) => {
        const { before, after } = chunkCore(chunk)
        const core = chunk.slice(before, chunk.length - after)
        expect(chunk.slice(0, before)).toMatch(/^[^\p{L}\p{N}]*$/u)
        expect(chunk.slice(chunk.length - after)).toMatch(/^[^\p{L}\p{N}]*$/u)
        expect(core).toMatch(/^(?:[\p{L}\p{N}](?:.*[\p{L}\p{N}])?)?$/su)
        if (core === '') expect([before, after]).toEqual([chunk.length, 0])
      }),
      { numRuns: 2000 },
    )
  })
})
