/** The encodings by name: what a text was written in before it became a string or a file of bytes. */

/**
 * An encoding of Vietnamese that is not Unicode, or Unicode read wrongly:
 *
 * - `tcvn3`: TCVN3, the "ABC" fonts (`.VnTime`, `.VnArial` …)
 * - `vni`: VNI-Windows (`VNI-Times` …)
 * - `viscii`: VISCII 1.1
 * - `vps`: VPS
 * - `tcvn5712-1`: TCVN 5712-1:1993, capitals with tones included
 * - `windows-1258`: the code page of Windows
 * - `viqr`: marks typed as ASCII (`Vie^.t Nam`)
 * - `double-utf-8`: UTF-8 that was taken for Windows-1252, once or more often (`Viá»‡t Nam`)
 */
export type LegacyEncoding =
  | 'tcvn3'
  | 'vni'
  | 'viscii'
  | 'vps'
  | 'tcvn5712-1'
  | 'windows-1258'
  | 'viqr'
  | 'double-utf-8'

/** Unicode as bytes. */
export type UnicodeEncoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/**
 * What a stretch of text is in. `unicode` is sound Unicode in a string; in bytes it is named by its form. `nfd` is
 * sound Unicode whose marks stand behind their letters.
 */
export type Encoding = LegacyEncoding | UnicodeEncoding | 'unicode' | 'nfd'

/** All encodings that are decoded, the common ones first. */
export const LEGACY_ENCODINGS: readonly LegacyEncoding[] = [
  'tcvn3',
  'vni',
  'double-utf-8',
  'windows-1258',
  'viscii',
  'vps',
  'tcvn5712-1',
  'viqr',
]

const TITLES: Readonly<Record<Encoding, string>> = {
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI-Windows',
  viscii: 'VISCII',
  vps: 'VPS',
  'tcvn5712-1': 'TCVN 5712-1',
  'windows-1258': 'Windows-1258',
  viqr: 'VIQR',
  'double-utf-8': 'double-encoded UTF-8',
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  unicode: 'Unicode',
  nfd: 'decomposed Unicode (NFD)',
}

/** An encoding's name as people write it. */
export function encodingTitle(encoding: Encoding): string {
  return TITLES[encoding]
}

/** Whether a name is one of a legacy encoding. */
export function isLegacyEncoding(name: string): name is LegacyEncoding {
  return (LEGACY_ENCODINGS as readonly string[]).includes(name)
}
