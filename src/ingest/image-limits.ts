/** What is asked of pictures before they are decoded. */
import { VanbanError } from '../errors.ts'
import type { ImageSize } from './image-size.ts'
import type { ReadContext } from './raw-document.ts'

const BYTES_PER_PIXEL = 4

/**
 * Refuses a picture that is larger than the limits.
 *
 * @throws VanbanError `LIMIT_EXCEEDED`
 */
export function checkPixels({ width, height }: ImageSize, page: number, context: ReadContext): void {
  const { pixels, mebibytesPerPage } = context.limits
  const most = Math.min(pixels, (mebibytesPerPage * 2 ** 20) / BYTES_PER_PIXEL)
  if (width * height <= most) return
  throw new VanbanError(
    'LIMIT_EXCEEDED',
    'ingest',
    `${context.name} has a picture of ${width} × ${height} pixels, more than the limit of ${Math.floor(most)}: scan it with 200 to 300 dpi, or raise the limit.`,
    { ...context.place, page },
  )
}

/** The error for a picture that cannot be decoded. */
export function damagedImage(kind: string, cause: unknown, { name, place }: ReadContext): VanbanError {
  return new VanbanError(
    'INPUT_DAMAGED',
    'ingest',
    `${name} is ${kind} that cannot be decoded: it is damaged, or its writing or copying was cut short. Get a new copy.`,
    { ...place, cause },
  )
}
