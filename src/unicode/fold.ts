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

const TABLE = /* @__PURE__ */ buildTable()
const LETTERS = /* @__PURE__ */ Array.from(TABLE, (unit) => String.fromCharCode(unit))

function buildTable(): Uint16Array {
  const table = new Uint16Array(TABLE_SIZE)
  for (let unit = 0; unit < TABLE_SIZE; unit++) {
    const letter = String.fromCharCode(unit)
    const lower = letter.toLowerCase()
    table[unit] = lower.length === 1 && isPlain(letter) ? lower.charCodeAt(0) : CLOSER_LOOK
  }
  for (const block of MARKED_LETTERS) {
    for (const letter of block) {
      table[letter.charCodeAt(0)] = block.charCodeAt(0)
      table[letter.toUpperCase().charCodeAt(0)] = block.charCodeAt(0)
    }
  }
  // Lower-casing a whole word gives either sigma by its place; the key has one.
  table[0x3c2] = 0x3c3
  return table
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
    const folded = unit < TABLE_SIZE ? TABLE[unit]! : CLOSER_LOOK
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
    const folded = unit < TABLE_SIZE ? TABLE[unit]! : CLOSER_LOOK
    out += folded === CLOSER_LOOK ? point.toLowerCase() : LETTERS[unit]!
  }
  // Marks that no letter composes with are marks still, a tone on a consonant say.
  return toNfc(out.replace(/[\u0300-\u036f]/g, ''))
}
