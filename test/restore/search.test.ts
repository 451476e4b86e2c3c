import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { NgramTable } from '../../src/lm/table.ts'
import { Lattice } from '../../src/restore/lattice.ts'
import { BeamSearch } from '../../src/restore/search.ts'
import { anyEntries, type Entry, SlowModel, tableOf } from '../lm/oracle.ts'
import { ids, TINY_ENTRIES, TINY_WORDS, tinyModel } from '../lm/tiny.ts'
import { anyBlocks, type Block, fill, latticeOf, pathsOf, scoreOf } from './lattice-oracle.ts'

const { vocabulary, table } = tinyModel

/** A step for each word, with all readings of its key. */
function readings(text: string): Block[] {
  return text.split(' ').map((key, node): Block => {
    const group = vocabulary.groupOfKey(key)
    const [from, to] = [vocabulary.groupStart[group]!, vocabulary.groupStart[group + 1]!]
    const edges = Array.from({ length: to - from }, (_, i) => [from + i, 0] as const)
    return [node, node + 1, group === 0 ? [[TINY_WORDS.indexOf(key as ','), 0]] : edges]
  })
}

interface Found {
  readonly words: string
  readonly path: number[]
  readonly score: number
}

function search(lattice: Lattice, beam: BeamSearch, start?: number): Found {
  const path = new Int32Array(lattice.nodes)
  const length = beam.run(lattice, path, start)
  const edges = [...path.subarray(0, length)]
  const score = Math.max(...beam.score.subarray(beam.finalFrom, beam.hypotheses))
  return { words: edges.map((edge) => TINY_WORDS[lattice.word[edge]!]).join(' '), path: edges, score }
}

const everything = (of: NgramTable) => new BeamSearch(of, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)

describe('the best reading by the tiny model', () => {
  test.each<[text: string, words: string, score: number]>([
    ['uy', 'ủy', -1.5],
    ['uy ban', 'ủy ban', -1.5 + -0.125],
    ['uy ban nhan dan xa', 'ủy ban nhân dân xã', -1.5 + -0.125 + -0.0625 + -0.03125 + -0.75],
    ['uy ban nhan dan xa <s>', 'ủy ban nhân dân xã <s>', -1.5 + -0.125 + -0.0625 + -0.03125 + -0.75 + -1],
    // "bàn" begins worse than "bạn", and P(dân | bàn) is only 1 · P(dân).
    ['ban dan', 'bạn dân', -2 + (-0.125 + -3)],
    // Nothing in the model follows "xã" or "đàn": their back-off weights, then the word.
    ['xa nhan', 'xã nhân', -0.5 + -4 + (-0.5 + -4)],
    // The bigram "num xã" has no back-off weight, "xã dân" is none.
    ['<num> xa dan', '<num> xã dân', -0.5 + -3 + -2 + (-0.5 + -4)],
    // Trigram "ủy ban <s>", then the boundary's own continuations.
    ['uy ban <s> uy', 'ủy ban <s> ủy', -1.5 + -0.125 + -2 + -1.5],
    ['<unk> <code> ,', '<unk> <code> ,', -0.5 + -6 + -5 + -3],
  ])('of "%s" is "%s"', (text, words, score) => {
    expect(search(latticeOf(readings(text)), new BeamSearch(table))).toMatchObject({ words, score })
  })

  it('weighs the score of an edge against the model', () => {
    const blocks: Block[] = [
      [
        0,
        1,
        [
          [ids('bàn')[0]!, -0.25],
          [ids('bạn')[0]!, -1.5],
        ],
      ],
    ]
    expect(search(latticeOf(blocks), new BeamSearch(table))).toMatchObject({
      words: 'bàn',
      score: -0.25 + -3,
    })
  })

  it('begins after the word it is told', () => {
    const lattice = latticeOf(readings('dan'))
    const beam = new BeamSearch(table)
    expect(search(lattice, beam, ids('nhân')[0])).toMatchObject({ words: 'dân', score: -0.25 })
    expect(search(lattice, beam, ids('<num>')[0]).score).toBe(-0.25 + -4)
    // "ban nhân dân" is a trigram, but of the words before only the last is known.
    expect(search(latticeOf(readings('nhan dan')), beam, ids('ban')[0]).score).toBe(-0.5 + -0.03125)
  })

  it('reads one edge over two nodes against two edges', () => {
    const [uy, ban, nhan] = ids('ủy ban nhân') as [number, number, number]
    const blocks: Block[] = [
      [0, 1, [[uy, 0]]],
      [0, 2, [[nhan, -0.5]]],
      [1, 2, [[ban, 0]]],
    ]
    expect(search(latticeOf(blocks), new BeamSearch(table))).toMatchObject({
      words: 'ủy ban',
      score: -1.5 + -0.125,
    })
    const dear: Block[] = [blocks[0]!, blocks[1]!, [1, 2, [[ban, -9]]]]
    expect(search(latticeOf(dear), new BeamSearch(table))).toMatchObject({
      words: 'nhân',
      score: -0.5 + -4 + -0.5,
    })
  })

  it('takes the better of two edges of one word', () => {
    const xa = ids('xã')[0]!
    const lattice = latticeOf([
      [
        0,
        1,
        [
          [xa, -3],
          [xa, -1],
          [xa, -2],
        ],
      ],
    ])
    expect(search(lattice, new BeamSearch(table))).toMatchObject({ path: [1], score: -1 + -0.5 + -4 })
  })
})

describe('a beam that keeps everything', () => {
  test.each([2, 3, 4])('finds what trying all paths finds, with a model of order %i', (order) => {
    fc.assert(
      fc.property(
        anyEntries(8, order),
        fc.array(anyBlocks(8), { minLength: 1, maxLength: 4 }),
        fc.nat(7),
        (entries, lattices, start) => {
          const beam = everything(tableOf(entries, order))
          // Restoration reads trigrams; of the n-grams above them it uses none.
          const model = new SlowModel(
            entries.filter(([ngram]) => ngram.length <= 3),
            Math.min(order, 3),
          )
          const lattice = new Lattice()
          for (const blocks of lattices) {
            fill(lattice, blocks)
            const found = search(lattice, beam, start)
            const paths = pathsOf(lattice)
            const best = Math.max(...paths.map((path) => scoreOf(lattice, path, model, start)))
            expect(found.score).toBe(best)
            if (paths.length > 0) {
              expect(paths).toContainEqual(found.path)
              expect(scoreOf(lattice, found.path, model, start)).toBe(best)
            } else expect(found.path).toEqual([])
          }
        },
      ),
      { numRuns: 120 },
    )
  })

  it('is not kept by a lattice without words', () => {
    const beam = new BeamSearch(table)
    expect(search(new Lattice(), beam)).toEqual({ words: '', path: [], score: 0 })
    expect(search(latticeOf([[0, 1, []]]), beam)).toEqual({
      words: '',
      path: [],
      score: Number.NEGATIVE_INFINITY,
    })
    expect(beam.hypotheses).toBe(1)
  })
})

describe('a narrow beam', () => {
  const anyBeam = fc.tuple(fc.constantFrom(1, 2, 3, 5), fc.constantFrom(2, 6, Number.POSITIVE_INFINITY))

  it('finds a path, scores it as the model does, and never better than the best', () => {
    fc.assert(
      fc.property(anyEntries(8, 3), anyBlocks(8), anyBeam, (entries, blocks, [width, span]) => {
        const model = new SlowModel(entries, 3)
        const lattice = latticeOf(blocks)
        const paths = pathsOf(lattice)
        const { path, score } = search(lattice, new BeamSearch(tableOf(entries, 3), width, span))
        if (path.length > 0) {
          expect(paths).toContainEqual(path)
          expect(score).toBe(scoreOf(lattice, path, model))
          expect(score).toBeLessThanOrEqual(Math.max(...paths.map((any) => scoreOf(lattice, any, model))))
        }
      }),
    )
  })

  it('finds some path in any chain of steps', () => {
    fc.assert(
      fc.property(anyEntries(8, 3), anyBlocks(8), anyBeam, (entries, blocks, [width, span]) => {
        const chain = blocks
          .filter(([, , edges]) => edges.length > 0)
          .map(([, , edges], n): Block => [n, n + 1, edges])
        const { path } = search(latticeOf(chain), new BeamSearch(tableOf(entries, 3), width, span))
        expect(path).toHaveLength(chain.length)
      }),
    )
  })

  /** Two steps of 60 words: 3600 states arrive at the end, one for each pair. */
  const WIDE: Block[] = [0, 1].map((node) => [
    node,
    node + 1,
    Array.from({ length: 60 }, (_, id) => [id + 5, -((id * 37) % 61) / 1024] as const),
  ])
  const FLAT: Entry[] = [
    ...Array.from({ length: 65 }, (_, id): Entry => [[id], -4, -1]),
    ...Array.from(
      { length: 3600 },
      (_, pair): Entry => [[5 + Math.floor(pair / 60), 5 + (pair % 60)], -1 - ((pair * 7) % 13) / 128, 0],
    ),
  ]

  test.each([1, 4, 1000, 1025, 2000, 3599, 3600, 5000])(
    'keeps %i states and the best of every word',
    (width) => {
      const lattice = latticeOf(WIDE)
      const model = new SlowModel(FLAT, 3)
      const beam = new BeamSearch(tableOf(FLAT, 3), width, Number.POSITIVE_INFINITY)
      const { score } = search(lattice, beam)
      // Of the first step all 60 words are kept: each is the best of its edge.
      const arrived = pathsOf(lattice).map((path) => ({
        last: path[1]!,
        score: scoreOf(lattice, path, model),
      }))
      const sorted = arrived.map((state) => state.score).sort((a, b) => b - a)
      const floor = sorted[Math.min(width, sorted.length) - 1]!
      const bestOf = new Map<number, number>()
      for (const state of arrived)
        bestOf.set(state.last, Math.max(state.score, bestOf.get(state.last) ?? -99))
      const kept = arrived.filter((state) => state.score >= floor).length
      const champions = [...bestOf.values()].filter((best) => best < floor).length
      expect(score).toBe(sorted[0])
      expect(beam.hypotheses - beam.finalFrom).toBe(kept + champions)
    },
  )

  it('drops what is too far behind, best of its word or not', () => {
    const blocks: Block[] = [
      [
        0,
        1,
        [
          [5, 0],
          [6, -1],
          [7, -1.5],
        ],
      ],
    ]
    const flat = tableOf(
      Array.from({ length: 8 }, (_, id): Entry => [[id], -1]),
      2,
    )
    const keptWithin = (span: number) => {
      const beam = new BeamSearch(flat, 4, span)
      beam.run(latticeOf(blocks), new Int32Array(2))
      return beam.hypotheses - beam.finalFrom
    }
    expect([0.5, 1, 1.25, 1.5].map(keptWithin)).toEqual([1, 2, 2, 3])
  })
})

it('makes one of hypotheses that no later word can tell apart', () => {
  // Two ways to 7 at node 2, other words between them: after one more step 7, 8 and 9 are left.
  const blocks: Block[] = [
    [0, 1, [[5, 0]]],
    [
      0,
      2,
      [
        [7, 0],
        [9, 0],
      ],
    ],
    [
      1,
      2,
      [
        [7, 0],
        [8, 0],
      ],
    ],
    [2, 3, [[10, 0]]],
  ]
  const words = Array.from({ length: 11 }, (_, id): Entry => [[id], -1])
  const beam = everything(tableOf(words, 3))
  search(latticeOf(blocks), beam)
  expect(beam.hypotheses - beam.finalFrom).toBe(3)
})

describe('hostile lattices', () => {
  it('leads through a step whose every word is impossible', () => {
    const never = Number.NEGATIVE_INFINITY
    const blocks: Block[] = [
      [
        0,
        1,
        [
          [5, 0],
          [6, 0],
        ],
      ],
      [
        1,
        2,
        [
          [7, never],
          [8, never],
        ],
      ],
      [2, 3, [[9, 0]]],
    ]
    const { path } = search(latticeOf(blocks), new BeamSearch(table))
    expect(path).toHaveLength(3)
    expect(path[2]).toBe(4)
  })

  it('reads ten thousand steps, and a short lattice after it', () => {
    const beam = new BeamSearch(table)
    const long = Array.from({ length: 2000 }, () => 'uy ban nhan dan xa').join(' ')
    const lattice = latticeOf(readings(long))
    const { words, path } = search(lattice, beam)
    expect(path).toHaveLength(10_000)
    expect(words.startsWith('ủy ban nhân dân xã ủy ban')).toBe(true)
    expect(search(latticeOf(readings('uy ban')), beam)).toMatchObject({
      words: 'ủy ban',
      score: -1.5 + -0.125,
    })
  })

  it('holds no more than the beam where thousands of words may stand', () => {
    const edges = Array.from({ length: 3000 }, (_, n) => [5 + Math.floor(n / 300), -n / 8192] as const)
    const blocks = Array.from({ length: 4 }, (_, node): Block => [node, node + 1, edges])
    const beam = new BeamSearch(table, 4, 1)
    const { path } = search(latticeOf(blocks), beam)
    expect(path).toHaveLength(4)
    expect(beam.hypotheses).toBeLessThanOrEqual(1 + 4 * 3000)
  })
})

it('gives the words of the tiny model their ids', () => {
  expect(TINY_ENTRIES.filter(([ngram]) => ngram.some((id) => id < 0))).toEqual([])
})
