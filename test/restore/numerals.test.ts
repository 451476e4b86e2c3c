import { describe, expect, it } from 'vitest'
import { readChunks } from '../../src/restore/chunks.ts'
import { repairNumerals } from '../../src/restore/numerals.ts'

/** The first words of the lines, numerals repaired. */
function headings(page: string): string[] {
  const chunks = readChunks(page)
  const repaired = new Map(repairNumerals(chunks).map((repair) => [repair.chunk, repair]))
  return chunks.flatMap((chunk, k) => {
    if (!chunk.first) return []
    const repair = repaired.get(k)
    return [repair === undefined ? chunk.text : repair.text + chunk.text.slice(repair.length)]
  })
}

describe('repairNumerals', () => {
  it.each([
    ['1. MUC DICH\n11. NOI DUNG\n111. TO CHUC', ['I.', 'II.', 'III.']],
    ['I. MỤC ĐÍCH\nI1. NỘI DUNG\nIl1. TỔ CHỨC\n1V. KINH PHÍ', ['I.', 'II.', 'III.', 'IV.']],
    ['l. MỤC ĐÍCH\n1I. NỘI DUNG', ['I.', 'II.']],
    ['I. MỤC ĐÍCH\n|I. NỘI DUNG\nI|I. TỔ CHỨC', ['I.', 'II.', 'III.']],
    ['V. KINH PHÍ\nv1. TỔ CHỨC', ['V.', 'v1.']],
    ['I- MỤC ĐÍCH\n11- NỘI DUNG', ['I-', 'II-']],
    ['11.NOI DUNG\n1. MUC DICH', ['II. ', 'I.']],
  ])('reads the headings of %j as %j', (page, expected) => {
    expect(headings(page)).toEqual(expected)
  })

  it('starts again at I, as in an annex', () => {
    expect(headings('I. MỤC ĐÍCH\n11. NỘI DUNG\nPHỤ LỤC KÈM THEO\n1. MỤC TIÊU\n11. KINH PHÍ')).toEqual([
      'I.',
      'II.',
      'PHỤ',
      'I.',
      'II.',
    ])
  })

  it('goes on over one heading that was lost', () => {
    expect(headings('I. MỤC ĐÍCH\nhai\n111. TỔ CHỨC')).toEqual(['I.', 'hai', 'III.'])
  })

  it('leaves figures before small letters', () => {
    expect(headings('I. MỤC ĐÍCH\n1. Mục đích\n11. Yêu cầu')).toEqual(['I.', '1.', '11.'])
  })

  it('leaves headings that are numbered in figures', () => {
    expect(headings('1. MỤC ĐÍCH\n2. NỘI DUNG\n11. TỔ CHỨC')).toEqual(['1.', '2.', '11.'])
  })

  it('leaves a lone 1 before capitals: nothing says that it is Roman', () => {
    expect(headings('1. MỤC ĐÍCH')).toEqual(['1.'])
  })

  it('leaves numerals that are right', () => {
    expect(
      repairNumerals(readChunks('I. MỤC ĐÍCH\nII. NỘI DUNG\nIII. TỔ CHỨC\nIV. KINH PHÍ\nIX. PHỤ LỤC')),
    ).toEqual([])
  })

  it('leaves what does not go on from the heading before', () => {
    expect(headings('I. MỤC ĐÍCH\n1X. NỘI DUNG')).toEqual(['I.', '1X.'])
  })

  it('leaves a number alone on its line, of a page say', () => {
    expect(headings('I. MỤC ĐÍCH\n11\nNỘI DUNG')).toEqual(['I.', '11', 'NỘI'])
  })

  it('takes no more of the chunk than the numeral', () => {
    const [repair] = repairNumerals(readChunks('I. MỤC ĐÍCH\n11. NỘI DUNG'))
    expect(repair).toMatchObject({ length: 2, text: 'II' })
  })
})
