// Edit distance between texts of any length, counted in characters (code points): exact where the bit-parallel
// algorithm of fastest-levenshtein can afford it, in blocks above.

import { distance } from 'fastest-levenshtein'
import type { WordAlignment } from './align.ts'

/** Product of lengths up to which the distance is exact: 32,768 characters a side, some 20 pages, 0.1 s. */
const CELLS_MAX = 2 ** 30

/** Characters a block gathers before it is cut at the next equal word. */
const BLOCK_CHARS = 16_384

/** Characters in a block of texts that are cut in step, for want of words to cut at. */
const BLOCK_IN_STEP_CHARS = 4096

const SURROGATE_FIRST = 0xd800
const SURROGATE_COUNT = 0x800

/**
 * Two texts with one UTF-16 unit a character: those beyond the basic plane get, in order of appearance,
 * a number of the surrogate range, which valid text leaves free.
 */
function oneUnitPerCharacter(a: string, b: string): [string, string] {
  const pairs = /[\ud800-\udbff][\udc00-\udfff]/g
  const numbers = new Map<string, string>()
  const shorten = (text: string): string =>
    text.replace(pairs, (pair) => {
      let unit = numbers.get(pair)
      if (unit === undefined) {
        // After 2,048 different ones numbers are shared: a distance one too small is then possible.
        unit = String.fromCharCode(SURROGATE_FIRST + (numbers.size % SURROGATE_COUNT))
        numbers.set(pair, unit)
      }
      return unit
    })
  return [shorten(a), shorten(b)]
}

/** Number of characters (code points). */
export function characterCount(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0)
}

/**
 * Characters to insert, drop or replace to make one text of the other (Levenshtein). Exact while the product
 * of the lengths, less what they share at both ends, is below 2³⁰; beyond, the sum over blocks of
 * 4,096 characters in step, an upper bound. For long texts that correspond word by word
 * {@link alignedEditDistance} is closer.
 *
 * @example
 * editDistance('Uy ban', 'Ủy ban') // 1
 */
export function editDistance(a: string, b: string): number {
  const [x, y] = trimEnds(...oneUnitPerCharacter(a, b))
  if (x.length * y.length <= CELLS_MAX) return distance(x, y)
  const blocks = Math.ceil(Math.max(x.length, y.length) / BLOCK_IN_STEP_CHARS)
  let sum = 0
  for (let k = 0; k < blocks; k++) sum += distance(slice(x, k, blocks), slice(y, k, blocks))
  return sum
}

function slice(text: string, k: number, blocks: number): string {
  return text.slice(Math.floor((k * text.length) / blocks), Math.floor(((k + 1) * text.length) / blocks))
}

function trimEnds(a: string, b: string): [string, string] {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++
  let end = 0
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)]
}

/**
 * {@link editDistance} of two word lists, each joined by single spaces. Where the whole is too long for an
 * exact distance it is cut into blocks at words the alignment found equal: exact but for an edit that
 * reaches across such a word.
 */
export function alignedEditDistance(
  truth: readonly string[],
  hypothesis: readonly string[],
  alignment: WordAlignment,
): number {
  const whole = [truth.join(' '), hypothesis.join(' ')] as const
  if (whole[0].length * whole[1].length <= CELLS_MAX) return editDistance(...whole)
  let sum = 0
  let truthFrom = 0
  let hypothesisFrom = 0
  let pending = 0
  for (let i = 0; i < truth.length; i++) {
    pending += truth[i]!.length + 1
    const j = alignment.match[i]!
    if (pending < BLOCK_CHARS || j < 0 || truth[i] !== hypothesis[j]) continue
    // Both blocks end in the same word, so the space after it belongs to neither.
    sum += editDistance(
      truth.slice(truthFrom, i + 1).join(' '),
      hypothesis.slice(hypothesisFrom, j + 1).join(' '),
    )
    truthFrom = i + 1
    hypothesisFrom = j + 1
    pending = 0
  }
  const rest = [truth.slice(truthFrom), hypothesis.slice(hypothesisFrom)] as const
  // A tail on one side only still has the space that would join it.
  const lonely = truthFrom > 0 && (rest[0].length === 0) !== (rest[1].length === 0) ? 1 : 0
  return sum + lonely + editDistance(rest[0].join(' '), rest[1].join(' '))
}
