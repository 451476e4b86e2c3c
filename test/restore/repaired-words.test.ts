import { describe, expect, it } from 'vitest'
import type { Edit } from '../../src/restore/edit.ts'
import { repairedWords } from '../../src/restore/repaired-words.ts'

const edit = (start: number, end: number, original: string, replacement: string, confidence = 0.9): Edit => ({
  span: [start, end],
  original,
  replacement,
  reason: 'letters',
  confidence,
  applicability: 'likely',
  alternatives: [],
})

describe('repairedWords', () => {
  it('takes text and confidence of a changed word from its edit', () => {
    const words = [{ span: [0, 4] as const, original: 'PMST', text: 'PMST', confidence: 0.4 }]
    expect(repairedWords(words, [edit(0, 4, 'PMST', 'ĐMST', 0.97)], [])).toEqual([
      { span: [0, 4], original: 'PMST', text: 'ĐMST', confidence: 0.97 },
    ])
  })

  it('leaves a word as printed when its change is only suggested', () => {
    const words = [{ span: [0, 4] as const, original: 'chuyên', text: 'chuyển', confidence: 0.75 }]
    const [word] = repairedWords(words, [], [edit(0, 4, 'chuyên', 'chuyển', 0.75)])
    expect(word?.text).toBe('chuyên')
    expect(word?.confidence).toBeCloseTo(0.25)
  })

  it('adds edits that no word stands for and drops the words they cover', () => {
    const words = [
      { span: [0, 2] as const, original: 's6', text: 'số', confidence: 0.9 },
      { span: [8, 10] as const, original: 'Qb', text: 'Qb', confidence: 0.5 },
      { span: [11, 14] as const, original: 'TTg', text: 'TTg', confidence: 0.9 },
    ]
    const edits = [edit(0, 2, 's6', 'số'), edit(3, 14, '1169/Qb-TTg', '1169/QĐ-TTg', 0.99)]
    expect(repairedWords(words, edits, []).map(({ text }) => text)).toEqual(['số', '1169/QĐ-TTg'])
  })
})
