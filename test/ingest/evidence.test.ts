import { describe, expect, it } from 'vitest'
import type { IngestedLine } from '../../src/ingest/document.ts'
import { heedEvidence } from '../../src/ingest/evidence.ts'
import { applyEdits, type Edit } from '../../src/restore/edit.ts'
import type { Repair } from '../../src/restore/repair.ts'

const RAW = 'tô chức cầu cổng'

const edit = (
  original: string,
  replacement: string,
  confidence: number,
  reason: Edit['reason'] = 'marks',
): Edit => {
  const start = RAW.indexOf(original)
  const span = [start, start + original.length] as const
  return { span, original, replacement, reason, confidence, applicability: 'likely', alternatives: [] }
}

function repairOf(edits: Edit[], suggestions: Edit[] = []): Repair {
  const words = RAW.split(' ').map((original) => {
    const start = RAW.indexOf(original)
    const made = edits.find(({ span }) => span[0] === start)
    const text = made?.replacement ?? original
    return {
      span: [start, start + original.length] as const,
      original,
      text,
      confidence: made?.confidence ?? 0.9,
    }
  })
  return { text: applyEdits(RAW, edits), words, edits, suggestions, review: [], source: 'vie' }
}

/** The words of RAW with what the engine thought of each. */
function linesWith(...confidences: (number | null)[]): IngestedLine[] {
  const words = RAW.split(' ').map((text, i) => {
    const start = RAW.indexOf(text)
    return {
      text,
      span: [start, start + text.length] as const,
      box: null,
      confidence: confidences[i] ?? null,
    }
  })
  return [{ span: [0, RAW.length], box: null, words, furniture: null }]
}

describe('heedEvidence', () => {
  it('takes a doubtful edit back where the engine was sure', () => {
    const found = repairOf([edit('tô', 'tổ', 0.4)])
    const result = heedEvidence(RAW, found, linesWith(0.96, 0.96, 0.96, 0.96))
    expect(result.text).toBe(RAW)
    expect(result.edits).toEqual([])
    expect(result.suggestions).toEqual(found.edits)
    expect(result.words[0]).toEqual({ span: [0, 2], original: 'tô', text: 'tô', confidence: 0.6 })
  })

  it('leaves edits that are sure, or by lists and grammars, or where the engine was not sure', () => {
    for (const [made, engine] of [
      [edit('tô', 'tổ', 0.9), 0.96],
      [edit('tô', 'tổ', 0.4), 0.8],
      [edit('tô', 'tổ', 0.4, 'acronym'), 0.96],
      [edit('tô', 'tổ', 0.4, 'code'), 0.96],
    ] as const) {
      const found = repairOf([made])
      expect(heedEvidence(RAW, found, linesWith(engine, 0.96, 0.96, 0.96))).toBe(found)
    }
  })

  it('makes a likely suggestion where the engine doubted', () => {
    const found = repairOf([], [edit('cổng', 'cống', 0.7)])
    const result = heedEvidence(RAW, found, linesWith(0.96, 0.96, 0.96, 0.6))
    expect(result.text).toBe('tô chức cầu cống')
    expect(result.suggestions).toEqual([])
    expect(result.words.at(-1)).toMatchObject({ text: 'cống', confidence: 0.7 })
  })

  it('makes no unlikely suggestion, and none where the engine was sure', () => {
    const unlikely = repairOf([], [edit('cổng', 'cống', 0.3)])
    expect(heedEvidence(RAW, unlikely, linesWith(0.96, 0.96, 0.96, 0.6))).toBe(unlikely)
    const sure = repairOf([], [edit('cổng', 'cống', 0.7)])
    expect(heedEvidence(RAW, sure, linesWith(0.96, 0.96, 0.96, 0.95))).toBe(sure)
  })

  it('leaves the repair of a text that no engine read', () => {
    const found = repairOf([edit('tô', 'tổ', 0.3)], [edit('cổng', 'cống', 0.7)])
    expect(heedEvidence(RAW, found, linesWith(null, null, null, null))).toBe(found)
    expect(heedEvidence(RAW, found, [])).toBe(found)
  })
})
