// The report of a scanned document of twenty pages: how large it is, and how long a browser takes to open it.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { IngestedDocument, IngestedLine, IngestedPage } from '../src/ingest/document.ts'
import { loadModel, repair } from '../src/node.ts'
import { toHtml } from '../src/report/html.ts'

const FIXTURE = new URL('../fixtures/nam-sach/ocr.txt', import.meta.url)
/** A4 in points, with its margins. */
const WIDTH = 595
const HEIGHT = 842
const MARGIN = 56
const SIZE = 11
const LINES_PER_PAGE = 46
/** Pixels for a point: 150 dpi. */
const SCALE = 150 / 72

interface Sheet {
  readonly jpeg: Uint8Array
  readonly lines: IngestedLine[]
  readonly raw: string
}

/** A page as a picture, with the place of every word on it. */
async function draw(lines: readonly string[]): Promise<Sheet> {
  const { createCanvas } = await import('@napi-rs/canvas')
  const canvas = createCanvas(Math.round(WIDTH * SCALE), Math.round(HEIGHT * SCALE))
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#222'
  context.font = `${SIZE * SCALE}px sans-serif`
  const found: IngestedLine[] = []
  let at = 0
  lines.forEach((line, row) => {
    const y = MARGIN + (row + 1) * SIZE * 1.45
    context.fillText(line, MARGIN * SCALE, y * SCALE)
    const widthTo = (end: number): number => MARGIN + context.measureText(line.slice(0, end)).width / SCALE
    const words = [...line.matchAll(/\S+/gu)].map(({ 0: text, index }) => ({
      text,
      span: [at + index, at + index + text.length] as const,
      box: [widthTo(index), y - SIZE, widthTo(index + text.length), y + 2] as const,
      confidence: 0.9,
    }))
    found.push({ span: [at, at + line.length], box: null, words, furniture: null })
    at += line.length + 1
  })
  // Grain, so that the picture takes the room that a scan takes.
  for (let i = 0; i < 4_000; i++) {
    context.fillStyle = `rgb(${(i * 37) % 200} ${(i * 37) % 200} ${(i * 37) % 200})`
    context.fillRect((i * 7919) % canvas.width, (i * 104_729) % canvas.height, 1, 1)
  }
  return { jpeg: await canvas.encode('jpeg', 80), lines: found, raw: lines.join('\n') }
}

/** A PDF of pictures. */
function pdfOf(sheets: readonly Sheet[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let length = parts[0]!.length
  const add = (...pieces: (string | Uint8Array)[]): void => {
    offsets.push(length)
    for (const piece of [`${offsets.length} 0 obj\n`, ...pieces, '\nendobj\n']) {
      const bytes = Buffer.from(piece as Uint8Array)
      parts.push(bytes)
      length += bytes.length
    }
  }
  const first = (i: number): number => 3 + 3 * i
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(
    `<< /Type /Pages /Count ${sheets.length} /Kids [${sheets.map((_, i) => `${first(i)} 0 R`).join(' ')}] >>`,
  )
  const content = `q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm /I Do Q`
  sheets.forEach(({ jpeg }, i) => {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${first(i) + 1} 0 R /Resources << /XObject << /I ${first(i) + 2} 0 R >> >> >>`,
    )
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
    add(
      `<< /Type /XObject /Subtype /Image /Width ${Math.round(WIDTH * SCALE)} /Height ${Math.round(HEIGHT * SCALE)} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      jpeg,
      '\nendstream',
    )
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const end = `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(end)])
}

/** The document and its file. */
export async function scannedDocument(
  pages: number,
): Promise<{ document: IngestedDocument; file: Uint8Array }> {
  const model = await loadModel()
  const text = readFileSync(FIXTURE, 'utf8').split('\n')
  const sheets: Sheet[] = []
  for (let page = 0; page < pages; page++) {
    const lines = Array.from(
      { length: LINES_PER_PAGE },
      (_, i) => text[(page * 31 + i) % text.length] as string,
    )
    sheets.push(await draw(lines))
  }
  const read = sheets.map(({ raw, lines }, i): IngestedPage => {
    const found = repair(raw, { model, source: 'eng' })
    const place = { number: i + 1, source: 'ocr' as const, width: WIDTH, height: HEIGHT, grade: null }
    return { ...place, raw, text: found.text, repair: found, lines }
  })
  const document: IngestedDocument = {
    kind: 'pdf',
    encoding: null,
    pages: read,
    text: read.map((page) => page.text).join('\f'),
    problems: [],
  }
  return { document, file: pdfOf(sheets) }
}

/** Size of the report and time to open it, as a line. */
export async function report(work: string, pages: number): Promise<string> {
  const { document, file } = await scannedDocument(pages)
  const html = await toHtml({ name: 'scan.pdf', sha256: '00', document, file, model: await loadModel() })
  const path = join(work, 'report.html')
  writeFileSync(path, html)
  const crops = html.split('data:image/webp').length - 1
  const size = `report: ${pages} pages, ${(Buffer.byteLength(html) / 1e6).toFixed(2)} MB with ${crops} pieces of the scan`
  const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((found) => existsSync(found))
  if (executablePath === undefined) return `${size}; no Chromium to open it with`
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const times: number[] = []
    for (let pass = 0; pass < 5; pass++) {
      const page = await browser.newPage()
      await page.goto(pathToFileURL(path).href)
      times.push(await page.evaluate('performance.getEntriesByType("navigation")[0].loadEventEnd'))
      await page.close()
    }
    times.sort((a, b) => a - b)
    return `${size}, opens in ${times[2]!.toFixed(0)} ms (median of 5: ${times.map((time) => time.toFixed(0)).join(', ')})`
  } finally {
    await browser.close()
  }
}
