/**
 * UTF-8 that was taken for Windows-1252 or Latin-1, once or several times: `Viá»‡t` → `Việt`. Works chunk by chunk, so
 * that sound words between damaged ones stay.
 */
import { mapChunks } from './chunks.ts'
import { byteOfUnit } from './cp1252.ts'

/** Nobody has been seen to encode a text more than three times over. */
const ROUNDS_MAX = 3

/** The bytes of "à". */
const LEAD_C3 = 0xc3
const SECOND_A0 = 0xa0

/** Undoes the damage wherever a chunk shows it. */
export function readDoubleUtf8(text: string): string {
  // A no-break space that became a space stands before the one that was there.
  return mapChunks(text.replace(/\u00c3 {2}/g, '\u00c3\u00a0 '), (chunk) => readDoubleChunk(chunk).text)
}

/** A chunk's reading. */
export interface DoubleReading {
  readonly text: string
  /** Characters beyond ASCII that are no part of a UTF-8 sequence. */
  readonly strays: number
  /** Sequences that were put together. */
  readonly sequences: number
}

/** Reads one chunk without white space; a second and third round where the first leaves nothing but sequences. */
export function readDoubleChunk(chunk: string): DoubleReading {
  let reading = readOnce(chunk, true)
  for (let round = 1; round < ROUNDS_MAX && reading.strays === 0; round++) {
    const next = readOnce(reading.text, false)
    if (next.sequences === 0 || next.strays > 0) break
    reading = next
  }
  return reading
}

function readOnce(chunk: string, spacesLost: boolean): DoubleReading {
  let out = ''
  let strays = 0
  let sequences = 0
  for (let i = 0; i < chunk.length; ) {
    const unit = chunk.charCodeAt(i)
    if (unit < 0x80) {
      out += chunk.charAt(i++)
      continue
    }
    const lead = byteOfUnit(unit)
    const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
    const point = length === 0 ? -1 : sequenceAt(chunk, i, lead, length)
    if (point >= 0) {
      out += String.fromCodePoint(point)
      i += length
      sequences++
    } else if (
      spacesLost &&
      lead === LEAD_C3 &&
      i + 1 === chunk.length &&
      /[a-z]/.test(chunk.charAt(i - 1))
    ) {
      // The second byte of "à", a no-break space, was taken for white space.
      out += String.fromCodePoint(((lead & 0x1f) << 6) | (SECOND_A0 & 0x3f))
      i++
      sequences++
    } else {
      out += chunk.charAt(i++)
      strays++
    }
  }
  return { text: out, strays, sequences }
}

/** The code point of a sequence whose lead byte stands at `at`, −1 if it is none. */
function sequenceAt(text: string, at: number, lead: number, length: number): number {
  let point = lead & (0x7f >> length)
  for (let k = 1; k < length; k++) {
    const byte = at + k < text.length ? byteOfUnit(text.charCodeAt(at + k)) : -1
    if ((byte & 0xc0) !== 0x80 || byte < 0) return -1
    point = (point << 6) | (byte & 0x3f)
  }
  // No overlong forms, surrogates, or points beyond Unicode.
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000
  return point < least || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? -1 : point
}
