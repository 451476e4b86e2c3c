// The small parts: fonts by name, order of UTF-16, bytes as characters, variety.

import { describe, expect, it } from 'vitest'
import { byteOfUnit, unitOfByte, viewBytes } from '../../src/encoding/cp1252.ts'
import { encodingOfFont, isCapitalFont } from '../../src/encoding/fonts.ts'
import { utf16Order } from '../../src/encoding/utf16.ts'
import { Variety } from '../../src/encoding/variety.ts'

describe('fonts', () => {
  it.each([
    ['.VnTime', 'tcvn3', false],
    ['.VnTimeH', 'tcvn3', true],
    ['.VnTimeH Tur', 'tcvn3', true],
    ['QXJZAB+.VnArialH-Bold', 'tcvn3', true],
    ['.VnTimeH,BoldItalic', 'tcvn3', true],
    ['.VnTifani HeavyH', 'tcvn3', true],
    ['.VnHelvetIns', 'tcvn3', false],
    ['VNI-Times', 'vni', false],
    ['VNI-Helve-Condense', 'vni', false],
    ['Times New Roman', undefined, false],
    ['Vnini', undefined, false],
    ['', undefined, false],
  ] as const)('%s', (name, encoding, capitals) => {
    expect([encodingOfFont(name), isCapitalFont(name)]).toEqual([encoding, capitals])
  })
})

describe('the view of bytes', () => {
  it('has a character for every byte, and leads back', () => {
    const all = Uint8Array.from({ length: 256 }, (_, i) => i)
    const view = viewBytes(all)
    expect(view).toHaveLength(256)
    for (let byte = 0; byte < 256; byte++) {
      expect(byteOfUnit(view.charCodeAt(byte))).toBe(byte)
      expect(unitOfByte(byte)).toBe(view.charCodeAt(byte))
    }
    expect(viewBytes(Uint8Array.of(0x80, 0x81, 0x93, 0xa0, 0xff))).toBe('€\x81“\xa0ÿ')
  })

  it('knows what stands for no byte', () => {
    expect(['ế', 'đ', '漢', '−'].map((sign) => byteOfUnit(sign.charCodeAt(0)))).toEqual([-1, -1, -1, -1])
  })
})

describe('utf16Order', () => {
  const le = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'))
  const be = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le').swap16())
  it.each([
    ['Việt Nam', 'utf-16le', 'utf-16be'],
    ['Quyết định số 5', 'utf-16le', 'utf-16be'],
    ['\ufeffx', 'utf-16le', 'utf-16be'],
  ] as const)('tells %j', (text, little, big) => {
    expect([utf16Order(le(text)), utf16Order(be(text))]).toEqual([little, big])
  })

  it.each([
    ['UTF-8', new TextEncoder().encode('Việt Nam')],
    ['ASCII', new TextEncoder().encode('plain text!!')],
    ['zeros', new Uint8Array(100)],
    ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0)],
    ['two bytes', Uint8Array.of(0x41, 0)],
    ['nothing', new Uint8Array()],
  ])('does not take %s for it', (_, bytes) => {
    expect(utf16Order(bytes)).toBeUndefined()
  })
})

describe('Variety', () => {
  it('is the number of equally frequent letters that were as varied', () => {
    const count = (text: string) => {
      const variety = new Variety()
      variety.add(text, 0, text.length)
      return variety.effective
    }
    expect([count('abc'), count('éé'), count('éà'), count('éééà')]).toEqual([0, 1, 2, 1.6])
  })
})
