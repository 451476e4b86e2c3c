import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { syllableAccuracy } from '../../src/metrics/syllable-accuracy.ts'

describe('syllableAccuracy', () => {
  it('forgives case and tone placement, not marks', () => {
    expect(syllableAccuracy('Kế hoạch hòa bình', 'KẾ HOẠCH hoà binh')).toEqual({
      syllables: 4,
      right: 3,
      accuracy: 0.75,
    })
  })

  it('does not count numbers and punctuation', () => {
    expect(syllableAccuracy('Điều 5. (2025)', 'Điều 6. 2024').syllables).toBe(1)
  })

  it('counts a lost word as wrong and goes on after it', () => {
    expect(syllableAccuracy('một hai ba bốn', 'một ba bốn')).toMatchObject({ syllables: 4, right: 3 })
  })

  it('is 1 for the text itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(syllableAccuracy(text, text).accuracy).toBe(1)
      }),
      { seed: 4 },
    )
  })
})
