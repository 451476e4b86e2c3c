// The documents in a folder and below it. A folder that cannot be looked into is told of: documents must not be missing
// without a word.

import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { reasonOf } from './read-input.ts'

/** Sorts by code point, the same on every machine. */
export const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What office programs lay beside a document that is open. */
export const isTemporary = (name: string): boolean => name.startsWith('~$')

/**
 * Paths of the documents, with "/", sorted. Hidden files are left out. Links are followed, but no folder is entered
 * twice: what lies in the folder itself comes first.
 *
 * @param extensions in lower case, without the dot
 * @param warn gets a sentence for each folder that cannot be read
 */
export async function walkFolder(
  folder: string,
  extensions: readonly string[],
  warn: (message: string) => void,
): Promise<string[]> {
  const found: string[] = []
  const entered = new Set<string>()
  const links: string[] = []
  const folders = ['']
  for (let place = folders.pop(); place !== undefined; place = folders.pop() ?? links.shift()) {
    const path = join(folder, place)
    let entries: Dirent[]
    try {
      const real = await realpath(path)
      if (entered.has(real)) continue
      entered.add(real)
      entries = await readdir(path, { withFileTypes: true })
    } catch (error) {
      warn(`The folder ${path} cannot be read, and what is in it is left out: ${reasonOf(error)}.`)
      continue
    }
    for (const entry of entries) {
      const { name } = entry
      if (name.startsWith('.') || isTemporary(name)) continue
      const below = place === '' ? name : `${place}/${name}`
      const isLink = entry.isSymbolicLink()
      const kind = isLink ? await stat(join(folder, below)).catch(() => null) : entry
      if (kind?.isDirectory() === true) (isLink ? links : folders).push(below)
      // A link that leads nowhere is reported in its turn, like any file that cannot be read.
      else if ((kind === null || kind.isFile()) && hasExtension(name, extensions)) found.push(below)
    }
  }
  return found.sort(byCodePoint)
}

function hasExtension(name: string, extensions: readonly string[]): boolean {
  const dot = name.lastIndexOf('.')
  return dot >= 0 && extensions.includes(name.slice(dot + 1).toLowerCase())
}
