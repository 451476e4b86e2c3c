/** The best of many, by falling value and among equals by id: a list of so much room, kept in order by insertion. */

/**
 * Puts one in its place.
 *
 * @param kept ids, best first; the first `count` of it
 * @param values by place in `kept`
 * @param room how many may be kept
 * @param count how many are kept
 * @returns how many are kept then
 */
export function keepInOrder(
  kept: Int32Array,
  values: Float64Array,
  room: number,
  count: number,
  id: number,
  value: number,
): number {
  if (count === room) {
    if (room === 0) return 0
    const last = values[room - 1]!
    if (last > value || (last === value && kept[room - 1]! < id)) return count
  }
  let at = count < room ? count : room - 1
  for (; at > 0; at--) {
    const before = values[at - 1]!
    if (before > value || (before === value && kept[at - 1]! < id)) break
    kept[at] = kept[at - 1]!
    values[at] = before
  }
  kept[at] = id
  values[at] = value
  return count < room ? count + 1 : count
}
