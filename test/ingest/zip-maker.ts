// ZIP archives written by hand.

import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipOptions {
  readonly stored?: boolean
  readonly encrypted?: boolean
  readonly comment?: string
  /** Unpacked size to claim. */
  readonly size?: number
}

/** An archive of texts. */
export function makeZip(entries: Readonly<Record<string, string>>, options: ZipOptions = {}): Uint8Array {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(entries)) {
    const content = Buffer.from(text)
    const packed = options.stored === true ? content : deflateRawSync(content)
    const nameBytes = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(options.encrypted === true ? 1 : 0x0800, 2)
    fields.writeUInt16LE(options.stored === true ? 0 : 8, 4)
    fields.writeUInt32LE(typeof crc32 === 'function' ? crc32(content) : 0, 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(options.size ?? content.length, 18)
    fields.writeUInt16LE(nameBytes.length, 22)
    const signature = (code: number): Buffer => {
      const bytes = Buffer.alloc(4)
      bytes.writeUInt32LE(code)
      return bytes
    }
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    local.push(signature(0x04034b50), fields, nameBytes, packed)
    central.push(signature(0x02014b50), Buffer.from([20, 0]), fields, tail, nameBytes)
    offset += 30 + nameBytes.length + packed.length
  }
  const directory = Buffer.concat(central)
  const comment = Buffer.from(options.comment ?? '')
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(entries).length, 8)
  end.writeUInt16LE(Object.keys(entries).length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  end.writeUInt16LE(comment.length, 20)
  return new Uint8Array(Buffer.concat([...local, directory, end, comment]))
}
