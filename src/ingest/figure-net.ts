/** A small network of our own that tells figures apart, and figures from what is none: two convolutions, two layers. */

/** Places of the layers: what each has of inputs for one output, and outputs. */
export interface Layer {
  readonly inputs: number
  readonly outputs: number
  /** For each output its weights, one behind the other. */
  readonly weights: Float32Array
  readonly biases: Float32Array
}

/** Sides: 28 → 12 → 4, with windows of 5 that move by 2. */
export const SIDES = [28, 12, 4] as const
export const WINDOW = 5
export const STRIDE = 2
/** Channels of the convolutions, units behind them, answers: the ten figures, and none. */
export const SIZES = { first: 10, second: 20, hidden: 64, classes: 11 } as const
/** The answer "no figure". */
export const NO_FIGURE = 10

/** Inputs and outputs of the four layers. */
export const LAYERS: readonly (readonly [inputs: number, outputs: number])[] = [
  [WINDOW * WINDOW, SIZES.first],
  [WINDOW * WINDOW * SIZES.first, SIZES.second],
  [SIDES[2] * SIDES[2] * SIZES.second, SIZES.hidden],
  [SIZES.hidden, SIZES.classes],
]

const FLOAT_BYTES = 4

/** Classifies shapes; made once from the weights. */
export class FigureNet {
  private readonly layers: readonly Layer[]

  /** @param bytes for each layer: scales and biases as floats, weights as bytes */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let at = 0
    const floats = (count: number): Float32Array =>
      Float32Array.from({ length: count }, () => {
        at += FLOAT_BYTES
        return view.getFloat32(at - FLOAT_BYTES, true)
      })
    this.layers = LAYERS.map(([inputs, outputs]) => {
      const scales = floats(outputs)
      const biases = floats(outputs)
      const weights = new Float32Array(inputs * outputs)
      for (let i = 0; i < weights.length; i++) {
        weights[i] = view.getInt8(at++) * (scales[Math.floor(i / inputs)] as number)
      }
      return { inputs, outputs, weights, biases }
    })
  }

  /**
   * How likely a shape is each figure, and none.
   *
   * @param shape as `shapeOf` makes it
   * @returns 11 shares that sum to 1
   */
  classify(shape: Float32Array): Float32Array {
    const [first, second, third, fourth] = this.layers as [Layer, Layer, Layer, Layer]
    const a = convolve(shape, SIDES[0], 1, first, SIDES[1])
    const b = convolve(a, SIDES[1], SIZES.first, second, SIDES[2])
    return softmax(connect(rectified(connect(b, third)), fourth))
  }
}

/** One convolution, rectified; channel by channel, row by row. */
export function convolve(
  input: Float32Array,
  side: number,
  channels: number,
  { weights, biases, inputs, outputs }: Layer,
  toSide: number,
): Float32Array {
  const out = new Float32Array(outputs * toSide * toSide)
  for (let o = 0, k = 0; o < outputs; o++) {
    for (let y = 0; y < toSide; y++) {
      for (let x = 0; x < toSide; x++, k++) {
        let sum = biases[o] as number
        let w = o * inputs
        for (let c = 0; c < channels; c++) {
          for (let dy = 0; dy < WINDOW; dy++) {
            let i = (c * side + y * STRIDE + dy) * side + x * STRIDE
            for (let dx = 0; dx < WINDOW; dx++) sum += (weights[w++] as number) * (input[i++] as number)
          }
        }
        out[k] = Math.max(0, sum)
      }
    }
  }
  return out
}

function connect(input: Float32Array, { weights, biases, inputs, outputs }: Layer): Float32Array {
  const out = new Float32Array(outputs)
  for (let o = 0, w = 0; o < outputs; o++) {
    let sum = biases[o] as number
    for (let i = 0; i < inputs; i++) sum += (weights[w++] as number) * (input[i] as number)
    out[o] = sum
  }
  return out
}

const rectified = (values: Float32Array): Float32Array => values.map((value) => Math.max(0, value))

function softmax(values: Float32Array): Float32Array {
  const most = Math.max(...values)
  const shares = values.map((value) => Math.exp(value - most))
  const sum = shares.reduce((a, b) => a + b, 0)
  return shares.map((share) => share / sum)
}
