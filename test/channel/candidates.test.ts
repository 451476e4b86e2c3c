import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Channel } from '../../src/channel/candidates.ts'
import { CAPITAL, casesOf, LOWER, UPPER } from '../../src/channel/units.ts'
import { canonical, toModernPlacement } from '../../src/syllable/tone.ts'
import { handProfile, handSyllables } from './hand-profile.ts'

const channel = new Channel(handProfile, handSyllables)
const printed = (chunk: string) => channel.candidates(chunk).map((one) => one.printed)

describe('candidates of a chunk', () => {
  it.each([
    ['s6', 'số'],
    ['56', 'số'],
    ['caa', 'của'],
    ['Pudng', 'Đường'],
    ['nghi', 'nghị'],
    ['NGHI', 'NGHỊ'],
    ['phé', 'phố'],
  ])('%s may be %s', (chunk, word) => {
    expect(printed(chunk)).toContain(word)
  })

  it('come likeliest first, within the window and the limit', () => {
    const found = channel.candidates('s6')
    expect(found[0]!.printed).toBe('số')
    for (let i = 1; i < found.length; i++) {
      expect(found[i]!.logProbability).toBeLessThanOrEqual(found[i - 1]!.logProbability)
      expect(found[i]!.logProbability).toBeGreaterThanOrEqual(found[0]!.logProbability - 10)
    }
    expect(new Channel(handProfile, handSyllables, { candidatesMax: 2 }).candidates('s6')).toHaveLength(2)
  })

  it('are ranked by the prior where there is one, and keep their own probability', () => {
    const logPrior = handSyllables.map((syllable) => (syllable === 'sổ' ? -1 : -9))
    const found = new Channel(handProfile, handSyllables, { logPrior }).candidates('s6')
    expect(found[0]!.printed).toBe('sổ')
    const plain = channel.candidates('s6').find((one) => one.printed === 'sổ')
    expect(found[0]!.logProbability).toBe(plain!.logProbability)
  })

  it('have the probability that the exact reckoning gives', () => {
    for (const chunk of ['s6', 'caa', 'nghi', 'udng', 'phé', 'Pudng', 'an', 'hoa']) {
      const found = channel.candidates(chunk)
      for (const one of found) {
        // At the rim of the window part of a sum may be cut off.
        if (one.logProbability < found[0]!.logProbability - 6) continue
        const exact = Math.max(
          channel.logProbability(chunk, one.printed),
          channel.logProbability(chunk, toModernPlacement(one.printed)),
        )
        const edges = channel.logEdges(chunk, 0, 0)
        expect(one.logProbability).toBeGreaterThan(exact + edges - 0.5)
        expect(one.logProbability).toBeLessThan(exact + edges + 0.7)
      }
    }
  })

  it('take punctuation at the edges as edges', () => {
    const [best] = channel.candidates('(s6,')
    expect(best).toMatchObject({ printed: 'số', before: 1, after: 1 })
    expect(best!.logProbability).toBeCloseTo(
      channel.candidates('s6')[0]!.logProbability -
        channel.logEdges('s6', 0, 0) +
        channel.logEdges('(s6,', 1, 1),
      6,
    )
  })

  it('take a sign at the edge as edge where the word is whole without it', () => {
    expect(channel.candidates('an@')[0]).toMatchObject({ printed: 'an', after: 1 })
  })

  it('read a chunk of signs alone as a word', () => {
    expect(printed('&').length).toBeGreaterThan(0)
    expect(channel.candidates('&').every((one) => one.before + one.after === 0)).toBe(true)
  })

  it('keep cases apart', () => {
    const found = channel.candidates('SO')
    expect(found[0]).toMatchObject({ printedCase: UPPER })
    expect(channel.candidates('so')[0]).toMatchObject({ printedCase: LOWER })
    expect(channel.candidates('So')[0]).toMatchObject({ printedCase: CAPITAL })
    for (const one of found) expect(casesOf(one.printed) & one.printedCase).toBe(one.printedCase)
  })

  it('know both tone placements of a syllable and print the traditional one', () => {
    expect(channel.candidates('hoà')[0]!.printed).toBe('hòa')
    expect(channel.candidates('hòa')[0]!.printed).toBe('hòa')
    expect(channel.candidates('Thuỷ')[0]!.printed).toBe('Thủy')
  })

  it('always hold the chunk itself, when it is a syllable', () => {
    const tight = new Channel(handProfile, handSyllables, { candidatesMax: 1, logWindow: 0.1 })
    for (const syllable of handSyllables) {
      for (const form of [syllable, syllable.toUpperCase(), toModernPlacement(syllable)]) {
        const words = tight.candidates(`${form},`).map((one) => tight.syllables[one.syllable])
        expect(words).toContain(canonical(form))
      }
    }
  })

  it.each([
    '2025',
    '57/2014',
    '',
    '...',
    '—',
    'a'.repeat(100_000),
    '('.repeat(100_000),
    '漢字漢字漢字漢字漢字',
  ])('are none for %.20s', (chunk) => {
    expect(channel.candidates(chunk)).toEqual([])
  })

  it('never throw, and point into the chunk and the vocabulary', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (chunk) => {
        for (const one of channel.candidates(chunk)) {
          expect(one.before + one.after).toBeLessThan(chunk.length)
          expect(one.logProbability).toBeLessThan(0)
          expect(one.printed.toLowerCase()).toBe(handSyllables[one.syllable])
        }
      }),
    )
  })

  it('do not depend on what was asked before', () => {
    const chunks = ['s6', 's6,', 'caa', 'S6', 'udng', 'PHO', '&', 'ké']
    const warm = new Channel(handProfile, handSyllables)
    for (const chunk of [...chunks].reverse()) warm.candidates(chunk)
    for (const chunk of chunks) {
      const fresh = new Channel(handProfile, handSyllables).candidates(chunk)
      expect(warm.candidates(chunk)).toEqual(fresh)
    }
  })
})

describe('a channel over words that are no syllables', () => {
  it('offers them too', () => {
    const foreign = new Channel(handProfile, ['internet', 'kg', 'số'])
    expect(foreign.candidates('internel')[0]!.printed).toBe('internet')
    expect(foreign.candidates('kg')[0]!.printed).toBe('kg')
  })

  it('works with an empty vocabulary', () => {
    expect(new Channel(handProfile, []).candidates('s6')).toEqual([])
  })
})
