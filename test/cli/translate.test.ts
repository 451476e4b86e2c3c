import type { Command } from 'commander'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createProgram } from '../../src/cli/main.ts'
import { languageOf, messageStyle } from '../../src/cli/message-style.ts'
import { translate } from '../../src/cli/translate.ts'
import { VIETNAMESE } from '../../src/cli/vietnamese.ts'
import { run } from './harness.ts'

describe('the Vietnamese messages', () => {
  it('have the gaps of the English ones, and none twice', () => {
    const gaps = (text: string): string[] => [...new Set(text.match(/\{\d\}/g))].sort()
    for (const [english, vietnamese] of VIETNAMESE) expect(gaps(vietnamese), english).toEqual(gaps(english))
    expect(new Set(VIETNAMESE.map(([english]) => english)).size).toBe(VIETNAMESE.length)
  })

  it('say everything that the help says', () => {
    const known = new Set(VIETNAMESE.map(([english]) => english))
    const missing: string[] = []
    const visit = (command: Command): void => {
      const texts = [command.description(), command.summary()]
      for (const { description } of [...command.options, ...command.registeredArguments])
        texts.push(description)
      missing.push(...texts.filter((text) => text !== '' && !known.has(text)))
      for (const child of command.commands) visit(child)
    }
    const io = { env: {} } as Parameters<typeof createProgram>[0]
    visit(
      createProgram(
        io,
        () => {},
        () => {},
      ),
    )
    expect(missing).toEqual([])
  })
})

describe('translate', () => {
  it.each([
    ['a.txt cannot be read: there is no such file.', 'Không đọc được a.txt: không có tệp này.'],
    [
      'The model m cannot be read: permission was denied.',
      'Không đọc được mô hình m: không có quyền truy cập.',
    ],
    ['scans/a: b.pdf: 12 repairs, 3 to review', 'scans/a: b.pdf: sửa 12 chỗ, cần xem lại 3'],
    ['nobody has translated this', 'nobody has translated this'],
  ])('%s', (english, vietnamese) => {
    expect(translate(english, 'vi')).toBe(vietnamese)
    expect(translate(english, 'en')).toBe(english)
  })

  it('takes any message, in time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof translate(text, 'vi') === 'string'))
    expect(translate(' would both be written to '.repeat(1e5), 'vi')).toContain('both')
  })
})

describe('the language of messages', () => {
  it.each([
    [{ LANG: 'vi_VN.UTF-8' }, 'vi'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'vi_VN' }, 'vi'],
    [{ LANG: 'vi_VN', LC_MESSAGES: 'C' }, 'en'],
    [{ LANG: 'vie' }, 'en'],
    [{}, 'en'],
  ] as const)('for %j is %s', (env, language) => {
    expect(languageOf(env)).toBe(language)
  })

  it('is the one asked for, wherever that stands', () => {
    expect(messageStyle(['repair', '--lang', 'vi'], {}).language).toBe('vi')
    expect(messageStyle(['--lang=en'], { LANG: 'vi' }).language).toBe('en')
    expect(messageStyle(['--', '--lang', 'vi'], {}).language).toBe('en')
    expect(messageStyle(['--lang', 'fr'], { LANG: 'vi' }).language).toBe('vi')
  })

  it('is that of errors, usage and help', async () => {
    expect((await run(['repair', 'none.txt', '--lang', 'vi'])).err).toBe(
      'lỗi: Không đọc được none.txt: không có tệp này.\n',
    )
    const usage = await run(['repair', '--formt', 'json'], { env: { LANG: 'vi_VN.UTF-8' } })
    expect(usage.err).toContain("lỗi: không có tùy chọn '--formt'\n(Ý bạn là --format?)")
    const help = await run(['repair', '--help', '--lang', 'vi'])
    expect(help.out).toContain('Cách dùng:')
    expect(help.out).toContain('ghi đè tệp đã có')
    expect(usage.err).toContain('Chạy với --help để xem hướng dẫn.')
    expect(help.out).toContain('vanban repair [tùy chọn] [inputs...]')
    expect(help.out).toContain('lựa chọn: "auto", "always", "never", mặc định: "auto"')
    expect(help.out).not.toMatch(/choices:|default:|\[options\]/)
  })

  it('can be told apart from JSON messages', async () => {
    const { err } = await run(['repair', 'none.txt', '--log-format', 'json', '--lang', 'vi'])
    expect(JSON.parse(err)).toEqual({ level: 'error', message: 'Không đọc được none.txt: không có tệp này.' })
    const usage = await run(['repair', '--formt', '--log-format', 'json'])
    expect(JSON.parse(usage.err).level).toBe('error')
  })
})
