// Shares that stay finite: an empty text has no error rate of its own.

/**
 * `errors / total`, between 0 and (with many insertions) above 1. Of an empty total it is 0 without errors
 * and 1 with any, so that JSON never meets Infinity.
 */
export function errorRate(errors: number, total: number): number {
  if (total === 0) return errors === 0 ? 0 : 1
  return errors / total
}
