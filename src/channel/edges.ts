/** What stands around a word in its chunk: punctuation, brackets, quotes, specks read as marks. */

/** Weight taken off each count for strings never seen. */
const DISCOUNT = 0.7
/** A string never seen: each of its characters is one of about this many marks. */
const MARKS = 40
/** The most marks that may be letters in disguise at one side. */
const DISGUISED_MAX = 2

/** A chunk with more digits is a number or a code. */
const DIGITS_MAX = 2

const LETTER = /[\p{L}\p{N}\p{M}]/u
/** Never a letter in disguise, unlike `@ & § $ ¢ | °`. */
const PUNCTUATION = /[.,;:?"'“”„‘’«»…*_\-–—)\]}>]/
/** Brackets before a word may be a letter (`[a` for là), after it hardly ever. */
const CLOSING_ALIKE = /[([{<!/\\]/

/** Natural logarithm of the probability of the strings read at one side of a word. */
export class Edge {
  readonly #counts: ReadonlyMap<string, number>
  readonly #total: number
  readonly #spare: number
  readonly #known = new Map<string, number>()

  /** @param counts strings read there with their counts; '' is none */
  constructor(counts: ReadonlyMap<string, number>) {
    this.#counts = counts
    let total = 0
    for (const count of counts.values()) total += count
    this.#total = total
    this.#spare = total === 0 ? 1 : (DISCOUNT * counts.size + 0.5) / (total + 0.5)
  }

  /** ln P(text) at this side. */
  logProbability(text: string): number {
    let log = this.#known.get(text)
    if (log === undefined) {
      const count = Math.max((this.#counts.get(text) ?? 0) - DISCOUNT, 0)
      const seen = this.#total === 0 ? 0 : count / (this.#total + 0.5)
      log = Math.log(seen + this.#spare * 0.5 * (0.5 / MARKS) ** text.length)
      if (this.#known.size < 10_000) this.#known.set(text, log)
    }
    return log
  }
}

/** How many marks at a side of a chunk belong to the edge: at most all of them, at least the plain punctuation. */
export interface EdgeMarks {
  readonly most: number
  readonly fewest: number
}

/** Marks at the start of a chunk. */
export function leadingMarks(chunk: string): EdgeMarks {
  let most = 0
  while (most < chunk.length && isMark(chunk.charAt(most))) most++
  let fewest = most
  while (fewest > 0 && most - fewest < DISGUISED_MAX && !PUNCTUATION.test(chunk.charAt(fewest - 1))) fewest--
  return { most, fewest }
}

/** Marks at the end of a chunk. */
export function trailingMarks(chunk: string): EdgeMarks {
  const last = chunk.length - 1
  let most = 0
  while (most < chunk.length && isMark(chunk.charAt(last - most))) most++
  let fewest = most
  while (fewest > 0 && most - fewest < DISGUISED_MAX) {
    const mark = chunk.charAt(last - fewest + 1)
    if (PUNCTUATION.test(mark) || CLOSING_ALIKE.test(mark)) break
    fewest--
  }
  return { most, fewest }
}

/** Whether what stands between the edges is a number or a code, and no syllable (là was once read as `14`). */
export function isCode(chunk: string, start: number, end: number): boolean {
  let digits = 0
  for (let i = start; i < end; i++) {
    const unit = chunk.charCodeAt(i)
    if (unit === 0x2f || (unit >= 0x30 && unit <= 0x39 && ++digits > DIGITS_MAX)) return true
  }
  return false
}

function isMark(letter: string): boolean {
  const unit = letter.charCodeAt(0)
  if (unit >= 0x80) return !LETTER.test(letter)
  return !((unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a))
}
