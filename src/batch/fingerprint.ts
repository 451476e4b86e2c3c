/** What a result depends on beside the document, as one hash: options, model, lists, version. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { VanbanError } from '../errors.ts'
import type { Settings } from './job.ts'
import { reasonOf } from './read-text.ts'

async function hashFile(file: string, code: 'MODEL_MISSING' | 'INPUT_UNREADABLE'): Promise<string> {
  try {
    return createHash('sha256')
      .update(await readFile(file))
      .digest('hex')
  } catch (cause) {
    const what = code === 'MODEL_MISSING' ? `The model ${file}` : file
    throw new VanbanError(code, 'batch', `${what} cannot be read: ${reasonOf(cause)}.`, { file, cause })
  }
}

/**
 * Fingerprint of the settings. The formats of the results are not part of it: asking for one more does not make the
 * others wrong.
 *
 * @param version of the package, which the lists and profiles come with
 * @param packageModel the model that `null` in the settings stands for
 * @throws VanbanError `MODEL_MISSING`, `INPUT_UNREADABLE` for a dictionary
 */
export async function fingerprint(
  settings: Settings,
  version: string,
  packageModel: string,
): Promise<string> {
  const { model, dictionaries, ...rest } = settings
  const parts = {
    version,
    model: await hashFile(model ?? packageModel, 'MODEL_MISSING'),
    dictionaries: await Promise.all(dictionaries.map((file) => hashFile(file, 'INPUT_UNREADABLE'))),
    ...rest,
  }
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** Key of a document in the journal. */
export function documentKey(sha256: string | null, settings: string): string {
  return createHash('sha256')
    .update(`${sha256 ?? 'unread'} ${settings}`)
    .digest('hex')
    .slice(0, 32)
}
