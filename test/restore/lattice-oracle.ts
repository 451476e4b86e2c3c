// Lattices written down or drawn at random, and every path through them one by one.

import fc from 'fast-check'
import { BOUNDARY_ID } from '../../src/lm/symbols.ts'
import { Lattice } from '../../src/restore/lattice.ts'
import { eighths, type SlowModel } from '../lm/oracle.ts'

/** Edges from one node to another: word and ln score of each, words ascending. */
export type Block = readonly [from: number, to: number, edges: readonly (readonly [number, number])[]]

/** Fills a lattice; the tag of an edge is its index. */
export function fill(lattice: Lattice, blocks: readonly Block[]): Lattice {
  lattice.clear()
  for (const [from, to, edges] of blocks) {
    lattice.beginBlock(from, to)
    for (const [word, score] of edges) lattice.addEdge(word, score, lattice.edges)
  }
  return lattice
}

export const latticeOf = (blocks: readonly Block[]): Lattice => fill(new Lattice(), blocks)

/** All paths from the first node to the last, as lists of edges. */
export function pathsOf(lattice: Lattice): number[][] {
  const paths: number[][] = []
  const walk = (node: number, path: readonly number[]): void => {
    if (node === lattice.nodes - 1) {
      paths.push([...path])
      return
    }
    for (let block = 0; block < lattice.blocks; block++) {
      if (lattice.blockFrom[block] !== node) continue
      for (let edge = lattice.blockStart[block]!; edge < lattice.blockStart[block + 1]!; edge++) {
        walk(lattice.blockTo[block]!, [...path, edge])
      }
    }
  }
  walk(0, [])
  return paths
}

/** ln score of a path: its edges, and the model over their words. */
export function scoreOf(
  lattice: Lattice,
  path: readonly number[],
  model: SlowModel,
  start: number = BOUNDARY_ID,
): number {
  const words = path.map((edge) => lattice.word[edge]!)
  return path.reduce((sum, edge) => sum + lattice.score[edge]!, model.logProbOf(words, [start]))
}

/**
 * Lattices of up to 6 steps: words twice in a block, edges over several nodes, two blocks between the same nodes, nodes
 * nobody reaches or leaves. Mostly there is a path.
 */
export function anyBlocks(size: number): fc.Arbitrary<Block[]> {
  const edges = fc
    .array(fc.tuple(fc.nat(size - 1), eighths(-4)), { maxLength: 3 })
    .map((list) => list.sort((a, b) => a[0] - b[0]))
  const some = edges.filter((list) => list.length > 0)
  const steps = fc.array(fc.tuple(fc.nat(9), some), { minLength: 1, maxLength: 6 })
  const leaps = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 4 }), edges), { maxLength: 4 })
  return fc.tuple(steps, leaps).map(([chain, extra]) => {
    const blocks: Block[] = []
    chain.forEach(([missing, list], node) => {
      if (missing > 0) blocks.push([node, node + 1, list])
    })
    for (const [from, length, list] of extra) blocks.push([from, from + length, list])
    return blocks.sort((a, b) => a[1] - b[1])
  })
}
