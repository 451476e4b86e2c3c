import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LanguageModel } from '../../src/lm/language-model.ts'
import { BOUNDARY_ID, FIRST_WORD_ID, NUMBER_ID } from '../../src/lm/symbols.ts'
import { Vocabulary } from '../../src/lm/vocabulary.ts'
import { SentenceDecoder } from '../../src/restore/decode.ts'
import { createPlaces, PlaceKind, type Places } from '../../src/restore/places.ts'
import { restore } from '../../src/restore/restore.ts'
import { SentenceLattice } from '../../src/restore/sentence-lattice.ts'
import { TextRestorer } from '../../src/restore/text-restorer.ts'
import { stripMarks } from '../../src/unicode/strip-marks.ts'
import { anyEntries, type Entry, SlowModel, tableOf } from '../lm/oracle.ts'
import { TINY_WORDS, tinyModel } from '../lm/tiny.ts'
import { fixture, model, PLANS } from './shipped.ts'

/** Fills the columns: a key with all its readings, or a word that is given. */
function fillPlaces(places: Places, language: LanguageModel, sentence: readonly (string | number)[]): void {
  const { groupOf, groupStart } = language.vocabulary
  sentence.forEach((what, place) => {
    const group = typeof what === 'number' ? groupOf[what]! : language.vocabulary.groupOfKey(what)
    places.group[place] = group
    places.from[place] = typeof what === 'number' ? what : groupStart[group]!
    places.to[place] = typeof what === 'number' ? what + 1 : groupStart[group + 1]!
    places.own[place] = typeof what === 'number' ? what : language.vocabulary.idOf(what)
    places.kind[place] = typeof what === 'number' ? PlaceKind.FIXED : PlaceKind.UPPER
  })
}

function decode(language: LanguageModel, sentence: readonly (string | number)[], before = BOUNDARY_ID) {
  const places = createPlaces(16)
  fillPlaces(places, language, sentence)
  new SentenceDecoder(language, 16).run(places, sentence.length, before, 0)
  return [...places.chosen.subarray(0, sentence.length)]
}

const tiny = (text: string): string =>
  decode(
    tinyModel,
    text.split(' ').map((word) => (word === '<num>' ? NUMBER_ID : word)),
  )
    .map((id) => TINY_WORDS[id])
    .join(' ')

describe('a decoded sentence', () => {
  it.each([
    ['uy', 'ủy'],
    ['uy ban', 'ủy ban'],
    ['uy ban nhan dan xa', 'ủy ban nhân dân xã'],
    ['ban dan', 'bạn dân'],
    ['xa nhan', 'xã nhân'],
    ['<num> xa dan', '<num> xã dân'],
  ])('of %j is %j', (text, words) => {
    expect(tiny(text)).toBe(words)
  })

  it('begins after the word it is told', () => {
    const nhan = TINY_WORDS.indexOf('nhân')
    expect(decode(tinyModel, ['dan', 'xa'], nhan).map((id) => TINY_WORDS[id])).toEqual(['dân', 'xã'])
  })

  it('keeps a word that is given', () => {
    const unlikely = TINY_WORDS.indexOf('đàn')
    expect(decode(tinyModel, ['nhan', unlikely, 'xa'])[1]).toBe(unlikely)
  })
})

describe('against trying everything', () => {
  const WORDS = ['<unk>', '<s>', '<num>', ',', '<code>', 'ba', 'bà', 'bá', 'ca', 'cà', 'da', 'dạ']
  const vocabulary = new Vocabulary(WORDS)
  const zeros = new Float32Array(WORDS.length)
  const modelOf = (entries: readonly Entry[], order = 3): LanguageModel => ({
    vocabulary,
    table: tableOf(entries, order),
    logCapital: zeros,
    logSmall: zeros,
  })
  const keys = fc.array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom('ba', 'ca', 'da') }, fc.constantFrom(1, 2, 6)),
    {
      minLength: 1,
      maxLength: 6,
    },
  )

  const readings = (what: string | number): number[] => {
    if (typeof what === 'number') return [what]
    const group = vocabulary.groupOfKey(what)
    const from = vocabulary.groupStart[group]!
    return Array.from({ length: vocabulary.groupStart[group + 1]! - from }, (_, i) => from + i)
  }

  const bestOf = (slow: SlowModel, sentence: readonly (string | number)[]): number => {
    let paths: number[][] = [[]]
    for (const what of sentence) paths = paths.flatMap((path) => readings(what).map((id) => [...path, id]))
    return Math.max(...paths.map((path) => slow.logProbOf(path, [BOUNDARY_ID])))
  }

  it('finds the best path, but for rare ties of bigrams that are worse than backing off', () => {
    const cases = fc.sample(fc.tuple(anyEntries(WORDS.length, 3), keys), { numRuns: 400, seed: 7 })
    const worse = cases.filter(([entries, sentence]) => {
      const slow = new SlowModel(entries, 3)
      const path = decode(modelOf(entries), sentence)
      path.forEach((id, place) => {
        expect(readings(sentence[place]!)).toContain(id)
      })
      return slow.logProbOf(path, [BOUNDARY_ID]) < bestOf(slow, sentence)
    })
    expect(worse.length).toBeLessThanOrEqual(4)
  })

  it('finds the best path with a model of bigrams, but for the same', () => {
    const cases = fc.sample(fc.tuple(anyEntries(WORDS.length, 2), keys), { numRuns: 200, seed: 11 })
    const worse = cases.filter(([entries, sentence]) => {
      const slow = new SlowModel(entries, 2)
      const path = decode(modelOf(entries, 2), sentence)
      return slow.logProbOf(path, [BOUNDARY_ID]) < bestOf(slow, sentence) - 1e-6
    })
    expect(worse.length).toBeLessThanOrEqual(2)
  })

  it('says when a key has more readings than it can do', () => {
    const many = ['<unk>', '<s>', '<num>', ',', '<code>', ...Array.from({ length: 70 }, () => 'ba')]
    const crowded = new Vocabulary(many)
    const unigrams = many.map((_, id): Entry => [[id], -4])
    const language: LanguageModel = {
      vocabulary: crowded,
      table: tableOf(unigrams, 2),
      logCapital: new Float32Array(many.length),
      logSmall: new Float32Array(many.length),
    }
    expect(new SentenceDecoder(language, 4).fits).toBe(false)
    expect(new SentenceDecoder(tinyModel, 4).fits).toBe(true)
    expect(crowded.groupStart[1]).toBe(FIRST_WORD_ID)
  })
})

describe('with the model of the package', () => {
  it.each(PLANS)('agrees with the beam search on %s in all but one word of two thousand', (plan) => {
    const bare = stripMarks(fixture(plan))
    const words = restore(bare, { model }).text.split(/\s+/)
    // The same pipeline with the beam search in the decoder's place.
    const slow = new SentenceLattice(model.language)
    const restorer = new TextRestorer(bare, { model }, false) as unknown as {
      work: { decoder: unknown }
      restore: () => string
    }
    const { decoder } = restorer.work
    restorer.work.decoder = {
      fits: true,
      run: (places: Places, count: number, before: number, logLoss: number) =>
        slow.choose(places, count, before, logLoss, null),
    }
    let beam: string[]
    try {
      beam = restorer.restore().split(/\s+/)
    } finally {
      restorer.work.decoder = decoder
    }
    expect(words).toHaveLength(beam.length)
    expect(words.filter((word, i) => word !== beam[i]).length).toBeLessThanOrEqual(words.length / 2000 + 1)
  })

  it('gives the same, whatever it met before', () => {
    const [first, second] = PLANS.map((plan) => stripMarks(fixture(plan))) as [string, string]
    const once = restore(first, { model }).text
    restore(second, { model })
    expect(restore(first, { model }).text).toBe(once)
  })
})
