/** Jobs → results: so many in hand at a time as the executor takes, stopping when asked to. */
import type { Executor } from './executor.ts'
import type { DocumentResult, Job } from './job.ts'

/** How a run goes. */
export interface BatchOptions {
  /** Jobs are taken one by one, when there is room for them; a result in their place is passed on as it is. */
  readonly jobs: Iterable<Job | DocumentResult> | AsyncIterable<Job | DocumentResult>
  readonly executor: Executor
  /** Gets every result, one at a time. */
  readonly onResult: (result: DocumentResult) => Promise<void> | void
  /** Results come in the order of their index, which must count from 0 without gaps. */
  readonly ordered?: boolean
  /** Take no more jobs once this gives true; what is in work is finished, what waits is dropped. */
  readonly stop?: () => boolean
}

/** Finished results that may wait for a slower one before them, for each worker. */
const WAITING_MAX = 8

/** Runs jobs to the end. Rejects when `onResult` or the source of jobs does. */
export async function runBatch({ jobs, executor, onResult, ordered, stop }: BatchOptions): Promise<void> {
  let inHand = 0
  /** Of these, results on their way to the receiver. */
  let arriving = 0
  // A promise that all others are raced against would remember every race.
  let wake = (): void => {}
  const waiting = new Map<number, DocumentResult>()
  let next = 0
  let failure: unknown
  let failed = false
  // Results are handed on in a chain, never two at a time.
  let chain: Promise<void> = Promise.resolve()

  const fail = (error: unknown): void => {
    if (!failed) failure = error
    failed = true
  }
  const hand = (result: DocumentResult): Promise<void> => {
    chain = chain.then(async () => {
      if (failed) return
      if (ordered !== true) return onResult(result)
      waiting.set(result.index, result)
      for (let ready = waiting.get(next); ready !== undefined; ready = waiting.get(next)) {
        waiting.delete(next++)
        await onResult(ready)
      }
    })
    chain = chain.catch(fail)
    return chain
  }
  const isFull = (): boolean =>
    executor.isFull || arriving >= executor.width || waiting.size >= executor.width * WAITING_MAX
  const work = async (job: Job): Promise<void> => {
    try {
      const result = await executor.run(job)
      arriving++
      if (result !== null) await hand(result)
      arriving--
    } catch (error) {
      fail(error)
    }
    inHand--
    wake()
  }
  const change = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve
    })
  const isStopped = (): boolean => failed || stop?.() === true

  for await (const item of jobs) {
    if (isStopped()) break
    if ('status' in item) {
      await hand(item)
      continue
    }
    inHand++
    void work(item)
    while (inHand > 0 && isFull() && !isStopped()) await change()
    if (isStopped()) break
  }
  while (inHand > 0) {
    if (isStopped()) executor.drop()
    await change()
  }
  await chain
  if (failed) throw failure
}
