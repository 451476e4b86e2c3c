import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TextBuilder, textOfUnits } from '../../src/unicode/units.ts'

const anyString = fc.string({ unit: 'binary', maxLength: 400 })
const unitsOf = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))

describe('textOfUnits', () => {
  it.each(['', 'a', 'Ủy ban', '\ufeffđầu', '\ud800', 'a\udc00b'.repeat(100), 'đ'.repeat(20_000)])(
    'is the text the units are of',
    (text) => {
      expect(textOfUnits(unitsOf(text), 0, text.length)).toBe(text)
    },
  )

  it('takes the decoder where there are no surrogates', () => {
    const text = '\ufeffỦy ban nhân dân '.repeat(50)
    expect(textOfUnits(unitsOf(text), 0, text.length, false)).toBe(text)
    expect(textOfUnits(unitsOf(text), 5, 700, false)).toBe(text.slice(5, 700))
  })
})

describe('TextBuilder', () => {
  it('puts together what it is given, lone surrogates too', () => {
    const builder = new TextBuilder()
    fc.assert(
      fc.property(fc.array(fc.tuple(anyString, fc.nat(3), fc.boolean())), (parts) => {
        let expected = ''
        for (const [text, times, asUnits] of parts) {
          const whole = text.repeat(times)
          if (asUnits) builder.copy(unitsOf(whole), 0, whole.length)
          else builder.slice(whole, 0, whole.length)
          expected += whole
        }
        expect(builder.finish()).toBe(expected)
      }),
    )
  })

  it('holds texts longer than a block', () => {
    const builder = new TextBuilder()
    const word = 'nghiêng '
    for (let i = 0; i < 20_000; i++) builder.slice(word, 0, word.length)
    builder.slice(word.repeat(10_000), 0, word.length * 10_000)
    builder.copy(unitsOf(word.repeat(1000)), 0, word.length * 1000)
    expect(builder.finish()).toBe(word.repeat(31_000))
    expect(builder.finish()).toBe('')
  })

  it('forgets on demand', () => {
    const builder = new TextBuilder()
    builder.slice('abc', 0, 3)
    builder.clear()
    expect(builder.finish()).toBe('')
  })
})
