import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Folder, run, temporaryFolder } from './harness.ts'

let folder: Folder
let truth: string
let repaired: string
let ocr: string
beforeEach(() => {
  folder = temporaryFolder()
  truth = folder.write('truth.txt', 'Ủy ban nhân dân\nxã Nam Sách')
  repaired = folder.write('repaired.txt', 'Ủy ban nhân dân\nxà Nam Sach')
  ocr = folder.write('ocr.txt', 'Uy ban nhan dân xã Nam Sach')
})
afterEach(() => folder.remove())

describe('vanban eval', () => {
  it('prints a table of what a repair did', async () => {
    const { code, out, err } = await run(['eval', truth, repaired, ocr])
    expect([code, err]).toEqual([0, ''])
    expect(out).toBe(
      [
        '        words  wrong      WER  characters  wrong      CER',
        'before      7      3  42.86 %          27      3  11.11 %',
        'after       7      2  28.57 %          27      2   7.41 %',
        '',
        'syllables right  5 of 7 (71.43 %)',
        'fixed            2 of 3 words wrong before',
        'harmed           1 of 4 words right before (25.00 %)',
        '',
      ].join('\n'),
    )
  })

  it('prints one text alone when there is nothing before it', async () => {
    const { out } = await run(['eval', truth, '-'], { stdin: 'Ủy ban nhân dân xã Nam Sách' })
    expect(out).toContain('text      7      0  0.00 %')
    expect(out).not.toContain('fixed')
  })

  it('prints JSON', async () => {
    const { out } = await run(['eval', truth, repaired, ocr, '--format', 'json'])
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      documents: 1,
      words: { words: 7, errors: 2 },
      characters: { characters: 27, errors: 2 },
      syllables: { syllables: 7, right: 5 },
      effect: { rightBefore: 4, fixed: 2, harmed: 1, harmRate: 0.25 },
    })
  })

  it('adds up the documents of a list', async () => {
    const list = folder.write('pairs.tsv', `${truth}\t${repaired}\t${ocr}\r\n\n${truth}\t${truth}\t${ocr}\n`)
    const { code, out } = await run(['eval', '--list', list, '--format', 'json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      documents: 2,
      words: { words: 14, errors: 2 },
      effect: { fixed: 5, harmed: 1 },
    })
  })

  it('refuses a list it cannot understand', async () => {
    const bad = folder.write('bad.tsv', `${truth}\n`)
    expect((await run(['eval', '--list', bad])).err).toContain(
      'bad.tsv line 1: write the paths truth<TAB>text',
    )
    const mixed = folder.write('mixed.tsv', `${truth}\t${repaired}\n${truth}\t${repaired}\t${ocr}\n`)
    expect(await run(['eval', '--list', mixed])).toMatchObject({ code: 2, out: '' })
    const empty = folder.write('empty.tsv', '\n')
    expect((await run(['eval', '--list', empty])).err).toContain('names no documents')
    expect((await run(['eval', truth, repaired, '--list', bad])).code).toBe(2)
  })

  it('fails for a text that cannot be read', async () => {
    expect((await run(['eval', truth, folder.path('none')])).code).toBe(3)
    expect((await run(['eval', '-', '-'])).code).toBe(2)
  })
})
