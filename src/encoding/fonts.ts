// What the name of a font says about the encoding of its text. Only a hint: converted texts often keep their old fonts.

import type { LegacyEncoding } from './names.ts'

/** In front of the names of fonts that a PDF holds in part. */
const SUBSET = /^[A-Z]{6}\+/
/** Behind names: styles, and the scripts Windows adds. */
const STYLE = /(?:[,-].*|\s+(?:bold|italic|regular|tur|ce|cyr|greek|baltic)(?:\s.*)?)$/i

const NAMES: readonly (readonly [RegExp, LegacyEncoding])[] = [
  [/^\.Vn/i, 'tcvn3'],
  [/^VnTime|^VnArial|^ABC\s/i, 'tcvn3'],
  [/^VNI\b|^VNI[-_ ]/i, 'vni'],
  [/^VPS\b/i, 'vps'],
  [/^VISCII/i, 'viscii'],
]

const bareName = (font: string): string => font.trim().slice(0, 100).replace(SUBSET, '').replace(STYLE, '')

/** The encoding a font was made for; `undefined` for fonts of any text. */
export function encodingOfFont(font: string): LegacyEncoding | undefined {
  const name = bareName(font)
  return NAMES.find(([pattern]) => pattern.test(name))?.[1]
}

/** Whether a TCVN3 font has capitals for small letters: `.VnTimeH`, `.VnArial NarrowH`. */
export function isCapitalFont(font: string): boolean {
  const name = bareName(font)
  return /^\.?Vn/i.test(name) && /h$/i.test(name)
}
