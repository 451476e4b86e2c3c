import { describe, expect, test } from 'vitest'
import {
  allSyllables,
  EXCEPTIONS,
  isLegalPair,
  ONSETS,
  RIMES,
  tonesOf,
} from '../../src/syllable/inventory.ts'
import { joinSyllable } from '../../src/syllable/split.ts'

describe('the lists', () => {
  test('hold 28 onsets (none included) and 165 rimes, each once', () => {
    expect(new Set(ONSETS).size).toBe(ONSETS.length)
    expect(new Set(RIMES).size).toBe(RIMES.length)
    expect(ONSETS).toHaveLength(28)
    expect(RIMES).toHaveLength(165)
  })

  test('are NFC, lower case, and rimes bear no tone', () => {
    for (const text of [...ONSETS, ...RIMES]) expect(text).toBe(text.normalize('NFC').toLowerCase())
    for (const rime of RIMES) expect(rime.normalize('NFD')).not.toMatch(/[\u0300\u0301\u0303\u0309\u0323]/)
  })

  test('every rime and every onset is used', () => {
    for (const rime of RIMES) expect(ONSETS.some((onset) => isLegalPair(onset, rime))).toBe(true)
    for (const onset of ONSETS) expect(RIMES.some((rime) => isLegalPair(onset, rime))).toBe(true)
  })
})

describe('tones', () => {
  test.each(['ac', 'iêp', 'uyt', 'ich', 'ăk'])('%s, a stop, bears only sắc and nặng', (rime) => {
    expect(tonesOf(rime)).toEqual([4, 5])
  })

  test.each(['a', 'ương', 'anh', 'iêm', 'uyên'])('%s bears all six', (rime) => {
    expect(tonesOf(rime)).toEqual([0, 1, 2, 3, 4, 5])
  })
})

describe('who may stand beside whom', () => {
  test.each([
    ['k', 'iên', true],
    ['k', 'a', false],
    ['c', 'a', true],
    ['c', 'e', false],
    ['c', 'oa', false],
    ['c', 'uôc', true],
    ['g', 'i', false],
    ['gh', 'ê', true],
    ['gh', 'a', false],
    ['ng', 'ê', false],
    ['ngh', 'iêp', true],
    ['ngh', 'a', false],
    ['qu', 'ôc', true],
    ['qu', 'y', true],
    ['qu', 'uyên', false],
    ['qu', 'oa', false],
    ['gi', 'iêng', true],
    ['gi', 'êng', false],
    ['gi', 'ia', false],
    ['gi', 'a', true],
    ['', 'iên', false],
    ['', 'yên', true],
    ['t', 'yên', false],
    ['h', 'uyên', true],
    ['h', 'ynh', false],
    ['h', 'uynh', true],
    ['m', 'y', true],
    ['c', 'y', false],
    ['g', 'y', false],
  ])('%s + %s: %s', (onset, rime, legal) => {
    expect(isLegalPair(onset, rime)).toBe(legal)
  })
})

describe('all syllables', () => {
  const syllables = [...allSyllables()]

  test('are 17 069, and differ in spelling', () => {
    const spellings = new Set(syllables.map((syllable) => joinSyllable(syllable)))
    expect(syllables).toHaveLength(17_069)
    expect(spellings.size).toBe(17_069)
  })

  test('differ in modern spelling too', () => {
    const spellings = new Set(syllables.map((syllable) => joinSyllable(syllable, 'modern')))
    expect(spellings.size).toBe(17_069)
  })

  test('are at most seven letters long', () => {
    expect(Math.max(...syllables.map((syllable) => joinSyllable(syllable).length))).toBe(7)
  })

  test('the exceptions are none that the rules already give', () => {
    for (const { onset, rime, tone } of EXCEPTIONS) {
      const given = RIMES.includes(rime) && isLegalPair(onset, rime) && tonesOf(rime).includes(tone)
      expect(given).toBe(false)
    }
  })
})
