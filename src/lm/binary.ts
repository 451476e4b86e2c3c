/**
 * The model as one file. All numbers little-endian, every section 8-byte aligned:
 *
 *   magic "vanbanLM" · format version u32 · endianness test u32 · byte length u32 · checksum u32
 *   order u32 · words u32 · rows of each order above 1 u32 … · byte length of the word list u32
 *   word list (UTF-8, one a line) · P(capital) code u8 by id · unigram f32 · unigram back-off f32 · bigrams per id (counts)
 *   per order: ln P levels f32[256] · back-off levels f32[256] · words u16 · P codes u8 · back-off codes u8 · children (counts)
 *
 * A column of counts is one byte a row, 255 meaning "see the u32 list behind it" (rows in order).
 */
import { VanbanError } from '../errors.ts'
import { capitalLogs } from './capitals.ts'
import type { LanguageModel } from './language-model.ts'
import type { NgramLevel } from './table.ts'
import { Vocabulary } from './vocabulary.ts'

/** Raised when the layout above changes. */
export const MODEL_FORMAT_VERSION = 1

const MAGIC = 'vanbanLM'
const ENDIAN_TEST = 0x01020304
const HEADER_FIXED = 24
const LENGTH_AT = 16
const CHECKSUM_AT = 20
const ALIGN = 8
const COUNT_ESCAPE = 255
const QUANTISED_LEVELS = 256
/** FNV-1a over 32-bit words, everything behind the checksum field. */
export function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(
    bytes.buffer,
    bytes.byteOffset + HEADER_FIXED,
    (bytes.byteLength - HEADER_FIXED) >>> 2,
  )
  let hash = 0x811c9dc5
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ (words[i] as number), 0x01000193)
  return hash >>> 0
}

/** Appends sections to a growing byte array, keeping them aligned. */
class Writer {
  private bytes = new Uint8Array(1 << 20)
  length = 0

  raw(data: Uint8Array): void {
    while (this.length + data.length + ALIGN > this.bytes.length) {
      const wider = new Uint8Array(this.bytes.length * 2)
      wider.set(this.bytes)
      this.bytes = wider
    }
    this.bytes.set(data, this.length)
    this.length += data.length
  }

  section(data: Uint8Array | Uint16Array | Uint32Array | Float32Array): void {
    this.raw(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
    this.raw(new Uint8Array((ALIGN - (this.length % ALIGN)) % ALIGN))
  }

  /** Differences of a column of first rows. */
  counts(next: Uint32Array): void {
    const small = new Uint8Array(next.length - 1)
    const large: number[] = []
    for (let i = 0; i < small.length; i++) {
      const count = (next[i + 1] as number) - (next[i] as number)
      small[i] = Math.min(count, COUNT_ESCAPE)
      if (count >= COUNT_ESCAPE) large.push(count)
    }
    this.section(small)
    this.section(Uint32Array.from([large.length, ...large]))
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }
}

/** The bytes of a model file. */
export function writeLanguageModel(model: LanguageModel): Uint8Array {
  const { vocabulary, table } = model
  const words = new TextEncoder().encode(vocabulary.words.join('\n'))
  const out = new Writer()
  out.raw(new TextEncoder().encode(MAGIC))
  const counts = [
    table.order,
    vocabulary.size,
    ...table.levels.map((level) => level.word.length),
    words.length,
  ]
  out.section(Uint32Array.from([MODEL_FORMAT_VERSION, ENDIAN_TEST, 0, 0, ...counts]))
  out.section(words)
  out.section(Uint8Array.from(model.logCapital, (value) => Math.round(Math.exp(value) * 255)))
  out.section(table.unigram)
  out.section(table.unigramBow)
  out.counts(table.unigramNext)
  for (const level of table.levels) {
    out.section(level.logProbOf)
    if (level.next.length > 0) out.section(level.logBowOf)
    out.section(level.word)
    out.section(level.prob)
    if (level.next.length > 0) {
      out.section(level.bow)
      out.counts(level.next)
    }
  }
  const bytes = out.done()
  const view = new DataView(bytes.buffer)
  view.setUint32(LENGTH_AT, bytes.length, true)
  view.setUint32(CHECKSUM_AT, checksum(bytes), true)
  return bytes
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
  const sizes = reader.u32(2)
  const order = sizes[0] as number
  const size = sizes[1] as number
  if (order < 2 || order > 8)
    refuse('MODEL_TRUNCATED', `The model claims order ${order}: its header is damaged.`)
  // One count for each order above 1, and the length of the word list.
  const counts = reader.u32(order)
  const rows = counts.subarray(0, order - 1)
  const vocabulary = new Vocabulary(
    new TextDecoder().decode(reader.u8(counts[order - 1] as number)).split('\n'),
  )
  if (vocabulary.size !== size) {
    refuse(
      'MODEL_TRUNCATED',
      `The model lists ${vocabulary.size} words, its header says ${size}: its header is damaged.`,
    )
  }
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
