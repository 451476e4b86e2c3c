/** Lists of a Word 97 document (MS-DOC 2.9.131, 2.9.147, 2.9.150): how levels are written, and which list a number names. */
import { readCharacterProperties } from './doc-fonts.ts'
import { FIB, tablePart, viewOf } from './doc-format.ts'
import { LIST_LEVELS_MAX, type ListLevel, type ListPlace } from './list-number.ts'

/** A level, with the font of its numbers. */
interface DocLevel extends ListLevel {
  readonly font: number | undefined
}

interface DocList {
  readonly id: number
  readonly levels: ReadonlyMap<number, DocLevel>
  /** Styles of the levels: their paragraphs need not say which level they are on. */
  readonly styles: readonly number[]
}

/** A list as paragraphs name it: lists with their own starts. */
interface ListOverride {
  readonly list: DocList
  readonly levels: ReadonlyMap<number, DocLevel>
  readonly starts: ReadonlyMap<number, number>
}

/** Numbers of formats (MS-OSHARED 2.2.1.3) by the names that DOCX has for them. */
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
}

const LIST_BYTES = 28
const LEVEL_BYTES = 28
const OVERRIDE_BYTES = 16
const SIMPLE = 1
const LEGAL = 4
const HAS_START = 0x10
const HAS_FORMAT = 0x20
/** More than any document has; a damaged count is no reason to read for minutes. */
const LISTS_MAX = 4096
const TEXT_MAX = 256

/** A place where bytes are read one after the other; reading beyond the end is a RangeError. */
class Cursor {
  private readonly bytes: Uint8Array
  private at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  take(length: number): Uint8Array {
    const part = this.bytes.subarray(this.at, this.at + length)
    if (part.length < length) throw new RangeError('a list ends early')
    this.at += length
    return part
  }
}

function readLevel(cursor: Cursor): DocLevel {
  const head = cursor.take(LEVEL_BYTES)
  const view = viewOf(head)
  const isLegal = (head[5]! & LEGAL) !== 0
  const characterBytes = head[24]!
  cursor.take(head[25]!)
  const { font } = readCharacterProperties(cursor.take(characterBytes))
  const length = viewOf(cursor.take(2)).getUint16(0, true)
  if (length > TEXT_MAX) throw new RangeError('a list has a damaged level')
  const text = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(cursor.take(2 * length))
  return {
    start: view.getUint32(0, true),
    format: isLegal ? 'decimal' : (FORMATS[head[4]!] ?? 'decimal'),
    text: readPattern(text, head.subarray(6, 6 + LIST_LEVELS_MAX)),
    font,
  }
}

/** A place in a list, with the font of its number. */
export interface DocListPlace extends ListPlace {
  readonly font: number | undefined
}

/** The numbers of levels stand as characters 0 to 8 at the places listed, counted from 1. */
function readPattern(text: string, places: Uint8Array): string {
  return Array.from(text, (sign, i) => {
    if (sign >= ' ') return sign
    return sign < '\t' && places.includes(i + 1) ? `%${sign.charCodeAt(0) + 1}` : ''
  }).join('')
}

/** The lists of a document. */
export class DocLists {
  private readonly overrides: (ListOverride | undefined)[] = []

  /** @throws DamagedFile, RangeError */
  constructor(fib: DataView, table: Uint8Array) {
    if (fib.byteLength < FIB.LIST_OVERRIDES + 8) return
    const lists = readLists(fib, table)
    if (lists.size > 0) this.overrides = readOverrides(fib, table, lists)
  }

  /**
   * Where a paragraph stands, with the font of its number; `undefined` when it is in no list.
   *
   * @param override number of the list as paragraphs name it, from 1
   * @param level where the paragraph or its style says so
   */
  placeOf(override: number, level: number | undefined, style: number): DocListPlace | undefined {
    const found = this.overrides[override - 1]
    if (found === undefined) return undefined
    const { list, levels, starts } = found
    level ??= Math.max(0, list.styles.indexOf(style))
    const shared = String(list.id)
    return { shared, list: String(override), level, levels, starts, font: levels.get(level)?.font }
  }
}

function readLists(fib: DataView, table: Uint8Array): Map<number, DocList> {
  const lists = new Map<number, DocList>()
  const part = tablePart(fib, table, FIB.LISTS)
  if (part.length < 2) return lists
  const view = viewOf(part)
  const count = Math.min(LISTS_MAX, view.getUint16(0, true))
  // The levels stand behind the table, and do not count in its length.
  const end = fib.getUint32(FIB.LISTS, true) + 2 + LIST_BYTES * count
  const levelCursor = new Cursor(table.subarray(end))
  for (let i = 0; i < count; i++) {
    const at = 2 + LIST_BYTES * i
    const id = view.getInt32(at, true)
    const isSimple = (view.getUint8(at + 26) & SIMPLE) !== 0
    const levels = new Map<number, DocLevel>()
    for (let level = 0; level < (isSimple ? 1 : LIST_LEVELS_MAX); level++) {
      levels.set(level, readLevel(levelCursor))
    }
    const styles = Array.from({ length: LIST_LEVELS_MAX }, (_, level) =>
      view.getUint16(at + 8 + 2 * level, true),
    )
    lists.set(id, { id, levels, styles })
  }
  return lists
}

function readOverrides(
  fib: DataView,
  table: Uint8Array,
  lists: ReadonlyMap<number, DocList>,
): (ListOverride | undefined)[] {
  const part = tablePart(fib, table, FIB.LIST_OVERRIDES)
  if (part.length < 4) return []
  const cursor = new Cursor(part)
  const count = Math.min(LISTS_MAX, viewOf(cursor.take(4)).getUint32(0, true))
  const heads: { readonly id: number; readonly changes: number }[] = []
  for (let i = 0; i < count; i++) {
    const head = cursor.take(OVERRIDE_BYTES)
    heads.push({ id: viewOf(head).getInt32(0, true), changes: head[12]! })
  }
  return heads.map(({ id, changes }) => {
    cursor.take(4)
    const starts = new Map<number, number>()
    const own = new Map<number, DocLevel>()
    for (let i = 0; i < changes; i++) {
      const start = viewOf(cursor.take(4)).getInt32(0, true)
      const flags = viewOf(cursor.take(4)).getUint32(0, true)
      const level = flags & 0xf
      if ((flags & HAS_FORMAT) !== 0) own.set(level, readLevel(cursor))
      if ((flags & HAS_START) !== 0) starts.set(level, own.get(level)?.start ?? start)
    }
    const list = lists.get(id)
    return list === undefined ? undefined : { list, levels: new Map([...list.levels, ...own]), starts }
  })
}
