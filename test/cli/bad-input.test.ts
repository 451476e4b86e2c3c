// What no document should be: each is run through both commands with the real model.

import { beforeAll, describe, expect, it } from 'vitest'
import { type Engine, loadEngine } from '../../src/cli/engine.ts'
import { run } from './harness.ts'

let engine: Engine
beforeAll(async () => {
  const loaded = await loadEngine()
  const model = await loaded.loadModel()
  engine = { ...loaded, loadModel: async () => model }
})

const ENGLISH = `The quick brown fox jumps over the lazy dog. Please see https://example.com/a?b=c or write to
someone@example.com before 22/12/2024; the fee is $1,250.00 (see Section 57-A).\n`

describe.each(['restore', 'repair'])('%s', (command) => {
  const convert = (stdin: string | Uint8Array) => run([command], { stdin, engine })

  it('gives nothing for nothing', async () => {
    expect(await convert('')).toMatchObject({ code: 0, out: '', err: '' })
    expect(await convert('\n \r\n\t\f')).toMatchObject({ code: 0, out: '\n \r\n\t\f' })
  })

  it('copes with one line of 5 MB', async () => {
    const line = 'uy ban nhan dan tinh lao cai ban hanh ke hoach nay '.repeat(100_000)
    const { code, out } = await convert(line)
    expect(code).toBe(0)
    expect(out.slice(0, 200)).toMatch(/ủy ban nhân dân tỉnh/i)
    expect(out.split(' ')).toHaveLength(line.split(' ').length)
  }, 240_000)

  it('copes with a word of a million letters', async () => {
    const word = 'a'.repeat(1e6)
    expect((await convert(word)).out).toBe(word)
    expect((await convert('~'.repeat(1e6))).out).toBe('~'.repeat(1e6))
  }, 240_000)

  it('keeps 100,000 lines apart', async () => {
    const { code, out } = await convert('ke hoach\n'.repeat(100_000))
    expect(code).toBe(0)
    expect(out.split('\n')).toHaveLength(100_001)
  }, 240_000)

  it('refuses a binary file', async () => {
    const { code, out, err } = await convert(Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) & 0xff))
    expect([code, out]).toEqual([3, ''])
    expect(err).toMatch(/is a binary file, not text|is neither text nor a PDF/)
  })

  it('goes on after broken bytes', async () => {
    const broken = Buffer.concat([
      Buffer.from('uy ban '),
      Buffer.from([0xff, 0xc4]),
      Buffer.from(' nhan dan\n'),
    ])
    const { code, out, err } = await convert(broken)
    expect(code).toBe(0)
    expect(out).toContain(' nhân dân\n')
    expect(err).toContain('2 places, the first at byte 7')
  })

  it('leaves another language alone', async () => {
    expect((await convert(ENGLISH)).out).toBe(ENGLISH)
    const chinese = '越南社会主义共和国 2025年\n'
    expect((await convert(chinese)).out).toBe(chinese)
  })
})
