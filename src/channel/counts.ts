/** Counted confusions: what was printed → what it was read as → how often. The raw material of a profile. */

/** Readings of one printed unit with their counts. */
export type Readings = ReadonlyMap<string, number>

/** Readings by printed unit. */
export type Confusions = ReadonlyMap<string, Readings>

/** The same while it is being counted. */
export type MutableConfusions = Map<string, Map<string, number>>

/** Adds to the count of one confusion. */
export function addCount(counts: MutableConfusions, printed: string, read: string, amount = 1): void {
  let readings = counts.get(printed)
  if (readings === undefined) {
    readings = new Map()
    counts.set(printed, readings)
  }
  readings.set(read, (readings.get(read) ?? 0) + amount)
}

/** Sum of all counts of one unit. */
export function totalOf(readings: Readings): number {
  let total = 0
  for (const count of readings.values()) total += count
  return total
}
