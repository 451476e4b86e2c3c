import { expect, test } from 'vitest'
import type { Tone } from '../../src/syllable/inventory.ts'
import { hasQuality, isVowel, toneOf, withoutTone, withTone } from '../../src/syllable/letters.ts'

/** The combining marks of the six tones, by number. */
const MARKS = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

test('every toned vowel is its bare vowel and one mark, by Unicode’s own decomposition', () => {
  for (const bare of 'aăâeêioôơuưy') {
    for (let tone = 0; tone < 6; tone++) {
      const letter = (bare + MARKS[tone]).normalize('NFC')
      const unit = letter.charCodeAt(0)
      expect(letter).toHaveLength(1)
      expect(withTone(bare, tone as Tone)).toBe(letter)
      expect(toneOf(unit)).toBe(tone)
      expect(withoutTone(unit)).toBe(bare.charCodeAt(0))
      expect(isVowel(unit)).toBe(true)
      expect(hasQuality(unit)).toBe('ăâêôơư'.includes(bare))
    }
  }
})

test('exactly 72 code units are vowels', () => {
  let count = 0
  for (let unit = 0; unit < 0x10000; unit++) if (isVowel(unit)) count++
  expect(count).toBe(72)
})

test('leaves consonants, capitals and foreign letters alone', () => {
  for (const letter of 'bđZÀüñ日') {
    const unit = letter.charCodeAt(0)
    expect(isVowel(unit)).toBe(false)
    expect(hasQuality(unit)).toBe(false)
    expect(toneOf(unit)).toBe(0)
    expect(withoutTone(unit)).toBe(unit)
    expect(withTone(letter, 4)).toBe(letter)
  }
})
