import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, undoEdits } from '../../src/restore/edit.ts'
import { readDictionary } from '../../src/restore/read-dictionary.ts'
import { type RepairOptions, repair } from '../../src/restore/repair.ts'
import { restore } from '../../src/restore/restore.ts'
import type { Source } from '../../src/restore/source.ts'
import { stripMarks } from '../../src/unicode/strip-marks.ts'
import { anyText, vietnameseText } from '../unicode/arbitraries.ts'
import { FOREIGN, faultyEntry, fixture, model, PLANS, SCAN } from './shipped.ts'

const textOf = (text: string, source: RepairOptions['source'] = 'auto'): string =>
  repair(text, { model, source }).text

/** A sentence of the scan's kind around what is tested. */
const BEFORE = 'Uy ban nhan dan xa ban hanh ké hoach theo quy dinh '
const AFTER = ' trong nam 2025'
const inScan = (part: string): string => {
  const text = textOf(BEFORE + part + AFTER, 'eng')
  expect(text).toMatch(/^Ủy ban nhân dân xã ban hành kế hoạch theo quy định .* trong năm 2025$/)
  return text.slice(BEFORE.length, text.length - AFTER.length)
}

describe('repair of a page read with a model for English', () => {
  it.each([
    ['Tuyén truyén Nghi quyét sé6 57-NQ/TW', 'Tuyên truyền Nghị quyết số 57-NQ/TW'],
    ['Thuc hién Ké hoach s6 192/KH-UBND ngay 08/8/2025', 'Thực hiện Kế hoạch số 192/KH-UBND ngày 08/8/2025'],
    ['cia Uy ban nhan dan thanh phé Hai Phong', 'của Ủy ban nhân dân thành phố Hải Phòng'],
    ['quan 1y va doi séng', 'quản lý và đời sống'],
    ['TM. UY BAN NHAN DAN', 'TM. ỦY BAN NHÂN DÂN'],
    [
      'khoa hoc, cong nghé (KHCN), déi méi sang tao (PMST)',
      'khoa học, công nghệ (KHCN), đổi mới sáng tạo (ĐMST)',
    ],
  ])('reads %j', (read, printed) => {
    expect(textOf(read, 'eng')).toBe(printed)
  })

  it('makes II of 11 before a heading in capitals', () => {
    const text = textOf('1. MUC DiCH, YEU CAU\n\n11. NOI DUNG\n\n1. Noi dung tuyén truyén\n', 'eng')
    expect(text).toBe('I. MỤC ĐÍCH, YÊU CẦU\n\nII. NỘI DUNG\n\n1. Nội dung tuyên truyền\n')
  })

  describe('leaves', () => {
    it.each([
      '57-NQ/TW',
      '1169/QĐ-TTg',
      '178/2024/NĐ-CP',
      '22/12/2024',
      '1.250.000',
      '3,5%',
      'https://vanban.chinhphu.vn/QD/CDS',
      'QDND@hdnd.gov.vn',
      'infographic',
      'Livestream',
      'Facebook',
      'YouTube',
      'blockchain',
      'startup',
      'II',
      'XIV',
      'UBND',
      'GDP',
      'XYZWQ',
      '5G',
      'H5N1',
      'COVID-19',
    ])('%s', (part) => {
      expect(inScan(part)).toBe(part)
    })
  })
})

describe('repair of a page read with a model for Vietnamese', () => {
  const damaged =
    'Ủy ban nhân dân thành phó Hải Phòng ban hành kế hoạch chuyển đối số; các tô chức, đơn vi trên đia bàn thực hiện.'

  it('mends changed marks', () => {
    expect(textOf(damaged)).toBe(
      'Ủy ban nhân dân thành phố Hải Phòng ban hành kế hoạch chuyển đổi số; các tổ chức, đơn vị trên địa bàn thực hiện.',
    )
  })

  it('records what it did and why', () => {
    const { edits } = repair(damaged, { model })
    expect(edits.map(({ original, replacement, reason }) => [original, replacement, reason])).toEqual([
      ['phó', 'phố', 'marks'],
      ['đối', 'đổi', 'marks'],
      ['tô', 'tổ', 'marks'],
      ['vi', 'vị', 'marks'],
      ['đia', 'địa', 'marks'],
    ])
  })

  it.each(PLANS)('leaves %s as it is, 0 words altered', (plan) => {
    const text = fixture(plan)
    for (const source of ['auto', 'vie', 'none'] as const) {
      const { edits, text: repaired } = repair(text, { model, source })
      expect(edits.map(({ original, replacement }) => `${original} → ${replacement}`)).toEqual([])
      expect(repaired).toBe(text)
    }
  })

  it.each(PLANS)('leaves %s as it is in decomposed letters', (plan) => {
    const text = fixture(plan).normalize('NFD')
    expect(textOf(text)).toBe(text)
  })

  it.each(PLANS)('leaves %s as it is with zero-width characters in its words', (plan) => {
    const text = fixture(plan).replace(/([ếạ])(?=\p{L})/gu, '$1\u200b')
    expect(textOf(text)).toBe(text)
  })
})

describe('repair of a text that lost its marks only', () => {
  it('restores it', () => {
    const text = stripMarks(fixture(PLANS[0] as string))
    const repaired = repair(text, { model })
    expect(repaired.source).toBe('none')
    expect(repaired.text).toBe(restore(text, { model }).text)
    expect(new Set(repaired.edits.map(({ reason }) => reason))).toEqual(new Set(['marks']))
  })
})

describe('repair', () => {
  it('finds out by itself which page it has', () => {
    expect(repair(fixture(SCAN), { model }).source).toBe('eng')
    expect(repair(fixture(PLANS[0] as string), { model }).source).toBe('vie')
    expect(repair('Uy ban nhan dan', { model }).source).toBe('none')
  })

  it('takes the word of the caller for it', () => {
    for (const source of ['eng', 'vie', 'none'] as const) {
      expect(repair('Uy ban nhan dan', { model, source }).source).toBe(source)
    }
  })

  it.each(FOREIGN)('leaves %s unchanged', (_, text) => {
    const { edits, text: repaired } = repair(text, { model })
    expect(edits).toEqual([])
    expect(repaired).toBe(text)
  })

  it("favours the phrases of the user's list and leaves its protected words", () => {
    const dictionary = readDictionary('chợ Đình\tplace\nDA\tprotected\n', { file: 'own.tsv' })
    const page = 'tieu thuong o cho Dinh giao DA trong nam nay'
    expect(repair(page, { model, source: 'eng', dictionary }).text).toBe(
      'tiểu thương ở chợ Đình giao DA trong năm nay',
    )
  })

  it('keeps the placement of the tone mark that the page uses', () => {
    const page = 'Tang cuong hoà giải, thuỷ sản, khoá hop. Bao vé hoa binh va suc khoe nhan dan.'
    expect(textOf(page, 'eng')).toMatch(/hoà bình và sức khoẻ nhân dân\.$/)
    expect(textOf(page.replace('hoà', 'hòa').replace('thuỷ', 'thủy').replace('khoá', 'khóa'), 'eng')).toMatch(
      /hòa bình và sức khỏe nhân dân\.$/,
    )
  })

  it('makes no edit below the confidence asked for, and suggests it instead', () => {
    const page = fixture(SCAN)
    const all = repair(page, { model, minConfidence: 0 })
    const sure = repair(page, { model, minConfidence: 0.95 })
    expect(all.suggestions).toEqual([])
    expect(sure.edits.length).toBeLessThan(all.edits.length)
    expect(sure.edits.length + sure.suggestions.length).toBe(all.edits.length)
    for (const { confidence } of sure.edits) expect(confidence).toBeGreaterThanOrEqual(0.95)
    for (const { confidence } of sure.suggestions) expect(confidence).toBeLessThan(0.95)
  })

  it('calls edits certain, likely or suggestions by their confidence', () => {
    for (const { applicability, confidence } of repair(fixture(SCAN), { model }).edits) {
      expect(applicability).toBe(confidence >= 0.95 ? 'certain' : confidence >= 0.5 ? 'likely' : 'suggestion')
    }
  })

  it('gives the same for the same page, whatever was read before', () => {
    const page = fixture(SCAN)
    expect(repair(page, { model })).toEqual(repair(page, { model }))
  })

  it('reads a decomposed page as the composed one', () => {
    const page = fixture(SCAN)
    expect(textOf(page.normalize('NFD'), 'eng').normalize('NFC')).toBe(textOf(page, 'eng'))
  })

  const breaks = (text: string): string => text.replace(/[^\n\r\f\u2028\u2029]+/g, '')
  const laws = (text: string, source: Source): void => {
    const { edits, suggestions, text: repaired, words } = repair(text, { model, source })
    expect(applyEdits(text, edits)).toBe(repaired)
    expect(undoEdits(repaired, edits)).toBe(text)
    expect(breaks(repaired)).toBe(breaks(text))
    for (const list of [edits, suggestions, words]) {
      expect(faultyEntry<{ span: readonly [number, number]; original: string }>(text, list)).toBeNull()
      for (const { confidence } of list) {
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1 + 1e-6)
      }
    }
    for (const { original, replacement, reason, alternatives } of [...edits, ...suggestions]) {
      expect(original).not.toBe('')
      expect(replacement).not.toBe('')
      expect(replacement).not.toBe(original)
      // White space may go where two pieces were one word; it comes only behind the numeral of a heading.
      if (!/\s/.test(original) && reason !== 'numeral' && reason !== 'split')
        expect(replacement).not.toMatch(/\s/)
      expect(alternatives.length).toBeLessThanOrEqual(3)
    }
  }
  const SCRAPS = [
    ...'thuong xuyén trén dia ban; thanh phd. PMST CPS (KHCN) 57- NQ/TW 1. 11. I1. NOI DUNG x& hoi t() chuc'.split(
      ' ',
    ),
    ...'s6 d€ ¥ nghia “Binh dan" …. UBND QD-TTg @ & § caa 1y e\u0302\u0323 \u0301 (\u0301abc \ufeffxa \u00adke'.split(
      ' ',
    ),
    ...['\n', '\r\n', '\u00a0', '\u200b', '\f'],
  ]
  const scanText = fc.array(fc.constantFrom(...SCRAPS), { maxLength: 14 }).map((scraps) => scraps.join(' '))

  it.each(['eng', 'vie', 'none'] as const)(
    'edits what it says, can be undone, and keeps the lines of any text (%s)',
    (source) => {
      fc.assert(
        fc.property(fc.oneof(anyText, vietnameseText, scanText), (text) => laws(text, source)),
        { numRuns: 200 },
      )
      laws(fixture(SCAN), source)
    },
  )
})
