import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { VanbanError } from '../../src/errors.ts'
import { BOUNDARY_ID as B } from '../../src/lm/symbols.ts'
import { checkRadix, countNgrams, countRuns, findKey, mergeCounts } from '../../src/training/ngrams.ts'
import { anySources, countsOf, keyOf, RADIX, slowCounts } from './oracle.ts'

const source = (ids: readonly number[], weight = 1) => ({ ids: Uint16Array.from(ids), weight })
const counted = (ids: readonly number[], order: number, weight = 1) =>
  Object.fromEntries(countsOf(countNgrams([source(ids, weight)], order, RADIX)))

describe('countNgrams', () => {
  it('counts single ids, boundaries too', () => {
    expect(counted([B, 7, 8, 7, B], 1)).toEqual({ [B]: 2, 7: 2, 8: 1 })
  })

  it('counts pairs from boundary to boundary', () => {
    expect(counted([B, 7, 8, 7, 8, B], 2)).toEqual({ '1 7': 1, '7 8': 2, '8 7': 1, '8 1': 1 })
  })

  it('counts no triple across a boundary', () => {
    expect(counted([B, 7, 8, B, 9, B], 3)).toEqual({ '1 7 8': 1, '7 8 1': 1, '1 9 1': 1 })
  })

  it('takes boundaries in a row for one', () => {
    for (const order of [1, 2, 3]) {
      expect(counted([B, B, 7, B, B, B, 8, B, B], order)).toEqual(counted([B, 7, B, 8, B], order))
    }
  })

  it('counts an occurrence as often as its source weighs', () => {
    expect(counted([B, 7, 7, 7, B], 2, 3)).toEqual({ '1 7': 3, '7 7': 6, '7 1': 3 })
  })

  it('adds sources up, of equal and of different weights', () => {
    const counts = countNgrams(
      [source([B, 7, B], 2), source([B, 7, 8, B], 1), source([B, 7, B], 2)],
      2,
      RADIX,
    )
    expect(Object.fromEntries(countsOf(counts))).toEqual({ '1 7': 5, '7 1': 4, '7 8': 1, '8 1': 1 })
  })

  it('does not join the end of a source to the start of the next', () => {
    const counts = countNgrams([source([B, 7]), source([8, B])], 2, RADIX)
    expect(Object.fromEntries(countsOf(counts))).toEqual({ '1 7': 1, '8 1': 1 })
  })

  it.each([
    ['no sources', []],
    ['sources of nothing', [source([]), source([], 2)]],
    ['boundaries only', [source([B, B, B])]],
  ])('of %s finds no pairs', (_, sources) => {
    expect(countNgrams(sources, 2, RADIX)).toEqual({
      order: 2,
      radix: RADIX,
      keys: new Float64Array(0),
      counts: new Uint32Array(0),
    })
  })

  test.each([1, 2, 3, 4])('agrees with a Map for order %i, keys ascending', (order) => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const found = countNgrams(sources, order, RADIX)
        expect(countsOf(found)).toEqual(slowCounts(sources, order))
        expect([...found.keys].every((key, i) => i === 0 || key > found.keys[i - 1]!)).toBe(true)
      }),
    )
  })

  it('holds keys beyond 32 bits', () => {
    const radix = 9000
    const ids = [B, 8999, 8998, 8997, 8996, 8999, 8998, 8997, 8996, B]
    const { keys, counts } = countNgrams([source(ids)], 4, radix)
    const at = keys.indexOf(keyOf([8999, 8998, 8997, 8996], radix))
    expect(counts[at]).toBe(2)
    expect(keys).toHaveLength(6)
    expect(keys.every((key) => Number.isSafeInteger(key))).toBe(true)
  })
})

describe('checkRadix', () => {
  it('refuses what would not be exact', () => {
    expect(() => checkRadix(3, 65_535)).not.toThrow()
    expect(() => checkRadix(4, 9_000)).not.toThrow()
    expect(() => checkRadix(4, 14_884)).toThrow(VanbanError)
    expect(() => checkRadix(4, 14_884)).toThrow(
      'A vocabulary of 14884 words is too large for order 4: lower maxOthers or the order.',
    )
    expect(() => countNgrams([source([B])], 5, 60_000)).toThrow(VanbanError)
  })
})

describe('runs, sums and rows', () => {
  const table = (keys: number[]) => countRuns(Float64Array.from(keys), 2, RADIX, 1)
  const anyKeys = fc.array(fc.nat(30), { maxLength: 40 })

  it('counts runs of a column in any order', () => {
    expect(countRuns(Float64Array.of(5, 3, 5, 1e15, 3, 5), 2, RADIX, 2)).toEqual({
      order: 2,
      radix: RADIX,
      keys: Float64Array.of(3, 5, 1e15),
      counts: Uint32Array.of(4, 6, 2),
    })
  })

  it('merges two tables as if they had been counted together', () => {
    fc.assert(
      fc.property(anyKeys, anyKeys, (a, b) => {
        expect(mergeCounts(table(a), table(b))).toEqual(table([...a, ...b]))
      }),
    )
  })

  it('finds a key between two rows, or says -1', () => {
    fc.assert(
      fc.property(anyKeys, fc.nat(31), fc.nat(20), fc.nat(20), (list, key, a, b) => {
        const { keys } = table(list)
        const low = Math.min(a, b, keys.length)
        const high = Math.min(Math.max(a, b), keys.length)
        const row = keys.indexOf(key)
        expect(findKey(keys, key)).toBe(row)
        expect(findKey(keys, key, low, high)).toBe(row >= low && row < high ? row : -1)
      }),
    )
  })
})
