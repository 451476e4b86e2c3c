/**
 * Which words an abbreviation stands for: the last letters of the words before its bracket, read backwards.
 *
 * ```text
 * > | phát triển khoa học, công nghệ (KHCN)
 *                ^    ^    ^    ^     initials of the last four words
 * ```
 */

/** Words of a text that may be abbreviated, in order. */
export interface Piece {
  readonly start: number
  readonly end: number
  /** Capital of the first letter; D for Đ. */
  readonly initial: string
  readonly isLink: boolean
}

const WORD = /[\p{L}\p{M}][\p{L}\p{M}\d]*/gu
/** Left out of abbreviations as a rule. */
const LINK = /^(?:và|của|các|về|trong|cho|với|là|từ|trên|tại|những|theo|bằng|do|ở)$/u
/** From this length on one letter may differ: KHCCN for khoa học công nghệ. */
const LOOSE_LENGTH = 4
const PIECES_MAX = 24

/** The words of a stretch, the last ones. */
export function piecesOf(text: string, from: number, to: number): Piece[] {
  const out: Piece[] = []
  const stretch = text.slice(from, to)
  for (const match of stretch.matchAll(WORD)) {
    const word = match[0]
    out.push({
      start: from + match.index,
      end: from + match.index + word.length,
      initial: letterOf(word[0]!),
      isLink: LINK.test(word.toLowerCase()),
    })
  }
  return out.slice(-PIECES_MAX)
}

/** The letters of a short form, D for Đ, signs left out. */
export function lettersOf(short: string): string {
  return [...short]
    .filter((letter) => /\p{L}/u.test(letter))
    .map(letterOf)
    .join('')
}

function letterOf(letter: string): string {
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
  return bare === 'Đ' ? 'D' : bare
}

/** Words `[first, last]` of a list of pieces. */
export interface Aligned {
  readonly first: number
  readonly last: number
  /** Letters or words that found no partner. */
  readonly cost: number
}

/**
 * Finds the words before an offset that a short form stands for.
 *
 * @param pieces the words, the last one nearest to the short form
 * @param until number of pieces that may be used
 * @returns null when too few initials agree
 */
export function alignInitials(
  letters: string,
  pieces: readonly Piece[],
  until = pieces.length,
): Aligned | null {
  const allowed = letters.length >= LOOSE_LENGTH ? 1 : 0
  for (let cost = 0; cost <= allowed; cost++) {
    for (let last = until - 1; last >= 0 && last >= until - 1 - allowed; last--) {
      const left = cost - (until - 1 - last)
      if (left < 0) continue
      const first = alignFrom(letters, letters.length - 1, pieces, last, left)
      if (first >= 0) return { first, last, cost }
    }
  }
  return null
}

/** Index of the word that the first letter belongs to; -1 for none. */
function alignFrom(letters: string, l: number, pieces: readonly Piece[], p: number, left: number): number {
  const piece = pieces[p]
  if (piece === undefined) return -1
  const agrees = piece.initial === letters[l]
  if (agrees && l === 0) return p
  if (agrees) {
    const found = alignFrom(letters, l - 1, pieces, p - 1, left)
    if (found >= 0) return found
  }
  if (piece.isLink) {
    const found = alignFrom(letters, l, pieces, p - 1, left)
    if (found >= 0) return found
  }
  if (left === 0 || l === 0) return -1
  // A letter too many, a letter too few, another letter.
  const extra = alignFrom(letters, l - 1, pieces, p, left - 1)
  if (extra >= 0) return extra
  const missing = agrees ? -1 : alignFrom(letters, l, pieces, p - 1, left - 1)
  return missing >= 0 ? missing : alignFrom(letters, l - 1, pieces, p - 1, left - 1)
}
