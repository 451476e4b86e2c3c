/**
 * What was done in an output folder, one JSON line a document, so that a run that ended early can be resumed. A
 * document is first finished in temporary files, then entered, then its files get their names: at whatever moment the
 * run is killed, an entry whose files are all there, byte for byte, is done, and everything else is done again.
 */
import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { VanbanError } from '../errors.ts'
import type { DocumentResult, MadeOutput } from './job.ts'
import {
  JOURNAL_HEADER,
  type JournalEntry,
  type JournalOutput,
  parseEntries,
  toEntry,
} from './journal-entry.ts'
import { takeLock } from './lock.ts'
import { reasonOf } from './read-text.ts'

/** Folder for the journal, in the output folder. */
const FOLDER = '.vanban'
const TEMPORARY = 'tmp-'

export class Journal {
  /** Folder for temporary files of this run. */
  readonly scratch: string
  private readonly output: string
  private readonly file: number
  private readonly release: () => Promise<void>
  private readonly force: boolean
  /** Folders that are there. */
  private readonly made = new Set<string>()
  /** The last entry of each key and input. */
  private readonly entries = new Map<string, JournalEntry>()

  private constructor(
    output: string,
    scratch: string,
    file: number,
    release: () => Promise<void>,
    force: boolean,
  ) {
    this.output = output
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
    const folder = join(output, FOLDER)
    const path = join(folder, 'journal.jsonl')
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
        if (remember) for (const entry of parseEntries(text)) journal.remember(entry)
        return journal
      } catch (error) {
        await release()
        throw error
      }
    } catch (cause) {
      throw cause instanceof VanbanError ? cause : unwritable(output, cause)
    }
  }

  /** The entry of a document in an earlier run, whether its files are there or not. */
  find(key: string, input: string): JournalEntry | undefined {
    return this.entries.get(`${key} ${input}`)
  }

  /** Whether an entry's document needs no more work: it went well, and all wanted files are as they were written. */
  async isDone(entry: JournalEntry, targets: readonly string[]): Promise<boolean> {
    if (entry.status === 'failed') return false
    const made = new Map(entry.outputs.map((made) => [made.path, made]))
    for (const target of targets) {
      const expected = made.get(this.name(target))
      if (expected === undefined || !(await isSame(target, expected))) return false
    }
    return true
  }

  /** Whether a target that exists may be replaced: it was written by the same work on the same document. */
  mayReplace(target: string, entry: JournalEntry | undefined): boolean {
    return this.force || entry?.outputs.some(({ path }) => path === this.name(target)) === true
  }

  /**
   * Enters a result and gives its files their names.
   *
   * Synchronous: some microseconds of system calls each, of which a promise would cost as many again, and nothing else
   * waits in the program that hands out the work.
   *
   * @throws VanbanError `OUTPUT_UNWRITABLE` when a target cannot be written or exists and may not be replaced
   */
  commit(key: string, result: DocumentResult): void {
    const earlier = this.find(key, result.name)
    const outputs = result.outputs.map(
      ({ format, target, bytes, sha256 }): JournalOutput => ({
        format,
        path: this.name(target),
        bytes,
        sha256,
      }),
    )
    const entry = toEntry(key, result, outputs)
    try {
      writeSync(this.file, `${JSON.stringify(entry)}\n`)
    } catch (cause) {
      throw unwritable(join(this.output, FOLDER), cause)
    }
    for (const made of result.outputs) this.place(made, this.mayReplace(made.target, earlier))
  }

  async close(): Promise<void> {
    closeSync(this.file)
    await rm(this.scratch, { recursive: true, force: true })
    await this.release()
  }

  private remember(entry: JournalEntry): void {
    this.entries.set(`${entry.key} ${entry.input}`, entry)
  }

  private name(target: string): string {
    return relative(this.output, target).split(sep).join('/')
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
    if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) throw alreadyThere(target)
    renameSync(temporary, target)
    return
  }
  unlinkSync(temporary)
}

async function isSame(path: string, { bytes, sha256 }: JournalOutput): Promise<boolean> {
  try {
    const content = await readFile(path)
    return content.length === bytes && createHash('sha256').update(content).digest('hex') === sha256
  } catch {
    return false
  }
}

/** Temporary files of runs that were killed; the lock says that none of them is alive. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(TEMPORARY)) {
      await rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => {})
    }
  }
}
