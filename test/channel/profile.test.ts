import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChannelProfile, readProfile, writeProfile } from '../../src/channel/profile.ts'
import { VanbanError } from '../../src/errors.ts'
import { handProfile } from './hand-profile.ts'

const HEAD = '# vanban channel profile 1'
const SETTINGS =
  '[settings]\nname\tx\npages\t1\nchunks\t2\nlogMerge\t-1\nlogSplit\t-1\nlogLost\t-1\nlogInserted\t-1\n'

function messageOf(text: string): string {
  try {
    readProfile(text)
  } catch (error) {
    expect(error).toBeInstanceOf(VanbanError)
    expect((error as VanbanError).code).toBe('PROFILE_SYNTAX')
    return `${(error as VanbanError).line}: ${(error as Error).message}`
  }
  return 'no error'
}

describe('a profile file', () => {
  it('reads back as it was written', () => {
    expect(readProfile(writeProfile(handProfile))).toEqual(handProfile)
  })

  it('writes the same bytes whatever the order of the counts', () => {
    const turned = (map: ReadonlyMap<string, number>) => new Map([...map].reverse())
    const shuffled: ChannelProfile = {
      ...handProfile,
      rimes: new Map([...handProfile.rimes].reverse().map(([rime, readings]) => [rime, turned(readings)])),
      after: turned(handProfile.after),
    }
    expect(writeProfile(shuffled)).toBe(writeProfile(handProfile))
  })

  it('keeps empty readings, marks, brackets and the hash sign apart from its own syntax', () => {
    const text = fc.stringMatching(/^[#[\]()a-cố∞.,;:!-]{0,3}$/)
    const readings = fc.array(fc.tuple(text, fc.integer({ min: 1, max: 999 })), {
      minLength: 1,
      maxLength: 4,
    })
    const table = fc.array(fc.tuple(text, readings), { maxLength: 6 })
    fc.assert(
      fc.property(table, readings, (characters, before) => {
        const profile: ChannelProfile = {
          ...handProfile,
          characters: new Map(characters.map(([printed, read]) => [printed, new Map(read)])),
          before: new Map(before),
        }
        expect(readProfile(writeProfile(profile))).toEqual(profile)
      }),
    )
  })

  it('skips comments and blank lines, and takes Windows line ends', () => {
    const profile = readProfile(`${HEAD}\r\n# about\r\n\r\n${SETTINGS}[rimes]\r\n# inside\r\nố\té 3\t∅ 1\r\n`)
    expect(profile.comments).toEqual(['about'])
    expect(profile.rimes.get('ố')).toEqual(
      new Map([
        ['é', 3],
        ['', 1],
      ]),
    )
  })

  it('adds up a unit that stands on two lines', () => {
    const profile = readProfile(`${HEAD}\n${SETTINGS}[rimes]\nố\té 3\nố\té 4\n`)
    expect(profile.rimes.get('ố')).toEqual(new Map([['é', 7]]))
  })

  it.each([
    [
      '',
      '1: Line 1 of the channel profile is not "# vanban channel profile 1": this is no profile, or one of another version.',
    ],
    [
      `${HEAD}\nố\té 3`,
      '2: Line 2 of the channel profile stands before the first section, such as [settings].',
    ],
    [
      `${HEAD}\n[vowels]`,
      '2: Line 2 of the channel profile opens the section [vowels]; known are [settings], [characters], [onsets], [rimes], [before], [after].',
    ],
    [
      `${HEAD}\n${SETTINGS}[rimes]\nố é 3`,
      '11: Line 11 of the channel profile has no tab: write the printed form, a tab, then readings with their counts.',
    ],
    [
      `${HEAD}\n${SETTINGS}[rimes]\nố\té`,
      '11: Line 11 of the channel profile has "é" where a reading and its count, such as "uong 311", should stand.',
    ],
    [
      `${HEAD}\n${SETTINGS}[rimes]\nố\té -2`,
      '11: Line 11 of the channel profile has "é -2" where a reading and its count, such as "uong 311", should stand.',
    ],
    [
      `${HEAD}\n[settings]\nlogMerge\tmany`,
      '3: Line 3 of the channel profile gives "many" for logMerge, which takes a number.',
    ],
    [
      `${HEAD}\n[settings]\npages\t1\n`,
      '4: Line 4 of the channel profile is the last, and [settings] gave no name.',
    ],
    [
      `${HEAD}\n[settings]\nname\tx`,
      '3: Line 3 of the channel profile is the last, and [settings] gave no pages.',
    ],
  ])('refuses %j with the line and the way out', (text, message) => {
    expect(messageOf(text)).toBe(message)
  })

  it('never throws anything but its own error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(messageOf(`${HEAD}\n${text}`)).toMatch(/^\d+: Line \d+ of the channel profile /)
      }),
    )
  })
})
