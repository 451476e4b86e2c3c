import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JobQueue, sizeOf, TOGETHER_BYTES, TOGETHER_MAX, type Waiting } from '../../src/batch/job-queue.ts'
import { jobOf } from './jobs.ts'

const waiting = (index: number, size: number): Waiting => ({ job: jobOf('a', index), done: () => {}, size })

function filled(sizes: readonly number[], workers = 1): JobQueue {
  const queue = new JobQueue(workers)
  sizes.forEach((size, i) => {
    queue.add(waiting(i, size))
  })
  return queue
}

const indices = (taken: readonly Waiting[]): number[] => taken.map(({ job }) => job.index)

describe('documents that wait for a worker', () => {
  it('are handed over once each, in their order, small ones together and large ones alone', () => {
    const size = fc.oneof(fc.nat(20_000), fc.constant(Number.POSITIVE_INFINITY))
    fc.assert(
      fc.property(fc.array(size, { maxLength: 80 }), fc.integer({ min: 1, max: 4 }), (sizes, workers) => {
        const queue = filled(sizes, workers)
        const seen: number[] = []
        while (!queue.isEmpty) {
          const taken = queue.take()
          expect(taken.length).toBeGreaterThan(0)
          expect(taken.length).toBeLessThanOrEqual(TOGETHER_MAX)
          const bytes = taken.reduce((sum, { size }) => sum + size, 0)
          if (taken.length > 1) expect(bytes).toBeLessThanOrEqual(TOGETHER_BYTES)
          seen.push(...indices(taken))
        }
        expect(seen).toEqual(sizes.map((_, i) => i))
      }),
    )
  })

  it('are shared out evenly when few are left', () => {
    expect(indices(filled([1, 1, 1, 1, 1], 2).take())).toEqual([0, 1, 2])
  })

  it('are enough when a long one waits, or a share of short ones for every worker', () => {
    expect(filled([Number.POSITIVE_INFINITY], 2).isFull).toBe(true)
    expect(filled(Array(2 * TOGETHER_MAX - 1).fill(1), 2).isFull).toBe(false)
    expect(filled(Array(2 * TOGETHER_MAX).fill(1), 2).isFull).toBe(true)
  })

  it('are worked on alone, and first, when a worker died of them', () => {
    const queue = filled([1, 1, 1])
    queue.addAlone([waiting(8, 1), waiting(9, 1)])
    expect([queue.take(), queue.take(), queue.take()].map(indices)).toEqual([[8], [9], [0, 1, 2]])
  })

  it('are told when they are dropped', () => {
    const told: unknown[] = []
    const queue = new JobQueue(1)
    queue.add({ job: jobOf('a'), done: (result) => told.push(result), size: 1 })
    queue.drop()
    expect([queue.isEmpty, told]).toEqual([true, [null]])
  })

  it('have the size of their file when that is a text', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vanban-queue-'))
    try {
      for (const name of ['a.txt', 'a.pdf']) writeFileSync(join(folder, name), 'abc')
      expect(sizeOf(jobOf(join(folder, 'a.txt')))).toBe(3)
      expect(sizeOf(jobOf(join(folder, 'a.pdf')))).toBe(Number.POSITIVE_INFINITY)
      expect(sizeOf(jobOf(join(folder, 'missing.txt')))).toBe(0)
      expect(sizeOf(jobOf('/dev/null.txt'))).toBe(0)
      expect(sizeOf({ ...jobOf('-'), bytes: new Uint8Array(3) })).toBe(Number.POSITIVE_INFINITY)
      expect(sizeOf({ ...jobOf(''), text: 'ab' })).toBe(2)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
