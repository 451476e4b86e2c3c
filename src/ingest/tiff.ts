/** The one file that knows utif2: TIFF files, page by page, decoded in a process of its own like other pictures. */
import { type GreyImage, greyOfRgba } from './canvas.ts'
import { runDecoder, WRITE_ON_WHITE } from './decoder-process.ts'
import { checkPixels, damagedImage } from './image-limits.ts'
import type { ImageSize } from './image-size.ts'
import type { ReadContext } from './raw-document.ts'

/** A page of a TIFF file; decoded when asked for, one at a time. */
export interface TiffPage extends ImageSize {
  /** Its pixels in grey, drawn on white to the given size. */
  decode(to: ImageSize): Promise<GreyImage>
}

/**
 * Reads a file from stdin. Without further arguments it writes the widths and heights of its pages, as JSON; with the
 * number of a page and a size, the pixels of the page in that size. A page with the first bit of "new subfile type" set
 * is a thumbnail.
 */
const CHILD = `
import { createRequire } from 'node:module'
const [, self, most, number, width, height] = process.argv
const require = createRequire(self)
const utif = require('utif2')
const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)
const buffer = Uint8Array.from(Buffer.concat(chunks)).buffer
const sideOf = (entry) => entry?.[0] ?? 0
const isPage = ({ t254, t256, t257 }) => (sideOf(t254) & 1) === 0 && sideOf(t256) > 0 && sideOf(t257) > 0
const pages = utif.decode(buffer).filter(isPage)
if (number === undefined) {
  const sizes = pages.slice(0, Number(most)).map(({ t256, t257 }) => [sideOf(t256), sideOf(t257)])
  process.stdout.write(JSON.stringify(sizes))
} else {
  const page = pages[Number(number)]
  utif.decodeImage(buffer, page)
  const rgba = utif.toRGBA8(page)
  const { createCanvas, ImageData } = require('@napi-rs/canvas')
  const source = createCanvas(page.width, page.height)
  const data = new Uint8ClampedArray(rgba.buffer, rgba.byteOffset, rgba.byteLength)
  source.getContext('2d').putImageData(new ImageData(data, page.width, page.height), 0, 0)
  ${WRITE_ON_WHITE}
}
`

const BYTES_PER_PIXEL = 4
/** Two numbers, brackets and commas. */
const BYTES_PER_SIZE = 32
/** More pages than documents may have are not even counted. */
const PAGES_MAX = 100_000

/**
 * Pages of a TIFF file.
 *
 * @throws VanbanError `INPUT_DAMAGED`
 */
export async function tiffPages(bytes: Uint8Array, context: ReadContext): Promise<TiffPage[]> {
  const { signal, limits } = context
  const run = async (what: string, args: readonly number[], outputMax: number): Promise<Uint8Array> => {
    try {
      const seconds = limits.secondsPerPage
      return await runDecoder({ script: CHILD, args, input: bytes, outputMax, seconds, signal })
    } catch (cause) {
      signal?.throwIfAborted()
      throw damagedImage(what, cause, context)
    }
  }
  const list = await run('a TIFF image', [PAGES_MAX], PAGES_MAX * BYTES_PER_SIZE)
  const sizes = JSON.parse(new TextDecoder().decode(list)) as (readonly [number, number])[]
  return sizes.map(([width, height], i) => ({
    width,
    height,
    decode: async (to) => {
      checkPixels({ width, height }, i + 1, context)
      const what = `page ${i + 1} of a TIFF image`
      const outputMax = to.width * to.height * BYTES_PER_PIXEL
      const rgba = await run(what, [PAGES_MAX, i, to.width, to.height], outputMax)
      if (rgba.length < outputMax) throw damagedImage(what, undefined, context)
      return greyOfRgba(rgba, to.width, to.height)
    },
  }))
}
