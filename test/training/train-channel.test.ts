import { describe, expect, it } from 'vitest'
import { Channel } from '../../src/channel/candidates.ts'
import { writeProfile } from '../../src/channel/profile.ts'
import { trainChannel } from '../../src/training/train-channel.ts'

/** Pages in which ố is read as 6 three times in four, and a bracket stands before every tenth word. */
const PAGES = Array.from({ length: 20 }, (_, page) => {
  const words = ['số', 'phố', 'của', 'đường', 'thành', 'số,', 'bản', 'Số', 'cứ', '(tổ']
  const read = ['s6', 'ph6', 'cua', 'dudng', 'thanh', page % 4 ? 's6,' : 'sé,', 'ban', 'S6', 'cit', '(t6']
  return {
    truth: [...words, ...words].join(' '),
    observed: `${read.join(' ')} ${[...read].reverse().reverse().join(' ')}${page === 3 ? ' |' : ''}`,
  }
})

describe('a trained profile', () => {
  const profile = trainChannel(PAGES, { name: 'test', comments: ['Twenty pages.'], settings: { margin: 2 } })

  it('counts what characters, onsets and rimes were read as', () => {
    expect(profile.characters.get('ố')).toEqual(
      new Map([
        ['6', 150],
        ['é', 10],
      ]),
    )
    expect(profile.rimes.get('ố')).toEqual(
      new Map([
        ['6', 150],
        ['é', 10],
      ]),
    )
    expect(profile.onsets.get('đ')).toEqual(new Map([['d', 40]]))
    expect(profile.rimes.get('ường')).toEqual(new Map([['udng', 40]]))
    expect(profile.rimes.get('ứ')).toEqual(new Map([['it', 40]]))
  })

  it('counts the marks around words', () => {
    expect(profile.before.get('(')).toBe(40)
    expect(profile.after.get(',')).toBe(40)
    expect(profile.after.get('')).toBe(360)
  })

  it('knows how much it saw and how often spaces and words were lost', () => {
    expect(profile.settings.pages).toBe(20)
    expect(profile.settings.chunks).toBe(400)
    expect(profile.settings.logInserted).toBeCloseTo(Math.log(1.5 / 401), 3)
    expect(profile.settings.logMerge).toBeCloseTo(Math.log(0.5 / 401), 3)
    expect(profile.settings.margin).toBe(2)
  })

  it('is the same for the same pages, to the byte', () => {
    const again = trainChannel(PAGES, { name: 'test', comments: ['Twenty pages.'], settings: { margin: 2 } })
    expect(writeProfile(again)).toBe(writeProfile(profile))
  })

  it('makes a channel that reads its pages', () => {
    const channel = new Channel(profile, ['số', 'sách', 'phố', 'cứ', 'của', 'đường', 'tổ'])
    expect(channel.candidates('s6')[0]!.printed).toBe('số')
    expect(channel.candidates('cit')[0]!.printed).toBe('cứ')
    expect(channel.candidates('ph6,')[0]!.printed).toBe('phố')
  })

  it('cannot be made of nothing', () => {
    const empty = [{ truth: 'a b', observed: '' }]
    expect(() => trainChannel(empty, { name: 'x' })).toThrow(
      'No word of the 1 page pairs could be aligned: give pages with their truth and their OCR text.',
    )
  })
})
