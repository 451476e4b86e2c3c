// Roman numerals of the numbers that documents count.

import { describe, expect, it } from 'vitest'
import { romanOf } from '../../src/unicode/roman.ts'

describe('romanOf', () => {
  it.each([
    [1, 'I'],
    [4, 'IV'],
    [9, 'IX'],
    [14, 'XIV'],
    [38, 'XXXVIII'],
    [99, 'XCIX'],
    [1994, 'MCMXCIV'],
    [3999, 'MMMCMXCIX'],
    [0, '0'],
    [-3, '-3'],
    [4000, '4000'],
    [Number.NaN, 'NaN'],
  ])('writes %d as %s', (value, text) => {
    expect(romanOf(value)).toBe(text)
  })
})
