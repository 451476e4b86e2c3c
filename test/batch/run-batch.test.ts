import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Executor } from '../../src/batch/executor.ts'
import type { DocumentResult, Job } from '../../src/batch/job.ts'
import { runBatch } from '../../src/batch/run-batch.ts'
import { jobOf, resultOf } from './jobs.ts'

/** Finishes jobs in whatever order the delays give, and counts how many were in work at a time. */
class Juggler implements Executor {
  readonly width: number
  busy = 0
  most = 0
  readonly started: number[] = []
  private readonly turns: readonly number[]

  constructor(width: number, turns: readonly number[] = []) {
    this.width = width
    this.turns = turns
  }

  get isFull(): boolean {
    return this.busy >= this.width
  }

  async run(job: Job): Promise<DocumentResult> {
    this.started.push(job.index)
    this.most = Math.max(this.most, ++this.busy)
    for (let turn = 0; turn < (this.turns[job.index] ?? 0); turn++) await new Promise(setImmediate)
    this.busy--
    return resultOf(job)
  }

  drop(): void {}

  async close(): Promise<void> {}
}

const jobs = (count: number): Job[] => Array.from({ length: count }, (_, i) => jobOf('a', i))

describe('runBatch', () => {
  it('never has more in work than the executor takes, and loses nothing, in whatever order documents end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(6), { maxLength: 30 }),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        async (turns, width, ordered) => {
          const executor = new Juggler(width, turns)
          const seen: number[] = []
          let inside = 0
          await runBatch({
            jobs: jobs(turns.length),
            executor,
            ordered,
            onResult: async ({ index }) => {
              expect(++inside).toBe(1)
              await new Promise(setImmediate)
              inside--
              seen.push(index)
            },
          })
          expect(executor.most).toBeLessThanOrEqual(width)
          if (!ordered) seen.sort((a, b) => a - b)
          expect(seen).toEqual(turns.map((_, i) => i))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('takes jobs one by one, not all at once', async () => {
    let taken = 0
    let handed = 0
    async function* source(): AsyncGenerator<Job> {
      for (const job of jobs(50)) {
        taken++
        yield job
      }
    }
    await runBatch({
      jobs: source(),
      executor: new Juggler(2),
      onResult: () => {
        handed++
        expect(taken - handed).toBeLessThan(5)
      },
    })
    expect(handed).toBe(50)
  })

  it('does not run far ahead of a slow document when results are wanted in order', async () => {
    const executor = new Juggler(2, [2_000])
    await runBatch({
      jobs: jobs(100),
      executor,
      ordered: true,
      onResult: ({ index }) => {
        if (index === 0) expect(executor.started.length).toBeLessThan(20)
      },
    })
  })

  it('passes on results that stand in the place of jobs', async () => {
    const seen: string[] = []
    const [first, second] = jobs(2) as [Job, Job]
    await runBatch({
      jobs: [first, resultOf(second, { status: 'skipped' })],
      executor: new Juggler(1),
      onResult: ({ index, status }) => {
        seen.push(`${index} ${status}`)
      },
    })
    expect(seen.sort()).toEqual(['0 success', '1 skipped'])
  })

  it('stops when asked to, and finishes what is in work', async () => {
    const executor = new Juggler(2, [3, 3, 3, 3])
    const seen: number[] = []
    await runBatch({
      jobs: jobs(10),
      executor,
      stop: () => seen.length > 0,
      onResult: ({ index }) => {
        seen.push(index)
      },
    })
    expect(seen.length).toBe(executor.started.length)
    expect(seen.length).toBeLessThan(10)
  })

  it('passes failures of the receiver and of the source on', async () => {
    const fail = (): never => {
      throw new Error('disk full')
    }
    await expect(runBatch({ jobs: jobs(5), executor: new Juggler(2), onResult: fail })).rejects.toThrow(
      'disk full',
    )
    async function* source(): AsyncGenerator<Job> {
      yield jobOf('a')
      fail()
    }
    await expect(runBatch({ jobs: source(), executor: new Juggler(2), onResult: () => {} })).rejects.toThrow(
      'disk full',
    )
  })
})
