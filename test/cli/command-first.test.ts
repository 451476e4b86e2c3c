import { describe, expect, it } from 'vitest'
import { commandFirst } from '../../src/cli/command-first.ts'
import { run } from './harness.ts'

describe('commandFirst', () => {
  it.each([
    ['--lang vi repair a.txt', 'repair --lang vi a.txt'],
    ['--lang=vi -q repair a.txt', 'repair --lang=vi -q a.txt'],
    ['--config repair eval a b', 'eval --config repair a b'],
    ['repair --lang vi', 'repair --lang vi'],
    ['--lang vi', '--lang vi'],
    ['--lang', '--lang'],
    ['--lang vi repare', '--lang vi repare'],
    ['--force repair', '--force repair'],
    ['--help repair', '--help repair'],
    ['-- repair', '-- repair'],
    ['', ''],
  ])('%s → %s', (given, expected) => {
    expect(commandFirst(given.split(' '), ['repair', 'eval'])).toEqual(expected.split(' '))
  })

  it('is what the program does', async () => {
    expect((await run(['--lang', 'vi', 'repair', 'none.txt'])).err).toBe(
      'lỗi: Không đọc được none.txt: không có tệp này.\n',
    )
    expect((await run(['--lang', 'vi'])).code).toBe(2)
  })
})
