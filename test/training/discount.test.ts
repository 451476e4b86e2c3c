import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { discountOf, estimateDiscounts } from '../../src/training/discount.ts'

/** A column with so many counts of 1, 2, 3 … */
const column = (...times: number[]): Uint32Array =>
  Uint32Array.from(times.flatMap((n, i) => Array.from({ length: n }, () => i + 1)))

const FALLBACK = [0, 0.5, 1, 1.5]

describe('estimateDiscounts', () => {
  it('is equation (26) of Chen and Goodman', () => {
    const discounts = estimateDiscounts(column(10, 4, 2, 1, 7))
    const y = 10 / (10 + 2 * 4)
    expect(discounts[0]).toBe(0)
    expect(discounts[1]).toBeCloseTo(1 - (2 * y * 4) / 10, 12)
    expect(discounts[2]).toBeCloseTo(2 - (3 * y * 2) / 4, 12)
    expect(discounts[3]).toBeCloseTo(3 - (4 * y * 1) / 2, 12)
  })

  it('does not depend on the order of the column, nor on counts of 5 and more', () => {
    const counts = column(10, 4, 2, 1)
    expect(estimateDiscounts(Uint32Array.from([9, ...counts, 1000, 5]).reverse())).toEqual(
      estimateDiscounts(counts),
    )
  })

  it('takes all of a count of 3 where no count is 4', () => {
    expect(estimateDiscounts(column(10, 4, 2))[3]).toBe(3)
  })

  test.each([
    ['nothing', column()],
    ['no ones, as where all sources weigh 2', column(0, 5, 0, 5)],
    ['no twos', column(5, 0, 5, 5)],
    ['no threes', column(5, 5, 0, 5)],
    ['many threes for few twos: more than 2 would be added to a count of 2', column(9, 1, 9, 9)],
  ])('falls back for %s', (_, counts) => {
    expect(estimateDiscounts(counts)).toEqual(FALLBACK)
  })

  it('takes some of every count and never more than it, whatever the column', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 60 }), (counts) => {
        const discounts = estimateDiscounts(Uint32Array.from(counts))
        for (let count = 1; count < 9; count++) {
          expect(discountOf(discounts, count)).toBeGreaterThan(0)
          expect(discountOf(discounts, count)).toBeLessThanOrEqual(count)
        }
      }),
    )
  })
})

test.each([
  [0, 0],
  [1, 0.25],
  [2, 0.75],
  [3, 1.25],
  [4, 1.25],
  [4_000_000_000, 1.25],
])('the discount of count %i is %d', (count, discount) => {
  expect(discountOf([0, 0.25, 0.75, 1.25], count)).toBe(discount)
})
