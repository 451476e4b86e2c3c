import { mkdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Folder, run, temporaryFolder, type World } from './harness.ts'

let folder: Folder
beforeEach(() => {
  folder = temporaryFolder()
  mkdirSync(folder.path('in'))
  for (const name of ['a.txt', 'b.txt']) folder.write(`in/${name}`, 'a')
  folder.write('in/c.txt', '%PDF')
})
afterEach(() => folder.remove())

const batch = (world: World, ...more: string[]) =>
  run(['repair', folder.path('in'), '-o', folder.path('out'), ...more], world)

describe('progress', () => {
  it('is a bar on a terminal, in one line, never longer than the terminal is wide', async () => {
    const { err } = await batch({ stderrIsTerminal: true, columns: 40 })
    const drawn = err.split('\r').filter((part) => part.includes('█') || part.includes('░'))
    expect(drawn.length).toBeGreaterThan(0)
    for (const part of drawn)
      expect([...part.replaceAll('\u001b[2K', '').split('\n')[0]!].length).toBeLessThan(40)
    expect(err).toContain('✗1')
  })

  it('is a line a document elsewhere, and in CI', async () => {
    expect((await batch({})).err).toContain('[1/3] ')
    const ci = await batch({ stderrIsTerminal: true, env: { CI: '1' } }, '--force')
    expect(ci.err).toContain('[1/3] ')
    expect(ci.err).not.toContain('█')
  })

  it('is JSON when messages are', async () => {
    const { err } = await batch({ stderrIsTerminal: true }, '--log-format', 'json')
    for (const line of err.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('message')
  })

  it('does not let the name of a file steer the terminal', async () => {
    folder.write('in/\u001b[31mred.txt', '%PDF')
    for (const stderrIsTerminal of [true, false]) {
      const { err } = await batch({ stderrIsTerminal, env: { NO_COLOR: '1' } }, '--force')
      expect(err).toContain('\ufffd[31mred.txt is damaged')
      expect(err).not.toContain('\u001b[31m')
    }
  })

  it('speaks Vietnamese, summary included', async () => {
    const { err } = await batch({}, '--lang', 'vi')
    expect(err).toContain('a.txt: sửa 0 chỗ, cần xem lại 0\n')
    expect(err).toMatch(/văn bản +3 {2}2 xong, 1 lỗi\n/)
    expect(err).toContain('\nlỗi:\n  INPUT_DAMAGED')
  })

  it('can be turned off; errors stay', async () => {
    const { err } = await batch({}, '--no-progress')
    expect(err).not.toContain('[1/3]')
    expect(err).toContain('documents ')
    const quiet = await batch({}, '--quiet', '--force')
    expect(quiet.err).toMatch(/^error: .*c\.txt is damaged\.\n$/)
  })
})
