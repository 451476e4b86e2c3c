/**
 * What was done in an output folder, one JSON line a document, so that a run that ended early can be resumed. A
 * document is first finished in temporary files, then entered, then its files get their names: at whatever moment the
 * run is killed, an entry whose files are all there, byte for byte, is done, and everything else is done again.
 */
import { randomUUID } from 'node:crypto'
import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { VanbanError } from '../errors.ts'
import type { DocumentResult, MadeOutput } from './job.ts'
import { JOURNAL_HEADER, type JournalOutput, toEntry } from './journal-entry.ts'
import { isThere, JOURNAL_FOLDER, JOURNAL_NAME, JournalRecords } from './journal-records.ts'
import { takeLock } from './lock.ts'
import { reasonOf } from './read-text.ts'

const TEMPORARY = 'tmp-'
const NONE: ReadonlySet<string> = new Set()

export class Journal {
  /** Folder for temporary files of this run. */
  readonly scratch: string
  /** What earlier runs did; nothing unless it was asked for. */
  readonly records: JournalRecords
  private readonly output: string
  private readonly file: number
  private readonly release: () => Promise<void>
  private readonly force: boolean
  /** Folders that are there. */
  private readonly made = new Set<string>()

  private constructor(
    output: string,
    scratch: string,
    file: number,
    release: () => Promise<void>,
    force: boolean,
  ) {
    this.output = output
    this.records = new JournalRecords(output)
    this.scratch = scratch
    this.file = file
    this.release = release
    this.force = force
  }

  /**
   * Opens the journal of an output folder, which is made if need be.
   *
   * @param options.remember keep what the journal holds, for a resumed run
   * @param options.force replace files that exist
   * @throws VanbanError `RUN_LOCKED`, `OUTPUT_UNWRITABLE`
   */
  static async open(
    output: string,
    { remember, force }: { readonly remember: boolean; readonly force: boolean },
  ): Promise<Journal> {
    const folder = join(output, JOURNAL_FOLDER)
    const path = join(folder, JOURNAL_NAME)
    try {
      await mkdir(folder, { recursive: true })
      const release = await takeLock(join(folder, 'lock'))
      try {
        await removeLeftovers(folder)
        const scratch = join(folder, TEMPORARY + randomUUID().slice(0, 8))
        await mkdir(scratch)
        const file = openSync(path, 'a+')
        const text = readFileSync(file, 'utf8')
        if (text === '') writeSync(file, `${JOURNAL_HEADER}\n`)
        // A kill in the middle of a line: the next one must not be glued to it.
        else if (!text.endsWith('\n')) writeSync(file, '\n')
        const journal = new Journal(output, scratch, file, release, force)
        if (remember) journal.records.addAll(text)
        return journal
      } catch (error) {
        await release()
        throw error
      }
    } catch (cause) {
      throw cause instanceof VanbanError ? cause : unwritable(output, cause)
    }
  }

  /**
   * Enters a result and gives its files their names.
   *
   * Synchronous: some microseconds of system calls each, of which a promise would cost as many again, and nothing else
   * waits in the program that hands out the work.
   *
   * @param replaced targets that may be there already
   * @throws VanbanError `OUTPUT_UNWRITABLE` when a target cannot be written or exists and may not be replaced
   */
  commit(key: string, result: DocumentResult, replaced: ReadonlySet<string> = NONE): void {
    const outputs = result.outputs.map(
      ({ format, target, bytes, sha256 }): JournalOutput => ({
        format,
        path: this.records.pathOf(target),
        bytes,
        sha256,
      }),
    )
    try {
      writeSync(this.file, `${JSON.stringify(toEntry(key, result, outputs))}\n`)
    } catch (cause) {
      throw unwritable(join(this.output, JOURNAL_FOLDER), cause)
    }
    for (const made of result.outputs) this.place(made, this.force || replaced.has(made.target))
  }

  async close(): Promise<void> {
    closeSync(this.file)
    await rm(this.scratch, { recursive: true, force: true })
    await this.release()
  }

  private place({ target, temporary }: MadeOutput, replace: boolean): void {
    try {
      const folder = dirname(target)
      if (!this.made.has(folder)) mkdirSync(folder, { recursive: true })
      this.made.add(folder)
      if (replace) renameSync(temporary, target)
      else renameToNew(temporary, target)
    } catch (cause) {
      throw cause instanceof VanbanError ? cause : unwritable(target, cause)
    }
  }
}

function unwritable(path: string, cause: unknown): VanbanError {
  return new VanbanError('OUTPUT_UNWRITABLE', 'batch', `${path} cannot be written: ${reasonOf(cause)}.`, {
    file: path,
    cause,
  })
}

/** The refusal to replace a file. */
export function alreadyThere(target: string): VanbanError {
  return new VanbanError(
    'OUTPUT_UNWRITABLE',
    'batch',
    `${target} exists already: give another folder, --resume to go on with an earlier run, or --force to replace it.`,
    { file: target },
  )
}

/** A hard link, unlike a rename, fails when the target exists. */
function renameToNew(temporary: string, target: string): void {
  try {
    linkSync(temporary, target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw alreadyThere(target)
    // File systems without hard links: look, then rename.
    if (isThere(target)) throw alreadyThere(target)
    renameSync(temporary, target)
    return
  }
  unlinkSync(temporary)
}

/** Temporary files of runs that were killed; the lock says that none of them is alive. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(TEMPORARY)) {
      await rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => {})
    }
  }
}
