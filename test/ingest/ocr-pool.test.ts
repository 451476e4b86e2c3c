import { describe, expect, it } from 'vitest'
import { mapInFlight } from '../../src/ingest/in-flight.ts'
import { OcrPool } from '../../src/ingest/ocr-pool.ts'
import type { OcrEngine, OcrLine } from '../../src/ingest/tesseract.ts'

const IMAGE = { width: 1, height: 1, pixels: new Uint8Array(1) }
const NO_LINES: OcrLine[] = []

/** Engines that do what they are told, and a record of what became of them. */
function fakeEngines(recognise: (engine: number, page: number) => Promise<OcrLine[]>) {
  const log: string[] = []
  let opened = 0
  let pages = 0
  const open = async (): Promise<OcrEngine> => {
    const engine = ++opened
    log.push(`open ${engine}`)
    return {
      recognise: () => recognise(engine, ++pages),
      hold: () => {},
      release: () => {},
      close: async () => {
        log.push(`close ${engine}`)
      },
    }
  }
  const putAway = async (engine: OcrEngine): Promise<void> => engine.close()
  return { log, open, putAway }
}

const never = (): Promise<OcrLine[]> => new Promise(() => {})

describe('OcrPool', () => {
  it('has no more pages at work than engines, and reads all', async () => {
    let atWork = 0
    let most = 0
    const { log, open, putAway } = fakeEngines(async () => {
      most = Math.max(most, ++atWork)
      await new Promise((resolve) => setImmediate(resolve))
      atWork--
      return NO_LINES
    })
    const pool = new OcrPool({ size: 2, seconds: 10, open, putAway })
    const results = await Promise.all(Array.from({ length: 9 }, () => pool.recognise(IMAGE, 200)))
    await pool.close()
    expect(results).toHaveLength(9)
    expect(most).toBe(2)
    expect(log.sort()).toEqual(['close 1', 'close 2', 'open 1', 'open 2'])
  })

  it('gives up on a page that hangs, and reads the next with a new engine', async () => {
    const { log, open, putAway } = fakeEngines((engine) =>
      engine === 1 ? never() : Promise.resolve(NO_LINES),
    )
    const pool = new OcrPool({ size: 1, seconds: 0.01, open, putAway })
    await expect(pool.recognise(IMAGE, 200)).rejects.toMatchObject({
      code: 'LIMIT_EXCEEDED',
      message:
        'The page took more than 0.01 seconds to read: raise the limit, or give the page as a smaller image.',
    })
    await expect(pool.recognise(IMAGE, 200)).resolves.toEqual([])
    await pool.close()
    expect(log).toEqual(['open 1', 'close 1', 'open 2', 'close 2'])
  })

  it('closes an engine that failed', async () => {
    const { log, open, putAway } = fakeEngines(async () => Promise.reject(new Error('aborted()')))
    const pool = new OcrPool({ size: 1, seconds: 10, open, putAway })
    await expect(pool.recognise(IMAGE, 200)).rejects.toThrow('aborted()')
    await pool.close()
    expect(log).toEqual(['open 1', 'close 1'])
  })

  it('ends at once when it is aborted, also the pages that wait', async () => {
    const controller = new AbortController()
    const { log, open, putAway } = fakeEngines(never)
    const pool = new OcrPool({ size: 1, seconds: 100, signal: controller.signal, open, putAway })
    const pages = Promise.allSettled([pool.recognise(IMAGE, 200), pool.recognise(IMAGE, 200)])
    await new Promise((resolve) => setImmediate(resolve))
    controller.abort(new Error('enough'))
    const reasons = (await pages).map((page) => page.status === 'rejected' && (page.reason as Error).message)
    expect(reasons).toEqual(['enough', 'enough'])
    await pool.close()
    expect(log).toEqual(['open 1', 'close 1'])
  })

  it('uses the engine that was started ahead', async () => {
    const { log, open, putAway } = fakeEngines(async () => NO_LINES)
    const pool = new OcrPool({ size: 2, seconds: 10, open, putAway })
    pool.warm()
    pool.warm()
    await pool.recognise(IMAGE, 200)
    pool.warm()
    await pool.close()
    expect(log).toEqual(['open 1', 'close 1'])
  })

  it('says why an engine cannot be started', async () => {
    const pool = new OcrPool({ size: 1, seconds: 10, open: () => Promise.reject(new Error('no data')) })
    pool.warm()
    await expect(pool.recognise(IMAGE, 200)).rejects.toThrow('no data')
    await pool.close()
  })
})

describe('mapInFlight', () => {
  it('keeps the order of the items', async () => {
    const results = await mapInFlight([3, 1, 2], 2, async (n) => {
      for (let i = 0; i < n; i++) await Promise.resolve()
      return n * 10
    })
    expect(results).toEqual([30, 10, 20])
  })

  it('begins nothing after a failure, and waits for what is under way', async () => {
    const begun: number[] = []
    let ended = 0
    const run = mapInFlight([1, 2, 3, 4], 2, async (n) => {
      begun.push(n)
      if (n === 1) throw new Error('one')
      await new Promise((resolve) => setImmediate(resolve))
      ended++
    })
    await expect(run).rejects.toThrow('one')
    expect(begun).toEqual([1, 2])
    expect(ended).toBe(1)
  })

  it('does nothing with no items', async () => {
    expect(await mapInFlight([], 3, async () => 1)).toEqual([])
  })
})
