/** Unicode → bytes of an older encoding, for programs that still need it and for tests. */
import { toNfc, toNfd } from '../unicode/nfc.ts'
import { codeTable } from './code-table.ts'
import { byteOfUnit, viewBytes } from './cp1252.ts'
import type { LegacyEncoding } from './names.ts'
import { writeViqr } from './viqr.ts'

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/**
 * Encodes a text. A toned capital in TCVN3 becomes its small letter, as its fonts have it; what the encoding cannot
 * write becomes a question mark.
 *
 * @example encodeLegacy('Việt', 'tcvn3') // Uint8Array of 'ViÖt' in Windows-1252
 */
export function encodeLegacy(text: string, encoding: LegacyEncoding): Uint8Array {
  const utf8 = new TextEncoder()
  if (encoding === 'double-utf-8') return utf8.encode(viewBytes(utf8.encode(text)))
  if (encoding === 'viqr') return utf8.encode(writeViqr(text))
  const { bytesOf, single } = codeTable(encoding)
  const out: number[] = []
  for (const letter of toNfc(text)) {
    const bytes = bytesOf.get(letter)
    if (bytes !== undefined) {
      out.push(...bytes)
      continue
    }
    const unit = letter.length === 1 ? letter.charCodeAt(0) : -1
    if (unit >= 0 && unit < 0x80) out.push(unit)
    else
      out.push(
        ...(splitTone(letter, bytesOf) ?? bytesOf.get(letter.toLowerCase()) ?? plainBytes(unit, single)),
      )
  }
  return Uint8Array.from(out)
}

/** Windows-1258 writes most tones behind their letter. */
function splitTone(letter: string, bytesOf: ReadonlyMap<string, readonly number[]>): number[] | undefined {
  const decomposed = toNfd(letter)
  const tone = decomposed.match(TONES)?.[0]
  const mark = tone === undefined ? undefined : bytesOf.get(tone)
  if (mark === undefined) return undefined
  const base = toNfc(decomposed.replace(TONES, ''))
  const letterBytes = base < '\x80' ? [base.charCodeAt(0)] : bytesOf.get(base)
  return letterBytes === undefined ? undefined : [...letterBytes, ...mark]
}

/** What stands in ASCII for punctuation whose byte in Windows-1252 is a letter of the encoding. */
const IN_ASCII: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '•': '-',
  '…': '...',
  '\xa0': ' ',
}

/** Punctuation has the bytes of Windows-1252 where the encoding leaves them free. */
function plainBytes(unit: number, single: Uint16Array): number[] {
  const byte = unit < 0 ? -1 : byteOfUnit(unit)
  if (byte >= 0 && single[byte] === 0) return [byte]
  return Array.from(IN_ASCII[String.fromCharCode(unit)] ?? '?', (sign) => sign.charCodeAt(0))
}
