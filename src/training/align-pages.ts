/**
 * Page truth beside what the OCR engine read → aligned pieces. First step of training a channel.
 *
 * White-space chunks are the units. Chunk pairs that are unique on both sides anchor the page; between
 * anchors a small dynamic programme over chunks finds 1–1, merged (2–1, 3–1), split (1–2, 1–3), lost (1–0)
 * and inserted (0–1) chunks. Its cost is the edit distance of shape keys, so a lost tone mark is free and the
 * order of the characters decides.
 */
import { distance } from 'fastest-levenshtein'

/** An aligned piece: chunks of the truth and the chunks they were read as. Either side may be empty. */
export interface AlignedPiece {
  readonly truth: readonly string[]
  readonly observed: readonly string[]
}

/** Longest merge or split looked for, in chunks. More than three never paid on the training pages. */
const MOST_JOINED = 3
/** Cost of a character that has no counterpart, relative to a wrong character (1): gaps beat wild pairs. */
const GAP_COST = 0.75
/** Extra cost of each merged or split boundary, so that a 1–1 reading wins when both fit. */
const JOIN_COST = 0.4
/** A merge or split may differ in this share of its characters; a 1–1 pair may differ altogether (`từ`→`tir`). */
const WORST_SHARE = 0.6

const LOOK_ALIKE: Readonly<Record<string, string>> = {
  0: 'o',
  6: 'o',
  '@': 'o',
  '§': 'o',
  '&': 'a',
  4: 'a',
  1: 'l',
  i: 'l',
  '|': 'l',
  '!': 'l',
  j: 'l',
  8: 'b',
  5: 's',
  $: 's',
}

/**
 * The shape of a chunk: marks off, lower case, characters that OCR swaps folded together.
 *
 * @param chunk any text
 */
export function shapeKey(chunk: string): string {
  const bare = chunk
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đð]/g, 'd')
    .replace(/[“”„«»‘’]/g, "'")
    .replace(/[–—−~]/g, '-')
  let key = ''
  for (const letter of bare) key += LOOK_ALIKE[letter] ?? letter
  return key
}

/** White-space-delimited chunks of a text. */
export function chunksOf(text: string): string[] {
  return text.split(/\s+/).filter((chunk) => chunk !== '')
}

/** Positions where the same chunk pair (this and the next) occurs exactly once, by its key. */
function uniquePairs(keys: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  for (let i = 0; i + 1 < keys.length; i++) {
    const pair = `${keys[i]} ${keys[i + 1]}`
    if (pair.length >= 7) places.set(pair, places.has(pair) ? -1 : i)
  }
  return places
}

/** Longest increasing run of anchors: pairs (truth index, observed index) rising on both sides. */
function anchorsOf(truth: readonly string[], observed: readonly string[]): [number, number][] {
  const places = uniquePairs(observed)
  const found: [number, number][] = []
  for (const [pair, i] of uniquePairs(truth)) {
    const j = places.get(pair)
    if (i >= 0 && j !== undefined && j >= 0) found.push([i, j])
  }
  found.sort((a, b) => a[0] - b[0])
  // Patience: tails[k] = index into found of the smallest end of a rising run of length k + 1.
  const tails: number[] = []
  const before = new Int32Array(found.length)
  for (let f = 0; f < found.length; f++) {
    const end = found[f]![1]
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (found[tails[middle]!]![1] < end) low = middle + 1
      else high = middle
    }
    before[f] = low > 0 ? tails[low - 1]! : -1
    tails[low] = f
  }
  const run: [number, number][] = []
  for (let f = tails.length > 0 ? tails[tails.length - 1]! : -1; f >= 0; f = before[f]!) run.push(found[f]!)
  return run.reverse()
}

/** Aligns two short chunk lists by dynamic programming; appends to `out`. */
function alignStretch(
  truth: readonly string[],
  observed: readonly string[],
  truthKeys: readonly string[],
  observedKeys: readonly string[],
  out: AlignedPiece[],
): void {
  const n = truth.length
  const m = observed.length
  const width = m + 1
  const cost = new Float32Array((n + 1) * width).fill(Number.POSITIVE_INFINITY)
  const step = new Uint8Array((n + 1) * width)
  cost[0] = 0
  const relax = (cell: number, value: number, move: number) => {
    if (value < cost[cell]!) {
      cost[cell] = value
      step[cell] = move
    }
  }
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const here = cost[i * width + j]!
      if (i < n) relax((i + 1) * width + j, here + GAP_COST * truthKeys[i]!.length, 4)
      if (j < m) relax(i * width + j + 1, here + GAP_COST * observedKeys[j]!.length, 1)
      if (i === n || j === m) continue
      let left = ''
      for (let a = 1; a <= MOST_JOINED && i + a <= n; a++) {
        left += truthKeys[i + a - 1]
        let right = ''
        for (let b = 1; b <= MOST_JOINED && j + b <= m && (a === 1 || b === 1); b++) {
          right += observedKeys[j + b - 1]
          const longest = Math.max(left.length, right.length)
          const joined = a + b - 2
          if (joined > 0 && Math.abs(left.length - right.length) > WORST_SHARE * longest) continue
          const apart = distance(left, right)
          if (joined > 0 && apart > WORST_SHARE * longest) continue
          relax((i + a) * width + j + b, here + apart + JOIN_COST * joined, (a << 2) | b)
        }
      }
    }
  }
  const pieces: AlignedPiece[] = []
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const move = step[i * width + j]!
    const a = move >> 2
    const b = move & 3
    pieces.push({ truth: truth.slice(i - a, i), observed: observed.slice(j - b, j) })
    i -= a
    j -= b
  }
  for (let p = pieces.length - 1; p >= 0; p--) out.push(pieces[p]!)
}

/**
 * Aligns a page of truth with its OCR reading, in reading order.
 *
 * @param truth the page as printed
 * @param observed the page as an OCR engine read it
 * @returns pieces that rebuild both chunk lists when concatenated; pieces have at most three chunks a side
 *   and one of the sides has at most one
 */
export function alignPages(truth: string, observed: string): AlignedPiece[] {
  const left = chunksOf(truth)
  const right = chunksOf(observed)
  const leftKeys = left.map(shapeKey)
  const rightKeys = right.map(shapeKey)
  const out: AlignedPiece[] = []
  let i = 0
  let j = 0
  for (const [a, b] of [...anchorsOf(leftKeys, rightKeys), [left.length, right.length] as const]) {
    alignStretch(left.slice(i, a), right.slice(j, b), leftKeys.slice(i, a), rightKeys.slice(j, b), out)
    i = a
    j = b
  }
  return out
}
