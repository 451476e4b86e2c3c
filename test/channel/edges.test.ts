import { describe, expect, it } from 'vitest'
import { Edge, isCode, leadingMarks, trailingMarks } from '../../src/channel/edges.ts'

describe('marks at the edges of a chunk', () => {
  it.each([
    ['(số', 1, 0],
    ['"[a', 2, 1],
    ['[“a', 2, 2],
    ['&', 1, 0],
    ['...', 3, 3],
    ['số', 0, 0],
    ['@§@a', 3, 1],
  ])('before %s: at most %i, at least %i', (chunk, most, fewest) => {
    expect(leadingMarks(chunk)).toEqual({ most, fewest })
  })

  it.each([
    ['số,', 1, 1],
    ['số).', 2, 2],
    ['x&', 1, 0],
    ['x&,', 2, 1],
    ['số', 0, 0],
    ['¥', 1, 0],
  ])('after %s: at most %i, at least %i', (chunk, most, fewest) => {
    expect(trailingMarks(chunk)).toEqual({ most, fewest })
  })

  it('have the share they were counted with', () => {
    const edge = new Edge(
      new Map([
        ['', 90],
        [',', 10],
      ]),
    )
    expect(Math.exp(edge.logProbability(''))).toBeCloseTo(0.9, 2)
    expect(Math.exp(edge.logProbability(','))).toBeCloseTo(0.093, 2)
    expect(edge.logProbability('§')).toBeGreaterThan(edge.logProbability('§§'))
    expect(edge.logProbability('§§')).toBeGreaterThan(Number.NEGATIVE_INFINITY)
  })

  it('cost nothing absurd in a profile without any', () => {
    expect(new Edge(new Map()).logProbability('')).toBeGreaterThan(-1)
  })
})

describe('codes and numbers', () => {
  it.each(['2025', '1a2b3', '57/x'])('%s is one', (chunk) => {
    expect(isCode(chunk, 0, chunk.length)).toBe(true)
  })

  it.each(['s6', '1y', '14', 'b06', '0/'])('%s is looked at inside its edges only', (chunk) => {
    expect(isCode(chunk, 0, 2 - (chunk.endsWith('/') ? 1 : 0))).toBe(false)
  })
})
