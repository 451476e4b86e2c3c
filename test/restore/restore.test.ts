import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDictionary } from '../../src/restore/read-dictionary.ts'
import { type RestoreOptions, restore } from '../../src/restore/restore.ts'
import { fold } from '../../src/unicode/fold.ts'
import { stripMarks } from '../../src/unicode/strip-marks.ts'
import { anyText, vietnameseText } from '../unicode/arbitraries.ts'
import { FOREIGN, faultyEntry, fixture, model, PLANS } from './shipped.ts'

const textOf = (text: string, options: Partial<RestoreOptions> = {}): string =>
  restore(text, { model, ...options }).text

/** A stripped sentence around what is tested, so that the text counts as stripped Vietnamese. */
const BEFORE = 'Uy ban nhan dan tinh ban hanh ke hoach phat trien kinh te tren dia ban '
const AFTER = ' trong nam nay'
const inStripped = (part: string): string => {
  const text = textOf(BEFORE + part + AFTER)
  expect(text).toMatch(/^Ủy ban nhân dân tỉnh ban hành kế hoạch .* trong năm nay$/)
  return text.slice(BEFORE.length, text.length - AFTER.length)
}

describe('restore', () => {
  it.each([
    ['Uy ban nhan dan tinh Lao Cai', 'Ủy ban nhân dân tỉnh Lào Cai'],
    ['Cong hoa xa hoi chu nghia Viet Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['Doc lap - Tu do - Hanh phuc', 'Độc lập - Tự do - Hạnh phúc'],
    ['Can cu Luat To chuc chinh quyen dia phuong', 'Căn cứ Luật Tổ chức chính quyền địa phương'],
    ['Noi nhan: Nhu tren; Luu: VT.', 'Nơi nhận: Như trên; Lưu: VT.'],
  ])('restores %j', (bare, marked) => {
    expect(textOf(bare)).toBe(marked)
  })

  it.each([
    ['UY BAN NHAN DAN TINH LAO CAI', 'ỦY BAN NHÂN DÂN TỈNH LÀO CAI'],
    ['Uy Ban Nhan Dan', 'Ủy Ban Nhân Dân'],
    ['uY bAN nHaN dAN tinh', 'ủY bAN nHâN dÂN tỉnh'],
  ])('keeps the capitals of %j', (bare, marked) => {
    expect(textOf(bare)).toBe(marked)
  })

  describe('in a stripped sentence leaves', () => {
    it.each([
      '57-NQ/TW',
      '1169/QĐ-TTg',
      '08/KH-UBND',
      '22/12/2024',
      '1.250.000',
      '3,5%',
      'https://vanban.chinhphu.vn/QD/CDS?x=HDND',
      'www.haiduong.gov.vn/ke-hoach',
      'ubnd-namsach@haiduong.gov.vn',
      'QDND@hdnd.gov.vn',
      'infographic',
      'Livestream',
      'Facebook',
      'YouTube',
      'iPhone',
      'startup',
      'II',
      'XIV',
      'UBND',
      'GDP',
      'DTTS',
      'GDTX',
      'XYZWQ',
      'KPIs',
      '5G',
      'H5N1',
      'COVID-19',
      'm2',
      'km/h',
      'ISO 9001:2015',
    ])('%s', (part) => {
      expect(inStripped(part)).toBe(part)
    })
  })

  it.each([
    ['1169/QD-TTg', '1169/QĐ-TTg'],
    ['15/2024/ND-CP', '15/2024/NĐ-CP'],
    ['12/2019/NQ-HDND', '12/2019/NQ-HĐND'],
    ['QD-TTg', 'QĐ-TTg'],
    ['HDND', 'HĐND'],
    ['QD', 'QĐ'],
    ['(CDS)', '(CĐS)'],
    ['DMST', 'ĐMST'],
    ['BGDDT', 'BGDĐT'],
  ])('gives %s its bar back in a stripped sentence', (bare, barred) => {
    expect(inStripped(bare)).toBe(barred)
  })

  describe('words that carry marks', () => {
    it('stay, right or wrong', () => {
      expect(textOf('Uy bán nhan dan tinh')).toBe('Ủy bán nhân dân tỉnh')
      expect(textOf('Ủy ban nhân dan tỉnh ban hanh kế hoạch phat triển')).toBe(
        'Ủy ban nhân dân tỉnh ban hành kế hoạch phát triển',
      )
    })

    it('are restored again on demand', () => {
      expect(textOf('Uy bán nhan dan tinh', { redo: true })).toBe('Ủy ban nhân dân tỉnh')
      expect(textOf('Cộng hóa xá hội chú nghĩa Việt Nam', { redo: true })).toBe(
        'Cộng hòa xã hội chủ nghĩa Việt Nam',
      )
    })
  })

  describe('placement of the tone mark', () => {
    const bare = 'suc khoe va hoa binh, thuy loi'

    it('is traditional where the text says nothing', () => {
      expect(textOf(bare)).toBe('sức khỏe và hòa bình, thủy lợi')
    })

    it('is what is asked for', () => {
      expect(textOf(bare, { placement: 'modern' })).toBe('sức khoẻ và hoà bình, thuỷ lợi')
      expect(textOf(bare, { placement: 'traditional' })).toBe('sức khỏe và hòa bình, thủy lợi')
    })

    it('follows the text', () => {
      expect(textOf(`hoà giải, thuỷ sản. Tinh da dau tu cho ${bare}`)).toMatch(
        /^hoà giải, thuỷ sản\. .*khoẻ và hoà bình, thuỷ lợi$/,
      )
      expect(textOf(`hòa giải, thủy sản. Tinh da dau tu cho ${bare}`)).toMatch(
        /^hòa giải, thủy sản\. .*khỏe và hòa bình, thủy lợi$/,
      )
    })

    it('never moves on words that are there', () => {
      const modern = 'hoà giải, thuỷ sản, khoẻ mạnh, quý'
      expect(textOf(modern, { placement: 'traditional' })).toBe(modern)
      expect(textOf('hòa giải, thủy sản', { placement: 'modern' })).toBe('hòa giải, thủy sản')
    })

    it('does not touch qu', () => {
      expect(textOf('quy dau tu, quy IV, quy hoach', { placement: 'modern' })).toBe(
        'quỹ đầu tư, quý IV, quy hoạch',
      )
    })
  })

  it("favours the phrases of the user's list and leaves its protected words", () => {
    const dictionary = readDictionary('chợ Đình\tplace\nLò Thị Păn\tname\nsan\tprotected\n', {
      file: 'own.tsv',
    })
    const texts: readonly (readonly [bare: string, without: string, withList: string])[] = [
      ['tieu thuong o cho Dinh mo tai khoan', 'chợ Dinh', 'chợ Đình'],
      ['ba Lo Thi Pan la chu tich xa', 'Lò Thị Pan', 'Lò Thị Păn'],
      ['ke hoach du an san xuat', 'sản xuất', 'san xuất'],
    ]
    for (const [bare, without, withList] of texts) {
      expect(textOf(bare)).toContain(without)
      expect(textOf(bare, { dictionary })).toContain(withList)
    }
  })

  it("knows the abbreviations of the user's list", () => {
    const dictionary = readDictionary('XĐQZ\tabbreviation\n', { file: 'own.tsv' })
    const bare = 'giao phong XDQZ trong nam nay de thuc hien ke hoach'
    expect(textOf(bare)).toContain('XDQZ')
    expect(textOf(bare, { dictionary })).toContain('XĐQZ')
  })

  it('leaves capitals that stand alone among small letters', () => {
    expect(textOf('giao TU va DA trong nam nay de thuc hien')).toBe(
      'giao TU và DA trong năm nay để thực hiện',
    )
  })

  it('keeps lines, indents, tabs and no-break spaces', () => {
    const text = '  Noi nhan:\r\n\t-\u00a0Nhu tren;\r\n\r\n\f   - Luu: VT.\u2028'
    expect(textOf(text)).toBe('  Nơi nhận:\r\n\t-\u00a0Như trên;\r\n\r\n\f   - Lưu: VT.\u2028')
  })

  it.each(PLANS)('leaves %s unchanged, byte for byte', (plan) => {
    const text = fixture(plan)
    const { text: restored, words } = restore(text, { model })
    expect(restored).toBe(text)
    expect(words.filter((word) => word.text !== word.original)).toEqual([])
    expect(words.length).toBeGreaterThan(1000)
  })

  it.each(FOREIGN)('leaves %s unchanged', (_, text) => {
    expect(textOf(text)).toBe(text)
    expect(textOf(text, { redo: true })).toBe(text)
  })

  it('leaves a paragraph of English in a stripped document', () => {
    const english = (FOREIGN[0] as readonly [string, string])[1].split(' It can')[0] as string
    const text = `${BEFORE.trim()}.\n\n${english}\n\n${BEFORE.trim()}.\n`
    const restored = textOf(text)
    expect(restored).toContain(english)
    expect(restored.match(/Ủy ban nhân dân tỉnh/g)).toHaveLength(2)
  })

  it('restores a stripped paragraph of a sound document', () => {
    const plan = fixture(PLANS[0] as string)
    const text = `${plan}\nUy ban nhan dan phuong giao Phong Van hoa theo doi, don doc, tong hop ket qua bao cao.\n`
    expect(textOf(text)).toBe(
      `${plan}\nỦy ban nhân dân phường giao Phòng Văn hóa theo dõi, đôn đốc, tổng hợp kết quả báo cáo.\n`,
    )
  })

  it('reads decomposed letters, and gives spans of the text as it came', () => {
    const text = 'U\u0309y ban nha\u0302n dan ti\u0309nh ban hanh ke hoach'
    const { text: restored, words } = restore(text, { model })
    expect(restored.normalize('NFC')).toBe('Ủy ban nhân dân tỉnh ban hành kế hoạch')
    expect(faultyEntry(text, words)).toBeNull()
    expect(words.find(({ original }) => original === 'hoach')).toMatchObject({
      text: 'hoạch',
      span: [36, 41],
    })
  })

  it('reads over zero-width characters and soft hyphens, and gives spans of the text as it came', () => {
    const text = 'Uy\u200b ban nh\u00adan d\u200ban tinh'
    const { text: restored, words } = restore(text, { model })
    expect(restored).toBe('Ủy\u200b ban nhân dân tỉnh')
    expect(faultyEntry(text, words)).toBeNull()
    expect(words.map(({ original }) => original)).toEqual(['Uy', 'ban', 'nh\u00adan', 'd\u200ban', 'tinh'])
  })

  it('gives every word in order with a probability', () => {
    const text = 'Ban hanh kem theo Quyet dinh 57-NQ/TW, HDND'
    const { words } = restore(text, { model })
    expect(words.map(({ text: word }) => word)).toEqual([
      'Ban',
      'hành',
      'kèm',
      'theo',
      'Quyết',
      'định',
      'HĐND',
    ])
    for (const { confidence } of words) {
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThanOrEqual(1 + 1e-6)
    }
  })

  it('is less sure of what can be read in two ways', () => {
    const sureOf = (text: string, word: string): number =>
      restore(text, { model }).words.find(({ original }) => original === word)?.confidence ?? Number.NaN
    expect(sureOf('Uy ban nhan dan tinh Lao Cai', 'nhan')).toBeGreaterThan(0.99)
    expect(sureOf('ba Ban', 'Ban')).toBeLessThan(0.9)
  })

  const laws = (text: string, options: Partial<RestoreOptions>): void => {
    const { text: restored, words } = restore(text, { model, ...options })
    // Only marks change, the bar of đ in abbreviations included: keys and white space are the same.
    expect(fold(restored)).toBe(fold(text))
    // A zero-width no-break space inside a word goes with the word, though a pattern calls it white space.
    const frame = (page: string) => page.replace(/[\S\ufeff]+/g, 'x')
    expect(frame(restored)).toBe(frame(text))
    expect(faultyEntry(text, words)).toBeNull()
    let built = ''
    let done = 0
    for (const { span, text: word, confidence } of words) {
      built += text.slice(done, span[0]) + word
      done = span[1]
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1 + 1e-6)
    }
    expect(built + text.slice(done)).toBe(restored)
  }
  const someText = fc.oneof(anyText, vietnameseText, vietnameseText.map(stripMarks))

  it('changes nothing but marks, and its words make up its text, for any text', () => {
    fc.assert(
      fc.property(someText, (text) => laws(text, {})),
      { numRuns: 500 },
    )
    for (const file of PLANS) laws(stripMarks(fixture(file)), {})
  })

  it('does so when it restores words that carry marks', () => {
    fc.assert(
      fc.property(someText, (text) => laws(text, { redo: true, placement: 'modern' })),
      { numRuns: 500 },
    )
    laws(fixture(PLANS[0] as string), { redo: true })
  })

  it('has nothing to do for its own result', () => {
    for (const plan of PLANS) {
      const restored = textOf(stripMarks(fixture(plan)))
      expect(textOf(restored)).toBe(restored)
    }
  })
})

describe('stripMarks', () => {
  it.each([
    ['Ủy ban nhân dân Thành phố', 'Uy ban nhan dan Thanh pho'],
    ['ĐMST, QĐ-TTg, đường', 'DMST, QD-TTg, duong'],
    ['THỦ TƯỚNG CHÍNH PHỦ', 'THU TUONG CHINH PHU'],
    ['Nghi\u0323 quye\u0302\u0301t', 'Nghi quyet'],
    ['57-NQ/TW, 1.250.000 – “a”', '57-NQ/TW, 1.250.000 – “a”'],
    ['', ''],
  ])('makes %j %j', (text, bare) => {
    expect(stripMarks(text)).toBe(bare)
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bare = stripMarks(text)
        expect(stripMarks(bare)).toBe(bare)
      }),
      { numRuns: 1000 },
    )
  })
})
