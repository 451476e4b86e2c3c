// A mistake in a dictionary shows at once, not when the first worker reads it.

import type { DataSettings } from '../batch/job.ts'
import { readText } from '../batch/read-text.ts'
import type { CliIo } from './io.ts'

/** @throws VanbanError `DICTIONARY_SYNTAX`, `INPUT_UNREADABLE` */
export async function checkDictionaries(
  { dictionaries }: DataSettings,
  io: Pick<CliIo, 'loadEngine'>,
): Promise<void> {
  if (dictionaries.length === 0) return
  const { readDictionary } = await io.loadEngine()
  for (const file of dictionaries) readDictionary(await readText(file), { file })
}
