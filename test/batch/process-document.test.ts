import { appendFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Job } from '../../src/batch/job.ts'
import type { Library } from '../../src/batch/library.ts'
import { createWork } from '../../src/batch/process-document.ts'
import { VanbanError } from '../../src/errors.ts'
import { fakeImport } from '../cli/fake-import.ts'
import { type Folder, temporaryFolder } from '../cli/harness.ts'
import { jobOf } from './jobs.ts'

let folder: Folder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

/** A library whose reader does something to the file it reads. */
function workThat(meanwhile: (file: string) => void) {
  const asked: object[] = []
  const library = {
    loadModel: async () => 'MODEL',
    importDocument: async (input: string | Uint8Array, options: object) => {
      asked.push(options)
      if (typeof input === 'string') meanwhile(input)
      return fakeImport(input, options)
    },
  } as unknown as Library
  return { asked, work: createWork(library, () => 0) }
}

const job = (path: string): Job => ({
  ...jobOf(path),
  name: path,
  outputs: [{ format: 'text', target: null, temporary: null }],
})

/** More than is read into memory at once. */
const LARGE = `${'chữ '.repeat(300_000)}\n`

describe('the work on a document', () => {
  it('fails when the file changes while it is read: the journal must not take one for the other', async () => {
    const file = folder.write('large.txt', LARGE)
    const sound = await workThat(() => {}).work(job(file))
    expect([sound.status, sound.contents.length]).toEqual(['success', 1])
    const changed = await workThat((path) => appendFileSync(path, 'more')).work(job(file))
    expect(changed).toMatchObject({
      status: 'failed',
      problems: [
        { code: 'INPUT_UNREADABLE', message: expect.stringContaining('was changed while it was read') },
      ],
    })
  })

  it('uses one OCR engine for each document, when others are worked on beside it', async () => {
    const { asked, work } = workThat(() => {})
    await work(job(folder.write('a.txt', 'a')))
    expect(asked).toMatchObject([{ jobs: 1, repair: true }])
  })

  it('takes pages that a document has not got for a fault of that document, not of the run', async () => {
    const missing = new VanbanError('BAD_ARGUMENT', 'ingest', 'a.pdf has one page …', { file: 'a.pdf' })
    const file = folder.write('large.txt', LARGE)
    const { problems } = await workThat(() => {
      throw missing
    }).work(job(file))
    expect(problems).toMatchObject([{ code: 'INPUT_UNREADABLE', message: 'a.pdf has one page …' }])
  })
})
