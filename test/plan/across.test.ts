// What is found across a whole document, by way of parsePlan.

import { describe, expect, it } from 'vitest'
import { splitLines } from '../../src/plan/lines.ts'
import { parsePlan } from '../../src/plan/parse.ts'
import { runningText } from '../../src/plan/running-text.ts'

const TEXT = `ỦY BAN NHÂN DÂN
XÃ AN HÒA
Số: 12/KH-UBND
An Hòa, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Phát triển kinh tế số năm 2026

Căn cứ Nghị quyết số 11-NQ/TW ngày 03/4/2024 của Bộ Chính trị về phát triển kinh tế số; Luật Giao dịch điện tử ngày 22/6/2023;
Thực hiện Kế hoạch số 88/KH-UBND ngày 02/02/2026 của Ủy ban nhân dân tỉnh Hà Nam về chuyển đổi số (CĐS);
Ủy ban nhân dân xã An Hòa xây dựng Kế hoạch với nội dung sau:

I. MỤC ĐÍCH
1. Nâng cao nhận thức về CDS theo Nghị quyết số 11-NQ/TW.

II. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội
- Chủ trì, phối hợp với các cơ quan liên quan tuyên truyền, hoàn thành trước ngày 30/6/2026.
- Tổng hợp, báo cáo Ủy ban nhân dân xã.
2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã
Vận động Nhân dân tham gia.

Trên đây là Kế hoạch số 12/KH-UBND của xã An Hòa./.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An
`

describe('parsePlan', () => {
  const plan = parsePlan(TEXT)

  it('gives each basis the documents cited in it', () => {
    expect(plan.bases.map(({ refs }) => refs)).toEqual([
      ['11-NQ/TW', 'Luật Giao dịch điện tử'],
      ['88/KH-UBND'],
    ])
  })

  it('cites every document once, itself never', () => {
    expect(plan.references.map(({ key }) => key)).toEqual([
      '11-NQ/TW',
      'Luật Giao dịch điện tử',
      '88/KH-UBND',
    ])
    expect(plan.references[0]?.mentions).toHaveLength(2)
    for (const { mentions } of plan.references) {
      for (const [start, end] of mentions)
        expect(TEXT.slice(start, end)).toMatch(/^(Nghị quyết|Luật|Kế hoạch)/)
    }
  })

  it('finds who does what', () => {
    expect(plan.tasks.map(({ at, unit, role, request }) => [at, unit, role, request])).toEqual([
      ['II/1/-1', 'Phòng Văn hóa - Xã hội', 'lead', false],
      ['II/1/-2', 'Phòng Văn hóa - Xã hội', 'do', false],
      ['II/2', 'Ủy ban Mặt trận Tổ quốc Việt Nam xã', 'do', true],
    ])
  })

  it('warns of what does not agree', () => {
    expect(plan.abbreviations).toMatchObject([{ short: 'CĐS', long: 'chuyển đổi số' }])
    expect(plan.warnings).toContainEqual(expect.objectContaining({ code: 'variant', subject: 'CĐS' }))
  })

  it('has references for a text that is no document, and no tasks', () => {
    const news = parsePlan(
      'Hà Nam vừa ban hành Kế hoạch số 88 thực hiện Nghị quyết 11-NQ/TW. Sở Y tế chủ trì.',
    )
    expect(news.kind).toBeNull()
    expect(news.references.map(({ key }) => key)).toEqual(['88', '11-NQ/TW'])
    expect(news.tasks).toEqual([])
  })
})

describe('runningText', () => {
  const run = (text: string) => {
    const { list } = splitLines(text)
    return runningText(
      text,
      list,
      list.filter((line) => !/^\d+$/.test(line.text)),
    )
  }

  it('blanks what is left out and keeps every offset', () => {
    const text = 'của Bộ\n\n2\n\nChính trị'
    expect(run(text)).toBe('của Bộ\n    Chính trị')
    expect(run(text)).toHaveLength(text.length)
  })

  it('gives the text itself when all of it is kept', () => {
    expect(run('của Bộ\nChính trị')).toBe('của Bộ\nChính trị')
    expect(run('')).toBe('')
  })
})
