import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyEntries, entriesOf, SlowModel, tableOf } from './oracle.ts'
import { ids, TINY_ENTRIES, tinyModel } from './tiny.ts'

describe('the slow model that the tests trust', () => {
  const model = new SlowModel(TINY_ENTRIES)

  it.each([
    ['', 'ban', -4],
    ['ủy', 'ban', -0.25],
    ['<s> ủy', 'ban', -0.125],
    ['<num> ủy', 'ban', -0.25],
    // Back-off weights of "ủy ban" and "ban", then the unigram.
    ['ủy ban', 'xã', -0.5 + -0.5 + -4],
    // "dân xã" has no weight of its own: 1, then the weight of "xã".
    ['dân xã', 'nhân', 0 + -0.5 + -4],
    ['ban nhân dân', 'xã', -0.75],
  ])('after "%s" gives "%s" ln P = %f', (context, word, logProb) => {
    expect(model.logProb(context === '' ? [] : ids(context), ids(word)[0]!)).toBe(logProb)
  })

  it('adds up a sentence', () => {
    expect(model.logProbOf(ids('ủy ban nhân dân xã <s>'), ids('<s>'))).toBe(
      -1.5 + -0.125 + -0.0625 + -0.03125 + -0.75 + -1,
    )
  })

  it('becomes a trie and comes back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4 }), fc.gen(), (order, gen) => {
        const entries = gen(() => anyEntries(8, order))
        const sorted = (list: typeof entries) =>
          list.map(([ngram, p, bow]) => [ngram.join(' '), p, ngram.length === order ? 0 : bow]).sort()
        expect(sorted(entriesOf(tableOf(entries, order)))).toEqual(sorted(entries))
      }),
      { numRuns: 50 },
    )
    expect(entriesOf(tinyModel.table)).toHaveLength(TINY_ENTRIES.length)
  })
})
