import { mkdirSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it, test } from 'vitest'
import { VanbanError } from '../../src/errors.ts'
import { readBlocks } from '../../src/training/read-corpus.ts'
import { eachTestAFolder, sentences } from './folder.ts'

const folder = eachTestAFolder()

async function blocksOf(file: string): Promise<string[]> {
  const blocks: string[] = []
  for await (const block of readBlocks(file)) blocks.push(block)
  return blocks
}

async function refusalOf(file: string): Promise<VanbanError> {
  try {
    await blocksOf(file)
  } catch (error) {
    if (error instanceof VanbanError) return error
    throw error
  }
  throw new Error('expected the file to be refused')
}

const KINDS = ['a.txt', 'a.txt.gz', 'a.txt.br']

describe('reading', () => {
  test.each(KINDS)('%s gives its text', async (name) => {
    const file = folder().write(name, 'một\nhai\r\n\nba')
    expect((await blocksOf(file)).join('')).toBe('một\nhai\r\n\nba')
  })

  test.each(KINDS)('%s of many chunks comes in blocks of whole lines', async (name) => {
    // Letters of three bytes: the chunks of 1 MiB end inside of letters and of lines.
    const text = `x${'ệ'.repeat(99)}\n`.repeat(9000)
    const blocks = await blocksOf(folder().write(name, text))
    expect(blocks.length).toBeGreaterThan(1)
    expect(blocks.filter((block) => !block.endsWith('\n'))).toEqual([])
    expect(blocks.join('') === text).toBe(true)
  })

  test.each(KINDS)('%s with one line of 4 MB gives it whole', async (name) => {
    const line = 'nhân dân '.repeat(350_000)
    const blocks = await blocksOf(folder().write(name, `${line}\nhết`))
    expect(blocks.map((block) => block.length)).toEqual([line.length + 1, 3])
    expect(blocks[0] === `${line}\n`).toBe(true)
  })

  test.each(KINDS)('%s that is empty gives nothing', async (name) => {
    expect(await blocksOf(folder().write(name, ''))).toEqual([])
  })

  test('the last line may lack its end', async () => {
    expect(await blocksOf(folder().write('a.txt', 'một\nhai'))).toEqual(['một\n', 'hai'])
  })

  test('the mark of byte order at the beginning is no text', async () => {
    expect(await blocksOf(folder().write('a.txt', '\ufeffmột\n'))).toEqual(['một\n'])
  })

  test('NUL is a character like others', async () => {
    expect(await blocksOf(folder().write('a.txt', 'a\0b\n'))).toEqual(['a\0b\n'])
  })

  test('bytes that are no UTF-8 become U+FFFD, at the end of the file too', async () => {
    const file = folder().write('a.txt', Uint8Array.of(0x61, 0xff, 0x0a, 0xe1, 0xbb))
    expect(await blocksOf(file)).toEqual(['a\ufffd\n', '\ufffd'])
  })

  test('who stops early gets no more and no error', async () => {
    const file = folder().write('a.txt.gz', sentences(80_000))
    let blocks = 0
    for await (const block of readBlocks(file)) {
      expect(block.length).toBeGreaterThan(0)
      blocks++
      break
    }
    expect(blocks).toBe(1)
  })
})

describe('refusals', () => {
  it('a file that is not there', async () => {
    const file = folder().file('none.txt')
    expect(await refusalOf(file)).toMatchObject({
      code: 'TRAINING_DATA',
      stage: 'training',
      file,
      message: `${file} does not exist: check the list of sources.`,
    })
  })

  const TEXT = sentences(2000)
  const flipped = (bytes: Uint8Array, at: number): Uint8Array => {
    const copy = Uint8Array.from(bytes)
    copy[at]! ^= 0xff
    return copy
  }

  test.each<[name: string, file: string, bytes: Uint8Array, why: string]>([
    ['gzip cut off', 'a.txt.gz', gzipSync(TEXT).subarray(0, -200), 'unexpected end of file'],
    [
      'gzip with a damaged checksum',
      'a.txt.gz',
      flipped(gzipSync(TEXT), gzipSync(TEXT).length - 8),
      'incorrect data check',
    ],
    ['no bytes called .gz', 'a.txt.gz', new Uint8Array(0), 'unexpected end of file'],
    ['no bytes called .br', 'a.txt.br', new Uint8Array(0), 'unexpected end of file'],
    ['a text called .gz', 'a.txt.gz', Buffer.from(TEXT), 'incorrect header check'],
    ['brotli cut off', 'a.txt.br', brotliCompressSync(TEXT).subarray(0, -200), 'unexpected end of file'],
    ['rubbish called .br', 'a.txt.br', new Uint8Array(2000).fill(0xff), 'Decompression failed'],
    ['gzip called .br', 'a.txt.br', gzipSync(TEXT), 'Decompression failed'],
  ])('%s', async (_, name, bytes, why) => {
    const file = folder().writeRaw(name, bytes)
    const error = await refusalOf(file)
    expect(error).toMatchObject({
      code: 'TRAINING_DATA',
      stage: 'training',
      file,
      message: `${file} could not be read to its end (${why}): the file is damaged or not what its name says.`,
    })
    expect(error.cause).toBeInstanceOf(Error)
  })

  it('a folder', async () => {
    for (const name of ['dir.txt', 'dir.gz']) {
      mkdirSync(folder().file(name))
      const { code, message } = await refusalOf(folder().file(name))
      expect(code).toBe('TRAINING_DATA')
      expect(message).toContain('EISDIR')
    }
  })

  it('reads what comes before the damage first', async () => {
    const long = sentences(60_000)
    const file = folder().writeRaw('a.txt.gz', gzipSync(long).subarray(0, -1000))
    let read = ''
    await expect(async () => {
      for await (const block of readBlocks(file)) read += block
    }).rejects.toThrow('unexpected end of file')
    expect(read.length).toBeGreaterThan(0)
    expect(long.startsWith(read)).toBe(true)
  })
})
