/**
 * Everything restoration and repair work with: the language model, the lists, the channels of OCR engines.
 * Holds the caches of the words met so far, so keep one and use it for many texts.
 */
import { CodeSymbols, countedSymbols } from '../channel/code-grammar.ts'
import type { ChannelProfile } from '../channel/profile.ts'
import { readLanguageModel } from '../lm/binary.ts'
import type { LanguageModel } from '../lm/language-model.ts'
import { AcronymTable } from './acronym.ts'
import { AcronymRepairer } from './acronym-repair.ts'
import { AlternativeReader } from './alternatives.ts'
import { ChunkReader } from './chunk-facts.ts'
import type { Dictionary } from './dictionary.ts'
import { CodeFinder } from './page-codes.ts'
import { WordReader } from './readings.ts'
import { weightsOf } from './repair-weights.ts'
import { RepairWorkspace } from './repair-workspace.ts'
import { UserList } from './user-list.ts'

/** What a model may carry beside its n-grams. */
export interface ModelParts {
  /** Lists of abbreviations, names, places, phrases; as a function, read when first needed. */
  readonly dictionaries?: readonly Dictionary[] | (() => readonly Dictionary[])
  /** Those of the lists that hold abbreviations, so that repair need not read the others; default: all lists. */
  readonly abbreviations?: () => readonly Dictionary[]
  /** Channels by the name of the OCR engine; as a function, read when first needed. */
  readonly profiles?: readonly ChannelProfile[] | (() => readonly ChannelProfile[])
}

const evaluate = <T>(part: readonly T[] | (() => readonly T[]) | undefined): readonly T[] =>
  part === undefined ? [] : typeof part === 'function' ? part() : part

export class Model {
  readonly language: LanguageModel
  readonly reader: WordReader
  private readonly parts: ModelParts
  private readDictionaries: readonly Dictionary[] | undefined
  private readProfiles: readonly ChannelProfile[] | undefined
  private acronymTable: AcronymTable | undefined
  private readonly tablesOfUsers = new WeakMap<Dictionary, AcronymTable>()
  private codeSymbols: CodeSymbols | undefined
  private readonly codeFinders: (CodeFinder | undefined)[] = []
  private chunkReader: ChunkReader | undefined
  private readonly alternativeReaders = new Map<ChannelProfile, AlternativeReader>()
  private readonly workspaces = new Map<ChannelProfile, RepairWorkspace>()
  private readonly userLists = new WeakMap<Dictionary, Map<ChannelProfile, UserList>>()
  private readonly acronymRepairers = new WeakMap<AcronymTable, Map<ChannelProfile, AcronymRepairer>>()

  constructor(language: LanguageModel, parts: ModelParts = {}) {
    this.language = language
    this.parts = parts
    this.reader = new WordReader(language)
  }

  get dictionaries(): readonly Dictionary[] {
    this.readDictionaries ??= evaluate(this.parts.dictionaries)
    return this.readDictionaries
  }

  get profiles(): readonly ChannelProfile[] {
    this.readProfiles ??= evaluate(this.parts.profiles)
    return this.readProfiles
  }

  private get abbreviations(): readonly Dictionary[] {
    return this.parts.abbreviations?.() ?? this.dictionaries
  }

  /** What the lists know of abbreviations. */
  get acronyms(): AcronymTable {
    this.acronymTable ??= new AcronymTable(this.abbreviations)
    return this.acronymTable
  }

  /** The same with the abbreviations of a user's own list; remembered as long as the list. */
  acronymsWith(dictionary: Dictionary | undefined): AcronymTable {
    if (dictionary === undefined) return this.acronyms
    let table = this.tablesOfUsers.get(dictionary)
    if (table === undefined) {
      table = new AcronymTable([...this.abbreviations, dictionary])
      this.tablesOfUsers.set(dictionary, table)
    }
    return table
  }

  /** Types and organisations of document codes; made when first asked for. */
  get codes(): CodeSymbols {
    this.codeSymbols ??= new CodeSymbols(countedSymbols())
    return this.codeSymbols
  }

  /** Finds the codes of pages; `barsLost` as in `CodeOptions`. */
  codeFinder(barsLost: boolean): CodeFinder {
    const at = Number(barsLost)
    let finder = this.codeFinders[at]
    if (finder === undefined) {
      finder = new CodeFinder(this.codes, { barsLost })
      this.codeFinders[at] = finder
    }
    return finder
  }

  /** What is known of the chunks of OCR text met so far. */
  get chunks(): ChunkReader {
    this.chunkReader ??= new ChunkReader(this.reader)
    return this.chunkReader
  }

  /** Readings of chunks through one engine's channel; made when first asked for. */
  alternativesOf(profile: ChannelProfile): AlternativeReader {
    let reader = this.alternativeReaders.get(profile)
    if (reader === undefined) {
      reader = new AlternativeReader(this.language, profile, this.alternativeReaders.size)
      this.alternativeReaders.set(profile, reader)
    }
    return reader
  }

  /** What pages of one engine are repaired in, one at a time. */
  workspaceOf(profile: ChannelProfile): RepairWorkspace {
    let workspace = this.workspaces.get(profile)
    if (workspace === undefined) {
      workspace = new RepairWorkspace(this.alternativesOf(profile), weightsOf(profile))
      this.workspaces.set(profile, workspace)
    }
    return workspace
  }

  /** What a user's own list says of one engine's text; remembered as long as the list. */
  userListOf(profile: ChannelProfile, dictionary: Dictionary): UserList {
    const lists = this.userLists.get(dictionary) ?? new Map<ChannelProfile, UserList>()
    this.userLists.set(dictionary, lists)
    let list = lists.get(profile)
    if (list === undefined) {
      list = new UserList(dictionary, this.alternativesOf(profile))
      lists.set(profile, list)
    }
    return list
  }

  /** Readings of acronyms through one engine's channel; made when first asked for. */
  acronymsOf(profile: ChannelProfile, dictionary?: Dictionary): AcronymRepairer {
    const table = this.acronymsWith(dictionary)
    const repairers = this.acronymRepairers.get(table) ?? new Map<ChannelProfile, AcronymRepairer>()
    this.acronymRepairers.set(table, repairers)
    let repairer = repairers.get(profile)
    if (repairer === undefined) {
      repairer = new AcronymRepairer([...table.all()], this.alternativesOf(profile).channel.emission)
      repairers.set(profile, repairer)
    }
    return repairer
  }
}

/**
 * Reads a compiled model.
 *
 * @param bytes a file written by `vanban train`; kept, not copied
 * @param parts lists and channels to go with it
 * @throws VanbanError `MODEL_MAGIC`, `MODEL_VERSION`, `MODEL_ENDIANNESS`, `MODEL_TRUNCATED`, `MODEL_CHECKSUM`
 */
export function readModel(bytes: Uint8Array, parts: ModelParts = {}): Model {
  return new Model(readLanguageModel(bytes), parts)
}
