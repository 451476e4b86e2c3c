import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { BOUNDARY_ID, CODE_ID, COMMA_ID, NUMBER_ID } from '../../src/lm/symbols.ts'
import { IdBuffer, WordCollector } from '../../src/training/collect.ts'
import { HOSTILE } from '../unicode/arbitraries.ts'
import { eachTestAFolder } from './folder.ts'

describe('IdBuffer', () => {
  it('gives back what was pushed, in order, and may be filled again', () => {
    const buffer = new IdBuffer()
    for (const length of [0, 1, 65_536, 65_537, 500_000, 3]) {
      for (let i = 0; i < length; i++) buffer.push((i * 7919) % 60_000)
      expect(buffer.length).toBe(length)
      const ids = buffer.take()
      expect(ids.length).toBe(length)
      expect(ids.every((id, i) => id === (i * 7919) % 60_000)).toBe(true)
      expect(buffer.length).toBe(0)
      expect(buffer.take().length).toBe(0)
    }
  })
})

/** Ids of a block as words and symbols. */
function spell(block: string, weight = 1): { items: string; collector: WordCollector; spelled: number } {
  const collector = new WordCollector()
  const out = new IdBuffer()
  const spelled = collector.add(block, weight, out)
  return { items: [...out.take()].map((id) => collector.words[id]).join(' '), collector, spelled }
}

const countsOf = ({ words, counts, small, capital }: WordCollector) =>
  Object.fromEntries(words.map((word, id) => [word, [counts[id], small[id], capital[id]]]))

describe('WordCollector.add', () => {
  test.each([
    ['Ủy ban nhân dân', '<s> ủy ban nhân dân'],
    ['một, hai.\nBa', '<s> một , hai <s> ba'],
    ['số 57-NQ/TW ngày 31/12/2024', '<s> số <code> ngày <num>'],
    ['HOÀ hòa Hoà', '<s> hòa hòa hòa'],
    ['Hòa'.normalize('NFD'), '<s> hòa'],
    ['', '<s>'],
    ['\0 \ufffd', '<s>'],
  ])('reads %j as %j', (block, items) => {
    expect(spell(block).items).toBe(items)
  })

  it('counts words, symbols and capitals in the middle of sentences, times the weight', () => {
    const { collector, spelled } = spell('Xã Nam Sách và xã NAM, xã 5 A4.', 3)
    expect(spelled).toBe(7)
    expect(countsOf(collector)).toEqual({
      '<unk>': [0, 0, 0],
      '<s>': [3, 0, 0],
      '<num>': [3, 0, 0],
      ',': [3, 0, 0],
      '<code>': [3, 0, 0],
      // The first stands at the start of a sentence: its capital says nothing.
      xã: [9, 6, 0],
      // In capitals throughout: says nothing either.
      nam: [6, 0, 3],
      sách: [3, 0, 3],
      và: [3, 3, 0],
    })
  })

  it('adds up over blocks and weights', () => {
    const collector = new WordCollector()
    const out = new IdBuffer()
    collector.add('xã Nam', 1, out)
    collector.add('xã nam', 4, out)
    expect(countsOf(collector)).toMatchObject({ xã: [5, 5, 0], nam: [5, 4, 1] })
    expect([...out.take()].map((id) => collector.words[id]).join(' ')).toBe('<s> xã nam <s> xã nam')
  })

  it('begins with the symbols of the model', () => {
    const { words } = new WordCollector()
    expect(words[BOUNDARY_ID]).toBe('<s>')
    expect([words[NUMBER_ID], words[COMMA_ID], words[CODE_ID]]).toEqual(['<num>', ',', '<code>'])
  })

  it('knows words called like parts of an object', () => {
    expect(spell('constructor toString __proto__').items).toBe('<s> constructor tostring proto')
  })

  it('spells as many words as it says, for any text of words', () => {
    const text = fc.array(fc.constantFrom('xã', 'Nam', 'HÒA', '5', 'A4', ',', '.', '\n', '“'), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 4 }), (tokens, weight) => {
        const { collector, spelled } = spell(tokens.join(' '), weight)
        const words = tokens.filter((token) => /^\p{L}+$/u.test(token)).length
        expect(spelled).toBe(words)
        expect(collector.counts.slice(5).reduce((sum, count) => sum + count, 0)).toBe(words * weight)
      }),
    )
  })

  test.each(HOSTILE)('hostile: %s', (_, text) => {
    const { items, spelled } = spell(text)
    expect(items.startsWith('<s>')).toBe(true)
    expect(spelled).toBeLessThanOrEqual(text.length)
  })
})

describe('WordCollector.collect', () => {
  const folder = eachTestAFolder()

  it('reads the files of a source one after the other', async () => {
    const collector = new WordCollector()
    const files = [
      folder().write('a.txt', 'xã Nam\nSách\n'),
      folder().write('b.txt.gz', 'và'),
      folder().write('c.txt', ''),
    ]
    const source = await collector.collect('thử', 2, files)
    expect(source).toMatchObject({ name: 'thử', weight: 2, words: 4 })
    // A boundary before each block, one at the end of the source; the paragraphs end in their own.
    const items = [...source.ids].map((id) => collector.words[id]).join(' ')
    expect(items).toBe('<s> xã nam <s> sách <s> <s> và <s>')
  })

  it('of no files has a boundary and nothing else', async () => {
    const source = await new WordCollector().collect('nothing', 1, [])
    expect([...source.ids]).toEqual([BOUNDARY_ID])
    expect(source.words).toBe(0)
  })
})
