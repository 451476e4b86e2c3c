// The core in a page of Chromium, with the model of the package: no network, requests are answered from memory.

import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Path of the browser, or undefined: none is installed, or this is a build server. */
export const browserPath: string | undefined =
  process.env.CI === undefined ? CANDIDATES.find((path) => existsSync(path)) : undefined

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

interface Bundler {
  build(options: object): Promise<{ outputFiles: { text: string }[] }>
}

/** The library's door as one script for browsers; esbuild comes with tsup. */
export async function bundleCore(): Promise<string> {
  const require = createRequire(createRequire(import.meta.url).resolve('tsup'))
  const { build } = require('esbuild') as Bundler
  const { outputFiles } = await build({
    entryPoints: [fromRoot('src/index.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'silent',
  })
  return outputFiles[0]!.text
}

const ORIGIN = 'http://vanban.test'

/** Opens a page that can import `/vanban.js` and fetch `/vanban.model`, hands it over, closes the browser. */
export async function inChromium<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const script = await bundleCore()
  const browser = await chromium.launch({ executablePath: browserPath!, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    await page.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url())
      if (pathname === '/vanban.js') return route.fulfill({ contentType: 'text/javascript', body: script })
      if (pathname === '/vanban.model')
        return route.fulfill({ body: readFileSync(fromRoot('dictionaries/vanban.model')) })
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>vanban</title>' })
    })
    await page.goto(ORIGIN)
    return await use(page)
  } finally {
    await browser.close()
  }
}

/** What the page does, given as text so that no tool rewrites it: restores the texts, says how long a pass takes. */
export const RESTORE_IN_PAGE = `async ([texts, passes]) => {
  const { readModel, restore } = await import('/vanban.js')
  const bytes = new Uint8Array(await (await fetch('/vanban.model')).arrayBuffer())
  const model = readModel(bytes)
  const restored = texts.map((text) => restore(text, { model }).text)
  let best = Infinity
  for (let pass = 0; pass < passes; pass++) {
    const start = performance.now()
    for (const text of texts) restore(text, { model }).text
    best = Math.min(best, performance.now() - start)
  }
  return { restored, best }
}`
