import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Folder, run, temporaryFolder } from './harness.ts'

let folder: Folder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

describe('repair and restore: input', () => {
  it('turns stdin into stdout, and nothing else', async () => {
    const { code, out, err, calls } = await run(['repair'], { stdin: 'xin chào\n' })
    expect({ code, out, err }).toEqual({ code: 0, out: 'XIN CHÀO\n', err: '' })
    expect(calls.map(([name]) => name)).toEqual(['loadModel', 'importDocument'])
    expect((await run(['restore', '-'], { stdin: 'a\n' })).out).toBe('A\n')
  })

  it('refuses to wait for a terminal', async () => {
    const { code, err, calls } = await run(['repair'], { stdinIsTerminal: true })
    expect(code).toBe(2)
    expect(err).toBe(
      'error: No input: name a file, or give the text on stdin ("-" reads it from the terminal).\n',
    )
    expect(calls).toEqual([])
  })

  it('reads from the terminal when told to', async () => {
    expect((await run(['repair', '-'], { stdinIsTerminal: true, stdin: 'a' })).out).toBe('A')
  })

  it('refuses to read stdin twice', async () => {
    expect(await run(['repair', '-', '-'])).toMatchObject({ code: 2, out: '' })
  })

  it('concatenates several inputs in their order, never two on one line', async () => {
    const a = folder.write('a.txt', 'a')
    const empty = folder.write('empty.txt', '')
    const b = folder.write('b.txt', 'b\n')
    const { out } = await run(['restore', b, a, empty, b])
    expect(out).toBe('B\nA\nB\n')
  })

  it('gives an empty text for an empty file', async () => {
    const empty = folder.write('empty.txt', '')
    expect(await run(['repair', empty])).toMatchObject({ code: 0, out: '', err: '' })
  })

  it('passes line ends through as they are', async () => {
    expect((await run(['restore'], { stdin: 'a\r\nb\rc\f\n\n' })).out).toBe('A\r\nB\rC\f\n\n')
  })

  it('warns of broken bytes, and goes on', async () => {
    const file = folder.write('x.txt', Buffer.from('a\xffb', 'latin1'))
    const { code, out, err } = await run(['restore', file])
    expect([code, out]).toEqual([0, 'A\ufffdB'])
    expect(err).toBe(
      `warning: ${file} is not valid UTF-8 in one place, the first at byte 1; they are printed as U+FFFD. ` +
        'If the text looks wrong, convert the file to UTF-8 first.\n',
    )
    expect((await run(['restore', '--quiet', file])).err).toBe('')
  })
})

describe('repair and restore: failures', () => {
  it('goes on after a document that fails and says so in the exit code', async () => {
    const good = folder.write('good.txt', 'a\n')
    const { code, out, err } = await run(['repair', folder.path('none.txt'), good])
    expect([code, out]).toEqual([1, 'A\n'])
    expect(err).toBe(`error: ${folder.path('none.txt')} cannot be read: there is no such file.\n`)
  })

  it('gives the first failure its own code when nothing succeeded, and loads no model', async () => {
    const pdf = folder.write('scan.pdf', '%PDF-1.7 …')
    const { code, err, calls } = await run(['restore', pdf, folder.path('none.txt')])
    expect(code).toBe(3)
    expect(err.split('\n')).toHaveLength(3)
    expect(calls).toEqual([])
  })

  it('says that a folder is a folder', async () => {
    mkdirSync(folder.path('dir'))
    const { code, err } = await run(['restore', folder.path('dir')])
    expect(code).toBe(3)
    expect(err).toContain('dir cannot be read: it is a folder; name the files in it.')
  })

  it('ends when the model is missing', async () => {
    const { code, out, err } = await run(['repair', '--model', 'missing.model'], { stdin: 'a' })
    expect({ code, out, err }).toEqual({
      code: 4,
      out: '',
      err: 'error: The model missing.model cannot be read.\n',
    })
  })
})

describe('repair and restore: options', () => {
  it('passes the options of restore on', async () => {
    const { calls } = await run(['restore', '--redo'], { stdin: 'a' })
    expect(calls.at(-1)).toEqual(['restore', 'a', { model: 'MODEL', redo: true }])
    expect((await run(['restore'], { stdin: 'a' })).calls.at(-1)?.[2]).toMatchObject({ redo: false })
  })

  it('merges several dictionaries and reads them once for all documents', async () => {
    const one = folder.write('1.txt', 'một')
    const two = folder.write('2.txt', 'hai')
    const text = folder.write('a.txt', 'a')
    const { calls } = await run(['restore', '--dictionary', one, '--dictionary', two, text, text])
    expect(calls.map(([name]) => name)).toEqual([
      'readDictionary',
      'readDictionary',
      'loadModel',
      'restore',
      'restore',
    ])
    expect(calls[3]?.[2]).toMatchObject({ dictionary: 'DICTIONARY một + DICTIONARY hai' })
  })

  it('refuses a dictionary with an error in it', async () => {
    const dictionary = folder.write('d.txt', '!')
    const { code, err } = await run(['restore', '--dictionary', dictionary], { stdin: 'a' })
    expect([code, err]).toEqual([2, `error: ${dictionary} line 1 is wrong.\n`])
  })

  it('writes one JSON object a line for each document', async () => {
    const a = folder.write('a.txt', 'a\n')
    const { out } = await run(['restore', '--format', 'json', a, '-'], { stdin: 'b' })
    expect(out.endsWith('\n')).toBe(true)
    const objects = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(objects).toEqual([
      { schemaVersion: 1, file: a, text: 'A\n', words: [{ word: 1 }] },
      { schemaVersion: 1, file: 'stdin', text: 'B', words: [{ word: 1 }] },
    ])
  })

  it('says what was done only when asked', async () => {
    expect((await run(['restore', '-v'], { stdin: 'a' })).err).toBe('stdin: 1 words\n')
  })
})

describe('repair and restore: output', () => {
  it('writes one input to the file named', async () => {
    const out = folder.path('new/out.txt')
    const result = await run(['restore', '-o', out], { stdin: 'a\n' })
    expect(result).toMatchObject({ code: 0, out: '', err: '' })
    expect(folder.read('new/out.txt')).toBe('A\n')
    expect(readdirSync(folder.path('new'))).toEqual(['out.txt'])
  })

  it('writes into a folder, each input under its own name', async () => {
    const a = folder.write('a.txt', 'a')
    const b = folder.write('b.txt', 'b')
    expect((await run(['repair', a, b, '-o', folder.path('out')])).code).toBe(0)
    expect([folder.read('out/a.txt'), folder.read('out/b.txt')]).toEqual(['A', 'B'])
    expect((await run(['repair', '--format', 'json', a, '-o', folder.path('out')])).code).toBe(0)
    expect(JSON.parse(folder.read('out/a.txt.json')).text).toBe('A')
    expect((await run(['repair', '-o', `${folder.path('fresh')}/`], { stdin: 'c' })).code).toBe(0)
    expect(folder.read('fresh/stdin.txt')).toBe('C')
  })

  it('refuses to replace a file before it does any work', async () => {
    const out = folder.write('out.txt', 'precious')
    const { code, err, calls } = await run(['repair', '-o', out], { stdin: 'a' })
    expect(code).toBe(5)
    expect(err).toBe(`error: ${out} exists already: give another name, or --force to replace it.\n`)
    expect(calls).toEqual([])
    expect(folder.read('out.txt')).toBe('precious')
  })

  it('replaces it with --force, even the input itself', async () => {
    const file = folder.write('a.txt', 'a')
    expect((await run(['repair', file, '-o', file, '--force'])).code).toBe(0)
    expect(folder.read('a.txt')).toBe('A')
    expect(readdirSync(folder.path('.'))).toEqual(['a.txt'])
  })

  it('refuses two inputs of one name in one folder', async () => {
    mkdirSync(folder.path('1'))
    mkdirSync(folder.path('2'))
    const one = folder.write('1/plan.txt', 'a')
    const two = folder.write('2/plan.txt', 'b')
    const { code, err } = await run(['repair', one, two, '-o', folder.path('out')])
    expect(code).toBe(2)
    expect(err).toContain(`${one} and ${two} would both be written to`)
    expect(existsSync(folder.path('out'))).toBe(false)
  })

  it('says why a file cannot be written, and leaves nothing behind', async () => {
    const file = folder.write('file', '')
    const { code, err } = await run(['repair', '-o', `${file}/out.txt`], { stdin: 'a' })
    expect(code).toBe(5)
    expect(err).toContain('out.txt cannot be written: ')
    expect(readdirSync(folder.path('.'))).toEqual(['file'])
  })

  it('takes "-" for stdout', async () => {
    expect((await run(['repair', '-o', '-'], { stdin: 'a' })).out).toBe('A')
  })
})
