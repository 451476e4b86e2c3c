// A path, or "-" for stdin → text, with limits and with messages that say what to do.

import { createReadStream } from 'node:fs'
import { decodeText } from '../encoding/decode-text.ts'
import { conversionNotice } from '../encoding/notice.ts'
import { utf16Order } from '../encoding/utf16.ts'
import { VanbanError } from '../errors.ts'
import { decode, encodingOf, invalidNotice } from '../ingest/decode.ts'
import { Interrupted } from './exit-code.ts'
import { binaryKind } from './file-kind.ts'
import type { CliIo } from './io.ts'

/** Stands for stdin among inputs and for stdout as an output. */
export const STDIO = '-'

/** 256 MiB: some hundred thousand pages, and well below the longest string of the engine. */
export const INPUT_BYTES_MAX = 2 ** 28

/** An input as text. */
export interface TextInput {
  /** The path as given; "stdin" for `-`. */
  readonly name: string
  readonly text: string
  /** What its reader should know, full sentences. */
  readonly warnings: readonly string[]
}

/** How an input is called in messages. */
export function inputName(path: string): string {
  return path === STDIO ? 'stdin' : path
}

/**
 * Reads a text.
 *
 * @param path A file, or `-` for stdin.
 * @throws VanbanError `INPUT_UNREADABLE` for a missing, forbidden or oversized file or a folder;
 *   `BINARY_INPUT` for a PDF, an image, an archive or other bytes that are no text.
 */
export async function readInput(path: string, io: CliIo): Promise<TextInput> {
  const name = inputName(path)
  const bytes = await readBytes(path, io)
  const hasMark = encodingOf(bytes) !== 'utf-8'
  const isUtf16 = !hasMark && utf16Order(bytes) !== undefined
  const kind = (hasMark || isUtf16) && !isUtf32(bytes) ? undefined : binaryKind(bytes)
  if (kind !== undefined) {
    throw new VanbanError('BINARY_INPUT', 'cli', `${name} is ${kind.name}, not text: ${kind.advice}.`, {
      file: name,
    })
  }
  const found = decodeText(bytes)
  const notice = conversionNotice(name, found)
  if (isUtf16 || notice !== undefined) {
    return { name, text: found.text, warnings: notice === undefined ? [] : [notice] }
  }
  const decoded = decode(bytes)
  return { name, text: decoded.text, warnings: decoded.invalid === 0 ? [] : [invalidNotice(name, decoded)] }
}

/** The byte order mark of UTF-32 begins like that of UTF-16. */
function isUtf32(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[2] === 0 && bytes[3] === 0
}

/** The bytes of a file, or of stdin. */
export async function readBytes(path: string, io: CliIo): Promise<Uint8Array> {
  const name = inputName(path)
  const stream: AsyncIterable<Uint8Array> = path === STDIO ? io.stdin : createReadStream(path)
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of stream) {
      size += chunk.length
      if (size > INPUT_BYTES_MAX) break
      chunks.push(chunk)
    }
  } catch (cause) {
    if (io.signal.aborted) throw new Interrupted()
    throw new VanbanError('INPUT_UNREADABLE', 'cli', `${name} cannot be read: ${reasonOf(cause)}.`, {
      file: name,
      cause,
    })
  }
  if (io.signal.aborted) throw new Interrupted()
  if (size > INPUT_BYTES_MAX) {
    const limit = INPUT_BYTES_MAX / 2 ** 20
    throw new VanbanError(
      'INPUT_UNREADABLE',
      'cli',
      `${name} is larger than ${limit} MiB: split it and give the parts one by one.`,
      { file: name },
    )
  }
  return Buffer.concat(chunks)
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder; name the files in it',
  EACCES: 'permission was denied',
  EPERM: 'permission was denied',
  EMFILE: 'too many files are open',
}

/** The reason of a failed system call in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error))
}
