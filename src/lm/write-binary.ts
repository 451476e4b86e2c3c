/** Writes the file that `binary.ts` describes and reads. */
import {
  ALIGN,
  CHECKSUM_AT,
  COUNT_ESCAPE,
  checksum,
  ENDIAN_TEST,
  LENGTH_AT,
  MAGIC,
  MODEL_FORMAT_VERSION,
} from './binary.ts'
import type { LanguageModel } from './language-model.ts'

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

/**
 * The bytes of a model file.
 *
 * @throws RangeError when the toneless keys of the vocabulary do not ascend
 */
export function writeLanguageModel(model: LanguageModel): Uint8Array {
  const { vocabulary, table } = model
  if (!vocabulary.areKeysSorted)
    throw new RangeError('The toneless keys of a model file must ascend: sort the words by their keys.')
  const words = new TextEncoder().encode(vocabulary.words.join('\n'))
  const out = new Writer()
  out.raw(new TextEncoder().encode(MAGIC))
  const counts = [
    table.order,
    vocabulary.size,
    vocabulary.groupStart.length - 1,
    ...table.levels.map((level) => level.word.length),
    words.length,
  ]
  out.section(Uint32Array.from([MODEL_FORMAT_VERSION, ENDIAN_TEST, 0, 0, ...counts]))
  out.section(words)
  out.counts(Uint32Array.from(vocabulary.groupStart))
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
