import { describe, expect, it } from 'vitest'
import { encodeLegacy } from '../../src/encoding/encode-legacy.ts'
import { readTextFile } from '../../src/ingest/text-file.ts'
import { contextOf } from './old-office.ts'

const TEXT = 'Căn cứ Luật Tổ chức chính quyền địa phương;\nXét đề nghị của Chánh Văn phòng,\n'

async function read(bytes: Uint8Array) {
  const context = contextOf('a.txt')
  const { encoding, pages } = await readTextFile(bytes, context)
  return { encoding, text: pages[0]!.raw, problems: context.problems.map(({ message }) => message) }
}

describe('readTextFile', () => {
  it('reads UTF-8 without a word', async () => {
    expect(await read(new TextEncoder().encode(TEXT))).toEqual({
      encoding: 'utf-8',
      text: TEXT,
      problems: [],
    })
  })

  it.each([
    ['tcvn3', 'TCVN3 (ABC)'],
    ['vni', 'VNI-Windows'],
    ['windows-1258', 'Windows-1258'],
    ['viscii', 'VISCII'],
  ] as const)('reads %s and says so', async (encoding, title) => {
    expect(await read(encodeLegacy(TEXT, encoding))).toEqual({
      encoding,
      text: TEXT,
      problems: [`a.txt is in ${title}; it was converted to Unicode.`],
    })
  })

  it('reads UTF-16 with and without its mark', async () => {
    for (const mark of ['\ufeff', '']) {
      const bytes = new Uint8Array(Buffer.from(mark + TEXT, 'utf16le'))
      expect(await read(bytes)).toEqual({ encoding: 'utf-16le', text: TEXT, problems: [] })
    }
  })

  it('keeps broken UTF-8 and says so', async () => {
    const bytes = Buffer.concat([new TextEncoder().encode(TEXT), Uint8Array.of(0xff)])
    expect(await read(bytes)).toEqual({
      encoding: 'utf-8',
      text: `${TEXT}\ufffd`,
      problems: [
        'a.txt is not valid UTF-8 in one place, the first at byte 105; they are printed as U+FFFD. If the text looks wrong, convert the file to UTF-8 first.',
      ],
    })
  })
})
