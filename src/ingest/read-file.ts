/** A path → bytes. */
import { readFile, stat } from 'node:fs/promises'
import { VanbanError } from '../errors.ts'
import type { ReadContext } from './raw-document.ts'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder; name the files in it',
  EACCES: 'permission was denied',
  EPERM: 'permission was denied',
  EMFILE: 'too many files are open',
}

/**
 * Reads a file that is not larger than the limit.
 *
 * @throws VanbanError `INPUT_UNREADABLE`, `LIMIT_EXCEEDED`
 */
export async function readFileBytes(path: string, { limits, signal }: ReadContext): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > limits.bytes) {
      throw new VanbanError(
        'LIMIT_EXCEEDED',
        'ingest',
        `${path} has ${size} bytes, more than the limit of ${limits.bytes}: split it, or raise the limit.`,
        { file: path },
      )
    }
    return await readFile(path, { signal })
  } catch (cause) {
    signal?.throwIfAborted()
    if (cause instanceof VanbanError) throw cause
    const { code = '', message } = cause as NodeJS.ErrnoException
    throw new VanbanError(
      'INPUT_UNREADABLE',
      'ingest',
      `${path} cannot be read: ${REASONS[code] ?? message}.`,
      {
        file: path,
        cause,
      },
    )
  }
}
