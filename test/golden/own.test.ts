// Official prose written for these tests: agencies, dates, money, names, places before and after July 2025, lists.

import { describe, expect, it } from 'vitest'
import { syllableAccuracy } from '../../src/metrics/syllable-accuracy.ts'
import { repair } from '../../src/restore/repair.ts'
import { restore } from '../../src/restore/restore.ts'
import { stripMarks } from '../../src/unicode/strip-marks.ts'
import { fixture, model } from '../restore/shipped.ts'
import { differingLines } from './documents.ts'

/** Share of syllables right; what is reached is beside it. Only ever raised. */
const TEXTS: readonly (readonly [file: string, floor: number])[] = [
  // 0.9934
  ['own/official.txt', 0.991],
  // 0.9951
  ['own/places.txt', 0.99],
]

describe.each(TEXTS)('%s', (file, floor) => {
  const text = fixture(file)

  it(`is restored, ${100 * floor} % of its syllables at least`, () => {
    const restored = restore(stripMarks(text), { model }).text
    const { accuracy } = syllableAccuracy(text, restored)
    expect(accuracy, differingLines(text, restored).join('\n')).toBeGreaterThanOrEqual(floor)
  })

  it('keeps its numbers, codes, addresses and capitals', () => {
    const restored = restore(stripMarks(text), { model }).text
    expect(restored.match(/\S*\d\S*/g)).toEqual(text.match(/\S*\d\S*/g))
    expect(restored.match(/\S+@\S+/g)).toEqual(text.match(/\S+@\S+/g))
    expect(restored.replace(/\p{Lu}/gu, 'X').replace(/\p{Ll}/gu, 'x')).toBe(
      text.replace(/\p{Lu}/gu, 'X').replace(/\p{Ll}/gu, 'x'),
    )
  })

  it('comes back from both commands as it went in', () => {
    expect(differingLines(text, restore(text, { model }).text)).toEqual([])
    expect(differingLines(text, repair(text, { model }).text)).toEqual([])
  })
})
