/** The one file that knows @napi-rs/canvas: pictures in, grey pixels out. */
import type { Canvas } from '@napi-rs/canvas'

/** A grey picture: one byte a pixel, row by row, 0 black. */
export interface GreyImage {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** Parts of 256 that red, green and blue have in the brightness of a colour (ITU-R BT.601). */
const RED = 77
const GREEN = 150
const BLUE = 29

/** Red is that much stronger than green and blue in the ink of seals, also where it fades. */
const SEAL_REDNESS = 40
/** Darker than this is ink. */
const INK_MAX = 128
/** A page that has more red than this share of its black is printed in red, not sealed. */
const SEAL_SHARE_MAX = 0.75

/** A white canvas to draw on. */
export async function createPageCanvas(width: number, height: number): Promise<Canvas> {
  const { createCanvas } = await import('@napi-rs/canvas')
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  return canvas
}

/**
 * The picture on a canvas, in grey, without the red of seals: they stand over the words of signatures.
 *
 * On the scans with known text this takes a quarter of the wrong words away.
 */
export function greyOf(canvas: Canvas): GreyImage {
  const { width, height } = canvas
  return greyOfRgba(canvas.data(), width, height)
}

/** The same for pixels of four bytes. Transparency is ignored: pages are drawn on white. */
export function greyOfRgba(rgba: Uint8Array, width: number, height: number): GreyImage {
  const pixels = new Uint8Array(width * height)
  const isSealed = hasSeal(rgba)
  for (let i = 0, k = 0; i < pixels.length; i++, k += 4) {
    const r = rgba[k] as number
    const g = rgba[k + 1] as number
    const b = rgba[k + 2] as number
    const isRed = isSealed && r > g + SEAL_REDNESS && r > b + SEAL_REDNESS
    pixels[i] = isRed ? 255 : (RED * r + GREEN * g + BLUE * b) >> 8
  }
  return { width, height, pixels }
}

function hasSeal(rgba: Uint8Array): boolean {
  let red = 0
  let black = 0
  for (let k = 0; k < rgba.length; k += 4) {
    const r = rgba[k] as number
    const g = rgba[k + 1] as number
    const b = rgba[k + 2] as number
    if (r > g + SEAL_REDNESS && r > b + SEAL_REDNESS) red++
    else if (g < INK_MAX) black++
  }
  return red > 0 && red < SEAL_SHARE_MAX * black
}

/** The least ink of a page with a word on it, in pixels: a few letters at 100 dpi. */
const INK_PIXELS_MIN = 60

/** Whether a picture has anything to read. */
export function hasInk({ pixels }: GreyImage): boolean {
  let ink = 0
  for (const pixel of pixels) if (pixel < INK_MAX && ++ink >= INK_PIXELS_MIN) return true
  return false
}

/** Of 100: letters stay sharp, and a word takes one or two kilobytes. */
const PART_QUALITY = 40

/**
 * A part of a picture as a WebP file.
 *
 * @param box left, top, right, bottom in pixels; what lies outside of the picture is left out
 */
export async function encodePart(
  { width, height, pixels }: GreyImage,
  box: readonly [x0: number, y0: number, x1: number, y1: number],
): Promise<{ readonly bytes: Uint8Array; readonly width: number; readonly height: number } | null> {
  const x0 = Math.max(0, Math.floor(box[0]))
  const y0 = Math.max(0, Math.floor(box[1]))
  const x1 = Math.min(width, Math.ceil(box[2]))
  const y1 = Math.min(height, Math.ceil(box[3]))
  if (x1 <= x0 || y1 <= y0) return null
  const { createCanvas, ImageData } = await import('@napi-rs/canvas')
  const rgba = new Uint8ClampedArray(4 * (x1 - x0) * (y1 - y0))
  for (let y = y0, k = 0; y < y1; y++) {
    for (let x = x0; x < x1; x++, k += 4) {
      rgba.fill(pixels[y * width + x] as number, k, k + 3)
      rgba[k + 3] = 255
    }
  }
  const canvas = createCanvas(x1 - x0, y1 - y0)
  canvas.getContext('2d').putImageData(new ImageData(rgba, x1 - x0, y1 - y0), 0, 0)
  return { bytes: await canvas.encode('webp', PART_QUALITY), width: x1 - x0, height: y1 - y0 }
}
