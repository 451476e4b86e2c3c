/**
 * Figures as people in Viet Nam write them, drawn from strokes with chance: one with its flag, seven with its bar, open
 * four. Handwriting from America, which MNIST is, has few of these.
 */
import type { Ink } from '../../src/ingest/figure-shape.ts'
import type { Chance } from './random.ts'

type Point = readonly [x: number, y: number]

/** Strokes of each figure in a square of a hundred, y down; several ways of writing it. */
const WAYS: readonly (readonly string[])[] = [
  [
    '55,0 15,25 10,70 40,100 75,75 80,30 55,0',
    '60,5 20,10 5,60 35,100 70,70 70,20 45,0 60,-8',
    '40,3 10,40 20,95 60,95 85,50 65,5 35,0',
  ],
  [
    '10,45 50,0; 50,0 40,100',
    '0,75 25,40 50,0; 50,0 50,100',
    '20,30 45,0 40,50 35,100',
    '0,100 30,50 60,0 60,50 55,100',
    '20,25 45,0; 45,0 45,100; 20,100 70,100',
    '45,0 40,100',
    '0,60 45,5 50,0; 50,0 30,100',
  ],
  [
    '10,25 40,0 70,25 45,65 5,100; 5,100 80,100',
    '10,30 40,0 70,30 30,80 5,95 15,80 40,90 85,95',
    '5,20 45,0 65,30 20,80 0,100 40,92 90,100',
  ],
  [
    '10,10 50,0 65,25 30,45; 30,45 70,65 50,95 5,95',
    '10,0 70,0; 70,0 35,40; 35,40 75,65 45,100 0,90',
    '15,10 60,5 40,42 30,45 70,60 40,100 -5,100',
  ],
  [
    '40,0 0,65; 0,65 80,60; 60,25 55,100',
    '15,0 5,50 70,50; 65,0 60,100',
    '60,0 0,70; 0,70 85,70; 60,0 60,100',
    '30,0 5,60 40,60 80,50; 70,10 50,100',
  ],
  [
    '20,0 15,40; 15,40 55,40 70,70 40,100 0,95; 20,0 80,0',
    '25,5 20,45; 20,45 60,45 55,90 5,100; 25,5 110,-8',
    '70,0 25,3; 25,3 15,45; 15,45 65,50 50,95 0,90',
  ],
  ['60,0 20,35 10,75 40,100 70,75 40,50 12,75', '45,0 10,60 30,100 60,80 45,55 10,70'],
  [
    '5,5 75,0; 75,0 35,100; 25,50 75,48',
    '0,5 70,0; 70,0 40,50 35,100',
    '5,20 10,5 75,2; 75,2 30,100; 15,45 85,50',
    '0,10 30,0 75,5; 75,5 45,100; 20,55 100,45',
  ],
  [
    '70,15 40,0 15,20 40,48 70,80 40,100 10,80 40,48 70,15',
    '45,0 20,20 40,45 65,20 45,0; 40,45 10,75 40,100 70,75 40,45',
    '80,5 35,5 20,25 60,65 40,100 5,85 30,50 85,10',
  ],
  [
    '65,20 35,0 10,30 35,50 65,20; 65,20 60,100',
    '65,15 30,0 10,30 40,50 68,15 60,70 25,100 5,90',
    '60,20 30,2 10,25 40,42 65,10 30,100',
  ],
]

/** The points of the strokes of one way. */
const strokesOf = (way: string): Point[][] =>
  way.split('; ').map((stroke) =>
    stroke.split(' ').map((point) => {
      const [x = 0, y = 0] = point.split(',').map(Number)
      return [x / 100, y / 100] as const
    }),
  )

const SIDE = 56
const MARGIN = 10

/** One figure, as somebody might write it. */
export function drawFigure(figure: number, chance: Chance): Ink {
  const way = strokesOf(chance.pick(WAYS[figure] as readonly string[]))
  const jitter = (point: Point): Point => [
    point[0] + 0.05 * chance.normal(),
    point[1] + 0.05 * chance.normal(),
  ]
  const radius = chance.between(1.2, 3.2)
  const amounts = new Float32Array(SIDE * SIDE)
  const scale = SIDE - 2 * MARGIN
  for (const stroke of way) {
    const points = curve(stroke.map(jitter), chance.next() < 0.7)
    for (let i = 1; i < points.length; i++) {
      drawSegment(
        amounts,
        toPixels(points[i - 1] as Point, scale),
        toPixels(points[i] as Point, scale),
        radius,
      )
    }
  }
  return { width: SIDE, height: SIDE, amounts }
}

const toPixels = ([x, y]: Point, scale: number): Point => [MARGIN + x * scale, MARGIN + y * scale]

const CURVE_STEPS = 6

/** Through the points, round or straight (Catmull and Rom). */
function curve(points: readonly Point[], isRound: boolean): Point[] {
  if (!isRound || points.length < 3) return [...points]
  const at = (i: number): Point => points[Math.max(0, Math.min(points.length - 1, i))] as Point
  const out: Point[] = []
  for (let i = 0; i + 1 < points.length; i++) {
    for (let step = 0; step < CURVE_STEPS; step++) {
      const t = step / CURVE_STEPS
      const along = (axis: 0 | 1): number => {
        const [a, b, c, d] = [at(i - 1)[axis], at(i)[axis], at(i + 1)[axis], at(i + 2)[axis]]
        return (
          0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3)
        )
      }
      out.push([along(0), along(1)])
    }
  }
  out.push(at(points.length - 1))
  return out
}

function drawSegment(amounts: Float32Array, [ax, ay]: Point, [bx, by]: Point, radius: number): void {
  const reach = radius + 1
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  for (
    let y = Math.max(0, Math.floor(Math.min(ay, by) - reach));
    y < Math.min(SIDE, Math.max(ay, by) + reach);
    y++
  ) {
    for (
      let x = Math.max(0, Math.floor(Math.min(ax, bx) - reach));
      x < Math.min(SIDE, Math.max(ax, bx) + reach);
      x++
    ) {
      const t =
        length === 0 ? 0 : Math.max(0, Math.min(1, ((x + 0.5 - ax) * dx + (y + 0.5 - ay) * dy) / length))
      const away = Math.hypot(x + 0.5 - ax - t * dx, y + 0.5 - ay - t * dy)
      const amount = Math.max(0, Math.min(1, radius + 0.5 - away))
      const k = y * SIDE + x
      if (amount > (amounts[k] as number)) amounts[k] = amount
    }
  }
}
