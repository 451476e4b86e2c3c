import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { viewBytes } from '../../src/encoding/cp1252.ts'
import { decodeRuns, decodeText, detectEncoding } from '../../src/encoding/decode-text.ts'
import { encodeLegacy } from '../../src/encoding/encode-legacy.ts'
import { LEGACY_ENCODINGS, type LegacyEncoding } from '../../src/encoding/names.ts'
import { conversionNotice } from '../../src/encoding/notice.ts'
import { DOCUMENTS, plainSigns, snippets } from './texts.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const asWritten = (text: string, encoding: LegacyEncoding): string | Uint8Array =>
  encodeLegacy(text, encoding)

const comparable = (text: string): string => plainSigns(text).toLowerCase()

describe('decodeText', () => {
  it.each(LEGACY_ENCODINGS)('finds out documents in %s', (encoding) => {
    for (const text of DOCUMENTS) {
      const decoded = decodeText(asWritten(text, encoding))
      expect(comparable(decoded.text)).toBe(comparable(text))
      expect([decoded.converted, decoded.mixed]).toEqual([true, false])
    }
  })

  it.each(LEGACY_ENCODINGS)('finds out short texts in %s', (encoding) => {
    const wrong = snippets(60).filter((text) => {
      const decoded = decodeText(asWritten(text, encoding))
      return comparable(decoded.text) !== comparable(text)
    })
    expect(wrong).toEqual([])
  })

  it.each(['tcvn3', 'vni', 'windows-1258'] as const)(
    'finds out %s that was pasted into UTF-8',
    (encoding) => {
      for (const text of snippets(40)) {
        expect(comparable(decodeText(utf8(viewBytes(encodeLegacy(text, encoding)))).text)).toBe(
          comparable(text),
        )
      }
    },
  )

  it.each([
    ['utf-16le', false],
    ['utf-16be', false],
    ['utf-16le', true],
    ['utf-16be', true],
  ] as const)('reads %s, with a mark: %s', (order, mark) => {
    const text = DOCUMENTS[0]!
    const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
    if (order === 'utf-16be') bytes.swap16()
    expect(decodeText(bytes)).toMatchObject({ text, encoding: order, converted: false })
  })

  it('tells decomposed text, and leaves it as it is', () => {
    const text = DOCUMENTS[0]!.normalize('NFD')
    expect(decodeText(text)).toMatchObject({ text, encoding: 'nfd', converted: false })
    expect(decodeText(utf8(text))).toMatchObject({ text, encoding: 'nfd', container: 'utf-8' })
  })

  it('tells stretches of one document apart', () => {
    const unicode = 'Căn cứ Luật Tổ chức chính quyền địa phương và nhu cầu của nhân dân trong xã;'
    const lines = [unicode, ...snippets(2), unicode].map((line) => line.replaceAll('\n', ' '))
    const bytes = Buffer.concat([
      utf8(`${lines[0]}\n`),
      encodeLegacy(`${lines[1]}\n`, 'tcvn3'),
      encodeLegacy(`${lines[2]}\n`, 'vni'),
      utf8(lines[3]!),
    ])
    const decoded = decodeText(bytes)
    expect(comparable(decoded.text)).toBe(comparable(lines.join('\n')))
    expect(decoded.runs.map(({ encoding }) => encoding)).toEqual(['utf-8', 'tcvn3', 'vni', 'utf-8'])
    expect([decoded.mixed, decoded.container]).toEqual([true, '8-bit'])
  })

  it('covers the text with its runs', () => {
    const text = `Việt Nam\n${viewBytes(encodeLegacy(snippets(3).join('\n'), 'tcvn3'))}\nViệt Nam`
    const { runs } = detectEncoding(text)
    expect(runs[0]!.span[0]).toBe(0)
    expect(runs.at(-1)!.span[1]).toBe(text.length)
    for (let i = 1; i < runs.length; i++) expect(runs[i]!.span[0]).toBe(runs[i - 1]!.span[1])
  })

  it('finds what is said in documentation', () => {
    expect(decodeText('ViÖt Nam, Hµ Néi, §µ N½ng').text).toBe('Việt Nam, Hà Nội, Đà Nẵng')
    expect(detectEncoding('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam').encoding).toBe('vni')
  })
})

describe('sound text', () => {
  const sound: readonly (readonly [string, string])[] = [
    ['Vietnamese', DOCUMENTS.join('\n')],
    ['short Vietnamese', 'Số: 15/2024/NĐ-CP'],
    [
      'French',
      'L’été dernier, Noël est passé où il pût ; déjà vu, naïveté, cœur, garçon, « bientôt » à l’hôtel, forêt, âge, thé, né, bébé.',
    ],
    ['German', 'Größe, Übermut, schöne Grüße aus München, Straßenbahn, für die Prüfung'],
    [
      'Spanish',
      'El niño comió piñas en la montaña; ¿dónde está el árbol? ¡Qué ilusión, señor Muñoz! Número 1º, 2ª',
    ],
    ['Icelandic', 'það er gott að vera hér, Þórður fór í bæinn með föður sínum; ðe þessi ýmis öðruvísi'],
    ['Polish', 'Zażółć gęślą jaźń, człowiek śpi źle'],
    ['Turkish', 'İstanbul’da güneşli bir gün, çocuklar şarkı söylüyor'],
    ['Czech', 'Příliš žluťoučký kůň úpěl ďábelské ódy'],
    [
      'English',
      "It's a test, isn't it? You're 5+ o'clock (a(b) o+o u+u) e.g. i.e. a.m. p.m. don't; add odd ladder",
    ],
    [
      'code',
      'const x = a^b + (o+1) * e^2; if (a[i]?.b) { u+=1 } // `a` ~b \\d+ dd e.g. regex: /[a-z]+(?=x)/',
    ],
    [
      'tables',
      '§ 5 ± 0,5 °C | 10 m² | 3 µm | ½ | ¾ | © 2024 | ® | « x » | 5 × 3 ÷ 2 | ¹ ² ³ | € 5 | • a | – b',
    ],
    [
      'scanner, é for ê and ô',
      'Céng ty cé phan Déi méi sé 5 téng cuc thué, quyét dinh vé viéc céng nhén té chirc; thuéc né cdc loai',
    ],
    [
      'scanner, § for ậ',
      'khu nh§p, tai nh§p, chuyén khdu, hoat d§ng, nh§n thay, th§t su, quy djnh, nhiém vy',
    ],
    ['emoji', '👍🏽 tốt lắm 🇻🇳 ½'],
    ['nothing', ''],
  ]

  it.each(sound)('is left as it is: %s', (_, text) => {
    expect(decodeText(text)).toMatchObject({ text, encoding: 'unicode', converted: false, mixed: false })
    expect(decodeText(utf8(text))).toMatchObject({ text, encoding: 'utf-8', converted: false })
  })

  it('is left as it is in every OCR text', () => {
    const ocr = readFileSync(new URL('../../fixtures/nam-sach/ocr.txt', import.meta.url), 'utf8')
    expect(decodeText(ocr)).toMatchObject({ text: ocr, converted: false })
  })

  it('comes back whatever it is made of, words of any kind in any order', () => {
    const words = [
      ...DOCUMENTS.join(' ').split(/\s+/),
      'café',
      'naïve',
      'm²',
      '§5',
      'µm',
      'Muñoz',
      '“x”',
      '½',
      'A4',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), (picked) => {
        const text = picked.join(' ')
        expect(decodeText(text).text).toBe(text)
      }),
      { seed: 3, numRuns: 500 },
    )
  })

  it('with broken bytes keeps its sound parts', () => {
    const bytes = Buffer.concat([utf8(DOCUMENTS[0]!), Uint8Array.of(0xff, 0xe1, 0x20), utf8('Việt Nam')])
    const decoded = decodeText(bytes)
    expect(decoded.text).toBe(`${DOCUMENTS[0]}\ufffd\ufffd Việt Nam`)
    expect([decoded.encoding, decoded.converted]).toEqual(['utf-8', false])
  })
})

describe('hostile input', () => {
  it.each([
    ['one long word of odd letters', 'µ¸'.repeat(50_000)],
    ['many short words', 'µ '.repeat(50_000)],
    ['control characters', '\x01\x02 '.repeat(30_000)],
    ['lone surrogates', '\ud800\udfff\udc00 '.repeat(50_000)],
    ['signs of VIQR', "a^'.a(o+ ".repeat(50_000)],
    ['backslashes', '\\'.repeat(80_000)],
    ['lead bytes', 'Ã'.repeat(80_000)],
    ['combining marks', 'a\u0301\u0302'.repeat(30_000)],
  ])('is read in one pass: %s', (_, text) => {
    expect(typeof decodeText(text).text).toBe('string')
    expect(typeof decodeText(Buffer.from(text, 'latin1')).text).toBe('string')
  })

  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { runs } = decodeText(bytes)
        for (const { span } of runs) expect(span[0]).toBeLessThan(span[1])
      }),
      { seed: 4, numRuns: 1000 },
    )
  })
})

describe('decodeRuns', () => {
  const view = (text: string, encoding: LegacyEncoding) => viewBytes(encodeLegacy(text, encoding))

  it('takes capitals of TCVN3 from the font that has them', () => {
    const { texts, encoding } = decodeRuns([
      { text: view('cộng hòa xã hội chủ nghĩa việt nam', 'tcvn3'), font: '.VnTimeH' },
      { text: '\n' },
      { text: view('Độc lập - Tự do - Hạnh phúc', 'tcvn3'), font: 'ABCDEF+.VnTime,Bold' },
    ])
    expect(texts).toEqual(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '\n', 'Độc lập - Tự do - Hạnh phúc'])
    expect(encoding).toBe('tcvn3')
  })

  it('leaves Unicode in old fonts alone', () => {
    const runs = [{ text: 'Quyết định của Ủy ban nhân dân xã về việc ấy', font: '.VnTimeH' }]
    expect(decodeRuns(runs)).toMatchObject({ texts: [runs[0]!.text], converted: false })
  })

  it('puts a mark to the letter in the run before', () => {
    const text = view('được tổ chức hội nghị cán bộ, công chức xã', 'vni')
    for (let cut = 1; cut < text.length; cut++) {
      const { texts } = decodeRuns([
        { text: text.slice(0, cut), font: 'VNI-Times' },
        { text: text.slice(cut), font: 'VNI-Times' },
      ])
      expect(texts.join('')).toBe('được tổ chức hội nghị cán bộ, công chức xã')
    }
  })

  it('gives as many texts as it was given runs', () => {
    expect(decodeRuns([]).texts).toEqual([])
    expect(decodeRuns([{ text: '' }, { text: 'a' }, { text: '' }]).texts).toEqual(['', 'a', ''])
  })
})

describe('conversionNotice', () => {
  it('says what was converted, and whether all of it', () => {
    const tcvn3 = decodeText(encodeLegacy(snippets(1)[0]!, 'tcvn3'))
    expect(conversionNotice('a.txt', tcvn3)).toBe('a.txt is in TCVN3 (ABC); it was converted to Unicode.')
    expect(conversionNotice('a.txt', { ...tcvn3, mixed: true })).toBe(
      'a.txt is in TCVN3 (ABC) in part; that was converted to Unicode.',
    )
    expect(conversionNotice('a.txt', decodeText('Việt Nam'))).toBeUndefined()
  })
})

describe('fonts of a document', () => {
  const LINES = [
    'Ủy ban nhân dân huyện',
    'Đường vào thôn Đông',
    'ô tô',
    'Căn cứ Luật Ngân sách nhà nước',
    'Lưu: VT',
    'Về nguồn vốn đã được giao',
    'Sở Y tế',
    'ý kiến',
  ]
  const FONTS = ['.VnTime', 'VNI-Times', 'Times New Roman'] as const
  const written = (text: string, font: (typeof FONTS)[number]): string =>
    font === 'Times New Roman' ? text : viewBytes(encodeLegacy(text, font === '.VnTime' ? 'tcvn3' : 'vni'))

  it('decide on short lines where the rest shows that they say the truth', () => {
    const lines = Array.from({ length: 48 }, (_, i) => ({
      text: LINES[(i * 5) % 8]!,
      font: FONTS[(i * 7) % 3]!,
    }))
    const runs = lines.map(({ text, font }) => ({ text: `${written(text, font)}\n`, font }))
    const { texts } = decodeRuns(runs)
    expect(texts.map((text) => text.trim().toLowerCase())).toEqual(
      lines.map(({ text }) => text.toLowerCase()),
    )
  })

  it('change nothing in converted texts that keep them', () => {
    const runs = LINES.flatMap((text, i) => [{ text: `${text}\n`, font: FONTS[i % 2]! }])
    const { texts, converted } = decodeRuns([...runs, ...runs, ...runs])
    expect(converted).toBe(false)
    expect(texts.slice(0, 8).map((text) => text.trim())).toEqual(LINES)
  })

  it('leave sound lines alone that were put among those of an older encoding', () => {
    const lines = Array.from({ length: 40 }, (_, i) => LINES[i % 8]!)
    const runs = lines.map((text, i) => ({
      text: `${i % 8 === 3 ? text : written(text, '.VnTime')}\n`,
      font: '.VnTime',
    }))
    const { texts } = decodeRuns(runs)
    expect(texts.map((text) => text.trim().toLowerCase())).toEqual(lines.map((text) => text.toLowerCase()))
  })
})
