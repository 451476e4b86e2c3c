/**
 * How many words of real scans are wrong: as tesseract.js gives them by itself, as vanban reads the page before repair,
 * and after repair. Scans of third parties are not in the repository: `--scans` names a folder with `scanned/*.pdf` and
 * `truth/`. What the engine read is kept under `build/`, by the pixels it saw.
 *
 *   npx tsx bench/scan-accuracy.ts --scans DIR [--show]
 */
import { parseArgs } from 'node:util'
import { createCanvas } from '@napi-rs/canvas'
import tesseract from 'tesseract.js'
import { ocrDataFolder } from '../src/ingest/ocr-data.ts'
import { closeIdleEngines, shelveEngine } from '../src/ingest/ocr-shelf.ts'
import { openPdf } from '../src/ingest/pdfjs.ts'
import { createContext } from '../src/ingest/read-context.ts'
import { readFileBytes } from '../src/ingest/read-file.ts'
import { alignWords } from '../src/metrics/align.ts'
import { importDocument, loadModel } from '../src/node.ts'
import { cachedEngine, keyOf, remembered } from './cached-engine.ts'
import { locateParts, readScanTruths } from './scan-truth.ts'
import { formatTable } from './table.ts'

const { values } = parseArgs({
  options: { scans: { type: 'string' }, show: { type: 'boolean', default: false } },
})
if (values.scans === undefined) throw new Error('Say where the scans are: --scans DIR')
const DPI = 200
const model = await loadModel()

/** What tesseract.js makes of the pages as they are drawn, by itself. */
async function readAlone(file: string): Promise<string> {
  const context = createContext(file, { model })
  const bytes = await readFileBytes(file, context)
  return remembered(keyOf(bytes, 'tesseract.js alone', DPI), async () => {
    const worker = await tesseract.createWorker('vie', tesseract.OEM.LSTM_ONLY, {
      langPath: await ocrDataFolder(),
      gzip: true,
      cacheMethod: 'none',
    })
    const document = await openPdf(bytes, context)
    const texts: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const viewport = page.getViewport({ scale: DPI / 72 })
      const canvas = createCanvas(Math.floor(viewport.width), Math.floor(viewport.height))
      await page.render({ canvas: null, canvasContext: canvas.getContext('2d') as never, viewport }).promise
      texts.push((await worker.recognize(canvas.toBuffer('image/png'))).data.text)
    }
    await document.loadingTask.destroy()
    await worker.terminate()
    return texts.join('\n')
  })
}

/** Per word of the truth whether it is right; and words that were put in. */
interface Verdict {
  readonly right: boolean[]
  readonly wrong: number
  readonly errors: string[]
}

function judge(parts: readonly string[], text: string): Verdict {
  const right: boolean[] = []
  const errors: string[] = []
  let wrong = 0
  for (const { truth, found } of locateParts(parts, text)) {
    const { match, inserted } = alignWords(truth, found)
    wrong += inserted
    const used = new Set(match)
    found.forEach((word, k) => {
      if (!used.has(k)) errors.push(`+${word}`)
    })
    truth.forEach((word, i) => {
      const read = found[match[i] as number]
      right.push(read === word)
      if (read === word) return
      wrong++
      errors.push(`${word}→${read ?? '–'}`)
    })
  }
  return { right, wrong, errors }
}

const rows: string[][] = []
const sums = { words: 0, alone: 0, read: 0, repaired: 0, fixed: 0, broken: 0, rightBefore: 0 }
for (const { name, file, parts } of readScanTruths(values.scans)) {
  const alone = judge(parts, await readAlone(file))
  await shelveEngine(cachedEngine())
  const { pages } = await importDocument(file, { model, ocr: 'always', jobs: 1 })
  await closeIdleEngines()
  const read = judge(parts, pages.map(({ raw }) => raw).join('\n'))
  const repaired = judge(parts, pages.map(({ text }) => text).join('\n'))
  const fixed = repaired.right.filter((right, i) => right && !read.right[i]).length
  const broken = repaired.right.filter((right, i) => !right && read.right[i]).length
  const words = read.right.length
  rows.push([name, ...[words, alone.wrong, read.wrong, repaired.wrong, fixed, broken].map(String)])
  sums.words += words
  sums.alone += alone.wrong
  sums.read += read.wrong
  sums.repaired += repaired.wrong
  sums.fixed += fixed
  sums.broken += broken
  sums.rightBefore += read.right.filter(Boolean).length
  if (values.show) {
    console.log(`${name}\n  alone:    ${alone.errors.join('  ')}\n  read:     ${read.errors.join('  ')}`)
    console.log(`  repaired: ${repaired.errors.join('  ')}`)
  }
}
const { words, alone, read, repaired, fixed, broken, rightBefore } = sums
rows.push(['together', ...[words, alone, read, repaired, fixed, broken].map(String)])
console.log(
  formatTable(['scan', 'words', 'tesseract.js alone', 'as read', 'repaired', 'fixed', 'broken'], rows),
)
console.log(
  `\nWrong words cut by ${((100 * (alone - repaired)) / alone).toFixed(1)} % against tesseract.js alone, by ${((100 * (read - repaired)) / read).toFixed(1)} % by repair; ${broken} of ${rightBefore} right words broken.`,
)
