import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Emission } from '../../src/channel/emission.ts'
import { logLikelihood } from '../../src/channel/likelihood.ts'
import { handProfile } from './hand-profile.ts'

const emission = new Emission(handProfile.characters, 'ổồỗộôơớởỡợọòóỏõAÁ')

/** The obvious sum over all ways to cut the observed string. */
function slowLikelihood(observed: string, printed: string): number {
  if (printed === '') return observed === '' ? 1 : 0
  let sum = 0
  for (let k = 0; k <= 3 && k <= observed.length; k++) {
    sum +=
      emission.probability(printed.charAt(0), observed.slice(0, k)) *
      slowLikelihood(observed.slice(k), printed.slice(1))
  }
  return sum
}

describe('the character model', () => {
  it('follows the counts where there are many', () => {
    expect(emission.probability('ố', '6')).toBeCloseTo(0.57, 1)
    expect(emission.probability('ố', 'é')).toBeCloseTo(0.34, 1)
    expect(emission.probability('Đ', 'P')).toBeCloseTo(0.1, 1)
  })

  it('believes of an unseen letter what it saw of its sisters', () => {
    // ồ was never counted, ố was read as 6.
    expect(emission.probability('ồ', '6')).toBeGreaterThan(0.3)
    expect(emission.probability('ồ', 'ồ')).toBeGreaterThan(0.001)
    expect(emission.probability('Á', '6')).toBeLessThan(0.01)
  })

  it('gives every letter probabilities that sum to at most one', () => {
    const read = ['', ...'sốườngchủa56éổumdoepltĐDMSTCPAÁ∞', 'ti', 'o6', '6é']
    for (const printed of emission.characters) {
      const sum = read.reduce((total, piece) => total + emission.probability(printed, piece), 0)
      expect(sum).toBeGreaterThan(handProfile.characters.has(printed) ? 0.85 : 0.3)
      expect(sum).toBeLessThan(1 + 1e-9)
    }
  })

  it('leaves something to readings nobody counted, even of unknown characters', () => {
    expect(emission.probability('s', 'x')).toBeGreaterThan(0)
    expect(emission.probability('s', '∞')).toBe(emission.probability('s', '漢'))
    expect(emission.probability('ố', 'o6')).toBeGreaterThan(emission.probability('ố', 'xx'))
    expect(emission.probability('a', 'éa')).toBeGreaterThan(emission.probability('a', 'xa'))
    expect(emission.probability('a', 'A')).toBeGreaterThan(emission.probability('a', 'X'))
  })

  it('knows the best of each base letter', () => {
    const row = emission.row('6')
    const best = Math.max(
      ...[...emission.characters]
        .filter((c) => 'ốổồỗộôơớởỡợọòóỏõờ'.includes(c))
        .map((c) => emission.probability(c, '6')),
    )
    expect(row[emission.boundOf('o')]).toBe(best)
    expect(emission.boundOf('z')).toBe(-1)
    expect(emission.idOf('z')).toBe(-1)
  })

  it('sums over all alignments, as the obvious recursion does', () => {
    const printed = fc.stringMatching(/^[sốườngchủa]{0,5}$/)
    const observed = fc.stringMatching(/^[s6éudngchoati5]{0,6}$/)
    fc.assert(
      fc.property(printed, observed, (p, o) => {
        const slow = slowLikelihood(o, p)
        const fast = Math.exp(logLikelihood(emission, o, p))
        expect(Math.abs(fast - slow)).toBeLessThanOrEqual(1e-9 * slow)
      }),
    )
  })

  it('does not underflow on long strings', () => {
    const long = 'ngcha'.repeat(200)
    expect(logLikelihood(emission, long, long)).toBeGreaterThan(-300)
    expect(logLikelihood(emission, long, 'n')).toBe(Number.NEGATIVE_INFINITY)
  })

  it('needs no counts at all', () => {
    const blank = new Emission(new Map(), 'ab')
    expect(blank.probability('a', 'a')).toBeGreaterThan(blank.probability('a', 'b'))
    expect(blank.probability('a', 'b')).toBeGreaterThan(0)
  })
})
