import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PAUSE } from '../../src/restore/chunk-facts.ts'
import { type Chunk, readChunks } from '../../src/restore/chunks.ts'
import { TokenKind, tokenise } from '../../src/unicode/tokenise.ts'
import { anyText } from '../unicode/arbitraries.ts'
import { fixture, SCAN } from './shipped.ts'

const texts = (page: string): string[] => readChunks(page).map(({ text }) => text)
const those = (page: string, test: (chunk: Chunk) => boolean): string[] =>
  readChunks(page)
    .filter(test)
    .map(({ text }) => text)

/** Lines by their length: full, ended early, ended early, full. */
const SENTENCES = 'Một hai. Ba bốn; năm\n- sáu bảy\nTám chín,\nmười mười một mười hai\n'

describe('readChunks', () => {
  it('cuts at white space and leaves out punctuation that stands alone', () => {
    expect(texts('- Sở Khoa học; — 1 TM. ỦY BAN')).toEqual(['Sở', 'Khoa', 'học;', '1', 'TM.', 'ỦY', 'BAN'])
  })

  it('cuts words that ran together at marks between letters', () => {
    expect(texts('11.NOI DUNG')).toEqual(['11.', 'NOI', 'DUNG'])
    expect(texts('xong.Sau đó')).toEqual(['xong.', 'Sau', 'đó'])
    expect(texts('người dân/doanh nghiệp')).toEqual(['người', 'dân/', 'doanh', 'nghiệp'])
  })

  it('does not cut numbers, codes and addresses', () => {
    const page = '22/12/2024 1.250.000 57-NQ/TW 1169/QĐ-TTg www.gov.vn/a.b a.b@c.vn'
    expect(texts(page)).toEqual(page.split(' '))
  })

  it('counts lines by every kind of line break', () => {
    expect(readChunks('a\nb\r\nc\rd\fe\u2028f\n\ng').map(({ line }) => line)).toEqual([0, 1, 2, 3, 4, 5, 7])
  })

  it('knows the first chunk of a line, dashes aside', () => {
    expect(those('một hai\n  - ba bốn\n(năm) sáu', ({ first }) => first)).toEqual(['một', 'ba', '(năm)'])
  })

  it('opens a sentence at the start, behind a pause, behind a list dash and on a new line that begins one', () => {
    expect(those(SENTENCES, ({ opens }) => opens)).toEqual(['Một', 'Ba', 'năm', 'sáu', 'Tám'])
  })

  it('ends a sentence before each one that opens, and nowhere else', () => {
    expect(those(SENTENCES, ({ ends }) => ends)).toEqual(['hai.', 'bốn;', 'năm', 'bảy', 'hai'])
  })

  it('takes a line in capitals for a heading, figures in it aside, and no other line', () => {
    const page = '11. NOI DUNG 2025\nNội dung UBND xã\nTM. ỦY BAN NHÂN DÂN\nVT.\nQUYET dinh'
    expect(those(page, ({ heading, first }) => heading && first)).toEqual(['11.', 'TM.'])
  })

  it('does not take a line for a heading that is full of abbreviations', () => {
    const page = 'lớn về KHCN, PMST và CPS).\nDMST va CDS\nUBND xã\nI. MUC DiCH, YEU va CAU\n'
    expect(those(page, ({ heading, first }) => heading && first)).toEqual(['I.'])
  })

  it('finds nothing in nothing', () => {
    for (const page of ['', ' \n\t\f', '... — *** \n ;']) expect(readChunks(page)).toEqual([])
  })

  it('gives chunks in order, disjoint, without white space, that hold every letter and figure', () => {
    const check = (page: string): void => {
      const chunks = readChunks(page)
      const covered = new Uint8Array(page.length)
      let end = 0
      let line = 0
      for (const chunk of chunks) {
        expect(chunk.start).toBeGreaterThanOrEqual(end)
        expect(chunk.end).toBeGreaterThan(chunk.start)
        expect(page.slice(chunk.start, chunk.end)).toBe(chunk.text)
        expect(chunk.line).toBeGreaterThanOrEqual(line)
        expect(chunk.first).toBe(chunk === chunks[0] || chunk.line > line)
        end = chunk.end
        line = chunk.line
        covered.fill(1, chunk.start, chunk.end)
      }
      const table = tokenise(page)
      for (let i = 0; i < table.count; i++) {
        const at = table.start[i] as number
        const kind = table.kind[i] as number
        if (kind === TokenKind.WORD || kind === TokenKind.NUMBER) expect(covered[at]).toBe(1)
        if (kind === TokenKind.SPACE || kind === TokenKind.BREAK) expect(covered[at]).toBe(0)
      }
    }
    check(fixture(SCAN))
    fc.assert(fc.property(anyText, check), { numRuns: 300 })
  })

  it('ends a sentence at the last chunk of a text that ends with its line', () => {
    expect(readChunks('một hai\n').at(-1)?.ends).toBe(true)
  })

  it('goes through a long line once', () => {
    expect(readChunks('ke hoach, '.repeat(100_000))).toHaveLength(200_000)
    expect(readChunks('a.'.repeat(100_000))).toHaveLength(100_000)
  })
})

describe('PAUSE', () => {
  it.each(['hết.', 'sau:', 'một;', 'sao?', 'hết!”', 'vụ…', 'hết.)', './.'])('ends %j', (chunk) => {
    expect(PAUSE.test(chunk)).toBe(true)
  })

  it.each(['một,', '57-', 'số"', '1.5', '(hai)'])('does not end %j', (chunk) => {
    expect(PAUSE.test(chunk)).toBe(false)
  })
})
