import { describe, expect, it } from 'vitest'
import { cite } from '../../src/plan/cite.ts'
import { locate, pathOf, sectionOf, textOf } from '../../src/plan/locate.ts'
import { parsePlan } from '../../src/plan/parse.ts'
import { EMPTY_PLAN, section } from './sample.ts'

const SECTIONS = [
  section('chuong-II', 'chapter', {
    num: 'II',
    title: 'TỔ CHỨC',
    children: [
      section('chuong-II/dieu-5', 'article', {
        num: '5',
        title: 'Trách nhiệm',
        children: [
          section('chuong-II/dieu-5/1', 'arabic', {
            num: '1',
            text: 'Sở Y tế:',
            children: [section('chuong-II/dieu-5/1/đ', 'letter', { num: 'đ', text: 'Rà soát.' })],
          }),
        ],
      }),
    ],
  }),
  section('II', 'roman', {
    num: 'II',
    title: 'NỘI DUNG',
    text: 'Gồm:',
    children: [
      section('II/1', 'arabic', {
        num: '1',
        title: 'Tuyên truyền',
        children: [
          section('II/1/1.2', 'decimal', {
            num: '1.2',
            text: 'Báo chí.',
            children: [section('II/1/1.2/-3', 'dash', { text: 'Tin, bài.' })],
          }),
        ],
      }),
      section('II/¶2', 'para', { text: 'Thêm một đoạn.' }),
    ],
  }),
]
const APPENDIX = {
  num: 'I',
  kind: null,
  title: 'Biểu',
  sections: [section('phu-luc-1/A', 'upper', { num: 'A', text: 'Dòng.' })],
  span: [0, 0] as [number, number],
}
const PLAN = { ...EMPTY_PLAN, sections: SECTIONS, appendices: [APPENDIX] }

describe('cite', () => {
  it.each([
    ['chuong-II', 'Chương II'],
    ['chuong-II/dieu-5', 'Điều 5 Chương II'],
    ['chuong-II/dieu-5/1', 'khoản 1 Điều 5 Chương II'],
    ['chuong-II/dieu-5/1/đ', 'điểm đ khoản 1 Điều 5 Chương II'],
    ['II', 'mục II'],
    ['II/1', 'mục 1 mục II'],
    ['II/1/1.2', 'mục 1.2 mục II'],
    ['II/1/1.2/-3', 'gạch đầu dòng thứ 3 mục 1.2 mục II'],
    ['II/¶2', 'đoạn thứ 2 mục II'],
    ['phu-luc-1/A', 'phần A Phụ lục I'],
    ['khong-co', ''],
    ['', ''],
  ])('says where %j is: %j', (id, name) => {
    expect(cite(PLAN, id)).toBe(name)
  })

  it('names a document that is issued with another', () => {
    const plan = { ...PLAN, appendices: [{ ...APPENDIX, kind: 'Quy chế' as const }] }
    expect(cite(plan, 'phu-luc-1/A')).toBe('phần A Quy chế ban hành kèm theo')
  })
})

describe('sectionOf, pathOf', () => {
  it('find a section wherever it is', () => {
    expect(sectionOf(PLAN, 'II/1/1.2')?.text).toBe('Báo chí.')
    expect(sectionOf(PLAN, 'phu-luc-1/A')?.text).toBe('Dòng.')
    expect(sectionOf(PLAN, 'III')).toBeNull()
    expect(pathOf(PLAN, 'II/1/1.2').map(({ id }) => id)).toEqual(['II', 'II/1', 'II/1/1.2'])
  })

  it('go down trees deeper than calls may nest', () => {
    let deep = section('x', 'dash', { text: 'ở dưới cùng' })
    for (let i = 0; i < 50_000; i++) deep = section(`${i}`, 'dash', { children: [deep] })
    expect(sectionOf({ sections: [deep], appendices: [] }, 'x')?.text).toBe('ở dưới cùng')
  })
})

describe('textOf', () => {
  it('gives headings and paragraphs, a line for each', () => {
    expect(textOf(PLAN, 'II')).toBe(
      'II. NỘI DUNG\nGồm:\n1. Tuyên truyền\n1.2. Báo chí.\n- Tin, bài.\nThêm một đoạn.',
    )
  })

  it('takes several ids and skips those that are not there', () => {
    expect(textOf(PLAN, ['II/1/1.2/-3', 'III', 'phu-luc-1/A'])).toBe('- Tin, bài.\nA. Dòng.')
    expect(textOf(PLAN, [])).toBe('')
  })
})

describe('locate', () => {
  const plan = { layout: { pages: [0, 10], lines: [0, 4, 10, 14] } }

  it.each([
    [0, 1, 1, 1],
    [3, 1, 1, 4],
    [4, 1, 2, 1],
    [10, 2, 3, 1],
    [15, 2, 4, 2],
    [-5, 1, 1, 1],
    [Number.NaN, 1, 1, 1],
  ])('offset %d is page %d, line %d, column %d', (offset, page, line, column) => {
    expect(locate(plan, offset)).toEqual({ page, line, column })
  })

  it('finds what a parsed plan points to', () => {
    const text = 'KẾ HOẠCH\nPhòng cháy năm 2026\n\fI. MỤC ĐÍCH\n1. Nâng cao nhận thức.'
    const parsed = parsePlan(text)
    expect(locate(parsed, text.indexOf('I. MỤC'))).toMatchObject({ page: 2, column: 1 })
  })

  it('has an answer for an empty text', () => {
    expect(locate({ layout: { pages: [], lines: [] } }, 7)).toMatchObject({ page: 1, line: 1 })
  })
})
