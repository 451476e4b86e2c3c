import { afterEach, describe, expect, it } from 'vitest'
import type { Executor, Progress } from '../../src/batch/executor.ts'
import { PoolExecutor, type PoolOptions } from '../../src/batch/pool.ts'
import { SerialExecutor } from '../../src/batch/serial.ts'
import { jobOf, resultOf } from './jobs.ts'

const WORKER = new URL('./faulty-worker.mjs', import.meta.url)

const open: Executor[] = []
function pool(options: Partial<PoolOptions> = {}): PoolExecutor {
  const executor = new PoolExecutor({
    worker: WORKER,
    width: 2,
    timeoutMs: 60_000,
    memoryMiB: 64,
    ...options,
  })
  open.push(executor)
  return executor
}
afterEach(async () => {
  for (const executor of open.splice(0)) await executor.close()
})

const serial = (): SerialExecutor =>
  new SerialExecutor(async (job) => {
    if (job.path === 'throw') throw new Error('thrown by the worker')
    return resultOf(job)
  })

describe.each([
  ['in this process', serial],
  ['in processes', () => pool()],
])('an executor %s', (_, create) => {
  it('gives the result of each job', async () => {
    const executor = create()
    const results = await Promise.all([0, 1, 2, 3].map((index) => executor.run(jobOf('ok', index))))
    expect(results.map((result) => [result?.index, result?.status])).toEqual(
      [0, 1, 2, 3].map((i) => [i, 'success']),
    )
    await executor.close()
  })

  it('turns an exception into a document that failed', async () => {
    const executor = create()
    const result = await executor.run(jobOf('throw'))
    expect(result?.status).toBe('failed')
    expect(result?.problems[0]?.message).toContain('thrown by the worker')
    expect((await executor.run(jobOf('ok')))?.status).toBe('success')
    await executor.close()
  })
})

describe('a pool of processes', () => {
  it.each([
    ['exit', 'DOCUMENT_CRASHED', 'exit code 3'],
    ['abort', 'DOCUMENT_CRASHED', 'SIGABRT'],
    ['kill', 'DOCUMENT_MEMORY', '64 MiB'],
    ['memory', 'DOCUMENT_MEMORY', '--max-memory'],
  ])('loses one document to a worker that ends by %s', async (path, code, words) => {
    const executor = pool()
    const results = await Promise.all([path, 'ok', 'ok', 'ok'].map((what, i) => executor.run(jobOf(what, i))))
    expect(results.map((result) => result?.status)).toEqual(['failed', 'success', 'success', 'success'])
    expect(results[0]?.problems).toMatchObject([{ code, message: expect.stringContaining(words) }])
    expect(results[0]?.problems[0]?.message).toContain(`${path}.txt`)
  })

  it('gives up a document that hangs, and only that', async () => {
    const executor = pool({ timeoutMs: 5_000 })
    await executor.run(jobOf('ok'))
    const results = await Promise.all(['hang', 'ok', 'ok'].map((what, i) => executor.run(jobOf(what, i))))
    expect(results.map((result) => result?.status)).toEqual(['failed', 'success', 'success'])
    expect(results[0]?.problems).toMatchObject([
      { code: 'DOCUMENT_TIMEOUT', message: expect.stringContaining('no page was finished within 5 s') },
    ])
    expect((await executor.run(jobOf('ok')))?.status).toBe('success')
  })

  it('does not give up a long document that goes on page by page', async () => {
    const seen: Progress[] = []
    const executor = pool({ timeoutMs: 8_000, onProgress: (progress) => seen.push(progress) })
    expect((await executor.run(jobOf('slow 2500', 7)))?.status).toBe('success')
    expect(seen.at(-1)).toEqual({ index: 7, page: 4, pages: 4 })
  })

  it('replaces a worker that has grown', async () => {
    const executor = pool({ width: 1 })
    const first = await executor.run(jobOf('fat'))
    const second = await executor.run(jobOf('ok'))
    expect(second?.status).toBe('success')
    expect(second?.sha256).not.toBe(first?.sha256)
    expect((await executor.run(jobOf('ok')))?.sha256).toBe(second?.sha256)
  })

  it('keeps what libraries print off this process’s stdout', async () => {
    let heard = ''
    const executor = pool({
      width: 1,
      onOutput: (text) => {
        heard += text
      },
    })
    await executor.run(jobOf('print'))
    await executor.close()
    expect(heard).toContain('printed by a library')
  })

  it('loses one document to a worker that had several texts in hand', async () => {
    const executor = pool({ width: 1 })
    const all = ['ok', ...Array(20).fill('ok.txt'), 'exit.txt', ...Array(20).fill('ok.txt')]
    const results = await Promise.all(all.map((what, i) => executor.run(jobOf(what, i))))
    expect(results.map((result) => result?.index)).toEqual(all.map((_, i) => i))
    expect(results.map((result) => result?.status)).toEqual(
      all.map((what) => (what === 'exit.txt' ? 'failed' : 'success')),
    )
    expect(results[21]?.problems).toMatchObject([{ code: 'DOCUMENT_CRASHED' }])
    expect(Math.max(...results.map((result) => result?.ms ?? 0))).toBeGreaterThan(8)
  })

  it('drops what has not been begun', async () => {
    const executor = pool({ width: 1 })
    const running = ['ok', 'ok', 'ok'].map((what, i) => executor.run(jobOf(what, i)))
    await running[0]
    executor.drop()
    expect((await Promise.all(running)).at(-1)).toBeNull()
    expect((await executor.run(jobOf('ok')))?.status).toBe('success')
  })

  it('works through many faults in a row', async () => {
    const executor = pool({ timeoutMs: 20_000 })
    const faults = ['exit', 'ok', 'kill', 'ok', 'abort', 'ok', 'throw', 'ok']
    const all = [...faults, ...faults]
    const results = await Promise.all(all.map((what, i) => executor.run(jobOf(what, i))))
    expect(results.map((result) => result?.status)).toEqual(
      all.map((what) => (what === 'ok' ? 'success' : 'failed')),
    )
  })
})
