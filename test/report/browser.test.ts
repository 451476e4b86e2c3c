// Reports in a real browser: skipped where there is no Chromium, and on build servers.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyDecisions, readDecisions } from '../../src/report/decisions.ts'
import { toHtml } from '../../src/report/html.ts'
import { contrast, toHex } from './contrast.ts'
import { document, edit, page as pageOf, SAMPLE } from './samples.ts'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)
const skipped = CHROMIUM === undefined || (process.env.CI !== undefined && process.env.CI !== '')
if (skipped) console.warn('The browser test of reports is skipped: there is no Chromium, or CI is set.')

/** Run in the page: text and ground of every text that is shown, as they were computed, each pair once. */
const COLOURS_OF_TEXTS = `(() => {
  const found = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const words = node.textContent.trim();
    if (words === '' || !node.parentElement.checkVisibility()) continue;
    const text = getComputedStyle(node.parentElement).color;
    let ground;
    for (let at = node.parentElement; at !== null; at = at.parentElement) {
      ground = getComputedStyle(at).backgroundColor;
      if (ground !== 'rgba(0, 0, 0, 0)') break;
    }
    found.set(text + ground, [text, ground, words]);
  }
  return [...found.values()];
})()`

describe.skipIf(skipped)('a report in a browser', () => {
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let folder: string
  const complaints: string[] = []

  const open = async (html: string): Promise<void> => {
    const path = join(folder, 'report.html')
    writeFileSync(path, html)
    await page.goto(pathToFileURL(path).href)
  }
  const report = (sample = SAMPLE) => toHtml({ name: 'scans/plan.txt', sha256: '00', document: sample })
  const exported = async (): Promise<string> => {
    const download = page.waitForEvent('download')
    await page.click('#export')
    const file = await download
    expect(file.suggestedFilename()).toBe('plan.txt.decisions.json')
    return readFileSync(await file.path(), 'utf8')
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vanban-browser-'))
    browser = await chromium.launch({ executablePath: CHROMIUM as string, args: ['--no-sandbox'] })
    context = await browser.newContext({ acceptDownloads: true })
    page = await context.newPage()
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('dialog', (dialog) => complaints.push(`dialog ${dialog.message()}`))
    page.on('request', (request) => {
      if (!/^(?:file|data|blob):/.test(request.url())) complaints.push(`request ${request.url()}`)
    })
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  })

  it('takes decisions from the keyboard, keeps them over a reload, and exports them', async () => {
    await open(await report())
    await page.keyboard.press('j')
    await page.keyboard.press('e')
    await page.keyboard.type('Bình')
    await page.keyboard.press('Tab')
    await page.keyboard.press('j')
    await page.keyboard.press('3')
    // On a busy machine keys arrive after the call has come back.
    await expect.poll(() => page.textContent('#state')).toBe('Đã quyết định 2/3')
    await page.reload()
    expect(await page.textContent('#state')).toBe('Đã quyết định 2/3')
    expect(await page.inputValue('#d5 input[type=text]')).toBe('Bình')
    await page.click('#changes summary')
    await page.check('#changes tr:nth-child(1) input')
    const decisions = readDecisions(await exported(), 'd.json')
    expect(applyDecisions(decisions)).toBe(
      'UBND xa Nam Sạch\nKe hoach truyền thong\nNguoi ky: Tran Van Bình\n\fTrang hai: số 57-NQ/TW <b>&\n',
    )
    expect(complaints).toEqual([])
  })

  it.each([
    ['screen', 'light'],
    ['screen', 'dark'],
    ['print', 'light'],
  ] as const)('has a contrast of 4.5 for every text: %s, %s', async (media, colorScheme) => {
    await page.emulateMedia({ media, colorScheme })
    await open(await report())
    if (media === 'screen') {
      // A chosen row, a decided one, and the list of changes open.
      for (const key of ['j', '1', 'j']) await page.keyboard.press(key)
      await page.click('#changes summary')
    }
    const pairs = await page.evaluate<[text: string, ground: string, words: string][]>(COLOURS_OF_TEXTS)
    await page.emulateMedia({ media: null, colorScheme: null })
    expect(pairs.length).toBeGreaterThan(5)
    for (const [text, ground, words] of pairs)
      expect(contrast(toHex(text), toHex(ground)), `${text} on ${ground}: ${words}`).toBeGreaterThanOrEqual(
        4.5,
      )
  })

  it('filters, and moves among what is shown', async () => {
    await open(await report())
    await page.selectOption('#filter', 'name')
    expect(await page.locator('#doubts tbody tr:visible').count()).toBe(2)
    await page.click('#next')
    expect(await page.getAttribute('tr.now', 'id')).toBe('d5')
    await page.click('#next')
    expect(await page.getAttribute('tr.now', 'id')).toBe('d2')
    await page.keyboard.press('k')
    expect(await page.getAttribute('tr.now', 'id')).toBe('d5')
  })

  it('runs nothing that a document brings along', async () => {
    const hostile = `</td></script><script>alert(1)</script><img src=x onerror="alert(2)"> <a href="javascript:alert(3)">`
    const raw = `${hostile} xa`
    await open(await report(document(pageOf(raw, [edit(raw, 'xa', hostile, { confidence: 0.6 })]))))
    await page.waitForTimeout(50)
    expect(await page.locator('.page img, .page a[href^="javascript"]').count()).toBe(0)
    expect(await page.textContent('.page ins')).toBe(hostile)
    expect(complaints).toEqual([])
  })

  it('can be read without script', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const reader = await plain.newPage()
    await open(await report())
    await reader.goto(page.url())
    expect(await reader.locator('.page ins').first().textContent()).toBe('xã')
    expect(await reader.locator('#doubts tbody tr:visible').count()).toBe(3)
    expect(await reader.locator('.bar').isVisible()).toBe(false)
    await reader.click('#d2 a')
    expect(reader.url()).toMatch(/#t2$/)
    await plain.close()
  })

  it('prints without controls', async () => {
    await open(await report())
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.bar').isVisible()).toBe(false)
    expect(await page.locator('.page del').first().isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
  })
})
