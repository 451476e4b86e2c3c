/** The library as the workers use it, handed in: tests give another, and no room reaches back to the doors. */
import type { IngestedDocument } from '../ingest/document.ts'
import type { ImportOptions } from '../ingest/options.ts'
import type { Dictionary } from '../restore/dictionary.ts'
import type { Model } from '../restore/model.ts'
import { mergeDictionaries, readDictionary } from '../restore/read-dictionary.ts'
import type { Repair, RepairOptions } from '../restore/repair.ts'
import type { DataSettings } from './job.ts'
import { readText } from './read-text.ts'

/** What is needed to work on documents. */
export interface Library {
  loadModel(file?: string): Promise<Model>
  importDocument(input: string | Uint8Array, options: ImportOptions): Promise<IngestedDocument>
  repair(text: string, options: RepairOptions): Repair
}

/** Data that the settings name, loaded. */
export interface LoadedData {
  readonly model: Model
  readonly dictionary: Dictionary | undefined
}

/** Loads what the settings name; the same settings again give the same data. */
export class DataLoader {
  private readonly library: Library
  private readonly loaded = new Map<string, Promise<LoadedData>>()

  constructor(library: Library) {
    this.library = library
  }

  /** @throws VanbanError when a model or a dictionary is missing or damaged */
  load({ model, dictionaries }: DataSettings): Promise<LoadedData> {
    const key = JSON.stringify([model, dictionaries])
    let data = this.loaded.get(key)
    if (data === undefined) {
      data = this.read(model, dictionaries)
      this.loaded.set(key, data)
    }
    return data
  }

  private async read(model: string | null, files: readonly string[]): Promise<LoadedData> {
    const dictionaries: Dictionary[] = []
    for (const file of files) dictionaries.push(readDictionary(await readText(file), { file }))
    return {
      model: await this.library.loadModel(model ?? undefined),
      dictionary: dictionaries.length > 1 ? mergeDictionaries(...dictionaries) : dictionaries[0],
    }
  }
}
