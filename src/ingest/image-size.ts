/** Width and height of a picture from its header, so that a bomb is refused before it is decoded. */

/** Size in pixels. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** Size of a PNG, JPEG or WebP picture, or `null` when its header is no such. */
export function imageSizeOf(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (bytes[0] === 0x89) return { width: view.getUint32(16), height: view.getUint32(20) }
    if (bytes[0] === 0xff) return jpegSize(view)
    return webpSize(view)
  } catch {
    // A header that ends early has no size.
    return null
  }
}

/** Start-of-frame markers hold the size; the others are passed over by their length. */
function jpegSize(view: DataView): ImageSize | null {
  let at = 2
  while (at < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at++
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    const length = view.getUint16(at + 2)
    if (length < 2) return null
    at += 2 + length
  }
  return null
}

function webpSize(view: DataView): ImageSize | null {
  const chunk = String.fromCharCode(...Array.from({ length: 4 }, (_, i) => view.getUint8(12 + i)))
  const uint24 = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
  if (chunk === 'VP8X') return { width: uint24(24) + 1, height: uint24(27) + 1 }
  if (chunk === 'VP8 ') {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  }
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  return null
}
