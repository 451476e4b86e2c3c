import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lastOfKnown } from '../../src/plan/known-units.ts'
import { NameList } from '../../src/plan/name-list.ts'
import { isUnitHead, readUnitsAt } from '../../src/plan/organisation-name.ts'
import { wordAt } from '../../src/plan/words.ts'

describe('NameList', () => {
  const list = new NameList(() => ['Ban Chỉ đạo', 'Ban Chỉ đạo chuyển đổi số', 'Quốc hội', ''])

  it.each([
    ['Ban Chỉ đạo chuyển đổi số rà soát', 25],
    ['BAN CHỈ\nĐẠO', 11],
    ['ban chỉ đạo khác', 11],
    ['Ban Chỉ đạox', -1],
    ['Ban', -1],
    ['', -1],
    ['- Ban Chỉ đạo', -1],
  ])('at the beginning of %j ends at %d', (text, end) => {
    expect(list.endAt(text, 0)).toBe(end)
  })
})

describe('lastOfKnown', () => {
  it('is the last word of a listed name', () => {
    const text = 'Trung tâm Xúc tiến đầu tư chủ trì'
    expect(lastOfKnown(text, wordAt(text, 0)!)?.text).toBe('tư')
    expect(lastOfKnown('Sở Y tế', wordAt('Sở Y tế', 0)!)).toBeNull()
  })
})

describe('the agencies of the vocabulary', () => {
  const names = readFileSync(new URL('../../dictionaries/agencies.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t')[0]!.normalize('NFC'))
    .filter((name) => / /.test(name) && /^\p{Lu}/u.test(name))

  it('are told by their first words', () => {
    const unknown = names.filter((name) => !isUnitHead(name, 0))
    expect(unknown.length / names.length).toBeLessThan(0.02)
  })

  it.each([' chủ trì, phối hợp với', ' tăng cường công tác', ' có trách nhiệm', ', UBND các xã rà soát'])(
    'end before "%s"',
    (rest) => {
      const wrong = names.filter(
        (name) => isUnitHead(name, 0) && readUnitsAt(name + rest, 0)?.names[0] !== name,
      )
      expect(wrong.length / names.length).toBeLessThan(0.02)
    },
  )
})
