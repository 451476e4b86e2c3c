/**
 * Corpus → compiled model: collect words, choose the vocabulary, count, estimate, prune to a size, write.
 * Same input and options, same bytes: nothing here is random, and sources are read in the order of the config.
 */
import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { VanbanError } from '../errors.ts'
import type { LanguageModel } from '../lm/language-model.ts'
import { FIRST_WORD_ID } from '../lm/symbols.ts'
import { Vocabulary } from '../lm/vocabulary.ts'
import { writeLanguageModel } from '../lm/write-binary.ts'
import { type ChosenVocabulary, chooseVocabulary, type VocabularyLimits } from './choose-vocabulary.ts'
import { type CollectedSource, WordCollector } from './collect.ts'
import { type DecisionOptions, type DecisionText, trainDecisions } from './decisions.ts'
import { type EstimatedOrder, type EstimateOptions, estimate } from './estimate.ts'
import { countNgrams, type NgramCounts, type WeightedIds } from './ngrams.ts'
import { likelihoodGains, prune } from './prune.ts'
import { buildTable } from './quantise.ts'

/** One group of corpus files. */
export interface SourceConfig {
  readonly name: string
  /** How much one occurrence counts; a positive integer. */
  readonly weight: number
  /** File names in the corpus folder; `*` stands for any characters. */
  readonly files: readonly string[]
}

/** What `vanban train` reads from its config file. */
export interface TrainConfig extends EstimateOptions {
  /** 2 to 5; restoration uses bigrams and trigrams. */
  readonly order: number
  readonly vocabulary: VocabularyLimits
  /** The model file may not be larger; the least useful n-grams go first. */
  readonly maxBytes: number
  /** Training on decisions after counting; without it the numbers are probabilities. */
  readonly decisions?: DecisionOptions
  /** Lines that hold one of these are left out. */
  readonly exclude?: readonly string[]
  readonly sources: readonly SourceConfig[]
}

/** Written beside the model: where it comes from and what is in it. */
export interface ModelManifest {
  readonly config: TrainConfig
  /** Training draws no random numbers. */
  readonly seed: null
  readonly sources: readonly { name: string; weight: number; words: number; files: Record<string, string> }[]
  readonly vocabulary: number
  /** n-grams counted, and kept after pruning, by order. */
  readonly counted: readonly number[]
  readonly kept: readonly number[]
  /** Gain in nats below which an n-gram was dropped. */
  readonly threshold: number
  readonly bytes: number
  readonly sha256: string
}

export interface TrainOptions {
  /** Folder the file names of the config are looked up in. */
  readonly corpus: string
  readonly log?: (message: string) => void
}

const ORDER_MIN = 2
const ORDER_MAX = 5

function refuse(message: string): never {
  throw new VanbanError('BAD_ARGUMENT', 'training', message)
}

/** What would otherwise fail after the counting, or give a model nobody can use. */
function checkConfig({ order, cutOffs, sources }: TrainConfig): void {
  if (!Number.isInteger(order) || order < ORDER_MIN || order > ORDER_MAX) {
    refuse(`A model of order ${order} cannot be trained: give an integer from ${ORDER_MIN} to ${ORDER_MAX}.`)
  }
  for (let n = 2; n < order; n++) {
    const lower = cutOffs[n - 1] ?? 1
    const upper = cutOffs[n] ?? 1
    if (upper < lower) {
      refuse(
        `Cut-off ${upper} of order ${n + 1} is below cut-off ${lower} of order ${n}: an n-gram would lose its context, let cut-offs never fall.`,
      )
    }
  }
  if (sources.length === 0) refuse('The config names no sources: give at least one.')
  for (const { name, weight } of sources) {
    if (!Number.isInteger(weight) || weight < 1) {
      refuse(`Source "${name}" has weight ${weight}: give a positive integer.`)
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
  } catch (cause) {
    throw new VanbanError(
      'TRAINING_DATA',
      'training',
      `The corpus folder ${folder} cannot be read (${(cause as Error).message}): check the path.`,
      { file: folder, cause },
    )
  }
}

function expand(folder: string, patterns: readonly string[]): string[] {
  const names = namesIn(folder)
  const files = new Set<string>()
  for (const pattern of patterns) {
    const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    const matcher = new RegExp(`^${parts.join('.*')}$`)
    const found = names.filter((name) => matcher.test(name))
    if (found.length === 0) {
      throw new VanbanError(
        'TRAINING_DATA',
        'training',
        `No file in ${folder} matches "${pattern}": check the config or the corpus folder.`,
      )
    }
    for (const name of found) files.add(join(folder, name))
  }
  return [...files]
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

function renumber(
  sources: readonly CollectedSource[],
  chosen: ChosenVocabulary,
): (WeightedIds & DecisionText)[] {
  return sources.map(({ ids, weight, letterCases }) => {
    const renamed = new Uint16Array(ids.length)
    for (let i = 0; i < ids.length; i++) renamed[i] = chosen.idOf[ids[i] as number] as number
    return { ids: renamed, weight, letterCases }
  })
}

function toLanguageModel(orders: readonly EstimatedOrder[], chosen: ChosenVocabulary): LanguageModel {
  return {
    vocabulary: new Vocabulary(chosen.words),
    table: buildTable(orders),
    logCapital: chosen.capital.map((p) => Math.log(p)),
    logSmall: chosen.capital.map((p) => Math.log(1 - p)),
  }
}

/** Bisects the threshold until the file is just within its limit. */
function fitToSize(
  orders: readonly EstimatedOrder[],
  chosen: ChosenVocabulary,
  maxBytes: number,
  log: (message: string) => void,
): { bytes: Uint8Array; kept: EstimatedOrder[]; threshold: number } {
  const gains = orders.slice(1).map((_, n) => likelihoodGains(orders, n + 2))
  const attempt = (threshold: number) => {
    const kept = prune(orders, gains, threshold)
    return { bytes: writeLanguageModel(toLanguageModel(kept, chosen)), kept, threshold }
  }
  let best = attempt(0)
  if (best.bytes.length <= maxBytes) return best
  let low = 0
  let high = 1
  for (best = attempt(high); best.bytes.length > maxBytes; best = attempt(high)) {
    low = high
    high *= 4
    if (high > 1e9) refuse(`maxBytes ${maxBytes} does not even hold the vocabulary: raise it.`)
  }
  // Eight halvings of a factor of 4 place the threshold within 1 %, the size within some tens of kilobytes.
  for (let step = 0; step < 8; step++) {
    const middle = low === 0 ? high / 4 : Math.sqrt(low * high)
    const tried = attempt(middle)
    log(`threshold ${middle.toFixed(3)} nats: ${tried.bytes.length} bytes`)
    if (tried.bytes.length > maxBytes) low = middle
    else {
      high = middle
      best = tried
    }
  }
  return best
}

/**
 * Trains a model.
 *
 * @returns the bytes of the model file and its manifest
 * @throws VanbanError `TRAINING_DATA` for missing or damaged files, `BAD_ARGUMENT` for a config that cannot be met
 */
export async function trainModel(
  config: TrainConfig,
  options: TrainOptions,
): Promise<{ bytes: Uint8Array; manifest: ModelManifest }> {
  checkConfig(config)
  const log = options.log ?? (() => {})
  const collector = new WordCollector()
  const collected: CollectedSource[] = []
  const described: ModelManifest['sources'][number][] = []
  for (const source of config.sources) {
    const files = expand(options.corpus, source.files)
    const read = await collector.collect(source.name, source.weight, files, config.exclude)
    collected.push(read)
    const hashes: Record<string, string> = {}
    for (const file of files) hashes[basename(file)] = await sha256(file)
    described.push({ name: source.name, weight: source.weight, words: read.words, files: hashes })
    log(`${source.name}: ${files.length} files, ${read.words} words`)
  }
  const chosen = chooseVocabulary(collector, config.vocabulary)
  if (chosen.words.length === FIRST_WORD_ID) {
    throw new VanbanError(
      'TRAINING_DATA',
      'training',
      'No word of the corpus was seen often enough for the vocabulary: check the files and the limits.',
    )
  }
  log(`vocabulary: ${chosen.words.length} words`)
  const sources = renumber(collected, chosen)
  collected.length = 0
  const raw: NgramCounts[] = []
  for (let n = 1; n <= config.order; n++) {
    const counts = countNgrams(sources, n, chosen.words.length)
    log(`order ${n}: ${counts.keys.length} n-grams`)
    raw.push(counts)
  }
  const counted = raw.map((table) => table.keys.length)
  const orders = estimate(raw, config)
  raw.length = 0
  const { bytes: counts, kept, threshold } = fitToSize(orders, chosen, config.maxBytes, log)
  const { decisions } = config
  const bytes =
    decisions === undefined
      ? counts
      : writeLanguageModel(toLanguageModel(trainDecisions(kept, chosen, sources, decisions, log), chosen))
  return {
    bytes,
    manifest: {
      config,
      seed: null,
      sources: described,
      vocabulary: chosen.words.length,
      counted,
      kept: kept.map((table) => table.keys.length),
      threshold,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
  }
}
