import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fromDamagedRoman,
  fromRoman,
  letterAt,
  letterDistance,
  letterValue,
  toRoman,
} from '../../src/plan/numerals.ts'

describe('Roman numerals', () => {
  it('are read as they are written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 38 }), (value) => {
        expect(fromRoman(toRoman(value))).toBe(toRoman(value).length > 7 ? 0 : value)
      }),
    )
  })

  it.each(['', 'IIII', 'VX', 'ABC', 'IXI', 'i'])('do not take %j', (text) => {
    expect(fromRoman(text)).toBe(0)
  })

  it.each([
    ['11', 2],
    ['111', 3],
    ['I11', 3],
    ['l', 1],
    ['|', 1],
    ['1V', 4],
    ['V1', 6],
    ['V11', 7],
    ['1X', 9],
    ['12', 0],
    ['IIIIIIIII', 0],
  ])('are read through damage: %j', (text, value) => {
    expect(fromDamagedRoman(text)).toBe(value)
  })
})

describe('letters of điểm', () => {
  it('come in the order of Vietnamese', () => {
    expect(['a', 'd', 'đ', 'e'].map(letterValue)).toEqual([1, 4, 5, 6])
    expect(letterAt(5)).toBe('đ')
    expect(letterValue('ă')).toBe(0)
  })

  it('leave out f, j, w, z', () => {
    expect(letterDistance(letterValue('e'), letterValue('g'))).toBe(1)
    expect(letterDistance(letterValue('i'), letterValue('k'))).toBe(1)
    expect(letterDistance(letterValue('d'), letterValue('e'))).toBe(2)
    expect(letterDistance(letterValue('c'), letterValue('a'))).toBe(-2)
  })
})
