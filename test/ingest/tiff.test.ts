// TIFF files: pages, sizes, and files that would keep a decoder busy for ever.

import utif from 'utif2'
import { describe, expect, it } from 'vitest'
import type { ImportOptions } from '../../src/ingest/options.ts'
import type { ReadContext } from '../../src/ingest/raw-document.ts'
import { createContext } from '../../src/ingest/read-context.ts'
import { tiffPages } from '../../src/ingest/tiff.ts'

const contextOf = (options: Partial<ImportOptions> = {}): ReadContext =>
  createContext('a.tif', options as ImportOptions)

/** Left half black, right half white. */
const PICTURE = new Uint8Array(
  utif.encodeImage(
    Uint8Array.from({ length: 4 * 8 * 4 }, (_, i) => (i % 4 === 3 || i % 32 >= 16 ? 255 : 0)),
    8,
    4,
  ),
)

/** Offset of the first directory, and of the link behind it to the next. */
function links(bytes: Uint8Array): { view: DataView; first: number; link: number } {
  const view = new DataView(bytes.buffer)
  const isLittle = bytes[0] === 0x49
  const first = view.getUint32(4, isLittle)
  return { view, first, link: first + 2 + 12 * view.getUint16(first, isLittle) }
}

describe('a TIFF file', () => {
  it('gives its pages, each in the size asked for', async () => {
    const pages = await tiffPages(PICTURE, contextOf())
    expect(pages.map(({ width, height }) => [width, height])).toEqual([[8, 4]])
    const { width, height, pixels } = await pages[0]!.decode({ width: 4, height: 1 })
    expect([width, height]).toEqual([4, 1])
    expect(pixels[0]).toBeLessThan(64)
    expect(pixels[3]).toBeGreaterThan(192)
  })

  it('is refused when a page is too large, before that is decoded', async () => {
    const [page] = await tiffPages(PICTURE, contextOf({ limits: { pixels: 31 } }))
    await expect(page!.decode({ width: 8, height: 4 })).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' })
  })

  it.each([
    ['no directory', Uint8Array.from([0x49, 0x49, 42, 0, 0xff, 0xff, 0xff, 0x7f])],
    ['nothing but its mark', Uint8Array.from([0x4d, 0x4d, 0, 42])],
  ])('with %s has no pages, or is damaged', async (_, bytes) => {
    const found = await tiffPages(bytes, contextOf()).then(
      (pages) => pages.length,
      ({ code }: { code: string }) => code,
    )
    expect([0, 'INPUT_DAMAGED']).toContain(found)
  })

  it('whose directories are a ring ends in an error, not in a loop', async () => {
    const bytes = PICTURE.slice()
    const { view, first, link } = links(bytes)
    view.setUint32(link, first, bytes[0] === 0x49)
    await expect(tiffPages(bytes, contextOf({ limits: { secondsPerPage: 2 } }))).rejects.toMatchObject({
      code: 'INPUT_DAMAGED',
      message:
        'a.tif is a TIFF image that cannot be decoded: it is damaged, or its writing or copying was cut short. Get a new copy.',
    })
  })

  it('is given up when nobody waits for it any more', async () => {
    const [page] = await tiffPages(PICTURE, contextOf())
    const controller = new AbortController()
    const pages = tiffPages(PICTURE, contextOf({ signal: controller.signal }))
    controller.abort(new Error('enough'))
    await expect(pages).rejects.toThrow('enough')
    expect(page!.width).toBe(8)
  })
})
