import { describe, expect, it } from 'vitest'
import { chooseEdits } from '../../src/restore/choose-edits.ts'
import { ChunkReader } from '../../src/restore/chunk-facts.ts'
import { readChunks } from '../../src/restore/chunks.ts'
import type { Edit } from '../../src/restore/edit.ts'
import { PageEvidence } from '../../src/restore/evidence.ts'
import { WEIGHTS } from '../../src/restore/repair-weights.ts'

const TEXT = 'tô chức cầu cổng'
const chunks = readChunks(TEXT, new ChunkReader(null))
const weights = WEIGHTS.vie!

function edit(
  original: string,
  replacement: string,
  confidence: number,
  reason: Edit['reason'] = 'marks',
): Edit {
  const start = TEXT.indexOf(original)
  const span = [start, start + original.length] as const
  return { span, original, replacement, reason, confidence, applicability: 'likely', alternatives: [] }
}

const evidenceOf = (confidence: number) =>
  new PageEvidence(
    [...TEXT.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
      span: [index, index + word.length],
      confidence,
    })),
  )

const isMade = (one: Edit, evidence: PageEvidence | null, minConfidence = 0.2): boolean =>
  chooseEdits([one], chunks, weights, minConfidence, evidence).edits.length === 1

describe('chooseEdits', () => {
  it.each([
    ['a doubtful edit where the engine was sure', edit('tô', 'tổ', 0.55), 0.95, false],
    ['a sure edit where the engine was sure', edit('tô', 'tổ', 0.85), 0.95, true],
    ['a doubtful edit where it was neither', edit('tô', 'tổ', 0.3), 0.88, true],
    ['what lists know, whatever the engine says', edit('tô', 'tổ', 0.3, 'acronym'), 0.95, true],
    ['parted words where the engine was sure', edit('chức', 'ch ức', 0.9, 'split'), 0.95, false],
    ['parted words where it doubts', edit('chức', 'ch ức', 0.9, 'split'), 0.5, true],
    ['an edit that is likelier wrong where it doubts', edit('tô', 'tổ', 0.1), 0.5, false],
  ])('%s', (_, one, engine, made) => {
    expect(isMade(one, evidenceOf(engine))).toBe(made)
  })

  it('leaves a text with one slip alone unless an engine is known to have read it', () => {
    const one = edit('cầu', 'câu', 0.97)
    expect(isMade(one, null)).toBe(false)
    expect(isMade(one, evidenceOf(0.88))).toBe(true)
  })

  it('does not go below what the user asked for', () => {
    expect(isMade(edit('tô', 'tổ', 0.85), evidenceOf(0.5), 0.9)).toBe(false)
  })
})
