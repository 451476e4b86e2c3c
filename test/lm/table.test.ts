import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { findRow } from '../../src/lm/table.ts'
import { anyEntries, tableOf } from './oracle.ts'

const WORDS = Uint16Array.of(9, 2, 4, 4 + 3, 65_535, 1)

test.each([
  [2, 1],
  [7, 3],
  [65_535, 4],
  [1, ~1],
  [3, ~2],
  [8, ~4],
  [9, ~4],
])('word %i among the rows 1 to 5 stands at %i', (word, row) => {
  expect(findRow(WORDS, word, 1, 5)).toBe(row)
})

it('finds nothing among no rows', () => {
  expect(findRow(WORDS, 2, 3, 3)).toBe(~3)
  expect(findRow(new Uint16Array(0), 0, 0, 0)).toBe(~0)
})

it('agrees with a walk over the rows', () => {
  const sorted = fc.uniqueArray(fc.nat(30), { maxLength: 20 }).map((list) => list.sort((a, b) => a - b))
  fc.assert(
    fc.property(sorted, fc.nat(20), fc.nat(20), fc.nat(31), (list, a, b, word) => {
      const low = Math.min(a, b, list.length)
      const high = Math.min(Math.max(a, b), list.length)
      const at = list.findIndex((value, i) => i >= low && i < high && value >= word)
      const place = at < 0 ? high : at
      const expected = at >= 0 && list[at] === word ? place : ~place
      expect(findRow(Uint16Array.from(list), word, low, high)).toBe(expected)
    }),
  )
})

it('finds its way down the trie: every trigram of a model, and no other', () => {
  fc.assert(
    fc.property(anyEntries(7, 3), (entries) => {
      const { unigramNext, levels } = tableOf(entries, 3)
      const [bigrams, trigrams] = levels
      const found: string[] = []
      for (let code = 0; code < 343; code++) {
        const [a, b, c] = [Math.floor(code / 49), Math.floor(code / 7) % 7, code % 7] as const
        const pair = findRow(bigrams!.word, b, unigramNext[a]!, unigramNext[a + 1]!)
        if (pair < 0) continue
        const row = findRow(trigrams!.word, c, bigrams!.next[pair]!, bigrams!.next[pair + 1]!)
        if (row >= 0) found.push(`${a} ${b} ${c} ${trigrams!.logProbOf[trigrams!.prob[row]!]}`)
      }
      const triples = entries.filter(([ngram]) => ngram.length === 3)
      expect(found.sort()).toEqual(triples.map(([ngram, logProb]) => `${ngram.join(' ')} ${logProb}`).sort())
    }),
    { numRuns: 30 },
  )
})
