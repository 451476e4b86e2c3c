// parse and convert work through folders as repair does.

import { existsSync, readFileSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeLegacy } from '../../src/encoding/encode-legacy.ts'
import { type Folder, run, temporaryFolder, type World } from './harness.ts'

const TEXT = 'KẾ HOẠCH\nTrồng cây\n\n1. Văn phòng chủ trì mua cây giống.\n'

let folder: Folder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

/** Three documents, the second of which cannot be read. */
function makeInputs(): string {
  folder.write('in/a.txt', encodeLegacy(TEXT, 'tcvn3'))
  folder.write('in/b.pdf', '%PDF-1.7')
  folder.write('in/c/c.txt', TEXT)
  return folder.path('in')
}

/** Convert is told encodings by their syllables here, parse by nothing. */
const worlds: Record<string, World> = { convert: { engine: { loadModel: async () => undefined } }, parse: {} }
const names: Record<string, (name: string) => string> = {
  convert: (name) => name,
  parse: (name) => `${name}.json`,
}

describe.each(['parse', 'convert'])('vanban %s', (command) => {
  const go = (...argv: string[]) => run([command, ...argv, '-o', folder.path('out')], worlds[command])
  const result = (name: string): string => folder.path(`out/${names[command]?.(name)}`)

  it('sums up a folder, and is resumed', async () => {
    const input = makeInputs()
    const summary = folder.path('s.json')
    const first = await go(input, '--summary', summary)
    expect(first.code).toBe(1)
    expect(first.err).toMatch(/\[3\/3\] .*\ndocuments +3 {2}2 done, 1 failed\n/)
    expect(JSON.parse(readFileSync(summary, 'utf8')).documents).toMatchObject({
      total: 3,
      success: 2,
      failed: 1,
    })
    expect(existsSync(result('c/c.txt'))).toBe(true)
    rmSync(result('a.txt'))
    folder.write('in/b.pdf', 'now good')
    const { code, err } = await go(input, '--resume')
    expect(code).toBe(0)
    expect(err).toMatch(/documents +3 {2}2 done, 1 done before\n/)
    expect(await go(input)).toMatchObject({ code: 5 })
    expect((await go(input, '--force')).code).toBe(0)
  })

  it('makes again with other options only when told to', async () => {
    const input = folder.write('in/a.txt', encodeLegacy(TEXT, 'tcvn3'))
    const out = ['-o', folder.path('out/')]
    expect((await run([command, input, ...out], worlds[command])).code).toBe(0)
    const other = command === 'parse' ? ['--threshold', '0.9'] : ['--from', 'tcvn3']
    const { code, err } = await run([command, input, ...out, '--resume', ...other], worlds[command])
    expect(code).toBe(5)
    expect(err).toContain('was made from other content, with other options or with another model')
  })

  it('lists what it would do, and stops at a failure when told to', async () => {
    const input = makeInputs()
    const list = await go(input, '--dry-run')
    expect(list).toMatchObject({ code: 0, err: '', calls: [] })
    expect(list.out).toContain(`/in/c/c.txt -> ${result('c/c.txt')}\n`)
    const { code, err } = await go(input, '--fail-fast')
    expect(code).toBe(3)
    expect(err).toContain('1 of 3 documents were not begun')
  })

  it('needs a folder for what belongs to one', async () => {
    for (const [flag, ...value] of [['--resume'], ['--summary', 's.csv']] as const) {
      const { code, err } = await run([command, flag, ...value], { ...worlds[command], stdin: 'a' })
      expect([code, err]).toEqual([2, expect.stringContaining(`${flag} needs an output folder`)])
    }
  })
})

describe('vanban parse', () => {
  it('prints the head of a table once, though the first document fails', async () => {
    const argv = ['parse', '--format', 'csv', '--bom', folder.path('none.txt')]
    const { code, out } = await run([...argv, folder.write('a.txt', TEXT), folder.write('b.txt', TEXT)])
    expect(code).toBe(1)
    expect(out.match(/^\ufefffile,/gm)).toHaveLength(1)
    expect(out.match(/\ufeff|file,document/g)).toHaveLength(2)
  })
})

describe('a summary for spreadsheets', () => {
  it('speaks the language of its user, and begins with a byte order mark when asked to', async () => {
    makeInputs()
    const csv = folder.path('s.csv')
    const argv = ['repair', folder.path('in/a.txt'), folder.path('lost.txt'), '-o', folder.path('out')]
    await run([...argv, '--summary', csv, '--bom', '--lang', 'vi'])
    expect(readFileSync(csv, 'utf8')).toMatch(
      /^\ufefffile,status,[\s\S]*Không đọc được .*lost\.txt: không có tệp này\./,
    )
  })
})
