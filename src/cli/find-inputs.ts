// What the user names – files, folders, patterns, stdin – → the documents that are meant, in a fixed order.

import { stat } from 'node:fs/promises'
import { basename, relative, resolve, sep } from 'node:path'
import { VanbanError } from '../errors.ts'
import type { CliIo } from './io.ts'
import { STDIO } from './read-input.ts'

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

/** Sorts by code point, the same on every machine. */
const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Finds the documents. Folders are walked through, without hidden files; patterns need no help from the shell. A file
 * that is named twice is taken once, and what lies in the output folder is not taken for input.
 *
 * @param output folder of the results, if there is one
 * @param extensions of the files that are looked for in folders
 * @throws VanbanError `BAD_ARGUMENT` when nothing is named, or stdin twice; `INPUT_UNREADABLE` when nothing is found
 */
export async function findInputs(
  inputs: readonly string[],
  io: CliIo,
  output?: string,
  extensions: string = EXTENSIONS,
): Promise<readonly FoundInput[]> {
  if (inputs.length === 0) {
    if (!io.stdinIsTerminal) return [{ path: STDIO, place: 'stdin.txt' }]
    throw new VanbanError(
      'BAD_ARGUMENT',
      'cli',
      'No input: name a file, or give the text on stdin ("-" reads it from the terminal).',
    )
  }
  if (inputs.filter((input) => input === STDIO).length > 1) {
    throw new VanbanError('BAD_ARGUMENT', 'cli', 'stdin ("-") can be read only once: name it once.')
  }
  const found = new Map<string, FoundInput>()
  const hidden = output === undefined ? undefined : resolve(output) + sep
  for (const input of inputs) {
    for (const document of await expand(input, extensions)) {
      const key = document.path === STDIO ? STDIO : resolve(document.path)
      const isResult = hidden !== undefined && key.startsWith(hidden) && document.path !== input
      if (!isResult && !found.has(key)) found.set(key, document)
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

async function expand(input: string, extensions: string): Promise<FoundInput[]> {
  if (input === STDIO) return [{ path: STDIO, place: 'stdin.txt' }]
  const kind = await stat(input).catch(() => null)
  if (kind?.isDirectory()) {
    const below = await glob(`**/*.{${extensions}}`, input)
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
  return paths.map((path) => relative(cwd, resolve(cwd, path)).split(sep).join('/')).sort(byCodePoint)
}
