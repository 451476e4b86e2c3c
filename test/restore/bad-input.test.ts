// What no document should be, through the library. None of it may throw, hang, or lose a line.

import { describe, expect, it } from 'vitest'
import { repair } from '../../src/restore/repair.ts'
import { restore } from '../../src/restore/restore.ts'
import { FOREIGN, fixture, model, PLANS } from './shipped.ts'

const ROUTES: readonly (readonly [name: string, convert: (text: string) => string])[] = [
  ['restore', (text) => restore(text, { model }).text],
  ['repair', (text) => repair(text, { model }).text],
  ['repair as eng', (text) => repair(text, { model, source: 'eng' }).text],
  ['repair as vie', (text) => repair(text, { model, source: 'vie' }).text],
]

/** Bytes of a small congruential generator: the same rubbish on every run. */
function rubbish(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let state = 12345
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    bytes[i] = state >>> 16
  }
  return bytes
}

describe.each(ROUTES)('%s', (route, convert) => {
  it('gives nothing for nothing', () => {
    expect(convert('')).toBe('')
    for (const blank of ['\n', ' \t\r\n\f\u2028', '\ufeff', '\u00a0\u200b'])
      expect(convert(blank)).toBe(blank)
  })

  it('goes through binary rubbish', () => {
    const text = String.fromCharCode(...rubbish(20_000))
    expect(convert(text).split('\n')).toHaveLength(text.split('\n').length)
  })

  it('goes through code units that are no text', () => {
    const units = new Uint16Array(rubbish(20_000).buffer)
    const text = String.fromCharCode(...units)
    expect(convert(text).split(/[\n\r\f\u2028\u2029]/)).toHaveLength(
      text.split(/[\n\r\f\u2028\u2029]/).length,
    )
  })

  it('goes through invalid UTF-8 that became replacement characters', () => {
    const words = new TextEncoder().encode('Uy ban nhan dan tinh Lao Cai\n')
    const bytes = Uint8Array.of(0xff, 0xfe, ...words, 0xc4, ...words, 0xe1, 0xba, 0x20, ...words, 0x80)
    const text = new TextDecoder().decode(bytes)
    expect(text).toContain('\ufffd')
    const converted = convert(text)
    expect(converted.match(/ ban nhân dân tỉnh Lào Cai\n/g)).toHaveLength(3)
    // A misread page may have a character beside a word that is part of the word; other texts keep theirs.
    if (!route.startsWith('repair as')) expect(converted.match(/\ufffd/g)).toEqual(text.match(/\ufffd/g))
  })

  it('keeps 100,000 lines apart', () => {
    const text = 'ke hoach\n\n1.250.000\n\n- a)\n'.repeat(20_000)
    const lines = convert(text).split('\n')
    expect(lines).toHaveLength(100_001)
    expect(lines.map((line) => line === '')).toEqual(text.split('\n').map((line) => line === ''))
  })

  it.each([
    ['letters', 'a'],
    ['consonants', 'ng'],
    ['marks', '\u0301'],
    ['letters under marks', 'e\u0302\u0301'],
    ['dots', '.'],
    ['brackets', ')('],
    ['commas', ','],
    ['dashes', '-'],
    ['figures', '1'],
    ['figures and dots', '1.'],
    ['letters and figures', 'a1'],
    ['capitals and slashes', 'QD/'],
    ['capitals and dashes', 'AB-'],
    ['letters and dots', 'a.'],
    ['letters and at signs', 'a@'],
    ['ampersands', '&'],
    ['capitals in brackets', '(AB) '],
    ['line breaks', '\n'],
    ['spaces and line breaks', ' \r\n'],
    ['lone surrogates', '\ud800'],
    ['zero-width characters', '\u200b'],
  ])('goes through 50,000 %s once', (_, piece) => {
    const text = piece.repeat(Math.floor(50_000 / piece.length))
    for (const whole of [text, `x${text}1x`]) {
      expect(convert(whole).split('\n')).toHaveLength(whole.split('\n').length)
    }
  })

  if (!route.startsWith('repair as')) {
    it.each(FOREIGN)('leaves %s alone', (_, text) => {
      expect(convert(text)).toBe(text)
    })
  }

  if (route !== 'repair as eng') {
    it.each(PLANS)('leaves %s, which is right, alone', (plan) => {
      expect(convert(fixture(plan))).toBe(fixture(plan))
    })
  }
})

describe('one line of 5 MB', () => {
  const SIZE = 5_000_000
  const LEADER = ` ${'.'.repeat(400)} 1.250.000 ; `
  const lineOf = (piece: string): string => piece.repeat(SIZE / piece.length)

  it('is restored', () => {
    const bare = `Uy ban nhan dan tinh Lao Cai${LEADER}`
    expect(restore(lineOf(bare), { model }).text).toBe(lineOf(`Ủy ban nhân dân tỉnh Lào Cai${LEADER}`))
  })

  it('is repaired', () => {
    const line = lineOf(`Uy ban nhan dan tinh${LEADER}`)
    const { edits, text } = repair(line, { model, source: 'eng' })
    expect(text).toHaveLength(line.length)
    expect(edits.length).toBeGreaterThan(SIZE / 450)
  })

  it('is left alone where it is right', () => {
    const line = lineOf(`Danh sách kèm theo:${LEADER}`)
    expect(repair(line, { model }).text === line).toBe(true)
  })
})
