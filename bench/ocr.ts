/**
 * What reading files costs: a scanned page through the whole path (open, draw, read, repair) against tesseract.js alone
 * on a picture of the same page, and pages a second of PDF text layers. Both sides run in turn in one process; times are
 * processor time of all its threads, since other work may share the machine, with the clock beside it.
 *
 *   npx tsx bench/ocr.ts [--scan FILE.pdf]… [--layer FILE.pdf]… [--passes N]
 *
 * Scans of third parties are not in the repository: without arguments the letter of `fixtures/own` is read.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createCanvas, type Image, loadImage } from '@napi-rs/canvas'
import tesseract from 'tesseract.js'
import { ocrDataFolder } from '../src/ingest/ocr-data.ts'
import { closeIdleEngines } from '../src/ingest/ocr-shelf.ts'
import { openPdf, type PdfDocument } from '../src/ingest/pdfjs.ts'
import { createContext } from '../src/ingest/read-context.ts'
import { importDocument, loadModel } from '../src/node.ts'
import { formatTable } from './table.ts'
import { median } from './timing.ts'

const own = (name: string): string => fileURLToPath(new URL(`../fixtures/own/${name}`, import.meta.url))

const { values } = parseArgs({
  options: {
    scan: { type: 'string', multiple: true },
    layer: { type: 'string', multiple: true },
    passes: { type: 'string', default: '5' },
  },
})
const scans = values.scan ?? [own('letter-scan.jpg')]
const layers = values.layer ?? [own('letter.pdf')]
const passes = Number(values.passes)
const DPI = 200

const model = await loadModel()

/** Seconds of processor time and of the clock. */
async function time(work: () => Promise<unknown>): Promise<{ cpu: number; wall: number }> {
  const cpu = process.cpuUsage()
  const wall = performance.now()
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { cpu: (user + system) / 1e6, wall: (performance.now() - wall) / 1e3 }
}

/** The first page as a PNG file, as one would give it to tesseract.js. */
async function pngOf(file: string): Promise<Buffer> {
  if (!file.endsWith('.pdf')) return drawn(await loadImage(file))
  const document: PdfDocument = await openPdf(readFileSync(file), createContext(file, { model }))
  const viewport = (await document.getPage(1)).getViewport({ scale: DPI / 72 })
  const canvas = createCanvas(Math.floor(viewport.width), Math.floor(viewport.height))
  const page = await document.getPage(1)
  await page.render({ canvas: null, canvasContext: canvas.getContext('2d') as never, viewport }).promise
  await document.loadingTask.destroy()
  return canvas.toBuffer('image/png')
}

function drawn(image: Image): Buffer {
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  return canvas.toBuffer('image/png')
}

const engine = await tesseract.createWorker('vie', tesseract.OEM.LSTM_ONLY, {
  langPath: await ocrDataFolder(),
  gzip: true,
  cacheMethod: 'none',
  errorHandler: (error) => console.error(error),
})
const rows: string[][] = []
for (const file of scans) {
  const png = await pngOf(file)
  const alone: { cpu: number; wall: number }[] = []
  const whole: { cpu: number; wall: number }[] = []
  const read = (): Promise<unknown> => importDocument(file, { model, pages: '1', ocr: 'always', jobs: 1 })
  // Once before: the engine of the whole path is started, as in a run over many files.
  await read()
  for (let i = 0; i < passes; i++) {
    alone.push(await time(() => engine.recognize(png)))
    whole.push(await time(read))
  }
  const [aloneCpu, wholeCpu] = [median(alone.map(({ cpu }) => cpu)), median(whole.map(({ cpu }) => cpu))]
  const [aloneWall, wholeWall] = [
    median(alone.map(({ wall }) => wall)),
    median(whole.map(({ wall }) => wall)),
  ]
  const seconds = (value: number): string => value.toFixed(2)
  rows.push([
    file.split('/').at(-1) ?? file,
    seconds(aloneCpu),
    seconds(wholeCpu),
    (wholeCpu / aloneCpu).toFixed(2),
    seconds(aloneWall),
    seconds(wholeWall),
  ])
}
await engine.terminate()
await closeIdleEngines()
console.log(
  formatTable(
    [
      'first page of',
      'tesseract.js, CPU s',
      'whole path, CPU s',
      'ratio',
      'tesseract.js, s',
      'whole path, s',
    ],
    rows,
  ),
)

const layerRows: string[][] = []
for (const file of layers) {
  const read = (repair: boolean) => importDocument(file, { model, ocr: 'never', repair })
  const { pages } = await read(true)
  const bare: number[] = []
  const repaired: number[] = []
  for (let i = 0; i < passes; i++) {
    bare.push((await time(() => read(false))).cpu)
    repaired.push((await time(() => read(true))).cpu)
  }
  const rate = (times: readonly number[]): string => (pages.length / median(times)).toFixed(1)
  layerRows.push([file.split('/').at(-1) ?? file, String(pages.length), rate(bare), rate(repaired)])
}
console.log()
console.log(formatTable(['text layer of', 'pages', 'pages/s of CPU', 'repaired, pages/s of CPU'], layerRows))
