import { describe, expect, it } from 'vitest'
import { encodeLegacy } from '../../src/encoding/encode-legacy.ts'
import { readRtf } from '../../src/ingest/rtf.ts'
import { contextOf, damaged, fixture, outcome, textOf } from './old-office.ts'

/** A document from its body. */
const rtf = (body: string): Uint8Array =>
  Uint8Array.from(
    `{\\rtf1\\ansi\\uc1\\deff0{\\fonttbl{\\f0 Arial;}{\\f1{\\*\\panose 0202}.VnTime;}{\\f2 .VnTimeH;}{\\f3 Symbol;}{\\f4 Wingdings;}}${body}}`,
    (sign) => sign.charCodeAt(0),
  )

const tcvn3 = (text: string): string =>
  Array.from(encodeLegacy(text, 'tcvn3'), (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : `\\'${byte.toString(16)}`,
  ).join('')

describe('readRtf', () => {
  it.each([
    ['paragraphs', 'one\\par two\\line three', 'one\ntwo\nthree'],
    ['Unicode with its fallback', "Vi\\u7879?t Nam \\u272\\'3f", 'Việt Nam Đ'],
    ['Unicode without fallback', '{\\uc0 Vi\\u7879 t}\\u-1?', 'Việt\uffff'],
    ['punctuation', '\\ldblquote a\\rdblquote\\endash b\\~c\\_d\\{\\}\\\\', '“a”–b c-d{}\\'],
    ['hidden text', 'a{\\v b}c{\\deleted d}', 'ac'],
    ['pictures and notes', 'a{\\pict\\pngblip 89504e47}{\\*\\unknown x}{\\info{\\title T}}b', 'ab'],
    ['binary data', 'a{\\pict\\bin5 }}}}}}b', 'ab'],
    ['results of fields', '{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}', '7'],
    ['capitals', 'a{\\caps b\\caps0 c}d', 'aBcd'],
    ['a table', '\\trowd\\intbl a\\cell b\\cell c\\cell d\\cell\\row\\pard e', 'a\tb\tc\td\ne'],
    ['columns', '\\trowd\\intbl a\\par b\\cell c\\cell\\row\\pard d', 'a\nb\nc\nd'],
    ['headers behind the text', '{\\header head one\\par}text\\par', 'text\nhead one\n'],
    [
      'numbers of items',
      '{\\listtext 1.\\tab}one\\par{\\pntext\\f2 a)\\tab}{\\*\\pn\\pnlvlbody}two',
      '1. one\na) two',
    ],
    ['bullets', "{\\listtext\\f3 \\'b7\\tab}one\\par{\\listtext +\\tab}two", '- one\n- two'],
    [
      'numbers alone in cells',
      '\\trowd\\intbl{\\listtext 1\\tab}\\cell b\\cell c\\cell d\\cell\\row',
      '1\tb\tc\td\n',
    ],
    [
      'footnotes behind the text',
      'a{\\super\\chftn}{\\footnote one}b{\\*\\footnote two}\\par{\\header head}',
      'ab\none\ntwo\nhead\n',
    ],
    ['signs of other fonts', "{\\f3 a\\'b3\\u-3913?}{\\f4 \\'fc}", 'α≥•✓'],
    ['line ends of the file', 'a\r\nb\\\nc', 'ab\nc'],
  ])('reads %s', async (_, body, expected) => {
    expect(await textOf(readRtf, rtf(body))).toBe(expected)
  })

  it('decodes the fonts of TCVN3, capitals by theirs', async () => {
    const body = `{\\f2 ${tcvn3('cộng hòa xã hội chủ nghĩa việt nam')}}\\par\\f1 ${tcvn3('Độc lập - Tự do - Hạnh phúc')}`
    expect(await textOf(readRtf, rtf(body))).toBe(
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
    )
  })

  it('reads what a document in four fonts prints', async () => {
    const text = await textOf(readRtf, fixture('old-fonts.rtf'))
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n')
    expect(text).toContain('\nĐiều 2. Giao Ban quản lý thôn tổ chức thực hiện trước ngày 30 tháng 6.\n')
    expect(text).toContain('\nĐầu thôn\t700\tLò Văn Sủng\tđổ đá\n')
  })

  it('says that a document was cut short, and what to do when nothing is left', async () => {
    const context = contextOf('a.rtf')
    const { pages } = await readRtf(rtf('the text').subarray(0, -1), context)
    expect(pages[0]!.raw).toBe('the text')
    expect(context.problems[0]!.message).toBe(
      'a.rtf is an RTF document that was cut short; what is there was read.',
    )
    await expect(readRtf(rtf('').subarray(0, 40), contextOf('a.rtf'))).rejects.toMatchObject({
      code: 'INPUT_DAMAGED',
      message:
        'a.rtf is an RTF document that ends before its text: its writing or copying was cut short. Copy it again.',
    })
  })

  it.each([
    ['groups in groups', '{'.repeat(50_000)],
    ['ends of groups', '}'.repeat(50_000)],
    ['backslashes', '\\'.repeat(50_001)],
    ['a long word', `\\${'a'.repeat(50_000)}`],
    ['a font with a long name', `{\\fonttbl{\\f9 ${'x'.repeat(50_000)};}}`],
    ['far binary data', '\\bin999999999 x'],
  ])('is not upset by %s', async (_, body) => {
    expect(await outcome(readRtf, rtf(body))).toMatch(/^(INPUT_|read )/)
  })

  it('never fails otherwise, whatever bytes are changed', async () => {
    const bytes = fixture('old-fonts.rtf')
    for (let seed = 1; seed <= 150; seed++) {
      expect(await outcome(readRtf, damaged(bytes, seed))).toMatch(/^(INPUT_|read )/)
    }
  })
})
