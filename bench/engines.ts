/** The engines that are measured beside each other: the default model and the two baselines. */
import { existsSync, readFileSync } from 'node:fs'
import { loadModel, readModel, restore } from '../src/node.ts'
import { Model } from '../src/restore/model.ts'
import { REFERENCE_FILE } from './files.ts'
import { UnigramRestorer } from './unigram.ts'

export interface Engine {
  readonly name: 'vanban' | 'unigram' | 'unpruned'
  readonly restore: (text: string) => string
  /** null: cannot repair. */
  readonly model: Model | null
}

/** A model that shares everything with another but what it has learned of the words it met. */
export const withEmptyCaches = (model: Model): Model =>
  new Model(model.language, { dictionaries: model.dictionaries, profiles: model.profiles })

/** vanban first; the unpruned reference only when it was built. */
export async function loadEngines(): Promise<Engine[]> {
  const model = await loadModel()
  const unigram = new UnigramRestorer(model.language)
  const engines: Engine[] = [
    { name: 'vanban', restore: (text) => restore(text, { model }).text, model },
    { name: 'unigram', restore: (text) => unigram.restore(text), model: null },
  ]
  if (existsSync(REFERENCE_FILE)) {
    const { dictionaries, profiles } = model
    const unpruned = readModel(readFileSync(REFERENCE_FILE), { dictionaries, profiles })
    engines.push({
      name: 'unpruned',
      restore: (text) => restore(text, { model: unpruned }).text,
      model: unpruned,
    })
  }
  return engines
}
