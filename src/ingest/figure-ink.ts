/** A part of a grey page → how much ink is on each pixel, whatever pen and paper. */
import type { GreyImage } from './canvas.ts'
import type { Ink } from './figure-shape.ts'

/** Shares of the pixels that are darker than full ink, and darker than paper. */
const DARK_SHARE = 0.03
const PAPER_SHARE = 0.7
/** A part with less contrast is empty. */
const CONTRAST_MIN = 40
const GREYS = 256

/**
 * The ink of a box, cut at the edges of the page.
 *
 * @returns null when nothing stands there
 */
export function inkOfBox(
  { width, height, pixels }: GreyImage,
  box: readonly [x0: number, y0: number, x1: number, y1: number],
): { readonly ink: Ink; readonly x0: number; readonly y0: number } | null {
  const x0 = Math.max(0, Math.floor(box[0]))
  const y0 = Math.max(0, Math.floor(box[1]))
  const x1 = Math.min(width, Math.ceil(box[2]))
  const y1 = Math.min(height, Math.ceil(box[3]))
  if (!(x1 > x0 && y1 > y0)) return null
  const counts = new Uint32Array(GREYS)
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) (counts[pixels[y * width + x] as number] as number)++
  }
  const area = (x1 - x0) * (y1 - y0)
  const greyAt = (share: number): number => {
    let seen = 0
    for (let grey = 0; grey < GREYS; grey++) {
      seen += counts[grey] as number
      if (seen >= share * area) return grey
    }
    return GREYS - 1
  }
  const dark = greyAt(DARK_SHARE)
  const paper = greyAt(PAPER_SHARE)
  if (paper - dark < CONTRAST_MIN) return null
  const amounts = new Float32Array(area)
  for (let y = y0, k = 0; y < y1; y++) {
    for (let x = x0; x < x1; x++, k++) {
      amounts[k] = Math.max(0, Math.min(1, (paper - (pixels[y * width + x] as number)) / (paper - dark)))
    }
  }
  return { ink: { width: x1 - x0, height: y1 - y0, amounts }, x0, y0 }
}
