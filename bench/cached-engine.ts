/** An OCR engine that remembers what it read: pictures by their pixels, under `build/`, so that repair can be measured again. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GreyImage } from '../src/ingest/canvas.ts'
import { type OcrEngine, openOcrEngine } from '../src/ingest/tesseract.ts'
import { ROOT } from './files.ts'

const FOLDER = join(ROOT, 'build', 'ocr-lines')

/** What `work` gives, from the file of the key if it is there. */
export async function remembered<T>(key: string, work: () => Promise<T>): Promise<T> {
  const file = join(FOLDER, `${key}.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as T
  const value = await work()
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(file, JSON.stringify(value))
  return value
}

/** Names a picture and how it was read. */
export function keyOf(bytes: Uint8Array, ...how: readonly (string | number)[]): string {
  const hash = createHash('sha256').update(bytes)
  for (const part of how) hash.update(`\n${part}`)
  return hash.digest('hex').slice(0, 32)
}

/** An engine like that of `importDocument`, started when a picture is new. Put it on the shelf of engines. */
export function cachedEngine(): OcrEngine {
  let engine: Promise<OcrEngine> | undefined
  return {
    recognise: (image: GreyImage, dpi) =>
      remembered(keyOf(image.pixels, image.width, image.height, dpi), async () => {
        engine ??= openOcrEngine()
        return (await engine).recognise(image, dpi)
      }),
    hold() {},
    release() {},
    async close() {
      await (await engine)?.close()
    },
  }
}
