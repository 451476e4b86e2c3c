import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Emission } from '../../src/channel/emission.ts'
import { UnitChannel } from '../../src/channel/unit-channel.ts'
import { handProfile } from './hand-profile.ts'

const RIMES = [
  'ố',
  'ổ',
  'ồ',
  'ở',
  'ờ',
  'ủa',
  'ua',
  'ưa',
  'ường',
  'ương',
  'uông',
  'ứng',
  'an',
  'anh',
  'Ố',
  'ỦA',
  'ac',
  'ức',
]
const emission = new Emission(handProfile.characters, RIMES.join(''))
const WIDE = { listMax: 99, logWindow: 14, logFloor: -28 }

describe('units a string may have been', () => {
  it('are the counted ones first', () => {
    const channel = new UnitChannel(RIMES, handProfile.rimes, emission, WIDE)
    expect(RIMES[channel.list('6').unit[0]!]).toBe('ố')
    expect(RIMES[channel.list('udng').unit[0]!]).toBe('ường')
    expect(RIMES[channel.list('aa').unit[0]!]).toBe('ủa')
  })

  it('have the probability of the obvious reckoning, and none above the floor is missing', () => {
    const read = fc.stringMatching(/^[6éudngchoatiU]{0,5}$/)
    fc.assert(
      fc.property(read, (text) => {
        const channel = new UnitChannel(RIMES, handProfile.rimes, emission, WIDE)
        const list = channel.list(text)
        const slow = RIMES.map((rime) => channel.probability(text, rime))
        const best = Math.max(...slow)
        const offered = new Set(list.unit)
        for (let i = 0; i < list.count; i++) {
          const exact = slow[list.unit[i]!]!
          // Alignments below the floor are cut off, so the list may fall short by a little, never exceed.
          expect(list.probability[i]!).toBeLessThanOrEqual(exact * (1 + 1e-9))
          expect(list.probability[i]!).toBeGreaterThan(exact * 0.8)
          if (i > 0) expect(list.probability[i]!).toBeLessThanOrEqual(list.probability[i - 1]!)
        }
        slow.forEach((exact, unit) => {
          if (exact > best * Math.exp(-12) && exact > Math.exp(-12)) expect(offered).toContain(unit)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('are the same again from the cache, and more when a lower floor is asked for', () => {
    const channel = new UnitChannel(RIMES, handProfile.rimes, emission, WIDE)
    const few = channel.list('ung', 0.01)
    const more = channel.list('ung', 1e-6)
    expect(more.count).toBeGreaterThan(few.count)
    expect(channel.list('ung', 0.01)).toBe(more)
  })

  it('are none for what is far too long', () => {
    const channel = new UnitChannel(RIMES, handProfile.rimes, emission, WIDE)
    expect(channel.list('u'.repeat(1000)).count).toBe(0)
  })

  it('keep the empty unit for the empty string only', () => {
    const channel = new UnitChannel(['', 's'], handProfile.onsets, emission, WIDE)
    expect(channel.list('').unit[0]).toBe(0)
    expect([...channel.list('s').unit]).toEqual([1])
  })
})
