import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DocumentResult } from '../../src/batch/job.ts'
import { Journal } from '../../src/batch/journal.ts'
import { parseEntries } from '../../src/batch/journal-entry.ts'
import { JournalRecords } from '../../src/batch/journal-records.ts'
import { type Folder, temporaryFolder } from '../cli/harness.ts'
import { jobOf, resultOf } from './jobs.ts'

let folder: Folder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

const openJournal = (remember = true, force = false) => Journal.open(folder.path('out'), { remember, force })
const file = (): string => folder.path('out/.vanban/journal.jsonl')
const target = (name: string): string => folder.path(`out/${name}`)

/** A result whose text lies in a temporary file. */
function made(journal: Journal, name: string, content: string): DocumentResult {
  const temporary = join(journal.scratch, name)
  writeFileSync(temporary, content)
  const sha256 = createHash('sha256').update(content).digest('hex')
  const output = { format: 'text' as const, target: target(name), temporary, bytes: content.length, sha256 }
  return resultOf(jobOf(name), { name, outputs: [output] })
}

describe('the journal', () => {
  it('gives a finished file its name, and knows it in the next run', async () => {
    const journal = await openJournal()
    journal.commit('k', made(journal, 'a.txt', 'text'))
    expect(folder.read('out/a.txt')).toBe('text')
    await journal.close()
    expect(readdirSync(folder.path('out/.vanban'))).toEqual(['journal.jsonl'])
    const again = await openJournal()
    const { records } = again
    expect(records.find('k')).toMatchObject({
      input: 'a.txt',
      status: 'success',
      outputs: [{ path: 'a.txt', bytes: 4 }],
    })
    expect(records.find('other')).toBeUndefined()
    expect(await records.stateOf('k', target('a.txt'))).toBe('done')
    expect(await records.stateOf('k', target('a.txt.json'))).toBe('missing')
    expect(await records.stateOf('k', target('a.txt/below'))).toBe('missing')
    expect(await records.stateOf('other', target('a.txt'))).toBe('outdated')
    folder.write('out/b.txt', 'text')
    expect(await records.stateOf('k', target('b.txt'))).toBe('foreign')
    await again.close()
    const unasked = await openJournal(false)
    expect(unasked.records.find('k')).toBeUndefined()
    await unasked.close()
  })

  it.each([
    ['missing', (path: string) => rmSync(path)],
    ['altered', (path: string) => writeFileSync(path, 'texT')],
    ['altered', (path: string) => truncateSync(path, 2)],
    ['torn', (path: string) => truncateSync(path, 0)],
    ['torn', (path: string) => writeFileSync(path, 'te\0\0')],
  ])('tells a file that is %s', async (state, harm) => {
    const journal = await openJournal()
    journal.commit('k', made(journal, 'a.txt', 'text'))
    harm(target('a.txt'))
    await journal.close()
    expect(await (await JournalRecords.read(folder.path('out'))).stateOf('k', target('a.txt'))).toBe(state)
  })

  it('knows the forms of a document that were made in different runs, and by other names of it', async () => {
    const first = await openJournal()
    first.commit('k', made(first, 'a.txt', 'text'))
    await first.close()
    const second = await openJournal()
    second.commit('k', { ...made(second, 'a.html', 'html'), name: '/elsewhere/a.txt' })
    await second.close()
    const records = await JournalRecords.read(folder.path('out'))
    for (const name of ['a.txt', 'a.html']) expect(await records.stateOf('k', target(name))).toBe('done')
  })

  it('counts a failure as not done', async () => {
    const journal = await openJournal()
    journal.commit('k', resultOf(jobOf('a'), { status: 'failed' }))
    await journal.close()
    expect((await JournalRecords.read(folder.path('out'))).find('k')).toBeUndefined()
  })

  it('does not take a file for its own that kept a result from its name', async () => {
    const journal = await openJournal()
    writeFileSync(target('a.txt'), 'precious')
    const result = made(journal, 'a.txt', 'text')
    expect(() => journal.commit('k', result)).toThrow('exists already')
    const problem = { code: 'OUTPUT_UNWRITABLE', severity: 'error' as const, message: '', page: null }
    journal.commit('k', { ...result, status: 'failed', problems: [problem], outputs: [] })
    await journal.close()
    expect(await (await JournalRecords.read(folder.path('out'))).stateOf('k', target('a.txt'))).toBe(
      'foreign',
    )
  })

  it('survives a line that was cut short, and does not glue the next one to it', async () => {
    const journal = await openJournal()
    journal.commit('k1', made(journal, 'a.txt', 'a'))
    await journal.close()
    appendFileSync(file(), '{"key":"k2","inp')
    const again = await openJournal()
    expect(again.records.find('k1')).toBeDefined()
    again.commit('k3', made(again, 'c.txt', 'c'))
    await again.close()
    expect(parseEntries(readFileSync(file(), 'utf8')).map(({ key }) => key)).toEqual(['k1', 'k3'])
  })

  it('replaces no file it did not write itself for the same work', async () => {
    const journal = await openJournal()
    writeFileSync(target('a.txt'), 'precious')
    expect(() => journal.commit('k', made(journal, 'a.txt', 'text'))).toThrow('exists already')
    expect(folder.read('out/a.txt')).toBe('precious')
    await journal.close()
    const forced = await openJournal(true, true)
    forced.commit('k', made(forced, 'a.txt', 'text'))
    expect(folder.read('out/a.txt')).toBe('text')
    await forced.close()
    const resumed = await openJournal()
    resumed.commit('k', made(resumed, 'a.txt', 'text again'), new Set([target('a.txt')]))
    expect(folder.read('out/a.txt')).toBe('text again')
    expect(() => resumed.commit('k9', made(resumed, 'a.txt', 'x'))).toThrow('exists already')
    await resumed.close()
  })

  it('clears away the temporary files of a run that was killed', async () => {
    const journal = await openJournal()
    made(journal, 'a.txt', 'half')
    const { scratch } = journal
    // What a kill leaves: the folder, and a lock of a process that is no more.
    folder.write(
      'out/.vanban/lock',
      JSON.stringify({ pid: 2 ** 30, host: (await import('node:os')).hostname() }),
    )
    const again = await openJournal()
    expect(existsSync(scratch)).toBe(false)
    await again.close()
  })

  it('lets one run at a time write to a folder', async () => {
    const journal = await openJournal()
    await expect(openJournal()).rejects.toMatchObject({ code: 'RUN_LOCKED' })
    await journal.close()
    await (await openJournal()).close()
  })

  it('says when the folder cannot be made', async () => {
    folder.write('out', 'a file')
    await expect(openJournal()).rejects.toMatchObject({ code: 'OUTPUT_UNWRITABLE' })
  })
})

describe('parseEntries', () => {
  it('reads whatever is in the file without throwing', () => {
    for (const text of ['', '\n\n', '[]', '{"key":1}', 'null', '{"key":"a"}', '\u0000']) {
      expect(parseEntries(text)).toEqual([])
    }
  })
})
