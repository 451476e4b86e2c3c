/** Faded pages get black ink on white paper again: the engine loses marks of letters that are grey on grey. */
import type { GreyImage } from './canvas.ts'

/** The darkest share of a page is ink; the paper is lighter than this share of it. */
const INK_SHARE = 0.01
const PAPER_SHARE = 0.6
/** Ink lighter than this is faded, paper darker than that grey: on other pages nothing was gained. */
const FADED_INK_MIN = 40
const GREY_PAPER_MAX = 235
/** With less between them the page has hardly any ink, and the darkest share of it is dirt. */
const RANGE_MIN = 60
const LEVELS = 256
/** Every so many pixels are looked at, a prime, so that no column is. */
const STRIDE = 7

/** The picture with its ink black and its paper white, if they are faded; else itself. */
export function withContrast(image: GreyImage): GreyImage {
  const { ink, paper } = levelsOf(image.pixels)
  if ((ink < FADED_INK_MIN && paper > GREY_PAPER_MAX) || paper - ink < RANGE_MIN) return image
  const table = new Uint8Array(LEVELS)
  for (let level = 0; level < LEVELS; level++) {
    const stretched = Math.round(((level - ink) * (LEVELS - 1)) / (paper - ink))
    table[level] = Math.max(0, Math.min(LEVELS - 1, stretched))
  }
  const pixels = new Uint8Array(image.pixels.length)
  for (let i = 0; i < pixels.length; i++) pixels[i] = table[image.pixels[i] as number] as number
  return { ...image, pixels }
}

/** How dark the ink is, and the paper. */
export function levelsOf(pixels: Uint8Array): { readonly ink: number; readonly paper: number } {
  const counts = new Uint32Array(LEVELS)
  let total = 0
  for (let i = 0; i < pixels.length; i += STRIDE, total++)
    counts[pixels[i] as number] = (counts[pixels[i] as number] as number) + 1
  const levelAt = (share: number): number => {
    let level = 0
    for (let sum = 0; level < LEVELS - 1; level++) {
      sum += counts[level] as number
      if (sum > share * total) break
    }
    return level
  }
  return { ink: levelAt(INK_SHARE), paper: levelAt(PAPER_SHARE) }
}
