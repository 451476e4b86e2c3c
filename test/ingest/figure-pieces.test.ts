// From ink to figures: shapes, the network, and how patches fall into pieces.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Chance } from '../../bench/figures/random.ts'
import { drawFigure } from '../../bench/figures/strokes.ts'
import { NO_FIGURE } from '../../src/ingest/figure-net.ts'
import { inkOf, piecesOf } from '../../src/ingest/figure-pieces.ts'
import { readFigures } from '../../src/ingest/figure-reading.ts'
import { type Ink, inkBox, SHAPE_SIDE, shapeOf } from '../../src/ingest/figure-shape.ts'
import { figureNet } from '../../src/ingest/figures.ts'

describe('shapeOf', () => {
  it('puts any ink into the middle, twenty pixels long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer(), (figure, seed) => {
        const shape = shapeOf(drawFigure(figure, new Chance(seed))) as Float32Array
        const box = inkBox({ width: SHAPE_SIDE, height: SHAPE_SIDE, amounts: shape }) as number[]
        const side = Math.max(
          (box[2] as number) - (box[0] as number),
          (box[3] as number) - (box[1] as number),
        )
        return (
          shape.length === SHAPE_SIDE ** 2 && side <= 20 && side >= 17 && shape.every((v) => v >= 0 && v <= 1)
        )
      }),
    )
  })

  it('has no shape for paper', () => {
    expect(shapeOf({ width: 5, height: 4, amounts: new Float32Array(20) })).toBeNull()
    expect(shapeOf({ width: 0, height: 0, amounts: new Float32Array(0) })).toBeNull()
  })
})

describe('the network', () => {
  it('gives shares that sum to 1', async () => {
    const net = await figureNet()
    for (const fill of [0, 0.5, 1]) {
      const shares = net.classify(new Float32Array(SHAPE_SIDE ** 2).fill(fill))
      expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5)
    }
  })

  it('knows drawn figures', async () => {
    const net = await figureNet()
    let right = 0
    for (let i = 0; i < 200; i++) {
      const shares = net.classify(shapeOf(drawFigure(i % 10, new Chance(9_000 + i))) as Float32Array)
      if (shares.indexOf(Math.max(...shares)) === i % 10) right++
    }
    expect(right).toBeGreaterThan(185)
  })

  it('takes no two dots for a figure', async () => {
    const net = await figureNet()
    const amounts = Float32Array.from({ length: 90 }, (_, i) => (i < 27 || i >= 63 ? 1 : 0))
    expect(
      net.classify(shapeOf({ width: 9, height: 10, amounts }) as Float32Array)[NO_FIGURE],
    ).toBeGreaterThan(0.5)
  })
})

describe('piecesOf', () => {
  const inkFrom = (rows: readonly string[]): Ink => ({
    width: rows[0]?.length ?? 0,
    height: rows.length,
    amounts: Float32Array.from(rows.join(''), (sign) => (sign === '#' ? 1 : 0)),
  })

  it('orders what hangs together from left to right, without dots and rules', () => {
    const rows = [
      '####################',
      '....................',
      '....................',
      '...#....###.........',
      '...#....#.#.........',
      '...#....#.#.........',
      '...#....#.#.........',
      '...#....#.#.........',
      '...#....###.........',
      '....................',
      '.#.#.#.#.#.#.#.#.#..',
    ]
    const pieces = piecesOf(inkFrom(rows), [0, 2, 20, 10])
    expect(pieces?.boxes).toEqual([
      [3, 3, 4, 9],
      [8, 3, 11, 9],
    ])
    expect(pieces === null ? null : inkOf(pieces, 1, 1)).toMatchObject({ width: 3, height: 6 })
  })

  it('leaves out words that stand beside the room', () => {
    const rows = ['##....#', '##....#', '##....#', '##....#']
    expect(piecesOf(inkFrom(rows), [3, 0, 7, 4])?.boxes).toEqual([[6, 0, 7, 4]])
    expect(piecesOf(inkFrom(rows), [3, 0, 5, 4])).toBeNull()
  })

  it('stands noise, blackness and emptiness', async () => {
    const net = await figureNet()
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (width, height, seed, share) => {
          const chance = new Chance(seed)
          const amounts = Float32Array.from({ length: width * height }, () => (chance.next() < share ? 1 : 0))
          const pieces = piecesOf({ width, height, amounts }, [0, 0, width, height])
          if (pieces === null) return true
          const found = readFigures(pieces, net)
          const sum = found.reduce((total, reading) => total + reading.share, 0)
          return sum <= 1.0001 && found.every(({ text }) => /^\d{1,6}$/u.test(text))
        },
      ),
      { numRuns: 60 },
    )
  })
})
