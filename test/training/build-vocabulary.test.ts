import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readDictionary } from '../../src/restore/read-dictionary.ts'
import { type AcronymCounts, acronymLines, countAcronyms } from '../../src/training/acronym-counts.ts'
import { buildVocabulary } from '../../src/training/build-vocabulary.ts'
import {
  abbreviationLines,
  nameLines,
  placeLines,
  readTable,
  requireColumns,
  settleSpelling,
  sortLines,
} from '../../src/training/gazetteer-lists.ts'

const NO_PLACES = {
  provincesBefore: [],
  provincesAfter: [],
  districtsBefore: [],
  communesBefore: [],
  communesAfter: [],
  communesChanged: [],
}

describe('readTable', () => {
  test('reads rows by column name, whatever the line ends', () => {
    expect(readTable('\ufeffname\ttype\r\nHà Nội\tThành phố\r\nHuế\n')).toEqual([
      { name: 'Hà Nội', type: 'Thành phố' },
      { name: 'Huế', type: '' },
    ])
  })

  test('requireColumns names what is missing', () => {
    expect(() => requireColumns(readTable('name\nx'), ['name', 'type'], 'units.tsv')).toThrow(
      'units.tsv has no rows with the columns type: is this the right table?',
    )
    expect(() => requireColumns([], ['name'], 'units.tsv')).toThrow('columns name')
  })
})

describe('settleSpelling', () => {
  test.each([
    ['Thanh Hoá', 'Thanh Hóa'],
    ['Uỷ ban', 'Ủy ban'],
    ['ho\u0300a  Bình ', 'hòa Bình'],
    ["M'Drắk", "M'Drắk"],
    ['Mỹ Quý', 'Mỹ Quý'],
    ['KHỎE', 'KHỎE'],
  ])('%s becomes %s', (printed, settled) => {
    expect(settleSpelling(printed)).toBe(settled)
  })
})

describe('sortLines', () => {
  test('orders by code point, capitals and Đ included', () => {
    expect(sortLines(['Đa', 'an', 'Ba', 'Ân', 'An'])).toEqual(['An', 'Ba', 'an', 'Ân', 'Đa'])
  })
})

describe('placeLines', () => {
  const unit = (name: string, type: string) => ({ name, type })

  test('gives one line a name: weight of the largest unit, types with their time', () => {
    const lines = placeLines({
      ...NO_PLACES,
      provincesBefore: [unit('Hải Dương', 'Tỉnh'), unit('Hải Phòng', 'Thành phố')],
      provincesAfter: [unit('Hải Phòng', 'Thành phố')],
      districtsBefore: [unit('Nam Sách', 'Huyện'), unit('Hải Dương', 'Thành phố')],
      communesBefore: [unit('Nam Sách', 'Thị trấn'), unit('Hợp Tiến', 'Xã')],
      communesAfter: [unit('Nam Sách', 'Xã'), unit('Hải Dương', 'Phường'), unit('Hợp Tiến', 'Xã')],
    })
    expect(lines).toEqual([
      'Hải Dương\t\t3\tphường+,thành phố thuộc tỉnh-,tỉnh-',
      'Hải Phòng\t\t3\tthành phố=',
      'Hợp Tiến\t\t\txã=',
      'Nam Sách\t\t2\thuyện-,thị trấn-,xã+',
    ])
  })

  test('leaves numbers out, and joins spellings of one name', () => {
    const communesBefore = [unit('1', 'Phường'), unit('Khánh Hoà', 'Xã'), unit('Khánh Hòa', 'Phường')]
    expect(placeLines({ ...NO_PLACES, communesBefore })).toEqual(['Khánh Hòa\t\t\tphường-,xã-'])
  })

  test('of later changes takes new names and types, not new spellings', () => {
    const changed = (before: string, after: string) => ({ full_name_2025: before, full_name_2026: after })
    const communesChanged = [
      changed('Xã Phó Bảng', 'Xã Phố Bảng'),
      changed('Xã Kỳ Anh', 'Xã Kì Anh'),
      changed('Xã Thanh Thủy', 'Xã Thanh Thuỷ'),
      changed('Xã Bắc Sơn', 'xã Bắc Sơn'),
      changed('Xã Lộc Ninh', 'Phường Lộc Ninh'),
    ]
    expect(placeLines({ ...NO_PLACES, communesChanged })).toEqual([
      'Lộc Ninh\t\t\tphường+',
      'Phố Bảng\t\t\txã+',
    ])
  })
})

describe('nameLines', () => {
  test('counts a syllable by its place in the name; a percentage without count is brought to the same base', () => {
    const lines = nameLines(
      [
        { name: 'Nguyễn', weight_north: '31.5', count_uit: '2742' },
        { name: 'Văn', weight_north: '0.5', weight_central: '1', weight_south: '', count_uit: '0' },
        { name: 'Tôn Thất', count_uit: '3' },
      ],
      [
        { syllable: 'Văn', as_middle: '956', as_given: '28' },
        { syllable: 'Hoà', as_middle: '1', as_given: '2' },
        { syllable: 'Hòa', as_middle: '1', as_given: '0' },
      ],
    )
    expect(lines).toEqual(['Hòa\t\t2.0\t0\t2\t2', 'Nguyễn\t\t10.0\t2742\t0\t0', 'Văn\t\t8.8\t88\t956\t28'])
  })
})

describe('abbreviationLines', () => {
  test('joins meanings, drops remarks, dots and what is no single abbreviation', () => {
    const lines = abbreviationLines({
      admin: [
        { abbreviation: 'CP', expansion: 'Chính phủ' },
        { abbreviation: 'CP (công ty)', expansion: 'cổ phần' },
        { abbreviation: 'KT.', expansion: 'ký thay' },
        { abbreviation: 'CNH, HĐH', expansion: 'công nghiệp hóa, hiện đại hóa' },
        { abbreviation: 'UBND', expansion: 'Uỷ ban nhân dân' },
      ],
      documents: [{ abbreviation: 'CV', document_type: 'Công văn (không ghi trong ký hiệu)' }],
      agencies: [{ abbreviation: 'UBND', name: 'ủy ban nhân dân' }],
      mined: [],
    })
    expect(lines).toEqual([
      'CP\t\t\tChính phủ; cổ phần',
      'CV\t\t\tCông văn',
      'KT\t\t\tký thay',
      'UBND\t\t\tỦy ban nhân dân',
    ])
  })

  test('of mined pairs takes frequent common nouns that no compiled table has', () => {
    const mined = (abbreviation: string, expansion: string, count: number, share: number) => ({
      abbreviation,
      expansion,
      count: String(count),
      share: String(share),
    })
    const lines = abbreviationLines({
      admin: [{ abbreviation: 'BBT', expansion: 'Ban Bí thư' }],
      documents: [],
      agencies: [],
      mined: [
        mined('HĐXX', 'Hội đồng xét xử', 168, 0.98),
        mined('HAGL', 'Hoàng Anh Gia Lai', 56, 0.97),
        mined('BBT', 'Bông bạch tuyết', 20, 1),
        mined('HĐXX', 'Hội đồng Xét xử', 4, 0.02),
        mined('CTX', 'Công trình xanh', 2, 1),
      ],
    })
    expect(lines).toEqual(['BBT\t\t\tBan Bí thư', 'HĐXX\t\t\tHội đồng xét xử'])
  })
})

describe('countAcronyms', () => {
  const countsOf = (text: string): Record<string, number> => {
    const counts: AcronymCounts = new Map()
    countAcronyms(text, 'official', counts)
    return Object.fromEntries([...counts].map(([form, count]) => [form, count.official]))
  }

  test('counts a code as itself and for each of its parts', () => {
    expect(countsOf('Nghị định số 30/2020/NĐ-CP và Kết luận 12-KL/TW')).toEqual({
      'NĐ-CP': 1,
      NĐ: 1,
      CP: 1,
      'KL/TW': 1,
      KL: 1,
      TW: 1,
    })
  })

  test('takes forms with one small letter, decomposed letters and &', () => {
    expect(countsOf('TTg, QyĐ; KH&CN, (NSU\u031bT)')).toEqual({
      TTg: 1,
      QyĐ: 1,
      'KH&CN': 1,
      KH: 1,
      CN: 1,
      NSƯT: 1,
    })
  })

  test('takes no words in capitals, roman numerals, foreign words, names or brands', () => {
    expect(countsOf('QUYẾT ĐỊNH DO DANH TRONG; III, XIV; UNESCO; Hà Nội; VnExpress; A; ΑΒΓ; X2Y')).toEqual({})
  })
})

describe('acronymLines', () => {
  const counts = (rows: readonly [string, number, number][]): AcronymCounts =>
    new Map(rows.map(([form, official, press]) => [form, { official, press }]))

  test('keeps forms in use and the rivals of barred ones, in order', () => {
    const lines = acronymLines(
      counts([
        ['HĐND', 50, 0],
        ['HDND', 2, 0],
        ['GDP', 3, 60],
        ['XYZ', 7, 39],
      ]),
      [],
    )
    expect(lines).toEqual(['GDP\t\t\t3\t60', 'HDND\t\t\t2\t0', 'HĐND\t\t\t50\t0'])
  })

  test('keeps a code only where its parts would be restored otherwise', () => {
    const listed = [readDictionary('#! kind=abbreviation\nNĐ\t\t\tNghị định\nCĐ\t\t\tcông điện\nCD\t\t\tđĩa')]
    const lines = acronymLines(
      counts([
        ['NĐ', 100, 0],
        ['NĐ-CP', 100, 0],
        ['ND-CP', 9, 0],
        ['CĐ-TTg', 9, 0],
        ['TD-XX', 4, 0],
      ]),
      listed,
    )
    expect(lines).toEqual(['CĐ-TTg\t\t\t9\t0', 'NĐ\t\t\t100\t0'])
  })
})

describe('buildVocabulary', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vanban-vocabulary-'))
    const units = 'code\tname\ttype\n1\tHà Nội\tThành phố\n2\tBa Vì\tHuyện\n'
    for (const file of ['provinces_pre2025', 'provinces_2025-07', 'provinces_2026-04', 'districts_pre2025']) {
      writeFileSync(join(folder, `${file}.tsv`), units)
    }
    writeFileSync(join(folder, 'communes_pre2025.tsv'), units)
    writeFileSync(join(folder, 'communes_2025-07.tsv'), units)
    writeFileSync(
      join(folder, 'communes_changed_2025-07_to_2026-04.tsv'),
      'full_name_2025\tfull_name_2026\nXã A\tPhường A\n',
    )
    writeFileSync(join(folder, 'family_names.tsv'), 'name\tcount_uit\nLê\t5\n')
    writeFileSync(join(folder, 'name_syllables.tsv'), 'syllable\tas_middle\tas_given\nVăn\t9\t1\n')
    writeFileSync(join(folder, 'abbreviations_admin.tsv'), 'abbreviation\texpansion\nCĐS\tchuyển đổi số\n')
    writeFileSync(
      join(folder, 'abbreviations_mined.tsv'),
      'abbreviation\texpansion\tcount\tshare\nX\tx\t1\t1\n',
    )
    writeFileSync(join(folder, 'agencies.tsv'), 'name\tabbreviation\nBộ Công an\tBCA\n')
    writeFileSync(
      join(folder, 'document_type_abbreviations.tsv'),
      'abbreviation\tdocument_type\nQĐ\tQuyết định\n',
    )
    writeFileSync(join(folder, 'official-a-admin.txt'), 'HĐND '.repeat(9))
    writeFileSync(join(folder, 'official-b-press.txt'), 'HĐND '.repeat(3))
    writeFileSync(join(folder, 'general-c.txt'), 'HĐND '.repeat(2))
    writeFileSync(join(folder, 'notes.txt'), 'HĐND')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const bytesOf = (out: string) =>
    Object.fromEntries(readdirSync(out).map((file) => [file, readFileSync(join(out, file), 'utf8')]))

  test('writes the same bytes each time, readable, and says their size', async () => {
    const first = join(folder, 'first')
    const second = join(folder, 'second')
    const sizes = await buildVocabulary({ gazetteer: folder, corpus: folder, out: first })
    await buildVocabulary({ gazetteer: folder, corpus: folder, out: second })
    expect(bytesOf(second)).toEqual(bytesOf(first))
    for (const [file, text] of Object.entries(bytesOf(first))) {
      expect(sizes[file]).toBe(Buffer.byteLength(text))
      expect(readDictionary(text, { file }).size).toBeGreaterThan(0)
    }
  })

  test('counts official and press text apart, and no other files', async () => {
    await buildVocabulary({ gazetteer: folder, corpus: folder, out: folder })
    expect(readFileSync(join(folder, 'acronyms.tsv'), 'utf8')).toContain('\nHĐND\t\t\t9\t5\n')
  })

  test('without a corpus leaves acronyms.tsv and the lists written by hand alone', async () => {
    const out = mkdtempSync(join(folder, 'out-'))
    writeFileSync(join(out, 'acronyms.tsv'), 'old')
    writeFileSync(join(out, 'agencies.tsv'), 'hand')
    await buildVocabulary({ gazetteer: folder, out })
    expect(bytesOf(out)).toMatchObject({ 'acronyms.tsv': 'old', 'agencies.tsv': 'hand' })
    expect(readdirSync(out).sort()).toEqual([
      'abbreviations.tsv',
      'acronyms.tsv',
      'agencies.tsv',
      'name-syllables.tsv',
      'places.tsv',
    ])
  })

  test('names a table that is missing or has other columns, and writes nothing', async () => {
    const out = join(folder, 'out')
    writeFileSync(join(folder, 'family_names.tsv'), 'surname\nLê\n')
    await expect(buildVocabulary({ gazetteer: folder, out })).rejects.toMatchObject({
      code: 'TRAINING_DATA',
      message: expect.stringContaining('family_names.tsv has no rows with the columns name, count_uit'),
    })
    rmSync(join(folder, 'family_names.tsv'))
    await expect(buildVocabulary({ gazetteer: folder, out })).rejects.toMatchObject({ code: 'TRAINING_DATA' })
    expect(readdirSync(folder)).not.toContain('out')
  })
})
