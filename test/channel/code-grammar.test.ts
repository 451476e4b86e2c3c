import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CodeSymbols, countedSymbols, repairCode } from '../../src/channel/code-grammar.ts'
import { joinCode, joinCodes } from '../../src/channel/code-join.ts'
import { anyText, HOSTILE } from '../unicode/arbitraries.ts'

const symbols = new CodeSymbols(countedSymbols())
/** A page read by a model without Đ. */
const foreign = { barsLost: true }

describe('repairCode', () => {
  test.each([
    ['a bar lost', '30/2020/ND-CP', '30/2020/NĐ-CP'],
    ['a bar lost in a kind', '378/QD-UBND', '378/QĐ-UBND'],
    ['a Đ read as b', '1169/Qb-TTg', '1169/QĐ-TTg'],
    ['a Đ read as B', '181/2024/NB-CP', '181/2024/NĐ-CP'],
    ['a bar lost in a body', '06/2013/NQ-HDND', '06/2013/NQ-HĐND'],
    [
      'bars lost in the middle of symbols',
      '29/2010/TTLT-BGDDT-BTC-BLDTBXH',
      '29/2010/TTLT-BGDĐT-BTC-BLĐTBXH',
    ],
    ['the look-alike of Đ', '482/Q\u00d0-UBND', '482/QĐ-UBND'],
    ['a Đ doubled', '69-QĐĐ/TW', '69-QĐ/TW'],
    ['a term with letters for figures', '55/2024/QHIS', '55/2024/QH15'],
    ['a term with a letter too many', '206/2025/QHI15', '206/2025/QH15'],
    ['a term of a committee', '883/BC-UBVHXHI5', '883/BC-UBVHXH15'],
    ['a capital read as I', '249/2016/IT-BTC', '249/2016/TT-BTC'],
    ['a capital read in small', '197/2004/NĐ-cP', '197/2004/NĐ-CP'],
    ['a g misread', '726/QD-TTe', '726/QĐ-TTg'],
    ['a speck in a symbol', '1208-K.L/TW', '1208-KL/TW'],
    ['a sign read as a degree', '726°QD-TTg', '726/QĐ-TTg'],
    ['a sign read as a colon', '175/2024:NĐ-CP', '175/2024/NĐ-CP'],
    ['signs read as a stop and an apostrophe', '105.2025’ND-CP', '105/2025/NĐ-CP'],
    ['a fraction slash', '230/2025\u2044NĐ-CP', '230/2025/NĐ-CP'],
    ['a tilde for a hyphen', '230/2025/NĐ~CP', '230/2025/NĐ-CP'],
    ['a kind without a body', '1050/QD', '1050/QĐ'],
    ['a blank number', '/QD-UBND', '/QĐ-UBND'],
    ['dots for the number', '…../QD-UBND', '…../QĐ-UBND'],
    ['no number', 'QD-TTg', 'QĐ-TTg'],
    ['an open end', '217/2025/ND-', '217/2025/NĐ-'],
    ['marks around', '(01/2022/ND-CP),', '(01/2022/NĐ-CP),'],
    ['"số" glued on', 'Số:15/2023/TT-BKHDT', 'Số:15/2023/TT-BKHĐT'],
    ['a damaged "số" glued on', 's6320/2025/ND-CP.', 's6320/2025/NĐ-CP.'],
    ['a footnote', '105/2025/ND-CP2,', '105/2025/NĐ-CP2,'],
    ['a number that is beyond repair', 'S86/QD-UBND', 'S86/QĐ-UBND'],
    ['a number with a stop', '66.16/2026/ND-CP', '66.16/2026/NĐ-CP'],
    ['a number with a letter', '15a/QD-UBND', '15a/QĐ-UBND'],
  ])('repairs %s', (_, chunk, repaired) => {
    expect(repairCode(chunk, symbols)?.text).toBe(repaired)
    expect(repairCode(chunk, symbols)?.changed).toBe(chunk !== repaired)
  })

  test.each([
    ['l79/KH-UBND', '179/KH-UBND'],
    ['L19/QD-UBND', '119/QĐ-UBND'],
    ['O5/QD-UBND', '05/QĐ-UBND'],
    ['1S/2024/ND-CP', '15/2024/NĐ-CP'],
    ['148/202S/NĐ-CP', '148/2025/NĐ-CP'],
    ['20/20I9/TT-BTC', '20/2019/TT-BTC'],
    ['3O/2O20/NĐ-CP', '30/2020/NĐ-CP'],
  ])('reads letters as figures where the place asks for a figure: %s', (chunk, repaired) => {
    const repair = repairCode(chunk, symbols)
    expect(repair?.text).toBe(repaired)
    expect(repair?.confidence).toBeLessThan(0.85)
  })

  test.each([
    '57-NQ/TW',
    '1169/QĐ-TTg',
    '45/2019/QH14',
    '1234/BGDĐT-VP',
    '02-TTr/ĐU',
    '01/2024/TTLT-BTC-BNV',
    '100/2015/QH13,',
    '90/HD-BTG-BYT-BHXH',
    '26/CV-DC',
    '02/BQLDA-KT',
    '66.16/2026/NQ-CP',
    '01/KH-QLĐT',
    'PL2/BC-UBND',
  ])('leaves a right code alone: %s', (chunk) => {
    expect(repairCode(chunk, symbols)?.text).toBe(chunk)
    expect(repairCode(chunk, symbols, foreign)?.text).toBe(chunk)
  })

  test.each([
    '866/QĐ-Tg',
    '05/2025/QĐ-UNBD',
    '57-NQ/TU',
    '181/2024/NĐCP',
    '20/2000/QĐ-TTG',
    '211/2017/UBTQH14',
  ])('keeps a misprint that no engine makes: %s', (chunk) => {
    expect(repairCode(chunk, symbols)).toMatchObject({ text: chunk, changed: false })
  })

  test.each([
    'so6',
    '22/12/2024',
    '2026-2030',
    'tế/xã',
    'COVID-19',
    'km/h',
    '60km/h',
    'KT-XH',
    'HIV/AIDS',
    'C/O',
    'V/v',
    'VND/USD',
    'Hà-Nội',
    'CỘNG-HÒA',
    '-Tw',
    '-UBND',
    '-Thu',
    '05A:2020/BCT',
    'QCVN122:2024/BGTVT',
    '122:2024/BGTVT',
    'YBB-SA032/26-LR',
    'a@UBND-X.vn',
    'https://QD-TTg.vn/QD-TTg',
    '½-QD',
    '',
    '/',
    '57-',
    'NQ',
  ])('takes no code from %j', (chunk) => {
    expect(repairCode(chunk, symbols, foreign)).toBeNull()
  })

  test.each([
    ['company papers', '01.6/GĐN/KSYB'],
    ['roman numerals', '04-III/ATBXHN'],
    ['forms', 'S37-DN'],
    ['file names', '32.2017.TT-BCT'],
    ['foreign codes', '92/84/EEC'],
    ['a stop between two symbols', '5114/QĐ.UBND'],
    ['a term that does not exist', '10/2012/QH18'],
    ['an unknown symbol', '12/QX-ZZW'],
  ])('does not touch %s', (_, chunk) => {
    expect(repairCode(chunk, symbols, foreign)?.text ?? chunk).toBe(chunk)
  })

  test('reports little confidence in symbols that no list has, much in common ones', () => {
    expect(repairCode('12/QX-ZZW', symbols)!.confidence).toBeLessThan(0.6)
    expect(repairCode('866/QĐ-Tg', symbols)!.confidence).toBeLessThan(0.8)
    expect(repairCode('30/2020/NĐ-CP', symbols)!.confidence).toBeGreaterThan(0.99)
    expect(repairCode('30/2120/NĐ-CP', symbols)!.confidence).toBeLessThan(0.6)
  })

  test('leaves an ambiguous bar alone unless the engine has no Đ', () => {
    expect(repairCode('08-DA/TU', symbols)).toMatchObject({ text: '08-DA/TU', changed: false })
    expect(repairCode('08-DA/TU', symbols)!.confidence).toBeLessThan(0.5)
    expect(repairCode('08-DA/TU', symbols, foreign)!.text).toBe('08-ĐA/TU')
    expect(repairCode('46/CD-TTg', symbols, foreign)!.text).toBe('46/CĐ-TTg')
  })

  test('gives the parts', () => {
    expect(repairCode('29/2010/TTLT-BGDDT-BTC', symbols)!.parts).toEqual({
      number: '29',
      year: '2010',
      type: 'TTLT',
      organisations: ['BGDĐT', 'BTC'],
    })
    expect(repairCode('(1234/BGDDT-VP)', symbols)!.parts).toEqual({
      number: '1234',
      year: '',
      type: '',
      organisations: ['BGDĐT', 'VP'],
    })
    expect(repairCode('45/2019/QHl4', symbols)!.parts).toEqual({
      number: '45',
      year: '2019',
      type: 'QH14',
      organisations: [],
    })
    expect(repairCode('/KH-UBND', symbols)!.parts.number).toBe('')
  })
})

describe('CodeSymbols', () => {
  test('knows the symbols it is given, and no others', () => {
    const few = new CodeSymbols({
      types: [{ symbol: 'QĐ', weight: 10 }],
      organisations: [{ symbol: 'XĐZ', weight: 10 }],
    })
    expect(repairCode('1/QD-XDZ', few)!.text).toBe('1/QĐ-XĐZ')
    expect(repairCode('1/QD-HDND', few)!.text).toBe('1/QĐ-HDND')
  })

  test('takes entries with signs apart and leaves out what is no symbol', () => {
    const odd = new CodeSymbols({
      types: [{ symbol: 'XĐ-ZĐ', weight: 1 }],
      organisations: [
        { symbol: '', weight: 1 },
        { symbol: 'A B', weight: 1 },
        { symbol: 'W'.repeat(1000), weight: 1 },
        { symbol: 'NN', weight: Number.NaN },
        { symbol: 'PP', weight: 0 },
        { symbol: 'TT', weight: -1 },
      ],
    })
    expect(['XĐ', 'ZĐ'].map((symbol) => odd.has(symbol))).toEqual([true, true])
    expect(['', 'NN', 'PP', 'TT', 'W'.repeat(1000)].map((symbol) => odd.has(symbol))).toEqual(
      Array(5).fill(false),
    )
  })

  test('of nothing repairs nothing', () => {
    const none = new CodeSymbols({ types: [], organisations: [] })
    expect(repairCode('30/2020/ND-CP', none)).toMatchObject({ text: '30/2020/ND-CP', changed: false })
  })

  test('prefers the symbol in use', () => {
    const rivals = (weight: number) =>
      new CodeSymbols({
        types: [{ symbol: 'QĐ', weight: 1 }],
        organisations: [
          { symbol: 'ZĐ', weight },
          { symbol: 'ZD', weight: 1000 - weight },
        ],
      })
    expect(repairCode('1/QĐ-ZD', rivals(999))!.text).toBe('1/QĐ-ZĐ')
    expect(repairCode('1/QĐ-ZD', rivals(500))!.text).toBe('1/QĐ-ZD')
  })
})

describe('joinCode', () => {
  test.each([
    [['57-', 'NQ/TW,'], ['57-', 'NQ/TW,'], false],
    [['57-', 'NQ/T'], null, false],
    [['126/2024/ND-', 'CP.'], ['126/2024/NĐ-', 'CP.'], false],
    [['126/2024', '/ND-CP'], ['126/2024', '/NĐ-CP'], false],
    [['8602', '-', 'QD/TU'], ['8602', '-', 'QĐ/TU'], false],
    [['8602', '-', 'QD', '/', 'TU'], ['8602', '-', 'QĐ', '/', 'TU'], false],
    [['57-NQ/T', 'W.'], ['57-NQ/T', 'W.'], true],
    [['726/QD-T', 'Tg'], ['726/QĐ-T', 'Tg'], true],
    [['42/2009/QH', '12'], ['42/2009/QH', '12'], false],
    [['42/2009/QH', 'I2'], ['42/2009/QH', '12'], true],
    [['O1/CV-', 'MS'], ['01/CV-', 'MS'], false],
  ])('%j', (chunks, halves, isInside) => {
    const join = joinCodes(chunks, symbols, foreign)
    expect(join?.halves.map((half) => half.text) ?? null).toEqual(halves)
    expect(join?.isInside ?? false).toBe(isInside)
  })

  test('gives both halves the parts and the confidence of the whole', () => {
    const join = joinCode('57-', 'NQ/TW', symbols)!
    const whole = repairCode('57-NQ/TW', symbols)!
    expect(join.halves).toEqual([
      { ...whole, text: '57-' },
      { ...whole, text: 'NQ/TW' },
    ])
  })

  test.each([
    ['two codes', '57-NQ/TW', '-CP'],
    ['an open code and another', '217/2025/ND-', '217/2025/ND-CP'],
    ['a list', '-', 'UBND'],
    ['a word and a list', 'là', '-UBND'],
    ['a year and a code', '2025', 'QD-TTg'],
    ['a date and a symbol', '22/12/2024', '-NQ'],
    ['a name of two words', 'Hải-', 'Phòng'],
    ['words with a sign', 'KT-', 'XH'],
    ['a range', '2026-', '2030'],
    ['a number over two lines', '10/202', '1/QD-UBND'],
    ['a sentence end', '57-NQ.', 'TW'],
    ['a code and a word', '57-NQ/TW', 'VÀ'],
    ['a code with a sign behind', '14/2012/QH13', '-'],
    ['nothing', '', ''],
    ['half of nothing', '57-', ''],
  ])('does not join %s', (_, left, right) => {
    expect(joinCode(left, right, symbols, foreign)).toBeNull()
  })

  test('wants two to five chunks', () => {
    expect(joinCodes([], symbols)).toBeNull()
    expect(joinCodes(['57-NQ/TW'], symbols)).toBeNull()
    expect(joinCodes(['57', '-', 'NQ', '-', 'TW', '-'], symbols)).toBeNull()
  })
})

const piece = fc.constantFrom(
  ...[
    '57',
    '1S',
    'l79',
    '2024',
    '20I9',
    '202S',
    '/',
    '-',
    '/',
    '-',
    '–',
    '~',
    '°',
    ':',
    '.',
    '\u2044',
    '(',
    '),',
  ],
  ...[
    'QĐ',
    'QD',
    'Qb',
    'NĐ',
    'ND',
    'TT',
    'IT',
    'KH',
    'TTr',
    'TTT',
    'CP',
    'C.P',
    'TTg',
    'TTe',
    'UBND',
    'UBNĐ',
  ],
  ...[
    'HDND',
    'QH15',
    'QHI5',
    'QHIS',
    'TW',
    'T W',
    'BGDDT',
    'BTC',
    'BIC',
    'SCT',
    'CP1',
    'Số:',
    's6',
    'D',
    'Đ',
    'I',
    '1',
  ],
)
const codeLike = fc.array(piece, { minLength: 2, maxLength: 9 }).map((pieces) => pieces.join(''))
const chunk = fc.oneof(codeLike, anyText)

describe('the laws of codes', () => {
  const run = { numRuns: 3000 }

  test('a repair is stable', () => {
    fc.assert(
      fc.property(chunk, fc.boolean(), (text, barsLost) => {
        const repair = repairCode(text, symbols, { barsLost })
        if (repair === null) return
        const again = repairCode(repair.text, symbols, { barsLost })
        expect(again?.text).toBe(repair.text)
      }),
      run,
    )
  })

  test('no figure of the number becomes another or goes, and confidence is a probability', () => {
    const figures = (text: string) => text.replace(/\D/g, '')
    fc.assert(
      fc.property(chunk, fc.boolean(), (text, barsLost) => {
        const repair = repairCode(text, symbols, { barsLost })
        if (repair === null) return
        expect(repair.confidence).toBeGreaterThanOrEqual(0)
        expect(repair.confidence).toBeLessThanOrEqual(1)
        expect(repair.changed).toBe(repair.text !== text)
        const head = /^[^\p{L}\d]*\d+/u.exec(text)?.[0]
        if (head !== undefined) expect(repair.text.startsWith(head)).toBe(true)
        // A few figures stand for letters (`T1-BTC`); none comes from nothing.
        if (!/[lI|LOoSZzTA[]/.test(text)) expect(figures(text)).toContain(figures(repair.text))
      }),
      run,
    )
  })

  test('the length changes by less than the text has letters, marks at the edges not at all', () => {
    fc.assert(
      fc.property(chunk, (text) => {
        const repair = repairCode(text, symbols)
        if (repair === null) return
        expect(repair.text.length).toBeLessThanOrEqual(text.length)
        expect(repair.text.length * 3).toBeGreaterThanOrEqual(text.length)
        const edges = /^[^\p{L}\d]*|[^\p{L}\d]*$/gu
        expect(repair.text.match(edges)).toEqual(text.match(edges))
      }),
      run,
    )
  })

  test('halves together are the whole', () => {
    fc.assert(
      fc.property(codeLike, fc.nat(), (text, at) => {
        const cut = 1 + (at % Math.max(1, text.length - 1))
        const join = joinCode(text.slice(0, cut), text.slice(cut), symbols)
        if (join === null) return
        expect(join.halves.map((half) => half.text).join('')).toBe(repairCode(text, symbols)!.text)
      }),
      run,
    )
  })

  test('any symbols may be listed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ symbol: anyText, weight: fc.double() })),
        fc.array(anyText),
        (list, texts) => {
          const any = new CodeSymbols({ types: list, organisations: list })
          for (const text of [...texts, ...list.map(({ symbol }) => `1/${symbol}`)]) repairCode(text, any)
        },
      ),
      { numRuns: 200 },
    )
  })

  test.each(HOSTILE)('survives %s', (_, text) => {
    expect(repairCode(text, symbols)).toBeNull()
    expect(joinCode(text, text, symbols)).toBeNull()
    expect(joinCode('57-', text, symbols)).toBeNull()
  })

  test('takes bounded time for the longest chunks that are looked at', () => {
    for (const text of ['ĐD', 'IT', 'TT-', 'QH1', '.', "T'", 'HIHE']) {
      const long = `1/${text.repeat(62 / text.length)}`
      expect(repairCode(long, symbols)?.text ?? long).toHaveLength(long.length)
    }
  })
})
