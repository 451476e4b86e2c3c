import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VanbanError } from '../../src/errors.ts'
import { type DictionaryEntry, ENTRY_KINDS } from '../../src/restore/dictionary.ts'
import { mergeDictionaries, readDictionary } from '../../src/restore/read-dictionary.ts'
import { canonical } from '../../src/syllable/tone.ts'
import { normalise } from '../../src/unicode/normalise.ts'
import { TokenKind, tokenise } from '../../src/unicode/tokenise.ts'

const entriesOf = (text: string): DictionaryEntry[] => [...readDictionary(text).entries()]

function problemOf(text: string, file?: string): VanbanError {
  try {
    readDictionary(text, file === undefined ? {} : { file })
  } catch (error) {
    if (error instanceof VanbanError) return error
    throw error
  }
  throw new Error('expected the dictionary to be refused')
}

describe('readDictionary', () => {
  test('reads phrase, kind, weight and note', () => {
    expect(entriesOf('Sở Nội vụ\tagency\t2\tsở\ttừ 2025')).toEqual([
      { phrase: 'Sở Nội vụ', syllables: ['sở', 'nội', 'vụ'], kind: 'agency', weight: 2, note: 'sở\ttừ 2025' },
    ])
  })

  test('a phrase alone is running text of weight 1', () => {
    expect(entriesOf('đổi mới sáng tạo')[0]).toMatchObject({ kind: 'phrase', weight: 1, note: '' })
  })

  test('an empty column means the default, which "#!" sets for the lines below', () => {
    const text = 'một\n#! kind=place weight=0.5\nHai Ba\nBốn\tname\nNăm\t\t3\n#!weight=2\nSáu\t\t\tghi chú'
    expect(entriesOf(text).map(({ kind, weight, note }) => [kind, weight, note])).toEqual([
      ['phrase', 1, ''],
      ['place', 0.5, ''],
      ['name', 0.5, ''],
      ['place', 3, ''],
      ['place', 2, 'ghi chú'],
    ])
  })

  test('skips comments and blank lines, accepts a byte order mark, CRLF and spaces round columns', () => {
    const entries = entriesOf('\ufeff# đầu\r\n\r\n  Hà Nội \t place \t 3 \r\n\t\r\n   \n#cuối')
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({ phrase: 'Hà Nội', kind: 'place', weight: 3, note: '' })
  })

  test('an empty text is an empty dictionary', () => {
    expect(readDictionary('').size).toBe(0)
    expect(readDictionary('\n\r\n# x').size).toBe(0)
  })

  test.each([
    ['Lao động - Thương binh và Xã hội', ['lao', 'động', 'thương', 'binh', 'và', 'xã', 'hội']],
    ['phòng, chống', ['phòng', 'chống']],
    ['Thanh Hoá', ['thanh', 'hóa']],
    ['Ho\u0323\u0302i đo\u0302\u0300ng', ['hội', 'đồng']],
    ["M'Drắk", ['m', 'drắk']],
    ['A Lưới 1', ['a', 'lưới', '1']],
    ['Covid19', ['covid', '19']],
    ['“Bình dân học vụ số”', ['bình', 'dân', 'học', 'vụ', 'số']],
    ['Ωμέγα – Đông', ['ωμέγα', 'đông']],
    ['GD&ĐT', ['gd', 'đt']],
  ])('cuts %s into words and numbers', (phrase, syllables) => {
    expect(entriesOf(phrase)[0]?.syllables).toEqual(syllables)
  })

  test('cuts any phrase as the tokeniser does', () => {
    const units = fc.constantFrom(...'aăâbcdđeêghốờỷ ỳươĐẮ-–,.()/&\'"’“0123µªº×÷ß\u0301Ωж中')
    fc.assert(
      fc.property(fc.string({ unit: units, minLength: 1, maxLength: 40 }), (raw) => {
        const phrase = normalise(raw).trim()
        const { count, kind, start } = tokenise(phrase)
        const words: string[] = []
        for (let i = 0; i < count; i++) {
          if (kind[i] === TokenKind.WORD || kind[i] === TokenKind.NUMBER) {
            words.push(canonical(phrase.slice(start[i], start[i + 1])))
          }
        }
        fc.pre(words.length > 0 && words.length <= 32)
        expect(entriesOf(phrase)[0]?.syllables).toEqual(words)
      }),
    )
  })

  test('an abbreviation is not cut into words, and must hold a letter', () => {
    expect(entriesOf('GD&ĐT\tabbreviation')[0]).toMatchObject({ phrase: 'GD&ĐT', syllables: [] })
    expect(problemOf('&\tabbreviation').message).toBe(
      'dictionary line 1 has no letter or digit in its phrase "&".',
    )
    expect(problemOf('G\0D\tabbreviation').message).toMatch(/no text/)
  })

  test('never throws anything but DICTIONARY_SYNTAX', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'aĐ\t\n\r#!= kindweight0.5-\0\ufffd\ufeff'),
      maxLength: 60,
    })
    fc.assert(
      fc.property(text, (input) => {
        try {
          readDictionary(input)
        } catch (error) {
          expect((error as VanbanError).code).toBe('DICTIONARY_SYNTAX')
        }
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    [
      'a\nb\tcity',
      'my.tsv line 2 has the unknown kind "city": use one of abbreviation, agency, document, formula, name, phrase, place, position, protected.',
    ],
    [
      'a\tplace\theavy',
      'my.tsv line 1 has the weight "heavy": write a number from 0 to 10, such as 2 or 0.5.',
    ],
    ['a\tplace\t11', 'my.tsv line 1 has the weight "11": write a number from 0 to 10, such as 2 or 0.5.'],
    ['a\tplace\t-1', 'my.tsv line 1 has the weight "-1": write a number from 0 to 10, such as 2 or 0.5.'],
    ['a\tplace\t1e1', 'my.tsv line 1 has the weight "1e1": write a number from 0 to 10, such as 2 or 0.5.'],
    ['# x\n\tplace', 'my.tsv line 2 has no phrase before its first tab: write phrase<TAB>kind<TAB>weight.'],
    ['--', 'my.tsv line 1 has no letter or digit in its phrase "--".'],
    ['#! colour=red', 'my.tsv line 1 has the unknown setting "colour=red": "#!" takes kind=… and weight=….'],
    ['PK\u0003\u0004', 'my.tsv line 1 holds characters that are no text: save the dictionary as UTF-8.'],
    ['S\ufffd N\ufffdi', 'my.tsv line 1 holds characters that are no text: save the dictionary as UTF-8.'],
  ])('refuses %j with its line and the way out', (text, message) => {
    const problem = problemOf(text, 'my.tsv')
    expect(problem.message).toBe(message)
    expect(problem.code).toBe('DICTIONARY_SYNTAX')
    expect(problem.file).toBe('my.tsv')
    expect(problem.line).toBe(Number(/line (\d+)/.exec(message)?.[1]))
  })

  test('refuses a line or a phrase that is too long', () => {
    expect(problemOf('x'.repeat(1001)).message).toBe(
      'dictionary line 1 is longer than 1000 characters: is this a dictionary, one phrase a line?',
    )
    expect(problemOf('a '.repeat(33)).message).toBe(
      'dictionary line 1 has a phrase of 33 words: the longest allowed is 32.',
    )
  })

  test('names the place without a file too', () => {
    expect(problemOf('--').message).toMatch(/^dictionary line 1 /)
  })

  test('takes the longest line and phrase that are allowed', () => {
    expect(entriesOf('x'.repeat(1000))).toHaveLength(1)
    expect(entriesOf('a '.repeat(32))[0]?.syllables).toHaveLength(32)
  })

  test('reads as many words as a large dictionary has', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `từ${i.toString(36)} ghép thứ ${i}`)
    const dictionary = readDictionary(lines.join('\n'))
    expect(dictionary.size).toBe(20_000)
    expect(dictionary.entry(19_999).syllables.at(-1)).toBe('19999')
    expect(dictionary.entry(7).phrase).toBe(lines[7])
  })

  test('refuses the entry after the millionth', () => {
    expect(problemOf('a\n'.repeat(1_000_001)).message).toBe(
      'dictionary line 1000001 is one entry too many: split the dictionary, the limit is 1000000.',
    )
  })
})

describe('Dictionary', () => {
  test('gives the entries of one kind', () => {
    const dictionary = readDictionary('a\tplace\nb\nc\tplace')
    expect([...dictionary.entries('place')].map((entry) => entry.phrase)).toEqual(['a', 'c'])
    expect([...dictionary.entries()]).toHaveLength(3)
  })
})

describe('mergeDictionaries', () => {
  test('a later entry replaces an earlier one with the same words and kind, in its place', () => {
    const merged = mergeDictionaries(
      readDictionary('Nam Sách\tplace\t1\nchuyển đổi số'),
      readDictionary('nam sách\tplace\t4\nNam Sách\tphrase'),
    )
    expect([...merged.entries()].map(({ kind, phrase, weight }) => [phrase, kind, weight])).toEqual([
      ['nam sách', 'place', 4],
      ['chuyển đổi số', 'phrase', 1],
      ['Nam Sách', 'phrase', 1],
    ])
  })

  test('keeps abbreviations that differ in capitals, signs or meaning, and their notes', () => {
    const text = 'KH&CN\tabbreviation\t1\ta\nKH-CN\tabbreviation\t1\tb\nKH&CN\tabbreviation\t1\tc\td'
    const merged = mergeDictionaries(readDictionary(text), readDictionary(text))
    expect([...merged.entries()]).toEqual(entriesOf(text))
  })

  test('of nothing is empty', () => {
    expect(mergeDictionaries().size).toBe(0)
  })
})

describe('the shipped lists', () => {
  const folder = new URL('../../dictionaries/', import.meta.url)
  const files = readdirSync(folder).filter(
    (file) => /\.(tsv|txt)$/.test(file) && !file.startsWith('channel-'),
  )
  const lists = files.map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }))
  const readme = readFileSync(new URL('README.md', folder), 'utf8')

  test.each(lists)(
    '$file is NFC, in code point order, without duplicates, and says its columns',
    ({ file, text }) => {
      expect(text).toBe(text.normalize('NFC'))
      expect(text.endsWith('\n') && !text.includes('\r')).toBe(true)
      const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
      expect(lines).toEqual([...lines].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
      const phrases = lines.map((line) => line.split('\t')[0])
      expect(new Set(phrases).size).toBe(phrases.length)
      if (file !== 'formulas.txt') expect(text.slice(0, 400)).toContain('Columns:')
    },
  )

  test.each(lists)('$file is read to its last line, and the README counts its entries', ({ file, text }) => {
    const dictionary = readDictionary(text, { file })
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    expect(dictionary.size).toBe(lines.length)
    expect(readme).toContain(`| \`${file}\` | ${lines.length} |`)
  })

  test('spell every word in traditional tone placement', () => {
    for (const { text } of lists) {
      for (const entry of readDictionary(text).entries()) {
        if (entry.kind === 'abbreviation') continue
        const words = tokenise(entry.phrase)
        const printed: string[] = []
        for (let i = 0; i < words.count; i++) {
          if (words.kind[i] === TokenKind.WORD || words.kind[i] === TokenKind.NUMBER) {
            printed.push(entry.phrase.slice(words.start[i], words.start[i + 1]).toLowerCase())
          }
        }
        expect(printed).toEqual(entry.syllables)
      }
    }
  })

  test('stay within 600 KB', () => {
    expect(lists.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)).toBeLessThan(600_000)
  })

  test('use every kind but those meant for users', () => {
    const kinds = new Set(
      lists.flatMap(({ text }) => [...readDictionary(text).entries()].map(({ kind }) => kind)),
    )
    expect(ENTRY_KINDS.filter((kind) => !kinds.has(kind))).toEqual(['phrase', 'protected'])
  })
})
