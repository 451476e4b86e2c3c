// The executor for a run: processes side by side, or this process alone.

import { existsSync } from 'node:fs'
import type { Executor, Progress } from '../batch/executor.ts'
import type { Library } from '../batch/library.ts'
import type { Reading } from '../batch/task.ts'
import type { CliIo } from './io.ts'

/** The built worker lies beside this file's bundle. */
const WORKER = new URL('./batch-worker.js', import.meta.url)

/** A timer set to more ends at once. */
const TIMER_MAX_MS = 2 ** 31 - 1

/** How work is spread. */
export interface ExecutorRequest {
  /** Documents at a time. */
  readonly jobs: number
  readonly timeout: number
  readonly maxMemory: number
  /** How documents are read when that is done in this process. */
  readonly reading?: Reading
  readonly onProgress?: (progress: Progress) => void
  readonly onOutput?: (text: string) => void
}

/** Makes it. Run from source, where no worker has been built, everything is done in this process. */
export async function makeExecutor(
  { jobs, timeout, maxMemory, reading, onProgress, onOutput }: ExecutorRequest,
  io: CliIo,
): Promise<Executor> {
  if (jobs > 1 && existsSync(WORKER)) {
    const { PoolExecutor } = await import('../batch/pool.ts')
    return new PoolExecutor({
      worker: WORKER,
      width: jobs,
      timeoutMs: Math.min(timeout * 1000, TIMER_MAX_MS),
      memoryMiB: maxMemory,
      ...(onProgress === undefined ? {} : { onProgress }),
      ...(onOutput === undefined ? {} : { onOutput }),
    })
  }
  // Reading and repair are loaded where the work is done, not where it is handed out.
  const [{ createWork }, { SerialExecutor }] = await Promise.all([
    import('../batch/process-document.ts'),
    import('../batch/serial.ts'),
  ])
  const library = (await io.loadEngine()) as unknown as Library
  return new SerialExecutor(
    createWork(library, () => io.clock(), reading),
    onProgress,
  )
}
