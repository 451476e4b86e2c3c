/**
 * Figures as people in Viet Nam write them, drawn from strokes with chance: one with its flag, seven with its bar, open
 * four. Handwriting from America, which MNIST is, has few of these.
 */
import type { Ink } from '../../src/ingest/figure-shape.ts'
import type { Chance } from './random.ts'

type Point = readonly [x: number, y: number]

/** Strokes of a figure in a square of one, y down; several ways of writing each. */
const WAYS: readonly (readonly (readonly (readonly Point[])[])[])[] = [
  [
    [
      [
        [0.55, 0],
        [0.15, 0.25],
        [0.1, 0.7],
        [0.4, 1],
        [0.75, 0.75],
        [0.8, 0.3],
        [0.55, 0],
      ],
    ],
    [
      [
        [0.6, 0.05],
        [0.2, 0.1],
        [0.05, 0.6],
        [0.35, 1],
        [0.7, 0.7],
        [0.7, 0.2],
        [0.45, 0],
        [0.6, -0.08],
      ],
    ],
    [
      [
        [0.4, 0.03],
        [0.1, 0.4],
        [0.2, 0.95],
        [0.6, 0.95],
        [0.85, 0.5],
        [0.65, 0.05],
        [0.35, 0],
      ],
    ],
  ],
  [
    [
      [
        [0.1, 0.45],
        [0.5, 0],
      ],
      [
        [0.5, 0],
        [0.4, 1],
      ],
    ],
    [
      [
        [0, 0.75],
        [0.25, 0.4],
        [0.5, 0],
      ],
      [
        [0.5, 0],
        [0.5, 1],
      ],
    ],
    [
      [
        [0.2, 0.3],
        [0.45, 0],
        [0.4, 0.5],
        [0.35, 1],
      ],
    ],
    [
      [
        [0, 1],
        [0.3, 0.5],
        [0.6, 0],
        [0.6, 0.5],
        [0.55, 1],
      ],
    ],
    [
      [
        [0.2, 0.25],
        [0.45, 0],
      ],
      [
        [0.45, 0],
        [0.45, 1],
      ],
      [
        [0.2, 1],
        [0.7, 1],
      ],
    ],
    [
      [
        [0.45, 0],
        [0.4, 1],
      ],
    ],
    [
      [
        [0, 0.6],
        [0.45, 0.05],
        [0.5, 0],
      ],
      [
        [0.5, 0],
        [0.3, 1],
      ],
    ],
  ],
  [
    [
      [
        [0.1, 0.25],
        [0.4, 0],
        [0.7, 0.25],
        [0.45, 0.65],
        [0.05, 1],
      ],
      [
        [0.05, 1],
        [0.8, 1],
      ],
    ],
    [
      [
        [0.1, 0.3],
        [0.4, 0],
        [0.7, 0.3],
        [0.3, 0.8],
        [0.05, 0.95],
        [0.15, 0.8],
        [0.4, 0.9],
        [0.85, 0.95],
      ],
    ],
    [
      [
        [0.05, 0.2],
        [0.45, 0],
        [0.65, 0.3],
        [0.2, 0.8],
        [0, 1],
        [0.4, 0.92],
        [0.9, 1],
      ],
    ],
  ],
  [
    [
      [
        [0.1, 0.1],
        [0.5, 0],
        [0.65, 0.25],
        [0.3, 0.45],
      ],
      [
        [0.3, 0.45],
        [0.7, 0.65],
        [0.5, 0.95],
        [0.05, 0.95],
      ],
    ],
    [
      [
        [0.1, 0],
        [0.7, 0],
      ],
      [
        [0.7, 0],
        [0.35, 0.4],
      ],
      [
        [0.35, 0.4],
        [0.75, 0.65],
        [0.45, 1],
        [0, 0.9],
      ],
    ],
    [
      [
        [0.15, 0.1],
        [0.6, 0.05],
        [0.4, 0.42],
        [0.3, 0.45],
        [0.7, 0.6],
        [0.4, 1],
        [-0.05, 1],
      ],
    ],
  ],
  [
    [
      [
        [0.4, 0],
        [0, 0.65],
      ],
      [
        [0, 0.65],
        [0.8, 0.6],
      ],
      [
        [0.6, 0.25],
        [0.55, 1],
      ],
    ],
    [
      [
        [0.15, 0],
        [0.05, 0.5],
        [0.7, 0.5],
      ],
      [
        [0.65, 0],
        [0.6, 1],
      ],
    ],
    [
      [
        [0.6, 0],
        [0, 0.7],
      ],
      [
        [0, 0.7],
        [0.85, 0.7],
      ],
      [
        [0.6, 0],
        [0.6, 1],
      ],
    ],
    [
      [
        [0.3, 0],
        [0.05, 0.6],
        [0.4, 0.6],
        [0.8, 0.5],
      ],
      [
        [0.7, 0.1],
        [0.5, 1],
      ],
    ],
  ],
  [
    [
      [
        [0.2, 0],
        [0.15, 0.4],
      ],
      [
        [0.15, 0.4],
        [0.55, 0.4],
        [0.7, 0.7],
        [0.4, 1],
        [0, 0.95],
      ],
      [
        [0.2, 0],
        [0.8, 0],
      ],
    ],
    [
      [
        [0.25, 0.05],
        [0.2, 0.45],
      ],
      [
        [0.2, 0.45],
        [0.6, 0.45],
        [0.55, 0.9],
        [0.05, 1],
      ],
      [
        [0.25, 0.05],
        [1.1, -0.08],
      ],
    ],
    [
      [
        [0.7, 0],
        [0.25, 0.03],
      ],
      [
        [0.25, 0.03],
        [0.15, 0.45],
      ],
      [
        [0.15, 0.45],
        [0.65, 0.5],
        [0.5, 0.95],
        [0, 0.9],
      ],
    ],
  ],
  [
    [
      [
        [0.6, 0],
        [0.2, 0.35],
        [0.1, 0.75],
        [0.4, 1],
        [0.7, 0.75],
        [0.4, 0.5],
        [0.12, 0.75],
      ],
    ],
    [
      [
        [0.45, 0],
        [0.1, 0.6],
        [0.3, 1],
        [0.6, 0.8],
        [0.45, 0.55],
        [0.1, 0.7],
      ],
    ],
  ],
  [
    [
      [
        [0.05, 0.05],
        [0.75, 0],
      ],
      [
        [0.75, 0],
        [0.35, 1],
      ],
      [
        [0.25, 0.5],
        [0.75, 0.48],
      ],
    ],
    [
      [
        [0, 0.05],
        [0.7, 0],
      ],
      [
        [0.7, 0],
        [0.4, 0.5],
        [0.35, 1],
      ],
    ],
    [
      [
        [0.05, 0.2],
        [0.1, 0.05],
        [0.75, 0.02],
      ],
      [
        [0.75, 0.02],
        [0.3, 1],
      ],
      [
        [0.15, 0.45],
        [0.85, 0.5],
      ],
    ],
    [
      [
        [0, 0.1],
        [0.3, 0],
        [0.75, 0.05],
      ],
      [
        [0.75, 0.05],
        [0.45, 1],
      ],
      [
        [0.2, 0.55],
        [1, 0.45],
      ],
    ],
  ],
  [
    [
      [
        [0.7, 0.15],
        [0.4, 0],
        [0.15, 0.2],
        [0.4, 0.48],
        [0.7, 0.8],
        [0.4, 1],
        [0.1, 0.8],
        [0.4, 0.48],
        [0.7, 0.15],
      ],
    ],
    [
      [
        [0.45, 0],
        [0.2, 0.2],
        [0.4, 0.45],
        [0.65, 0.2],
        [0.45, 0],
      ],
      [
        [0.4, 0.45],
        [0.1, 0.75],
        [0.4, 1],
        [0.7, 0.75],
        [0.4, 0.45],
      ],
    ],
    [
      [
        [0.8, 0.05],
        [0.35, 0.05],
        [0.2, 0.25],
        [0.6, 0.65],
        [0.4, 1],
        [0.05, 0.85],
        [0.3, 0.5],
        [0.85, 0.1],
      ],
    ],
  ],
  [
    [
      [
        [0.65, 0.2],
        [0.35, 0],
        [0.1, 0.3],
        [0.35, 0.5],
        [0.65, 0.2],
      ],
      [
        [0.65, 0.2],
        [0.6, 1],
      ],
    ],
    [
      [
        [0.65, 0.15],
        [0.3, 0],
        [0.1, 0.3],
        [0.4, 0.5],
        [0.68, 0.15],
        [0.6, 0.7],
        [0.25, 1],
        [0.05, 0.9],
      ],
    ],
    [
      [
        [0.6, 0.2],
        [0.3, 0.02],
        [0.1, 0.25],
        [0.4, 0.42],
        [0.65, 0.1],
        [0.3, 1],
      ],
    ],
  ],
]

const SIDE = 56
const MARGIN = 10

/** One figure, as somebody might write it. */
export function drawFigure(figure: number, chance: Chance): Ink {
  const way = chance.pick(WAYS[figure] as (typeof WAYS)[number])
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
