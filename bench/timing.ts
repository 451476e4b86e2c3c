/**
 * Timing. Throughput is per second of processor time, that of the collector's threads included: what one core does, on a
 * busy machine too. (tinybench knows the clock on the wall only.)
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

/** Seconds of each pass. */
export interface Samples {
  readonly name: string
  readonly units: number
  readonly processor: readonly number[]
  readonly wall: readonly number[]
}

export interface Timing {
  /** Units per second of processor time: of the median pass, and of the slowest in a hundred. */
  readonly perSecond: number
  readonly perSecondP99: number
  /** Units per second by the clock on the wall, median. */
  readonly perSecondWall: number
  readonly passes: number
}

const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/**
 * Times tasks in turn.
 *
 * @param passes timed passes of each task, after `warmup` untimed ones
 */
export function timeTasks(tasks: readonly Task[], passes: number, warmup: number): Samples[] {
  const samples = tasks.map(({ name, units }) => ({
    name,
    units,
    processor: [] as number[],
    wall: [] as number[],
  }))
  for (let round = -warmup; round < passes; round++) {
    for (const [index, { prepare, pass }] of tasks.entries()) {
      prepare?.()
      const start = performance.now()
      const before = process.cpuUsage()
      pass()
      const { user, system } = process.cpuUsage(before)
      if (round < 0) continue
      samples[index]!.wall.push((performance.now() - start) / 1e3)
      samples[index]!.processor.push((user + system) / 1e6)
    }
  }
  return samples
}

/** Medians over all samples of a name. */
export function summarise(samples: readonly Samples[]): Map<string, Timing> {
  const names = [...new Set(samples.map(({ name }) => name))]
  return new Map(
    names.map((name) => {
      const own = samples.filter((one) => one.name === name)
      const { units } = own[0]!
      const processor = own.flatMap((one) => one.processor)
      return [
        name,
        {
          perSecond: units / median(processor),
          perSecondP99: units / quantile(processor, 0.99),
          perSecondWall: units / median(own.flatMap((one) => one.wall)),
          passes: processor.length,
        },
      ]
    }),
  )
}
