import { describe, expect, it } from 'vitest'
import { readDictionary } from '../../src/restore/read-dictionary.ts'
import { repair } from '../../src/restore/repair.ts'
import { model } from './shipped.ts'

const list = (text: string) => readDictionary(text, { file: 'own.txt' })

describe('words of a user’s list that no vocabulary has', () => {
  const dictionary = list('Lò Thị Păn\nPlei Kần\n')

  it.each([
    ['ông Pan và bà Lò Thị Pan, trú tại thôn', 'Lò Thị Păn'],
    ['tại thị trấn Plei Kan, huyện Ngọc Hồi', 'Plei Kần'],
  ])('are read where the letters come near: %s', (page, printed) => {
    expect(repair(page, { model, source: 'eng', dictionary }).text).toContain(printed)
  })

  it('are not read where no phrase of the list stands', () => {
    const page = 'theo ban đồ quy hoạch'
    expect(repair(page, { model, source: 'eng', dictionary }).text).toBe(
      repair(page, { model, source: 'eng' }).text,
    )
  })

  it('stay as printed, and are trusted', () => {
    const page = 'Bà Lò Thị Păn, trú tại thôn Nà Tấu'
    const { text, words } = repair(page, { model, source: 'vie', dictionary })
    expect(text).toBe(page)
    const word = words.find((one) => one.text === 'Păn')
    const without = repair(page, { model, source: 'vie' }).words.find((one) => one.original === 'Păn')
    expect(word?.confidence).toBeGreaterThan(without?.confidence ?? 1)
  })

  it('are printed in capitals in headings', () => {
    const page = 'DANH SÁCH HỘ GIA ĐÌNH LÒ THỊ PAN'
    expect(repair(page, { model, source: 'eng', dictionary }).text).toContain('LÒ THỊ PĂN')
  })
})
