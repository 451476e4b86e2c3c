import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { Lattice } from '../../src/restore/lattice.ts'
import { ArcLog, PosteriorScorer } from '../../src/restore/posterior.ts'
import { BeamSearch } from '../../src/restore/search.ts'
import { anyEntries, type Entry, SlowModel, tableOf } from '../lm/oracle.ts'
import { ids, TINY_ENTRIES, tinyModel } from '../lm/tiny.ts'
import { anyBlocks, type Block, fill, latticeOf, pathsOf, scoreOf } from './lattice-oracle.ts'

const EVERYTHING = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as const

function posteriorsOf(
  lattice: Lattice,
  beam: BeamSearch,
  scorer: PosteriorScorer,
  temperature: number,
  start?: number,
) {
  const path = new Int32Array(lattice.nodes)
  const length = beam.run(lattice, path, start, true)
  const posterior = new Float32Array(lattice.edges + 1)
  const { arcs, score, edge, hypotheses, finalFrom } = beam
  scorer.run(arcs, score, edge, hypotheses, finalFrom, temperature, posterior)
  return { path: path.subarray(0, length), posterior: [...posterior.subarray(0, lattice.edges)] }
}

/** P(edge) by the scores of all paths. */
function slowPosteriors(lattice: Lattice, model: SlowModel, temperature: number, start?: number): number[] {
  const posterior = Array.from({ length: lattice.edges }, () => 0)
  const paths = pathsOf(lattice)
  const masses = paths.map((path) => Math.exp(scoreOf(lattice, path, model, start) / temperature))
  const total = masses.reduce((a, b) => a + b, 0)
  paths.forEach((path, i) => {
    for (const edge of path) posterior[edge]! += masses[i]! / total
  })
  return posterior
}

/** What passes between node `cut` and the next. */
function massAcross(lattice: Lattice, posterior: readonly number[], cut: number): number {
  let mass = 0
  for (let block = 0; block < lattice.blocks; block++) {
    if (lattice.blockFrom[block]! > cut || lattice.blockTo[block]! <= cut) continue
    for (let edge = lattice.blockStart[block]!; edge < lattice.blockStart[block + 1]!; edge++) {
      mass += posterior[edge]!
    }
  }
  return mass
}

const anyTemperature = fc.constantFrom(0.5, 1, 1.5, 4)

describe('posteriors', () => {
  it('by hand: two readings of one word', () => {
    const [ban, seat] = ids('bạn bàn') as [number, number]
    const lattice = latticeOf([
      [
        0,
        1,
        [
          [seat, 0],
          [ban, 0],
        ],
      ],
    ])
    const { posterior } = posteriorsOf(lattice, new BeamSearch(tinyModel.table), new PosteriorScorer(), 1)
    // ln P(bàn | <s>) = -3, ln P(bạn | <s>) = -2.
    expect(posterior[0]).toBeCloseTo(Math.exp(-3) / (Math.exp(-3) + Math.exp(-2)), 6)
    expect(posterior[1]).toBeCloseTo(Math.exp(-2) / (Math.exp(-3) + Math.exp(-2)), 6)
  })

  it('at temperature 2 are those of half the scores', () => {
    const [ban, seat] = ids('bạn bàn') as [number, number]
    const lattice = latticeOf([
      [
        0,
        1,
        [
          [seat, 0],
          [ban, 0],
        ],
      ],
    ])
    const { posterior } = posteriorsOf(lattice, new BeamSearch(tinyModel.table), new PosteriorScorer(), 2)
    expect(posterior[0]).toBeCloseTo(1 / (1 + Math.exp(0.5)), 6)
  })

  it('are what the scores of all paths say', () => {
    const scorer = new PosteriorScorer()
    fc.assert(
      fc.property(
        anyEntries(8, 3),
        fc.array(anyBlocks(8), { minLength: 1, maxLength: 3 }),
        anyTemperature,
        fc.nat(7),
        (entries, lattices, temperature, start) => {
          const beam = new BeamSearch(tableOf(entries, 3), ...EVERYTHING)
          const model = new SlowModel(entries, 3)
          const lattice = new Lattice()
          for (const blocks of lattices) {
            fill(lattice, blocks)
            const { posterior } = posteriorsOf(lattice, beam, scorer, temperature, start)
            const expected = slowPosteriors(lattice, model, temperature, start)
            posterior.forEach((p, edge) => {
              expect(Math.abs(p - expected[edge]!)).toBeLessThan(1e-6)
            })
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('sum to 1 across every cut of a lattice, with any beam', () => {
    const anyBeam = fc.tuple(fc.constantFrom(1, 2, 4), fc.constantFrom(1, 14))
    fc.assert(
      fc.property(
        anyEntries(8, 3),
        anyBlocks(8),
        anyTemperature,
        anyBeam,
        (entries, blocks, temperature, beam) => {
          const lattice = latticeOf(blocks)
          const search = new BeamSearch(tableOf(entries, 3), ...beam)
          const { path, posterior } = posteriorsOf(lattice, search, new PosteriorScorer(), temperature)
          for (let cut = 0; cut < lattice.nodes - 1; cut++) {
            expect(massAcross(lattice, posterior, cut)).toBeCloseTo(path.length > 0 ? 1 : 0, 5)
          }
          // An edge of the best path was kept, so it has mass.
          for (const edge of path) expect(posterior[edge]).toBeGreaterThan(0)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('of edges on no whole path are 0', () => {
    const lattice = latticeOf([
      [0, 1, [[5, 0]]],
      [0, 2, [[6, 0]]],
      [2, 3, [[7, 0]]],
    ])
    const { posterior } = posteriorsOf(lattice, new BeamSearch(tinyModel.table), new PosteriorScorer(), 1)
    expect(posterior).toEqual([0, 1, 1])
  })

  it('are all 0 when no path leads through, or every path is impossible', () => {
    const never = Number.NEGATIVE_INFINITY
    const beam = new BeamSearch(tinyModel.table)
    const scorer = new PosteriorScorer()
    expect(
      posteriorsOf(
        latticeOf([
          [0, 1, [[5, 0]]],
          [1, 2, []],
        ]),
        beam,
        scorer,
        1,
      ).posterior,
    ).toEqual([0])
    expect(
      posteriorsOf(
        latticeOf([
          [
            0,
            1,
            [
              [5, never],
              [6, never],
            ],
          ],
        ]),
        beam,
        scorer,
        1,
      ).posterior,
    ).toEqual([0, 0])
    const some = latticeOf([
      [
        0,
        1,
        [
          [5, never],
          [6, 0],
        ],
      ],
      [1, 2, [[7, 0]]],
    ])
    expect(posteriorsOf(some, beam, scorer, 1).posterior).toEqual([0, 1, 1])
    const wide = new BeamSearch(tinyModel.table, ...EVERYTHING)
    expect(posteriorsOf(some, wide, scorer, 1).posterior).toEqual([0, 1, 1])
  })

  it('of an empty lattice are none', () => {
    expect(
      posteriorsOf(new Lattice(), new BeamSearch(tinyModel.table), new PosteriorScorer(), 1).posterior,
    ).toEqual([])
  })

  it('clear what the array held before, behind the edges too', () => {
    const beam = new BeamSearch(tinyModel.table)
    beam.run(latticeOf([[0, 1, [[5, 0]]]]), new Int32Array(2), undefined, true)
    const posterior = new Float32Array(8).fill(0.5)
    new PosteriorScorer().run(beam.arcs, beam.score, beam.edge, beam.hypotheses, beam.finalFrom, 1, posterior)
    expect([...posterior]).toEqual([1, 0, 0, 0, 0, 0, 0, 0])
  })
})

describe('hostile lattices', () => {
  /** A model that has no opinion. */
  const FLAT = tableOf(
    Array.from({ length: 12 }, (_, id): Entry => [[id], -2, 0]),
    3,
  )

  test.each([2, 5])('%i readings of each of 3000 words are equally likely', (width) => {
    // 2^3000 paths: more than a double can count.
    const edges = Array.from({ length: width }, (_, n) => [5 + n, 0] as const)
    const lattice = latticeOf(Array.from({ length: 3000 }, (_, node): Block => [node, node + 1, edges]))
    const { posterior } = posteriorsOf(lattice, new BeamSearch(FLAT), new PosteriorScorer(), 1.5)
    expect(posterior.filter((p) => !(Math.abs(p - 1 / width) < 1e-6))).toEqual([])
  })

  it('weighs an edge over many ambiguous words against all their readings', () => {
    // 400 steps of 4 readings, 4^400 paths; one edge over them all, as likely as one of those paths times 4^390.
    const steps = 400
    const step = [5, 6, 7, 8].map((word) => [word, 0] as const)
    const leap = -2 * -1 + 2 * -steps + 390 * Math.log(4)
    const blocks: Block[] = Array.from({ length: steps }, (_, node): Block => [node, node + 1, step])
    const lattice = latticeOf([...blocks, [0, steps, [[9, leap]]], [steps, steps + 1, [[10, 0]]]])
    const { posterior } = posteriorsOf(lattice, new BeamSearch(FLAT, ...EVERYTHING), new PosteriorScorer(), 1)
    // Edges end in order of their nodes: the leap stands behind the 1600 edges of the steps.
    const share = 4 ** -10 / (1 + 4 ** -10)
    expect(posterior[1600]! / share).toBeCloseTo(1, 3)
    expect(posterior[1601]).toBe(1)
    for (let cut = 0; cut < lattice.nodes - 1; cut += 37)
      expect(massAcross(lattice, posterior, cut)).toBeCloseTo(1, 5)
  })
})

describe('ArcLog', () => {
  it('renames the targets of the steps since the last call and drops those to nowhere', () => {
    const arcs = new ArcLog()
    arcs.add(0, 0, -1)
    arcs.add(0, 1, -2)
    arcs.settle(Int32Array.of(1, -1))
    arcs.add(1, 0, -3)
    arcs.add(1, 1, -4)
    arcs.add(1, 0, -5)
    arcs.settle(Int32Array.of(-1, 2))
    const rows = () => Array.from({ length: arcs.count }, (_, i) => [arcs.from[i], arcs.to[i], arcs.log[i]])
    expect(rows()).toEqual([
      [0, 1, -1],
      [1, 2, -4],
    ])
    arcs.clear()
    arcs.add(4, 0, -6)
    arcs.settle(Int32Array.of(5))
    expect(rows()).toEqual([[4, 5, -6]])
  })

  it('grows', () => {
    const arcs = new ArcLog()
    for (let i = 0; i < 20_000; i++) arcs.add(i, 0, -i)
    arcs.settle(Int32Array.of(3))
    expect([arcs.count, arcs.from[19_999], arcs.to[19_999], arcs.log[8192]]).toEqual([
      20_000, 19_999, 3, -8192,
    ])
  })
})

it('the slow model of these tests is the one the tiny table was made of', () => {
  const lattice = latticeOf([
    [0, 1, [[ids('ủy')[0]!, 0]]],
    [1, 2, [[ids('ban')[0]!, 0]]],
  ])
  expect(scoreOf(lattice, [0, 1], new SlowModel(TINY_ENTRIES))).toBe(-1.5 + -0.125)
})
