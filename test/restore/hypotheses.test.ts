import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { Arrivals, Hypotheses } from '../../src/restore/hypotheses.ts'

function arrivalsOf(scores: readonly number[]): Arrivals {
  const arrivals = new Arrivals()
  arrivals.reserve(scores.length)
  scores.forEach((score, i) => {
    arrivals.score[i] = score
    arrivals.row[i] = i * 2
    arrivals.back[i] = i * 3
    arrivals.edge[i] = i * 5
  })
  arrivals.count = scores.length
  return arrivals
}

describe('Arrivals', () => {
  test.each<[width: number, floor: number]>([
    [1, -1],
    [2, -2],
    [3, -2],
    [4, -5],
    [5, Number.NEGATIVE_INFINITY],
    [6, Number.NEGATIVE_INFINITY],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ])('of five the best %d end at %d', (width, floor) => {
    expect(arrivalsOf([-2, -9, -1, -5, -2]).floor(width)).toBe(floor)
  })

  it('finds the same floor as sorting, whatever width was asked before', () => {
    const arrivals = new Arrivals()
    const scores = fc.array(fc.integer({ min: -50, max: 0 }), { maxLength: 300 })
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 200 }), (list, width) => {
        arrivals.reserve(list.length)
        arrivals.score.set(list)
        arrivals.count = list.length
        const sorted = [...list].sort((a, b) => b - a)
        expect(arrivals.floor(width)).toBe(
          list.length <= width ? Number.NEGATIVE_INFINITY : sorted[width - 1],
        )
      }),
    )
  })

  it('keeps what it holds when it grows', () => {
    const scores = Array.from({ length: 1024 }, (_, i) => -i)
    const arrivals = arrivalsOf(scores)
    arrivals.reserve(1)
    expect(arrivals.score.length).toBe(2048)
    expect([...arrivals.score.subarray(0, 1024)]).toEqual(scores)
    expect([arrivals.row[1023], arrivals.back[1023], arrivals.edge[1023]]).toEqual([2046, 3069, 5115])
  })
})

describe('Hypotheses', () => {
  it('begin with the word before the lattice, which no edge spells', () => {
    const kept = new Hypotheses()
    kept.begin(7)
    expect([kept.last[0], kept.score[0], kept.row[0], kept.back[0], kept.edge[0]]).toEqual([7, 0, -1, -1, -1])
  })

  it('take an arrival anywhere, as a list does', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 40 }), (places) => {
        const kept = new Hypotheses()
        kept.reserve(places.length)
        const arrivals = arrivalsOf(places.map((_, i) => -i))
        const list: number[] = []
        places.forEach((any, i) => {
          const place = any % (list.length + 1)
          kept.insert(place, list.length, arrivals, i, i + 5)
          list.splice(place, 0, i)
        })
        const column = (values: ArrayLike<number>) => list.map((_, k) => values[k])
        expect(column(kept.arrival)).toEqual(list)
        expect(column(kept.score)).toEqual(list.map((i) => -i))
        expect(column(kept.last)).toEqual(list.map((i) => i + 5))
        expect(column(kept.row)).toEqual(list.map((i) => i * 2))
        expect(column(kept.back)).toEqual(list.map((i) => i * 3))
        expect(column(kept.edge)).toEqual(list.map((i) => i * 5))
      }),
    )
  })

  it('keep what they hold when they grow', () => {
    const kept = new Hypotheses()
    kept.begin(7)
    kept.insert(1, 1, arrivalsOf([-3]), 0, 9)
    kept.reserve(5000)
    expect(kept.score.length).toBeGreaterThanOrEqual(5000)
    expect([kept.last[0], kept.last[1], kept.score[1], kept.arrival[1], kept.edge[0]]).toEqual([
      7, 9, -3, 0, -1,
    ])
  })
})

describe('the best hypothesis', () => {
  it('comes first with those of its word, the others keep their order', () => {
    const kept = new Hypotheses()
    const words = [5, 5, 7, 9, 9, 8]
    const scores = [-4, -3, -6, -9, -1, -2]
    words.forEach((word, h) => {
      kept.last[h] = word
      kept.score[h] = scores[h]!
      kept.back[h] = 10 + h
    })
    kept.leadWithBest(0, words.length)
    expect([...kept.last.subarray(0, 6)]).toEqual([9, 9, 5, 5, 7, 8])
    expect([...kept.score.subarray(0, 6)]).toEqual([-9, -1, -4, -3, -6, -2])
    expect([...kept.back.subarray(0, 6)]).toEqual([13, 14, 10, 11, 12, 15])
  })

  it('stays where it is when it leads', () => {
    const kept = new Hypotheses()
    kept.last.set([3, 4])
    kept.score.set([-1, -2])
    kept.leadWithBest(0, 2)
    expect([...kept.last.subarray(0, 2)]).toEqual([3, 4])
  })
})
