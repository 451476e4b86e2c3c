import { describe, expect, it } from 'vitest'
import { applyDecisions, type Decisions, decidedPlaces, readDecisions } from '../../src/report/decisions.ts'
import { userDictionary } from '../../src/report/user-dictionary.ts'

const DECISIONS: Decisions = {
  vanban: 'decisions',
  version: 1,
  file: 'plan.txt',
  sha256: '00',
  pages: [
    {
      number: 1,
      original: 'xa Nam Sach, ong Binh',
      edits: [
        [0, 2, 'xã'],
        [7, 11, 'Sách'],
      ],
    },
    { number: 2, original: 'BQL du an', edits: [[0, 3, 'BQl']] },
  ],
  decisions: [
    { page: 0, span: [13, 16], text: 'ông', review: 'word' },
    { page: 0, span: [17, 21], text: 'Bình', review: 'name' },
    { page: 1, span: [0, 3], text: 'BQL', review: null },
  ],
}

const read = (value: unknown) => readDecisions(JSON.stringify(value), 'd.json')

describe('applyDecisions', () => {
  it('takes what was decided, and what was repaired where nothing was', () => {
    expect(applyDecisions(read(DECISIONS))).toBe('xã Nam Sách, ông Bình\fBQL du an')
  })

  it('lets a decision replace every edit it overlaps', () => {
    const decisions = [{ page: 0, span: [0, 9] as [number, number], text: 'X', review: null }]
    expect(applyDecisions({ ...DECISIONS, decisions })).toBe('Xch, ong Binh\fBQl du an')
  })
})

describe('readDecisions', () => {
  it.each([
    ['{', 'it is not valid JSON'],
    ['\n<!doctype html>', 'it is a web page, such as the report itself'],
    ['[]', 'it should hold an object'],
    ['{}', 'the field "vanban" is missing'],
    [
      JSON.stringify({ ...DECISIONS, vanban: 'journal' }),
      'the field "vanban" is "journal", it should be "decisions"',
    ],
    [JSON.stringify({ ...DECISIONS, version: 2 }), 'the field "version" is 2, it should be 1'],
    [JSON.stringify({ ...DECISIONS, more: 1 }), 'the field "more" is unknown'],
    [JSON.stringify({ ...DECISIONS, sha256: 7 }), 'the field "sha256" is 7, it should be a text'],
    [
      JSON.stringify({ ...DECISIONS, pages: [{ number: 0, original: '', edits: [] }] }),
      'the field "pages[0].number" is 0, it should be more than 0',
    ],
    [
      JSON.stringify({ ...DECISIONS, pages: [{ number: 1, original: 'ab', edits: [[0, 1.5, 'c']] }] }),
      'the field "pages[0].edits[0][1]" is 1.5, it should be a whole number',
    ],
    [
      JSON.stringify({ ...DECISIONS, decisions: [{ page: 0, span: [1], text: '', review: null }] }),
      'the field "decisions[0].span" is [1], it should be a longer list',
    ],
    [
      JSON.stringify({ ...DECISIONS, decisions: [{ page: 0, span: [0, 1], text: '', review: 'x' }] }),
      'the field "decisions[0].review" is "x", it should be "name", "number", "word"',
    ],
    [
      JSON.stringify({ ...DECISIONS, decisions: [{ page: 0, span: [5, 99], text: '', review: null }] }),
      'the decisions on page 1',
    ],
    [
      JSON.stringify({ ...DECISIONS, decisions: [{ page: 7, span: [0, 1], text: '', review: null }] }),
      'pages that are not there',
    ],
    [
      JSON.stringify({
        ...DECISIONS,
        pages: [
          {
            number: 1,
            original: 'abc',
            edits: [
              [1, 3, 'x'],
              [0, 2, 'y'],
            ],
          },
        ],
      }),
      'the edits of page 1 do not fit its text',
    ],
  ])('refuses %s', (json, problem) => {
    expect(() => readDecisions(json, 'd.json')).toThrow(
      expect.objectContaining({ code: 'DECISIONS_SYNTAX', message: expect.stringContaining(problem) }),
    )
  })
})

describe('userDictionary', () => {
  it('remembers names, words that were right, and corrections, sorted', () => {
    expect(userDictionary(decidedPlaces(DECISIONS))).toBe('BQL\tprotected\nBình\tname\nông\tphrase\n')
  })

  it('does not remember what is no word, long passages, or what a dictionary cannot hold', () => {
    const place = { original: 'a', repaired: 'b', review: null }
    const texts = ['', ' ', '12/2024', 'a b c d e f g h', 'x\ty', '# x', 'dòng\nhai']
    expect(userDictionary(texts.map((text) => ({ ...place, text })))).toBe('')
  })
})
