import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AcronymTable, bareAcronym, restoreBar } from '../../src/restore/acronym.ts'
import { readDictionary } from '../../src/restore/read-dictionary.ts'

const shipped = ['abbreviations.tsv', 'acronyms.tsv', 'symbols.tsv'].map((file) =>
  readDictionary(readFileSync(new URL(`../../dictionaries/${file}`, import.meta.url), 'utf8'), { file }),
)
const known = new AcronymTable(shipped)

const tableOf = (lines: string) => new AcronymTable([readDictionary(`#! kind=abbreviation\n${lines}`)])

describe('restoreBar with the shipped lists', () => {
  test.each([
    ['CDS', 'CĐS'],
    ['DMST', 'ĐMST'],
    ['QD', 'QĐ'],
    ['ND', 'NĐ'],
    ['HDND', 'HĐND'],
    ['BGDDT', 'BGDĐT'],
    ['LDTBXH', 'LĐTBXH'],
    ['DBQH', 'ĐBQH'],
    ['VPDKDD', 'VPĐKĐĐ'],
    ['QyD', 'QyĐ'],
    ['ND-CP', 'NĐ-CP'],
    ['QD-TTg', 'QĐ-TTg'],
    ['CD-TTg', 'CĐ-TTg'],
    ['NQ-HDND', 'NQ-HĐND'],
    ['TTLT-BGDDT-BNV', 'TTLT-BGDĐT-BNV'],
    ['QD/TW', 'QĐ/TW'],
    ['NQ/DU', 'NQ/ĐU'],
    ['GD&DT', 'GD&ĐT'],
    ['KHCN&DMST', 'KHCN&ĐMST'],
    ['DS-KHHGD', 'DS-KHHGĐ'],
    ['NSUT', 'NSƯT'],
  ])('%s is certainly %s', (bare, barred) => {
    expect(restoreBar(bare, known)).toBe(barred)
  })

  test.each(['DA', 'CD', 'HD', 'DT', 'DN', 'GD', 'TD', 'VND', 'DK', 'DV', 'DC'])(
    'leaves %s, which has two readings',
    (acronym) => {
      expect(restoreBar(acronym, known)).toBeNull()
    },
  )

  test.each(['UBND', 'USD', 'GDP', 'DVC', 'DTTS', 'TDP', 'HDV', 'FDI', 'HD-UBND', 'HD/BTGDVTU', 'DS'])(
    'leaves %s, whose D is a D',
    (acronym) => {
      expect(restoreBar(acronym, known)).toBeNull()
    },
  )

  test.each(['HĐND', 'QĐ-TTg', 'CĐS', 'ĐMST'])('has nothing to do for %s', (acronym) => {
    expect(restoreBar(acronym, known)).toBeNull()
  })

  test.each(['DO', 'DAI', 'DU', 'DE', 'DEN', 'DI', 'DINH'])(
    'leaves %s, which may be a word of a heading in capitals',
    (word) => {
      expect(restoreBar(word, known)).toBeNull()
    },
  )

  test.each(['', 'D', 'qd', 'Dan', 'Qd', '57-NQ/TW', 'QD-', 'Q D', 'QD.', '-'])(
    'does not take %j for an abbreviation',
    (text) => {
      expect(restoreBar(text, known)).toBeNull()
    },
  )

  test('does not look at a run of 100,000 capitals', () => {
    expect(restoreBar('D'.repeat(100_000), known)).toBeNull()
  })

  test('only adds marks: the letters stay', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'ABCDĐGHKNQSTUVX-&/g'),
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(letters, (acronym) => {
        const restored = restoreBar(acronym, known)
        if (restored === null) return
        expect(restored).not.toBe(acronym)
        expect(bareAcronym(restored)).toBe(bareAcronym(acronym))
        for (let i = 0; i < acronym.length; i++) {
          if (bareAcronym(acronym.charAt(i)) !== acronym.charAt(i))
            expect(restored.charAt(i)).toBe(acronym.charAt(i))
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('gives every shipped barred form or nothing, never another one of fewer uses', () => {
    for (const dictionary of shipped) {
      for (const { phrase } of dictionary.entries()) {
        const restored = restoreBar(bareAcronym(phrase), known)
        if (restored === null || !known.has(restored)) continue
        expect(known.evidence(restored)).toBeGreaterThanOrEqual(known.evidence(phrase))
      }
    }
  })
})

describe('restoreBar by evidence', () => {
  test('needs nearly all the evidence: 85 uses of a hundred', () => {
    expect(restoreBar('XDZ', tableOf('XĐZ\t\t\t85\t0\nXDZ\t\t\t15\t0'))).toBe('XĐZ')
    expect(restoreBar('XDZ', tableOf('XĐZ\t\t\t84\t0\nXDZ\t\t\t16\t0'))).toBeNull()
  })

  test('weighs an official use ten times a press use', () => {
    expect(restoreBar('XDZ', tableOf('XĐZ\t\t\t85\t0\nXDZ\t\t\t0\t150'))).toBe('XĐZ')
    expect(restoreBar('XDZ', tableOf('XĐZ\t\t\t85\t0\nXDZ\t\t\t0\t151'))).toBeNull()
  })

  test('does not build on a form seen fewer than five times', () => {
    expect(restoreBar('XDZ', tableOf('XĐZ\t\t\t4\t9'))).toBeNull()
    expect(restoreBar('XDZ', tableOf('XĐZ\t\t\t5\t0'))).toBe('XĐZ')
  })

  test('restores two letters only to a listed form', () => {
    expect(restoreBar('DZ', tableOf('ĐZ\t\t\t600\t0'))).toBeNull()
    expect(restoreBar('DZ', tableOf('ĐZ\t\t\t600\t0\nĐZ\t\t\tđường dây'))).toBe('ĐZ')
  })

  test('a listed bare form is left, however rare', () => {
    expect(restoreBar('XDZ', tableOf('XĐZ\t\t\t900\t0\nXDZ\t\t\txây dựng Z'))).toBeNull()
  })

  test('a code in use as it is beats its parts', () => {
    const table = tableOf('TĐ\t\t\t900\t0\nTĐ\t\t\tthẩm định\nTD-PCCC\t\t\t12\t0')
    expect(restoreBar('TD', table)).toBe('TĐ')
    expect(restoreBar('TD-XYZ', table)).toBe('TĐ-XYZ')
    expect(restoreBar('TD-PCCC', table)).toBeNull()
  })

  test('keeps a mark that was read and adds the missing one', () => {
    const table = tableOf('ĐXĐ\t\t\t50\t0\nDXĐ\t\t\t500\t0')
    expect(restoreBar('ĐXD', table)).toBe('ĐXĐ')
    expect(restoreBar('DXD', table)).toBe('DXĐ')
  })

  test("a user's abbreviation takes effect without counts, and outweighs use by its weight", () => {
    const user = readDictionary('HDXYZ\tabbreviation\nHĐQAZ\tabbreviation\nGDPĐ\tabbreviation\t10')
    const table = new AcronymTable([...shipped, user])
    expect(restoreBar('HDQAZ', known)).toBeNull()
    expect(restoreBar('HDQAZ', table)).toBe('HĐQAZ')
    expect(restoreBar('GDPD', table)).toBe('GDPĐ')
  })
})

describe('AcronymTable', () => {
  test('knows forms, meanings and evidence', () => {
    const table = tableOf('CĐ\t\t\tcông điện; cao đẳng\nCĐ\t\t\tcao đẳng; công đoàn\nCĐ\t\t\t7\t30')
    expect(table.has('CĐ')).toBe(true)
    expect(table.has('CD')).toBe(false)
    expect(table.isListed('CĐ')).toBe(true)
    expect(table.expansions('CĐ')).toEqual(['công điện', 'cao đẳng', 'công đoàn'])
    expect(table.evidence('CĐ')).toBe(200 + 200 + 70 + 30)
    expect(table.variants('CD')).toEqual(['CĐ'])
  })

  test('a counted form without a meaning is not listed', () => {
    const table = tableOf('CĐ\t\t\t7\t30')
    expect(table.isListed('CĐ')).toBe(false)
    expect(table.expansions('CĐ')).toEqual([])
    expect(table.expansions('XX')).toEqual([])
  })

  test('takes only abbreviations', () => {
    expect(new AcronymTable([readDictionary('QĐ\tplace')]).has('QĐ')).toBe(false)
  })
})
