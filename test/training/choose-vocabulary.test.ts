import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { VanbanError } from '../../src/errors.ts'
import { FIRST_WORD_ID, UNKNOWN_ID } from '../../src/lm/symbols.ts'
import { Vocabulary } from '../../src/lm/vocabulary.ts'
import { isLegalSyllable } from '../../src/syllable/split.ts'
import { chooseVocabulary, type VocabularyLimits } from '../../src/training/choose-vocabulary.ts'
import { WordCollector } from '../../src/training/collect.ts'
import { fold } from '../../src/unicode/fold.ts'

const LIMITS: VocabularyLimits = { minSyllableCount: 2, minOtherCount: 3, maxOthers: 100 }

/** A collector that has seen words so often; capitals and small letters are set apart. */
function collected(seen: Readonly<Record<string, number>>): WordCollector {
  const collector = new WordCollector()
  for (const [word, count] of Object.entries(seen)) {
    collector.words.push(word)
    collector.counts.push(count)
    collector.small.push(0)
    collector.capital.push(0)
  }
  return collector
}

const chosenOf = (seen: Readonly<Record<string, number>>, limits: Partial<VocabularyLimits> = {}): string[] =>
  chooseVocabulary(collected(seen), { ...LIMITS, ...limits }).words.slice(FIRST_WORD_ID)

describe('the vocabulary', () => {
  it('has the readings of a key together, the most frequent first, keys in order', () => {
    expect(chosenOf({ bạn: 7, xã: 2, ban: 9, bàn: 9, an: 3, bán: 30 })).toEqual([
      'an',
      'bán',
      'ban',
      'bàn',
      'bạn',
      'xã',
    ])
  })

  it('leaves out syllables and other words that are too rare', () => {
    expect(chosenOf({ xã: 2, xa: 1, web: 3, wifi: 2 })).toEqual(['web', 'xã'])
  })

  it('takes the most frequent of the other words, ties by their letters', () => {
    const seen = { web: 9, fax: 5, ubnd: 5, wifi: 8, xã: 2 }
    expect(chosenOf(seen, { maxOthers: 3 })).toEqual(['fax', 'web', 'wifi', 'xã'])
    expect(chosenOf(seen, { maxOthers: 0 })).toEqual(['xã'])
  })

  it('leaves out what is no word', () => {
    const long = 'w'.repeat(21)
    expect(chosenOf({ [long]: 9, ['w'.repeat(20)]: 9, a1: 9, 'w\u200bw': 9, '\u0301': 9 })).toEqual([
      'w'.repeat(20),
    ])
  })

  it('leaves out bare words that are marked ones with their marks lost', () => {
    // "nghiep" is no syllable: 19 of 100 against "nghiệp" is an accident, 20 is a word.
    expect(chosenOf({ nghiệp: 100, nghiep: 19 })).toEqual(['nghiệp'])
    expect(chosenOf({ nghiệp: 100, nghiep: 20 })).toEqual(['nghiệp', 'nghiep'])
    expect(chosenOf({ hđnd: 100, hdnd: 19 })).toEqual(['hđnd'])
    // A word with marks stays beside a more frequent one of the same letters, and a bare syllable too.
    expect(chosenOf({ hđnd: 100, hđnđ: 4 })).toEqual(['hđnd', 'hđnđ'])
    expect(chosenOf({ bạn: 1000, ban: 2 })).toEqual(['bạn', 'ban'])
  })

  it('maps ids of the collector to its own, unknown words to the unknown', () => {
    const collector = collected({ xã: 5, wifi: 1, ban: 4 })
    const { idOf, words, counts } = chooseVocabulary(collector, LIMITS)
    expect([...idOf]).toEqual([0, 1, 2, 3, 4, 6, UNKNOWN_ID, 5])
    expect(words).toEqual(['<unk>', '<s>', '<num>', ',', '<code>', 'ban', 'xã'])
    expect([...counts]).toEqual([0, 0, 0, 0, 0, 4, 5])
  })

  it('knows how often a word has a capital, one occurrence of each kind imagined', () => {
    const collector = collected({ nam: 5, xã: 5, ban: 5 })
    collector.capital[5] = 6
    collector.small[5] = 2
    collector.small[6] = 8
    const { capital, words } = chooseVocabulary(collector, LIMITS)
    const share = (word: string) => capital[words.indexOf(word)]
    expect(share('nam')).toBeCloseTo((6 + 1) / (6 + 2 + 2), 6)
    expect(share('xã')).toBeCloseTo((0 + 1) / (0 + 8 + 2), 6)
    expect(share('ban')).toBe(0.5)
    expect(share(',')).toBe(0.5)
  })

  it('of nothing is the symbols', () => {
    expect(chosenOf({})).toEqual([])
  })

  test('obeys its limits and gives each word one id, whatever was seen', () => {
    const word = fc.array(fc.constantFrom(...'anbđdươạàiwz'), { minLength: 1, maxLength: 4 })
    const seen = fc.dictionary(
      word.map((letters) => letters.join('')),
      fc.nat(12),
      { maxKeys: 40 },
    )
    fc.assert(
      fc.property(seen, fc.nat(5), (counts, maxOthers) => {
        const collector = collected(counts)
        const { words, idOf } = chooseVocabulary(collector, { ...LIMITS, maxOthers })
        expect(new Set(words).size).toBe(words.length)
        expect(words.slice(FIRST_WORD_ID).filter((any) => !isLegalSyllable(any)).length).toBeLessThanOrEqual(
          maxOthers,
        )
        collector.words.forEach((printed, row) => {
          const id = idOf[row]!
          if (id !== UNKNOWN_ID) expect(words[id]).toBe(printed)
          else if (isLegalSyllable(printed)) expect(collector.counts[row]).toBeLessThan(2)
        })
        // The search counts on it: one group of ids for each key.
        const vocabulary = new Vocabulary(words)
        const keys = words.slice(FIRST_WORD_ID).map(fold)
        expect(vocabulary.groupStart.length - 2).toBe(new Set(keys).size)
      }),
    )
  })

  it('refuses more words than ids have room for', () => {
    const seen: Record<string, number> = {}
    for (let n = 0; n < 65_536 - FIRST_WORD_ID; n++) {
      seen[`w${n.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!)}`] = 5
    }
    const all = Object.keys(seen).length
    expect(all).toBe(65_531)
    const choose = (maxOthers: number) => () => chooseVocabulary(collected(seen), { ...LIMITS, maxOthers })
    expect(choose(all - 1)().words).toHaveLength(65_535)
    expect(choose(all)).toThrow(VanbanError)
    expect(choose(all)).toThrow(
      'The vocabulary would have 65536 words, a model holds 65535: raise minSyllableCount or minOtherCount, or lower maxOthers.',
    )
  })
})
