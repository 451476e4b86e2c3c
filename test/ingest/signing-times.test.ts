import { describe, expect, it } from 'vitest'
import { evidenceOf, signingDays } from '../../src/ingest/signing-times.ts'

const signature = (time: string, contents = '3082'): string =>
  `9 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/M(D:${time}+07'00')/ByteRange [0 10 20 30 ]   /Contents<${contents}>>>\nendobj\n`
const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')

describe('signingDays', () => {
  it('finds the days of all signatures', () => {
    const file = `%PDF-1.7\n${signature('20250106162102')}text${signature('20250107080000')}`
    expect(signingDays(bytes(file))).toEqual([
      { year: 2025, month: 1, day: 6 },
      { year: 2025, month: 1, day: 7 },
    ])
  })

  it('finds a time behind the range of bytes', () => {
    const file = '9 0 obj\n<</Type /Sig /ByteRange [0 1 2 3] /M (D:20240911191421)>>\nendobj'
    expect(signingDays(bytes(file))).toEqual([{ year: 2024, month: 9, day: 11 }])
  })

  it.each([
    ['no file', ''],
    ['no signature', '%PDF-1.7\n1 0 obj <</M(D:20250106)>> endobj'],
    ['a signature without time', '9 0 obj <</ByteRange [0 1 2 3]>> endobj'],
    ['a time of another object', '8 0 obj <</M(D:20250106)>> endobj 9 0 obj <</ByteRange [0 1 2 3]>> endobj'],
    ['no such month', signature('20251306162102')],
  ])('finds nothing in %s', (_, file) => {
    expect(signingDays(bytes(file))).toEqual([])
  })

  it('looks at a few signatures only', () => {
    expect(signingDays(bytes(signature('20250106162102').repeat(3_000)))).toHaveLength(20)
    expect(signingDays(bytes('/ByteRange'.repeat(100_000)))).toEqual([])
  })
})

describe('evidenceOf', () => {
  it('has none without signatures', () => expect(evidenceOf([])).toBeUndefined())

  it('holds days just before the signing for likelier', () => {
    const evidence = evidenceOf([{ year: 2025, month: 3, day: 2 }])
    const at = (day: number, month: number | null = 3, year: number | null = 2025): number =>
      evidence?.day(day, month, year) ?? 0
    expect(at(2)).toBeGreaterThan(at(1))
    expect(at(1)).toBeGreaterThan(at(25, 2))
    expect(at(25, 2)).toBeGreaterThan(at(25, 3))
    expect(at(25, 3)).toBeGreaterThan(0)
    expect(at(2, null, null)).toBe(at(2))
  })
})
