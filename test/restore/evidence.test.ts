import { describe, expect, it } from 'vitest'
import { ChunkReader } from '../../src/restore/chunk-facts.ts'
import { readChunks } from '../../src/restore/chunks.ts'
import { natsOf, PageEvidence } from '../../src/restore/evidence.ts'

const chunksOf = (text: string) => readChunks(text, new ChunkReader(null))

describe('natsOf', () => {
  it('rises with the confidence of the engine, and ends at both ends', () => {
    let before = Number.NEGATIVE_INFINITY
    for (let confidence = 0; confidence <= 1; confidence += 0.01) {
      const nats = natsOf(confidence)
      expect(nats).toBeGreaterThanOrEqual(before)
      before = nats
    }
    expect([natsOf(0), natsOf(0.3), natsOf(0.97), natsOf(1)]).toEqual([-5, -5, 1.7, 1.7])
  })
})

describe('PageEvidence', () => {
  const TEXT = 'tô chức (cầu), số 12/QĐ-UBND UBND a,b'
  const spans = [...TEXT.matchAll(/\S+/g)].map(({ index, 0: word }) => [index, index + word.length] as const)
  const with_ = (...confidences: number[]) =>
    new PageEvidence(confidences.map((confidence, i) => ({ span: spans[i]!, confidence })))

  it('speaks for sure words and against doubtful ones, in any order', () => {
    const words = [
      { span: [3, 7] as const, confidence: 0.5 },
      { span: [0, 2] as const, confidence: 0.97 },
    ]
    const evidence = new PageEvidence(words)
    const [first, second, third] = chunksOf(TEXT)
    expect(evidence.natsOf(first!)).toBe(1.7)
    expect(evidence.natsOf(second!)).toBeCloseTo(-4.6, 10)
    expect(evidence.natsOf(third!)).toBe(0)
  })

  it('does not doubt abbreviations, and parts of a word only a little', () => {
    const chunks = chunksOf(TEXT)
    const evidence = with_(0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3)
    const natsOfText = (text: string) => evidence.natsOf(chunks.find((chunk) => chunk.text === text)!)
    expect(natsOfText('tô')).toBe(-5)
    expect(natsOfText('UBND')).toBe(0)
    expect(natsOfText('b')).toBe(-1)
  })

  it.each([
    ['sure', [0.93, 0.96]],
    ['doubtful', [0.8, 0.1]],
    [null, [0.96, 0.5]],
    [null, [0.9, 0.9]],
  ])('says %s of two words the engine gave %j', (verdict, confidences) => {
    expect(with_(...confidences).verdictOf([0, 7])).toBe(verdict)
  })

  it('knows nothing of stretches no word covers', () => {
    expect(with_(0.5).verdictOf([10, 12])).toBe(null)
    expect(with_(0.5).rightOf(10, 12)).toBe(null)
    expect(with_(0.5, 0.96).rightOf(0, 7)).toBeLessThan(0.5)
    expect(with_(0.96).rightOf(0, 2)).toBeGreaterThan(0.99)
  })
})
