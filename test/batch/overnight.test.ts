// The built program, left alone with documents of every kind, killed and resumed: the bench, at a small scale.

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { differenceOf, killed, mixed, resultsOf, vanban } from '../../bench/batch.ts'
import { makeDocuments } from '../../bench/batch-files.ts'
import { ensureBuilt, start } from '../cli/built.ts'

let work: string
beforeAll(() => {
  ensureBuilt()
  work = mkdtempSync(join(tmpdir(), 'vanban-overnight-'))
}, 240_000)
afterAll(() => rmSync(work, { recursive: true, force: true }))

describe('a batch left alone', () => {
  it('finishes or reports every document, bad ones with their cause', async () => {
    expect(await mixed(75, 2)).toMatchObject({ sound: true })
  }, 300_000)

  it('gives what an undisturbed run gives, however often it is killed', async () => {
    expect(await killed(30, 3, 2)).toMatchObject({ sound: true })
  }, 300_000)

  it('gives the same with one job as with two', async () => {
    const input = join(work, 'in')
    makeDocuments(input, 12)
    for (const jobs of ['1', '2']) {
      const argv = ['repair', input, '-o', join(work, jobs), '-j', jobs, '--format', 'text,json,html', '-q']
      expect((await vanban(argv)).code).toBe(1)
    }
    expect(differenceOf(resultsOf(join(work, '1')), resultsOf(join(work, '2')))).toBe('')
    for (const command of ['parse', 'convert']) {
      for (const jobs of ['1', '2']) {
        const argv = [command, input, '-o', join(work, `${command}-${jobs}`), '-j', jobs, '-q']
        expect((await vanban(argv)).code).toBeLessThanOrEqual(1)
      }
      const [one, two] = ['1', '2'].map((jobs) => resultsOf(join(work, `${command}-${jobs}`)))
      expect(differenceOf(one!, two!)).toBe('')
      expect(one!.size).toBeGreaterThan(5)
    }
  }, 300_000)

  it('stops at Ctrl-C with 130, finishes what is in work, and can be resumed', async () => {
    const input = join(work, 'many')
    makeDocuments(input, 60, true)
    const out = join(work, 'stopped')
    const child = start(['repair', input, '-o', out, '-j', '2'])
    await new Promise<void>((resolve) => child.stderr?.once('data', () => resolve()))
    child.kill('SIGINT')
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(130)
    expect(existsSync(join(out, '.vanban/lock'))).toBe(false)
    const journal = readFileSync(join(out, '.vanban/journal.jsonl'), 'utf8')
    expect(journal.trim().split('\n').length - 1).toBe(resultsOf(out).size)
    expect((await vanban(['repair', input, '-o', out, '-j', '2', '--resume'])).code).toBe(0)
    expect(resultsOf(out).size).toBe(60)
    expect(statSync(join(out, '00/00000.txt')).size).toBeGreaterThan(0)
  }, 300_000)
})
