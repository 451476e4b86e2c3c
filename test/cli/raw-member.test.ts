import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rawMember } from '../../src/cli/raw-member.ts'

describe('rawMember', () => {
  it.each([
    ['{"id": 12345678901234567890}', '12345678901234567890'],
    ['{"a":{"id":1},"id":1.50,"b":[{"id":2}]}', '1.50'],
    ['{"text":"\\"id\\": 3, \\\\","id":4}', '4'],
    ['{"\\u0069d":5}', '5'],
    ['{"id":6,"id":7}', '7'],
    ['{"text":"id"}', undefined],
    ['{}', undefined],
  ])('of %s is %s', (json, raw) => {
    expect(rawMember(json, 'id')).toBe(raw)
  })

  it('is what JSON.parse finds, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (others, id) => {
        const json = JSON.stringify({ ...others, id })
        expect(rawMember(json, 'id')).toBe(JSON.stringify(id))
      }),
    )
  })

  it('takes a long line in one pass', () => {
    expect(rawMember(`{"text":"${'a'.repeat(3e6)}","id":1}`, 'id')).toBe('1')
    expect(rawMember(`{"text":"${'\\\\'.repeat(1e6)}","id":1}`, 'id')).toBe('1')
  })
})
