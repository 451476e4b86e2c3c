/** Most chunks are letters with plain marks around them: one look at their code units spares a dozen patterns. */
import { LetterClass, letterClassOf } from '../unicode/letter-class.ts'

/** Marks that are nothing else beside a word, and no part of addresses, codes or numbers. */
const MARKS = ',.;:!?"“”\'‘’()[]…'
/** A word of one letter may be a list mark. */
const LENGTH_MIN = 2
/** Marks at either side that are counted. */
const EDGE_MAX = 255
const NUMERAL = /^[IVX]+$/
const WEB = /^www$/i

/** A Latin letter with case that normalising leaves as it is. */
function isLetter(unit: number): boolean {
  const inRange =
    unit < 0x180
      ? unit !== 0xd0 && unit !== 0xf0
      : (unit >= 0x1ea0 && unit <= 0x1ef9) ||
        unit === 0x1a0 ||
        unit === 0x1a1 ||
        unit === 0x1af ||
        unit === 0x1b0
  return inRange && letterClassOf(unit) !== LetterClass.NONE
}

/**
 * Marks before the letters × 256 + marks behind them; −1 for a chunk that is more than letters in a row between plain marks,
 * or may be more than a word.
 */
export function simpleEdges(text: string): number {
  let from = 0
  while (from < text.length && !isLetter(text.charCodeAt(from))) {
    if (!MARKS.includes(text.charAt(from))) return -1
    from++
  }
  let to = from
  while (to < text.length && isLetter(text.charCodeAt(to))) to++
  for (let i = to; i < text.length; i++) if (!MARKS.includes(text.charAt(i))) return -1
  const after = text.length - to
  if (to - from < LENGTH_MIN || from > EDGE_MAX || after > EDGE_MAX) return -1
  const word = text.slice(from, to)
  return NUMERAL.test(word) || WEB.test(word) ? -1 : from * 256 + after
}
