import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeLegacy } from '../../src/encoding/encode-legacy.ts'
import { type Folder, run, temporaryFolder } from './harness.ts'

const TEXT = 'Quyết định về việc sửa chữa đường vào thôn;\nCăn cứ nhu cầu của nhân dân,\n'

/** A library that holds no model: encodings are told by their syllables. */
const engine = { loadModel: async () => undefined }

let folder: Folder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

describe('vanban convert', () => {
  it.each(['tcvn3', 'vni', 'viscii', 'vps', 'windows-1258', 'viqr', 'double-utf-8'] as const)(
    'finds out %s',
    async (encoding) => {
      const { code, out, err } = await run(['convert'], { stdin: encodeLegacy(TEXT, encoding), engine })
      expect([code, out, err]).toEqual([0, TEXT, ''])
    },
  )

  it('composes decomposed letters, and leaves the rest of UTF-8 alone', async () => {
    expect((await run(['convert'], { stdin: TEXT.normalize('NFD'), engine })).out).toBe(TEXT)
    expect((await run(['convert'], { stdin: 'Noël, 5 µm', engine })).out).toBe('Noël, 5 µm')
  })

  it('does not guess when it is told', async () => {
    const world = { stdin: 'Hµ', engine }
    expect((await run(['convert', '--from', 'tcvn3'], world)).out).toBe('Hà')
    expect((await run(['convert'], world)).out).toBe('Hµ')
    expect(
      (await run(['convert', '--from', 'tcvn3'], { stdin: Uint8Array.of(0x48, 0xb5), engine })).out,
    ).toBe('Hà')
  })

  it('says with --check what files are in, and writes nothing', async () => {
    const old = folder.write('old.txt', encodeLegacy(TEXT, 'tcvn3'))
    const sound = folder.write('sound.txt', TEXT)
    const both = await run(['convert', '--check', old, sound], { engine })
    expect([both.code, both.out]).toEqual([1, `${old}: TCVN3 (ABC)\n${sound}: UTF-8\n`])
    expect((await run(['convert', '--check', sound], { engine })).code).toBe(0)
    const empty = folder.write('empty.txt', '')
    expect((await run(['convert', '--check', empty], { engine })).out).toBe(`${empty}: UTF-8\n`)
  })

  it('writes files, one for each', async () => {
    const inputs = (['tcvn3', 'vni'] as const).map((name) =>
      folder.write(`${name}.txt`, encodeLegacy(TEXT, name)),
    )
    const { code } = await run(['convert', ...inputs, '-o', folder.path('out/')], { engine })
    expect([code, folder.read('out/tcvn3.txt'), folder.read('out/vni.txt')]).toEqual([0, TEXT, TEXT])
  })

  it('converts a folder with those below it, each file in its place, and leaves images alone', async () => {
    folder.write('in/a/x.txt', encodeLegacy(TEXT, 'tcvn3'))
    folder.write('in/b/x.txt', encodeLegacy(TEXT, 'vni'))
    folder.write('in/b/seal.png', 'png')
    for (const [input, output] of [
      [folder.path('in'), 'out'],
      [folder.path('in/**/*.txt'), 'again'],
    ] as const) {
      const { code, err } = await run(['convert', input, '-o', folder.path(output)], { engine })
      expect([code, err]).toEqual([
        0,
        expect.stringMatching(/a\/x\.txt: TCVN3 \(ABC\)\n(?:.|\n)*converted +2\n/),
      ])
      expect([folder.read(`${output}/a/x.txt`), folder.read(`${output}/b/x.txt`)]).toEqual([TEXT, TEXT])
    }
    const one = await run(['convert', folder.path('in/a'), '-o', folder.path('one')], { engine })
    expect([one.code, folder.read('one/x.txt')]).toEqual([0, TEXT])
    folder.write('old/a.RTF', encodeLegacy(TEXT, 'vni'))
    expect((await run(['convert', folder.path('old'), '-o', folder.path('new')], { engine })).code).toBe(0)
    expect(folder.read('new/a.RTF.txt')).toBe(TEXT)
    const none = await run(['convert', folder.path('in/*.doc'), '-o', folder.path('none')], { engine })
    expect([none.code, none.err]).toEqual([3, expect.stringContaining('No document was found')])
  })

  it('gives JSON', async () => {
    const { out } = await run(['convert', '--format', 'json'], { stdin: encodeLegacy(TEXT, 'vni'), engine })
    expect(JSON.parse(out)).toEqual({
      schemaVersion: 1,
      file: 'stdin',
      encoding: 'vni',
      encodings: ['vni'],
      text: TEXT,
    })
  })

  it('goes on after a file that is not there', async () => {
    const old = folder.write('old.txt', encodeLegacy(TEXT, 'tcvn3'))
    const { code, out, err } = await run(['convert', folder.path('none.txt'), old], { engine })
    expect([code, out]).toEqual([1, TEXT])
    expect(err).toBe(`error: ${folder.path('none.txt')} cannot be read: there is no such file.\n`)
  })

  it('refuses an encoding it does not know', async () => {
    const { code, err } = await run(['convert', '--from', 'latin1'], { stdin: 'x', engine })
    expect(code).toBe(2)
    expect(err).toContain('tcvn3')
  })
})

describe('older encodings in other commands', () => {
  it('are converted with a warning', async () => {
    const old = folder.write('old.txt', encodeLegacy(TEXT, 'tcvn3'))
    const { out, err } = await run(['restore', old])
    expect(out).toBe(TEXT.toUpperCase())
    expect(err).toBe(`warning: ${old} is in TCVN3 (ABC); it was converted to Unicode.\n`)
  })
})
