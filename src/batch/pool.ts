/**
 * Documents side by side, each in a process of its own kind: a worker that crashes, hangs or eats up its memory takes
 * one document with it and is replaced. Processes, not threads, because native code (image decoding) that crashes in
 * a thread ends the whole program.
 */
import type { ChildProcess } from 'node:child_process'
import type { Tinypool } from 'tinypool'
import type { Executor, Progress } from './executor.ts'
import { type DocumentResult, failedResult, type Job } from './job.ts'
import { JobQueue, sizeOf, type Waiting } from './job-queue.ts'
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

/** What a worker gives back. */
export interface WorkerAnswer {
  /** In the order of the jobs. */
  readonly results: readonly DocumentResult[]
  /** MiB of its process after them. */
  readonly rssMiB: number
}

/** What a worker says while it works. */
export interface WorkerSign {
  /** Nothing when it only says that it goes on. */
  readonly progress: Progress | null
}

/**
 * Works in processes, through tinypool. When a worker dies with several documents in hand, each of them is worked on
 * again, alone: only the one that is to blame is lost.
 */
export class PoolExecutor implements Executor {
  readonly width: number
  private readonly options: PoolOptions
  private readonly queue: JobQueue
  private readonly pool: Promise<Tinypool>
  private busy = 0
  private answered = 0
  private readonly lives = new Map<number, Life>()
  private dead: Life | null = null

  /** Starts the workers. */
  constructor(options: PoolOptions) {
    this.options = options
    this.width = options.width
    this.queue = new JobQueue(options.width)
    this.pool = this.create()
    // Told to whoever gives a job.
    this.pool.catch(() => {})
  }

  get isFull(): boolean {
    return this.busy >= this.width && this.queue.isFull
  }

  async run(job: Job): Promise<DocumentResult | null> {
    const result = new Promise<DocumentResult | null>((done) => {
      this.queue.add({ job, done, size: sizeOf(job) })
    })
    this.handOut(await this.pool)
    return result
  }

  drop(): void {
    this.queue.drop()
  }

  private handOut(pool: Tinypool): void {
    while (this.busy < this.width && !this.queue.isEmpty) {
      this.busy++
      void this.work(pool, this.queue.take())
    }
  }

  private async work(pool: Tinypool, taken: readonly Waiting[]): Promise<void> {
    const { timeoutMs, memoryMiB } = this.options
    const controller = new AbortController()
    const start = performance.now()
    const giveUp = (): void => controller.abort()
    let watch = setTimeout(giveUp, timeoutMs)
    const channel = {
      postMessage: ({ progress }: WorkerSign) => {
        clearTimeout(watch)
        watch = setTimeout(giveUp, timeoutMs)
        if (progress !== null) this.options.onProgress?.(progress)
      },
    }
    let results: readonly DocumentResult[]
    try {
      const answer = pool.run(
        taken.map(({ job }) => job),
        { signal: controller.signal, channel },
      )
      this.watchNewWorkers(pool)
      const given = (await answer) as WorkerAnswer
      results = given.results
      const before = this.answered
      this.answered += results.length
      const recycleEvery = this.width * RECYCLE_DOCUMENTS
      const isDue = Math.floor(before / recycleEvery) < Math.floor(this.answered / recycleEvery)
      if (isDue || given.rssMiB > memoryMiB * RECYCLE_FACTOR) await pool.recycleWorkers()
    } catch (error) {
      const life = this.takeDead()
      const { exit = null, lastWords = '' } = life ?? {}
      const timedOut = controller.signal.aborted
      const death = { timedOut, timeoutMs, memoryMiB, exit, lastWords, error }
      results = taken.map(({ job }) => failedResult(job, deathOf(job, death), performance.now() - start))
      if (taken.length > 1) {
        this.queue.addAlone(taken)
        results = []
      }
    } finally {
      clearTimeout(watch)
      this.watchNewWorkers(pool)
    }
    this.busy--
    this.handOut(pool)
    for (const [i, result] of results.entries()) (taken[i] as Waiting).done(result)
  }

  async close(): Promise<void> {
    await (await this.pool).destroy()
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
