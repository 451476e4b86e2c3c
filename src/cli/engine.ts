// The library as the commands use it. It is loaded when a command first needs it, so that `--help` and usage
// errors answer at once, and replaced by tests.

/** What `restore` gives back; words are passed on to JSON as they are. */
export interface EngineRestoration {
  readonly text: string
  readonly words: readonly object[]
}

/** What `repair` gives back. */
export interface EngineRepair extends EngineRestoration {
  readonly edits: readonly object[]
}

/** Options both take; models and dictionaries are opaque here. */
export interface EngineOptions {
  readonly model: unknown
  readonly dictionary?: unknown
}

/** The part of the library that turns text into text. */
export interface Engine {
  loadModel(file?: string): Promise<unknown>
  /** Reads a file of any kind and repairs its text; see `Library` in the batch room. */
  importDocument(input: string | Uint8Array, options: object): Promise<unknown>
  readDictionary(text: string, options: { readonly file: string }): unknown
  mergeDictionaries(...dictionaries: unknown[]): unknown
  restore(text: string, options: EngineOptions & { readonly redo?: boolean }): EngineRestoration
  repair(
    text: string,
    options: EngineOptions & { readonly source?: string; readonly minConfidence?: number },
  ): EngineRepair
}

/** Loads the library. */
export async function loadEngine(): Promise<Engine> {
  return (await import('../node.ts')) as unknown as Engine
}
