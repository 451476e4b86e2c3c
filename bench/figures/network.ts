/** The network of figures as it learns: the same layers as `src/ingest/figure-net.ts`, with their gradients (Adam). */
import { convolve, LAYERS, SIDES, SIZES, STRIDE, WINDOW } from '../../src/ingest/figure-net.ts'
import type { Chance } from './random.ts'

const FIRST_DECAY = 0.9
const SECOND_DECAY = 0.999

interface Parameters {
  readonly values: Float32Array
  readonly gradients: Float32Array
  readonly means: Float32Array
  readonly squares: Float32Array
}

const parameters = (size: number): Parameters => ({
  values: new Float32Array(size),
  gradients: new Float32Array(size),
  means: new Float32Array(size),
  squares: new Float32Array(size),
})

/** Weights and biases of the four layers, and what they learn. */
export class LearningNet {
  readonly weights: Parameters[]
  readonly biases: Parameters[]
  private steps = 0

  constructor(chance: Chance) {
    this.weights = LAYERS.map(([inputs, outputs]) => {
      const made = parameters(inputs * outputs)
      const spread = Math.sqrt(2 / inputs)
      for (let i = 0; i < made.values.length; i++) made.values[i] = spread * chance.normal()
      return made
    })
    this.biases = LAYERS.map(([, outputs]) => parameters(outputs))
  }

  /** Adds the gradients of one sample; gives its loss. */
  learn(shape: Float32Array, answer: number, softness: number): number {
    const a = this.convolve(0, shape, SIDES[0], 1, SIDES[1])
    const b = this.convolve(1, a, SIDES[1], SIZES.first, SIDES[2])
    const c = this.connect(2, b).map((value) => Math.max(0, value))
    const shares = softmax(this.connect(3, c))
    const loss = -Math.log(Math.max(1e-9, shares[answer] as number))
    const errors = shares.map(
      (share, i) => share - (i === answer ? 1 - softness : softness / (shares.length - 1)),
    )
    const toC = this.connectBack(3, c, errors)
    for (let i = 0; i < toC.length; i++) if (c[i] === 0) toC[i] = 0
    const toB = this.connectBack(2, b, toC)
    const toA = this.convolveBack(1, a, b, toB, SIDES[1], SIZES.first, SIDES[2])
    this.convolveBack(0, shape, a, toA, SIDES[0], 1, SIDES[1])
    return loss
  }

  /** Moves all weights by the gradients of a batch. */
  step(rate: number, batch: number): void {
    this.steps++
    const first = 1 - FIRST_DECAY ** this.steps
    const second = 1 - SECOND_DECAY ** this.steps
    for (const { values, gradients, means, squares } of [...this.weights, ...this.biases]) {
      for (let i = 0; i < values.length; i++) {
        const gradient = (gradients[i] as number) / batch
        means[i] = FIRST_DECAY * (means[i] as number) + (1 - FIRST_DECAY) * gradient
        squares[i] = SECOND_DECAY * (squares[i] as number) + (1 - SECOND_DECAY) * gradient * gradient
        values[i] =
          (values[i] as number) -
          (rate * ((means[i] as number) / first)) / (Math.sqrt((squares[i] as number) / second) + 1e-8)
        gradients[i] = 0
      }
    }
  }

  /** As `FigureNet` reads it: for each layer scales, biases, and a byte for each weight. */
  quantised(): Uint8Array {
    const bytes: number[] = []
    const float = (value: number): void => {
      bytes.push(...new Uint8Array(new Float32Array([value]).buffer))
    }
    LAYERS.forEach(([inputs, outputs], layer) => {
      const { values } = this.weights[layer] as Parameters
      const scales = Array.from({ length: outputs }, (_, o) => {
        let most = 1e-6
        for (let i = 0; i < inputs; i++) most = Math.max(most, Math.abs(values[o * inputs + i] as number))
        return most / 127
      })
      scales.forEach(float)
      for (const bias of (this.biases[layer] as Parameters).values) float(bias)
      values.forEach((value, i) => {
        bytes.push(Math.round(value / (scales[Math.floor(i / inputs)] as number)) & 0xff)
      })
    })
    return Uint8Array.from(bytes)
  }

  private convolve(
    layer: number,
    input: Float32Array,
    side: number,
    channels: number,
    toSide: number,
  ): Float32Array {
    const [inputs, outputs] = LAYERS[layer] as readonly [number, number]
    const weights = (this.weights[layer] as Parameters).values
    const biases = (this.biases[layer] as Parameters).values
    return convolve(input, side, channels, { inputs, outputs, weights, biases }, toSide)
  }

  private convolveBack(
    layer: number,
    input: Float32Array,
    output: Float32Array,
    errors: Float32Array,
    side: number,
    channels: number,
    toSide: number,
  ): Float32Array {
    const [inputs, outputs] = LAYERS[layer] as readonly [number, number]
    const { values, gradients } = this.weights[layer] as Parameters
    const biases = (this.biases[layer] as Parameters).gradients
    const back = new Float32Array(input.length)
    for (let o = 0, k = 0; o < outputs; o++) {
      for (let y = 0; y < toSide; y++) {
        for (let x = 0; x < toSide; x++, k++) {
          const error = errors[k] as number
          if (error === 0 || output[k] === 0) continue
          biases[o] = (biases[o] as number) + error
          let w = o * inputs
          for (let c = 0; c < channels; c++) {
            for (let dy = 0; dy < WINDOW; dy++) {
              let i = (c * side + y * STRIDE + dy) * side + x * STRIDE
              for (let dx = 0; dx < WINDOW; dx++, w++, i++) {
                gradients[w] = (gradients[w] as number) + error * (input[i] as number)
                back[i] = (back[i] as number) + error * (values[w] as number)
              }
            }
          }
        }
      }
    }
    return back
  }

  private connect(layer: number, input: Float32Array): Float32Array {
    const [inputs, outputs] = LAYERS[layer] as readonly [number, number]
    const weights = (this.weights[layer] as Parameters).values
    const out = (this.biases[layer] as Parameters).values.slice()
    for (let o = 0, w = 0; o < outputs; o++) {
      let sum = out[o] as number
      for (let i = 0; i < inputs; i++) sum += (weights[w++] as number) * (input[i] as number)
      out[o] = sum
    }
    return out
  }

  private connectBack(layer: number, input: Float32Array, errors: Float32Array): Float32Array {
    const [inputs, outputs] = LAYERS[layer] as readonly [number, number]
    const { values, gradients } = this.weights[layer] as Parameters
    const biases = (this.biases[layer] as Parameters).gradients
    const back = new Float32Array(inputs)
    for (let o = 0, w = 0; o < outputs; o++) {
      const error = errors[o] as number
      biases[o] = (biases[o] as number) + error
      for (let i = 0; i < inputs; i++, w++) {
        gradients[w] = (gradients[w] as number) + error * (input[i] as number)
        back[i] = (back[i] as number) + error * (values[w] as number)
      }
    }
    return back
  }
}

function softmax(values: Float32Array): Float32Array {
  const most = Math.max(...values)
  const shares = values.map((value) => Math.exp(value - most))
  const sum = shares.reduce((a, b) => a + b, 0)
  return shares.map((share) => share / sum)
}
