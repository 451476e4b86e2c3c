import { describe, expect, it } from 'vitest'
import { toMarkdown } from '../../../src/plan/export/markdown.ts'
import { EMPTY_PLAN, SAMPLE_PLAN, section } from '../sample.ts'

const bodyOf = (...sections: Parameters<typeof section>[]): string =>
  toMarkdown({ ...EMPTY_PLAN, sections: sections.map((parts) => section(...parts)) })

/** Texts that would mean something in Markdown. */
const ESCAPED: readonly [text: string, markdown: string][] = [
  ['1. một', '1\\. một'],
  ['12) hai', '12\\) hai'],
  ['1.1. ba', '1.1. ba'],
  ['2026 là năm', '2026 là năm'],
  ['# bốn', '\\# bốn'],
  ['- năm', '\\- năm'],
  ['+ sáu', '\\+ sáu'],
  ['> bảy', '\\> bảy'],
  ['===', '\\==='],
  ['a *b* _c_ `d` [e](f) <g>', 'a \\*b\\* \\_c\\_ \\`d\\` \\[e\\](f) \\<g>'],
  ['A & B &amp; C', 'A & B \\&amp; C'],
  ['~~x~~ \\', '\\~\\~x\\~\\~ \\\\'],
]

describe('toMarkdown', () => {
  it('gives a clean copy', () => {
    expect(toMarkdown(SAMPLE_PLAN)).toMatchSnapshot()
  })

  it('gives nothing for nothing', () => {
    expect(toMarkdown(EMPTY_PLAN)).toBe('')
  })

  it.each(ESCAPED)('writes %j so that it reads the same', (text, markdown) => {
    expect(bodyOf(['¶1', 'para', { text }])).toBe(`${markdown}\n`)
  })

  it('nests bullets, with later paragraphs and numbers within them', () => {
    const plus = section('-1/+1', 'plus', { num: '+', text: 'trong' })
    const number = section('-1/1', 'arabic', { text: 'số' })
    expect(
      bodyOf(
        ['-1', 'dash', { text: 'ngoài\nthêm', children: [plus, number] }],
        ['-2', 'dash', { text: 'hai' }],
      ),
    ).toBe('- ngoài\n\n  thêm\n  - trong\n  - 1\\. số\n- hai\n')
  })

  it('goes no deeper than Markdown does', () => {
    let deep = section('đáy', 'roman', { title: 'đáy', text: 'chữ' })
    for (const id of ['c', 'b', 'a', '1.1', '1', 'I', 'A']) {
      deep = section(id, 'roman', { title: id, children: [deep] })
    }
    const lines = toMarkdown({ ...EMPTY_PLAN, sections: [deep] }).split('\n')
    expect(lines.filter((line) => line.startsWith('#')).map((line) => line.indexOf(' '))).toEqual([
      2, 3, 4, 5, 6, 6, 6, 6,
    ])
  })

  it('calls a công văn by its V/v line', () => {
    const plan = { ...EMPTY_PLAN, kind: 'Công văn' as const, title: 'mời họp', to: ['Sở A', 'Sở B'] }
    expect(toMarkdown(plan)).toBe('# V/v mời họp\n\nKính gửi:\n\n- Sở A\n- Sở B\n')
  })

  it.each([
    ['2026', '*năm 2026*\n'],
    ['2026-03', '*tháng 03 năm 2026*\n'],
    ['2026-03-09', '*ngày 09 tháng 03 năm 2026*\n'],
  ])('prints what is known of the date %s', (date, markdown) => {
    expect(toMarkdown({ ...EMPTY_PLAN, date })).toBe(markdown)
  })
})
