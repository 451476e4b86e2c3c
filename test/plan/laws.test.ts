// Laws of parsing, on random and mutated documents: no text throws, every character lies in one place, nothing is lost.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePlan } from '../../src/plan/parse.ts'
import { placesOf } from '../../src/plan/places.ts'
import type { Plan, Section, Span } from '../../src/plan/schema.ts'

const FIXTURES = [
  'ha-noi/plan.txt',
  'le-thanh-nghi/plan.txt',
  'nam-sach/repaired.txt',
  'nam-sach/ocr.txt',
].map((file) => readFileSync(new URL(`../../fixtures/${file}`, import.meta.url), 'utf8'))

const DOCUMENTS = 10_000

/** Marks, openers and broken characters: what parsers stumble over. */
const PIECES = [
  ...[
    '\n',
    '\n\n',
    '\f',
    '\r\n',
    '   ',
    '\t',
    '|',
    '**',
    '(',
    '“',
    '”',
    '\u0301',
    '\u200b',
    '\ud800',
    '\0',
    './.',
    '/.',
  ],
  ...[
    '- ',
    '+ ',
    '* ',
    '1. ',
    '11. ',
    '1.1. ',
    'I. ',
    'IV. ',
    'a) ',
    'đ) ',
    'i) ',
    'A. ',
    '(1) ',
    'Điều 1. ',
    'Chương II',
  ],
  ...[
    'Nơi nhận:',
    'KT. CHỦ TỊCH',
    'PHÓ CHỦ TỊCH',
    'PHỤ LỤC I',
    'Kính gửi: ',
    'KẾ HOẠCH',
    'QUYẾT ĐỊNH:',
    'Lưu: VT',
  ],
  ...[
    'Số: ',
    '/KH-UBND',
    'ngày ',
    ' tháng ',
    'V/v ',
    'Căn cứ ',
    'Trên đây là ',
    'Nguyễn Văn A',
    'CỘNG HÒA XÃ HỘI',
  ],
]

/** A small generator of numbers, so that ten thousand documents are the same ones each time. */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * below)
  }
}

/** A stretch of a fixture, or of two, with pieces put in, cut out and letters changed. */
function mutated(next: (below: number) => number): string {
  const cut = (longest: number): string => {
    const text = FIXTURES[next(FIXTURES.length)]!
    const from = next(text.length)
    return text.slice(from, from + next(longest))
  }
  let text = cut(600) + (next(3) === 0 ? cut(300) : '')
  for (let changes = next(14); changes > 0; changes--) {
    const at = next(text.length + 1)
    const kind = next(3)
    if (kind === 0) text = text.slice(0, at) + PIECES[next(PIECES.length)]! + text.slice(at)
    else if (kind === 1) text = text.slice(0, at) + text.slice(at + next(24))
    else text = text.slice(0, at) + String.fromCharCode(next(0x2100)) + text.slice(at + 1)
  }
  return text
}

const flat = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...flat(section.children)])

/** Base letters alone: where stars part a letter from its mark, composing them differs. */
const letters = (text: string): string => text.normalize('NFD').replace(/[^\p{L}]+/gu, '')

/** What breaks a law; '' when none is broken. */
function fault(text: string, plan: Plan): string {
  let at = 0
  for (const { path, span } of placesOf(plan)) {
    if (span[0] !== at || span[1] <= span[0]) return `a gap or an overlap at ${at}: ${path}`
    at = span[1]
  }
  if (at !== text.length) return `the places end at ${at}`
  const sections = [...plan.sections, ...plan.appendices.flatMap((appendix) => appendix.sections)]
  const all = flat(sections)
  if (new Set(all.map(({ id }) => id)).size !== all.length) return 'an id twice'
  for (const section of all) {
    for (const child of section.children)
      if (!within(child.span, section.span)) return `${child.id} outside its parent`
  }
  const spans: readonly Span[] = [
    ...all.map(({ span }) => span),
    ...plan.bases.map(({ span }) => span),
    ...plan.recipients.map(({ span }) => span),
    ...plan.signatories.map(({ span }) => span),
    ...plan.appendices.map(({ span }) => span),
  ]
  if (spans.some((span) => !within(span, [0, text.length]))) return 'a span outside the text'
  return lost(text, plan, all)
}

const within = (inner: Span, outer: Span): boolean =>
  inner[0] <= inner[1] && inner[0] >= outer[0] && inner[1] <= outer[1]

/** The letters of what lies in a section are those of its number, title and text. */
function lost(text: string, plan: Plan, sections: readonly Section[]): string {
  const parts = new Map<string, string>()
  for (const { path, span } of placesOf(plan)) {
    if (path.startsWith('section:')) parts.set(path, (parts.get(path) ?? '') + text.slice(span[0], span[1]))
  }
  for (const section of sections) {
    const source = letters(parts.get(`section:${section.id}`) ?? '')
    const said = letters(`${section.title ?? ''}${section.text ?? ''}`)
    if (!source.endsWith(said)) return `${section.id} says what its place does not`
    // Before the title there is only the number: `Phụ lục`, `Điều`, `Tiểu mục`, numerals.
    if (source.length - said.length > 16) return `${section.id} loses ${source.length - said.length} letters`
  }
  return ''
}

describe('parsing', () => {
  it(`holds its laws on ${DOCUMENTS} mutated documents`, () => {
    const next = generator(20_260_401)
    for (let i = 0; i < DOCUMENTS; i++) {
      const text = mutated(next)
      const found = fault(text, parsePlan(text))
      if (found !== '') expect.fail(`document ${i}: ${found}\n${JSON.stringify(text)}`)
    }
  }, 120_000)

  it('holds its laws on any string', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' }))), (parts) => {
        const text = parts.join('')
        expect(fault(text, parsePlan(text))).toBe('')
      }),
      { numRuns: 500, seed: 7 },
    )
  }, 60_000)

  it('holds its laws on the fixtures', () => {
    for (const text of FIXTURES) expect(fault(text, parsePlan(text))).toBe('')
  })

  it('gives the same plan for the same text', () => {
    for (const text of FIXTURES) expect(parsePlan(text)).toEqual(parsePlan(text))
  })

  it('takes hostile sizes', () => {
    for (const piece of [
      'a',
      ' ',
      '\n',
      '(',
      '“',
      '- ',
      '1. ',
      '- a\n',
      '1. a\n',
      'a) b\n',
      'Điều 1. a\n',
      '. A',
      ';  - ',
      'KT. CHỦ TỊCH ',
      'ngày ',
      '1.',
    ]) {
      const text = piece.repeat(Math.ceil(60_000 / piece.length))
      const foot = `KẾ HOẠCH\nA\nNơi nhận:\n${text}`
      expect(fault(text, parsePlan(text))).toBe('')
      expect(fault(foot, parsePlan(foot))).toBe('')
    }
  }, 60_000)
})
