import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunkCore, classifyChunk } from '../../src/restore/chunk-class.ts'
import { simpleEdges } from '../../src/restore/simple-chunk.ts'
import { normalise } from '../../src/unicode/normalise.ts'

describe('simpleEdges', () => {
  it.each([
    ['kế', 0, 0],
    ['(Kế', 1, 0],
    ['hoạch,', 0, 1],
    ['“NGHỊ', 1, 0],
    ['QUYẾT”.', 0, 2],
    ['tô()', 0, 2],
  ])('sees the letters of %s', (chunk, before, after) => {
    expect(simpleEdges(chunk)).toBe(before * 256 + after)
  })

  it.each([
    '',
    '…',
    'a)',
    't()',
    'IV.',
    'www.',
    'a-b',
    'QĐ/TW',
    'Nam.Sách',
    'B2B',
    '15',
    '@nh',
    'Ðảng',
    'kê\u0301',
    'Привет',
    '漢字',
    '$ố',
    `${'.'.repeat(300)}kế`,
  ])('leaves %j to those who look closer', (chunk) => {
    expect(simpleEdges(chunk)).toBe(-1)
  })

  it('agrees with those who look closer', () => {
    const chunk = fc.oneof(
      fc.stringMatching(/^[“"(.,]{0,3}[A-Za-zÀ-ɏẠ-ỹIVX]{0,9}[).,:;…”]{0,3}$/),
      fc.string({ unit: 'binary', maxLength: 8 }),
    )
    fc.assert(
      fc.property(chunk, (text) => {
        const edges = simpleEdges(text)
        if (edges < 0) return
        expect(classifyChunk(text)).toBe('word')
        expect(chunkCore(text)).toEqual({ before: edges >> 8, after: edges & 255 })
        expect(normalise(text)).toBe(text)
      }),
      { numRuns: 3000 },
    )
  })

  it('takes a million marks in one look', () => {
    expect(simpleEdges('.'.repeat(1_000_000))).toBe(-1)
    expect(simpleEdges(`a${'b'.repeat(1_000_000)}`)).toBe(0)
  })
})
