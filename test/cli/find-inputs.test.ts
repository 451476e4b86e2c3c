// Which documents a run takes: those of folders, through links, and never its own results.

import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Folder, makeScans, run, temporaryFolder, visible } from './harness.ts'

let folder: Folder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

function makeClutteredScans(): string {
  folder.write('scans/2024/Thumbs.db', 'no document')
  return makeScans(folder)
}

const RESULTS = ['2024', '2024/c.txt', 'a.PDF.txt', 'b.txt']

describe('the documents of a run', () => {
  it('does not take its own results for input', async () => {
    const scans = makeClutteredScans()
    const out = join(scans, 'out')
    expect((await run(['repair', scans, '-o', out])).code).toBe(0)
    expect((await run(['repair', scans, '-o', out, '--force'])).code).toBe(0)
    expect(visible(out)).toEqual(RESULTS)
  })

  it('writes beside its documents, and above them, and knows its results there', async () => {
    const scans = makeClutteredScans()
    expect((await run(['repair', join(scans, '*.pdf'), '-o', scans])).code).toBe(0)
    expect((await run(['repair', join(scans, '2024'), '-o', scans])).code).toBe(0)
    expect(visible(scans)).toEqual([
      '2024',
      '2024/Thumbs.db',
      '2024/c.txt',
      'a.PDF',
      'a.PDF.txt',
      'b.txt',
      'c.txt',
    ])
    const { code, out } = await run(['repair', scans, '-o', scans, '--dry-run'])
    expect(code).toBe(5)
    expect(out.split('\n').map((line) => line.replace(/ -> .*/, ''))).toEqual([
      ...['2024/c.txt', 'a.PDF', 'b.txt'].map((name) => `${scans}/${name}`),
      '',
    ])
  })

  it('leaves no document out without a word', async () => {
    makeClutteredScans()
    symlinkSync('none.txt', folder.path('scans/lost.txt'))
    symlinkSync('..', folder.path('scans/2024/up'))
    mkdirSync(folder.path('elsewhere'))
    folder.write('elsewhere/d.txt', 'd')
    folder.write('elsewhere/~$d.docx', 'of an open document')
    symlinkSync('../elsewhere', folder.path('scans/linked'))
    const { code, err } = await run(['repair', folder.path('scans'), '-o', folder.path('out')])
    expect([code, visible(folder.path('out'))]).toEqual([1, [...RESULTS, 'linked', 'linked/d.txt'].sort()])
    expect(err).toContain(`error: ${folder.path('scans/lost.txt')} cannot be read: there is no such file.\n`)
    const pattern = folder.path('scans/**/*.txt')
    const { out } = await run(['repair', pattern, '-o', folder.path('out'), '--dry-run', '--force'])
    expect(out.match(/c\.txt ->/g)).toHaveLength(1)
  })

  it.skipIf(process.getuid?.() === 0)('tells of folders that it may not enter', async () => {
    makeClutteredScans()
    chmodSync(folder.path('scans/2024'), 0)
    const { code, err } = await run(['repair', folder.path('scans'), '-o', folder.path('out')])
    chmodSync(folder.path('scans/2024'), 0o700)
    expect(code).toBe(0)
    expect(err).toContain('2024 cannot be read, and what is in it is left out: permission was denied.')
  })
})
