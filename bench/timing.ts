/**
 * Timing of things that are compared. Their passes alternate, so that whatever else the machine does meanwhile slows
 * all of them alike and the ratios hold (tinybench would finish one before it begins the next). Throughput is per second
 * of processor time, that of the collector's threads included: what one core does, on a busy machine too.
 */
import { performance } from 'node:perf_hooks'

/** One thing to time: a pass over a fixed amount of text. */
export interface Task {
  readonly name: string
  /** Words, syllables: what a pass goes through. */
  readonly units: number
  /** Not timed; called before every pass. */
  readonly prepare?: () => void
  readonly pass: () => void
}

export interface Timing {
  /** Units per second of processor time: of the median pass, and of the slowest in a hundred. */
  readonly perSecond: number
  readonly perSecondP99: number
  /** Units per second by the clock on the wall, median. */
  readonly perSecondWall: number
  readonly passes: number
}

/** Value at a share of a sorted list. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

export const median = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  )

/**
 * Times tasks in turn.
 *
 * @param passes timed passes of each task, after `warmup` untimed ones
 */
export function timeTasks(tasks: readonly Task[], passes: number, warmup: number): Map<string, Timing> {
  const empty = (): Map<string, number[]> => new Map(tasks.map(({ name }) => [name, []]))
  const processor = empty()
  const wall = empty()
  for (let round = -warmup; round < passes; round++) {
    for (const { name, prepare, pass } of tasks) {
      prepare?.()
      const start = performance.now()
      const before = process.cpuUsage()
      pass()
      const { user, system } = process.cpuUsage(before)
      if (round < 0) continue
      wall.get(name)!.push((performance.now() - start) / 1e3)
      processor.get(name)!.push((user + system) / 1e6)
    }
  }
  return new Map(
    tasks.map(({ name, units }) => {
      const sorted = processor.get(name)!.sort((a, b) => a - b)
      const perSecond = units / quantile(sorted, 0.5)
      const perSecondP99 = units / quantile(sorted, 0.99)
      return [name, { perSecond, perSecondP99, perSecondWall: units / median(wall.get(name)!), passes }]
    }),
  )
}
