import { describe, expect, it } from 'vitest'
import { parsePages } from '../../src/plan/parse-pages.ts'
import type { Warning } from '../../src/plan/schema.ts'

const TEXT = `ỦY BAN NHÂN DÂN
XÃ SÔNG XANH
Số: 44 /QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sông Xanh, ngày 07 tháng 02 năm 2026

QUYẾT ĐỊNH
Về việc trồng cây bóng mát

Điều 1. Trồng cây.

Nơi nhận:
- Như Điều 1;
- Lưu: VT.
CHỦ TỊCH
Trần Văn Mẫu
`

/** Warnings when the engine doubts some words, and the repair is as sure as it is. */
function doubtsOf(doubted: Readonly<Record<string, number>>, repairScore = 0.99): readonly Warning[] {
  const words = [...TEXT.matchAll(/\S+/gu)].map(({ 0: text, index }) => ({
    text,
    span: [index, index + text.length] as const,
  }))
  const lines = [{ words: words.map(({ text, span }) => ({ span, confidence: doubted[text] ?? 0.96 })) }]
  const repair = {
    text: TEXT,
    edits: [],
    words: words.map(({ text, span }) => ({ span, original: text, text, confidence: repairScore })),
  }
  return parsePages([{ text: TEXT, repair, lines }]).warnings.filter(({ code }) => code === 'uncertain')
}

describe('warnings of the engine', () => {
  it.each([
    ['number', { '44': 0.7 }],
    ['date', { '07': 0.6 }],
    ['signatories.0.name', { Mẫu: 0.64 }],
  ])('marks %s, however sure the repair is', (subject, doubted) => {
    const warnings = doubtsOf(doubted)
    expect(warnings.map((warning) => warning.subject)).toEqual([subject])
    expect(warnings[0]?.message).toContain(`“${Object.keys(doubted)[0]}”`)
  })

  it('is silent where the engine was sure', () => expect(doubtsOf({})).toEqual([]))

  it('leaves words to a repair that is sure of them', () => {
    expect(doubtsOf({ bóng: 0.3 })).toEqual([])
    expect(doubtsOf({ bóng: 0.3 }, 0.8).map(({ subject }) => subject)).toEqual(['title'])
  })

  it('does not speak of the body', () => expect(doubtsOf({ Trồng: 0.1, 'cây.': 0.1 }, 0.8)).toEqual([]))

  it('says once what the repair has said already', () => {
    expect(doubtsOf({ '44': 0.2 }, 0.2).filter(({ subject }) => subject === 'number')).toHaveLength(1)
  })

  it('needs no engine', () => {
    expect(
      parsePages([{ text: TEXT, lines: [{ words: [{ span: [0, 3], confidence: null }] }] }]).warnings,
    ).toEqual(parsePages([{ text: TEXT }]).warnings)
  })
})
