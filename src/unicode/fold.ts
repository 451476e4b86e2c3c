// The toneless key of a word: what is left when a scanner, a typist or a telex has lost every mark.
import { toNfc } from './nfc.ts'
import { isPlain, normalise } from './normalise.ts'

/** Covers every letter of Vietnamese (the last is ỹ, U+1EF9) and most of what else has case. */
const TABLE_SIZE = 0x2000

/** Vietnamese letters with marks, in blocks of the letter they fold to. */
const MARKED_LETTERS = [
  'aàáảãạăằắẳẵặâầấẩẫậ',
  'dđ',
  'eèéẻẽẹêềếểễệ',
  'iìíỉĩị',
  'oòóỏõọôồốổỗộơờớởỡợ',
  'uùúủũụưừứửữự',
  'yỳýỷỹỵ',
]

/** No letter folds to it: the code unit needs `normalise` or lies beyond the table. */
const CLOSER_LOOK = 0xffff

/** Not worked out yet. */
const UNSEEN = 0xfffe

/** Units and the letters they are, worked out as they are met: most texts use a hundred of them. */
const TABLE = /* @__PURE__ */ new Uint16Array(TABLE_SIZE).fill(UNSEEN)
const LETTERS: (string | undefined)[] = []

/** What a unit below the table's end folds to. */
function foldUnit(unit: number): number {
  const letter = String.fromCharCode(unit)
  const lower = letter.toLowerCase()
  const block = MARKED_LETTERS.find((letters) => letters.includes(lower))
  let folded = lower.length === 1 && isPlain(letter) ? lower.charCodeAt(0) : CLOSER_LOOK
  if (block !== undefined && lower.length === 1) folded = block.charCodeAt(0)
  // Lower-casing a whole word gives either sigma by its place; the key has one.
  if (unit === 0x3c2) folded = 0x3c3
  TABLE[unit] = folded
  LETTERS[unit] = String.fromCharCode(folded)
  return folded
}

const foldOf = (unit: number): number => {
  if (unit >= TABLE_SIZE) return CLOSER_LOOK
  const folded = TABLE[unit]!
  return folded === UNSEEN ? foldUnit(unit) : folded
}

/**
 * The toneless key of a word: lower case, Vietnamese marks off, đ → d; other letters only lower-cased (`ü`, `ń` stay);
 * marks that compose with no letter off.
 * Idempotent, and `fold(normalise(word)) === fold(word)`. Lower-case ASCII comes back as the same string.
 * @example fold('Nghị') // 'nghi'
 */
export function fold(word: string): string {
  let out = ''
  let from = 0
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    const folded = foldOf(unit)
    if (folded === unit) continue
    if (folded === CLOSER_LOOK) return foldSlowly(word)
    out += from < i ? word.slice(from, i) + LETTERS[unit]! : LETTERS[unit]!
    from = i + 1
  }
  if (from === 0) return word
  return from < word.length ? out + word.slice(from) : out
}

/** Words with loose marks or letters beyond the table, astral ones included: one code point at a time. */
function foldSlowly(word: string): string {
  let out = ''
  for (const point of normalise(word)) {
    const unit = point.charCodeAt(0)
    const folded = foldOf(unit)
    out += folded === CLOSER_LOOK ? point.toLowerCase() : LETTERS[unit]!
  }
  // Marks that no letter composes with are marks still, a tone on a consonant say.
  return toNfc(out.replace(/[\u0300-\u036f]/g, ''))
}

const MARKED_BLOCKS = /* @__PURE__ */ MARKED_LETTERS.map(
  (block) => [new RegExp(`[${block.slice(1)}]`, 'g'), block.charAt(0)] as const,
)
const NOT_FOLDED = /[A-Z\u0080-\uffff]/

/** The keys of many words in lower case, all at once: what `fold` gives for each. */
export function foldAll(words: readonly string[]): readonly string[] {
  let text = words.join('\n')
  for (const [letters, letter] of MARKED_BLOCKS) text = text.replace(letters, letter)
  const keys = text.split('\n')
  if (keys.length !== words.length) return words.map(fold)
  for (let i = 0; i < keys.length; i++) if (NOT_FOLDED.test(keys[i]!)) keys[i] = fold(words[i]!)
  return keys
}
