/**
 * Documents side by side, each in a process of its own kind: a worker that crashes, hangs or eats up its memory takes
 * one document with it and is replaced. Processes, not threads, because native code (image decoding) that crashes in
 * a thread ends the whole program.
 */
import type { ChildProcess } from 'node:child_process'
import type { Tinypool } from 'tinypool'
import type { Executor, Progress } from './executor.ts'
import { type DocumentResult, failedResult, type Job } from './job.ts'
import { deathOf, type Exit } from './worker-death.ts'

/** How the workers are kept. */
export interface PoolOptions {
  /** Module whose default export works on a job: the built worker. */
  readonly worker: URL
  readonly width: number
  /** A document without a sign of life (a page finished) for so long is given up. */
  readonly timeoutMs: number
  /** MiB of JavaScript heap a worker may use. */
  readonly memoryMiB: number
  readonly onProgress?: (progress: Progress) => void
  /** Each line a worker prints; without, it is dropped. */
  readonly onOutput?: (text: string) => void
}

/** A worker whose process holds more after a document is replaced, so that leaks do not add up overnight. */
const RECYCLE_FACTOR = 0.75
/** And so is every worker after so many documents, for what is left behind in small pieces. */
const RECYCLE_DOCUMENTS = 20_000
/** The last of what a dying worker printed tells why. */
const LAST_WORDS_MAX = 4_096

interface Life {
  readonly process: ChildProcess
  lastWords: string
  exit: Exit | null
}

/** What a worker gives back beside the result. */
export interface WorkerAnswer {
  readonly result: DocumentResult
  /** MiB of its process after the document. */
  readonly rssMiB: number
}

/** What a worker says while it works. */
export interface WorkerSign {
  readonly progress: Progress
}

/** Works in processes, through tinypool. */
export class PoolExecutor implements Executor {
  readonly width: number
  private readonly options: PoolOptions
  private pool: Promise<Tinypool> | undefined
  private answered = 0
  private readonly lives = new Map<number, Life>()
  private dead: Life | null = null

  constructor(options: PoolOptions) {
    this.options = options
    this.width = options.width
  }

  async run(job: Job): Promise<DocumentResult> {
    const pool = await this.open()
    const controller = new AbortController()
    const start = performance.now()
    let watch = setTimeout(() => controller.abort(), this.options.timeoutMs)
    const channel = {
      postMessage: ({ progress }: WorkerSign) => {
        clearTimeout(watch)
        watch = setTimeout(() => controller.abort(), this.options.timeoutMs)
        this.options.onProgress?.(progress)
      },
    }
    try {
      const answer = pool.run(job, { signal: controller.signal, channel })
      this.watchNewWorkers(pool)
      const { result, rssMiB } = (await answer) as WorkerAnswer
      const isDue = ++this.answered % (this.width * RECYCLE_DOCUMENTS) === 0
      if (isDue || rssMiB > this.options.memoryMiB * RECYCLE_FACTOR) await pool.recycleWorkers()
      return result
    } catch (error) {
      const life = this.takeDead()
      const problem = deathOf(job, {
        timedOut: controller.signal.aborted,
        timeoutMs: this.options.timeoutMs,
        memoryMiB: this.options.memoryMiB,
        exit: life?.exit ?? null,
        lastWords: life?.lastWords ?? '',
        error,
      })
      return failedResult(job, problem, performance.now() - start)
    } finally {
      clearTimeout(watch)
      this.watchNewWorkers(pool)
    }
  }

  async close(): Promise<void> {
    const pool = await this.pool
    this.pool = undefined
    await pool?.destroy()
  }

  private open(): Promise<Tinypool> {
    this.pool ??= this.create()
    return this.pool
  }

  private async create(): Promise<Tinypool> {
    const { Tinypool } = await import('tinypool')
    const { worker, width, memoryMiB } = this.options
    const pool = new Tinypool({
      filename: worker.href,
      runtime: 'child_process',
      // The default, JSON, would turn bytes into objects.
      serialization: 'advanced',
      minThreads: width,
      maxThreads: width,
      env: process.env as Record<string, string>,
      execArgv: [`--max-old-space-size=${memoryMiB}`, '--expose-gc'],
    })
    // A worker that dies between documents is replaced like any other.
    pool.on('error', () => {})
    this.watchNewWorkers(pool)
    return pool
  }

  /** The worker that has just ended: its document is told in the same turn of the event loop. */
  private takeDead(): Life | null {
    const life = this.dead
    this.dead = null
    return life
  }

  /** Listens to how workers end and what they say last, which tinypool does not tell. */
  private watchNewWorkers(pool: Tinypool): void {
    for (const { process: child } of pool.threads as unknown as { readonly process: ChildProcess }[]) {
      if (child.pid === undefined || this.lives.get(child.pid)?.process === child) continue
      const life: Life = { process: child, lastWords: '', exit: null }
      this.lives.set(child.pid, life)
      for (const stream of [child.stdout, child.stderr]) {
        // Tinypool pipes into this process's own streams, where only results belong.
        stream?.unpipe()
        stream?.on('data', (chunk: Buffer) => {
          const text = chunk.toString()
          life.lastWords = (life.lastWords + text).slice(-LAST_WORDS_MAX)
          this.options.onOutput?.(text)
        })
      }
      child.on('exit', (code, signal) => {
        life.exit = { code, signal }
        this.lives.delete(child.pid as number)
        // Tinypool ends workers that are replaced, or whose document is given up, by this signal.
        if (signal !== 'SIGTERM') this.dead = life
      })
      // Sending to a process that has just died fails; its exit is what counts.
      child.on('error', () => {})
    }
  }
}
