import { describe, expect, it } from 'vitest'
import { findAbbreviations } from '../../src/plan/abbreviations.ts'
import { crossWarnings } from '../../src/plan/cross-warnings.ts'
import { findReferences } from '../../src/plan/references.ts'

const warn = (text: string) =>
  crossWarnings({ text, references: findReferences(text), abbreviations: findAbbreviations(text) }).map(
    ({ code, subject }) => `${code} ${subject}`,
  )

describe('crossWarnings', () => {
  it.each<[string, string[]]>([
    ['Nghị quyết số 11-NQ/TW ngày 03/4/2024; Nghị quyết số 11-NQ/TW ngày 03/4/2025', ['conflict 11-NQ/TW']],
    ['Nghị quyết số 11-NQ/TW ngày 03/4/2024; Nghị quyết số 11-NQ/TU', ['variant 11-NQ/TU']],
    [
      'Thông tư số 36/2025/TT-BNNMT ngày 2/7/2025, Thông tư số 36/2025/TT-BNMT ngày 2/7/2025',
      ['variant 36/2025/TT-BNMT'],
    ],
    ['Quyết định số 866/QĐ-Tg ngày 18/7/2023', ['variant 866/QĐ-Tg']],
    ['Quyết định số 05/2025/QĐ-UNBD', ['variant 05/2025/QĐ-UNBD']],
    ['Nghị định số 181/2024/NĐCP', ['variant 181/2024/NĐCP']],
    ['khoa học công nghệ (KHCCN) và các ứng dụng KHCN mới', ['variant KHCCN']],
    ['thực hiện chuyển đổi số (CĐS) và CDS toàn diện', ['variant CĐS']],
    ['về vật liệu nổ VLNCN trên địa bàn', ['undefined VLNCN']],
  ])('of %j', (text, expected) => {
    expect(warn(text)).toEqual(expected)
  })

  it.each([
    'Nghị quyết số 11-NQ/TW ngày 03/4/2024; Nghị quyết số 11-NQ/TU ngày 05/6/2024',
    'Nghị quyết số 11-NQ/TW ngày 03/4/2024; Nghị quyết số 12-NQ/TW ngày 03/4/2024',
    'Quyết định số 866/QĐ-TTg ngày 18/7/2023; Quyết định 866/QĐ-TTG',
    'Luật Giá năm 2023; Luật Giá ngày 19/6/2023',
    'Công văn số 12/SNV-CCHC và Công văn số 12/STC-QLNS',
    'cụm công nghiệp (CCN) và khu KCN mới',
    'UBND tỉnh, HĐND tỉnh và MTTQ các cấp',
    '',
  ])('has nothing to say of %j', (text) => {
    expect(warn(text)).toEqual([])
  })

  it('says in Vietnamese what does not agree, and where', () => {
    const text = 'Nghị quyết số 11-NQ/TW ngày 03/4/2024; Nghị quyết số 11-NQ/TW ngày 03/4/2025'
    const [warning] = crossWarnings({ text, references: findReferences(text), abbreviations: [] })
    expect(warning?.message).toBe('11-NQ/TW được viện dẫn với hai ngày khác nhau: 03/04/2024 và 03/04/2025.')
    expect(text.slice(...warning!.span!)).toBe('Nghị quyết số 11-NQ/TW ngày 03/4/2025')
  })

  it('looks for undefined abbreviations in the body alone', () => {
    const text = 'ngành VLXD; nơi nhận QLHC'
    const references = findReferences(text)
    const warnings = crossWarnings({ text, references, abbreviations: [], body: [0, 10] })
    expect(warnings.map(({ subject }) => subject)).toEqual(['VLXD'])
  })
})
