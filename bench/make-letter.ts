/**
 * Makes the fixtures `fixtures/own/letter.pdf` (two pages with a text layer) and `fixtures/own/letter-scan.jpg` (its
 * first page as a scanner would give it: grey, turned, speckled, with a red seal over the signature) from the text in
 * `fixtures/own/letter.html`. Needs Debian's chromium and fonts-liberation2; run it only when the letter changes.
 *
 *   npx tsx bench/make-letter.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas'
import { chromium } from 'playwright-core'

const own = (name: string): string => fileURLToPath(new URL(`../fixtures/own/${name}`, import.meta.url))

/** A4 at 96 pixels an inch, as browsers count, and the scale that makes 150 of them. */
const PAGE = { width: 794, height: 1123 }
const SCALE = 150 / 96
const TURN = 0.006
const SEED = 20260722

/** Reproducible chance (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

function scan(page: Awaited<ReturnType<typeof loadImage>>): Canvas {
  const canvas = createCanvas(page.width, page.height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#f6f5f2'
  context.fillRect(0, 0, page.width, page.height)
  context.rotate(TURN)
  context.globalCompositeOperation = 'multiply'
  context.drawImage(page, 0, -4)
  context.strokeStyle = 'rgba(214, 40, 48, 0.75)'
  context.lineWidth = 5
  for (const radius of [78, 62, 20]) {
    context.beginPath()
    context.arc(page.width * 0.6, page.height * 0.78, radius, 0, 2 * Math.PI)
    context.stroke()
  }
  const chance = random(SEED)
  const picture = context.getImageData(0, 0, page.width, page.height)
  for (let i = 0; i < picture.data.length; i += 4) {
    const noise = (chance() + chance() - 1) * 24
    for (let k = 0; k < 3; k++) picture.data[i + k] = (picture.data[i + k] as number) + noise
  }
  context.putImageData(picture, 0, 0)
  return canvas
}

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: PAGE, deviceScaleFactor: SCALE })
await page.setContent(readFileSync(own('letter.html'), 'utf8'))
writeFileSync(own('letter.pdf'), await page.pdf({ format: 'A4', preferCSSPageSize: true }))
const picture = await page.screenshot({ clip: { x: 0, y: 0, ...PAGE } })
await browser.close()
writeFileSync(own('letter-scan.jpg'), scan(await loadImage(picture)).toBuffer('image/jpeg', 35))
