import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applicabilityOf, applyEdits, type Edit, undoEdits } from '../../src/restore/edit.ts'
import { anyText } from '../unicode/arbitraries.ts'

const edit = (text: string, start: number, end: number, replacement: string): Edit => ({
  span: [start, end],
  original: text.slice(start, end),
  replacement,
  reason: 'letters',
  confidence: 0.9,
  applicability: 'likely',
  alternatives: [],
})

/** A text and edits of it: ascending, disjoint, some empty, cutting wherever they like (surrogate pairs too). */
const edited = fc
  .record({ text: anyText, steps: fc.array(fc.tuple(fc.nat(5), fc.nat(5), anyText), { maxLength: 12 }) })
  .map(({ text, steps }) => {
    const edits: Edit[] = []
    let at = 0
    for (const [gap, length, replacement] of steps) {
      const start = at + gap
      if (start > text.length) break
      at = Math.min(text.length, start + length)
      edits.push(edit(text, start, at, replacement))
    }
    return { text, edits }
  })

describe('applyEdits', () => {
  it('puts each replacement where the original stood', () => {
    const text = 'so6 57-NQ/TW caa xA'
    const edits = [edit(text, 0, 3, 'số'), edit(text, 13, 16, 'của'), edit(text, 17, 19, 'xã')]
    expect(applyEdits(text, edits)).toBe('số 57-NQ/TW của xã')
  })

  it('gives the text itself without edits', () => {
    expect(applyEdits('Nơi nhận:\r\n', [])).toBe('Nơi nhận:\r\n')
  })

  it('takes edits that touch, that insert, and that delete', () => {
    const text = 'abcdef'
    const edits = [edit(text, 0, 2, 'x'), edit(text, 2, 4, ''), edit(text, 6, 6, '!')]
    expect(applyEdits(text, edits)).toBe('xef!')
  })

  it('keeps every character outside the edits', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        const kept = edits.map(({ span }, i) => text.slice(edits[i - 1]?.span[1] ?? 0, span[0]))
        const tail = text.slice(edits.at(-1)?.span[1] ?? 0)
        const expected = edits.map(({ replacement }, i) => kept[i] + replacement).join('') + tail
        expect(applyEdits(text, edits)).toBe(expected)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('undoEdits', () => {
  it('gives the original back from any text and any edits', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        expect(undoEdits(applyEdits(text, edits), edits)).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  it('does not look for the replacement: equal words elsewhere stay', () => {
    const text = 'của caa của'
    const edits = [edit(text, 4, 7, 'của')]
    expect(applyEdits(text, edits)).toBe('của của của')
    expect(undoEdits('của của của', edits)).toBe(text)
  })
})

describe('applicabilityOf', () => {
  it.each([
    [1, 'certain'],
    [0.95, 'certain'],
    [0.9499, 'likely'],
    [0.5, 'likely'],
    [0.4999, 'suggestion'],
    [0, 'suggestion'],
  ] as const)('calls %d %s', (confidence, applicability) => {
    expect(applicabilityOf(confidence)).toBe(applicability)
  })
})
