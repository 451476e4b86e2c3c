/**
 * Encodings of one or two bytes a letter as tables: the readable lists of `tables/` compiled for decoding and for
 * encoding.
 */
import { unitOfByte, VIEW_SIZE } from './cp1252.ts'
import { TCVN3 } from './tables/tcvn3.ts'
import { TCVN5712 } from './tables/tcvn5712.ts'
import { VISCII } from './tables/viscii.ts'
import { VNI } from './tables/vni.ts'
import { VPS } from './tables/vps.ts'
import { WINDOWS_1258 } from './tables/windows-1258.ts'

/** A compiled encoding. */
export interface CodeTable {
  /** Target by code unit of the Windows-1252 or Latin-1 view; 0 where the unit stands for itself. */
  readonly single: Uint16Array
  /** Target by `first << 16 | second`; empty in encodings of one byte a letter. */
  readonly pairs: ReadonlyMap<number, number>
  /** Units that may be the second of a pair. */
  readonly seconds: Uint8Array
  /** Combining marks by the units that stand for them behind a letter; empty where a mark has no unit of its own. */
  readonly marks: ReadonlyMap<number, string>
  /** Small letters that may be capitals in truth, because the capital has no byte or the same: 1 by code unit. */
  readonly unsureCase: Uint8Array
  /** Bytes by letter. */
  readonly bytesOf: ReadonlyMap<string, readonly number[]>
}

/** What fonts of PDF files and editors make of TCVN3 bytes: U+2212 for ư (AD), U+2219 for ã (B7), U+03BC for à (B5). */
const TCVN3_VARIANTS: readonly (readonly [number, string])[] = [
  [0x2212, 'ư'],
  [0x2219, 'ã'],
  [0x3bc, 'à'],
]

/** Marks of VNI, and what they are. Typists put them behind letters that have codes of their own, too (iï, eäï). */
const VNI_MARKS: ReadonlyMap<number, string> = new Map(
  [...'ùøûõïÙØÛÕÏ'].map((sign, i) => [sign.charCodeAt(0), '\u0301\u0300\u0309\u0303\u0323'.charAt(i % 5)]),
)

function parseBytes(hex: string): number[] {
  const bytes: number[] = []
  for (let i = 0; i < hex.length; i += 2) bytes.push(Number.parseInt(hex.slice(i, i + 2), 16))
  return bytes
}

function compile(
  list: string,
  variants: readonly (readonly [number, string])[] = [],
  marks: ReadonlyMap<number, string> = new Map(),
): CodeTable {
  const single = new Uint16Array(VIEW_SIZE)
  const pairs = new Map<number, number>()
  const seconds = new Uint8Array(VIEW_SIZE)
  const bytesOf = new Map<string, readonly number[]>()
  const sharing = new Map<string, string>()
  const unsureCase = new Uint8Array(VIEW_SIZE)
  const cells = list.trim().split(/\s+/)
  for (let i = 0; i < cells.length; i += 2) {
    const letter = cells[i]!
    const hex = cells[i + 1]!
    const bytes = parseBytes(hex)
    const target = letter.charCodeAt(0)
    bytesOf.set(letter, bytes)
    // Small letters follow their capitals in the lists and take over a byte that both have.
    if (sharing.has(hex)) unsureCase[letter.charCodeAt(0)] = 1
    sharing.set(hex, letter)
    const [first, second] = bytes as [number, number?]
    if (second === undefined) {
      single[first] = target
      single[unitOfByte(first)] = target
      continue
    }
    // The case of a letter is that of its base: typists left capitals with the mark of small letters.
    for (const mark of [second, second ^ 0x20]) {
      const key = (unitOfByte(first) << 16) | mark
      if (mark === second || !pairs.has(key)) pairs.set(key, target)
      seconds[mark] = 1
    }
  }
  for (const [unit, letter] of variants) single[unit] = letter.charCodeAt(0)
  for (const letter of bytesOf.keys()) {
    const capital = letter.toUpperCase()
    if (capital !== letter && !bytesOf.has(capital)) unsureCase[letter.charCodeAt(0)] = 1
  }
  return { single, pairs, seconds, marks, unsureCase, bytesOf }
}

/** Encodings that are tables. */
export type TableEncoding = 'tcvn3' | 'vni' | 'viscii' | 'vps' | 'tcvn5712-1' | 'windows-1258'

const LISTS: Readonly<Record<TableEncoding, () => CodeTable>> = {
  tcvn3: () => compile(TCVN3, TCVN3_VARIANTS),
  vni: () => compile(VNI, [], VNI_MARKS),
  viscii: () => compile(VISCII),
  vps: () => compile(VPS),
  'tcvn5712-1': () => compile(TCVN5712),
  'windows-1258': () => compile(WINDOWS_1258),
}

const COMPILED = new Map<TableEncoding, CodeTable>()

/** The table of an encoding; compiled when first asked for. */
export function codeTable(encoding: TableEncoding): CodeTable {
  let table = COMPILED.get(encoding)
  if (table === undefined) {
    table = LISTS[encoding]()
    COMPILED.set(encoding, table)
  }
  return table
}
