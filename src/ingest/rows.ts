/** Fragments → rows of words: what stands on one height of the page, from left to right. */

import type { Box } from './document.ts'
import { type Fragment, withoutDoubles } from './fragments.ts'

/** A word with its place. */
export interface PlacedWord {
  text: string
  box: Box
  readonly confidence: number | null
}

/** Words on one height. */
export interface Row {
  readonly words: readonly PlacedWord[]
  /** Height of the letters. */
  readonly size: number
}

/** Baselines that differ by less than this share of the larger size are one line: superscripts and uneven scans. */
const BASELINE_TOLERANCE = 0.42
/** A gap of more than this share of the size is white space, whatever the file says. */
const SPACE_MIN = 0.18
/** White space that the file claims must show at least so much. */
const CLAIMED_SPACE_MIN = 0.05
/** Part of a letter above and below its baseline. */
const ASCENT = 0.8
const DESCENT = 0.22

/** Groups fragments by baseline, then joins those that touch into words. */
export function rowsOf(fragments: readonly Fragment[]): Row[] {
  const byHeight = [...fragments].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0)
  const groups: Fragment[][] = []
  // The line is where its largest letters stand, so that a superscript does not draw the next line near.
  let largest: Fragment | undefined
  for (const fragment of byHeight) {
    const tolerance = BASELINE_TOLERANCE * Math.max(fragment.size, largest?.size ?? fragment.size)
    if (largest !== undefined && fragment.baseline - largest.baseline <= tolerance) {
      groups.at(-1)?.push(fragment)
      if (fragment.size > largest.size) largest = fragment
    } else {
      groups.push([fragment])
      largest = fragment
    }
  }
  return groups.map(rowOf)
}

function rowOf(group: Fragment[]): Row {
  const line = withoutDoubles(group.sort((a, b) => a.order - b.order))
  const words: PlacedWord[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const fragment of line) {
    const { text, x0, x1, baseline, size } = fragment
    const box: Box = [x0, baseline - ASCENT * size, x1, baseline + DESCENT * size]
    const last = words.at(-1)
    const gapMin = fragment.spaceBefore ? CLAIMED_SPACE_MIN : SPACE_MIN
    if (last === undefined || x0 - end > gapMin * size) {
      words.push({ text, box, confidence: null })
    } else {
      last.text += text
      last.box = union(last.box, box)
    }
    end = x1
  }
  return { words, size: group.reduce((size, fragment) => Math.max(size, fragment.size), 0) }
}

/** The smallest box around two. */
export function union(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}
