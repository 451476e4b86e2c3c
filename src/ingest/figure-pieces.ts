/**
 * A patch of a page with figures written by hand → pieces of ink from left to right, each a figure or a part of one:
 * what hangs together, cut again where figures may touch.
 */
import type { Ink } from './figure-shape.ts'
import { INK_MIN } from './figure-shape.ts'

/** Pieces by their pixels; 0 is none. */
export interface Pieces {
  readonly ink: Ink
  /** Number of the piece of each pixel, from 1, in the order of reading; 0 for paper. */
  readonly labels: Uint8Array
  readonly count: number
  /** Left, top, right, bottom of each piece, by number − 1. */
  readonly boxes: readonly PieceBox[]
  /** Whether a piece was cut off from the one before it. */
  readonly isCut: readonly boolean[]
  /** The share of the ink that was left out as specks, dots of a line to write on not counted. */
  readonly lost: number
}

/** Right and bottom outside. */
export type PieceBox = readonly [x0: number, y0: number, x1: number, y1: number]

/** A patch of more pieces is a seal or a picture. */
const PIECES_MAX = 14
/** Figures are as tall as this share of the printed words; without any there are only dots. */
const TALL_MIN = 0.35
/** Of the height of the tallest piece: smaller ones are dots of the line to write on, and specks. */
const SPECK_SIDE = 0.22
/** Dots of a line to write on are no larger. */
const DOT_SIDE = 0.13
/** A piece that is wider than this share of its height may be two figures. */
const WIDE_MIN = 0.62
/** Cuts leave this share of the height on both sides. */
const CUT_MARGIN = 0.16
/** Slants of cuts: columns for one row. */
const SLANTS = [0, 0.25, 0.5] as const
/** A cut goes through no more ink than this share of the height. */
const CUT_INK_MAX = 0.34
const CUTS_MAX = 3

/** What hangs together in a patch. */
interface Blob {
  pixels: number[]
  box: [number, number, number, number]
  /** What it was cut from. */
  whole?: Blob
}

/**
 * Finds the pieces of a patch.
 *
 * @param room the place between and beside the printed words: what lies mostly outside is one of them, or another line
 * @returns null when there are none, or too many
 */
export function piecesOf(ink: Ink, room: PieceBox): Pieces | null {
  const inside = blobsOf(ink).flatMap((blob) => within(blob, ink, room))
  const tallest = Math.max(0, ...inside.map(({ box }) => box[3] - box[1]))
  if (tallest < TALL_MIN * (room[3] - room[1])) return null
  const sideOf = ({ box }: Blob): number => Math.max(box[2] - box[0], box[3] - box[1])
  const lost = inside.filter(
    (blob) => sideOf(blob) < SPECK_SIDE * tallest && sideOf(blob) > DOT_SIDE * tallest,
  )
  const blobs = inside
    .filter((blob) => sideOf(blob) >= SPECK_SIDE * tallest)
    .flatMap((blob) => cut(blob, ink, tallest))
    .sort((a, b) => middleOf(a) - middleOf(b))
  if (blobs.length === 0 || blobs.length > PIECES_MAX) return null
  const labels = new Uint8Array(ink.amounts.length)
  blobs.forEach(({ pixels }, i) => {
    for (const k of pixels) labels[k] = i + 1
  })
  const sizeOf = (list: readonly Blob[]): number => list.reduce((sum, { pixels }) => sum + pixels.length, 0)
  return {
    ink,
    labels,
    count: blobs.length,
    boxes: blobs.map(({ box }) => box),
    isCut: blobs.map(({ whole }, i) => whole !== undefined && whole === blobs[i - 1]?.whole),
    lost: sizeOf(lost) / (sizeOf(lost) + sizeOf(blobs)),
  }
}

/** The ink of some pieces one behind the other, alone. */
export function inkOf({ ink, labels, boxes }: Pieces, first: number, last: number): Ink {
  const part = boxes.slice(first, last + 1)
  const x0 = Math.min(...part.map((box) => box[0]))
  const y0 = Math.min(...part.map((box) => box[1]))
  const width = Math.max(...part.map((box) => box[2])) - x0
  const height = Math.max(...part.map((box) => box[3])) - y0
  const amounts = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const k = (y0 + y) * ink.width + x0 + x
      const label = (labels[k] as number) - 1
      if (label >= first && label <= last) amounts[y * width + x] = ink.amounts[k] as number
    }
  }
  return { width, height, amounts }
}

const middleOf = ({ box }: Blob): number => box[0] + box[2]

function blobsOf({ width, height, amounts }: Ink): Blob[] {
  const seen = new Uint8Array(amounts.length)
  const blobs: Blob[] = []
  for (let start = 0; start < amounts.length; start++) {
    if (seen[start] === 1 || (amounts[start] as number) < INK_MIN) continue
    const pixels = [start]
    seen[start] = 1
    for (let at = 0; at < pixels.length; at++) {
      const k = pixels[at] as number
      const [x, y] = [k % width, Math.floor(k / width)]
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const next = k + dy * width + dx
          if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height || seen[next] === 1) continue
          if ((amounts[next] as number) < INK_MIN) continue
          seen[next] = 1
          pixels.push(next)
        }
      }
    }
    blobs.push({ pixels, box: boxOf(pixels, width) })
  }
  return blobs
}

function boxOf(pixels: readonly number[], width: number): [number, number, number, number] {
  let [x0, y0, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0]
  for (const k of pixels) {
    const [x, y] = [k % width, Math.floor(k / width)]
    x0 = Math.min(x0, x)
    x1 = Math.max(x1, x + 1)
    y0 = Math.min(y0, y)
    y1 = Math.max(y1, y + 1)
  }
  return [x0, y0, x1, y1]
}

/** The share of a blob that has to lie inside to count as a whole; of others a part counts when it is large. */
const INSIDE_MIN = 0.6
const PART_MIN = 0.3
/** And it reaches out no more than this share of the height of the line. */
const OVER_MAX = 0.15

/** What is on the line shares so much of its height with it. */
const ON_LINE_MIN = 0.35
/** Rules are flat, and take so much of the room. */
const RULE_HEIGHT = 0.2
const RULE_WIDTH = 0.5

function within(blob: Blob, { width }: Ink, [from, top, to, bottom]: PieceBox): Blob[] {
  const pixels = blob.pixels.filter((k) => k % width >= from && k % width < to)
  const share = pixels.length / blob.pixels.length
  if (share < PART_MIN) return []
  // A stroke may run into the word beside it; what is joined to a letter is cut off there.
  const over = Math.max(from - blob.box[0], blob.box[2] - to) / (bottom - top)
  const kept = share >= INSIDE_MIN && over <= OVER_MAX ? blob : { pixels, box: boxOf(pixels, width) }
  const [x0, y0, x1, y1] = kept.box
  const isOnLine = Math.min(y1, bottom) - Math.max(y0, top) >= ON_LINE_MIN * (y1 - y0)
  const isRule = y1 - y0 < RULE_HEIGHT * (bottom - top) && x1 - x0 > RULE_WIDTH * (to - from)
  return isOnLine && !isRule ? [kept] : []
}

/** Cuts a wide blob where the least ink is. */
function cut(blob: Blob, ink: Ink, tallest: number): Blob[] {
  const [x0, y0, x1, y1] = blob.box
  const height = y1 - y0
  if (x1 - x0 < WIDE_MIN * tallest || height < 0.5 * tallest) return [blob]
  const margin = Math.max(2, CUT_MARGIN * tallest)
  const cuts: { at: number; slant: number; cost: number }[] = []
  for (const slant of SLANTS) {
    const costs: number[] = []
    // `at` is where the cut meets the middle of the blob.
    for (let at = Math.ceil(x0 + margin); at <= x1 - margin; at++) costs.push(costOf(ink, blob, at, slant))
    for (let i = 0; i < costs.length; i++) {
      const cost = costs[i] as number
      if (cost > CUT_INK_MAX * tallest) continue
      if (
        cost > (costs[i - 1] ?? Number.POSITIVE_INFINITY) ||
        cost >= (costs[i + 1] ?? Number.POSITIVE_INFINITY)
      )
        continue
      const at = Math.ceil(x0 + margin) + i
      if (leavesFigures(blob, ink.width, at, slant, tallest)) cuts.push({ at, slant, cost: cost + slant })
    }
  }
  cuts.sort((a, b) => a.cost - b.cost)
  const chosen: typeof cuts = []
  for (const one of cuts) {
    if (chosen.length < CUTS_MAX && chosen.every(({ at }) => Math.abs(at - one.at) >= margin))
      chosen.push(one)
  }
  if (chosen.length === 0) return [blob]
  const parts: number[][] = Array.from({ length: chosen.length + 1 }, () => [])
  chosen.sort((a, b) => a.at - b.at)
  const middle = (y0 + y1) / 2
  for (const k of blob.pixels) {
    const [x, y] = [k % ink.width, Math.floor(k / ink.width)]
    const index = chosen.filter(({ at, slant }) => x >= at - slant * (y - middle)).length
    parts[index]?.push(k)
  }
  return parts
    .filter((pixels) => pixels.length > 0)
    .map((pixels) => ({ pixels, box: boxOf(pixels, ink.width), whole: blob }))
}

/** What is less tall than this share of the tallest is a part of a figure, none. */
const FIGURE_HEIGHT_MIN = 0.55

/** Whether what stands on both sides of a cut is tall enough for a figure. */
function leavesFigures(
  { pixels, box: [, y0, , y1] }: Blob,
  width: number,
  at: number,
  slant: number,
  tallest: number,
): boolean {
  const middle = (y0 + y1) / 2
  const rows: [number, number][] = [
    [y1, y0],
    [y1, y0],
  ]
  for (const k of pixels) {
    const y = Math.floor(k / width)
    const side = rows[k % width >= at - slant * (y - middle) ? 1 : 0] as [number, number]
    if (y < side[0]) side[0] = y
    if (y >= side[1]) side[1] = y + 1
  }
  return rows.every(([first, last]) => last - first >= FIGURE_HEIGHT_MIN * tallest)
}

/** How many pixels of ink a cut goes through. */
function costOf({ width, amounts }: Ink, { box: [x0, y0, x1, y1] }: Blob, at: number, slant: number): number {
  const middle = (y0 + y1) / 2
  let cost = 0
  for (let y = y0; y < y1; y++) {
    const x = Math.round(at - slant * (y - middle))
    if (x >= x0 && x < x1 && (amounts[y * width + x] as number) >= INK_MIN) cost++
  }
  return cost
}
