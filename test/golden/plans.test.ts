// The client's clean plans with their marks taken off and put back.

import { describe, expect, it } from 'vitest'
import { syllableAccuracy } from '../../src/metrics/syllable-accuracy.ts'
import { repair } from '../../src/restore/repair.ts'
import { restore } from '../../src/restore/restore.ts'
import { stripMarks } from '../../src/unicode/strip-marks.ts'
import { fixture, model, PLANS } from '../restore/shipped.ts'
import { differingLines } from './documents.ts'

/** Share of syllables right; what is reached is beside it. Only ever raised. */
const FLOORS: Readonly<Record<string, number>> = {
  // 0.9884: the plan spells CĐS as CDS throughout, which counts against whoever restores it.
  'le-thanh-nghi/plan.txt': 0.988,
  // 0.9988
  'ha-noi/plan.txt': 0.998,
}
/** Of both together: 0.9958. */
const FLOOR_TOGETHER = 0.995

describe('the clean plans', () => {
  const measured = PLANS.map((plan) => {
    const text = fixture(plan)
    const restored = restore(stripMarks(text), { model }).text
    return { plan, text, restored, ...syllableAccuracy(text, restored) }
  })

  it.each(measured)('$plan is restored', ({ plan, accuracy, text, restored }) => {
    expect(accuracy, differingLines(text.normalize('NFC'), restored).join('\n')).toBeGreaterThanOrEqual(
      FLOORS[plan] as number,
    )
    expect(restored.split('\n')).toHaveLength(text.split('\n').length)
  })

  it('are restored together', () => {
    const sum = (of: (one: (typeof measured)[number]) => number): number =>
      measured.reduce((total, one) => total + of(one), 0)
    expect(sum(({ right }) => right) / sum(({ syllables }) => syllables)).toBeGreaterThanOrEqual(
      FLOOR_TOGETHER,
    )
  })

  it.each(PLANS)('%s comes back from both commands as it went in', (plan) => {
    const text = fixture(plan)
    expect(differingLines(text, restore(text, { model }).text)).toEqual([])
    expect(differingLines(text, repair(text, { model }).text)).toEqual([])
  })
})
