/** Code units ↔ strings: text is written into an array of units and becomes a string once a block. */

/** Shorter stretches are not worth a decoder. */
const DECODER_MIN = 128
/** Arguments of one call; engines allow many more. */
const ARGUMENTS_MAX = 8192
/** Units of a block, and the room behind it: pieces longer than that become strings by themselves. */
const BLOCK_UNITS = 1 << 15
const BLOCK_MARGIN = 1 << 10

const DECODER = /* @__PURE__ */ new TextDecoder('utf-16le', { ignoreBOM: true })
/** The decoder reads little-endian numbers, typed arrays hold the machine's. */
const IS_LITTLE_ENDIAN = /* @__PURE__ */ new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** The string of units `[start, end)`; lone surrogates stay what they are. */
export function textOfUnits(units: Uint16Array, start: number, end: number, hasSurrogates = true): string {
  if (!hasSurrogates && end - start >= DECODER_MIN && IS_LITTLE_ENDIAN)
    return DECODER.decode(units.subarray(start, end))
  let text = ''
  for (let from = start; from < end; from += ARGUMENTS_MAX) {
    const part = units.subarray(from, Math.min(end, from + ARGUMENTS_MAX))
    text += String.fromCharCode.apply(null, part as unknown as number[])
  }
  return text
}

/** A text in the making: stretches of the original, and what replaces the rest. Reusable; `finish` empties it. */
export class TextBuilder {
  private readonly units = new Uint16Array(BLOCK_UNITS + BLOCK_MARGIN)
  private filled = 0
  private surrogates = 0
  private blocks: string[] = []

  /** Appends `text.slice(start, end)`. */
  slice(text: string, start: number, end: number): void {
    if (end - start > BLOCK_MARGIN) {
      this.flush()
      this.blocks.push(text.slice(start, end))
      return
    }
    const { units } = this
    let at = this.filled
    let surrogates = 0
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i)
      surrogates |= (unit & 0xf800) === 0xd800 ? 1 : 0
      units[at++] = unit
    }
    this.surrogates |= surrogates
    this.filled = at
    if (at >= BLOCK_UNITS) this.flush()
  }

  /** Appends units `[start, start + length)` of `from`. */
  copy(from: Uint16Array, start: number, length: number): void {
    if (length > BLOCK_MARGIN) {
      this.flush()
      this.blocks.push(textOfUnits(from, start, start + length))
      return
    }
    const { units } = this
    let at = this.filled
    let surrogates = 0
    for (let i = start; i < start + length; i++) {
      const unit = from[i] as number
      surrogates |= (unit & 0xf800) === 0xd800 ? 1 : 0
      units[at++] = unit
    }
    this.surrogates |= surrogates
    this.filled = at
    if (at >= BLOCK_UNITS) this.flush()
  }

  /** Forgets what was appended. */
  clear(): void {
    this.filled = 0
    this.surrogates = 0
    this.blocks = []
  }

  /** The text so far. */
  finish(): string {
    this.flush()
    const text = this.blocks.length === 1 ? (this.blocks[0] as string) : this.blocks.join('')
    this.blocks = []
    return text
  }

  private flush(): void {
    if (this.filled === 0) return
    this.blocks.push(textOfUnits(this.units, 0, this.filled, this.surrogates !== 0))
    this.filled = 0
    this.surrogates = 0
  }
}
