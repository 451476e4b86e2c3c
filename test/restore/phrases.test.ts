import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Dictionary, DictionaryEntry } from '../../src/restore/dictionary.ts'
import { PhraseIndex } from '../../src/restore/phrases.ts'
import { readDictionary } from '../../src/restore/read-dictionary.ts'
import { IdTrie, NONE } from '../../src/restore/trie.ts'
import { fold } from '../../src/unicode/fold.ts'

type Match = [start: number, length: number, phrase: string, kind: string, weight: number]

function byKeys(index: PhraseIndex, keys: readonly string[]): Match[] {
  const matches: Match[] = []
  index.matchKeys(keys, (start, length, { kind, phrase, weight }) => {
    matches.push([start, length, phrase, kind, weight])
  })
  return matches
}

function byCandidates(index: PhraseIndex, candidates: readonly (readonly string[])[]): Match[] {
  const matches: Match[] = []
  index.matchCandidates(candidates, (start, length, { kind, phrase, weight }) => {
    matches.push([start, length, phrase, kind, weight])
  })
  return matches
}

const LIST = `
Ủy ban nhân dân\tagency\t2
Ủy ban\tagency
nhân dân
phòng, chống tham nhũng
Văn Hóa\tplace
văn hóa
Vân Hòa\tplace
Huế\tplace
QĐ\tabbreviation
`
const index = new PhraseIndex([readDictionary(LIST)])

describe('PhraseIndex.matchKeys', () => {
  test('finds every phrase, shorter ones inside longer ones too', () => {
    expect(byKeys(index, ['uy', 'ban', 'nhan', 'dan', 'xa'])).toEqual([
      [0, 2, 'Ủy ban', 'agency', 1],
      [0, 4, 'Ủy ban nhân dân', 'agency', 2],
      [2, 2, 'nhân dân', 'phrase', 1],
    ])
  })

  test('finds all readings of the same keys', () => {
    expect(byKeys(index, ['van', 'hoa']).map(([, , phrase, kind]) => [phrase, kind])).toEqual([
      ['Văn Hóa', 'place'],
      ['văn hóa', 'phrase'],
      ['Vân Hòa', 'place'],
    ])
  })

  test('does not match punctuation: the caller leaves it out of the keys', () => {
    expect(byKeys(index, ['phong', 'chong', 'tham', 'nhung'])).toHaveLength(1)
  })

  test('an empty or unknown key ends a phrase', () => {
    expect(byKeys(index, ['uy', '', 'ban'])).toEqual([])
    expect(byKeys(index, ['nhan', 'dinh', 'dan'])).toEqual([])
    expect(byKeys(index, ['nhan'])).toEqual([])
    expect(byKeys(index, [])).toEqual([])
  })

  test('leaves single words and abbreviations out, single words unless asked for', () => {
    expect(byKeys(index, ['hue', 'qd'])).toEqual([])
    const all = new PhraseIndex([readDictionary(LIST)], { minLength: 1 })
    expect(byKeys(all, ['hue', 'qd'])).toEqual([[0, 1, 'Huế', 'place', 1]])
  })

  test('of several dictionaries the later entry counts for the same words and kind', () => {
    const user = readDictionary('ủy ban nhân dân\tagency\t9\nỦy ban nhân dân\tformula\t4')
    const both = new PhraseIndex([readDictionary(LIST), user])
    expect(byKeys(both, ['uy', 'ban', 'nhan', 'dan']).filter(([, length]) => length === 4)).toEqual([
      [0, 4, 'ủy ban nhân dân', 'agency', 9],
      [0, 4, 'Ủy ban nhân dân', 'formula', 4],
    ])
  })

  test('matches nothing without dictionaries', () => {
    expect(byKeys(new PhraseIndex([]), ['uy', 'ban'])).toEqual([])
    expect(byCandidates(new PhraseIndex([readDictionary('')]), [['ủy'], ['ban']])).toEqual([])
  })
})

describe('PhraseIndex.matchCandidates', () => {
  test('takes a phrase whose syllables are each among the candidates', () => {
    const candidates = [['úy', 'ủy'], ['bán', 'ban', 'bàn'], ['nhân'], ['dẫn', 'dân']]
    expect(byCandidates(index, candidates).map(([start, length]) => [start, length])).toEqual([
      [0, 2],
      [0, 4],
      [2, 2],
    ])
  })

  test('does not take a syllable that is not a candidate, though its letters are', () => {
    expect(byCandidates(index, [['văn'], ['hòa']])).toEqual([])
    expect(
      byCandidates(index, [
        ['văn', 'vân'],
        ['hòa', 'hóa'],
      ]),
    ).toHaveLength(3)
  })

  test('reports a phrase once however often a candidate is repeated', () => {
    expect(
      byCandidates(index, [
        ['ủy', 'ủy'],
        ['ban', 'ban'],
      ]),
    ).toHaveLength(1)
  })

  test('an empty list of candidates ends a phrase', () => {
    expect(byCandidates(index, [['ủy'], [], ['ban']])).toEqual([])
  })
})

describe('PhraseIndex against the obvious search', () => {
  const syllable = fc.constantFrom('a', 'á', 'à', 'b', 'bé', 'bè', 'đi', 'di', 'dĩ')
  const phrase = fc.array(syllable, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
  const kind = fc.constantFrom('phrase', 'place')
  const dictionary = fc
    .array(fc.tuple(phrase, kind), { maxLength: 30 })
    .map((lines) => readDictionary(lines.map((line) => line.join('\t')).join('\n')))
  const dictionaries = fc.array(dictionary, { maxLength: 3 })

  function wanted(
    lists: readonly Dictionary[],
    count: number,
    fits: (at: number, syllable: string) => boolean,
  ): string[] {
    const found = new Set<string>()
    for (const list of lists) {
      for (const { kind, syllables } of list.entries()) {
        if (syllables.length < 2) continue
        for (let start = 0; start + syllables.length <= count; start++) {
          if (syllables.every((one, i) => fits(start + i, one))) {
            found.add(`${start} ${syllables.join(' ')} ${kind}`)
          }
        }
      }
    }
    return [...found].sort()
  }

  const report = (into: string[]) => (start: number, length: number, entry: DictionaryEntry) => {
    expect(length).toBe(entry.syllables.length)
    into.push(`${start} ${entry.syllables.join(' ')} ${entry.kind}`)
  }

  test('by keys', () => {
    fc.assert(
      fc.property(dictionaries, fc.array(syllable, { maxLength: 12 }), (lists, words) => {
        const keys = words.map(fold)
        const found: string[] = []
        new PhraseIndex(lists).matchKeys(keys, report(found))
        expect(found.sort()).toEqual(wanted(lists, keys.length, (at, one) => fold(one) === keys[at]))
      }),
    )
  })

  test('by candidates', () => {
    const candidates = fc.array(fc.array(syllable, { maxLength: 4 }), { maxLength: 10 })
    fc.assert(
      fc.property(dictionaries, candidates, (lists, rows) => {
        const found: string[] = []
        new PhraseIndex(lists).matchCandidates(rows, report(found))
        expect(found.sort()).toEqual(
          wanted(lists, rows.length, (at, one) => (rows[at] as readonly string[]).includes(one)),
        )
      }),
    )
  })
})

describe('PhraseIndex at size', () => {
  test('a dictionary of 100,000 phrases is matched whole', () => {
    const words = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']
    const phraseOf = (i: number) =>
      [...String(i).padStart(5, '0')].map((digit) => words[Number(digit)]).join(' ')
    const large = new PhraseIndex([
      readDictionary(Array.from({ length: 100_000 }, (_, i) => phraseOf(i)).join('\n')),
    ])
    for (const i of [0, 12_345, 99_999]) {
      const spoken = phraseOf(i).split(' ')
      expect(byKeys(large, spoken.map(fold)).map((match) => match[2])).toEqual([phraseOf(i)])
      expect(
        byCandidates(
          large,
          spoken.map((one) => [one]),
        ).map((match) => match[2]),
      ).toEqual([phraseOf(i)])
    }
  })

  test('the same phrase 50,000 times is one phrase', () => {
    const same = new PhraseIndex([readDictionary('ủy ban nhân dân\n'.repeat(50_000))])
    expect(byKeys(same, ['uy', 'ban', 'nhan', 'dan'])).toHaveLength(1)
  })

  test('a long row of words that all begin phrases is walked no further than the longest phrase', () => {
    const deep = new PhraseIndex([
      readDictionary(Array.from({ length: 20 }, (_, i) => 'a '.repeat(i + 2)).join('\n')),
    ])
    const row = new Array<string>(5000).fill('a')
    let calls = 0
    deep.matchKeys(row, () => calls++)
    expect(calls).toBe(Array.from({ length: 20 }, (_, i) => 5000 - (i + 1)).reduce((a, b) => a + b, 0))
  })

  test('finds the shipped places and agencies in a sentence without marks', () => {
    const lists = ['agencies.tsv', 'places.tsv', 'formulas.txt'].map((file) =>
      readDictionary(readFileSync(new URL(`../../dictionaries/${file}`, import.meta.url), 'utf8')),
    )
    const keys = 'so nong nghiep va moi truong tinh dak lak phoi hop chat che voi'.split(' ')
    const found = byKeys(new PhraseIndex(lists), keys).map((match) => match[2])
    expect(found).toEqual(
      expect.arrayContaining(['Sở Nông nghiệp và Môi trường', 'Đắk Lắk', 'Phối hợp chặt chẽ với']),
    )
  })
})

describe('IdTrie', () => {
  test('agrees with a map of sequences', () => {
    const sequence = fc.array(fc.integer({ min: 0, max: 70 }), { maxLength: 4 })
    fc.assert(
      fc.property(fc.array(sequence, { maxLength: 60 }), (sequences) => {
        const offsets = new Int32Array(sequences.length + 1)
        sequences.forEach((one, i) => {
          offsets[i + 1] = offsets[i]! + one.length
        })
        const trie = new IdTrie(Int32Array.from(sequences.flat()), offsets)
        for (const [i, one] of sequences.entries()) {
          let node = 0
          for (const id of one) node = trie.child(node, id)
          const found: number[] = []
          for (let s = trie.firstSequence[node]!; s !== NONE; s = trie.nextSequence[s]!) found.push(s)
          const same = sequences.flatMap((other, j) =>
            one.length > 0 && other.join() === one.join() ? [j] : [],
          )
          expect(found).toEqual(same)
          expect(trie.dropped[i]).toBe(one.length === 0 ? 1 : 0)
          expect(trie.child(node, 71)).toBe(NONE)
        }
      }),
    )
  })
})
