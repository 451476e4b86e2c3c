import { describe, expect, it } from 'vitest'
import { createCollector } from '../../src/batch/collector.ts'

/** A process of a size that grows with each document, of which collecting leaves the floor. */
function grow(documents: number, { garbage, kept, floor }: Record<'garbage' | 'kept' | 'floor', number>) {
  let base = floor
  let size = floor
  let collected = 0
  let most = 0
  const tell = createCollector(
    () => size,
    () => {
      collected++
      size = base
    },
  )
  for (let i = 0; i < documents; i++) {
    base += kept
    size += garbage + kept
    most = Math.max(most, size)
    tell(1)
  }
  return { collected, most, base }
}

describe('collecting garbage', () => {
  it('is left to V8 while the process keeps its size', () => {
    expect(grow(10_000, { garbage: 0, kept: 0, floor: 1000 }).collected).toBe(1)
  })

  it('keeps a process that leaves garbage within a fifth or so of what it needs', () => {
    const { collected, most } = grow(10_000, { garbage: 1, kept: 0, floor: 1000 })
    expect(most).toBeLessThan(1210)
    expect(collected).toBeLessThan(110)
  })

  it('does not collect over and over when what has grown is no garbage', () => {
    const { collected, base } = grow(10_000, { garbage: 0, kept: 1, floor: 1000 })
    expect(base).toBe(11_000)
    expect(collected).toBeLessThan(30)
  })
})
