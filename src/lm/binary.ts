/**
 * The model as one file. All numbers little-endian, every section 8-byte aligned:
 *
 *   magic "vanbanLM" · format version u32 · endianness test u32 · byte length u32 · checksum u32
 *   order u32 · words u32 · toneless keys u32 · rows of each order above 1 u32 … · byte length of the word list u32
 *   word list (UTF-8, one a line; keys ascend) · words per key (counts; the symbols are the first) · P(capital) code u8 by id · unigram f32 · unigram back-off f32 · bigrams per id (counts)
 *   per order: ln P levels f32[256] · back-off levels f32[256] · words u16 · P codes u8 · back-off codes u8 · children (counts)
 *
 * A column of counts is one byte a row, 255 meaning "see the u32 list behind it" (rows in order).
 */
import { VanbanError } from '../errors.ts'
import { capitalLogs } from './capitals.ts'
import type { LanguageModel } from './language-model.ts'
import { FIRST_WORD_ID } from './symbols.ts'
import type { NgramLevel } from './table.ts'
import { Vocabulary } from './vocabulary.ts'

// The layout's fixed parts, shared with the writer.
/** Raised when the layout above changes. */
export const MODEL_FORMAT_VERSION = 2

export const MAGIC = 'vanbanLM'
export const ENDIAN_TEST = 0x01020304
const HEADER_FIXED = 24
export const LENGTH_AT = 16
export const CHECKSUM_AT = 20
export const ALIGN = 8
export const COUNT_ESCAPE = 255
const QUANTISED_LEVELS = 256
const FNV_BASIS = 0x811c9dc5
const FNV_PRIME = 0x01000193

/**
 * FNV-1a over 32-bit words, everything behind the checksum field: in four lanes, word `i` in lane `i % 4`, for one has to wait
 * for each product; then over the four.
 */
export function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(
    bytes.buffer,
    bytes.byteOffset + HEADER_FIXED,
    (bytes.byteLength - HEADER_FIXED) >>> 2,
  )
  let a = FNV_BASIS
  let b = FNV_BASIS
  let c = FNV_BASIS
  let d = FNV_BASIS
  // Words behind the end are 0 to an exclusive or.
  for (let i = 0; i < words.length; i += 4) {
    a = Math.imul(a ^ words[i]!, FNV_PRIME)
    b = Math.imul(b ^ words[i + 1]!, FNV_PRIME)
    c = Math.imul(c ^ words[i + 2]!, FNV_PRIME)
    d = Math.imul(d ^ words[i + 3]!, FNV_PRIME)
  }
  return [a, b, c, d].reduce((hash, lane) => Math.imul(hash ^ lane, FNV_PRIME), FNV_BASIS) >>> 0
}

function refuse(
  code: 'MODEL_MAGIC' | 'MODEL_VERSION' | 'MODEL_ENDIANNESS' | 'MODEL_TRUNCATED' | 'MODEL_CHECKSUM',
  message: string,
): never {
  throw new VanbanError(code, 'model', message)
}

function checkHeader(bytes: Uint8Array): DataView {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < MAGIC.length || [...MAGIC].some((letter, i) => bytes[i] !== letter.charCodeAt(0))) {
    refuse(
      'MODEL_MAGIC',
      'These bytes are not a vanban model: the file does not begin with "vanbanLM". Check the path, or build one with `vanban train`.',
    )
  }
  if (bytes.length < HEADER_FIXED) {
    refuse(
      'MODEL_TRUNCATED',
      `The model file ends after ${bytes.length} bytes, inside its header: copy it again.`,
    )
  }
  const version = view.getUint32(8, true)
  if (version !== MODEL_FORMAT_VERSION) {
    refuse(
      'MODEL_VERSION',
      `The model has format version ${version}, this build reads ${MODEL_FORMAT_VERSION}: rebuild it with \`vanban train\`, or install the vanban it was made for.`,
    )
  }
  const byteOrder = view.getUint32(12, true)
  if (byteOrder !== ENDIAN_TEST) {
    refuse(
      'MODEL_ENDIANNESS',
      `The byte order field of the model is ${byteOrder.toString(16)}, not 1020304: the file is damaged or was converted for another machine, copy it again.`,
    )
  }
  if (new Uint8Array(Uint32Array.of(ENDIAN_TEST).buffer)[0] !== (ENDIAN_TEST & 255)) {
    refuse(
      'MODEL_ENDIANNESS',
      'The model is stored little-endian and this machine is big-endian: vanban does not run here.',
    )
  }
  const length = view.getUint32(LENGTH_AT, true)
  if (bytes.length !== length) {
    refuse(
      'MODEL_TRUNCATED',
      `The model file has ${bytes.length} bytes, its header says ${length}: it was not written or copied to its end.`,
    )
  }
  return view
}

/** Cuts the file into typed arrays without copying. */
class Reader {
  private readonly bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes
    this.at = at
  }

  private take(length: number): number {
    const from = this.at
    if (from + length > this.bytes.length) {
      refuse(
        'MODEL_TRUNCATED',
        `The model file ends inside a section at byte ${from}: its counts do not fit its length.`,
      )
    }
    this.at = from + length + ((ALIGN - ((from + length) % ALIGN)) % ALIGN)
    return this.bytes.byteOffset + from
  }

  u8(length: number): Uint8Array {
    return new Uint8Array(this.bytes.buffer, this.take(length), length)
  }

  u16(length: number): Uint16Array {
    return new Uint16Array(this.bytes.buffer, this.take(length * 2), length)
  }

  u32(length: number): Uint32Array {
    return new Uint32Array(this.bytes.buffer, this.take(length * 4), length)
  }

  f32(length: number): Float32Array {
    return new Float32Array(this.bytes.buffer, this.take(length * 4), length)
  }

  /** First rows from counts: `length + 1` values. */
  counts(length: number): Uint32Array {
    const small = this.u8(length)
    const list = this.at
    const escaped = this.u32(1)[0] as number
    this.at = list
    const large = this.u32(escaped + 1)
    const next = new Uint32Array(length + 1)
    let row = 0
    let used = 1
    for (let i = 0; i < length; i++) {
      const count = small[i] as number
      row += count < COUNT_ESCAPE ? count : (large[used++] as number)
      next[i + 1] = row
    }
    return next
  }
}

/** A column of first rows must end where the rows of the next order end, or a search would read beyond them. */
function checkChildren(next: Uint32Array, rows: number, order: number): void {
  const found = next[next.length - 1] as number
  if (found !== rows) {
    refuse(
      'MODEL_TRUNCATED',
      `The model has ${rows} rows of order ${order + 1}, order ${order} points at ${found}: its counts are damaged.`,
    )
  }
}

/**
 * Reads a model file.
 *
 * @param bytes the whole file; kept and viewed, not copied (unless its offset is not a multiple of 8)
 * @throws VanbanError `MODEL_MAGIC`, `MODEL_VERSION`, `MODEL_ENDIANNESS`, `MODEL_TRUNCATED` or `MODEL_CHECKSUM`
 */
export function readLanguageModel(bytes: Uint8Array): LanguageModel {
  const view = checkHeader(bytes)
  const aligned = bytes.byteOffset % ALIGN === 0 ? bytes : Uint8Array.prototype.slice.call(bytes)
  const expected = view.getUint32(CHECKSUM_AT, true)
  const found = checksum(aligned)
  if (found !== expected) {
    refuse(
      'MODEL_CHECKSUM',
      `The checksum of the model is ${found.toString(16)}, not ${expected.toString(16)} as its header says: the file is damaged, copy it again.`,
    )
  }
  const reader = new Reader(aligned, HEADER_FIXED)
  const [order, size] = reader.u32(2) as unknown as [number, number]
  if (order < 2 || order > 8)
    refuse('MODEL_TRUNCATED', `The model claims order ${order}: its header is damaged.`)
  // Keys, rows of each order above 1, length of the word list.
  const counts = reader.u32(order + 1)
  const keys = counts[0] as number
  const rows = counts.subarray(1, order)
  const words = new TextDecoder().decode(reader.u8(counts[order] as number)).split('\n')
  const groupStart = reader.counts(keys)
  if (words.length !== size || groupStart[1] !== FIRST_WORD_ID || groupStart[keys] !== size) {
    refuse(
      'MODEL_TRUNCATED',
      `The model lists ${words.length} words, of keys with ${groupStart[keys]}, its header says ${size}: its header is damaged.`,
    )
  }
  const vocabulary = new Vocabulary(words, Uint16Array.from(groupStart))
  const capital = reader.u8(size)
  const unigram = reader.f32(size)
  const unigramBow = reader.f32(size)
  const unigramNext = reader.counts(size)
  checkChildren(unigramNext, rows[0] as number, 1)
  const levels: NgramLevel[] = Array.from(rows, (count, n) => {
    const inner = n + 2 < order
    const logProbOf = reader.f32(QUANTISED_LEVELS)
    const logBowOf = inner ? reader.f32(QUANTISED_LEVELS) : new Float32Array(0)
    const word = reader.u16(count)
    const prob = reader.u8(count)
    const bow = inner ? reader.u8(count) : new Uint8Array(0)
    const next = inner ? reader.counts(count) : new Uint32Array(0)
    if (inner) checkChildren(next, rows[n + 1] as number, n + 2)
    return { word, prob, logProbOf, bow, logBowOf, next }
  })
  const { logCapital, logSmall } = capitalLogs(capital)
  return {
    vocabulary,
    table: { order, unigram, unigramBow, unigramNext, levels },
    logCapital,
    logSmall,
  }
}
