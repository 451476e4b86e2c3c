import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseTrainConfig } from '../../src/cli/train-config.ts'
import { type Folder, run, temporaryFolder } from './harness.ts'

const CONFIG = {
  order: 2,
  cutOffs: [1, 1],
  lowerOrders: 'plain',
  vocabulary: { minSyllableCount: 1, minOtherCount: 1, maxOthers: 100 },
  maxBytes: 1_000_000,
  sources: [{ name: 'test', weight: 1, files: ['*.txt'] }],
}

let folder: Folder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

describe('parseTrainConfig', () => {
  it('reads a sound config', () => {
    expect(parseTrainConfig(JSON.stringify(CONFIG), 'c.json')).toEqual(CONFIG)
    const more = { ...CONFIG, decisions: { items: 1000, margin: 0, step: 0.3 }, exclude: ['x'] }
    expect(parseTrainConfig(JSON.stringify(more), 'c.json')).toEqual(more)
  })

  it.each([
    ['{', 'c.json is not a training config: it is not valid JSON'],
    ['[]', 'c.json is not a training config: it should hold one object.'],
    [
      { ordr: 3 },
      '"ordr" is unknown; known are order, cutOffs, lowerOrders, maxBytes, decisions, exclude, vocabulary, sources.',
    ],
    [{ order: 9 }, '"order" is 9, it should be an integer from 1 to 5.'],
    [{ maxBytes: undefined }, '"maxBytes" is missing, it should be a number of bytes.'],
    [{ lowerOrders: 'kn' }, '"lowerOrders" is "kn", it should be "kneser-ney" or "plain".'],
    [{ decisions: 3 }, '"decisions" is 3, it should be an object or left out.'],
    [
      { decisions: { items: 10 } },
      '"decisions.margin" is missing, it should be a number of nats, 0 or more.',
    ],
    [
      { decisions: { items: 10, margin: 1, step: 0 } },
      '"decisions.step" is 0, it should be a number of nats above 0.',
    ],
    [{ exclude: [''] }, '"exclude" is [""], it should be a list of texts or left out.'],
    [{ vocabulary: {} }, '"vocabulary.minSyllableCount" is missing, it should be a positive integer.'],
    [{ sources: [] }, '"sources" is [], it should be a list of objects.'],
    [
      { sources: [{ name: 'x', weight: 0.5, files: ['*'] }] },
      '"sources[0].weight" is 0.5, it should be a positive integer.',
    ],
  ])('refuses %j', (change, message) => {
    const text = typeof change === 'string' ? change : JSON.stringify({ ...CONFIG, ...change })
    expect(() => parseTrainConfig(text, 'c.json')).toThrow(message)
  })
})

describe('vanban train', () => {
  it('trains a model and writes a manifest beside it', async () => {
    folder.write('a.txt', 'Ủy ban nhân dân xã Nam Sách ban hành kế hoạch này.\n'.repeat(20))
    const config = folder.write('c.json', JSON.stringify(CONFIG))
    const { code, out, err } = await run(['train', config, '-o', folder.path('my.model')])
    expect([code, out]).toEqual([0, ''])
    expect(err).toContain('test: 1 files')
    const manifest = JSON.parse(folder.read('my.model.json'))
    expect(manifest.config).toEqual(CONFIG)
    expect(manifest.sha256).toMatch(/^[0-9a-f]{64}$/)

    const again = await run(['train', config, '-o', folder.path('my.model')])
    expect(again.code).toBe(5)
    expect(again.err).toContain('my.model exists already')
    const forced = await run(['train', config, '-q', '--force', '-o', folder.path('my.model')])
    expect(forced).toMatchObject({ code: 0, out: '', err: '' })
    expect(JSON.parse(folder.read('my.model.json'))).toEqual(manifest)
  })

  it('refuses a config with an error and a corpus without files', async () => {
    const bad = folder.write('bad.json', '{}')
    expect((await run(['train', bad, '-o', folder.path('m')])).code).toBe(2)
    const config = folder.write('c.json', JSON.stringify(CONFIG))
    const { code, err } = await run(['train', config, '-o', folder.path('m')])
    expect(code).toBe(3)
    expect(err).toContain('matches "*.txt"')
  })
})

describe('vanban train-channel', () => {
  it('learns a profile from pairs', async () => {
    const page = { truth: 'Ủy ban nhân dân xã', eng: 'Uy ban nhan dan xa', id: 1 }
    const pairs = folder.write('p.jsonl', `${JSON.stringify(page)}\n\n${JSON.stringify(page)}\n`)
    const out = folder.path('channel-eng.tsv')
    const argv = ['train-channel', pairs, '--engine', 'eng', '-o', out, '--comment', 'made by a test']
    expect(await run(argv)).toMatchObject({ code: 0, out: '', err: '' })
    const profile = folder.read('channel-eng.tsv')
    expect(profile).toContain('name\teng\n')
    expect(profile).toContain('# made by a test\n')
    expect((await run(argv)).code).toBe(5)
  })

  it.each([
    ['{"truth": "a", "vie": "b"}', 'line 1 has no text in "eng", the engine\'s name.'],
    ['\n{"eng": "a"}', 'line 2 has no text in "truth".'],
    ['null', 'line 1 has no text in "truth".'],
    ['{"truth": ', 'line 1 is not valid JSON: give one object a line.'],
  ])('refuses %j', async (content, message) => {
    const pairs = folder.write('p.jsonl', content)
    const { code, err } = await run(['train-channel', pairs, '--engine', 'eng', '-o', folder.path('x')])
    expect(code).toBe(3)
    expect(err).toContain(message)
  })
})
