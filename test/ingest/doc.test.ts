import { describe, expect, it } from 'vitest'
import { CompoundFile, DamagedFile } from '../../src/ingest/compound-file.ts'
import { readDoc } from '../../src/ingest/doc.ts'
import { readRtf } from '../../src/ingest/rtf.ts'
import { contextOf, damaged, fixture, outcome, textOf } from './old-office.ts'

const bytes = fixture('old-fonts.doc')

/** The file with the flags of its first page of information changed. */
function withWord(at: number, value: number): Uint8Array {
  const copy = bytes.slice()
  // Sector of "WordDocument": found by its magic number.
  const start = Buffer.from(copy).indexOf(Buffer.from([0xec, 0xa5]))
  copy[start + at] = value & 0xff
  copy[start + at + 1] = value >> 8
  return copy
}

describe('readDoc', () => {
  it('reads text in four fonts, TCVN3, its capitals, VNI and Unicode, as it is printed', async () => {
    expect(await textOf(readDoc, bytes)).toBe(
      [
        'ỦY BAN NHÂN DÂN',
        'XÃ SUỐI MÂY',
        'Số: 12/QĐ-UBND',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'Suối Mây, ngày 05 tháng 3 năm 2004',
        'QUYẾT ĐỊNH',
        'Về việc sửa chữa đường vào thôn Bản Đá',
        'Căn cứ nhu cầu đi lại của nhân dân và nguồn vốn đã được phân bổ;',
        'Điều 1. Phê duyệt kế hoạch sửa chữa tuyến đường dài 1.200 mét, kinh phí 35 triệu đồng.',
        'Điều 2. Giao Ban quản lý thôn tổ chức thực hiện trước ngày 30 tháng 6.',
        'Điều 3. Quyết định này có hiệu lực kể từ ngày ký.',
        'Đoạn\tChiều dài (m)\tNgười phụ trách\tGhi chú',
        'Đầu thôn\t700\tLò Văn Sủng\tđổ đá',
        '',
        'Văn phòng xã Suối Mây 1',
        '',
      ].join('\n'),
    )
  })

  it('counts the items of lists, in the fonts of their numbers, with footnotes behind the text', async () => {
    const expected = [
      'QUY CHẾ SỬ DỤNG NHÀ VĂN HÓA',
      'Phần I Quy định chung',
      'Điều 1. Phạm vi điều chỉnh',
      '1. Quy chế này quy định việc sử dụng nhà văn hóa của thôn.',
      '2. Nhà văn hóa được dùng vào các việc sau:',
      'a) Họp dân, hội nghị của chi bộ;',
      'b) Sinh hoạt của các đoàn thể.',
      'Điều 2. Đối tượng áp dụng',
      '1. Mọi người dân cư trú tại thôn.',
      'Phần II Tổ chức thực hiện',
      'Điều 7. Trách nhiệm của trưởng thôn',
      '- Giữ chìa khóa, mở cửa đúng giờ;',
      '- Thu, chi tiền điện công khai.',
      'Điều 8. Hiệu lực',
      'STT\tNgày\tGiờ\tNgười trực',
      'Quy chế này đã được hội nghị thôn thông qua.',
      'Họp ngày 12 tháng 3.',
    ]
    const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '')
    expect(lines(await textOf(readDoc, fixture('numbered.doc')))).toEqual(expected)
    expect(lines(await textOf(readRtf, fixture('numbered.rtf')))).toEqual(expected)
  })

  it('reads text whose lists are damaged, without their numbers', async () => {
    const numbered = fixture('numbered.doc')
    const context = contextOf('a.doc')
    const copy = numbered.slice()
    const start = Buffer.from(copy).indexOf(Buffer.from([0xec, 0xa5]))
    // The place of the lists in their stream, far beyond its end.
    new DataView(copy.buffer).setUint32(start + 0x2e2, 0x7fffffff, true)
    const { pages } = await readDoc(copy, context)
    expect(pages[0]!.raw).toContain('\nHọp dân, hội nghị của chi bộ;\n')
    expect(context.problems.map(({ code }) => code)).toContain('RECOVERED')
  })

  it('says what it was in, and marks the footer', async () => {
    const context = contextOf('quyet-dinh.doc')
    const { kind, encoding, pages } = await readDoc(bytes, context)
    expect([kind, encoding, pages.length]).toEqual(['doc', 'tcvn3', 1])
    expect(context.problems).toEqual([
      {
        code: 'ENCODING_CONVERTED',
        message: 'quyet-dinh.doc is in TCVN3 (ABC) and VNI-Windows in part; that was converted to Unicode.',
        page: null,
      },
    ])
    const { lines, raw } = pages[0]!
    const furniture = lines.filter((line) => line.furniture !== null).map(({ span }) => raw.slice(...span))
    expect(furniture.filter((line) => line !== '')).toEqual(['Văn phòng xã Suối Mây 1'])
  })

  it.each([
    [
      'a password',
      withWord(0x0a, 0x0100),
      'INPUT_ENCRYPTED',
      'a.doc is a Word document that is locked with a password: open it and save it without one.',
    ],
    [
      'Word 95',
      withWord(0, 0xa5dc),
      'INPUT_UNSUPPORTED',
      'a.doc is a document of Word 95 or older, which is not read: convert it first, for example with `soffice --headless --convert-to docx FILE`.',
    ],
    [
      'half the file',
      bytes.subarray(0, bytes.length / 2),
      'INPUT_DAMAGED',
      'a.doc is a damaged Word document (it ends early): copy it again, or let LibreOffice try to recover it with `soffice --headless --convert-to docx FILE`.',
    ],
    [
      'a workbook',
      fixture('old-fonts.xls'),
      'INPUT_DAMAGED',
      'a.doc is a damaged Word document (it holds no text of Word): copy it again, or let LibreOffice try to recover it with `soffice --headless --convert-to docx FILE`.',
    ],
  ])('says what to do about %s', async (_, given, code, message) => {
    await expect(readDoc(given, contextOf('a.doc'))).rejects.toMatchObject({ code, message, file: 'a.doc' })
  })

  it('reads the text when the fonts are lost', async () => {
    // The list of fonts lies far outside of the file.
    const context = contextOf('a.doc')
    const { pages } = await readDoc(withWord(0x114, 0x7fff), context)
    expect(pages[0]!.raw).toContain('Điều 1. Phê duyệt kế hoạch sửa chữa')
    expect(context.problems.map(({ message }) => message)).toContain(
      'a.doc is damaged: its text was read, but not all of its fonts and tables.',
    )
  })

  it('never fails otherwise, wherever the file is cut', async () => {
    for (let length = 0; length < bytes.length; length += 611) {
      expect(await outcome(readDoc, bytes.subarray(0, length))).toMatch(/^(INPUT_|read )/)
    }
  })

  it('never fails otherwise, whatever bytes are changed', async () => {
    for (let seed = 1; seed <= 150; seed++) {
      expect(await outcome(readDoc, damaged(bytes, seed))).toMatch(/^(INPUT_|read )/)
    }
  })
})

describe('CompoundFile', () => {
  it('has the streams of a document', () => {
    const file = new CompoundFile(bytes)
    expect([file.has('WordDocument'), file.has('1Table'), file.has('Workbook')]).toEqual([true, true, false])
    expect(file.read('nothing')).toBeUndefined()
  })

  it('refuses what is no compound file', () => {
    expect(() => new CompoundFile(new Uint8Array(1024))).toThrow(DamagedFile)
    expect(() => new CompoundFile(new Uint8Array())).toThrow('its header is not that of a compound file')
  })

  it('ends where sectors form a loop', () => {
    const copy = bytes.slice()
    const view = new DataView(copy.buffer)
    const fat = (view.getUint32(76, true) + 1) * 512
    for (let i = 0; i < 128; i++) view.setUint32(fat + 4 * i, 0, true)
    expect(() => new CompoundFile(copy).read('WordDocument')).toThrow(/loop|cut short|early/)
  })
})
