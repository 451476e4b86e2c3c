import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openZip } from '../../src/ingest/zip.ts'
import { makeZip } from './zip-maker.ts'

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const fault = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    return (error as { fault?: string }).fault ?? String(error)
  }
  return 'none'
}

describe('openZip', () => {
  const archive = makeZip({ 'a.txt': 'một', 'thư mục/b.txt': 'hai '.repeat(1000) })

  it('reads entries, stored and deflated', () => {
    const zip = openZip(archive, 1e6)
    expect(zip.names).toEqual(['a.txt', 'thư mục/b.txt'])
    expect(zip.has('a.txt')).toBe(true)
    expect(zip.has('c.txt')).toBe(false)
    expect(text(zip.read('a.txt'))).toBe('một')
    expect(text(zip.read('thư mục/b.txt'))).toBe('hai '.repeat(1000))
    expect(text(openZip(makeZip({ a: 'ba' }, { stored: true }), 1e6).read('a'))).toBe('ba')
  })

  it('finds its end before a comment', () => {
    expect(openZip(makeZip({ a: 'x' }, { comment: 'lời bình' }), 1e6).names).toEqual(['a'])
  })

  it('tells what is wrong', () => {
    expect(fault(() => openZip(archive.subarray(0, archive.length - 30), 1e6))).toBe('damaged')
    expect(fault(() => openZip(new Uint8Array(), 1e6))).toBe('damaged')
    expect(fault(() => openZip(archive, 1e6).read('c.txt'))).toBe('damaged')
    expect(fault(() => openZip(makeZip({ a: 'x' }, { encrypted: true }), 1e6).read('a'))).toBe('encrypted')
  })

  it('does not unpack more than it may, whatever the sizes say', () => {
    const bomb = makeZip({ a: 'a'.repeat(1e6) })
    expect(fault(() => openZip(bomb, 1000).read('a'))).toBe('too-large')
    const lying = makeZip({ a: 'a'.repeat(1e6) }, { size: 5 })
    expect(fault(() => openZip(lying, 1000).read('a'))).toBe('too-large')
    const twice = openZip(makeZip({ a: 'a'.repeat(600), b: 'b'.repeat(600) }), 1000)
    expect(twice.read('a')).toHaveLength(600)
    expect(fault(() => twice.read('b'))).toBe('too-large')
  })

  it('refuses rubbish with its own error, never another', () => {
    fc.assert(
      fc.property(fc.nat(archive.length - 1), fc.nat(255), (at, value) => {
        const broken = archive.slice()
        broken[at] = value
        const outcome = fault(() => {
          const zip = openZip(broken, 1e5)
          for (const name of zip.names) zip.read(name)
        })
        expect(['none', 'damaged', 'encrypted', 'too-large']).toContain(outcome)
      }),
    )
  })
})
