import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toAkomaNtoso } from '../../../src/plan/export/akoma-ntoso.ts'
import type { Section } from '../../../src/plan/schema.ts'
import { EMPTY_PLAN, SAMPLE_PLAN, section } from '../sample.ts'
import { parseXml, problemsOf, textOfNode } from './akn-schema.ts'

const xmlOf = (sections: readonly Section[]): string => toAkomaNtoso({ ...EMPTY_PLAN, sections })

describe('the checker of Akoma Ntoso', () => {
  it.each([
    ['<a>', 'is not closed'],
    ['<a></b>', 'closes nothing'],
    ['<a>x & y</a>', 'bare &'],
    ['<a b="1" b="2"/>', 'twice'],
    ['<a/><a/>', 'Not one root'],
    ['<a>\u0001</a>', 'Forbidden character'],
    ['<a>\ud800</a>', 'surrogate'],
    ['<a b=1/>', 'No XML'],
  ])('refuses %j', (source, message) => {
    expect(() => parseXml(source)).toThrow(message)
  })

  it('sees what stands in the wrong place', () => {
    const source = toAkomaNtoso(SAMPLE_PLAN)
    expect(problemsOf(source)).toEqual([])
    expect(problemsOf(source.replaceAll('mainBody', 'body'))).toContain('body is unknown')
    expect(problemsOf(source.replace(/<preface>.*<\/preface>/, ''))).toEqual([])
    expect(problemsOf(source.replace(/<mainBody>.*?<\/mainBody>/, ''))).not.toEqual([])
    expect(problemsOf(source.replace('eId="level_I"', 'eId="level_II"'))).toEqual(['level_II twice'])
    expect(problemsOf(source.replace(' eId="level_I"', ''))).toEqual(['level has attributes '])
  })
})

describe('toAkomaNtoso', () => {
  it('gives a document that was checked by hand', () => {
    const source = toAkomaNtoso(SAMPLE_PLAN).replace(/></g, '>\n<')
    expect(source).toMatchSnapshot()
  })

  it('gives a valid document for an empty plan', () => {
    expect(problemsOf(toAkomaNtoso(EMPTY_PLAN))).toEqual([])
  })

  it('calls an article, its khoản and điểm what the standard calls them', () => {
    const point = section('dieu-5/1/a', 'letter', { text: 'Một.' })
    const paragraph = section('dieu-5/1', 'arabic', { text: 'Gồm:', children: [point] })
    const chapter = section('chuong-II', 'chapter', {
      num: 'II',
      title: 'CHUNG',
      children: [section('dieu-5', 'article', { num: '5', title: 'Tên', children: [paragraph] })],
    })
    const source = xmlOf([chapter])
    expect(problemsOf(source)).toEqual([])
    expect([...source.matchAll(/<(\w+) eId="([^"]+)"><num>([^<]+)/g)].map((match) => match.slice(1))).toEqual(
      [
        ['chapter', 'chp_II', 'Chương II'],
        ['article', 'chp_II__art_5', 'Điều 5.'],
        ['paragraph', 'chp_II__art_5__para_1', '1.'],
        ['point', 'chp_II__art_5__para_1__point_a', 'a)'],
      ],
    )
  })

  it('keeps identifiers apart when numbers repeat', () => {
    const twice = [section('2', 'arabic', { text: 'a' }), section('2~2', 'arabic', { num: '2', text: 'b' })]
    const source = xmlOf([...twice, section('2~2', 'arabic', { num: '2', text: 'c' })])
    expect(problemsOf(source)).toEqual([])
    expect(source).toContain('eId="level_2-r2"')
  })

  it('leaves unknown parts out of addresses and marks unknown dates', () => {
    const source = toAkomaNtoso({ ...EMPTY_PLAN, kind: 'Kế hoạch', symbol: 'KH-UBND', date: '2026-03' })
    expect(source).toContain('<FRBRuri value="/akn/vn/doc/ke-hoach/2026-03/kh-ubnd"/>')
    expect(source).toContain('<FRBRdate date="0001-01-01" name="issued"/>')
    expect(source).toContain('<p>03/2026</p>')
    expect(problemsOf(source)).toEqual([])
  })

  it('links codes of cited documents and nothing else', () => {
    const text = 'Theo 12/KH-UBND, 12/KH-UBND. và 112/KH-UBND, 01/02/2026, a/b'
    const source = toAkomaNtoso({ ...SAMPLE_PLAN, bases: [], closing: text })
    expect(
      [...source.matchAll(/conclusions__ref_\d" href="[^"]*">([^<]*)/g)].map((match) => match[1]),
    ).toEqual(['12/KH-UBND', '12/KH-UBND'])
  })

  it('takes any text as text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 1 }), (text, id) => {
        const sections = [section(id, 'decimal', { num: text, title: text, text })]
        const plan = { ...SAMPLE_PLAN, title: text, intro: text, closing: text, to: [text], sections }
        expect(problemsOf(toAkomaNtoso(plan))).toEqual([])
      }),
      { numRuns: 100, seed: 4 },
    )
  })

  it('keeps every word of title and body', () => {
    const root = parseXml(toAkomaNtoso(SAMPLE_PLAN))
    const text = textOfNode(root)
    for (const words of [
      SAMPLE_PLAN.title!,
      SAMPLE_PLAN.intro!,
      'Mỗi hộ một cây.',
      'Trần Văn Mẫu',
      'Cây keo',
    ]) {
      expect(text).toContain(words)
    }
  })
})
