/** PNG, JPEG and WebP files → pixels, in a process of its own. */
import { type GreyImage, greyOfRgba } from './canvas.ts'
import { runDecoder, WRITE_ON_WHITE } from './decoder-process.ts'
import type { ImageSize } from './image-size.ts'

/** Reads a file from stdin, writes its pixels, drawn on white to the size of its arguments, to stdout. */
const CHILD = `
import { createRequire } from 'node:module'
const [, self, width, height] = process.argv
const { createCanvas, loadImage } = createRequire(self)('@napi-rs/canvas')
const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)
const source = await loadImage(Buffer.concat(chunks))
${WRITE_ON_WHITE}`

const BYTES_PER_PIXEL = 4

/**
 * Decodes a file, drawn on white to the size given, in grey.
 *
 * @param seconds limit of time
 * @throws Error when the file cannot be decoded in that time; the signal's reason
 */
export async function decodePicture(
  bytes: Uint8Array,
  { width, height }: ImageSize,
  seconds: number,
  signal?: AbortSignal,
): Promise<GreyImage> {
  const outputMax = width * height * BYTES_PER_PIXEL
  const rgba = await runDecoder({
    script: CHILD,
    args: [width, height],
    input: bytes,
    outputMax,
    seconds,
    signal,
  })
  if (rgba.length < outputMax) throw new Error('The decoder gave less than the picture.')
  return greyOfRgba(rgba, width, height)
}
