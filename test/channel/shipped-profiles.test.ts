import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Channel } from '../../src/channel/candidates.ts'
import { readProfile, writeProfile } from '../../src/channel/profile.ts'
import { allSyllables } from '../../src/syllable/inventory.ts'
import { joinSyllable } from '../../src/syllable/split.ts'

const SYLLABLES = [...allSyllables()].map((syllable) => joinSyllable(syllable))
/** Everyday words, among them those asked for below. */
const COMMON =
  'số của thực xã lý nội với tối đổi nhân giúp và các được trong cho về là có theo công nhà nước tỉnh huyện việc năm ngày tới vời vải sáu sơ sở cao cá thức thúc xa ly ty nói nơi tỏi tôi đối đội nhận nhẫn'.split(
    ' ',
  )
const fileOf = (name: string) => new URL(`../../dictionaries/channel-${name}.tsv`, import.meta.url)

describe.each(['eng', 'vie'])('the shipped profile %s', (name) => {
  const text = readFileSync(fileOf(name), 'utf8')
  const profile = readProfile(text)

  it('is as the writer writes it, small, and free of sentences', () => {
    expect(writeProfile(profile)).toBe(text)
    expect(text.length).toBeLessThan(400_000)
    for (const units of [profile.characters, profile.onsets, profile.rimes]) {
      for (const [printed, readings] of units) {
        expect(printed.length).toBeLessThanOrEqual(7)
        for (const read of readings.keys()) expect(read.length).toBeLessThanOrEqual(21)
      }
    }
  })

  it('offers every legal syllable for itself', () => {
    const channel = new Channel(profile, SYLLABLES)
    for (let i = 0; i < SYLLABLES.length; i += 17) {
      const found = channel.candidates(SYLLABLES[i]!)
      expect(found.map((one) => one.syllable)).toContain(i)
    }
  })
})

describe('the shipped profile of the foreign engine', () => {
  // Misreadings of a real scan, which the simulated training pages do not contain.
  it.each([
    ['s6', 'số'],
    ['caa', 'của'],
    ['thyuc', 'thực'],
    ['x&', 'xã'],
    ['1y', 'lý'],
    ['N§i', 'Nội'],
    ['v&i', 'với'],
    ['t0i', 'tối'],
    ['so6', 'số'],
    ['do6i', 'đổi'],
    ['nhhan', 'nhân'],
    ['Gilp', 'Giúp'],
  ])('%s may be %s', (chunk, word) => {
    const channel = new Channel(readProfile(readFileSync(fileOf('eng'), 'utf8')), COMMON)
    expect(channel.candidates(chunk).map((one) => one.printed)).toContain(word)
  })
})
