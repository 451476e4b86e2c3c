import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { ensureBuilt, runBuilt, start } from './built.ts'

const FIXTURES = new URL('../../fixtures/', import.meta.url)
const fixture = (name: string): string => readFileSync(new URL(name, FIXTURES), 'utf8')

/** What the README promises of the scan. */
const EXAMPLE = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').match(
  /```text\n[^`]*```\n\n```text\n([^`]*)```/,
)?.[1] as string

beforeAll(() => ensureBuilt(), 240_000)

describe('the built program', () => {
  it('prints its version', async () => {
    expect(await runBuilt(['--version'])).toEqual({ code: 0, out: `${packageJson.version}\n`, err: '' })
  })

  it('repairs the scan line for line', async () => {
    const { code, out, err } = await runBuilt(['repair', 'fixtures/nam-sach/ocr.txt'])
    expect([code, err]).toEqual([0, ''])
    expect(EXAMPLE.split('\n')).toHaveLength(4)
    expect(out).toContain('KẾ HOẠCH')
    expect(out).toContain(EXAMPLE)
    expect(out.split('\n')).toHaveLength(fixture('nam-sach/ocr.txt').split('\n').length)
  })

  it('restores what comes on stdin', async () => {
    const { code, out } = await runBuilt(['restore'], 'Uy ban nhan dan tinh Lao Cai\n')
    expect([code, out]).toEqual([0, 'Ủy ban nhân dân tỉnh Lào Cai\n'])
  })

  it('leaves finished plans as they are', async () => {
    for (const plan of ['le-thanh-nghi/plan.txt', 'ha-noi/plan.txt']) {
      for (const command of ['repair', 'restore']) {
        const { code, out } = await runBuilt([command, `fixtures/${plan}`])
        expect(code).toBe(0)
        expect(out).toBe(fixture(plan))
      }
    }
  })

  it('measures a text', async () => {
    const plan = 'fixtures/ha-noi/plan.txt'
    const { code, out } = await runBuilt(['eval', plan, plan, '--format', 'json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ words: { errors: 0 }, characters: { errors: 0 } })
  })

  it.each([
    [2, ['repair', '--formt'], 'Did you mean --format?'],
    [3, ['repair', 'no-such-file'], 'no-such-file cannot be read: there is no such file.'],
    [4, ['restore', '--model', 'package.json', 'fixtures/ha-noi/plan.txt'], 'error: '],
    [4, ['restore', '--model', 'no-such-model', 'fixtures/ha-noi/plan.txt'], 'no-such-model'],
    [5, ['restore', '-o', 'package.json', 'fixtures/ha-noi/plan.txt'], 'package.json exists already'],
  ])('exits with %d for %j', async (exit, argv, message) => {
    const { code, out, err } = await runBuilt(argv)
    expect([code, out]).toEqual([exit, ''])
    expect(err).toContain(message)
    expect(err).not.toContain('    at ')
  })

  it('ends quietly when its reader leaves', async () => {
    const child = start(['restore'])
    let err = ''
    child.stderr?.on('data', (chunk) => {
      err += chunk
    })
    child.stdout?.destroy()
    child.stdin?.on('error', () => {})
    child.stdin?.end('a b c\n'.repeat(50_000))
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect([code, err]).toEqual([0, ''])
  })

  it('exits with 130 on Ctrl-C', async () => {
    const waiting = start(['restore'])
    const ended = new Promise((resolve) => waiting.on('close', resolve))
    let err = ''
    waiting.stderr?.on('data', (chunk) => {
      err += chunk
    })
    // It listens once it has taken its input from the pipe, which drains only then.
    await new Promise<void>((resolve) => {
      waiting.stdin?.write('a '.repeat(500_000), () => resolve())
    })
    waiting.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(err).toBe('')
  })
})
