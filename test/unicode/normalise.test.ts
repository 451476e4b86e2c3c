import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPlain, normalise } from '../../src/unicode/normalise.ts'
import { anyText, HOSTILE, vietnameseText } from './arbitraries.ts'

describe('combining marks', () => {
  test.each([
    ['decomposed, canonical order', 'Ho\u0323\u0302i nghi\u0323', 'Hội nghị'],
    ['tone before quality', 'e\u0301\u0302', 'ế'],
    ['tone before breve', 'A\u0300\u0306', 'Ằ'],
    ['tone before horn', 'o\u0301\u031b', 'ớ'],
    ['dot below before circumflex', 'e\u0323\u0302', 'ệ'],
    ['precomposed letter and a tone', 'ê\u0301', 'ế'],
    ['toned letter and a quality', 'é\u0302', 'ế'],
    ['Windows-1258 sequence', 'Nha\u0300 nươ\u0301c', 'Nhà nước'],
    ['Vietnamese tone mark variants', 'a\u0340 a\u0341', 'à á'],
    ['a zero-width space between letter and mark', 'e\u200b\u0302\u200b\u0301', 'ế'],
    ['a doubled mark', 'a\u0301\u0301', 'á'],
    ['a mark the letter bears already', 'ế\u0301\u0302', 'ế'],
    ['doubled marks interleaved', 'e\u0301\u0302\u0301', 'ế'],
    ['a mark at the start', '\u0301Số', 'Số'],
    ['marks after white space', 'Hà \u0323\u0302Nội\n\u0301x', 'Hà Nội\nx'],
    ['a mark after a no-break space', 'a\u00a0\u0301b', 'a\u00a0b'],
    ['a mark hidden behind a zero-width space after a space', ' \u200b\u0301a', ' a'],
  ])('%s', (_, given, wanted) => {
    expect(normalise(given)).toBe(wanted)
  })

  test('two different tones on one letter are left for the reader, composed', () => {
    expect(normalise('e\u0301\u0300')).toBe('é\u0300')
  })

  test('does not reorder marks of other languages', () => {
    expect(normalise('a\u030a\u0301')).toBe('ǻ')
    expect(normalise('a\u0308\u0304')).toBe('ǟ')
    expect(normalise('\u0450\u0302a')).toBe('\u0450\u0302a') // Cyrillic
  })

  test('does not drop a mark after punctuation', () => {
    expect(normalise('(\u0301)')).toBe('(\u0301)')
  })
})

describe('look-alikes', () => {
  test.each([
    ['ÐƉ ðɖ', 'ĐĐ đđ'],
    ['nǎm Vǎn NǍM', 'năm Văn NĂM'],
    ['a\u030c\u0301n', 'ắn'],
    ['ﬁle ﬂ ﬀ ﬃ ﬄ ﬅ ﬆ', 'file fl ff ffi ffl st st'],
  ])('%s → %s', (given, wanted) => {
    expect(normalise(given)).toBe(wanted)
  })

  test('every Cyrillic and Greek twin becomes its letter beside Latin letters', () => {
    const twins = 'АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο'
    const latin = 'ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXo'
    expect(twins).toHaveLength(latin.length)
    for (let i = 0; i < twins.length; i++) {
      expect(normalise(`v${twins[i]}v`)).toBe(`v${latin[i]}v`)
      expect(normalise(twins[i]!)).toBe(twins[i])
    }
  })

  test('a twin with a combining tone composes as its Latin letter does', () => {
    expect(normalise('hо\u0300a')).toBe('hòa')
  })

  test('does not touch words of another script', () => {
    expect(normalise('Россия và Χριστός')).toBe('Россия và Χριστός')
  })

  test('does not touch a Latin word with a letter that has no twin', () => {
    expect(normalise('kΩ Δx рубляx')).toBe('kΩ Δx рубляx')
  })

  test('a word with twins does not change its neighbours', () => {
    expect(normalise('сука Cộng hоà сука')).toBe('сука Cộng hoà сука')
  })
})

describe('what is removed and what stays', () => {
  test('invisible characters go, a byte order mark inside the text too', () => {
    expect(normalise('\ufeffCộng\u200b hòa xã\u00ad hội\u2060 ch\ufeffủ\u200d nghĩa\u200e')).toBe(
      'Cộng hòa xã hội chủ nghĩa',
    )
  })

  test('quotes, dashes, no-break spaces, line ends and currency stay as printed', () => {
    const printed = '“Điều 1” – ‘khoản’ — 5\u00a0000 ₫…\r\nSố:\f\u2028• → ½ º'
    expect(normalise(printed)).toBe(printed)
  })

  test('lone surrogates and NUL stay', () => {
    expect(normalise('\ud800e\u0301\udc00\0')).toBe('\ud800é\udc00\0')
  })
})

describe('laws', () => {
  test('plain text comes back as the same value', () => {
    const text = 'Quyết định số 15/2024/QĐ-UBND'
    expect(isPlain(text)).toBe(true)
    expect(normalise(text)).toBe(text)
  })

  test('ASCII of any kind is never touched', () => {
    const ascii = fc.array(fc.integer({ min: 0, max: 127 })).map((codes) => String.fromCharCode(...codes))
    fc.assert(fc.property(ascii, (text) => normalise(text) === text))
  })

  test('is idempotent on any string', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalise(text)
        expect(normalise(once)).toBe(once)
      }),
      { numRuns: 5000 },
    )
  })

  test('its result is in NFC', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalise(text)
        expect(once.normalize('NFC')).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })

  test('what is called plain is what the whole pipeline would leave alone', () => {
    // A stray joiner sends the text through every step; nothing else may change.
    fc.assert(
      fc.property(anyText, (text) => {
        if (isPlain(text)) expect(normalise(`${text}\u200b`)).toBe(text)
      }),
      { numRuns: 3000 },
    )
    for (let code = 0; code < 0x10000; code++) {
      const letter = String.fromCharCode(code)
      if (isPlain(letter)) expect(normalise(`x${letter}\u200b`)).toBe(`x${letter}`)
    }
  })

  test('NFC and NFD input give one result', () => {
    fc.assert(
      fc.property(fc.oneof(vietnameseText, anyText), (text) => {
        expect(normalise(text.normalize('NFD'))).toBe(normalise(text.normalize('NFC')))
      }),
      { numRuns: 2000 },
    )
  })

  test('Vietnamese text survives any order of its marks', () => {
    fc.assert(
      fc.property(vietnameseText, (text) => {
        const backwards = text
          .normalize('NFD')
          .replace(/[\u0300-\u036f]{2,}/g, (marks) => [...marks].reverse().join(''))
        expect(normalise(backwards)).toBe(text)
      }),
      { numRuns: 1000 },
    )
  })

  test.each(HOSTILE)('ends, and is idempotent, on %s', (_, text) => {
    const once = normalise(text)
    expect(normalise(once) === once).toBe(true)
  })
})
