import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { VanbanError, type VanbanErrorCode } from '../../src/errors.ts'
import { checksum, MODEL_FORMAT_VERSION, readLanguageModel } from '../../src/lm/binary.ts'
import { writeLanguageModel } from '../../src/lm/write-binary.ts'
import { anyEntries, type Entry, entriesOf, modelAround, tableOf } from './oracle.ts'
import { TINY_WORDS, tinyModel } from './tiny.ts'

const TINY = writeLanguageModel(tinyModel)

/** Bytes with some of them changed. */
const patched = (bytes: Uint8Array, at: number, ...values: number[]): Uint8Array => {
  const copy = bytes.slice()
  copy.set(values, at)
  return copy
}

/** A lie told well: length and checksum fit the bytes. */
const sealed = (bytes: Uint8Array): Uint8Array => {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  view.setUint32(16, copy.length, true)
  view.setUint32(20, checksum(copy), true)
  return copy
}

const withField = (at: number, value: number): Uint8Array => {
  const copy = TINY.slice()
  new DataView(copy.buffer).setUint32(at, value, true)
  return sealed(copy)
}

const refusalOf = (bytes: Uint8Array): VanbanError => {
  try {
    readLanguageModel(bytes)
  } catch (error) {
    if (error instanceof VanbanError) return error
    throw error
  }
  throw new Error('expected the bytes to be refused')
}

describe('model → bytes → model', () => {
  it('keeps words, tables and shares of capitals', () => {
    const model = readLanguageModel(TINY)
    expect(model.vocabulary.words).toEqual(TINY_WORDS)
    expect(model.vocabulary.idOf('xã')).toBe(tinyModel.vocabulary.idOf('xã'))
    expect(model.table).toEqual(tinyModel.table)
    for (let id = 0; id < TINY_WORDS.length; id++) {
      // A share is one byte.
      expect(Math.abs(Math.exp(model.logCapital[id]!) - 0.3)).toBeLessThan(0.5 / 255 + 1e-6)
      expect(Math.exp(model.logCapital[id]!) + Math.exp(model.logSmall[id]!)).toBeCloseTo(1, 6)
    }
  })

  it('keeps any model of order 2 to 4, and gives the same bytes when written again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4 }), fc.gen(), (order, gen) => {
        const table = tableOf(
          gen(() => anyEntries(9, order)),
          order,
        )
        const bytes = writeLanguageModel(modelAround(table, (id) => id / 8))
        const model = readLanguageModel(bytes)
        expect(model.table).toEqual(table)
        expect(writeLanguageModel(model)).toEqual(bytes)
      }),
      { numRuns: 25 },
    )
  })

  it.each([253, 254, 255, 256, 300])('keeps a word and a pair with %i continuations', (children) => {
    const unigrams = Array.from({ length: 310 }, (_, id): Entry => [[id], -1 - (id % 7), -0.5])
    const pairs = Array.from({ length: children }, (_, id): Entry => [[7, id], -0.25 * (id % 5), -0.125])
    const triples = Array.from({ length: children }, (_, id): Entry => [[7, 3, id], -0.5 * (id % 9)])
    const entries = [...unigrams, ...pairs, ...triples, [[9, 2], -1, 0], [[9, 2, 1], -1]] as Entry[]
    const table = tableOf(entries, 3)
    const read = readLanguageModel(writeLanguageModel(modelAround(table)))
    expect(read.table).toEqual(table)
    expect(entriesOf(read.table)).toEqual(entriesOf(table))
  })

  it('never says never: a word always or never seen with a capital may be printed the other way', () => {
    const model = readLanguageModel(
      writeLanguageModel(modelAround(tinyModel.table, (id) => (id === 5 ? 1 : 0))),
    )
    expect(Math.exp(model.logCapital[5]!)).toBeCloseTo(0.9981, 6)
    expect(Math.exp(model.logSmall[5]!)).toBeCloseTo(0.0019, 6)
    expect(Math.exp(model.logCapital[6]!)).toBeCloseTo(0.0019, 6)
  })

  it('views the bytes it was given, and copies them only from an odd place', () => {
    expect(readLanguageModel(TINY).table.unigram.buffer).toBe(TINY.buffer)
    for (const offset of [1, 3, 4]) {
      const wider = new Uint8Array(TINY.length + 16)
      wider.set(TINY, offset)
      const inside = wider.subarray(offset, offset + TINY.length)
      expect(readLanguageModel(inside).table).toEqual(tinyModel.table)
      expect(readLanguageModel(Buffer.from(wider.buffer, offset, TINY.length)).table).toEqual(tinyModel.table)
    }
  })

  it('writes whole words of eight bytes, little-endian', () => {
    expect(TINY.length % 8).toBe(0)
    expect(String.fromCharCode(...TINY.subarray(0, 8))).toBe('vanbanLM')
    expect([...TINY.subarray(8, 16)]).toEqual([MODEL_FORMAT_VERSION, 0, 0, 0, 4, 3, 2, 1])
    const view = new DataView(TINY.buffer)
    expect(view.getUint32(16, true)).toBe(TINY.length)
    expect([24, 28, 32, 36, 40].map((at) => view.getUint32(at, true))).toEqual([3, 16, 6, 10, 5])
  })
})

describe('checksum', () => {
  /** FNV-1a over 32-bit words, digit by digit. */
  const fnv = (words: readonly bigint[]): bigint =>
    words.reduce((hash, word) => ((hash ^ word) * 0x01000193n) & 0xffffffffn, 0x811c9dc5n)

  it.each([0, 1, 2, 4, 5, 7, 8, 41])('is FNV-1a in four lanes over %i words behind the header', (count) => {
    const bytes = new Uint8Array(24 + 4 * count).map((_, i) => i * 37)
    const view = new DataView(bytes.buffer)
    const lanes: bigint[][] = [[], [], [], []]
    for (let i = 0; i < 4 * Math.ceil(count / 4); i++)
      lanes[i % 4]!.push(i < count ? BigInt(view.getUint32(24 + 4 * i, true)) : 0n)
    expect(checksum(bytes)).toBe(Number(fnv(lanes.map(fnv))))
  })

  it('does not cover the header', () => {
    expect(checksum(patched(TINY, 0, 1, 2, 3))).toBe(checksum(TINY))
  })
})

describe('refusals', () => {
  const MAGIC =
    'These bytes are not a vanban model: the file does not begin with "vanbanLM". Check the path, or build one with `vanban train`.'

  test.each<[name: string, bytes: Uint8Array, code: VanbanErrorCode, message: string]>([
    ['no bytes', new Uint8Array(0), 'MODEL_MAGIC', MAGIC],
    ['half the magic', TINY.subarray(0, 4), 'MODEL_MAGIC', MAGIC],
    ['another magic', patched(TINY, 7, 0x4e), 'MODEL_MAGIC', MAGIC],
    ['a text', new TextEncoder().encode('Ủy ban nhân dân xã'), 'MODEL_MAGIC', MAGIC],
    [
      'the magic alone',
      TINY.subarray(0, 8),
      'MODEL_TRUNCATED',
      'The model file ends after 8 bytes, inside its header: copy it again.',
    ],
    [
      'less than a header',
      TINY.subarray(0, 23),
      'MODEL_TRUNCATED',
      'The model file ends after 23 bytes, inside its header: copy it again.',
    ],
    [
      'a header alone',
      TINY.subarray(0, 24),
      'MODEL_TRUNCATED',
      `The model file has 24 bytes, its header says ${TINY.length}: it was not written or copied to its end.`,
    ],
    [
      'half a model',
      TINY.subarray(0, 2000),
      'MODEL_TRUNCATED',
      `The model file has 2000 bytes, its header says ${TINY.length}: it was not written or copied to its end.`,
    ],
    [
      'all but a byte',
      TINY.subarray(0, -1),
      'MODEL_TRUNCATED',
      `The model file has ${TINY.length - 1} bytes, its header says ${TINY.length}: it was not written or copied to its end.`,
    ],
    [
      'eight bytes too many',
      Uint8Array.of(...TINY, 0, 0, 0, 0, 0, 0, 0, 0),
      'MODEL_TRUNCATED',
      `The model file has ${TINY.length + 8} bytes, its header says ${TINY.length}: it was not written or copied to its end.`,
    ],
    [
      'an earlier version',
      patched(TINY, 8, 1),
      'MODEL_VERSION',
      'The model has format version 1, this build reads 2: rebuild it with `vanban train`, or install the vanban it was made for.',
    ],
    [
      'bytes in the other order',
      patched(TINY, 12, 1, 2, 3, 4),
      'MODEL_ENDIANNESS',
      'The byte order field of the model is 4030201, not 1020304: the file is damaged or was converted for another machine, copy it again.',
    ],
    [
      'a damaged checksum',
      patched(TINY, 20, 0, 0, 0, 0),
      'MODEL_CHECKSUM',
      `The checksum of the model is ${checksum(TINY).toString(16)}, not 0 as its header says: the file is damaged, copy it again.`,
    ],
  ])('%s', (_, bytes, code, message) => {
    expect(refusalOf(bytes)).toMatchObject({ code, stage: 'model', message })
  })

  it('notices any damaged byte', () => {
    const codes = new Set<string>()
    for (let at = 0; at < TINY.length; at++) {
      const { code, message } = refusalOf(patched(TINY, at, TINY[at]! ^ 0x10))
      codes.add(code)
      if (at < 24) continue
      const found = checksum(patched(TINY, at, TINY[at]! ^ 0x10))
      expect(message).toBe(
        `The checksum of the model is ${found.toString(16)}, not ${checksum(TINY).toString(16)} as its header says: the file is damaged, copy it again.`,
      )
    }
    expect([...codes].sort()).toEqual([
      'MODEL_CHECKSUM',
      'MODEL_ENDIANNESS',
      'MODEL_MAGIC',
      'MODEL_TRUNCATED',
      'MODEL_VERSION',
    ])
  })

  it('notices a file that ends anywhere', () => {
    for (let length = 0; length < TINY.length; length++) {
      expect(refusalOf(TINY.subarray(0, length)).code).toBe(length < 8 ? 'MODEL_MAGIC' : 'MODEL_TRUNCATED')
    }
  })
})

describe('a file whose checksum fits what it says, and what it says cannot be', () => {
  const LIST = new TextEncoder().encode(TINY_WORDS.join('\n')).length

  test.each<[name: string, bytes: Uint8Array, message: string]>([
    ['order 0', withField(24, 0), 'The model claims order 0: its header is damaged.'],
    ['order 1', withField(24, 1), 'The model claims order 1: its header is damaged.'],
    ['order 9', withField(24, 9), 'The model claims order 9: its header is damaged.'],
    [
      'too many words',
      withField(28, 17),
      'The model lists 16 words, of keys with 16, its header says 17: its header is damaged.',
    ],
    [
      'a key too few',
      withField(32, 5),
      'The model lists 16 words, of keys with 14, its header says 16: its header is damaged.',
    ],
    [
      'a bigram too many',
      withField(36, 11),
      'The model has 11 rows of order 2, order 1 points at 10: its counts are damaged.',
    ],
    [
      'a trigram too few',
      withField(40, 4),
      'The model has 4 rows of order 3, order 2 points at 5: its counts are damaged.',
    ],
    [
      'a word list longer than the file',
      withField(44, 0xffff_ffff),
      'The model file ends inside a section at byte 48: its counts do not fit its length.',
    ],
    [
      'a word list cut short by a word',
      withField(44, LIST - 4),
      'The model lists 15 words, of keys with 16, its header says 16: its header is damaged.',
    ],
    [
      'nothing behind the header',
      sealed(TINY.subarray(0, 24)),
      'The model file ends inside a section at byte 24: its counts do not fit its length.',
    ],
    // Word list: 77 bytes at 48, padded to 128; a byte for each of 6 keys and no list, padded to 144; a byte for each of 16
    // words; then the unigrams.
    [
      'an end in the middle of the unigrams',
      sealed(TINY.subarray(0, 200)),
      'The model file ends inside a section at byte 160: its counts do not fit its length.',
    ],
  ])('%s', (_, bytes, message) => {
    expect(refusalOf(bytes)).toMatchObject({ code: 'MODEL_TRUNCATED', message })
  })

  it('gives a VanbanError and no other, whatever word of the file is a lie', () => {
    for (let at = 24; at < TINY.length; at += 4) {
      for (const value of [0, 0xff, 0x7fff_ffff, 0xffff_ffff]) {
        try {
          readLanguageModel(withField(at, value))
        } catch (error) {
          expect(error).toBeInstanceOf(VanbanError)
        }
      }
    }
    for (let length = 24; length < TINY.length; length += 8) {
      expect(refusalOf(sealed(TINY.subarray(0, length))).code).toBe('MODEL_TRUNCATED')
    }
  })
})
