/** A patch of ink → the 28 × 28 picture the network of figures knows: fitted into 20 × 20, its mass in the middle. */

/** Ink, row by row: 0 paper, 1 full ink. */
export interface Ink {
  readonly width: number
  readonly height: number
  readonly amounts: Float32Array
}

/** Side of what the network sees. */
export const SHAPE_SIDE = 28
/** The longer side of a figure in it (as in MNIST). */
const FITTED_SIDE = 20
/** Less is paper. */
export const INK_MIN = 0.35

/** Left, top, right, bottom of the ink, right and bottom outside; null where there is none. */
export function inkBox({ width, height, amounts }: Ink): [number, number, number, number] | null {
  let [x0, y0, x1, y1] = [width, height, 0, 0]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((amounts[y * width + x] as number) < INK_MIN) continue
      if (x < x0) x0 = x
      if (x >= x1) x1 = x + 1
      if (y < y0) y0 = y
      y1 = y + 1
    }
  }
  return x1 > x0 ? [x0, y0, x1, y1] : null
}

/** The shape of all ink of a patch; null where there is none. */
export function shapeOf(ink: Ink): Float32Array | null {
  const box = inkBox(ink)
  if (box === null) return null
  const [x0, y0, x1, y1] = box
  const scale = FITTED_SIDE / Math.max(x1 - x0, y1 - y0)
  const width = Math.max(1, Math.round((x1 - x0) * scale))
  const height = Math.max(1, Math.round((y1 - y0) * scale))
  const fitted = new Float32Array(width * height)
  let mass = 0
  let massX = 0
  let massY = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const amount = meanOver(
        ink,
        x0 + (x * (x1 - x0)) / width,
        y0 + (y * (y1 - y0)) / height,
        x0 + ((x + 1) * (x1 - x0)) / width,
        y0 + ((y + 1) * (y1 - y0)) / height,
      )
      fitted[y * width + x] = amount
      mass += amount
      massX += amount * (x + 0.5)
      massY += amount * (y + 0.5)
    }
  }
  const shape = new Float32Array(SHAPE_SIDE * SHAPE_SIDE)
  const place = (middle: number, size: number): number =>
    Math.min(SHAPE_SIDE - size, Math.max(0, Math.round(SHAPE_SIDE / 2 - middle)))
  const left = place(massX / mass, width)
  const top = place(massY / mass, height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      shape[(top + y) * SHAPE_SIDE + left + x] = Math.min(1, fitted[y * width + x] as number)
    }
  }
  return shape
}

/** Mean ink of a rectangle with broken edges: shrinks by area, enlarges by the nearest pixels. */
function meanOver({ width, height, amounts }: Ink, x0: number, y0: number, x1: number, y1: number): number {
  let sum = 0
  let area = 0
  for (let y = Math.floor(y0); y < Math.min(height, Math.ceil(y1)); y++) {
    const rows = Math.min(y + 1, y1) - Math.max(y, y0)
    for (let x = Math.floor(x0); x < Math.min(width, Math.ceil(x1)); x++) {
      const part = rows * (Math.min(x + 1, x1) - Math.max(x, x0))
      sum += part * (amounts[y * width + x] as number)
      area += part
    }
  }
  return area > 0 ? sum / area : 0
}
