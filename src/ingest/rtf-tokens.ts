/** Bytes of an RTF document → groups, control words, control symbols and bytes of text. */

/** One element. */
export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  /** A byte of text, in the code page of its font; `\'b5` too. */
  | { readonly kind: 'byte'; readonly value: number }
  /** `\word` or `\word-12`. */
  | { readonly kind: 'word'; readonly name: string; readonly value: number | undefined }
  /** A backslash and a character that is no letter. */
  | { readonly kind: 'symbol'; readonly name: string }

const BACKSLASH = 0x5c
const OPEN = 0x7b
const CLOSE = 0x7d
const APOSTROPHE = 0x27
/** Longer words are no control words. */
const WORD_MAX = 32

const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (isDigit(byte)) return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}

/** Goes through a document once. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]!
    if (byte === OPEN || byte === CLOSE) {
      yield { kind: byte === OPEN ? 'open' : 'close' }
      at++
    } else if (byte !== BACKSLASH) {
      // Line ends are for people who read the file.
      if (byte !== 0x0a && byte !== 0x0d && byte !== 0) yield { kind: 'byte', value: byte }
      at++
    } else if (isLetter(bytes[at + 1] ?? 0)) {
      let end = at + 1
      while (end < bytes.length && end - at <= WORD_MAX && isLetter(bytes[end]!)) end++
      const name = String.fromCharCode(...bytes.subarray(at + 1, end))
      const negative = bytes[end] === 0x2d && isDigit(bytes[end + 1] ?? 0)
      if (negative) end++
      let value: number | undefined
      for (let digits = 0; digits < 10 && isDigit(bytes[end] ?? 0); digits++, end++) {
        value = (value ?? 0) * 10 + bytes[end]! - 0x30
      }
      if (bytes[end] === 0x20) end++
      at = end
      if (name === 'bin' && value !== undefined) at += value
      else yield { kind: 'word', name, value: negative && value !== undefined ? -value : value }
    } else if (bytes[at + 1] === APOSTROPHE) {
      const high = hexDigit(bytes[at + 2])
      const low = hexDigit(bytes[at + 3])
      if (high >= 0 && low >= 0) yield { kind: 'byte', value: 16 * high + low }
      at += 4
    } else {
      if (at + 1 < bytes.length) yield { kind: 'symbol', name: String.fromCharCode(bytes[at + 1]!) }
      at += 2
    }
  }
}
