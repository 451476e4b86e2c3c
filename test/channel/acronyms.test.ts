import { describe, expect, it } from 'vitest'
import { acronymCandidates } from '../../src/channel/acronyms.ts'
import { Channel } from '../../src/channel/candidates.ts'
import { logLikelihood } from '../../src/channel/likelihood.ts'
import { handProfile, handSyllables } from './hand-profile.ts'

const channel = new Channel(handProfile, handSyllables)
const LEXICON = ['ĐMST', 'DMST', 'CĐS', 'CT', 'TT', 'ĐHSPTPHCM']

describe('acronyms a chunk may have been', () => {
  it('include the barred letter that was read as another', () => {
    expect(acronymCandidates(channel, 'PMST', LEXICON)[0]).toMatchObject({ printed: 'ĐMST', index: 0 })
    expect(acronymCandidates(channel, 'CPS', LEXICON)[0]).toMatchObject({ printed: 'CĐS', index: 2 })
  })

  it('weigh the letter as printed against the confusion', () => {
    const found = acronymCandidates(channel, 'DMST', LEXICON).map((one) => one.printed)
    expect(found.slice(0, 2).sort()).toEqual(['DMST', 'ĐMST'].sort())
  })

  it('have the likelihood of the character model, with the edges', () => {
    const [one] = acronymCandidates(channel, '(PMST)', LEXICON)
    expect(one).toMatchObject({ before: 1, after: 1 })
    expect(one!.logProbability).toBeCloseTo(
      logLikelihood(channel.emission, 'PMST', 'ĐMST') + channel.logEdges('(PMST)', 1, 1),
      9,
    )
  })

  it('are none for ordinary words, marks, nothing', () => {
    for (const chunk of ['phuong', '...', '', 'hoạch'])
      expect(acronymCandidates(channel, chunk, LEXICON)).toEqual([])
  })

  it('are no more than asked for', () => {
    expect(acronymCandidates(channel, 'DMST', LEXICON, { candidatesMax: 1 })).toHaveLength(1)
    expect(acronymCandidates(channel, 'DMST', LEXICON, { logPerLetterMin: 0 })).toEqual([])
  })
})
