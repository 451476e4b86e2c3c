/** What a journal tells of earlier runs, and what it says of a file that a run would write. */
import { createHash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { type JournalEntry, type JournalOutput, parseEntries } from './journal-entry.ts'

/** Folder for the journal, in the output folder. */
export const JOURNAL_FOLDER = '.vanban'
/** Its name there. */
export const JOURNAL_NAME = 'journal.jsonl'

/**
 * A target before a run.
 *
 * - `missing`: there is no such file
 * - `done`: it is what this work made of this document, byte for byte
 * - `torn`: that, but without its content, as a power cut leaves it
 * - `altered`: that, but someone wrote in it since
 * - `outdated`: an earlier run made it, of another content, with other options, or with another model
 * - `foreign`: no run that the journal knows of made it
 */
export type TargetState = 'missing' | 'done' | 'torn' | 'altered' | 'outdated' | 'foreign'

/** Whether a path exists, of whatever kind. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    // Part of the path is a file: what cannot be written is said when it is tried.
    return false
  }
}

/** The entries of a journal. */
export class JournalRecords {
  private readonly output: string
  /** The last entry that went well, by key. */
  private readonly entries = new Map<string, JournalEntry>()
  /** Files by key and path: one document may have got its forms in several runs. */
  private readonly made = new Map<string, JournalOutput>()
  private readonly paths = new Set<string>()

  /** @param output the folder that the paths of the journal are meant from */
  constructor(output: string) {
    this.output = output
  }

  /** The journal of a folder, without locking it; empty when there is none. */
  static async read(output: string): Promise<JournalRecords> {
    const records = new JournalRecords(output)
    const text = await readFile(join(output, JOURNAL_FOLDER, JOURNAL_NAME), 'utf8').catch(() => '')
    records.addAll(text)
    return records
  }

  /** Takes in the text of a journal. */
  addAll(text: string): void {
    const last = new Map<string, JournalEntry>()
    for (const entry of parseEntries(text)) {
      const { key, input, status, outputs, problems } = entry
      const isFailed = status === 'failed'
      if (!isFailed) this.entries.set(key, entry)
      for (const output of outputs) {
        this.made.set(`${key} ${output.path}`, output)
        this.paths.add(output.path)
      }
      // A document is entered before its files get their names: that failed, so what is there now is not its own.
      if (isFailed && problems.some(({ code }) => code === 'OUTPUT_UNWRITABLE')) {
        for (const { path } of last.get(`${key} ${input}`)?.outputs ?? []) {
          this.made.delete(`${key} ${path}`)
          this.paths.delete(path)
        }
      }
      last.set(`${key} ${input}`, entry)
    }
  }

  /** What an earlier run says of a document, if it went well. */
  find(key: string): JournalEntry | undefined {
    return this.entries.get(key)
  }

  /** Whether a run wrote a file of this path. */
  knows(target: string): boolean {
    return this.paths.has(this.pathOf(target))
  }

  /** The path of a target as entries have it. */
  pathOf(target: string): string {
    return relative(this.output, target).split(sep).join('/')
  }

  /** What a target is to a document. */
  async stateOf(key: string, target: string): Promise<TargetState> {
    if (!isThere(target)) return 'missing'
    const path = this.pathOf(target)
    const expected = this.made.get(`${key} ${path}`)
    if (expected === undefined || !this.entries.has(key)) return this.paths.has(path) ? 'outdated' : 'foreign'
    const content = await readFile(target).catch(() => null)
    if (content === null) return 'altered'
    if (content.length === expected.bytes && hashOf(content) === expected.sha256) return 'done'
    // No form of a result holds NUL; file systems fill up with it what did not reach the disk.
    return content.length === 0 || content.includes(0) ? 'torn' : 'altered'
  }
}

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')
