import { describe, expect, it } from 'vitest'
import { AcronymRepairer, findAcronyms } from '../../src/restore/acronym-repair.ts'
import { looksLikeAcronym } from '../../src/restore/acronym-shape.ts'
import { chunkCore } from '../../src/restore/chunk-class.ts'
import { type Chunk, readChunks } from '../../src/restore/chunks.ts'
import { model } from './shipped.ts'

const repairerOf = (engine: string): AcronymRepairer => {
  const profile = model.profiles.find(({ name }) => name === engine)
  if (profile === undefined) throw new Error(`no profile ${engine}`)
  return model.acronymsOf(profile)
}
const eng = repairerOf('eng')
const vie = model.profiles.find(({ name }) => name === 'vie')!
const NONE: ReadonlySet<string> = new Set()

const core = ({ text }: Chunk): string => {
  const { before, after } = chunkCore(text)
  return text.slice(before, text.length - after)
}

/** The acronyms of a page whose words are right as they stand. */
const read = (page: string, margin = 0): string[] =>
  findAcronyms(readChunks(page), core, eng, () => margin).map(({ reading }) => reading.text)

describe('looksLikeAcronym', () => {
  it.each(['UBND', 'QĐ', 'CbS', 'CBbS', 'TTg', 'QyĐ', 'KPIs', 'LED', 'HĐND'])('takes %s for one', (word) => {
    expect(looksLikeAcronym(word)).toBe(true)
  })

  it.each(['', 'A', 'Nghị', 'nghị', 'Facebook', 'YouTube', 'iPhone', 'B2B', 'U.B', 'ABCDEFGHIJ', 'QĐ-TTg'])(
    'does not take %j for one',
    (word) => {
      expect(looksLikeAcronym(word)).toBe(false)
    },
  )
})

describe('AcronymRepairer.best', () => {
  it('does not depend on margins asked for before', () => {
    const { emission } = model.alternativesOf(vie).channel
    const known = [...model.acronyms.all()]
    for (const word of ['VLUNCN', 'PMST', 'HDND', 'CBbS']) {
      const fresh = new AcronymRepairer(known, emission)
      const used = new AcronymRepairer(known, emission)
      used.best(word, NONE, -12)
      expect(used.best(word, NONE)).toEqual(fresh.best(word, NONE))
    }
  })

  it.each([
    ['HDND', 'HĐND'],
    ['HPND', 'HĐND'],
    ['UBNĐ', 'UBND'],
    ['DMST', 'ĐMST'],
    ['BMST', 'ĐMST'],
    ['CDS', 'CĐS'],
  ])('reads %s as %s through the model for English', (damaged, printed) => {
    expect(eng.best(damaged, NONE).text).toBe(printed)
  })

  it.each(['UBND', 'HĐND', 'ĐMST', 'KHCN', 'MTTQ', 'GDP', 'USD', 'ODA', 'AI', 'TW'])(
    'leaves %s, which is known',
    (acronym) => {
      const { text, confidence } = eng.best(acronym, NONE)
      expect(text).toBe(acronym)
      expect(confidence).toBeGreaterThan(0.9)
    },
  )

  it.each(['XYZWQ', 'KWZ', 'VWXQ'])('leaves %s, which is like nothing known', (acronym) => {
    expect(eng.best(acronym, NONE).text).toBe(acronym)
  })

  it('prefers what the document defines', () => {
    const defined = new Set(['ĐMST', 'CĐS'])
    expect(['CPS', 'CBS', 'PMST', 'BMST', 'CDBS'].map((acronym) => eng.best(acronym, defined).text)).toEqual([
      'CĐS',
      'CĐS',
      'ĐMST',
      'ĐMST',
      'CĐS',
    ])
  })

  it('changes less and less as the margin grows', () => {
    const all = ['HDND', 'HPND', 'UBNĐ', 'DMST', 'BMST', 'CDS', 'KHCCN']
    const changed = [0, 4, 8, 16, 1000].map(
      (margin) => all.filter((acronym) => eng.best(acronym, NONE, margin).text !== acronym).length,
    )
    expect(changed).toEqual(changed.toSorted((a, b) => b - a))
    expect(changed[0]).toBe(all.length)
    expect(changed.at(-1)).toBe(0)
  })

  it('gives a probability', () => {
    for (const acronym of ['CDS', 'XYZWQ', 'UBND', 'ABCDEFGHI']) {
      const { confidence } = eng.best(acronym, NONE)
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThanOrEqual(1)
    }
  })
})

describe('findAcronyms', () => {
  it('learns an acronym from the initials of the words before its definition', () => {
    expect(read('đổi mới sáng tạo (PMST) và chuyển đổi số (CPS), trong đó CBS và BMST')).toEqual([
      'ĐMST',
      'CĐS',
      'CĐS',
      'ĐMST',
    ])
  })

  it('knows words that initials leave out', () => {
    expect(read('khoa học và công nghệ (KHCN) thì KHGN')).toEqual(['KHCN', 'KHCN'])
  })

  it('takes an acronym for defined that other words stand before for what it is', () => {
    expect(read('theo kế hoạch (XYZWQ)')).toEqual(['XYZWQ'])
  })

  it('does not look at headings in capitals, codes and numerals', () => {
    expect(read('TM. UY BAN NHAN DAN\n57-NQ/TW II. 1169/QD-TTg')).toEqual([])
  })

  it('does not take a word in capitals for an acronym once it was read as a syllable', () => {
    const chunks = readChunks('theo QUYET định')
    expect(
      findAcronyms(
        chunks,
        (chunk) => (chunk.text === 'QUYET' ? 'QUYẾT' : core(chunk)),
        eng,
        () => 0,
      ),
    ).toEqual([])
  })

  it('gives spans without the marks around', () => {
    const page = 'phát triển (HDND), rồi'
    const [found] = findAcronyms(readChunks(page), core, eng, () => 0)
    expect(page.slice(found?.start, found?.end)).toBe('HDND')
  })
})
