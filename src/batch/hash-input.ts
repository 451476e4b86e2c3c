/** Which document a file holds: the hash of its bytes, read without holding them. */
import { createHash } from 'node:crypto'
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { VanbanError } from '../errors.ts'
import { LIMITS_DEFAULT } from '../ingest/limits.ts'
import type { Job } from './job.ts'
import { reasonOf } from './read-text.ts'

function unreadable(file: string, cause: unknown): VanbanError {
  return new VanbanError('INPUT_UNREADABLE', 'batch', `${file} cannot be read: ${reasonOf(cause)}.`, {
    file,
    cause,
  })
}

/** Bytes that are read at once. */
const SMALL = 2 ** 20

/**
 * A job whose input can be read more than once: what is small, and what is no regular file (a pipe of the shell), is
 * read into memory. Small files at once: handing one to another thread and waiting for it costs more than reading it.
 *
 * @throws VanbanError `INPUT_UNREADABLE`, `LIMIT_EXCEEDED`
 */
export async function readWhole(job: Job): Promise<Job> {
  if (job.bytes !== undefined || job.text !== undefined) return job
  const { path } = job
  try {
    const found = statSync(path)
    if (found.size > LIMITS_DEFAULT.bytes) {
      throw new VanbanError(
        'LIMIT_EXCEEDED',
        'batch',
        `${path} has ${found.size} bytes, more than the limit of ${LIMITS_DEFAULT.bytes}: split it.`,
        { file: path },
      )
    }
    if (!found.isFile()) return { ...job, bytes: new Uint8Array(await readFile(path)) }
    // An empty file is a damaged one, unlike an empty text: who reads it has to see the file.
    return found.size > 0 && found.size <= SMALL ? { ...job, bytes: readFileSync(path) } : job
  } catch (cause) {
    throw cause instanceof VanbanError ? cause : unreadable(path, cause)
  }
}

/**
 * SHA-256 of a document's bytes, hexadecimal.
 *
 * @throws VanbanError `INPUT_UNREADABLE`
 */
export async function hashInput({
  path,
  bytes,
  text,
}: Pick<Job, 'path' | 'bytes' | 'text'>): Promise<string> {
  const hash = createHash('sha256')
  if (text !== undefined) return hash.update(text).digest('hex')
  if (bytes !== undefined) return hash.update(bytes).digest('hex')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  } catch (cause) {
    throw unreadable(path, cause)
  }
  return hash.digest('hex')
}
