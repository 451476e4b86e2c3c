import { describe, expect, it } from 'vitest'
import { mayBeOneSyllable, vowelGroupsOf } from '../../src/channel/shape.ts'
import { allSyllables } from '../../src/syllable/inventory.ts'
import { joinSyllable } from '../../src/syllable/split.ts'

/** Whether a chunk, read as two at any place or as one, may be one syllable. */
function verdicts(chunk: string): Set<boolean> {
  const at = Array.from({ length: chunk.length + 1 }, (_, i) => i)
  return new Set(
    at.map((i) => mayBeOneSyllable(vowelGroupsOf(chunk.slice(0, i)), vowelGroupsOf(chunk.slice(i)))),
  )
}

describe('the shape of one syllable', () => {
  it('is that of every legal syllable', () => {
    for (const syllable of allSyllables()) expect(verdicts(joinSyllable(syllable))).toEqual(new Set([true]))
  })

  it.each(['KHOẢN', 'xhoi', 'x6', 'PMST', '', 'chw0ng', 'N6i'])('may be that of %s', (chunk) => {
    expect(verdicts(chunk)).toEqual(new Set([true]))
  })

  it.each(['Thanhpho', 'vàcác', 'KEHOACH', 'nămnay'])('is not that of %s', (chunk) => {
    expect(verdicts(chunk)).toEqual(new Set([false]))
  })
})
