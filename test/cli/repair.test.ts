import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Folder, run, temporaryFolder, visible } from './harness.ts'

let folder: Folder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

describe('vanban repair: options', () => {
  it('hands its options to the library', async () => {
    const dictionary = folder.write('d.txt', 'Nam Sách\n')
    const argv = ['repair', '--source', 'vie', '--min-confidence', '0.8', '--pages', '1-3', '--ocr', 'never']
    const { code, calls } = await run([...argv, '--dictionary', dictionary, '--model', 'my.model', '-'], {
      stdin: 'a',
    })
    expect(code).toBe(0)
    expect(calls.find(([name]) => name === 'loadModel')).toEqual(['loadModel', 'my.model'])
    expect(calls.at(-1)).toMatchObject([
      'importDocument',
      Buffer.from('a'),
      { model: 'MODEL', source: 'vie', minConfidence: 0.8, pages: '1-3', ocr: 'never' },
    ])
    expect(calls.at(-1)?.[2]).toHaveProperty('dictionary.size', 1)
  })

  it('checks dictionaries before any document is read', async () => {
    const wrong = folder.write('d.txt', '!')
    expect(await run(['repair', '--dictionary', wrong, '-'], { stdin: 'a' })).toMatchObject({
      code: 2,
      err: `error: ${wrong} line 1 is wrong.\n`,
    })
    const none = folder.path('none.txt')
    expect(await run(['repair', '--dictionary', none, '-'], { stdin: 'a' })).toMatchObject({
      code: 3,
      err: `error: ${none} cannot be read: there is no such file.\n`,
    })
  })

  it.each([
    [['--format', 'xml'], "'xml' is invalid. Allowed choices are text, json, html, jsonl."],
    [['--format', 'text', '--format', 'json'], 'Several formats need an output folder'],
    [['--format', 'text,jsonl', '-o', 'out/'], '--format jsonl stands alone'],
    [['--resume'], '--resume needs an output folder'],
    [['--summary', 'x.json'], '--summary needs an output folder'],
    [['--pages', '3-1'], 'Give numbers and ranges from 1, such as 1-3,7,10-.'],
    [['-q', '-v'], "option '-v, --verbose' cannot be used with option '-q, --quiet'"],
    [['–o', 'out'], '"–o" begins with a long dash, as word processors make it: type "-" or "--"'],
    [['-o', '--force'], 'argument missing: "--force" is an option; write "./--force"'],
    [['--jobs', '0'], 'Give a whole number, 1 or more.'],
    [['--jobs', '1.5'], 'Give a whole number, 1 or more.'],
    [['--timeout', 'soon'], 'Give a whole number, 1 or more.'],
  ])('refuses %j', async (argv, message) => {
    const { code, out, err } = await run(['repair', ...argv, '-'], { stdin: 'a' })
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })

  it('ends the run when the model is missing', async () => {
    const files = ['a.txt', 'b.txt'].map((name) => folder.write(name, 'a'))
    const { code, out, err } = await run(['repair', '--model', 'missing.model', ...files])
    expect({ code, out, err }).toEqual({
      code: 4,
      out: '',
      err: 'error: The model missing.model cannot be read.\n',
    })
    const batch = await run(['repair', '--model', 'missing.model', ...files, '-o', folder.path('out')])
    expect(batch.code).toBe(4)
    expect(existsSync(folder.path('out'))).toBe(false)
  })
})

describe('vanban repair: to stdout', () => {
  it('writes a JSON object a line, with the pages laid end to end', async () => {
    const a = folder.write('a.txt', 'xa\fb xb\n')
    const { out } = await run(['repair', '--format', 'json', a])
    const object = JSON.parse(out)
    expect(object).toMatchObject({
      schemaVersion: 1,
      file: a,
      kind: 'text',
      text: 'XA\fB XB\n',
      original: 'xa\fb xb\n',
      pages: [
        { number: 1, span: [0, 2], textSpan: [0, 2] },
        { number: 2, span: [3, 8], textSpan: [3, 8] },
      ],
    })
    expect(object.edits.map((edit: { span: number[] }) => edit.span)).toEqual([
      [0, 2],
      [5, 7],
    ])
    for (const { span, original } of [...object.edits, ...object.words]) {
      expect(object.original.slice(...span)).toBe(original)
    }
  })

  it('goes on after a document that fails, reports a fault of its own, and tells both apart', async () => {
    const bad = folder.write('bad.pdf', '%PDF')
    const hopeless = folder.write('hopeless.txt', 'hopeless')
    const good = folder.write('good.txt', 'a\n')
    const { code, out, err } = await run(['repair', bad, hopeless, good])
    expect([code, out]).toEqual([1, 'A\n'])
    expect(err).toContain(`error: ${bad} is damaged.\n`)
    expect(err).toContain('A fault of vanban itself, please report it: TypeError: oops')
    expect((await run(['repair', bad])).code).toBe(3)
    expect((await run(['repair', hopeless])).code).toBe(70)
  })

  it('stops at the first failure with --fail-fast', async () => {
    const files = [folder.write('bad.pdf', '%PDF'), folder.write('good.txt', 'a\n')]
    const argv = ['repair', '--fail-fast', ...files]
    expect(await run(argv)).toMatchObject({ code: 3, out: '' })
    const { err } = await run([...argv, '-o', folder.path('out'), '--jobs', '1'])
    expect(err).toContain('1 of 2 documents were not begun')
    // 1 says that the run was finished: one that was stopped has the code of what stopped it, whatever came before.
    for (const more of [[], ['-o', folder.path('out2')], ['--check']]) {
      expect((await run(['repair', '--fail-fast', ...files.toReversed(), ...more])).code).toBe(3)
      expect((await run(['repair', ...files.toReversed(), ...more, '--force'])).code).toBe(1)
    }
  })

  it('warns of what the reader noticed', async () => {
    const file = folder.write('x.txt', Buffer.from('a\xffb', 'latin1'))
    const err = `warning: ${file} is not valid UTF-8.\n`
    expect(await run(['repair', file])).toMatchObject({ code: 0, out: 'A\ufffdB', err })
    expect((await run(['repair', '-q', file])).err).toBe('')
  })
})

describe('vanban repair: folders', () => {
  function makeScans(): string {
    mkdirSync(folder.path('scans/2024'), { recursive: true })
    folder.write('scans/b.txt', 'xb\n')
    folder.write('scans/a.PDF', 'a')
    folder.write('scans/2024/c.txt', 'c')
    folder.write('scans/2024/Thumbs.db', 'no document')
    return folder.path('scans')
  }
  const RESULTS = ['2024', '2024/c.txt', 'a.PDF.txt', 'b.txt']

  it('walks through a folder and keeps its shape', async () => {
    const { code, out } = await run(['repair', makeScans(), '-o', folder.path('out')])
    expect([code, out]).toEqual([0, ''])
    expect(visible(folder.path('out'))).toEqual(RESULTS)
    expect(folder.read('out/b.txt')).toBe('XB\n')
  })

  it('expands patterns itself, without regard to case', async () => {
    const pattern = join(makeScans(), '**/*.{txt,pdf}')
    expect((await run(['repair', pattern, '-o', folder.path('out')])).code).toBe(0)
    expect(visible(folder.path('out'))).toEqual(RESULTS)
  })

  it('makes a file of each format and tells what it did', async () => {
    const { err } = await run([
      'repair',
      makeScans(),
      '-o',
      folder.path('out'),
      '--format',
      'text,json',
      '--format',
      'html',
    ])
    expect(visible(folder.path('out'))).toContain('2024/c.txt.json')
    expect(visible(folder.path('out'))).toContain('a.PDF.html')
    expect(visible(folder.path('out'))).toContain('index.html')
    expect(err).toContain(`[1/3] ${folder.path('scans')}/2024/c.txt: 0 repairs, 0 to review\n`)
    expect(err).toMatch(/documents +3 {2}3 done\n/)
    expect(err).toMatch(/repairs +1 {2}letters 1\n/)
  })

  it('writes a summary as JSON and as CSV', async () => {
    const scans = makeScans()
    folder.write('scans/bad.txt', '%PDF')
    const json = folder.path('summary.json')
    const { code } = await run(['repair', scans, '-o', folder.path('out'), '--summary', json])
    expect(code).toBe(1)
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({
      schemaVersion: 1,
      documents: { total: 4, success: 3, failed: 1, skipped: 0 },
      repairs: { total: 1, likely: 1, byReason: { letters: 1 } },
      review: 1,
      meanConfidence: 0.75,
      failures: [{ code: 'INPUT_DAMAGED' }],
    })
    const csv = folder.path('summary.csv')
    await run(['repair', scans, '-o', folder.path('out'), '--resume', '--summary', csv])
    expect(readFileSync(csv, 'utf8').split('\r\n')).toHaveLength(6)
    expect(await run(['repair', scans, '-o', folder.path('o2'), '--summary', 'x.xls'])).toMatchObject({
      code: 2,
    })
  })

  it('refuses a folder that another run writes to, and takes over from one that is dead', async () => {
    const argv = ['repair', makeScans(), '-o', folder.path('out')]
    mkdirSync(folder.path('out/.vanban'), { recursive: true })
    const lock = folder.write('out/.vanban/lock', JSON.stringify({ pid: 1, host: 'elsewhere' }))
    expect(await run(argv)).toMatchObject({ code: 5 })
    expect((await run(argv)).err).toContain(`delete ${lock} if that run is no more`)
    folder.write('out/.vanban/lock', 'torn')
    expect((await run(argv)).code).toBe(0)
    expect(existsSync(lock)).toBe(false)
  })

  it('says when there is nothing to do', async () => {
    mkdirSync(folder.path('empty'))
    expect(await run(['repair', folder.path('empty'), '-o', folder.path('out')])).toMatchObject({ code: 3 })
    expect((await run(['repair', folder.path('*.pdf')])).err).toContain('No document was found in ')
  })

  it('stops taking documents when interrupted, and can be resumed', async () => {
    const scans = makeScans()
    const controller = new AbortController()
    controller.abort()
    const argv = ['repair', scans, '-o', folder.path('out')]
    const { code, err } = await run(argv, { signal: controller.signal })
    expect([code, existsSync(folder.path('out/.vanban/lock'))]).toEqual([130, false])
    expect(err).toMatch(/warning: (\d) of \1 documents were not begun: --resume goes on with them\./)
    expect((await run([...argv, '--resume'])).code).toBe(0)
    expect(visible(folder.path('out'))).toEqual(RESULTS)
  })
})

describe('vanban repair: --check and --diff', () => {
  it('exits with 1 when anything would be changed', async () => {
    const lower = folder.write('lower.txt', 'a\n')
    const upper = folder.write('upper.txt', 'A\n')
    const { code, out, err } = await run(['repair', '--check', lower, upper])
    expect([code, out]).toEqual([1, ''])
    expect(err).toBe(`${lower} would be changed in 0 places\n`)
    expect(await run(['repair', '--check', upper])).toMatchObject({ code: 0, err: '' })
  })

  it('prints the changes as a unified diff', async () => {
    const text = folder.write('t.txt', 'A\nB\nC\nD\ne\nF\n')
    const { code, out } = await run(['repair', '--diff', text])
    expect(code).toBe(1)
    expect(out).toBe(`--- ${text}\n+++ ${text} (repaired)\n@@ -2,6 +2,6 @@\n B\n C\n D\n-e\n+E\n F\n \n`)
  })
})
