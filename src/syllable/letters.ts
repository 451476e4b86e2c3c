// Vowel letters with and without their tone, as tables by code unit.
import type { Tone } from './inventory.ts'

/** One row per vowel letter: ngang, huyền, hỏi, ngã, sắc, nặng. */
const VOWEL_ROWS = [
  'aàảãáạ',
  'ăằẳẵắặ',
  'âầẩẫấậ',
  'eèẻẽéẹ',
  'êềểễếệ',
  'iìỉĩíị',
  'oòỏõóọ',
  'ôồổỗốộ',
  'ơờởỡớợ',
  'uùủũúụ',
  'ưừửữứự',
  'yỳỷỹýỵ',
]

/** The last Vietnamese letter is ỹ, U+1EF9. */
const TABLE_SIZE = 0x1f00

/** Row of a lower-case vowel letter plus one, 0 for every other code unit; and its tone. */
const ROW = /* @__PURE__ */ new Uint8Array(TABLE_SIZE)
const TONE = /* @__PURE__ */ new Uint8Array(TABLE_SIZE)
VOWEL_ROWS.forEach((row, r) => {
  for (let tone = 0; tone < 6; tone++) {
    ROW[row.charCodeAt(tone)] = r + 1
    TONE[row.charCodeAt(tone)] = tone
  }
})

/** Whether a code unit is a lower-case Vietnamese vowel letter, with or without tone. */
export function isVowel(unit: number): boolean {
  return unit < TABLE_SIZE && ROW[unit] !== 0
}

/** The tone on a lower-case vowel letter; 0 for anything else. */
export function toneOf(unit: number): Tone {
  return (unit < TABLE_SIZE ? TONE[unit] : 0) as Tone
}

/** Whether a code unit is a lower-case vowel letter with circumflex, breve or horn, toned or not. */
export function hasQuality(unit: number): boolean {
  if (unit >= TABLE_SIZE || ROW[unit] === 0) return false
  return VOWEL_ROWS[ROW[unit]! - 1]!.charCodeAt(0) > 0x7f
}

/** The lower-case letter without its tone; other code units unchanged. */
export function withoutTone(unit: number): number {
  return isVowel(unit) ? VOWEL_ROWS[ROW[unit]! - 1]!.charCodeAt(0) : unit
}

/** The lower-case vowel letter bearing a tone; other letters unchanged. */
export function withTone(letter: string, tone: Tone): string {
  const unit = letter.charCodeAt(0)
  return isVowel(unit) ? VOWEL_ROWS[ROW[unit]! - 1]!.charAt(tone) : letter
}
