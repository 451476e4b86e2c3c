import { describe, expect, it } from 'vitest'
import { Channel } from '../../src/channel/candidates.ts'
import { segmentations } from '../../src/channel/segment.ts'
import { handProfile, handSyllables } from './hand-profile.ts'

const channel = new Channel(handProfile, handSyllables, { logPrior: handSyllables.map(() => -4) })
const best = (chunk: string) =>
  segmentations(channel, chunk)[0]
    ?.segments.map((segment) => segment.candidates[0]!.printed)
    .join(' ')

describe('chunks that lost their spaces', () => {
  it.each([
    ['thànhphé', 'thành phố'],
    ['Thànhphé,', 'Thành phố'],
    ['KẾHOẠCH', 'KẾ HOẠCH'],
    ['ananan', 'an an an'],
  ])('%s is cut into %s', (chunk, words) => {
    expect(best(chunk)).toBe(words)
  })

  it('are covered by their segments without gap', () => {
    for (const { segments } of segmentations(channel, 'thànhphésố')) {
      expect(segments[0]!.start).toBe(0)
      expect(segments.at(-1)!.end).toBe(10)
      for (let i = 1; i < segments.length; i++) expect(segments[i]!.start).toBe(segments[i - 1]!.end)
    }
  })

  it('are scored by their best words and the price of each lost space', () => {
    const [cut] = segmentations(channel, 'thànhphé')
    const words = cut!.segments.reduce((sum, segment) => sum + channel.rank(segment.candidates[0]!), 0)
    expect(cut!.score).toBeCloseTo(words - 5, 9)
    expect(segmentations(channel, 'thànhphé', { logMerge: -7 })[0]!.score).toBeCloseTo(words - 7, 9)
  })

  it('come best first, and not below the least score', () => {
    const all = segmentations(channel, 'anan', { cutsMax: 9 })
    expect(all.length).toBeGreaterThan(1)
    for (let i = 1; i < all.length; i++) expect(all[i]!.score).toBeLessThanOrEqual(all[i - 1]!.score)
    expect(segmentations(channel, 'anan', { cutsMax: 9, scoreMin: all[0]!.score })).toEqual([all[0]])
  })

  it.each(['', 'a', '2025', 'x'.repeat(1000), '15/2024'])('%.20s is not cut', (chunk) => {
    expect(segmentations(channel, chunk)).toEqual([])
  })
})
