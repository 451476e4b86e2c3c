import { describe, expect, it } from 'vitest'
import { spanMap } from '../../src/plan/original.ts'
import { parsePlan } from '../../src/plan/parse.ts'
import { type PageRepair, parsePages, parseRepair } from '../../src/plan/parse-pages.ts'
import { applyEdits, type Edit } from '../../src/restore/edit.ts'

/** A repair that changes the words of a table, sure of the rest. */
function repairOf(raw: string, changes: Readonly<Record<string, string>>): PageRepair {
  const words = [...raw.matchAll(/\S+/gu)].map(({ 0: original, index }) => ({
    span: [index, index + original.length] as const,
    original,
    text: changes[original] ?? original,
    confidence: original in changes ? 0.3 : 0.99,
  }))
  const edits = words
    .filter(({ original, text }) => original !== text)
    .map(
      ({ span, original, text, confidence }): Edit => ({
        span,
        original,
        replacement: text,
        reason: 'letters',
        confidence,
        applicability: 'suggestion',
        alternatives: [],
      }),
    )
  return { text: applyEdits(raw, edits), words, edits }
}

const FIRST = `KÉ HOẠCH
Trồng cay năm 2026

I. MỤC ĐÍCH
Phủ xanh đất trống.
`
const SECOND = `II. YÊU CẦU
Làm đúng hẹn, tiét kiệm.

Nơi nhận:
- Cac thôn;
- Lưu: VT.
`
const pages = [FIRST, SECOND].map((raw) => {
  const repair = repairOf(raw, { KÉ: 'KẾ', cay: 'cây', tiét: 'tiết', Cac: 'Các' })
  return { text: repair.text, repair }
})

describe('parsePages', () => {
  const plan = parsePages(pages)

  it('parses the pages as one document', () => {
    expect(plan).toMatchObject({ kind: 'Kế hoạch', title: 'Trồng cây năm 2026' })
    expect(plan.sections.map(({ id }) => id)).toEqual(['I', 'II'])
    expect(plan.layout.pages).toEqual([0, FIRST.length + 1])
  })

  it('warns of what the repair was unsure of, by path', () => {
    const doubts = plan.warnings.filter(({ code }) => code === 'uncertain')
    expect(doubts.map(({ subject }) => subject)).toEqual(['kind', 'title', 'II', 'recipients.0.name'])
    expect(doubts.map(({ span }) => plan.text!.slice(...span!))).toEqual(['KẾ', 'cây', 'tiết', 'Các'])
  })

  it('leads every span back to the pages as they were read', () => {
    const raw = [FIRST, SECOND].join('\f')
    const map = spanMap(plan.edits!)
    const back = plan.warnings
      .filter(({ code }) => code === 'uncertain')
      .map(({ span }) => map.toOriginal(span!))
    expect(back.map((span) => raw.slice(...span))).toEqual(['KÉ', 'cay', 'tiét', 'Cac'])
    expect(raw.slice(...map.toOriginal(plan.sections[1]!.span))).toMatch(
      /^II\. YÊU CẦU\nLàm đúng hẹn, tiét kiệm\./,
    )
  })

  it('takes a threshold', () => {
    const warnings = parsePages(pages, { threshold: 0.2 }).warnings
    expect(warnings.some(({ code }) => code === 'uncertain')).toBe(false)
  })

  it('takes pages that were not repaired, or changed since, as they are', () => {
    const changed = pages.map((page) => ({ ...page, text: `${page.text}\n` }))
    expect(parsePages(changed).edits).toEqual([])
    const { edits, ...bare } = parsePages(pages.map(({ text }) => ({ text })))
    expect(edits).toBeUndefined()
    expect(bare).toEqual(parsePlan(bare.text!))
  })

  it('takes no pages', () => {
    expect(parsePages([])).toEqual(parsePlan(''))
  })
})

describe('parseRepair', () => {
  it('parses one page', () => {
    expect(parseRepair(pages[0]!.repair)).toEqual(parsePages(pages.slice(0, 1)))
  })
})

describe('lines that are marked as furniture', () => {
  const raw = [
    'SỞ XÂY DỰNG',
    'QUYẾT ĐỊNH',
    'Về việc ban hành Quy chế',
    'Điều 1. Ban hành Quy che này.',
    'Điều 2. Quyết định có hiệu lực từ ngày ký.',
    'Văn phòng Sở Xây dựng lưu',
  ]
  const text = raw.join('\n')
  const marked = (marks: Readonly<Record<number, string>>) => {
    let at = 0
    return raw.map((line, i) => {
      const span = [at, at + line.length] as const
      at = span[1] + 1
      return { span, words: [], furniture: marks[i] ?? null }
    })
  }
  const last = (furniture: string | null) => {
    const repair = repairOf(text, { che: 'chế' })
    const lines = marked(furniture === null ? {} : { 5: furniture })
    return parsePages([{ text: repair.text, repair, lines }]).sections.at(-1)?.text ?? null
  }

  it('are no part of the last article, before and after repair', () => {
    expect(JSON.stringify(last(null))).toContain('lưu')
    expect(JSON.stringify(last('running-head'))).not.toContain('lưu')
    expect(
      JSON.stringify(parsePages([{ text, lines: marked({ 5: 'running-foot' }) }]).sections),
    ).not.toContain('lưu')
  })

  it('are the head of the document where they stand above all of it', () => {
    const { kind } = parsePages([{ text, lines: marked({ 0: 'running-head', 1: 'running-head' }) }])
    expect(kind).toBe('Quyết định')
  })
})
