/** Real scans and what is known to stand on them: whole pages as text, or the fields of a head and foot. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { distance } from 'fastest-levenshtein'
import { comparableWords } from '../src/metrics/comparable.ts'
import { alignmentKey } from '../src/metrics/word-cost.ts'

export interface ScanTruth {
  readonly name: string
  readonly file: string
  /** Stretches of the truth that are looked for one by one; their order on the page is not judged. */
  readonly parts: readonly string[]
}

/** Fields of the heads that were keyed in; the rest are remarks. */
const FIELDS = 'cqbh_tren cqbh_duoi so_ki_hieu ngay_bh loai_vb nd_chinh noi_nhan chuc_vu chu_ky'.split(' ')

/** The scans of a folder whose truth is there: `truth/NAME.txt`, `NAME.verified.txt` or `NAME.fields.json`. */
export function readScanTruths(folder: string): ScanTruth[] {
  const scans = join(folder, 'scanned')
  const truths = join(folder, 'truth')
  return readdirSync(scans)
    .sort()
    .flatMap((file): ScanTruth[] => {
      const name = basename(file, '.pdf')
      const found = (end: string): string | null => {
        const path = [join(truths, name + end), join(truths, name.replace(/^nomvn_/, '') + end)].find(
          existsSync,
        )
        return path === undefined ? null : readFileSync(path, 'utf8')
      }
      const text = found('.verified.txt') ?? found('.txt')
      if (text !== null) return [{ name, file: join(scans, file), parts: partsOf(text) }]
      const fields = found('.fields.json')
      if (fields === null) return []
      const values = JSON.parse(fields) as Record<string, string>
      const parts = FIELDS.map((field) => values[field] ?? '').filter((value) => value !== '')
      return [{ name, file: join(scans, file), parts }]
    })
}

/** A verified text lists the parts of a page in an order of its own: heads left before right, and the like. */
function partsOf(text: string): string[] {
  return text.split(/\n+/).filter((part) => comparableWords(part).length > 0)
}

/** A stretch of the truth and the words of a text that stand for it. */
export interface Located {
  readonly truth: readonly string[]
  readonly found: readonly string[]
}

/**
 * For each part of the truth the stretch of a text that is like it most. Words before and behind that stand for nothing
 * of the part belong to other parts: stamps, and the other column.
 *
 * @returns in the order of the parts
 */
export function locateParts(parts: readonly string[], text: string): Located[] {
  const words = comparableWords(text)
  const keys = words.map(alignmentKey)
  const taken = new Uint8Array(words.length)
  const located: Located[] = []
  // Long parts cannot be mistaken; short ones are looked for among what they leave.
  const order = parts
    .map((part, index) => ({ truth: comparableWords(part), index }))
    .sort((a, b) => b.truth.length - a.truth.length)
  for (const { truth, index } of order) {
    const [from, to] = stretchOf(truth, words, keys, taken)
    taken.fill(1, from, to)
    located[index] = { truth, found: words.slice(from, to) }
  }
  return located
}

/** Cost of a word that differs in its marks or capitals; of one with nothing in common; of one dropped or put in. */
const COST_MARKS = 0.2
const COST_UNLIKE = 2
const COST_GAP = 1

/** The stretch of free words that costs least to turn into the truth. Words at its ends stand for some of the truth. */
function stretchOf(
  truth: readonly string[],
  words: readonly string[],
  keys: readonly string[],
  taken: Uint8Array,
): [from: number, to: number] {
  let cost = new Float64Array(words.length + 1)
  let start = Int32Array.from(cost, (_, j) => j)
  for (const word of truth) {
    const key = alignmentKey(word)
    const nextCost = new Float64Array(words.length + 1)
    const nextStart = new Int32Array(words.length + 1)
    for (let j = 0; j <= words.length; j++) {
      nextCost[j] = (cost[j] as number) + COST_GAP
      nextStart[j] = start[j] as number
      if (j === 0) continue
      const other = keys[j - 1] as string
      const unlike = distance(key, other) / Math.max(key.length, other.length, 1)
      const pair = words[j - 1] === word ? 0 : COST_MARKS + (COST_UNLIKE - COST_MARKS) * unlike
      const paired = taken[j - 1] === 1 ? Number.POSITIVE_INFINITY : (cost[j - 1] as number) + pair
      const put = taken[j - 1] === 1 ? Number.POSITIVE_INFINITY : (nextCost[j - 1] as number) + COST_GAP
      if (paired <= (nextCost[j] as number)) {
        nextCost[j] = paired
        nextStart[j] = start[j - 1] as number
      }
      if (put < (nextCost[j] as number)) {
        nextCost[j] = put
        nextStart[j] = nextStart[j - 1] as number
      }
    }
    cost = nextCost
    start = nextStart
  }
  let best = 0
  for (let j = 1; j <= words.length; j++) if ((cost[j] as number) < (cost[best] as number)) best = j
  return [start[best] as number, best]
}
