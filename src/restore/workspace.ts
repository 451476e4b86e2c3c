/** What restoration of any number of texts with one model shares: words met, lookups made, columns to work in. */
import { TextBuilder } from '../unicode/units.ts'
import { SentenceDecoder } from './decode.ts'
import type { Dictionary } from './dictionary.ts'
import { FormTable } from './forms.ts'
import type { Model } from './model.ts'
import { PhraseIndex } from './phrases.ts'
import { createPlaces, type Places } from './places.ts'

/** A sentence without any end is cut after this many items, so that memory stays bounded. */
export const SENTENCE_ITEMS_MAX = 512

export class RestoreWorkspace {
  readonly forms: FormTable
  readonly decoder: SentenceDecoder
  readonly places: Places = createPlaces(SENTENCE_ITEMS_MAX)
  readonly builder: TextBuilder = new TextBuilder()
  private readonly phrases = new WeakMap<Dictionary, PhraseIndex>()

  constructor({ language, reader }: Model) {
    this.forms = new FormTable(language, reader)
    this.decoder = new SentenceDecoder(language, SENTENCE_ITEMS_MAX)
  }

  /** The phrases of a user's list, remembered as long as the list. */
  phrasesOf(dictionary: Dictionary): PhraseIndex {
    let index = this.phrases.get(dictionary)
    if (index === undefined) {
      index = new PhraseIndex([dictionary], { minLength: 1 })
      this.phrases.set(dictionary, index)
    }
    return index
  }
}

const WORKSPACES = /* @__PURE__ */ new WeakMap<Model, RestoreWorkspace>()

/** The workspace of a model, made when first asked for. */
export function workspaceOf(model: Model): RestoreWorkspace {
  let workspace = WORKSPACES.get(model)
  if (workspace === undefined) {
    workspace = new RestoreWorkspace(model)
    WORKSPACES.set(model, workspace)
  }
  return workspace
}
