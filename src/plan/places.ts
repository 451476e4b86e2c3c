// What each stretch of the text is: every character lies in exactly one place.
import type { Place, Plan } from './schema.ts'

/** Page numbers, rules, blank lines: what no part of the plan holds. */
const FURNITURE = 'furniture'

/** Collects what the constructs claim; claims do not overlap, for each line is given away once. */
export class PlaceList {
  readonly #claims: { path: string; start: number; end: number }[] = []

  /** Gives `[start, end)` to a path. */
  claim(path: string, start: number, end: number): void {
    if (end > start) this.#claims.push({ path, start, end })
  }

  /**
   * The whole text from 0 to `length` without gap or overlap: gaps between two claims of one path belong to it, all
   * others are furniture.
   */
  tiles(length: number): Place[] {
    const claims = this.#claims.sort((a, b) => a.start - b.start || a.end - b.end)
    const out: { path: string; span: [number, number] }[] = []
    const add = (path: string, start: number, end: number): void => {
      if (end <= start) return
      const last = out[out.length - 1]
      if (last !== undefined && last.path === path) last.span[1] = end
      else out.push({ path, span: [start, end] })
    }
    let at = 0
    for (const claim of claims) {
      const start = Math.max(claim.start, at)
      if (claim.end <= start) continue
      if (start > at) add(out[out.length - 1]?.path === claim.path ? claim.path : FURNITURE, at, start)
      add(claim.path, start, claim.end)
      at = claim.end
    }
    add(FURNITURE, at, length)
    return out
  }
}

/**
 * Where every character of the text is in a plan: stretches in order, the first from 0, the last to the end of the text.
 *
 * @example placesOf(plan).find((place) => place.span[0] <= offset && offset < place.span[1])?.path
 */
export function placesOf(plan: Plan): readonly Place[] {
  return plan.places
}
