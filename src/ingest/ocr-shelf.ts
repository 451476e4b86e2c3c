/**
 * Engines between documents: starting one takes longer than reading a page, so the engines of one document wait a while
 * for the next. They keep no process alive.
 */
import { type OcrEngine, openOcrEngine } from './tesseract.ts'

/** Engines kept at most; each holds some hundred megabytes. */
const SHELF_MAX = 2
/** So long they wait. */
const SHELF_MS = 20_000

interface Shelved {
  readonly engine: OcrEngine
  readonly timer: NodeJS.Timeout
}

const shelf: Shelved[] = []

/** An engine that waits, or a new one. */
export async function takeEngine(): Promise<OcrEngine> {
  const shelved = shelf.pop()
  if (shelved === undefined) return openOcrEngine()
  clearTimeout(shelved.timer)
  shelved.engine.hold()
  return shelved.engine
}

/** Puts an engine away that is idle and sound; closes it when there are enough. */
export async function shelveEngine(engine: OcrEngine): Promise<void> {
  if (shelf.length >= SHELF_MAX) {
    await engine.close()
    return
  }
  engine.release()
  const timer = setTimeout(() => {
    const at = shelf.findIndex((shelved) => shelved.engine === engine)
    if (at >= 0) shelf.splice(at, 1)
    void engine.close()
  }, SHELF_MS)
  timer.unref()
  shelf.push({ engine, timer })
}

/** Closes all engines that wait; for tests and for programs that want their memory back. */
export async function closeIdleEngines(): Promise<void> {
  await Promise.all(
    shelf.splice(0).map(({ engine, timer }) => {
      clearTimeout(timer)
      return engine.close()
    }),
  )
}
