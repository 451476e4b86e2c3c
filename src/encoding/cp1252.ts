/**
 * Bytes ↔ the characters of Windows-1252: the form in which text of an older encoding reaches us from Word, from PDF
 * files and from editors ("mojibake"). All decoders read this form, so bytes are turned into it first.
 */

/** Characters of the bytes 80 to 9F; the five bytes without one stay control characters. */
const C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Above the last character that can stand for a byte: U+2122, and the stand-ins of fonts (U+2219). */
export const VIEW_SIZE = 0x2300

/** Byte plus one by code unit; 0 where a unit stands for no byte. */
const BYTE_OF = /* @__PURE__ */ buildBytes()

function buildBytes(): Uint16Array {
  const bytes = new Uint16Array(VIEW_SIZE)
  for (let byte = 0; byte < 0x100; byte++) bytes[byte] = byte + 1
  for (let i = 0; i < C1.length; i++) bytes[C1.charCodeAt(i)] = 0x81 + i
  return bytes
}

/** The byte a character stands for when text was read as Windows-1252 or Latin-1; −1 for none. */
export function byteOfUnit(unit: number): number {
  return unit < VIEW_SIZE ? BYTE_OF[unit]! - 1 : -1
}

/** The character Windows-1252 has for a byte. */
export function unitOfByte(byte: number): number {
  return byte < 0x80 || byte > 0x9f ? byte : C1.charCodeAt(byte - 0x80)
}

/** Bytes as Windows-1252 shows them. */
export function viewBytes(bytes: Uint8Array): string {
  // By way of UTF-16, because decoders of Windows-1252 differ in the bytes that have no character.
  const units = new Uint8Array(2 * bytes.length)
  for (let i = 0; i < bytes.length; i++) {
    const unit = unitOfByte(bytes[i]!)
    units[2 * i] = unit & 0xff
    units[2 * i + 1] = unit >> 8
  }
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units)
}
