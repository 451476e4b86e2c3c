import { describe, expect, it } from 'vitest'
import { BOUNDARY_ID, COMMA_ID, UNKNOWN_ID } from '../../src/lm/symbols.ts'
import type { AlternativeReader } from '../../src/restore/alternatives.ts'
import { pauseOf } from '../../src/restore/chunk-facts.ts'
import { type Alternative, PrintedCase } from '../../src/restore/chunk-reading.ts'
import { Model } from '../../src/restore/model.ts'
import { fixture, model, PLANS, SCAN } from './shipped.ts'

const readerOf = (engine: string): AlternativeReader => {
  const profile = model.profiles.find(({ name }) => name === engine)
  if (profile === undefined) throw new Error(`no profile ${engine}`)
  return model.alternativesOf(profile)
}
const eng = readerOf('eng')
const vie = readerOf('vie')

const all = (reader: AlternativeReader, chunk: string): Alternative[] => {
  const { direct, pausing } = reader.of(model.chunks.read(chunk))
  return [...direct, ...pausing]
}
const texts = (reader: AlternativeReader, chunk: string): string[] =>
  all(reader, chunk).map(({ text }) => text)

/** Distinct chunks of the scan. */
const CHUNKS = [...new Set(fixture(SCAN).split(/\s+/))].filter((chunk) => /\p{L}/u.test(chunk))

describe('AlternativeReader', () => {
  it.each([
    ['s6', 'số'],
    ['caa', 'của'],
    ['thyuc', 'thực'],
    ['x&', 'xã'],
    ['1y', 'lý'],
    ['hec', 'học'],
    ['méi', 'mới'],
    ['Qudc', 'Quốc'],
    ['nghi¢p', 'nghiệp'],
    ['t()', 'tổ'],
    ['&', 'ở'],
    ['(hoc)', 'học'],
    ['nude.', 'nước'],
  ])('of a page read with a model for English: %s may be %s', (chunk, printed) => {
    expect(texts(eng, chunk)).toContain(printed)
  })

  it.each([
    ['phó', 'phố'],
    ['đối', 'đổi'],
    ['QUYÉT', 'QUYẾT'],
    ['tô', 'tổ'],
  ])('of a page read with a model for Vietnamese: %s may be %s', (chunk, printed) => {
    expect(texts(vie, chunk)).toContain(printed)
  })

  it.each(['Facebook', 'UBND', 'infographic', 'xã', '(hoặc)', 'qqqqqq', 'a'.repeat(100_000)])(
    'always has the chunk as it stands: %.20s',
    (chunk) => {
      for (const reader of [eng, vie]) {
        const same = all(reader, chunk).filter((alternative) => alternative.same)
        expect(same).toHaveLength(1)
        const { before, after, text } = same[0] as Alternative
        expect(chunk.slice(before, chunk.length - after)).toBe(text)
      }
    },
  )

  it('keeps a tone mark in the other placement as it stands', () => {
    for (const chunk of ['hoà', 'Thuỷ', 'hòa']) {
      expect(all(vie, chunk).filter(({ same }) => same)).toMatchObject([{ text: chunk }])
    }
  })

  it('gives lists that ascend by word, with log scores, and marks that lie inside the chunk', () => {
    for (const chunk of CHUNKS) {
      const { direct, pausing, pause } = eng.read(chunk)
      for (const list of [direct, pausing]) {
        for (const [i, { word, score, before, after }] of list.entries()) {
          if (i > 0) expect(word).toBeGreaterThanOrEqual(list[i - 1]?.word as number)
          expect(score).toBeLessThan(1)
          expect(before + after).toBeLessThanOrEqual(chunk.length)
        }
      }
      expect(pausing.length > 0).toBe(pause !== 0)
      for (const { after } of direct) expect(pauseOf(chunk.slice(chunk.length - after))).toBe(0)
      for (const { after } of pausing) expect(pauseOf(chunk.slice(chunk.length - after))).toBe(pause)
    }
  })

  it('prints every alternative in the case it says', () => {
    for (const { text, printedCase, same } of CHUNKS.flatMap((chunk) => all(eng, chunk))) {
      if (same || printedCase === PrintedCase.NONE) continue
      if (printedCase === PrintedCase.LOWER) expect(text).toBe(text.toLowerCase())
      if (printedCase === PrintedCase.UPPER) expect(text).toBe(text.toUpperCase())
      if (printedCase === PrintedCase.CAPITAL) expect(text.charAt(0)).not.toBe(text.charAt(0).toLowerCase())
    }
  })

  it('does not know a word that is in no vocabulary', () => {
    expect(all(eng, 'zzxqwv')).toMatchObject([{ word: UNKNOWN_ID, text: 'zzxqwv', same: true }])
  })

  it('remembers what it worked out', () => {
    expect(eng.read('thyuc')).toBe(eng.read('thyuc'))
  })
})

describe('pauseOf', () => {
  it.each([
    ['', 0],
    [')', 0],
    ['"', 0],
    [',', COMMA_ID],
    ['),', COMMA_ID],
    ['.', BOUNDARY_ID],
    [';', BOUNDARY_ID],
    ['.”', BOUNDARY_ID],
    ['...', BOUNDARY_ID],
  ])('of %j is item %d', (marks, item) => {
    expect(pauseOf(marks)).toBe(item)
  })
})

describe('candidates of a chunk', () => {
  const LETTERS = 'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầéèếề0156.,;!|'
  // Words of a plan with one character altered, always the same ones.
  const words = fixture(PLANS[0] as string).split(/\s+/)
  const noisy = Array.from({ length: 3000 }, (_, i) => {
    const word = words[(i * 7) % words.length] as string
    const at = (i * 13) % (word.length + 1)
    return word.slice(0, at) + LETTERS.charAt((i * 31) % LETTERS.length) + word.slice(at + (i % 2))
  })
  const found = (name: string, chunks: readonly string[]) => {
    const { channel } = new Model(model.language, { profiles: model.profiles }).alternativesOf(
      model.profiles.find((one) => one.name === name)!,
    )
    return new Map(chunks.map((chunk) => [chunk, channel.candidates(chunk)]))
  }

  it.each(['eng', 'vie'])('do not depend on what was read before: %s', (name) => {
    const forwards = found(name, noisy)
    const backwards = found(name, [...noisy].reverse())
    for (const [chunk, candidates] of forwards) {
      const others = backwards.get(chunk)!
      expect(others.map(({ printed }) => printed).sort()).toEqual(
        candidates.map(({ printed }) => printed).sort(),
      )
    }
  })
})
