import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIRST_WORD_ID, UNKNOWN_ID } from '../../src/lm/symbols.ts'
import { Vocabulary } from '../../src/lm/vocabulary.ts'
import { fold } from '../../src/unicode/fold.ts'
import { TINY_WORDS, tinyModel } from './tiny.ts'

describe('Vocabulary', () => {
  const { vocabulary } = tinyModel

  it('knows each word by its id', () => {
    expect(vocabulary.size).toBe(16)
    expect(vocabulary.idOf('ban')).toBe(5)
    expect(vocabulary.idOf('xã')).toBe(15)
    for (let id = FIRST_WORD_ID; id < vocabulary.size; id++) {
      expect(vocabulary.idOf(vocabulary.words[id]!)).toBe(id)
    }
  })

  it.each(['bản', 'Ban', '', 'constructor', '__proto__', 'toString'])('does not know "%s"', (word) => {
    expect(vocabulary.idOf(word)).toBe(UNKNOWN_ID)
    if (word !== 'Ban') expect(vocabulary.groupOfKey(word)).toBe(0)
  })

  it('does not take the name of a symbol for a word', () => {
    for (const symbol of TINY_WORDS.slice(0, FIRST_WORD_ID)) expect(vocabulary.idOf(symbol)).toBe(UNKNOWN_ID)
  })

  it('finds the readings of a toneless key as one range of ids', () => {
    const readings = (key: string) => {
      const group = vocabulary.groupOfKey(key)
      return vocabulary.words.slice(vocabulary.groupStart[group], vocabulary.groupStart[group + 1])
    }
    expect(readings('ban')).toEqual(['ban', 'bàn', 'bạn'])
    expect(readings('dan')).toEqual(['dân', 'đàn'])
    expect(readings('uy')).toEqual(['ủy', 'uy'])
    expect(readings('xa')).toEqual(['xa', 'xã'])
  })

  it('takes a key, not a word', () => {
    expect(vocabulary.groupOfKey('bàn')).toBe(0)
  })

  it('holds the symbols in group 0', () => {
    expect([...vocabulary.groupOf.subarray(0, FIRST_WORD_ID)]).toEqual([0, 0, 0, 0, 0])
    expect([...vocabulary.groupStart.subarray(0, 2)]).toEqual([0, FIRST_WORD_ID])
  })

  it('is only symbols when it has no words', () => {
    const empty = new Vocabulary(TINY_WORDS.slice(0, FIRST_WORD_ID))
    expect([...empty.groupStart]).toEqual([0, FIRST_WORD_ID])
    expect(empty.idOf('ban')).toBe(UNKNOWN_ID)
  })

  it('cuts the ids into groups of equal keys, whatever the words', () => {
    const word = fc.array(fc.constantFrom(...'aàáảbdđeêếiouưỷ'), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(
        fc.uniqueArray(
          word.map((letters) => letters.join('')),
          { maxLength: 40 },
        ),
        (words) => {
          const sorted = [...words].sort((a, b) =>
            fold(a) === fold(b) ? (a < b ? -1 : 1) : fold(a) < fold(b) ? -1 : 1,
          )
          const any = new Vocabulary([...TINY_WORDS.slice(0, FIRST_WORD_ID), ...sorted])
          const groups = new Map<string, string[]>()
          for (const reading of sorted)
            groups.set(fold(reading), [...(groups.get(fold(reading)) ?? []), reading])
          expect(any.groupStart).toHaveLength(groups.size + 2)
          for (const [key, readings] of groups) {
            const group = any.groupOfKey(key)
            expect(any.words.slice(any.groupStart[group], any.groupStart[group + 1])).toEqual(readings)
            for (const reading of readings) expect(any.groupOf[any.idOf(reading)]).toBe(group)
          }
        },
      ),
    )
  })
})
