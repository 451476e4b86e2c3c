/**
 * PNG, JPEG and WebP files → pixels, in a process of its own: the native decoder dies on some damaged files (a JPEG that
 * is cut in half, for one) and takes its process with it.
 */
import { spawn } from 'node:child_process'
import { type GreyImage, greyOfRgba } from './canvas.ts'
import type { ImageSize } from './image-size.ts'

/** Reads a file from stdin, writes its pixels, drawn on white to the size of its arguments, to stdout. */
const CHILD = `
import { createRequire } from 'node:module'
const [, self, width, height] = process.argv
const { createCanvas, loadImage } = createRequire(self)('@napi-rs/canvas')
const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)
const image = await loadImage(Buffer.concat(chunks))
const canvas = createCanvas(Number(width), Number(height))
const context = canvas.getContext('2d')
context.fillStyle = '#fff'
context.fillRect(0, 0, canvas.width, canvas.height)
context.drawImage(image, 0, 0, canvas.width, canvas.height)
process.stdout.write(canvas.data())
`

/** What is kept of a child's complaints. */
const COMPLAINT_MAX = 2000

/**
 * Decodes a file, drawn on white to the size given, in grey.
 *
 * @param seconds limit of time
 * @throws Error when the file cannot be decoded in that time; the signal's reason
 */
export async function decodePicture(
  bytes: Uint8Array,
  size: ImageSize,
  seconds: number,
  signal?: AbortSignal,
): Promise<GreyImage> {
  signal?.throwIfAborted()
  const { width, height } = size
  const args = ['--input-type=module', '-e', CHILD, import.meta.url, String(width), String(height)]
  const child = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: seconds * 1000,
    windowsHide: true,
  })
  const stop = (): void => void child.kill('SIGKILL')
  signal?.addEventListener('abort', stop, { once: true })
  const rgba = new Uint8Array(width * height * 4)
  let length = 0
  let complaint = ''
  child.stdout.on('data', (chunk: Uint8Array) => {
    rgba.set(chunk.subarray(0, rgba.length - length), length)
    length = Math.min(rgba.length, length + chunk.length)
  })
  child.stderr.on('data', (chunk: Uint8Array) => {
    if (complaint.length < COMPLAINT_MAX) complaint += chunk.toString()
  })
  // A child that dies early does not read on.
  child.stdin.on('error', () => {})
  child.stdin.end(bytes)
  try {
    const ending = await new Promise<string>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code, killedBy) => resolve(killedBy ?? String(code)))
    })
    signal?.throwIfAborted()
    if (ending !== '0' || length < rgba.length) {
      throw new Error(`The decoder ended with ${ending}. ${complaint.slice(0, COMPLAINT_MAX)}`.trim())
    }
    return greyOfRgba(rgba, width, height)
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
