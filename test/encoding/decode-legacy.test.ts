import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { viewBytes } from '../../src/encoding/cp1252.ts'
import { decodeLegacy } from '../../src/encoding/decode-legacy.ts'
import { encodeLegacy } from '../../src/encoding/encode-legacy.ts'
import { LEGACY_ENCODINGS, type LegacyEncoding } from '../../src/encoding/names.ts'
import { VanbanError } from '../../src/errors.ts'
import { DOCUMENTS, LETTERS, plainSigns } from './texts.ts'

/** Encodings that write every letter, small and capital. */
const WHOLE = LEGACY_ENCODINGS.filter((name) => name !== 'tcvn3' && name !== 'vps')

const viewOf = (bytes: Uint8Array, encoding: LegacyEncoding): string =>
  encoding === 'viqr' || encoding === 'double-utf-8' ? new TextDecoder().decode(bytes) : viewBytes(bytes)

describe('decodeLegacy', () => {
  it.each<[LegacyEncoding, string, string]>([
    ['tcvn3', 'Céng hoµ x· héi chñ nghÜa ViÖt Nam', 'Cộng hoà xã hội chủ nghĩa Việt Nam'],
    ['tcvn3', 'tr\u00adëng thµnh', 'trưởng thành'],
    ['tcvn3', 'tr−ëng, x∙, hoμ', 'trưởng, xã, hoà'],
    ['vni', 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['vni', 'ÑIEÀU, ñöôïc, öùng, kyõ, quyû, Myõ', 'ĐIỀU, được, ứng, kỹ, quỷ, Mỹ'],
    ['vni', 'NAêM', 'NĂM'],
    // Slips of typists: a mark behind a letter that has its own code, twice, or a character too late.
    ['vni', 'xaùc ñiïnh, ÑIÏNH, coâng vieäïc', 'xác định, ĐỊNH, công việc'],
    ['vni', 'cô sô ûbaèng 05 (giô)ø, chæ ñaïo ï chaát', 'cơ sở bằng 05 (giờ), chỉ đạo ï chất'],
    ['viscii', 'Cµng hòa xã hµi chü nghîa Vi®t Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['vps', 'C¶ng hòa xã h¶i chû nghïa ViŒt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['windows-1258', 'Côòng hoÌa xaÞ hôòi chuÒ nghiÞa Viêòt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['windows-1258', 'hòa, ðýõòc'.replace('hòa', 'hoÌa'), 'hòa, được'],
    ['viqr', 'Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['double-utf-8', 'Viá»‡t Nam, Ä‘á»™c láº­p', 'Việt Nam, độc lập'],
  ])('reads %s: %j', (encoding, given, expected) => {
    expect(decodeLegacy(given, encoding)).toBe(expected)
  })

  it.each(LEGACY_ENCODINGS)('reads every small letter of %s back', (encoding) => {
    expect(decodeLegacy(viewOf(encodeLegacy(LETTERS, encoding), encoding), encoding)).toBe(LETTERS)
  })

  it.each(WHOLE)('reads every capital of %s back', (encoding) => {
    const capitals = LETTERS.toUpperCase()
    expect(decodeLegacy(viewOf(encodeLegacy(capitals, encoding), encoding), encoding)).toBe(capitals)
  })

  it.each(WHOLE)('gives documents in %s back as they were', (encoding) => {
    for (const text of DOCUMENTS) {
      const wanted = encoding === 'viqr' || encoding === 'double-utf-8' ? text : plainSigns(text)
      const written = encodeLegacy(wanted, encoding)
      expect(decodeLegacy(viewOf(written, encoding), encoding)).toBe(wanted)
    }
  })

  it.each(['tcvn3', 'vps'] as const)(
    'gives the letters of documents in %s back, and nearly all capitals',
    (encoding) => {
      for (const document of DOCUMENTS) {
        const text = plainSigns(document)
        const decoded = decodeLegacy(encodeLegacy(text, encoding), encoding)
        expect(decoded.toLowerCase()).toBe(text.toLowerCase())
        const wrong = [...decoded].filter((letter, i) => letter !== text[i]).length
        expect(wrong).toBeLessThan(text.length / 200)
      }
    },
  )

  it('takes bytes and strings alike', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...WHOLE.filter((name) => name !== 'viqr' && name !== 'double-utf-8')),
        fc.stringMatching(/^[a-zA-Z àảãáạăằẳẵắặâầẩẫấậđĐỘỚƯ.,]{0,40}$/),
        (encoding, text) => {
          const bytes = encodeLegacy(text, encoding)
          expect(decodeLegacy(bytes, encoding)).toBe(decodeLegacy(viewBytes(bytes), encoding))
        },
      ),
      { seed: 11, numRuns: 300 },
    )
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LEGACY_ENCODINGS),
        fc.uint8Array({ maxLength: 80 }),
        (encoding, bytes) => {
          expect(typeof decodeLegacy(bytes, encoding)).toBe('string')
        },
      ),
      { seed: 12, numRuns: 1000 },
    )
  })

  it('names the encodings it knows when asked for another', () => {
    expect(() => decodeLegacy('x', 'latin1' as LegacyEncoding)).toThrowError(
      new VanbanError(
        'BAD_ARGUMENT',
        'ingest',
        'The encoding "latin1" is unknown: give one of tcvn3, vni, double-utf-8, windows-1258, viscii, vps, tcvn5712-1, viqr.',
      ),
    )
  })
})

describe('capitals that an encoding cannot write', () => {
  it.each([
    ['QUYÕT §ÞNH cña ñY BAN NH¢N D¢N THµNH PHè cÇn th¬', 'QUYẾT ĐỊNH của ỦY BAN NHÂN DÂN THÀNH PHỐ cần thơ'],
    ['CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['TP Hµ NéI\nTP Hµ Néi', 'TP HÀ NỘI\nTP Hà Nội'],
    ['Bé C¤NG AN', 'BỘ CÔNG AN'],
    ['Sè 12/Q§-UBND', 'Số 12/QĐ-UBND'],
    ['Hµ Lª Lý', 'Hà Lê Lý'],
  ])('come from their neighbours: %j', (given, expected) => {
    expect(decodeLegacy(given, 'tcvn3')).toBe(expected)
  })

  it('reads long lines in one pass', () => {
    expect(decodeLegacy('Hµ '.repeat(50_000), 'tcvn3')).toBe('Hà '.repeat(50_000))
    expect(decodeLegacy('µ\n'.repeat(50_000), 'tcvn3')).toBe('à\n'.repeat(50_000))
  })
})

describe('VIQR', () => {
  it.each([
    ['DDie^`u 1. Pha.m vi', 'Điều 1. Phạm vi'],
    ['d-u+o+.c, Dda` La.t, u*o*ng', 'được, Đà Lạt, ương'],
    ['ta\\. a\\dd \\\\ o\\+', 'ta. add \\ o+'],
    ['kho^ng? co^ng ty.', 'không? công tỵ'],
  ])('reads %j', (given, expected) => {
    expect(decodeLegacy(given, 'viqr')).toBe(expected)
  })

  it('takes a sign for punctuation where the tone makes no syllable', () => {
    expect(decodeLegacy('tho+`i gian qua? bie^.t gi.', 'viqr')).toBe('thời gian quả biệt gị')
    expect(decodeLegacy('la`m viec. ba~i oc.', 'viqr')).toBe('làm viec. bãi oc.')
  })

  it('gives back what it wrote, punctuation included', () => {
    const part = fc.constantFrom(
      'đi',
      'Được',
      'ta',
      'a',
      'o',
      'dd',
      'd-',
      '.',
      '?',
      "'",
      '^',
      '+',
      '(',
      '\\',
      ' ',
      '~a',
      'ương',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('').normalize('NFC')
        const written = new TextDecoder().decode(encodeLegacy(text, 'viqr'))
        expect(decodeLegacy(written, 'viqr')).toBe(text)
      }),
      { seed: 13, numRuns: 2000 },
    )
  })
})

describe('double-encoded UTF-8', () => {
  it('is read as often as it was encoded', () => {
    let text = 'Quyết định về việc sửa đổi'
    for (let round = 0; round < 3; round++) {
      text = viewBytes(new TextEncoder().encode(text))
      expect(decodeLegacy(text, 'double-utf-8')).toBe('Quyết định về việc sửa đổi')
    }
  })

  it('takes Latin-1 as well as Windows-1252', () => {
    const latin1 = Buffer.from('Đường Điện').toString('latin1')
    expect(decodeLegacy(latin1, 'double-utf-8')).toBe('Đường Điện')
  })

  it('mends "à" that lost its second byte to a space', () => {
    expect(decodeLegacy('lÃ  má»™t, vÃ ', 'double-utf-8')).toBe('là một, và ')
  })

  it('leaves sound words between damaged ones', () => {
    expect(decodeLegacy('Việt Nam lÃ\u00a0 nước', 'double-utf-8')).toBe('Việt Nam là nước')
  })
})
