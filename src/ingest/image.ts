/** Pictures of pages (PNG, JPEG, WebP, TIFF with one or more pages) → their text by OCR. */
import { VanbanError } from '../errors.ts'
import type { GreyImage } from './canvas.ts'
import { gradeText } from './grade.ts'
import { checkPixels, damagedImage } from './image-limits.ts'
import { type ImageSize, imageSizeOf } from './image-size.ts'
import { mapInFlight } from './in-flight.ts'
import { ocrPageText } from './ocr-page.ts'
import { ocrLines } from './ocr-passes.ts'
import { OcrPool } from './ocr-pool.ts'
import { choosePages } from './page-choice.ts'
import { decodePicture } from './picture-decoder.ts'
import type { RawDocument, RawPage, ReadContext } from './raw-document.ts'

/** Long side of an A4 page at 200 dpi: more makes the engine slower, not better. */
const LONG_SIDE = 2339
/** Up to so much larger a picture is left as it is: scaling blurs it. */
const LONG_SIDE_MAX = 2700
/** A picture with the shape of a page, but no more than 60 to 150 dpi, is enlarged. */
const PAGE_SHAPE_MIN = 1.25
const PAGE_SHAPE_MAX = 1.6
const SMALL_PAGE_MIN = 700
const SMALL_PAGE_MAX = 1755
/** Inches of the long side of an A4 page. */
const LONG_SIDE_INCHES = 11.69

/** A picture as the file has it. */
interface Picture extends ImageSize {
  /** Decodes it to the given size. */
  decode(size: ImageSize): Promise<GreyImage>
}

/** Reads a PNG, JPEG or WebP file. */
export async function readImage(bytes: Uint8Array, context: ReadContext): Promise<RawDocument> {
  const size = imageSizeOf(bytes)
  if (size === null || size.width === 0 || size.height === 0)
    throw damagedImage('an image', undefined, context)
  checkPixels(size, 1, context)
  const decode = async (to: ImageSize): Promise<GreyImage> => {
    try {
      return await decodePicture(bytes, to, context.limits.secondsPerPage, context.signal)
    } catch (cause) {
      context.signal?.throwIfAborted()
      throw damagedImage('an image', cause, context)
    }
  }
  return readPictures([{ ...size, decode }], context)
}

/** Reads a TIFF file. */
export async function readTiff(bytes: Uint8Array, context: ReadContext): Promise<RawDocument> {
  const { tiffPages } = await import('./tiff.ts')
  const pages = await tiffPages(bytes, context)
  if (pages.length === 0) throw damagedImage('a TIFF image', undefined, context)
  return readPictures(pages, context)
}

async function readPictures(pictures: readonly Picture[], context: ReadContext): Promise<RawDocument> {
  if (context.options.ocr === 'never') {
    throw new VanbanError(
      'INPUT_UNSUPPORTED',
      'ingest',
      `${context.name} is an image, and OCR is off: allow it, or give the text of the page.`,
      context.place,
    )
  }
  const { jobs: size, signal, limits } = context
  const pool = new OcrPool({ size, signal, seconds: limits.secondsPerPage })
  pool.warm()
  try {
    const numbers = choosePages(pictures.length, context)
    const pages = await mapInFlight(numbers, size + 1, async (number) => {
      signal?.throwIfAborted()
      const page = await readPicture(pictures[number - 1] as Picture, number, pool, context)
      context.progress({ stage: 'ocr', page: number, pages: numbers.length })
      return page
    })
    return { kind: 'image', encoding: null, pages }
  } finally {
    await pool.close()
  }
}

async function readPicture(
  picture: Picture,
  number: number,
  pool: OcrPool,
  context: ReadContext,
): Promise<RawPage> {
  const { width, height } = picture
  const scale = scaleOf(picture)
  const to = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
  const image = await picture.decode(to)
  const dpi = Math.round(Math.min(300, Math.max(150, Math.max(to.width, to.height) / LONG_SIDE_INCHES)))
  const found = await ocrLines(pool, image, dpi)
  const { raw, lines, leftOut } = ocrPageText(found, to.width / width)
  const grade = gradeText(raw, context.options.model.language)
  return { number, source: 'ocr', raw, lines, leftOut, width, height, grade }
}

/** How much a picture is enlarged or reduced for the engine. */
export function scaleOf({ width, height }: ImageSize): number {
  const long = Math.max(width, height)
  if (long > LONG_SIDE_MAX) return LONG_SIDE / long
  const shape = long / Math.min(width, height)
  const isSmallPage = long >= SMALL_PAGE_MIN && long <= SMALL_PAGE_MAX
  return isSmallPage && shape >= PAGE_SHAPE_MIN && shape <= PAGE_SHAPE_MAX ? LONG_SIDE / long : 1
}
