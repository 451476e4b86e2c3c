import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it, test } from 'vitest'
import { VanbanError } from '../../src/errors.ts'
import { readLanguageModel } from '../../src/lm/binary.ts'
import { FIRST_WORD_ID } from '../../src/lm/symbols.ts'
import { type ModelManifest, type TrainConfig, trainModel } from '../../src/training/train.ts'
import { entriesOf, SlowModel, totalAfter } from '../lm/oracle.ts'
import { HOSTILE } from '../unicode/arbitraries.ts'
import { type CorpusFolder, eachTestAFolder, sentences } from './folder.ts'

const folder = eachTestAFolder()

const CONFIG: TrainConfig = {
  order: 3,
  cutOffs: [1, 1, 2],
  lowerOrders: 'plain',
  vocabulary: { minSyllableCount: 2, minOtherCount: 3, maxOthers: 50 },
  maxBytes: 1_000_000,
  sources: [
    { name: 'official', weight: 3, files: ['official-*.txt', 'official-*.gz'] },
    { name: 'press', weight: 1, files: ['press.br'] },
  ],
}

/** Three files, one of each kind. */
function writeCorpus(into: CorpusFolder): void {
  into.write('official-a.txt', sentences(300, 1))
  into.write('official-b.txt.gz', sentences(200, 2))
  into.write('press.br', `${sentences(400, 3)}Lào Cai, ngày 5 tháng 5, số 57-NQ/TW\n`)
  into.write('other.txt', 'không ai đọc\n'.repeat(50))
}

const train = (change: Partial<TrainConfig> = {}, log?: (message: string) => void) =>
  trainModel(
    { ...CONFIG, ...change },
    log === undefined ? { corpus: folder().path } : { corpus: folder().path, log },
  )

async function refusalOf(change: Partial<TrainConfig>): Promise<VanbanError> {
  try {
    await train(change)
  } catch (error) {
    if (error instanceof VanbanError) return error
    throw error
  }
  throw new Error('expected the training to be refused')
}

const one = (...files: string[]): Pick<TrainConfig, 'sources'> => ({
  sources: [{ name: 'one', weight: 1, files }],
})

describe('trainModel', () => {
  it('gives the same bytes for the same input', async () => {
    writeCorpus(folder())
    const first = await train()
    const second = await train()
    expect(first.bytes.length).toBeGreaterThan(3000)
    expect(second.bytes).toEqual(first.bytes)
    expect(second.manifest).toEqual(first.manifest)
  })

  it('gives the same bytes however the files are compressed', async () => {
    const text = sentences(300)
    folder().writeRaw('a.txt', Buffer.from(text))
    folder().writeRaw('a.gz', gzipSync(text))
    folder().writeRaw('a.br', brotliCompressSync(text))
    const [plain, gzip, brotli] = [
      await train(one('a.txt')),
      await train(one('a.gz')),
      await train(one('a.br')),
    ]
    expect(gzip.bytes).toEqual(plain.bytes)
    expect(brotli.bytes).toEqual(plain.bytes)
  })

  it('gives another model for other weights', async () => {
    writeCorpus(folder())
    const sources = CONFIG.sources.map((source) => ({ ...source, weight: 1 }))
    expect((await train({ sources })).bytes).not.toEqual((await train()).bytes)
  })

  it('knows the words of its corpus and what follows them', async () => {
    writeCorpus(folder())
    folder().write('official-c.txt', 'Ủy ban nhân dân tỉnh Lào Cai.\n'.repeat(100))
    const { vocabulary, table, logCapital } = readLanguageModel((await train()).bytes)
    const id = (word: string) => {
      expect(vocabulary.idOf(word)).toBeGreaterThanOrEqual(FIRST_WORD_ID)
      return vocabulary.idOf(word)
    }
    const model = new SlowModel(entriesOf(table), 3)
    const logProb = (word: string, ...context: string[]) => model.logProb(context.map(id), id(word))
    expect(logProb('nhân', 'ủy', 'ban')).toBeGreaterThan(Math.log(0.5))
    expect(logProb('dân', 'ban', 'nhân')).toBeGreaterThan(logProb('dẫn', 'ban', 'nhân') + 3)
    expect(vocabulary.idOf('không')).toBe(0)
    // "Lào" is always printed with a capital, "nhân" never.
    expect(logCapital[id('lào')]!).toBeGreaterThan(Math.log(0.9))
    expect(logCapital[id('nhân')]!).toBeLessThan(Math.log(0.1))
    for (const context of [[], [id('ủy')], [id('ủy'), id('ban')], [id('xã'), id('lào')]]) {
      expect(totalAfter(model, vocabulary.size, context)).toBeCloseTo(1, 1)
    }
  })

  test.each([2, 3, 4])('trains order %i, which can be read', async (order) => {
    writeCorpus(folder())
    for (const lowerOrders of ['plain', 'kneser-ney'] as const) {
      const { bytes, manifest } = await train({ order, lowerOrders, cutOffs: [] })
      expect(readLanguageModel(bytes).table.order).toBe(order)
      expect(manifest.counted).toHaveLength(order)
    }
  })
})

describe('the size', () => {
  it('is never more than maxBytes, and close to it where there is more to keep', async () => {
    writeCorpus(folder())
    const whole = await train()
    expect(whole.manifest.threshold).toBe(0)
    for (const share of [0.999, 0.98, 0.9, 0.8]) {
      const maxBytes = Math.floor(whole.bytes.length * share)
      const { bytes, manifest } = await train({ maxBytes })
      expect(bytes.length).toBeLessThanOrEqual(maxBytes)
      expect(bytes.length).toBeGreaterThan(maxBytes - 64)
      expect(manifest.threshold).toBeGreaterThan(0)
      expect(manifest.kept[2]).toBeLessThan(whole.manifest.kept[2]!)
      expect(readLanguageModel(bytes).vocabulary.size).toBe(whole.manifest.vocabulary)
    }
  })

  it('that does not hold the words is refused', async () => {
    writeCorpus(folder())
    expect(await refusalOf({ maxBytes: 1000 })).toMatchObject({
      code: 'BAD_ARGUMENT',
      stage: 'training',
      message: 'maxBytes 1000 does not even hold the vocabulary: raise it.',
    })
  })
})

describe('the manifest', () => {
  it('says what went in and what came out', async () => {
    writeCorpus(folder())
    const { bytes, manifest } = await train()
    const hash = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')
    const files = (...names: string[]) =>
      Object.fromEntries(names.map((name) => [name, hash(readFileSync(folder().file(name)))]))
    const words = (text: string) => text.split(/[ .\n]+/).filter(Boolean).length
    const { table, vocabulary } = readLanguageModel(bytes)
    const expected: ModelManifest = {
      config: CONFIG,
      seed: null,
      sources: [
        {
          name: 'official',
          weight: 3,
          words: words(sentences(300, 1)) + words(sentences(200, 2)),
          files: files('official-a.txt', 'official-b.txt.gz'),
        },
        // Lào Cai ngày tháng số: a number and a code are no words.
        { name: 'press', weight: 1, words: words(sentences(400, 3)) + 5, files: files('press.br') },
      ],
      vocabulary: vocabulary.size,
      counted: manifest.counted,
      kept: [vocabulary.size, ...table.levels.map((level) => level.word.length)],
      threshold: 0,
      bytes: bytes.length,
      sha256: hash(bytes),
    }
    expect(manifest).toEqual(expected)
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest)
    manifest.kept.forEach((kept, n) => {
      expect(kept).toBeLessThanOrEqual(manifest.counted[n]!)
    })
  })

  it('names a file that two patterns find once', async () => {
    writeCorpus(folder())
    const { manifest } = await train(one('official-*', '*-a.txt'))
    expect(Object.keys(manifest.sources[0]!.files)).toEqual(['official-a.txt', 'official-b.txt.gz'])
  })

  it('lists the steps to who listens', async () => {
    writeCorpus(folder())
    const lines: string[] = []
    const { manifest } = await train({}, (message) => lines.push(message))
    expect(lines).toEqual([
      `official: 2 files, ${manifest.sources[0]!.words} words`,
      `press: 1 files, ${manifest.sources[1]!.words} words`,
      `vocabulary: ${manifest.vocabulary} words`,
      ...manifest.counted.map((count, n) => `order ${n + 1}: ${count} n-grams`),
    ])
  })
})

describe('patterns', () => {
  it('take dots and brackets for themselves and a star for anything', async () => {
    folder().write('a+b(1).txt', sentences(50))
    folder().write('aab1.txt', sentences(50))
    folder().write('axtxt', sentences(50))
    const filesOf = async (pattern: string) =>
      Object.keys((await train(one(pattern))).manifest.sources[0]!.files)
    expect(await filesOf('a+b(1).txt')).toEqual(['a+b(1).txt'])
    expect(await filesOf('a*.txt')).toEqual(['a+b(1).txt', 'aab1.txt'])
    expect(await filesOf('*')).toEqual(['a+b(1).txt', 'aab1.txt', 'axtxt'])
  })

  it('pass folders by', async () => {
    mkdirSync(folder().file('a.txt'))
    folder().write('b.txt', sentences(50))
    const { manifest } = await train(one('*.txt'))
    expect(Object.keys(manifest.sources[0]!.files)).toEqual(['b.txt'])
  })
})

describe('refusals', () => {
  test.each<[name: string, change: Partial<TrainConfig>, message: string]>([
    ['order 1', { order: 1 }, 'A model of order 1 cannot be trained: give an integer from 2 to 5.'],
    ['order 6', { order: 6 }, 'A model of order 6 cannot be trained: give an integer from 2 to 5.'],
    ['order 2.5', { order: 2.5 }, 'A model of order 2.5 cannot be trained: give an integer from 2 to 5.'],
    [
      'cut-offs that fall',
      { cutOffs: [1, 3, 2] },
      'Cut-off 2 of order 3 is below cut-off 3 of order 2: an n-gram would lose its context, let cut-offs never fall.',
    ],
    [
      'cut-offs that are too few and end high',
      { cutOffs: [1, 2] },
      'Cut-off 1 of order 3 is below cut-off 2 of order 2: an n-gram would lose its context, let cut-offs never fall.',
    ],
    ['no sources', { sources: [] }, 'The config names no sources: give at least one.'],
    [
      'weight 0',
      { sources: [{ name: 'one', weight: 0, files: ['*'] }] },
      'Source "one" has weight 0: give a positive integer.',
    ],
    [
      'weight 1.5',
      { sources: [{ name: 'one', weight: 1.5, files: ['*'] }] },
      'Source "one" has weight 1.5: give a positive integer.',
    ],
  ])('%s', async (_, change, message) => {
    writeCorpus(folder())
    expect(await refusalOf(change)).toMatchObject({ code: 'BAD_ARGUMENT', stage: 'training', message })
  })

  it('a cut-off of single words is no matter: they all stay', async () => {
    writeCorpus(folder())
    expect((await train({ cutOffs: [9, 1, 2] })).bytes).toEqual((await train()).bytes)
  })

  it('a pattern that finds nothing', async () => {
    writeCorpus(folder())
    expect(await refusalOf(one('official-*', 'law-*.txt'))).toMatchObject({
      code: 'TRAINING_DATA',
      stage: 'training',
      message: `No file in ${folder().path} matches "law-*.txt": check the config or the corpus folder.`,
    })
  })

  it('a folder that is not there', async () => {
    const corpus = folder().file('none')
    await expect(trainModel(CONFIG, { corpus })).rejects.toMatchObject({
      code: 'TRAINING_DATA',
      stage: 'training',
      file: corpus,
      message: `The corpus folder ${corpus} cannot be read (ENOENT: no such file or directory, scandir '${corpus}'): check the path.`,
    })
  })

  test.each([
    ['gz', gzipSync],
    ['br', brotliCompressSync],
  ])('a damaged .%s', async (kind, compress) => {
    const file = folder().writeRaw(`a.${kind}`, compress(sentences(500)).subarray(0, -100))
    expect(await refusalOf(one('a.*'))).toMatchObject({
      code: 'TRAINING_DATA',
      file,
      message: `${file} could not be read to its end (unexpected end of file): the file is damaged or not what its name says.`,
    })
  })

  test.each([
    ['empty files', ''],
    ['NULs', '\0'.repeat(1000)],
    ['words too rare', 'ban ủy\n'],
    ['numbers', '1 2 3\n'.repeat(100)],
  ])('a corpus of %s', async (_, text) => {
    folder().write('a.txt', text)
    expect(await refusalOf(one('*.txt'))).toMatchObject({
      code: 'TRAINING_DATA',
      message:
        'No word of the corpus was seen often enough for the vocabulary: check the files and the limits.',
    })
  })
})

describe('hostile files among good ones', () => {
  test.each<readonly [name: string, text: string | Uint8Array]>([
    ['an empty file', ''],
    ['one line of 1 MB', 'nhân dân '.repeat(90_000)],
    ['NULs between words', 'nhân\0dân \0\0 xã\n'.repeat(2000)],
    ['bytes that are no UTF-8', new Uint8Array(100_000).fill(0xfe)],
    ...HOSTILE.slice(0, 4),
  ])('%s', async (_, text) => {
    folder().write('a.txt', sentences(200))
    folder().write('b.txt', text)
    const { bytes, manifest } = await train(one('*.txt'))
    const { vocabulary } = readLanguageModel(bytes)
    expect(vocabulary.size).toBe(manifest.vocabulary)
    expect(vocabulary.idOf('nhân')).toBeGreaterThan(0)
  })
})
