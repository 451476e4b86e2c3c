/** The one file that knows utif2: TIFF files, page by page. */
import { checkPixels, damagedImage } from './image-limits.ts'
import type { ReadContext } from './raw-document.ts'

/** A page of a TIFF file; decoded when asked for, one at a time. */
export interface TiffPage {
  readonly width: number
  readonly height: number
  /** Pixels of four bytes. */
  decode(): Uint8Array
}

interface Directory {
  readonly t254?: readonly number[]
  readonly t256?: readonly number[]
  readonly t257?: readonly number[]
  width?: number
  height?: number
  data?: Uint8Array
}

/** Bit of "new subfile type" that marks a thumbnail. */
const THUMBNAIL = 1

/**
 * Pages of a TIFF file.
 *
 * @throws VanbanError `INPUT_DAMAGED`
 */
export async function tiffPages(bytes: Uint8Array, context: ReadContext): Promise<TiffPage[]> {
  const { default: utif } = await import('utif2')
  const buffer = Uint8Array.from(bytes).buffer
  let directories: Directory[]
  try {
    directories = utif.decode(buffer) as unknown as Directory[]
  } catch (cause) {
    throw damagedImage('a TIFF image', cause, context)
  }
  const pages = directories.filter(
    ({ t254, t256, t257 }) =>
      ((t254?.[0] ?? 0) & THUMBNAIL) === 0 && (t256?.[0] ?? 0) > 0 && (t257?.[0] ?? 0) > 0,
  )
  return pages.map((directory, i) => {
    const width = directory.t256?.[0] ?? 0
    const height = directory.t257?.[0] ?? 0
    return {
      width,
      height,
      decode: () => {
        checkPixels({ width, height }, i + 1, context)
        try {
          utif.decodeImage(buffer, directory as never)
          return utif.toRGBA8(directory as never)
        } catch (cause) {
          throw damagedImage(`page ${i + 1} of a TIFF image`, cause, context)
        } finally {
          delete directory.data
        }
      },
    }
  })
}
