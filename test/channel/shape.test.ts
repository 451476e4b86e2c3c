import { describe, expect, it } from 'vitest'
import { mayBeOneSyllable } from '../../src/channel/shape.ts'
import { allSyllables } from '../../src/syllable/inventory.ts'
import { joinSyllable } from '../../src/syllable/split.ts'

describe('the shape of one syllable', () => {
  it('is that of every legal syllable', () => {
    for (const syllable of allSyllables()) expect(mayBeOneSyllable(joinSyllable(syllable))).toBe(true)
  })

  it.each(['KHOẢN', 'xhoi', 'x6', 'PMST', '', 'chw0ng', 'N6i'])('may be that of %s', (chunk) => {
    expect(mayBeOneSyllable(chunk)).toBe(true)
  })

  it.each(['Thanhpho', 'vàcác', 'KEHOACH', 'nămnay'])('is not that of %s', (chunk) => {
    expect(mayBeOneSyllable(chunk)).toBe(false)
  })
})
