/** UTF-16 with and without a byte order mark, told by the bytes that its high halves are. */

/** How far bytes are looked at. */
const SAMPLE_BYTES = 1 << 16
const PAIRS_MIN = 4

/** Latin, Vietnamese and punctuation lie in so few blocks that the high halves are nearly all among these. */
const USUAL_HIGH: ReadonlySet<number> = new Set([0x00, 0x01, 0x03, 0x1e, 0x20, 0x21, 0x22])
const USUAL_SHARE_MIN = 0.97
/** Spaces and most letters have a zero there. */
const ZERO_SHARE_MIN = 0.4
/** Low halves are letters; a zero among them would be U+0100, U+1E00. */
const OTHER_ZERO_SHARE_MAX = 0.02

/** The order of the bytes if they are UTF-16, with or without a mark. */
export function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe && !(bytes[2] === 0 && bytes[3] === 0 && bytes.length >= 4)) {
    return 'utf-16le'
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes.length % 2 !== 0 || bytes.length < 2 * PAIRS_MIN) return undefined
  if (looksLike(bytes, 1)) return 'utf-16le'
  return looksLike(bytes, 0) ? 'utf-16be' : undefined
}

/** @param high offset of the high half in a pair */
function looksLike(bytes: Uint8Array, high: 0 | 1): boolean {
  const length = Math.min(bytes.length, SAMPLE_BYTES)
  let zero = 0
  let usual = 0
  let otherZero = 0
  for (let i = 0; i < length; i += 2) {
    const byte = bytes[i + high]!
    if (byte === 0) zero++
    if (USUAL_HIGH.has(byte)) usual++
    if (bytes[i + 1 - high] === 0) otherZero++
  }
  const pairs = length / 2
  return (
    zero >= pairs * ZERO_SHARE_MIN &&
    usual >= pairs * USUAL_SHARE_MIN &&
    otherZero <= pairs * OTHER_ZERO_SHARE_MAX
  )
}
