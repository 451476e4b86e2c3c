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

const TABLE = /* @__PURE__ */ buildTable()

function buildTable(): Uint16Array {
  const table = new Uint16Array(TABLE_SIZE)
  for (let unit = 0; unit < TABLE_SIZE; unit++) {
    const lower = String.fromCharCode(unit).toLowerCase()
    table[unit] = lower.length === 1 ? lower.charCodeAt(0) : unit
  }
  for (const block of MARKED_LETTERS) {
    for (const letter of block) {
      table[letter.charCodeAt(0)] = block.charCodeAt(0)
      table[letter.toUpperCase().charCodeAt(0)] = block.charCodeAt(0)
    }
  }
  return table
}

/**
 * The toneless key of a word: lower case, Vietnamese marks off, đ → d; other letters only lower-cased (`ü` stays).
 * Idempotent, and `fold(normalise(word)) === fold(word)`. Lower-case ASCII comes back as the same string.
 * @example fold('Nghị') // 'nghi'
 */
export function fold(word: string): string {
  return isPlain(word) ? foldPlain(word) : foldPlain(stripLooseMarks(normalise(word)))
}

/** Marks that NFC could not compose (a tone on a consonant) are marks still; other scripts' marks stay. */
function stripLooseMarks(word: string): string {
  return toNfc(word.replace(/[\u0300-\u0303\u0306\u0309\u031b\u0323]/g, ''))
}

function foldPlain(word: string): string {
  let out = ''
  let from = 0
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    if (unit >= TABLE_SIZE) return foldWide(word)
    const folded = TABLE[unit]!
    if (folded === unit) continue
    out += from < i ? word.slice(from, i) + String.fromCharCode(folded) : String.fromCharCode(folded)
    from = i + 1
  }
  if (from === 0) return word
  return from < word.length ? out + word.slice(from) : out
}

/** Letters beyond the table, astral ones included, are lower-cased one code point at a time. */
function foldWide(word: string): string {
  let out = ''
  for (const point of word) {
    const unit = point.charCodeAt(0)
    out += unit < TABLE_SIZE ? String.fromCharCode(TABLE[unit]!) : point.toLowerCase()
  }
  return out
}
