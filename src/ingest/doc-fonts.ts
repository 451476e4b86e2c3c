/** Fonts of a Word 97 document: the list of their names, and which one a style, a paragraph or a run of text is in. */
import { eachProperty, FIB, tablePart, viewOf } from './doc-format.ts'

/** Codes of properties (MS-DOC 2.6.1). */
const FONT_ASCII = 0x4a4f
const FONT_OTHER = 0x4a51
const CHARACTER_STYLE = 0x4a30
const DELETED = 0x0800
const HIDDEN = 0x083c
const ALL_CAPITALS = 0x083b
const SYMBOL = 0x6a09
const LIST = 0x460b
const LIST_LEVEL = 0x260a

/** What is known of characters; `undefined` leaves it to the style. */
export interface CharacterProperties {
  font: number | undefined
  style: number | undefined
  capitals: boolean | undefined
  isDeleted: boolean
  isHidden: boolean
  /** A sign that Word shows instead of the character: its font and its code there. */
  symbol: { readonly font: number; readonly code: number } | undefined
}

/** Which list and level a paragraph names; `undefined` leaves it to the style. */
export interface ListProperties {
  list: number | undefined
  level: number | undefined
}

/** Reads what a list of properties of paragraphs says of lists. */
export function readListProperties(properties: Uint8Array, from: number): ListProperties {
  const found: ListProperties = { list: undefined, level: undefined }
  eachProperty(properties, from, (code, value) => {
    if (code === LIST) found.list = value
    else if (code === LIST_LEVEL) found.level = value
  })
  return found
}

/** Reads a list of properties of characters. */
export function readCharacterProperties(list: Uint8Array, from = 0): CharacterProperties {
  const found: CharacterProperties = {
    font: undefined,
    style: undefined,
    capitals: undefined,
    isDeleted: false,
    isHidden: false,
    symbol: undefined,
  }
  let other: number | undefined
  eachProperty(list, from, (code, value, at) => {
    if (code === FONT_ASCII) found.font = value
    else if (code === FONT_OTHER) other = value
    else if (code === CHARACTER_STYLE) found.style = value
    else if (code === ALL_CAPITALS) found.capitals = value === 1 ? true : value === 0 ? false : undefined
    else if (code === DELETED) found.isDeleted = value === 1
    else if (code === HIDDEN) found.isHidden = value === 1
    else if (code === SYMBOL && at + 4 <= list.length) {
      found.symbol = { font: value, code: list[at + 2]! | (list[at + 3]! << 8) }
    }
  })
  found.font ??= other
  return found
}

const NAME_AT = 40

/** Names of the fonts by number. */
export function readFontNames(fib: DataView, table: Uint8Array): string[] {
  const part = tablePart(fib, table, FIB.FONTS)
  const names: string[] = []
  for (let at = 4; at < part.length; at += part[at]! + 1) {
    const name = new TextDecoder('utf-16le').decode(part.subarray(at + NAME_AT, at + part[at]! + 1))
    names.push(name.split('\0')[0]!)
  }
  return names
}

interface Style {
  readonly base: number
  readonly properties: CharacterProperties | undefined
  readonly list: ListProperties | undefined
}

const PARAGRAPH_STYLE = 1
const CHARACTER_STYLE_KIND = 2
const NO_STYLE = 0xfff
/** Styles may be based on styles; Word allows eleven levels. */
const LEVELS_MAX = 12

/** The style sheet. */
export class StyleSheet {
  private readonly styles: (Style | undefined)[] = []
  private readonly defaultFont: number | undefined

  constructor(fib: DataView, table: Uint8Array) {
    const part = tablePart(fib, table, FIB.STYLES)
    if (part.length < 20) return
    const view = viewOf(part)
    const infoBytes = view.getUint16(0, true)
    const count = view.getUint16(2, true)
    const baseBytes = view.getUint16(4, true)
    this.defaultFont = view.getUint16(14, true)
    for (let i = 0, at = 2 + infoBytes; i < count && at + 2 <= part.length; i++) {
      const length = view.getUint16(at, true)
      this.styles.push(
        length === 0 ? undefined : readStyle(part.subarray(at + 2, at + 2 + length), baseBytes),
      )
      at += 2 + length
    }
  }

  /** What a style says of its characters, its own base styles included. */
  of(style: number): { readonly font: number | undefined; readonly capitals: boolean } {
    let font: number | undefined
    let capitals: boolean | undefined
    let at = style
    for (let level = 0; at !== NO_STYLE && level < LEVELS_MAX; level++) {
      const found = this.styles[at]
      if (found === undefined) break
      font ??= found.properties?.font
      capitals ??= found.properties?.capitals
      at = found.base
    }
    return { font: font ?? this.defaultFont, capitals: capitals ?? false }
  }

  /** The list that a style of paragraphs belongs to. */
  listOf(style: number): ListProperties {
    const own: ListProperties = { list: undefined, level: undefined }
    let at = style
    for (let depth = 0; at !== NO_STYLE && depth < LEVELS_MAX; depth++) {
      const found = this.styles[at]
      if (found === undefined) break
      own.level ??= found.list?.level
      own.list ??= found.list?.list
      if (own.list !== undefined) break
      at = found.base
    }
    return own
  }
}

function readStyle(style: Uint8Array, baseBytes: number): Style | undefined {
  if (style.length < baseBytes + 2) return undefined
  const view = viewOf(style)
  const kind = view.getUint16(2, true) & 0xf
  const base = view.getUint16(2, true) >> 4
  const parts = view.getUint16(4, true) & 0xf
  let list: ListProperties | undefined
  let at = baseBytes + 2 + 2 * (view.getUint16(baseBytes, true) + 1)
  // A paragraph style has properties of paragraphs first.
  const wanted = kind === PARAGRAPH_STYLE ? 1 : kind === CHARACTER_STYLE_KIND ? 0 : -1
  for (let i = 0; i < parts && at + 2 <= style.length; i++) {
    const length = view.getUint16(at, true)
    const part = style.subarray(at + 2, at + 2 + length)
    if (i === wanted) return { base, list, properties: readCharacterProperties(part) }
    if (kind === PARAGRAPH_STYLE) list = readListProperties(part, 2)
    at += 2 + length + (length & 1)
  }
  return { base, list, properties: undefined }
}
