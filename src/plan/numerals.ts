// Numbers of items: Roman numerals, also as OCR leaves them (`11`, `I11`, `1V`), and the letters of điểm.

import { romanOf } from '../unicode/roman.ts'

const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }
/** The longest numeral worth reading: XXXVIII. */
const ROMAN_LENGTH_MAX = 7

export { romanOf as toRoman }

/** The value of a well-formed Roman numeral in capitals; 0 for anything else. */
export function fromRoman(letters: string): number {
  if (letters.length === 0 || letters.length > ROMAN_LENGTH_MAX) return 0
  let value = 0
  for (let i = 0; i < letters.length; i++) {
    const here = ROMAN_VALUES[letters.charAt(i)]
    if (here === undefined) return 0
    const next = ROMAN_VALUES[letters.charAt(i + 1)] ?? 0
    value += here < next ? -here : here
  }
  return value > 0 && value < 400 && romanOf(value) === letters ? value : 0
}

/** What OCR reads for `I`: one, el, bar, exclamation mark. */
const READ_FOR_I = /[1l|!i]/g

/** The value of a numeral that OCR may have damaged: `11` is II, `I11` III, `1V` IV; 0 when it cannot be one. */
export function fromDamagedRoman(token: string): number {
  if (token.length > ROMAN_LENGTH_MAX) return 0
  return fromRoman(token.replace(READ_FOR_I, 'I').replace(/v/g, 'V').replace(/x/g, 'X'))
}

/** Letters of điểm in the order of Vietnamese; f, j, w, z are not used by rule and may be left out. */
const POINT_LETTERS = 'abcdđefghijklmnopqrstuvwxyz'
const LEFT_OUT = 'fjwz'

/** Place of a letter among the points, from 1; 0 when it is none. */
export function letterValue(letter: string): number {
  return letter.length === 1 ? POINT_LETTERS.indexOf(letter) + 1 : 0
}

/** The letter at a place. */
export function letterAt(value: number): string {
  return POINT_LETTERS.charAt(value - 1)
}

/** How many places lie from one letter to a later one, those never used not counted: 1 from `e` to `g`. */
export function letterDistance(from: number, to: number): number {
  if (to <= from) return to - from
  let distance = 0
  for (let value = from + 1; value <= to; value++) {
    if (value === to || !LEFT_OUT.includes(letterAt(value))) distance++
  }
  return distance
}
