import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Lattice } from '../../src/restore/lattice.ts'
import { anyBlocks, fill, latticeOf, pathsOf } from './lattice-oracle.ts'

const columnsOf = ({ nodes, edges, blocks, ...columns }: Lattice) => ({
  nodes,
  word: [...columns.word.subarray(0, edges)],
  score: [...columns.score.subarray(0, edges)],
  tag: [...columns.tag.subarray(0, edges)],
  blockFrom: [...columns.blockFrom.subarray(0, blocks)],
  blockTo: [...columns.blockTo.subarray(0, blocks)],
  blockStart: [...columns.blockStart.subarray(0, blocks + 1)],
})

it('is one node at first', () => {
  expect(columnsOf(new Lattice())).toEqual({
    nodes: 1,
    word: [],
    score: [],
    tag: [],
    blockFrom: [],
    blockTo: [],
    blockStart: [0],
  })
})

it('holds blocks of edges in the order they were added', () => {
  const lattice = new Lattice()
  lattice.beginBlock(0, 1)
  lattice.addEdge(7, -0.5, 70)
  lattice.addEdge(9, 0, 90)
  lattice.beginBlock(0, 2)
  lattice.beginBlock(1, 2)
  lattice.addEdge(8, -1, -1)
  expect(columnsOf(lattice)).toEqual({
    nodes: 3,
    word: [7, 9, 8],
    score: [-0.5, 0, -1],
    tag: [70, 90, -1],
    blockFrom: [0, 0, 1],
    blockTo: [1, 2, 2],
    blockStart: [0, 2, 2, 3],
  })
})

it('holds the largest id and tag there are', () => {
  const lattice = latticeOf([[0, 1, [[65_535, 0]]]])
  lattice.addEdge(65_535, 0, 0x7fff_ffff)
  expect([lattice.word[0], lattice.tag[1]]).toEqual([65_535, 0x7fff_ffff])
})

it('is as new after clearing, whatever it held', () => {
  const lattice = new Lattice()
  fc.assert(
    fc.property(anyBlocks(9), (blocks) => {
      expect(columnsOf(fill(lattice, blocks))).toEqual(columnsOf(latticeOf(blocks)))
    }),
  )
})

it('grows beyond any size it began with', () => {
  const lattice = new Lattice()
  for (let node = 0; node < 5000; node++) {
    lattice.beginBlock(node, node + 1)
    for (let edge = 0; edge < 3; edge++) lattice.addEdge(edge, -node / 8, node * 3 + edge)
  }
  expect([lattice.nodes, lattice.blocks, lattice.edges]).toEqual([5001, 5000, 15_000])
  const { word, score, tag, blockFrom, blockTo, blockStart } = columnsOf(lattice)
  expect(word.every((id, edge) => id === edge % 3)).toBe(true)
  expect(score.every((value, edge) => value === -Math.floor(edge / 3) / 8)).toBe(true)
  expect(tag.every((value, edge) => value === edge)).toBe(true)
  expect(blockFrom.every((node, block) => node === block && blockTo[block] === block + 1)).toBe(true)
  expect(blockStart.every((edge, block) => edge === block * 3)).toBe(true)
})

it('spells the paths the tests expect', () => {
  const lattice = latticeOf([
    [0, 1, [[5, 0]]],
    [
      0,
      2,
      [
        [6, 0],
        [7, 0],
      ],
    ],
    [1, 2, [[8, 0]]],
    [1, 3, []],
  ])
  expect(pathsOf(lattice)).toEqual([])
  lattice.beginBlock(2, 3)
  lattice.addEdge(9, 0, 0)
  expect(pathsOf(lattice)).toEqual([
    [0, 3, 4],
    [1, 4],
    [2, 4],
  ])
})
