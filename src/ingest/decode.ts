// Bytes → text, forgiving but not silent: marks of byte order are understood, broken bytes replaced and counted.

import { isUtf8 } from 'node:buffer'

/** Text and what was wrong with its bytes. */
export interface Decoded {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be'
  /** Sequences that were no valid text; each became one U+FFFD. */
  readonly invalid: number
  /** Offset in bytes of the first of them, −1 without any. */
  readonly firstInvalid: number
}

/** The encoding its byte order mark gives a text, UTF-8 without one. */
export function encodingOf(bytes: Uint8Array): Decoded['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** Decodes; a byte order mark is dropped. */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  if (encoding !== 'utf-8') {
    const invalid = countReplacements(text) - countUnits(bytes, encoding)
    const at = invalid === 0 ? -1 : 2 + 2 * text.indexOf('\ufffd')
    return { text, encoding, invalid, firstInvalid: at }
  }
  if (isUtf8(bytes)) return { text, encoding, invalid: 0, firstInvalid: -1 }
  const invalid = countReplacements(text) - countPrintedReplacements(bytes)
  return { text, encoding, invalid, firstInvalid: firstInvalidUtf8(bytes) }
}

/** A sentence about what was no text. */
export function invalidNotice(name: string, { encoding, invalid, firstInvalid }: Decoded): string {
  const places = invalid === 1 ? 'one place' : `${invalid.toLocaleString('en')} places`
  return (
    `${name} is not valid ${encoding.toUpperCase()} in ${places}, the first at byte ${firstInvalid}; ` +
    'they are printed as U+FFFD. If the text looks wrong, convert the file to UTF-8 first.'
  )
}

function countReplacements(text: string): number {
  let count = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++
  return count
}

/** U+FFFD that was already in the text, as EF BF BD. */
function countPrintedReplacements(bytes: Uint8Array): number {
  let count = 0
  for (let i = bytes.indexOf(0xef); i >= 0; i = bytes.indexOf(0xef, i + 1)) {
    if (bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) count++
  }
  return count
}

/** U+FFFD that was already in UTF-16 text. */
function countUnits(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): number {
  const [first, second] = encoding === 'utf-16le' ? [0xfd, 0xff] : [0xff, 0xfd]
  let count = 0
  for (let i = 2; i + 1 < bytes.length; i += 2) if (bytes[i] === first && bytes[i + 1] === second) count++
  return count
}

/** Offset of the first sequence that is not well-formed (Unicode 15, table 3-7), −1 when all are. */
function firstInvalidUtf8(bytes: Uint8Array): number {
  let i = 0
  while (i < bytes.length) {
    const lead = bytes[i]!
    const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
    if (length === 0) return i
    if (length > 1) {
      // Second bytes of E0, ED, F0 and F4 are limited: no overlong forms, surrogates, or beyond U+10FFFF.
      const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
      const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
      const second = bytes[i + 1] ?? 0
      if (second < low || second > high) return i
      for (let k = 2; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return i
    }
    i += length
  }
  return -1
}
