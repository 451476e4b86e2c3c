/** Pieces of the scan beside the doubtful words, where there is an image. */
import type { Point } from './points.ts'
import type { ReportInput } from './render.ts'

/** Images of the places, as data URLs, by the id of the point. */
export async function cropImages(
  _input: ReportInput,
  _doubts: readonly Point[],
): Promise<Map<number, string>> {
  return new Map()
}
