import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Folder, run, temporaryFolder } from './harness.ts'

let folder: Folder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => {
  vi.restoreAllMocks()
  folder.remove()
})

const config = (value: unknown, name = 'c.json'): string => folder.write(name, JSON.stringify(value))

describe('a config file', () => {
  it('gives options their defaults; flags beat it', async () => {
    const file = config({ repair: { source: 'vie', minConfidence: 0.7, format: ['json'] } })
    const argv = ['repair', '--config', file, '-']
    const { calls, out } = await run(argv, { stdin: 'a' })
    expect(calls.at(-1)?.[2]).toMatchObject({ source: 'vie', minConfidence: 0.7 })
    expect(JSON.parse(out).text).toBe('A')
    const beaten = await run([...argv, '--source', 'eng', '--format', 'text'], { stdin: 'a' })
    expect(beaten.calls.at(-1)?.[2]).toMatchObject({ source: 'eng' })
    expect(beaten.out).toBe('A')
  })

  it('means paths from where it stands', async () => {
    folder.write('words.txt', 'Nam Sách\n')
    const file = config({ repair: { dictionary: ['words.txt'] } })
    const { code, calls } = await run(['repair', '--config', file, '-'], { stdin: 'a' })
    expect(code).toBe(0)
    expect(calls.at(-1)?.[2]).toHaveProperty('dictionary.size', 1)
  })

  it('is found from the current folder upwards', async () => {
    config({ lang: 'vi', restore: { redo: true } }, 'vanban.config.json')
    vi.spyOn(process, 'cwd').mockReturnValue(folder.path('a/b/c'))
    const { calls, err } = await run(['restore', folder.path('none.txt'), '-'], { stdin: 'a' })
    expect(calls.at(-1)?.[2]).toMatchObject({ redo: true })
    expect(err).toBe(`lỗi: Không đọc được ${folder.path('none.txt')}: không có tệp này.\n`)
  })

  it.each([
    [
      { repair: { formt: 'json' } },
      '"repair.formt" is unknown (did you mean "repair.format"?); known are source,',
    ],
    [{ repair: { hello: 'json' } }, '"repair.hello" is unknown; known are source, minConfidence,'],
    [{ repiar: {} }, '"repiar" is unknown (did you mean "repair"?); known are the commands'],
    [
      { repair: { source: ['eng', 'vie'] } },
      '"repair.source" is ["eng","vie"], it takes one value, not a list',
    ],
    [{ repair: { jobs: [1, 2] } }, '"repair.jobs" is [1,2], it takes one value, not a list'],
    [
      { repair: { format: ['text', 'xml'] } },
      '"repair.format" is "xml": Allowed choices are text, json, html, jsonl',
    ],
    [{ jobs: 'two' }, '"jobs" is "two": Give a whole number, 1 or more'],
    [{ repair: [] }, '"repair" should be an object'],
    [{ repair: { source: 'fra' } }, '"repair.source" is "fra": Allowed choices are auto, eng, vie, none'],
    [{ repair: { force: 'yes' } }, '"repair.force" is "yes", it should be true or false'],
    [{ repair: { jobs: 0 } }, '"repair.jobs" is 0: Give a whole number, 1 or more'],
    [{ repair: { jobs: {} } }, '"repair.jobs" is {}, it should be a text or a number'],
    [[], 'it should hold one object'],
  ])('refuses %j', async (value, message) => {
    const { code, out, err } = await run(['repair', '--config', config(value), '-'], { stdin: 'a' })
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })

  it('settles the language of help and of complaints about usage, too', async () => {
    const file = config({ lang: 'vi' })
    expect((await run(['repair', '--formt', '--config', file])).err).toContain('lỗi: không có tùy chọn')
    expect((await run(['repair', '--help', '--config', file])).out).toContain('Cách dùng:')
    expect((await run(['repair', '--help', '--config', file, '--lang', 'en'])).out).toContain('Usage:')
    const own = config({ repair: { logFormat: 'json' } })
    expect(JSON.parse((await run(['repair', '--formt', '--config', own])).err).level).toBe('error')
  })

  it('may say no to what is not there', async () => {
    const file = config({ repair: { resume: false } })
    expect((await run(['repair', '--config', file, '-'], { stdin: 'a' })).code).toBe(0)
  })

  it('gives way to flags, also to those that contradict it', async () => {
    const file = config({ quiet: true })
    expect((await run(['restore', '-v', '--config', file], { stdin: 'a' })).err).toBe('stdin: 1 words\n')
    expect((await run(['restore', '--config', file, folder.write('x', Buffer.from([0x61, 0xff]))])).err).toBe(
      '',
    )
  })

  it('checks what it says of other commands, too', async () => {
    const file = config({ restore: { redoo: true } })
    expect((await run(['repair', '--config', file, '-'], { stdin: 'a' })).err).toContain(
      '"restore.redoo" is unknown',
    )
  })

  it('says when it is missing or no JSON', async () => {
    expect((await run(['repair', '--config', folder.path('none.json'), '-'])).code).toBe(3)
    const torn = folder.write('torn.json', '{')
    expect((await run(['repair', '--config', torn, '-'])).err).toContain(
      'torn.json is no config: it is not valid JSON',
    )
  })

  it('is shown with the origin of every value', async () => {
    const file = config({ repair: { jobs: 3 } })
    const { code, out } = await run(['config', 'show', 'repair', '--config', file])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      repair: { jobs: { value: 3, origin: file }, source: { value: 'auto', origin: 'default' } },
    })
    expect((await run(['config', 'show', 'nothing'])).code).toBe(2)
    expect((await run(['config', 'hide'])).code).toBe(2)
  })
})
