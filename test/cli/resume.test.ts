// What happens when a run meets what earlier runs left: resumed, refused, replaced, or only told of.

import { existsSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Folder, makeScans, run, temporaryFolder, visible } from './harness.ts'

let folder: Folder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

describe('a run into a folder with results', () => {
  it('resumes: what is done is skipped, what failed is tried again', async () => {
    const scans = makeScans(folder)
    const bad = folder.write('scans/bad.txt', '%PDF')
    const argv = ['repair', scans, '-o', folder.path('out'), '--format', 'text']
    expect((await run(argv)).code).toBe(1)
    folder.write('scans/bad.txt', 'now good')
    const { code, calls, err } = await run([...argv, '--resume'])
    expect(code).toBe(0)
    const read = calls.filter(([name]) => name === 'importDocument')
    expect(read.map(([, , options]) => (options as { name: string }).name)).toEqual([bad])
    expect(err).toMatch(/documents +4 {2}1 done, 3 done before\n/)
    const html = await run([...argv, '--format', 'html', '--resume'])
    expect(html.calls.filter(([name]) => name === 'importDocument')).toHaveLength(4)
    expect(visible(folder.path('out'))).toContain('index.html')
  })

  it('does again what was changed since, and replaces results of other options only with --force', async () => {
    const scans = makeScans(folder)
    const argv = ['repair', scans, '-o', folder.path('out')]
    await run(argv)
    folder.write('scans/b.txt', 'other')
    const changed = await run([...argv, '--resume'])
    expect([changed.code, folder.read('out/b.txt')]).toEqual([1, 'XB\n'])
    expect(changed.err).toContain(
      `${folder.path('out/b.txt')} was made from other content, with other options`,
    )
    const other = await run([...argv, '--resume', '--source', 'vie'])
    expect(other.code).toBe(5)
    expect(other.err.match(/was made from other content, with other options/g)).toHaveLength(6)
    expect((await run([...argv, '--resume', '--force', '--source', 'vie'])).code).toBe(0)
    expect(folder.read('out/b.txt')).toBe('OTHER')
  })

  it('keeps what someone has altered, and makes again what lost its content', async () => {
    const argv = ['repair', makeScans(folder), '-o', folder.path('out'), '--format', 'text,json', '-q']
    await run(argv)
    folder.write('out/b.txt', 'by hand')
    folder.write('out/2024/c.txt', '')
    rmSync(folder.path('out/b.txt.json'))
    const { code, err } = await run([...argv.slice(0, -1), '--resume'])
    expect([code, folder.read('out/b.txt'), folder.read('out/2024/c.txt')]).toEqual([0, 'by hand', 'C'])
    expect(JSON.parse(folder.read('out/b.txt.json')).text).toBe('XB\n')
    expect(err.match(/warning: .*b\.txt was altered since it was made, and stays as it is/g)).toHaveLength(1)
    expect(err).toMatch(/documents +3 {2}2 done, 1 done before\n/)
    const again = await run([...argv.slice(0, -1), '--resume'])
    expect(again.err).toContain('stays as it is: --force makes it again.')
    expect(again.err).toMatch(/documents +3 {2}3 done before\n/)
    expect((await run([...argv, '--resume', '--force'])).calls.at(-1)?.[2]).toMatchObject({
      name: folder.path('scans/b.txt'),
    })
    expect(folder.read('out/b.txt')).toBe('XB\n')
  })

  it('knows its results of several runs, by whatever path their documents are named', async () => {
    const scans = makeScans(folder)
    const argv = ['repair', '-o', folder.path('out'), '--resume', '--format']
    for (const format of ['text', 'html', 'text']) expect((await run([...argv, format, scans])).code).toBe(0)
    const { code, err } = await run([...argv, 'text,html', relative('.', scans)])
    expect(code).toBe(0)
    expect(err).toMatch(/documents +3 {2}3 done before\n/)
  })

  it('replaces nothing without --force or --resume', async () => {
    const argv = ['repair', makeScans(folder), '-o', folder.path('out')]
    await run(argv)
    const again = await run(argv)
    expect([again.code, again.calls]).toEqual([5, []])
    expect((await run([...argv, '--force'])).code).toBe(0)
  })

  it('lists what it would do with --dry-run', async () => {
    const { code, out, calls } = await run([
      'repair',
      makeScans(folder),
      '-o',
      folder.path('out'),
      '--dry-run',
    ])
    expect([code, calls]).toEqual([0, []])
    expect(out).toContain(`/scans/2024/c.txt -> ${folder.path('out')}/2024/c.txt\n`)
    expect(existsSync(folder.path('out'))).toBe(false)
  })

  it('says with --dry-run what is there already, and ends as the run would', async () => {
    const argv = ['repair', makeScans(folder), '-o', folder.path('out')]
    await run(argv)
    rmSync(folder.path('out/a.PDF.txt'))
    folder.write('out/b.txt', 'by hand')
    folder.write('scans/2024/c.txt', 'other')
    const list = async (...more: string[]) => {
      const { code, out, err } = await run([...argv, '--dry-run', '--log-format', 'json', ...more])
      const lines = out.split('\n').filter(Boolean)
      const states = lines.map((line) =>
        JSON.parse(line).outputs.map(({ state }: { state: string }) => state),
      )
      return [code, states.flat().join(' '), err === '' ? '' : JSON.parse(err).message]
    }
    const refused = '2 of 3 results exist already: the run would be refused without --resume or --force.'
    expect(await list()).toEqual([5, 'exists new exists', refused])
    expect(await list('--force')).toEqual([0, 'replaced new replaced', ''])
    expect(await list('--resume')).toEqual([5, 'exists new kept', expect.stringContaining('1 of 3 results')])
    expect(await list('--resume', '--force')).toEqual([0, 'replaced new replaced', ''])
    folder.write('scans/2024/c.txt', 'c')
    expect(await list('--resume')).toEqual([0, 'done new kept', ''])
    const { out } = await run([...argv, '--dry-run', '--lang', 'vi'])
    expect(out).toContain(`b.txt -> ${folder.path('out')}/b.txt (đã có)\n`)
    folder.write('reports/index.html', 'of something else')
    const html = [
      'repair',
      folder.path('scans'),
      '-o',
      folder.path('reports'),
      '--format',
      'html',
      '--dry-run',
    ]
    expect(await run(html)).toMatchObject({
      code: 5,
      err: expect.stringContaining('index.html exists already'),
    })
    const one = await run(['repair', folder.path('scans/b.txt'), '-o', folder.path('out/b.txt'), '--dry-run'])
    expect([one.code, one.out]).toEqual([5, expect.stringContaining('b.txt (exists already)\n')])
    expect(folder.read('out/b.txt')).toBe('by hand')
  })

  it('refuses with --dry-run what the run itself would refuse', async () => {
    const [a, b] = [folder.write('x/a.txt', 'a'), folder.write('y/a.txt', 'b')]
    const argv = ['repair', a, b, '-o', folder.path('out')]
    const refused = { code: 2, out: '', err: expect.stringContaining('would both be written to') }
    for (const more of [[], ['--dry-run']]) expect(await run([...argv, ...more])).toMatchObject(refused)
  })
})
