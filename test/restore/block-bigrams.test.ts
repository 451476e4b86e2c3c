import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BlockBigrams } from '../../src/restore/block-bigrams.ts'
import { BlockTrigrams } from '../../src/restore/block-trigrams.ts'
import { Lattice } from '../../src/restore/lattice.ts'
import { BeamSearch } from '../../src/restore/search.ts'
import { anyEntries, tableOf } from '../lm/oracle.ts'
import { ids, tinyModel } from '../lm/tiny.ts'
import { anyBlocks, type Block, latticeOf } from './lattice-oracle.ts'

const { table } = tinyModel

/** The same lattice with a number for each list of edges. */
function numbered(blocks: readonly Block[], numbers: Map<string, number>): Lattice {
  const lattice = latticeOf(blocks)
  for (const [block, [, , edges]] of blocks.entries()) {
    const list = JSON.stringify(edges)
    if (!numbers.has(list)) numbers.set(list, numbers.size + 1)
    lattice.blockList[block] = numbers.get(list)!
  }
  return lattice
}

const found = ({ edge, from, to }: BlockBigrams) => [...edge.subarray(from, to)].map((both) => both >>> 8)

describe('the bigrams of a block', () => {
  const [ban, nhan, dan] = ids('ban nhân dân') as [number, number, number]
  const edges = [ban, nhan, dan].sort((a, b) => a - b)
  const scored = (worst: number, list = 0): Lattice => {
    const lattice = new Lattice()
    lattice.beginBlock(0, 1, list)
    for (const word of edges) lattice.addEdge(word, word === worst ? -20 : 0, 0)
    return lattice
  }

  it('are those on file, best first', () => {
    const bigrams = new BlockBigrams(table)
    const lattice = scored(-1)
    bigrams.alone(lattice, 0)
    const alone = found(bigrams)
    expect([...alone].sort()).toEqual([0, 1, 2])
    bigrams.after(nhan, lattice, 0)
    expect(found(bigrams).map((e) => edges[e])).toContain(dan)
    const last = scored(edges[alone[0]!]!)
    bigrams.alone(last, 0)
    expect(found(bigrams).at(-1)).toBe(alone[0])
  })

  it('are remembered by the number of the list', () => {
    const bigrams = new BlockBigrams(table)
    bigrams.alone(scored(-1, 7), 0)
    const alone = found(bigrams)
    // A list of this number is known by now, whatever is handed in.
    bigrams.alone(scored(edges[alone[0]!]!, 7), 0)
    expect(found(bigrams)).toEqual(alone)
    bigrams.alone(scored(edges[alone[0]!]!, 8), 0)
    expect(found(bigrams)).not.toEqual(alone)
  })

  it('are forgotten when there are too many', () => {
    const bigrams = new BlockBigrams(table)
    for (let list = 1; list < 100_000; list++) {
      bigrams.tidy()
      bigrams.alone(scored(-1, list), 0)
    }
    expect(bigrams.edge.length).toBeLessThanOrEqual(1 << 17)
    const fresh = new BlockBigrams(table)
    fresh.alone(scored(-1), 0)
    expect(found(bigrams)).toEqual(found(fresh))
  })

  it('are sorted, however many they are', () => {
    const lattice = new Lattice()
    lattice.beginBlock(0, 1)
    for (let e = 0; e < 500; e++) lattice.addEdge(ban, e % 7 === 0 ? Number.NEGATIVE_INFINITY : -(e % 100), 0)
    const bigrams = new BlockBigrams(table)
    bigrams.alone(lattice, 0)
    const scores = found(bigrams).map((e) => lattice.score[e]!)
    expect(scores).toHaveLength(500)
    expect(scores.every((score, i) => i === 0 || score <= scores[i - 1]!)).toBe(true)
  })

  it('lead a search the same way, remembered or not', () => {
    fc.assert(
      fc.property(
        anyEntries(8, 3),
        fc.array(anyBlocks(8), { minLength: 1, maxLength: 6 }),
        (entries, sentences) => {
          const remembering = new BeamSearch(tableOf(entries, 3))
          const numbers = new Map<string, number>()
          for (const blocks of [...sentences, ...sentences]) {
            const path = new Int32Array(99)
            const again = new Int32Array(99)
            const length = new BeamSearch(tableOf(entries, 3)).run(latticeOf(blocks), path)
            expect(remembering.run(numbered(blocks, numbers), again)).toBe(length)
            expect(again).toEqual(path)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('the trigrams of a block', () => {
  const context = (first: string, second: string): number => {
    const [a, b] = ids(`${first} ${second}`) as [number, number]
    const { word } = table.levels[0]!
    return word.indexOf(b, table.unigramNext[a]!)
  }

  it('are those on file, of equal words all', () => {
    const [nhan, dan] = ids('nhân dân') as [number, number]
    const trigrams = new BlockTrigrams(table)
    const words = [dan, nhan, nhan].sort((a, b) => a - b)
    const lattice = latticeOf([[0, 1, words.map((word) => [word, 0] as const)]])
    trigrams.begin(lattice, 0)
    trigrams.find(context('ủy', 'ban'))
    expect([...trigrams.edge.subarray(0, trigrams.count)].map((e) => words[e])).toEqual([nhan, nhan])
    trigrams.find(context('ban', 'nhân'))
    expect([...trigrams.edge.subarray(0, trigrams.count)].map((e) => words[e])).toEqual([dan])
    trigrams.end()
  })
})
