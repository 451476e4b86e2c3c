import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readModel, restore, stripMarks } from '../../src/index.ts'
import { fixture, PLANS } from '../restore/shipped.ts'
import { browserPath, bundleCore, inChromium, RESTORE_IN_PAGE } from './chromium.ts'

describe('the core in a browser', () => {
  it('is one script without anything of Node', async () => {
    expect(await bundleCore()).not.toMatch(/\bfrom\s*["']node:|\brequire\(["']node:/)
  })

  it.skipIf(browserPath === undefined)(
    'restores in Chromium what it restores in Node',
    async () => {
      const bytes = readFileSync(new URL('../../dictionaries/vanban.model', import.meta.url))
      const model = readModel(bytes)
      const texts = PLANS.map((plan) => stripMarks(fixture(plan)))
      const { restored } = await inChromium((page) =>
        page.evaluate<{ restored: string[] }>(`(${RESTORE_IN_PAGE})(${JSON.stringify([texts, 0])})`),
      )
      expect(restored).toEqual(texts.map((text) => restore(text, { model }).text))
    },
    120_000,
  )
})
