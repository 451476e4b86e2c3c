import { describe, expect, it } from 'vitest'
import { ChunkReader } from '../../src/restore/chunk-facts.ts'
import { readChunks } from '../../src/restore/chunks.ts'
import { PageEvidence } from '../../src/restore/evidence.ts'
import { findLostSpaces } from '../../src/restore/lost-spaces.ts'

function found(text: string, confidence: number, edits = new Map<number, unknown>()): string[] {
  const words = [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    span: [index, index + word.length] as const,
    confidence,
  }))
  const chunks = readChunks(text, new ChunkReader(null))
  return findLostSpaces(chunks, new PageEvidence(words), edits).map((space) => {
    expect(text.slice(space.start, space.end)).toBe(space.text.replace(' ', ''))
    return space.text
  })
}

describe('findLostSpaces', () => {
  it('puts a space behind a comma between words the engine was not sure of', () => {
    expect(found('- CT,PCT UBND tỉnh; xã,phường;', 0.5)).toEqual(['CT, PCT', 'xã, phường'])
  })

  it.each([
    ['words the engine was sure of', 'CT,PCT', 0.95],
    ['figures', '1,5 triệu 2,3', 0.3],
    ['rows of words', 'a,b,c', 0.3],
    ['words cut by other signs', 'VT,KT.abc', 0.3],
    ['commas with their space', 'CT, PCT', 0.3],
  ])('leaves %s', (_, text, confidence) => {
    expect(found(text, confidence)).toEqual([])
  })

  it('leaves what another edit covers', () => {
    expect(found('CT,PCT', 0.5, new Map([[3, true]]))).toEqual([])
  })
})
