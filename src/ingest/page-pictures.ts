/** Pictures of pages once more, at a size for the eye: reports show the scan beside a doubtful word. */
import type { GreyImage } from './canvas.ts'
import { detectFormat } from './detect.ts'
import { checkPixels } from './image-limits.ts'
import { type ImageSize, imageSizeOf } from './image-size.ts'
import type { ImportOptions } from './options.ts'
import { decodePicture } from './picture-decoder.ts'
import type { ReadContext } from './raw-document.ts'
import { createContext } from './read-context.ts'
import { readFileBytes } from './read-file.ts'

/** A page as a picture. */
export interface PagePicture {
  readonly image: GreyImage
  /** Pixels for one unit of the boxes of the page's words. */
  readonly scale: number
}

/** The pages of a file as pictures. */
export interface PagePictures {
  /** @param number of the page, from 1 */
  picture(number: number): Promise<PagePicture>
  close(): Promise<void>
}

/** Enough to read a word by, a third of the bytes of a scan. */
const DPI = 110
const POINTS_PER_INCH = 72
const LONG_SIDE = 1_300

/** Opens a file; `null` when its pages are no pictures. */
export async function openPagePictures(
  input: string | Uint8Array,
  options: ImportOptions,
): Promise<PagePictures | null> {
  const context = createContext(typeof input === 'string' ? input : undefined, options)
  const bytes = typeof input === 'string' ? await readFileBytes(input, context) : input
  const format = detectFormat(bytes)
  if (format === 'pdf') return openPdfPictures(bytes, context)
  if (format === 'tiff') return openTiffPictures(bytes, context)
  const size = format === 'png' || format === 'jpeg' || format === 'webp' ? imageSizeOf(bytes) : null
  if (size === null) return null
  checkPixels(size, 1, context)
  return imagesOf([
    { ...size, decode: (to) => decodePicture(bytes, to, context.limits.secondsPerPage, context.signal) },
  ])
}

async function openPdfPictures(bytes: Uint8Array, context: ReadContext): Promise<PagePictures> {
  const [{ openPdf }, { renderPage }] = await Promise.all([import('./pdfjs.ts'), import('./pdf-render.ts')])
  const document = await openPdf(bytes, context)
  return {
    picture: async (number) => {
      const page = await document.getPage(number)
      const { image, dpi } = await renderPage(document, page, DPI, context.limits, context.signal)
      page.cleanup()
      return { image, scale: dpi / POINTS_PER_INCH }
    },
    close: () => document.loadingTask.destroy(),
  }
}

interface Source extends ImageSize {
  decode(to: ImageSize): Promise<GreyImage>
}

async function openTiffPictures(bytes: Uint8Array, context: ReadContext): Promise<PagePictures> {
  const { tiffPages } = await import('./tiff.ts')
  return imagesOf(await tiffPages(bytes, context))
}

function imagesOf(sources: readonly Source[]): PagePictures {
  return {
    picture: async (number) => {
      const source = sources[number - 1] as Source
      const scale = Math.min(1, LONG_SIDE / Math.max(source.width, source.height))
      const side = (length: number): number => Math.max(1, Math.round(length * scale))
      const image = await source.decode({ width: side(source.width), height: side(source.height) })
      return { image, scale: image.width / source.width }
    },
    close: async () => {},
  }
}
