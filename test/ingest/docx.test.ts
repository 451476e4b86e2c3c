import {
  AlignmentType,
  Document,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { describe, expect, it } from 'vitest'
import { DocxNumbering } from '../../src/ingest/docx-numbering.ts'
import { formatNumber } from '../../src/ingest/list-number.ts'
import { importDocument } from '../../src/node.ts'
import { model } from '../restore/shipped.ts'

const listed = (text: string, level: number, reference = 'plan', instance = 0): IParagraphOptions => ({
  text,
  numbering: { reference, level, instance },
})

async function read(children: (Paragraph | Table)[]): Promise<string> {
  const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
    level: at,
    format,
    text,
    alignment: AlignmentType.START,
  })
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'plan',
          levels: [
            level(0, LevelFormat.UPPER_ROMAN, '%1.'),
            level(1, LevelFormat.DECIMAL, '%2.'),
            level(2, LevelFormat.LOWER_LETTER, '%3)'),
          ],
        },
        { reference: 'articles', levels: [level(0, LevelFormat.DECIMAL, 'Điều %1.')] },
        {
          reference: 'decimal',
          levels: [level(0, LevelFormat.DECIMAL, '%1.'), level(1, LevelFormat.DECIMAL, '%1.%2.')],
        },
        { reference: 'bullets', levels: [level(0, LevelFormat.BULLET, '\uf0b7')] },
      ],
    },
    sections: [{ children }],
  })
  const bytes = new Uint8Array(await Packer.toBuffer(document))
  const found = await importDocument(bytes, { model, repair: false })
  expect(found.kind).toBe('docx')
  return found.text
}

const paragraphs = (...items: (string | IParagraphOptions)[]): Paragraph[] =>
  items.map((item) => new Paragraph(item as string))

const cell = (...lines: string[]): TableCell =>
  new TableCell({ children: lines.map((line) => new Paragraph(line)) })
const table = (...rows: TableCell[][]): Table =>
  new Table({ rows: rows.map((children) => new TableRow({ children })) })

describe('Word documents', () => {
  it('give a line for each paragraph, with line breaks and tabs', async () => {
    const runs = new Paragraph({ children: [new TextRun('Căn cứ'), new TextRun({ text: 'Luật', break: 1 })] })
    expect(await read([...paragraphs('KẾ HOẠCH', '', 'Năm 2026'), runs])).toBe(
      'KẾ HOẠCH\n\nNăm 2026\nCăn cứ\nLuật',
    )
  })

  it('have the numbers of their lists', async () => {
    const text = await read(
      paragraphs(
        listed('MỤC ĐÍCH', 0),
        listed('Nâng cao nhận thức', 1),
        listed('Kịp thời', 1),
        listed('của cán bộ', 2),
        listed('của nhân dân', 2),
        listed('NHIỆM VỤ', 0),
        listed('Tuyên truyền', 1),
      ),
    )
    expect(text).toBe(
      'I. MỤC ĐÍCH\n1. Nâng cao nhận thức\n2. Kịp thời\na) của cán bộ\nb) của nhân dân\nII. NHIỆM VỤ\n1. Tuyên truyền',
    )
  })

  it('have labels of articles, numbers of several levels, and list marks', async () => {
    const text = await read(
      paragraphs(
        listed('Phạm vi', 0, 'articles'),
        listed('Đối tượng', 0, 'articles'),
        listed('Một', 0, 'decimal'),
        listed('Một một', 1, 'decimal'),
        listed('Một hai', 1, 'decimal'),
        listed('Hai', 0, 'decimal'),
        listed('Hai một', 1, 'decimal'),
        listed('Như trên', 0, 'bullets'),
      ),
    )
    expect(text).toBe(
      'Điều 1. Phạm vi\nĐiều 2. Đối tượng\n1. Một\n1.1. Một một\n1.2. Một hai\n2. Hai\n2.1. Hai một\n- Như trên',
    )
  })

  it('give heads and feet column by column, tables row by row', async () => {
    const head = table([cell('ỦY BAN NHÂN DÂN', 'XÃ BÌNH MINH'), cell('CỘNG HÒA XÃ HỘI', 'Độc lập - Tự do')])
    const grid = table(
      [cell('STT'), cell('Tên thôn')],
      [cell('1'), cell('Đồng Tâm')],
      [cell(''), cell('Cộng')],
    )
    expect(await read([head, new Paragraph('giữa'), grid])).toBe(
      'ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH\nCỘNG HÒA XÃ HỘI\nĐộc lập - Tự do\ngiữa\nSTT   Tên thôn\n1   Đồng Tâm\nCộng',
    )
  })

  it('in fonts of older encodings are converted, and said to be', async () => {
    const line = new Paragraph({
      children: [
        new TextRun({ text: 'uû ban nh©n d©n tØnh', font: '.VnTimeH' }),
        new TextRun({ text: ' vµ phßng tµi chÝnh', font: '.VnTime', allCaps: true }),
        new TextRun({ text: ' giao Së Tµi chÝnh chñ tr×, phèi hîp víi c¸c ngµnh', font: '.VnTime' }),
      ],
    })
    const bytes = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [line] }] })))
    const found = await importDocument(bytes, { model, repair: false })
    expect(found.text).toBe(
      'UỶ BAN NHÂN DÂN TỈNH VÀ PHÒNG TÀI CHÍNH giao Sở Tài chính chủ trì, phối hợp với các ngành',
    )
    expect(found.encoding).toBe('tcvn3')
    expect(found.problems.map(({ message }) => message)).toEqual([
      'the input is in TCVN3 (ABC); it was converted to Unicode.',
    ])
  })
})

describe('DocxNumbering', () => {
  const lvl = (at: number, text: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
  const NUMBERING =
    `<w:numbering><w:abstractNum w:abstractNumId="0">${lvl(0, 'Điều %1.')}${lvl(1, '%2.')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>'
  const STYLES =
    '<w:styles><w:style w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:styleId="DieuCon"><w:basedOn w:val="Dieu"/></w:style></w:styles>'
  const p = (properties: string, text: string): string =>
    `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
  const list = (id: number, level: number): string =>
    `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`
  const textOf = (xml: string): string[] =>
    new DocxNumbering(NUMBERING, STYLES)
      .insertInto(xml)
      .split('</w:p>')
      .map((paragraph) => paragraph.replace(/<[^>]*>/gu, ''))
      .filter((line) => line !== '')

  it('counts through styles, and styles based on them', () => {
    const style = (name: string): string => `<w:pStyle w:val="${name}"/>`
    expect(textOf(p(style('Dieu'), 'a') + p(style('DieuCon'), 'b') + p(style('Khac'), 'c'))).toEqual([
      'Điều 1. a',
      'Điều 2. b',
      'c',
    ])
  })

  it('begins anew where a list says so, and goes on from there', () => {
    expect(textOf(p(list(1, 0), 'a') + p(list(2, 0), 'b') + p(list(2, 0), 'c') + p(list(2, 1), 'd'))).toEqual(
      ['Điều 1. a', 'Điều 7. b', 'Điều 8. c', '1. d'],
    )
  })

  it('does not count a former state of a paragraph', () => {
    const changed = `${list(1, 0)}<w:pPrChange w:id="1"><w:pPr>${list(2, 0)}</w:pPr></w:pPrChange>`
    expect(textOf(p(changed, 'a') + p(list(1, 0), 'b'))).toEqual(['Điều 1. a', 'Điều 2. b'])
  })

  it('prints a label without a number', () => {
    const numbering = NUMBERING.replace(
      'w:val="decimal"/><w:lvlText w:val="Điều %1."',
      'w:val="none"/><w:lvlText w:val="Kết luận%1:"',
    )
    const xml = new DocxNumbering(numbering, STYLES).insertInto(p(list(1, 0), 'a'))
    expect(xml.replace(/<[^>]*>/gu, '')).toBe('Kết luận: a')
  })

  it('gives no number for a list that is not there, or was taken away', () => {
    expect(textOf(p(list(9, 0), 'a') + p(list(0, 0), 'b'))).toEqual(['a', 'b'])
  })

  it.each([
    [1, 'upperLetter', 'A'],
    [27, 'lowerLetter', 'aa'],
    [4, 'lowerRoman', 'iv'],
    [1994, 'upperRoman', 'MCMXCIV'],
    [4000, 'upperRoman', '4000'],
    [0, 'upperLetter', '0'],
    [7, 'decimalZero', '07'],
    [3, 'chineseCounting', '3'],
  ])('writes %d as %s: %s', (value, format, text) => {
    expect(formatNumber(value, format)).toBe(text)
  })

  it('takes time that grows with the document', () => {
    const xml = p(list(1, 0), 'a').repeat(20_000)
    expect(textOf(xml)).toHaveLength(20_000)
    const open = '<w:p '.repeat(100_000)
    expect(new DocxNumbering(NUMBERING, STYLES).insertInto(open)).toBe(open)
  })
})
