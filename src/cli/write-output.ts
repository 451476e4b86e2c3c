// Files written whole or not at all: to a temporary name beside the target, then renamed.

import { randomUUID } from 'node:crypto'
import { link, lstat, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { VanbanError } from '../errors.ts'
import { reasonOf } from './read-input.ts'

/** Whether a path exists, of whatever kind. */
export async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

/** Whether a path is a folder. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/**
 * Refuses a target that exists, before any work is done for it.
 *
 * @throws VanbanError `OUTPUT_UNWRITABLE`
 */
export async function refuseToOverwrite(path: string, force: boolean): Promise<void> {
  if (!force && (await exists(path))) throw alreadyThere(path)
}

/**
 * Writes a file atomically, making its folder if need be. Without `force` an existing file is never
 * replaced, even one that appeared meanwhile.
 *
 * @throws VanbanError `OUTPUT_UNWRITABLE`
 */
export async function writeOutput(path: string, content: string | Uint8Array, force: boolean): Promise<void> {
  const temporary = `${path}.${randomUUID().slice(0, 8)}.tmp`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(temporary, content, { flag: 'wx' })
    if (force) await rename(temporary, path)
    else await renameToNew(temporary, path)
  } catch (cause) {
    if (cause instanceof VanbanError) throw cause
    throw new VanbanError('OUTPUT_UNWRITABLE', 'cli', `${path} cannot be written: ${reasonOf(cause)}.`, {
      file: path,
      cause,
    })
  } finally {
    await rm(temporary, { force: true }).catch(() => {})
  }
}

/** A hard link, unlike a rename, fails when the target exists. */
async function renameToNew(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EEXIST') throw alreadyThere(path)
    // File systems without hard links: look, then rename.
    if (await exists(path)) throw alreadyThere(path)
    await rename(temporary, path)
  }
}

function alreadyThere(path: string): VanbanError {
  return new VanbanError(
    'OUTPUT_UNWRITABLE',
    'cli',
    `${path} exists already: give another name, or --force to replace it.`,
    { file: path },
  )
}
