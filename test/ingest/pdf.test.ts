// PDF files through importDocument: text layers, older encodings, pages, limits, faults.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importDocument } from '../../src/node.ts'
import { model } from '../restore/shipped.ts'
import { makePdf, textAt } from './pdf-maker.ts'

const own = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/own/${name}`, import.meta.url)))

describe('a PDF with a text layer', () => {
  it('is read as it is printed: head and foot by columns, tables by rows, furniture marked', async () => {
    const document = await importDocument(own('letter.pdf'), { model })
    expect(document.kind).toBe('pdf')
    expect(document.problems).toEqual([])
    expect(document.pages).toHaveLength(2)
    const [first, second] = document.pages
    expect(first!.source).toBe('text-layer')
    expect(first!.grade).toMatchObject({ verdict: 'sound', legalShare: 1 })
    expect(first!.text.split('\n').slice(0, 10)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'XÃ BÌNH MINH',
      'Số: 256/UBND-KT',
      'V/v phòng, chống cháy rừng',
      'mùa khô năm 2026',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Bình Minh, ngày 12 tháng 3 năm 2026',
      '',
      'Kính gửi: Trưởng các thôn trên địa bàn xã',
    ])
    expect(first!.text.split('\n').slice(-10)).toEqual([
      'Nơi nhận:',
      '- Như trên;',
      '- Thường trực Đảng ủy;',
      '- Chủ tịch, các Phó Chủ tịch;',
      '- Lưu: VT, KT.',
      'TM. ỦY BAN NHÂN DÂN',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      '',
      'Nguyễn Văn Bảo',
    ])
    expect(second!.raw).toBe(
      '2\nPHỤ LỤC\nSTT   Tên thôn   Số hộ   Diện tích rừng\n1   Đồng Tâm   142   86,5 ha\n2   Suối Cạn   97   210 ha\n3   Nà Lũng   118   174,2 ha',
    )
    expect(second!.lines.map(({ furniture }) => furniture)).toEqual([
      'page-number',
      null,
      null,
      null,
      null,
      null,
    ])
    expect(document.text).toBe(`${first!.text}\f${second!.text}`)
  })

  it('has every word with its place and its span', async () => {
    const { pages } = await importDocument(own('letter.pdf'), { model, repair: false, pages: '1' })
    const [page] = pages
    expect([Math.round(page!.width!), Math.round(page!.height!)]).toEqual([595, 842])
    for (const { words } of page!.lines) {
      for (const { text, span, box, confidence } of words) {
        expect(page!.raw.slice(...span)).toBe(text)
        expect(confidence).toBeNull()
        const [x0, y0, x1, y1] = box!
        expect(x0 >= 0 && y0 >= 0 && x1 <= page!.width! && y1 <= page!.height! && x0 < x1 && y0 < y1).toBe(
          true,
        )
      }
    }
  })

  it('is not repaired unless asked, and then has spans of its edits', async () => {
    const page = textAt(
      [60, 700, 'Uy ban nhan dan tinh giao So Tai chinh chu tri, phoi hop voi cac so, ban, nganh'],
      [60, 680, 'va Uy ban nhan dan cac huyen, thi xa, thanh pho to chuc thuc hien Ke hoach nay;'],
    )
    const file = makePdf({ pages: [{ content: page }] })
    const bare = await importDocument(file, { model, repair: false, ocr: 'never' })
    expect(bare.pages[0]).toMatchObject({ repair: null, text: bare.pages[0]!.raw })
    const repaired = await importDocument(file, { model, ocr: 'never' })
    expect(repaired.text.split('\n')[0]).toBe(
      'Ủy ban nhân dân tỉnh giao Sở Tài chính chủ trì, phối hợp với các sở, ban, ngành',
    )
    for (const { span, original } of repaired.pages[0]!.repair!.edits) {
      expect(repaired.pages[0]!.raw.slice(...span)).toBe(original)
    }
  })

  it('in TCVN3 is decoded by its fonts', async () => {
    const content = textAt(
      [60, 760, 'uû ban nh©n d©n tØnh', 'F2', 13],
      [
        60,
        740,
        'Giao Së Tµi chÝnh chñ tr×, phèi hîp víi Së KÕ ho¹ch vµ §Çu t\xad theo dâi, kiÓm tra viÖc',
        'F1',
      ],
      [60, 724, 'thùc hiÖn ChØ thÞ nµy vµ b¸o c¸o Uû ban nh©n d©n tØnh tr\xadíc ngµy 15 th¸ng 10.', 'F1'],
    )
    const document = await importDocument(
      makePdf({ pages: [{ content }], fonts: { F1: '.VnTime', F2: '.VnTimeH' } }),
      { model, repair: false, ocr: 'never' },
    )
    expect(document.text).toBe(
      'UỶ BAN NHÂN DÂN TỈNH\n' +
        'Giao Sở Tài chính chủ trì, phối hợp với Sở Kế hoạch và Đầu tư theo dõi, kiểm tra việc\n' +
        'thực hiện Chỉ thị này và báo cáo Uỷ ban nhân dân tỉnh trước ngày 15 tháng 10.',
    )
    expect(document.encoding).toBe('tcvn3')
    expect(document.problems).toMatchObject([{ code: 'ENCODING_CONVERTED', page: null }])
  })

  it('in TCVN3 is put together from pieces of words, wherever its ư is a soft hyphen', async () => {
    // Each word in pieces that stand where the last one ended: every move counts all letters before it (Helvetica).
    const content = [
      'BT /F1 10 Tf 60 760 Td (Giao Së ®\xad\xeec ) Tj 60.17 0 Td (kh) Tj 10.56 0 Td (\xbe) Tj 8.34 0 Td (c dÊu) Tj ET',
      'BT /F1 10 Tf 1 0 0 1 60 740 Tm 14 TL 0.2 Tc (vµ n\xad\xedc) Tj T* [(s) -20 (ö) -300 (dông)] TJ ET',
      'q 0.5 0 0 0.5 30 350 cm BT /F1 20 Tf 60 700 Td (tr\xad\xeb) Tj (ng phßng th\xad) Tj /F2 20 Tf 4 Ts (\xedng) Tj ET Q',
    ].join('\n')
    const file = makePdf({
      pages: [{ content }],
      fonts: { F1: '.VnTime', F2: '.VnTime,Bold' },
      encoding: '<< /BaseEncoding /WinAnsiEncoding /Differences [173 /uni00AD] >>',
    })
    const { pages } = await importDocument(file, { model, repair: false, ocr: 'never' })
    expect(pages[0]!.raw).toBe('Giao Sở được khắc dấu\nvà nước\nsử dụng\n\ntrưởng phòng thướng')
  })

  it('is read only in the pages asked for, up to the limit', async () => {
    const pages = ['mot', 'hai', 'ba', 'bon'].map((text) => ({ content: textAt([60, 700, `trang ${text}`]) }))
    const file = makePdf({ pages })
    const options = { model, repair: false, ocr: 'never' } as const
    const some = await importDocument(file, { ...options, pages: '2,4-' })
    expect(some.pages.map(({ number, raw }) => [number, raw])).toEqual([
      [2, 'trang hai'],
      [4, 'trang bon'],
    ])
    const limited = await importDocument(file, { ...options, limits: { pages: 1 } })
    expect(limited.pages).toHaveLength(1)
    expect(limited.problems).toMatchObject([{ code: 'LIMIT_PAGES' }])
    await expect(importDocument(file, { ...options, pages: '9' })).rejects.toMatchObject({
      code: 'BAD_ARGUMENT',
      message: 'the input has 4 pages, and none of those asked for (9).',
    })
  })

  it('may have blank pages', async () => {
    const { pages, text } = await importDocument(makePdf({ pages: [{ content: '' }, { content: '' }] }), {
      model,
    })
    expect(pages.map(({ raw, source }) => [raw, source])).toEqual([
      ['', 'text-layer'],
      ['', 'text-layer'],
    ])
    expect(text).toBe('\f')
  })

  it('says so when its text is poor and OCR is off', async () => {
    const content = textAt(
      ...Array.from(
        { length: 20 },
        (_, i) => [60, 780 - 14 * i, 'Tuyen truyen x& qu&c gia dEn nAm zzk'] as const,
      ),
    )
    const { problems } = await importDocument(makePdf({ pages: [{ content }] }), { model, ocr: 'never' })
    expect(problems).toEqual([
      {
        code: 'POOR_TEXT_LAYER',
        message:
          'Page 1 of the input has a poor text layer, and OCR is off: with it the page may be read better.',
        page: 1,
      },
    ])
  })
})

describe('a PDF that cannot be read', () => {
  const good = makePdf({ pages: [{ content: textAt([60, 700, 'mot']) }] })

  it('because it is locked', async () => {
    const locked = makePdf({ pages: [{ content: textAt([60, 700, 'mot']) }], locked: true })
    await expect(importDocument(locked, { model })).rejects.toMatchObject({
      code: 'INPUT_ENCRYPTED',
      message:
        'the input is a PDF that is locked with a password: take the lock off first, for example with `qpdf --decrypt --password=… IN OUT`.',
    })
  })

  it('because it ends early', async () => {
    await expect(importDocument(good.slice(0, 60), { model })).rejects.toMatchObject({
      code: 'INPUT_DAMAGED',
      message: 'the input is a PDF that ends early: its writing or copying was cut short. Get a new copy.',
    })
  })

  it('because it is damaged', async () => {
    const rubbish = Uint8Array.from(`%PDF-1.7\n${'x'.repeat(3000)}\n%%EOF\n`, (c) => c.charCodeAt(0))
    await expect(importDocument(rubbish, { model })).rejects.toMatchObject({ code: 'INPUT_DAMAGED' })
  })

  it('because it takes too long, and the next one is read all the same', async () => {
    await expect(importDocument(good, { model, limits: { secondsPerPage: 0 } })).rejects.toMatchObject({
      code: 'LIMIT_EXCEEDED',
      message: expect.stringMatching(
        /^(?:Page 1 of )?the input took more than 0 seconds to read: raise the limit, or leave the page out\.$/,
      ),
    })
    expect((await importDocument(good, { model, ocr: 'never', repair: false })).text).toBe('mot')
  })

  it('is read in its other pages when one is damaged', async () => {
    const pages = ['mot', 'hai', 'ba'].map((text) => ({ content: textAt([60, 700, text]) }))
    const file = makePdf({ pages })
    // The list of pages has the catalogue for its second one.
    const kids = Buffer.from(file).indexOf('/Kids [')
    const second = Buffer.from(file).indexOf(' R ', kids) + ' R '.length
    file[second] = '1'.charCodeAt(0)
    const { text, problems } = await importDocument(file, { model, ocr: 'never', repair: false })
    expect(text.replace(/\f+/gu, ' ')).toMatch(/^mot .*ba$/u)
    expect(problems.every(({ code }) => code === 'PAGE_FAILED')).toBe(true)
  })

  it('stops when its reader is told to', async () => {
    const controller = new AbortController()
    const reading = importDocument(good, { model, signal: controller.signal })
    setImmediate(() => controller.abort(new Error('enough')))
    await expect(reading).rejects.toThrow('enough')
    expect((await importDocument(good, { model, ocr: 'never', repair: false })).text).toBe('mot')
  })

  it('leaves the bytes of its caller alone', async () => {
    const copy = good.slice()
    await importDocument(good, { model })
    expect(good).toEqual(copy)
  })
})
