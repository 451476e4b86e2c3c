/** Roman numerals as Word and officials write them: I, II, … in capitals. */

const STEPS: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]
/** From 4000 on numerals need signs that nobody types. */
const ROMAN_MAX = 3999

/** A number from 1 to 3,999 in Roman numerals; other numbers in figures. */
export function romanOf(value: number): string {
  if (!(value >= 1 && value <= ROMAN_MAX)) return `${value}`
  let left = value
  let out = ''
  for (const [step, letters] of STEPS) {
    while (left >= step) {
      out += letters
      left -= step
    }
  }
  return out
}
