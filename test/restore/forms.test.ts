import { describe, expect, it } from 'vitest'
import { FormFlag, FormTable } from '../../src/restore/forms.ts'
import { WordReader } from '../../src/restore/readings.ts'
import { TINY_WORDS, tinyModel } from '../lm/tiny.ts'

const table = (): FormTable => new FormTable(tinyModel, new WordReader(tinyModel))
const find = (forms: FormTable, word: string): number => forms.find(word, 0, word.length)

describe('FormTable', () => {
  it('gives a printed word one number, wherever it stands', () => {
    const forms = table()
    const form = find(forms, 'Ban')
    expect(forms.find('xa Ban dan', 3, 6)).toBe(form)
    expect(find(forms, 'ban')).not.toBe(form)
    expect(find(forms, 'Bàn')).not.toBe(form)
  })

  it('knows what a form may be', () => {
    const forms = table()
    const [bare, marked, foreign] = ['ban', 'Xã', 'qwz'].map((word) => find(forms, word)) as [
      number,
      number,
      number,
    ]
    expect(TINY_WORDS[forms.id[bare]!]).toBe('ban')
    expect(forms.flags[bare]).toBe(FormFlag.SYLLABLE)
    expect(forms.flags[marked]! & FormFlag.MARKED).toBe(FormFlag.MARKED)
    expect([forms.group[foreign], forms.id[foreign], forms.flags[foreign]]).toEqual([0, 0, 0])
  })

  it('prints a reading with the capitals of the form', () => {
    const forms = table()
    const word = TINY_WORDS.indexOf('bạn')
    for (const [printed, text] of [
      ['ban', 'bạn'],
      ['Ban', 'Bạn'],
      ['BAN', 'BẠN'],
    ] as const) {
      const reading = forms.reading(find(forms, printed), word, false)
      expect(forms.textOf(reading)).toBe(text)
      expect(forms.reading(find(forms, printed), word, false)).toBe(reading)
    }
  })

  it('holds more words than it has room for at first, and words of any length', () => {
    const forms = table()
    const words = Array.from({ length: 20_000 }, (_, i) => `w${i}`)
    const numbers = words.map((word) => find(forms, word))
    expect(new Set(numbers).size).toBe(words.length)
    expect(words.map((word) => find(forms, word))).toEqual(numbers)
    const long = `b${'\u200d'.repeat(300_000)}an`
    const form = find(forms, long)
    expect(forms.textOf(forms.reading(form, TINY_WORDS.indexOf('bàn'), false))).toBe('bàn')
  })

  it('forgets between texts when it holds very many', () => {
    const forms = table()
    for (let i = 0; i < 70_000; i++) find(forms, `w${i}`)
    forms.tidy()
    expect(find(forms, 'ban')).toBe(0)
  })
})
