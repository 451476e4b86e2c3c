/** The door for Node: the core, and the default model from the package's own files. */
import { open, readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readProfile } from './channel/profile.ts'
import { VanbanError } from './errors.ts'
import type { Dictionary, EntryKind } from './restore/dictionary.ts'
import { type Model, readModel } from './restore/model.ts'
import { readDictionary } from './restore/read-dictionary.ts'

export * from './index.ts'
export type {
  Box,
  DocumentKind,
  Furniture,
  IngestedDocument,
  IngestedLine,
  IngestedPage,
  IngestedWord,
  IngestProblem,
  LayerGrade,
  LeftOutWord,
  RawSpan,
} from './ingest/document.ts'
export { importDocument } from './ingest/import-document.ts'
export { type IngestLimits, LIMITS_DEFAULT } from './ingest/limits.ts'
export type { ImportOptions, IngestLogger, IngestProgress } from './ingest/options.ts'

/** Folder of the compiled model, the lists and the channel profiles that come with the package. */
const DICTIONARIES = fileURLToPath(new URL('../dictionaries/', import.meta.url))
const MODEL_FILE = 'vanban.model'
const ABBREVIATION: EntryKind = 'abbreviation'

/** A large file in one piece: `readFile` goes for it two dozen times. */
async function readAtOnce(file: string): Promise<Uint8Array> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const bytes = Buffer.allocUnsafeSlow(size)
    const { bytesRead } = await handle.read(bytes, 0, size, 0)
    return bytesRead === size && size > 0 ? bytes : await handle.readFile()
  } finally {
    await handle.close()
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readAtOnce(file)
  } catch (cause) {
    throw new VanbanError(
      'MODEL_MISSING',
      'model',
      `The model ${file} cannot be read (${(cause as Error).message}): reinstall vanban, or give the path of a model built with \`vanban train\`.`,
      { file, cause },
    )
  }
}

/**
 * Loads a model with the lists and channel profiles of the package.
 *
 * @param file a model written by `vanban train`; default: the one that comes with the package
 * @throws VanbanError `MODEL_MISSING`, or what `readModel` throws
 */
export async function loadModel(file: string = DICTIONARIES + MODEL_FILE): Promise<Model> {
  const names = (await readdir(DICTIONARIES)).sort()
  const lists = names.filter((name) => /\.(tsv|txt)$/.test(name) && !name.startsWith('channel-'))
  const profiles = names.filter((name) => /^channel-.*\.tsv$/.test(name))
  // As bytes: most are never asked for.
  const read = (name: string) => readFile(DICTIONARIES + name)
  const [bytes, listTexts, profileTexts] = await Promise.all([
    readBytes(file),
    Promise.all(lists.map(read)),
    Promise.all(profiles.map(read)),
  ])
  const dictionaries: (Dictionary | undefined)[] = listTexts.map(() => undefined)
  const dictionary = (i: number): Dictionary => {
    const text = listTexts[i] as Buffer
    dictionaries[i] ??= readDictionary(text.toString('utf8'), { file: lists[i] as string })
    return dictionaries[i]
  }
  return readModel(bytes, {
    dictionaries: () => listTexts.map((_, i) => dictionary(i)),
    // A list that does not name the kind has none of it.
    abbreviations: () => listTexts.flatMap((text, i) => (text.includes(ABBREVIATION) ? [dictionary(i)] : [])),
    profiles: () => profileTexts.map((text) => readProfile(text.toString('utf8'))),
  })
}
