import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { run } from './harness.ts'

const COMMANDS = ['repair', 'restore', 'eval', 'train', 'train-channel', 'apply', 'config', 'completion']

describe('vanban', () => {
  it('prints its version on stdout', async () => {
    expect(await run(['--version'])).toMatchObject({ code: 0, out: `${packageJson.version}\n`, err: '' })
  })

  it('prints help with examples and exit codes on stdout when asked', async () => {
    const { code, out, err } = await run(['--help'])
    expect([code, err]).toEqual([0, ''])
    for (const part of [...COMMANDS, 'Examples:', 'Exit codes:', 'Training:']) expect(out).toContain(part)
  })

  it('prints help on stderr and fails when no command is given', async () => {
    const { code, out, err } = await run([])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('Usage: vanban')
  })

  it.each(COMMANDS)('explains %s with examples', async (command) => {
    const { code, out } = await run([command, '--help'])
    expect(code).toBe(0)
    expect(out).toContain(`Usage: vanban ${command}`)
    expect(out).toMatch(/Examples:\n {2}\$ /)
    expect(out).toContain('Messages:')
    expect(out).not.toContain('default: false')
  })

  it('keeps help within 100 columns', async () => {
    for (const command of [[], ...COMMANDS.map((c) => [c])]) {
      const { out } = await run([...command, '--help'])
      expect(out.split('\n').filter((line) => [...line].length > 110)).toEqual([])
    }
  })

  it('suggests the command and the option that was meant', async () => {
    const command = await run(['repiar', 'x'])
    expect([command.code, command.out]).toEqual([2, ''])
    expect(command.err).toContain('(Did you mean repair?)')
    const option = await run(['repair', '--formt', 'json'])
    expect(option.code).toBe(2)
    expect(option.err).toContain("error: unknown option '--formt'\n(Did you mean --format?)")
  })

  it.each([
    [['repair', '--source', 'fra'], 'Allowed choices are auto, eng, vie, none'],
    [['repair', '--format', 'xml'], 'Allowed choices are text, json'],
    [['repair', '--min-confidence', '1.5'], 'Give a number from 0 to 1'],
    [['repair', '--min-confidence', ''], 'Give a number from 0 to 1'],
    [['repair', '--output'], 'argument missing'],
    [['train', '-o', 'x'], "missing required argument 'config'"],
    [['train', 'x.json'], "required option '-o, --output <file>' not specified"],
    [['train-channel', 'x.jsonl', '-o', 'y'], "required option '--engine <name>' not specified"],
    [['eval'], 'Give the truth and the text to measure'],
    [['eval', 'a', 'b', 'c', 'd'], 'too many arguments'],
  ])('refuses %j', async (argv, message) => {
    const { code, out, err } = await run(argv as string[])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })

  it('ends quietly when the reader of its output is gone', async () => {
    const outError = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })
    expect(await run(['restore'], { stdin: 'a', outError })).toMatchObject({ code: 0, out: '', err: '' })
    expect(await run(['--help'], { outError })).toMatchObject({ code: 0, err: '' })
  })

  it('owns up to its own faults with a trace', async () => {
    const engine = {
      restore: () => {
        throw new TypeError('oops')
      },
    }
    const { code, err } = await run(['restore'], { stdin: 'a', engine })
    expect(code).toBe(70)
    expect(err).toContain('A fault of vanban itself')
    expect(err).toContain('TypeError: oops')
  })

  it('stops with 130 when interrupted', async () => {
    const controller = new AbortController()
    controller.abort()
    const { code, out, err } = await run(['restore'], { stdin: 'a', signal: controller.signal })
    expect({ code, out, err }).toEqual({ code: 130, out: '', err: '' })
  })

  it('colours messages on terminals only, and never with NO_COLOR', async () => {
    const red = '\u001b[31merror:\u001b[39m'
    const fail = ['restore', 'no-such-file']
    expect((await run(fail)).err).toMatch(/^error: /)
    expect((await run(fail, { stderrIsTerminal: true })).err).toContain(red)
    expect((await run(fail, { env: { FORCE_COLOR: '1' } })).err).toContain(red)
    expect((await run(fail, { stderrIsTerminal: true, env: { TERM: 'dumb' } })).err).not.toContain(red)
    const both = { NO_COLOR: '1', FORCE_COLOR: '1' }
    expect((await run(fail, { stderrIsTerminal: true, env: both })).err).not.toContain(red)
  })
})
