/**
 * Compound files (OLE, MS-CFB): the container of old Word and Excel files, a small file system of sectors. Every chain
 * is followed at most as far as the file has sectors, so that damaged files end in an error and not in a loop.
 */

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const HEADER_BYTES = 512
const DIRECTORY_ENTRY_BYTES = 128
/** FAT sectors listed in the header itself. */
const HEADER_DIFAT_ENTRIES = 109
/** Sector numbers from here on are marks: end of chain, free, FAT. */
const SECTOR_MAX = 0xfffffffa
const TYPE_STREAM = 2
const TYPE_ROOT = 5

/** Thrown where a file contradicts itself; the readers turn it into an error about their format. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile'
}

interface Entry {
  readonly name: string
  readonly type: number
  readonly start: number
  readonly size: number
}

/** The streams of a compound file by name. */
export class CompoundFile {
  private readonly view: DataView
  private readonly bytes: Uint8Array
  private readonly sectorBytes: number
  private readonly miniSectorBytes: number
  private readonly miniStreamCutoff: number
  private readonly fat: Uint32Array
  private readonly miniFat: Uint32Array
  private readonly entries: readonly Entry[]
  private miniStream: Uint8Array | undefined

  /** @throws DamagedFile */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes.length < HEADER_BYTES || !SIGNATURE.every((byte, i) => bytes[i] === byte)) {
      throw new DamagedFile('its header is not that of a compound file')
    }
    const sectorShift = this.view.getUint16(30, true)
    const miniShift = this.view.getUint16(32, true)
    if (sectorShift < 9 || sectorShift > 12 || miniShift < 4 || miniShift > sectorShift) {
      throw new DamagedFile('its header has impossible sizes')
    }
    this.sectorBytes = 1 << sectorShift
    this.miniSectorBytes = 1 << miniShift
    this.miniStreamCutoff = this.view.getUint32(56, true)
    this.fat = this.readFat()
    this.entries = this.readDirectory(this.view.getUint32(48, true))
    this.miniFat = toUint32(this.readChain(this.view.getUint32(60, true)))
  }

  /** Whether there is a stream of this name. */
  has(name: string): boolean {
    return this.find(name) !== undefined
  }

  /**
   * The content of a stream; `undefined` when there is none of this name.
   *
   * @throws DamagedFile when it is cut short
   */
  read(name: string): Uint8Array | undefined {
    const entry = this.find(name)
    if (entry === undefined) return undefined
    const content =
      entry.size < this.miniStreamCutoff ? this.readMiniChain(entry.start) : this.readChain(entry.start)
    if (content.length < entry.size) throw new DamagedFile(`its part "${name}" is cut short`)
    return content.subarray(0, entry.size)
  }

  private find(name: string): Entry | undefined {
    return this.entries.find((entry) => entry.type === TYPE_STREAM && entry.name === name)
  }

  private get sectorCount(): number {
    return Math.ceil((this.bytes.length - this.sectorBytes) / this.sectorBytes)
  }

  private sector(number: number): Uint8Array {
    const start = (number + 1) * this.sectorBytes
    if (start >= this.bytes.length) throw new DamagedFile('it ends early')
    return this.bytes.subarray(start, start + this.sectorBytes)
  }

  private readFat(): Uint32Array {
    const sectors: number[] = []
    for (let i = 0; i < HEADER_DIFAT_ENTRIES; i++) sectors.push(this.view.getUint32(76 + 4 * i, true))
    let next = this.view.getUint32(68, true)
    while (next < SECTOR_MAX) {
      if (sectors.length > this.sectorCount + HEADER_DIFAT_ENTRIES)
        throw new DamagedFile('its index is a loop')
      const entries = toUint32(this.sector(next))
      sectors.push(...entries.subarray(0, -1))
      next = entries.at(-1) ?? SECTOR_MAX
    }
    return toUint32(concat(sectors.filter((number) => number < SECTOR_MAX).map((one) => this.sector(one))))
  }

  private readChain(start: number): Uint8Array {
    const parts: Uint8Array[] = []
    for (let at = start; at < SECTOR_MAX; at = this.fat[at] ?? SECTOR_MAX) {
      if (parts.length > this.sectorCount) throw new DamagedFile('its sectors form a loop')
      parts.push(this.sector(at))
    }
    return concat(parts)
  }

  private readMiniChain(start: number): Uint8Array {
    const root = this.entries.find(({ type }) => type === TYPE_ROOT)
    this.miniStream ??= root === undefined ? new Uint8Array() : this.readChain(root.start)
    const parts: Uint8Array[] = []
    for (let at = start; at < SECTOR_MAX; at = this.miniFat[at] ?? SECTOR_MAX) {
      if (parts.length > this.miniFat.length) throw new DamagedFile('its small sectors form a loop')
      const from = at * this.miniSectorBytes
      parts.push(this.miniStream.subarray(from, from + this.miniSectorBytes))
    }
    return concat(parts)
  }

  private readDirectory(start: number): Entry[] {
    const directory = this.readChain(start)
    const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
    const entries: Entry[] = []
    for (let at = 0; at + DIRECTORY_ENTRY_BYTES <= directory.length; at += DIRECTORY_ENTRY_BYTES) {
      const nameBytes = Math.min(64, view.getUint16(at + 64, true))
      const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + Math.max(0, nameBytes - 2)))
      entries.push({
        name,
        type: directory[at + 66]!,
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      })
    }
    return entries
  }
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const part of parts) length += part.length
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function toUint32(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const values = new Uint32Array(bytes.length >> 2)
  for (let i = 0; i < values.length; i++) values[i] = view.getUint32(4 * i, true)
  return values
}
