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
}

/** Right and bottom outside. */
export type PieceBox = readonly [x0: number, y0: number, x1: number, y1: number]

/** A patch of more pieces is a seal or a picture. */
const PIECES_MAX = 14
/** Of the height of the tallest piece: smaller ones are dots of the line to write on, and specks. */
const SPECK_SIDE = 0.22
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
}

/**
 * Finds the pieces of a patch.
 *
 * @param from only what lies mostly between the columns `from` and `to` counts: beside it stand printed words
 * @returns null when there are none, or too many
 */
export function piecesOf(ink: Ink, from: number, to: number): Pieces | null {
  const inside = blobsOf(ink).flatMap((blob) => within(blob, ink, from, to))
  const tallest = Math.max(0, ...inside.map(({ box }) => box[3] - box[1]))
  const blobs = inside
    .filter(({ box }) => Math.max(box[2] - box[0], box[3] - box[1]) >= SPECK_SIDE * tallest)
    .flatMap((blob) => cut(blob, ink, tallest))
    .sort((a, b) => middleOf(a) - middleOf(b))
  if (blobs.length === 0 || blobs.length > PIECES_MAX) return null
  const labels = new Uint8Array(ink.amounts.length)
  blobs.forEach(({ pixels }, i) => {
    for (const k of pixels) labels[k] = i + 1
  })
  return { ink, labels, count: blobs.length, boxes: blobs.map(({ box }) => box) }
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

function within(blob: Blob, { width, height }: Ink, from: number, to: number): Blob[] {
  const pixels = blob.pixels.filter((k) => k % width >= from && k % width < to)
  const share = pixels.length / blob.pixels.length
  if (share < PART_MIN) return []
  const kept = share >= INSIDE_MIN ? blob : { pixels, box: boxOf(pixels, width) }
  const [, y0, , y1] = kept.box
  // Rules and letters of the lines above and below are cut off by the edge of the patch.
  const isCutOff = (y0 === 0 && y1 < 0.6 * height) || (y1 === height && y0 > 0.4 * height)
  return isCutOff ? [] : [kept]
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
      cuts.push({ at: Math.ceil(x0 + margin) + i, slant, cost: cost + slant })
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
    .map((pixels) => ({ pixels, box: boxOf(pixels, ink.width) }))
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
