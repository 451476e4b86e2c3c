/** Grey picture → PGM, the plainest format the OCR engine reads: nothing to compress, nothing to decompress. */
import type { GreyImage } from './canvas.ts'

/** Encodes a picture. */
export function encodePgm({ width, height, pixels }: GreyImage): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`)
  const bytes = new Uint8Array(head.length + pixels.length)
  bytes.set(head)
  bytes.set(pixels, head.length)
  return bytes
}
