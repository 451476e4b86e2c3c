import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LanguageModel } from '../../src/lm/language-model.ts'
import { BOUNDARY_ID } from '../../src/lm/symbols.ts'
import { Vocabulary } from '../../src/lm/vocabulary.ts'
import { loadModel } from '../../src/node.ts'
import { SentenceDecoder } from '../../src/restore/decode.ts'
import { DecoderColumns, STATES_MAX } from '../../src/restore/decoder-columns.ts'
import { DecoderMemory, symbolOf } from '../../src/restore/decoder-memory.ts'
import { createPlaces, PlaceKind } from '../../src/restore/places.ts'
import { restore } from '../../src/restore/restore.ts'
import { stripMarks } from '../../src/unicode/strip-marks.ts'
import { anyEntries, tableOf } from '../lm/oracle.ts'
import { fixture, model, PLANS } from './shipped.ts'

const WORDS = ['<unk>', '<s>', '<num>', ',', '<code>', 'ba', 'bà', 'bá', 'ca', 'cà', 'da', 'dạ']
const vocabulary = new Vocabulary(WORDS)

const decode = (decoder: SentenceDecoder, sentence: readonly (string | number)[]): number[] => {
  const { groupOf, groupStart } = vocabulary
  const places = createPlaces(16)
  sentence.forEach((what, place) => {
    const group = typeof what === 'number' ? groupOf[what]! : vocabulary.groupOfKey(what)
    places.group[place] = group
    places.from[place] = typeof what === 'number' ? what : groupStart[group]!
    places.to[place] = typeof what === 'number' ? what + 1 : groupStart[group + 1]!
    places.own[place] = typeof what === 'number' ? what : vocabulary.idOf(what)
    places.kind[place] = typeof what === 'number' ? PlaceKind.FIXED : PlaceKind.UPPER
  })
  decoder.run(places, sentence.length, BOUNDARY_ID, 0)
  return [...places.chosen.subarray(0, sentence.length)]
}

describe('what the decoder remembers', () => {
  const sentences = fc.array(
    fc.array(fc.constantFrom('ba', 'ca', 'da', 1, 2, 6), { minLength: 1, maxLength: 12 }),
    { minLength: 2, maxLength: 12 },
  )

  it('changes no word, for any model and any sentences before', () => {
    fc.assert(
      fc.property(anyEntries(WORDS.length, 3), sentences, (entries, texts) => {
        const zeros = new Float32Array(WORDS.length)
        const language: LanguageModel = {
          vocabulary,
          table: tableOf(entries, 3),
          logCapital: zeros,
          logSmall: zeros,
        }
        const alone = texts.map((text) => decode(new SentenceDecoder(language, 16), text))
        const decoder = new SentenceDecoder(language, 16)
        expect(texts.map((text) => decode(decoder, text))).toEqual(alone)
        expect(texts.map((text) => decode(decoder, text))).toEqual(alone)
        expect([...texts].reverse().map((text) => decode(decoder, text))).toEqual([...alone].reverse())
      }),
      { numRuns: 150 },
    )
  })

  it('changes no word of real documents', async () => {
    const bare = PLANS.map((plan) => stripMarks(fixture(plan)))
    const fresh = await Promise.all(
      bare.map(async (text) => restore(text, { model: await loadModel() }).text),
    )
    for (let pass = 0; pass < 2; pass++)
      expect(bare.map((text) => restore(text, { model }).text)).toEqual(fresh)
  })

  it('tells places apart that differ in one thing', () => {
    const symbols = [
      symbolOf(7, false, 0, 9),
      symbolOf(7, true, 0, 9),
      symbolOf(7, false, 1, 9),
      symbolOf(7, false, 2, 9),
      symbolOf(8, false, 0, 9),
      symbolOf(7, false, 0, 10),
      symbolOf(16383, false, 0, 16383),
    ]
    expect(new Set(symbols).size).toBe(symbols.length)
  })
})

describe('a memory', () => {
  const columns = new DecoderColumns(4, 2)

  /** One state after the first place: this word, nothing goes on from it. */
  const single = (word: number): void => {
    columns.word[STATES_MAX] = word
    columns.back[STATES_MAX] = 0
    columns.score[STATES_MAX] = -3
    columns.base[STATES_MAX] = -4
    columns.tri[STATES_MAX] = -1
  }

  it('follows only where it has been', () => {
    const memory = new DecoderMemory()
    const node = memory.start(1, 5)
    expect(memory.follow(node, 77, columns, STATES_MAX)).toBe(false)
    single(6)
    const target = memory.add(node, 77, columns, 0, STATES_MAX, 1, 5, 0)
    expect(memory.follow(node, 78, columns, STATES_MAX)).toBe(false)
    expect(memory.follow(node, 77, columns, 2 * STATES_MAX)).toBe(true)
    expect([memory.target, memory.states, columns.word[2 * STATES_MAX]]).toEqual([target, 1, 6])
  })

  it('is at the same place where one word alone is left before the same key', () => {
    const memory = new DecoderMemory()
    single(6)
    const one = memory.add(memory.start(1, 5), 77, columns, 0, STATES_MAX, 1, 5, 0)
    single(6)
    const other = memory.add(memory.start(2, 5), 99, columns, 0, STATES_MAX, 1, 5, 0)
    single(6)
    const third = memory.add(memory.start(2, 5), 100, columns, 0, STATES_MAX, 1, 8, 0)
    expect(other).toBe(one)
    expect(third).not.toBe(one)
  })

  it('forgets when it is full, and begins anew', () => {
    const memory = new DecoderMemory()
    for (let symbol = 0; symbol < 140_000; symbol++) {
      single(symbol & 0x3fff)
      memory.add(memory.start(1, 5), symbol, columns, 0, STATES_MAX, 1, symbol >> 14, 0)
    }
    expect(memory.follow(memory.start(1, 5), 3, columns, STATES_MAX)).toBe(true)
    memory.tidy()
    expect(memory.follow(memory.start(1, 5), 3, columns, STATES_MAX)).toBe(false)
  })
})
