// What two texts are compared by: spelling that means the same is made the same first, so that a metric
// counts errors and not habits. Case and every other difference are kept.

import { toNfc } from '../unicode/nfc.ts'

/** Tone on the second letter → tone on the first, for open rimes (hoà = hòa, thuỷ = thủy). */
const TONE_PLACEMENT: ReadonlyMap<string, string> = new Map(
  'oà òa oá óa oả ỏa oã õa oạ ọa oè òe oé óe oẻ ỏe oẽ õe oẹ ọe uỳ ùy uý úy uỷ ủy uỹ ũy uỵ ụy'
    .split(' ')
    .map((form, index, all): [string, string] => [form, all[index + 1] ?? ''])
    .filter((_, index) => index % 2 === 0),
)

// "quý" keeps its mark: there the u belongs to the onset.
const MODERN_PLACEMENT = /(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/giu

const EDGE_PUNCTUATION = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

function toTraditional(rime: string): string {
  const moved = TONE_PLACEMENT.get(rime.toLowerCase())
  if (moved === undefined) return rime
  let out = ''
  for (let i = 0; i < moved.length; i++) {
    const letter = moved.charAt(i)
    out += rime.charAt(i) === rime.charAt(i).toLowerCase() ? letter : letter.toUpperCase()
  }
  return out
}

/**
 * The text as metrics compare it: NFC, one kind of quotes, dashes and ellipsis, and one placement of the
 * tone mark. Look-alike letters (Ð for Đ) are *not* folded: printing one is an error.
 *
 * @example
 * toComparable('“Hoà bình” – 2025') // '"Hòa bình" - 2025'
 */
export function toComparable(text: string): string {
  return toNfc(text)
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—−]/g, '-')
    .replace(/…/g, '...')
    .replace(MODERN_PLACEMENT, toTraditional)
}

/**
 * The words metrics compare, in order: split at white space, punctuation at the edges dropped, words of
 * punctuation alone left out. "hằng" counts as "hàng": both spellings of hằng năm/hàng năm are official.
 *
 * @example
 * comparableWords('- Số: 57-NQ/TW, (hằng năm).') // ['Số', '57-NQ/TW', 'hàng', 'năm']
 */
export function comparableWords(text: string): string[] {
  const words: string[] = []
  for (const piece of toComparable(text).split(/\s+/)) {
    const word = piece.replace(EDGE_PUNCTUATION, '')
    if (word === 'hằng' || word === 'Hằng') words.push(`${word.charAt(0)}àng`)
    else if (word !== '') words.push(word)
  }
  return words
}
