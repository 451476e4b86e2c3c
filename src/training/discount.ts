/**
 * Discounts of modified Kneser–Ney smoothing: what is taken from a count of 1, 2, 3 or more.
 * Source: Chen and Goodman, "An Empirical Study of Smoothing Techniques for Language Modeling" (1998), eq. (26).
 */

/** Discount of counts 0 (always 0), 1, 2, and 3 or more. */
export type Discounts = readonly [number, number, number, number]

/** Used where the counts of counts are too odd (tiny or weighted data). */
const FALLBACK: Discounts = [0, 0.5, 1, 1.5]

/** Discounts from a column of counts; 0 ≤ D(k) ≤ k holds for all of them. */
export function estimateDiscounts(counts: Uint32Array): Discounts {
  const n = [0, 0, 0, 0, 0]
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] as number
    if (count < 5) n[count] = (n[count] as number) + 1
  }
  const [, n1, n2, n3, n4] = n as [number, number, number, number, number]
  if (n1 === 0 || n2 === 0 || n3 === 0) return FALLBACK
  const y = n1 / (n1 + 2 * n2)
  const d1 = 1 - (2 * y * n2) / n1
  const d2 = 2 - (3 * y * n3) / n2
  const d3 = 3 - (4 * y * n4) / n3
  const sane = d1 > 0 && d1 <= 1 && d2 > 0 && d2 <= 2 && d3 > 0 && d3 <= 3
  return sane ? [0, d1, d2, d3] : FALLBACK
}

/** The discount that applies to one count. */
export const discountOf = (discounts: Discounts, count: number): number =>
  discounts[count < 3 ? count : 3] as number
