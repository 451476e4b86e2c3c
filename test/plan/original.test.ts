import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certaintyOf, spanMap } from '../../src/plan/original.ts'
import { applyEdits, type Edit } from '../../src/restore/edit.ts'

const edit = (start: number, end: number, replacement: string, text = ''): Edit => ({
  span: [start, end],
  original: text.slice(start, end),
  replacement,
  reason: 'letters',
  confidence: 1,
  applicability: 'certain',
  alternatives: [],
})

/** Original "abcdefgh"; "bc" became "XYZ", "e" went, "!" came before "g". Repaired: "aXYZdf!gh". */
const EDITS = [edit(1, 3, 'XYZ'), edit(4, 5, ''), edit(6, 6, '!')]

describe('spanMap', () => {
  it.each([
    ['before all changes', [0, 1], [0, 1]],
    ['a change', [1, 4], [1, 3]],
    ['the inside of a change', [2, 3], [1, 3]],
    ['across the edge of a change', [0, 2], [0, 3]],
    ['between changes', [4, 5], [3, 4]],
    ['behind what was deleted', [5, 6], [5, 6]],
    ['around what was deleted', [4, 6], [3, 6]],
    ['an insertion', [6, 7], [6, 6]],
    ['behind all changes', [7, 9], [6, 8]],
    ['everything', [0, 9], [0, 8]],
    ['nothing, where something was deleted', [5, 5], [4, 5]],
  ] as const)('maps %s to the original', (_, repaired, original) => {
    expect(spanMap(EDITS).toOriginal(repaired)).toEqual(original)
  })

  it.each([
    ['before all changes', [0, 1], [0, 1]],
    ['a change', [1, 3], [1, 4]],
    ['the inside of a change', [2, 3], [1, 4]],
    ['between changes', [3, 4], [4, 5]],
    ['what was deleted', [4, 5], [5, 5]],
    ['behind an insertion', [6, 8], [7, 9]],
  ] as const)('maps %s of the original to the repaired text', (_, original, repaired) => {
    expect(spanMap(EDITS).toRepaired(original)).toEqual(repaired)
  })

  it('changes nothing without edits', () => {
    expect(spanMap([]).toOriginal([3, 7])).toEqual([3, 7])
    expect(spanMap([]).toRepaired([3, 7])).toEqual([3, 7])
  })

  it('agrees with the texts, whatever was changed', () => {
    const change = fc.record({
      gap: fc.nat({ max: 3 }),
      length: fc.nat({ max: 3 }),
      replacement: fc.string({ maxLength: 4 }),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.string({ maxLength: 5 }), (changes, tail) => {
        let at = 0
        const edits = changes.map(({ gap, length, replacement }) => {
          const start = at + gap
          at = start + length
          return edit(start, at, replacement)
        })
        const text = 'abcdefghijklmnopqrstuvwxyz'.repeat(4).slice(0, at) + tail
        const repaired = applyEdits(text, edits)
        const map = spanMap(edits)
        expect(map.toOriginal([0, repaired.length])[1]).toBeLessThanOrEqual(text.length)
        let shift = 0
        let done = 0
        for (const { span, replacement } of [...edits, edit(text.length, text.length, '')]) {
          // Each character between two changes maps onto itself, both ways.
          for (let offset = done; offset < span[0]; offset++) {
            const there = map.toRepaired([offset, offset + 1])
            expect(there).toEqual([offset + shift, offset + shift + 1])
            expect(map.toOriginal(there)).toEqual([offset, offset + 1])
          }
          if (replacement !== '') {
            const made = [span[0] + shift, span[0] + shift + replacement.length] as const
            const [start, end] = map.toOriginal(made)
            expect(start).toBeLessThanOrEqual(span[0] + (span[1] - span[0]))
            expect(end).toBe(span[1])
            expect(start).toBeGreaterThanOrEqual(span[0])
          }
          shift += replacement.length - (span[1] - span[0])
          done = span[1]
        }
      }),
      { numRuns: 500, seed: 4 },
    )
  })
})

describe('certaintyOf', () => {
  it('puts each word where it stands in the repaired text', () => {
    const text = 'uy ban nhan dan'
    const edits = [edit(0, 2, 'Ủy', text), edit(3, 6, 'ban hành', text)]
    const words = [
      { span: [0, 2] as const, original: 'uy', text: 'Ủy', confidence: 0.9 },
      { span: [3, 6] as const, original: 'ban', text: 'ban hành', confidence: 0.4 },
      { span: [7, 11] as const, original: 'nhan', text: 'nhan', confidence: 0.1 },
    ]
    const repaired = applyEdits(text, edits)
    const certainty = certaintyOf({ words, edits })
    expect(certainty.map(({ span }) => repaired.slice(...span))).toEqual(['Ủy', 'ban hành', 'nhan'])
    expect(certainty.map(({ score }) => score)).toEqual([0.9, 0.4, 0.1])
  })
})
