/** ZIP archives as Office documents are: entries by name, inflated within a limit. */
import { inflateRawSync } from 'node:zlib'

/** An archive that is open for reading. */
export interface ZipArchive {
  readonly names: readonly string[]
  has(name: string): boolean
  /** @throws ZipError */
  read(name: string): Uint8Array
}

/** Why an archive cannot be read. */
export type ZipFault = 'damaged' | 'encrypted' | 'too-large'

/** Wrapped by whoever knows the file's name. */
export class ZipError extends Error {
  override readonly name = 'ZipError'
  readonly fault: ZipFault

  constructor(fault: ZipFault, message: string) {
    super(message)
    this.fault = fault
  }
}

interface Entry {
  readonly encrypted: boolean
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  /** Offset of the local header. */
  readonly at: number
}

const END_SIGNATURE = 0x06054b50
const END_LENGTH = 22
const COMMENT_MAX = 0xffff
const CENTRAL_SIGNATURE = 0x02014b50
const CENTRAL_LENGTH = 46
const LOCAL_SIGNATURE = 0x04034b50
const LOCAL_LENGTH = 30
const STORED = 0
const DEFLATED = 8

/**
 * Opens an archive.
 *
 * @param bytesMax what its entries may hold together, unpacked
 * @throws ZipError
 */
export function openZip(bytes: Uint8Array, bytesMax: number): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map<string, Entry>()
  let budget = bytesMax
  for (const [name, entry] of centralDirectory(bytes, view)) entries.set(name, entry)
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read: (name) => {
      const entry = entries.get(name)
      if (entry === undefined) throw new ZipError('damaged', `it has no entry ${name}`)
      if (entry.encrypted) throw new ZipError('encrypted', `its entry ${name} is locked`)
      if (entry.unpacked > budget) throw new ZipError('too-large', `its entry ${name} is too large`)
      const content = inflate(entry, bytes, view, budget)
      budget -= content.length
      return content
    },
  }
}

function* centralDirectory(bytes: Uint8Array, view: DataView): Generator<[string, Entry]> {
  const end = findEnd(view)
  if (end < 0) throw new ZipError('damaged', 'it ends early')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_LENGTH > bytes.length || view.getUint32(at, true) !== CENTRAL_SIGNATURE) {
      throw new ZipError('damaged', 'its list of entries is broken')
    }
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(
      bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength),
    )
    yield [
      name,
      {
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        method: view.getUint16(at + 10, true),
        packed: view.getUint32(at + 20, true),
        unpacked: view.getUint32(at + 24, true),
        at: view.getUint32(at + 42, true),
      },
    ]
    at += CENTRAL_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}

/** The end record stands at the end, before a comment of up to 64 KiB. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - COMMENT_MAX); at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at
  }
  return -1
}

function inflate(entry: Entry, bytes: Uint8Array, view: DataView, budget: number): Uint8Array {
  const { at, method, packed } = entry
  if (at + LOCAL_LENGTH > bytes.length || view.getUint32(at, true) !== LOCAL_SIGNATURE) {
    throw new ZipError('damaged', 'an entry is not where it should be')
  }
  const start = at + LOCAL_LENGTH + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const content = bytes.subarray(start, start + packed)
  if (content.length < packed) throw new ZipError('damaged', 'it ends early')
  if (method === STORED) return content
  if (method !== DEFLATED) throw new ZipError('damaged', `it is packed by an unknown method (${method})`)
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, budget) })
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw tooLarge
      ? new ZipError('too-large', 'it unpacks to more than the limit')
      : new ZipError('damaged', 'an entry cannot be unpacked')
  }
}
