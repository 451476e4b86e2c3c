/** Small text files of the user's own: dictionaries, configs, decisions. */
import { readFile } from 'node:fs/promises'
import { VanbanError } from '../errors.ts'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder; name the files in it',
  EACCES: 'permission was denied',
  EPERM: 'permission was denied',
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'part of its path is a file, not a folder',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long for the file system',
}

/** The reason of a failed system call in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error))
}

/**
 * Reads a text in UTF-8; a byte order mark is dropped.
 *
 * @throws VanbanError `INPUT_UNREADABLE`
 */
export async function readText(file: string): Promise<string> {
  try {
    return new TextDecoder().decode(await readFile(file))
  } catch (cause) {
    throw new VanbanError('INPUT_UNREADABLE', 'batch', `${file} cannot be read: ${reasonOf(cause)}.`, {
      file,
      cause,
    })
  }
}
