// What the user names – files, folders, patterns, stdin – → the documents that are meant, in a fixed order.

import { existsSync } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { VanbanError } from '../errors.ts'
import type { CliIo } from './io.ts'
import type { Log } from './log.ts'
import { STDIO } from './read-input.ts'
import { usage } from './usage.ts'
import { byCodePoint, isTemporary, walkFolder } from './walk-folder.ts'

/** A document to work on. */
export interface FoundInput {
  /** Path as it can be opened, or `-`. */
  readonly path: string
  /** Path of its result in an output folder, with "/": what lies below the folder or pattern that was named. */
  readonly place: string
  /** It was not named itself, but found in a folder or by a pattern. */
  readonly found?: true
}

/** What is looked for in a folder; a file that is named, or matched by a pattern, may be called anything. */
const EXTENSIONS = 'txt,text,md,pdf,png,jpg,jpeg,tif,tiff,webp,docx,doc,rtf,xls'

/** Characters that make a name a pattern, unless there is a file of that name. */
const PATTERN = /[*?{}[\]!()]/

/** What else decides on what is found. */
export interface FindOptions {
  /** Folder of the results, if there is one. */
  readonly output?: string | undefined
  /** Endings that are looked for in folders. */
  readonly extensions?: string | undefined
}

/**
 * Finds the documents. Folders are walked through, without hidden files; patterns need no help from the shell. A file
 * that is named twice, or met again through a link to its folder, is taken once, and results are not taken for input.
 *
 * @throws VanbanError `BAD_ARGUMENT` when nothing is named, or stdin twice; `INPUT_UNREADABLE` when nothing is found
 */
export async function findInputs(
  inputs: readonly string[],
  { io, log }: { readonly io: CliIo; readonly log: Log },
  { output, extensions = EXTENSIONS }: FindOptions = {},
): Promise<readonly FoundInput[]> {
  if (inputs.length === 0) {
    if (!io.stdinIsTerminal) return [{ path: STDIO, place: 'stdin.txt' }]
    throw usage('No input: name a file, or give the text on stdin ("-" reads it from the terminal).')
  }
  if (inputs.filter((input) => input === STDIO).length > 1) {
    throw usage('stdin ("-") can be read only once: name it once.')
  }
  const found = new Map<string, FoundInput>()
  const isResult = await resultsIn(output)
  const folders = new Map<string, Promise<string>>()
  for (const input of inputs) {
    const base = await realFolder(resolve(baseFolder(input)))
    for (const document of await expand(input, extensions, log)) {
      const key = document.path === STDIO ? STDIO : await realPlace(document.path, folders)
      if (document.found === true && isResult(key, base)) continue
      const other = found.get(key)
      if (other === undefined || isStraighter(document, other)) found.set(key, document)
    }
  }
  if (found.size === 0) {
    throw new VanbanError(
      'INPUT_UNREADABLE',
      'cli',
      `No document was found in ${inputs.join(', ')}: look whether the path or pattern is right, and what is in the folder.`,
    )
  }
  return [...found.values()]
}

/** The folder that is searched for an input. */
const baseFolder = (input: string): string =>
  PATTERN.test(input) && !existsSync(input) ? baseOf(input.split(sep).join('/')) || '.' : input

/**
 * Tells results of this run or of earlier ones: all that lies in an output folder within the folder that is searched; in
 * one that is that folder, or around it, only what its journal knows.
 */
async function resultsIn(output: string | undefined): Promise<(path: string, base: string) => boolean> {
  if (output === undefined) return () => false
  const folder = await realFolder(resolve(output))
  const { JournalRecords } = await import('../batch/journal-records.ts')
  const records = await JournalRecords.read(folder)
  return (path, base) =>
    path.startsWith(folder + sep) && (folder.startsWith(base + sep) || records.knows(path))
}

/** Of two ways to one file, that which makes fewer turns; the one that was named, before all. */
function isStraighter(document: FoundInput, other: FoundInput): boolean {
  if (document.found !== true || other.found !== true) return false
  return document.place.split('/').length < other.place.split('/').length
}

/** A folder without links on the way to it. */
const realFolder = (folder: string): Promise<string> => realpath(folder).catch(() => folder)

/** A file by its folder: that is looked up once for all its files, and a file that is a link stays what it is. */
async function realPlace(path: string, folders: Map<string, Promise<string>>): Promise<string> {
  const folder = dirname(resolve(path))
  let real = folders.get(folder)
  if (real === undefined) {
    real = realFolder(folder)
    folders.set(folder, real)
  }
  return join(await real, basename(path))
}

async function expand(input: string, extensions: string, log: Log): Promise<FoundInput[]> {
  if (input === STDIO) return [{ path: STDIO, place: 'stdin.txt' }]
  const kind = await stat(input).catch(() => null)
  if (kind?.isDirectory()) {
    const below = await walkFolder(input, extensions.split(','), (message) => log.warn(message))
    return below.map((place) => ({ path: `${input.replace(/[/\\]+$/, '')}/${place}`, place, found: true }))
  }
  // A missing file is reported in its turn, like any that cannot be read.
  if (kind !== null || !PATTERN.test(input)) return [{ path: input, place: basename(input) }]
  const pattern = input.split(sep).join('/')
  const base = baseOf(pattern)
  const matched = await glob(pattern.slice(base.length), base === '' ? '.' : base)
  return matched.map((place) => ({ path: base + place, place: place.replace(/^(\.\.\/)+/, ''), found: true }))
}

/** Folders of a pattern before its first special character: "scans/2024/" of "scans/2024/*.pdf". */
function baseOf(pattern: string): string {
  const special = pattern.search(PATTERN)
  return pattern.slice(0, pattern.lastIndexOf('/', special) + 1)
}

async function glob(pattern: string, cwd: string): Promise<string[]> {
  const { glob: search } = await import('tinyglobby')
  const paths = await search([pattern], {
    cwd,
    onlyFiles: true,
    dot: false,
    caseSensitiveMatch: false,
    expandDirectories: false,
  })
  return paths
    .map((path) => relative(cwd, resolve(cwd, path)).split(sep).join('/'))
    .filter((path) => !isTemporary(basename(path)))
    .sort(byCodePoint)
}
