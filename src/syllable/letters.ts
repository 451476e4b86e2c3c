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

const ROW_BITS = 0x0f
const TONE_SHIFT = 4
const QUALITY = 0x80

/** Per code unit: row of a lower-case vowel letter plus one, its tone, its quality bit; 0 for everything else. */
const TABLE = /* @__PURE__ */ buildTable()

function buildTable(): Uint8Array {
  const table = new Uint8Array(TABLE_SIZE)
  VOWEL_ROWS.forEach((row, index) => {
    const quality = row.charCodeAt(0) > 0x7f ? QUALITY : 0
    for (let tone = 0; tone < 6; tone++) {
      table[row.charCodeAt(tone)] = (index + 1) | (tone << TONE_SHIFT) | quality
    }
  })
  return table
}

/** Whether a code unit is a lower-case Vietnamese vowel letter, with or without tone. */
export function isVowel(unit: number): boolean {
  return unit < TABLE_SIZE && TABLE[unit] !== 0
}

/** The tone on a lower-case vowel letter; 0 for anything else. */
export function toneOf(unit: number): Tone {
  return (unit < TABLE_SIZE ? (TABLE[unit]! >> TONE_SHIFT) & 7 : 0) as Tone
}

/** Whether a code unit is a lower-case vowel letter with circumflex, breve or horn, toned or not. */
export function hasQuality(unit: number): boolean {
  return unit < TABLE_SIZE && TABLE[unit]! >= QUALITY
}

/** The lower-case letter without its tone; other code units unchanged. */
export function withoutTone(unit: number): number {
  return isVowel(unit) ? VOWEL_ROWS[(TABLE[unit]! & ROW_BITS) - 1]!.charCodeAt(0) : unit
}

/** The lower-case vowel letter bearing a tone; other letters unchanged. */
export function withTone(letter: string, tone: Tone): string {
  const unit = letter.charCodeAt(0)
  return isVowel(unit) ? VOWEL_ROWS[(TABLE[unit]! & ROW_BITS) - 1]!.charAt(tone) : letter
}
