import { describe, expect, it } from 'vitest'
import { readXls } from '../../src/ingest/xls.ts'
import { readWorkbook } from '../../src/ingest/xls-cells.ts'
import { contextOf, damaged, fixture, outcome, textOf } from './old-office.ts'

const bytes = fixture('old-fonts.xls')

/** A stream of records: type and bytes. */
const stream = (...records: readonly (readonly [type: number, ...data: number[]])[]): Uint8Array =>
  Uint8Array.from(
    records.flatMap(([type, ...data]) => [
      type & 0xff,
      type >> 8,
      data.length & 0xff,
      data.length >> 8,
      ...data,
    ]),
  )
const GLOBALS = [0x809, 0x00, 0x06, 0x05, 0x00] as const
const SHEET = [0x809, 0x00, 0x06, 0x10, 0x00] as const

/** Texts of the cells of a stream. */
const cellsOf = (...records: readonly (readonly [type: number, ...data: number[]])[]): string[] =>
  readWorkbook(stream(...records)).cells.map(({ value }) => value.text)

describe('readXls', () => {
  it('reads rows of cells, decoded by their fonts', async () => {
    expect(await textOf(readXls, bytes)).toBe(
      'DANH SÁCH HỘ DÂN\nThôn\tSố hộ được hỗ trợ\tĐã nhận tiền\nBản Đá\t42\t0,5\nKhe Nước Lớn\t117\n',
    )
  })

  it.each([
    ['half the file', bytes.subarray(0, bytes.length / 2), 'INPUT_DAMAGED'],
    ['a Word document', fixture('old-fonts.doc'), 'INPUT_DAMAGED'],
    ['nothing', new Uint8Array(), 'INPUT_DAMAGED'],
  ])('says what to do about %s', async (_, given, code) => {
    await expect(readXls(given, contextOf('a.xls'))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(
        /^a\.xls is a damaged Excel workbook \(.+\): copy it again, or let LibreOffice try to recover it with `soffice --headless --convert-to xlsx FILE`\.$/,
      ),
    })
  })

  it('never fails otherwise, whatever bytes are changed or lost', async () => {
    for (let seed = 1; seed <= 150; seed++) {
      expect(await outcome(readXls, damaged(bytes, seed))).toMatch(/^(INPUT_|read )/)
      expect(await outcome(readXls, bytes.subarray(0, seed * 40))).toMatch(/^(INPUT_|read )/)
    }
  })
})

describe('readWorkbook', () => {
  it('reads numbers in all their forms', () => {
    expect(
      cellsOf(
        GLOBALS,
        SHEET,
        // Short numbers: an integer, hundredths, the upper half of a double.
        [0x27e, 0, 0, 0, 0, 0, 0, (5 << 2) | 2, 0, 0, 0],
        [0x27e, 0, 0, 1, 0, 0, 0, ((125 << 2) & 0xff) | 3, 1, 0, 0],
        [0x27e, 0, 0, 2, 0, 0, 0, 0, 0, 0xf8, 0x3f],
        [0x203, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xe0, 0x3f],
        [0xbd, 1, 0, 0, 0, 0, 0, (7 << 2) | 2, 0, 0, 0, 0, 0, (8 << 2) | 2, 0, 0, 0, 1, 0],
      ),
    ).toEqual(['5', '1,25', '1,5', '0,5', '7', '8'])
  })

  it('shows days as dates', () => {
    const date = [0xe0, 0, 0, 14, 0] as const
    // 38,353 is the first day of 2005.
    const value = 38_353 * 4 + 2
    const coded = [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, 0]
    expect(cellsOf(GLOBALS, date, SHEET, [0x27e, 0, 0, 0, 0, 0, 0, ...coded])).toEqual(['01/01/2005'])
  })

  it('joins strings that run on into the next record, in either width', () => {
    const strings = [0xfc, 1, 0, 0, 0, 1, 0, 0, 0, 6, 0, 0, 0x61, 0x62] as const
    const more = [0x3c, 1, 0x63, 0, 0x11, 0x01] as const
    const last = [0x3c, 0, 0x65, 0x66] as const
    expect(cellsOf(GLOBALS, strings, more, last, SHEET, [0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toEqual([
      'abcđef',
    ])
  })

  it('reads results of formulas', () => {
    const place = [0, 0, 0, 0, 0, 0]
    expect(
      cellsOf(
        GLOBALS,
        SHEET,
        [0x06, ...place, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0],
        [0x207, 2, 0, 0, 0x6f, 0x6b],
        [0x06, ...place, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f, 0, 0],
      ),
    ).toEqual(['ok', '1'])
  })

  it('tells locked and older workbooks', () => {
    expect(readWorkbook(stream(GLOBALS, [0x2f, 0, 0])).isEncrypted).toBe(true)
    expect(readWorkbook(stream([0x809, 0x00, 0x05, 0x05, 0x00])).isBiff8).toBe(false)
  })
})
