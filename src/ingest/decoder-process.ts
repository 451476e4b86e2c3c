/**
 * Decoders in a process of their own: native ones die on some damaged files (a JPEG that is cut in half, for one) and take
 * their process with them; others go on for ever.
 */
import { spawn } from 'node:child_process'

/** What is kept of a child's complaints. */
const COMPLAINT_MAX = 2000
/** A child that needs more heap than this for the tables of a file is not worth waiting for; pixels do not count. */
const HEAP_MEBIBYTES = 512

/**
 * For scripts that hold a picture as `source`: writes its pixels, drawn on white to `width` and `height`, to stdout. A copy of
 * them: they go with the canvas, which nobody holds while they are written.
 */
export const WRITE_ON_WHITE = `
  const canvas = createCanvas(Number(width), Number(height))
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  process.stdout.write(Buffer.from(canvas.data()))
`

/** A run of a decoder. */
export interface DecoderRun {
  /**
   * Module that reads a file from stdin and writes what it decoded to stdout. Its first argument is a file of this package,
   * from which packages are resolved; the other arguments follow.
   */
  readonly script: string
  readonly args: readonly (string | number)[]
  readonly input: Uint8Array
  /** Bytes to come, at most. */
  readonly outputMax: number
  /** Limit of time. */
  readonly seconds: number
  readonly signal?: AbortSignal | undefined
}

/**
 * Runs a decoder and gives what it wrote.
 *
 * @throws Error when it dies, fails, or takes too long; the signal's reason
 */
export async function runDecoder(run: DecoderRun): Promise<Uint8Array> {
  const { script, input, outputMax, seconds, signal } = run
  signal?.throwIfAborted()
  const heap = `--max-old-space-size=${HEAP_MEBIBYTES}`
  const args = [heap, '--input-type=module', '-e', script, import.meta.url, ...run.args.map(String)]
  const child = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
    windowsHide: true,
  })
  const stop = (): void => void child.kill('SIGKILL')
  signal?.addEventListener('abort', stop, { once: true })
  const output = new Uint8Array(outputMax)
  let length = 0
  let complaint = ''
  child.stdout.on('data', (chunk: Uint8Array) => {
    output.set(chunk.subarray(0, output.length - length), length)
    length = Math.min(output.length, length + chunk.length)
  })
  child.stderr.on('data', (chunk: Uint8Array) => {
    if (complaint.length < COMPLAINT_MAX) complaint += chunk.toString()
  })
  // A child that dies early does not read on.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  try {
    const ending = await new Promise<string>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code, killedBy) => resolve(killedBy ?? String(code)))
    })
    signal?.throwIfAborted()
    if (ending !== '0') {
      throw new Error(`The decoder ended with ${ending}. ${complaint.slice(0, COMPLAINT_MAX)}`.trim())
    }
    return output.subarray(0, length)
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
