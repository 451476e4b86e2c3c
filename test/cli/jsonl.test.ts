import { describe, expect, it } from 'vitest'
import { readLines } from '../../src/cli/read-lines.ts'
import { run, temporaryFolder } from './harness.ts'

const ask = async (...lines: readonly (string | object)[]) => {
  const stdin = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  const { code, out, err } = await run(['repair', '--format', 'jsonl'], { stdin: `${stdin}\n` })
  const answers = out.split('\n').filter(Boolean)
  return { code, err, answers: answers.map((line) => JSON.parse(line)) }
}

describe('vanban repair --format jsonl', () => {
  it('answers each line with one line, in order', async () => {
    const { code, answers } = await ask({ id: 1, text: 'xa' }, { id: 'b', text: 'b\nc' })
    expect(code).toBe(0)
    expect(answers).toMatchObject([
      { id: 1, status: 'success', schemaVersion: 1, text: 'XA', edits: [{ original: 'xa' }] },
      { id: 'b', status: 'success', text: 'B\nC' },
    ])
  })

  it('gives each id back as it was written', async () => {
    const ids = ['12345678901234567890', '-0.50', '1E3', 'null', 'true', '{"a": [1]}', '"\\u0041"']
    const stdin = ids.map((id) =>
      `{"text": "a, \\"id\\": 7}", "x\\"": 1, "id": ${id} }`.replace('"x\\"": 1, ', ''),
    )
    const { out } = await run(['repair', '--format', 'jsonl'], { stdin: stdin.join('\r\n') })
    const found = out.split('\n').map((line) => /^{"id":(.*?),"status"/.exec(line)?.[1])
    const expected = [...ids.slice(0, 5), '{"a":[1]}', '"A"', undefined]
    expect(found).toEqual(expected)
  })

  it('takes text for text, whatever it looks like, and nothing for nothing', async () => {
    const { answers } = await ask({ id: 1, text: '%PDF-1.7' }, { id: 2, text: '' })
    expect(answers).toMatchObject([{ text: '%PDF-1.7'.toUpperCase() }, { text: '' }])
  })

  it('reads files that are named', async () => {
    const folder = temporaryFolder()
    const { answers } = await ask(
      { id: 'f', file: folder.write('a.txt', 'a') },
      { file: folder.path('none') },
    )
    expect(answers).toMatchObject([
      { id: 'f', text: 'A' },
      { id: null, status: 'failed', problems: [{ code: 'INPUT_UNREADABLE' }] },
    ])
    folder.remove()
  })

  it.each([
    ['{', 'Line 2 is not valid JSON'],
    ['[1]', 'Line 2 is no object'],
    ['{"id":2}', 'has not one of "text" and "file"'],
    ['{"id":2,"text":"a","file":"b"}', 'has not one of "text" and "file"'],
    ['{"id":2,"txt":"a"}', 'has the unknown key "txt"'],
  ])('reports %s and goes on', async (line, message) => {
    const { code, answers } = await ask({ id: 1, text: 'a' }, line, { id: 3, text: 'c' })
    expect(code).toBe(1)
    expect(answers.map(({ status }) => status)).toEqual(['success', 'failed', 'success'])
    expect(answers[1].problems[0]).toMatchObject({
      code: 'BAD_ARGUMENT',
      message: expect.stringContaining(message),
    })
  })

  it('counts blank lines, and answers none', async () => {
    const { answers } = await ask('', { id: 1, text: 'a' }, ' ', '{')
    expect(answers).toMatchObject([
      { id: 1, text: 'A' },
      { problems: [{ message: expect.stringContaining('Line 4 is not valid JSON') }] },
    ])
  })

  it.each([['--resume'], ['--fail-fast'], ['--dry-run'], ['--check'], ['--diff'], ['--summary', 's.json']])(
    'refuses %s, which means nothing here',
    async (...flag) => {
      const { code, out, err } = await run(['repair', '--format', 'jsonl', ...flag], {
        stdin: '{"text":"a"}',
      })
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain(`${flag[0]} does not go with --format jsonl`)
    },
  )

  it('ends when no line can be answered', async () => {
    const { code, out } = await run(['repair', '--format', 'jsonl', '--model', 'missing.model'], {
      stdin: '{"text":"a"}',
    })
    expect([code, out]).toEqual([4, ''])
  })

  it('refuses files and outputs', async () => {
    expect((await run(['repair', '--format', 'jsonl', 'a.txt'])).code).toBe(2)
    expect((await run(['repair', '--format', 'jsonl', '-o', 'x'])).code).toBe(2)
  })
})

describe('readLines', () => {
  it('puts lines together that come in pieces, within letters too', async () => {
    const bytes = new TextEncoder().encode('một\n\nhai ba\nbốn')
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (const byte of bytes) yield Uint8Array.of(byte)
    }
    const lines: string[] = []
    for await (const line of readLines({ stdin: pieces(), signal: new AbortController().signal }))
      lines.push(line)
    expect(lines).toEqual(['một', '', 'hai ba', 'bốn'])
  })
})
