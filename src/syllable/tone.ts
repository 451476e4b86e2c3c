// Tone placement: one canonical spelling inside, the document's own habit outside.
import { normalise } from '../unicode/normalise.ts'
import { hasQuality, isVowel, toneOf } from './letters.ts'
import { isOpenGlide, joinSyllable, type Placement, placeMark, splitSyllable } from './split.ts'

/**
 * The spelling under which a word is counted and looked up: lower case, NFC, tone mark in traditional placement
 * (`Hoà` → `hòa`, `qúy` → `quý`). A word whose letters make no legal syllable is only normalised and lower-cased.
 */
export function canonical(word: string): string {
  let state = placementState(word)
  let lower = word
  if (state === REWRITE) {
    // Twice, for lower case can set a mark loose: İ becomes i and a dot above.
    lower = normalise(normalise(word).toLowerCase())
    state = placementState(lower)
  }
  return state === SETTLED ? lower : placeMark(lower)
}

const SETTLED = 0
const CHECK = 1
const REWRITE = 2

/**
 * Sorts words by one scan: `SETTLED` is its own canonical form, `CHECK` has a mark that may stand on the wrong
 * letter, `REWRITE` is not certainly lower-case NFC.
 */
function placementState(word: string): typeof SETTLED | typeof CHECK | typeof REWRITE {
  let state: typeof SETTLED | typeof CHECK = SETTLED
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    if (unit < 0x80) {
      if (unit >= 0x41 && unit <= 0x5a) return REWRITE
    } else if (toneOf(unit) !== 0) {
      const next = i + 1 < word.length ? word.charCodeAt(i + 1) : 0
      // A toned ă â ê ô ơ ư is in its place unless another such letter follows it.
      const inPlace = hasQuality(unit)
        ? !hasQuality(next)
        : !isVowel(next) && (i === 0 || !isVowel(word.charCodeAt(i - 1)))
      if (!inPlace) state = CHECK
    } else if (!hasQuality(unit) && unit !== SMALL_D_STROKE) return REWRITE
  }
  return state
}

const SMALL_D_STROKE = 0x111

const TONED_FIRST = 'òỏõóọùủũúụÒỎÕÓỌÙỦŨÚỤ'

/**
 * The modern placement of a word in traditional placement: `hòa` → `hoà`, `khỏe` → `khoẻ`, `thủy` → `thuỷ`. Nothing
 * else changes, capitals stay.
 */
export function toModernPlacement(word: string): string {
  if (word.length < 2 || !TONED_FIRST.includes(word.charAt(word.length - 2))) return word
  const syllable = splitSyllable(word)
  if (syllable === null || !isOpenGlide(syllable.rime)) return word
  const modern = joinSyllable(syllable, 'modern')
  let out = ''
  for (let i = 0; i < word.length; i++) {
    const letter = word.charAt(i)
    out += letter === letter.toLowerCase() ? modern.charAt(i) : modern.charAt(i).toUpperCase()
  }
  return out
}

/** A vowel that opens such a rime and one that may follow it, marks aside or still to be composed. */
const HAS_OPEN_GLIDE = /[oòỏõóọuùủũúụ][\u0300-\u0323]*[aàảãáạeèẻẽéẹyỳỷỹýỵ]/i
const TRADITIONAL_MARK = /(?:[òỏõóọ][ae]|(?<!q)[ùủũúụ]y)(?![\p{L}\p{M}])/giu
const MODERN_MARK = /(?:o[àảãáạèẻẽéẹ]|(?<!q)u[ỳỷỹýỵ])(?![\p{L}\p{M}])/giu

/** Open `oa`, `oe`, `uy` whose mark stands in the modern place, less those with it in the traditional one. */
export function placementVote(text: string): number {
  if (!HAS_OPEN_GLIDE.test(text)) return 0
  const plain = normalise(text)
  return (plain.match(MODERN_MARK)?.length ?? 0) - (plain.match(TRADITIONAL_MARK)?.length ?? 0)
}

/** How many open `oa`, `oe`, `uy` of a text carry their mark where each placement has it. */
export function countPlacements(text: string): { readonly modern: number; readonly traditional: number } {
  const plain = normalise(text)
  return {
    modern: plain.match(MODERN_MARK)?.length ?? 0,
    traditional: plain.match(TRADITIONAL_MARK)?.length ?? 0,
  }
}

/**
 * The placement a text uses, by counting its open `oa`, `oe`, `uy` with a mark; `traditional` when there is no
 * evidence or a tie.
 */
export function detectPlacement(text: string): Placement {
  return placementVote(text) > 0 ? 'modern' : 'traditional'
}
