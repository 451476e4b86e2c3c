import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignWords } from '../../src/metrics/align.ts'
import { alignedEditDistance, characterCount, editDistance } from '../../src/metrics/edit-distance.ts'
import { levenshtein } from './oracle.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'ă', 'b', ' ', '😀', '𝒜', 'ế'), maxLength: 80 })

describe('editDistance', () => {
  it('equals the textbook distance over characters', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(editDistance(a, b)).toBe(levenshtein([...a], [...b]))
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  it('counts a character beyond the basic plane once', () => {
    expect(editDistance('😀', '😁')).toBe(1)
    expect(editDistance('', '😀')).toBe(1)
    expect(characterCount('a😀b')).toBe(3)
  })

  it('is an upper bound, and finite work, for texts of a million characters', () => {
    expect(editDistance('a'.repeat(1e6), 'b'.repeat(1e6))).toBe(1e6)
    expect(editDistance('a'.repeat(1e6), '')).toBe(1e6)
    expect(editDistance(`${'a'.repeat(1e6)}b`, `c${'a'.repeat(1e6)}`)).toBeLessThan(600)
  })
})

describe('alignedEditDistance', () => {
  const words = Array.from({ length: 9000 }, (_, i) => `từ${i % 977}`)

  it('finds each edit of a text too long for one table', () => {
    const damaged = words.map((word, i) => (i % 100 === 50 ? `${word}x` : word))
    expect(alignedEditDistance(words, damaged, alignWords(words, damaged))).toBe(90)
  })

  it('counts a lost tail with the space before it', () => {
    const short = words.slice(0, 8990)
    const tail = ` ${words.slice(8990).join(' ')}`.length
    expect(alignedEditDistance(words, short, alignWords(words, short))).toBe(tail)
    expect(alignedEditDistance(short, words, alignWords(short, words))).toBe(tail)
  })

  it('equals the plain distance for short texts', () => {
    const a = ['Ủy', 'ban', 'nhân', 'dân']
    const b = ['Uy', 'ban', 'dan']
    expect(alignedEditDistance(a, b, alignWords(a, b))).toBe(levenshtein([...a.join(' ')], [...b.join(' ')]))
  })
})
