/**
 * What each component of repair is worth: switched off in turn, the change in wrong words on the OCR pages, and in words
 * broken in texts that are right. Everything is switched off from outside: by a model of other parts, by settings of the
 * channel profiles.
 *
 * npx tsx bench/ablation.ts [--eval DIR] [--out FILE]
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { CodeSymbols } from '../src/channel/code-grammar.ts'
import type { Confusions } from '../src/channel/counts.ts'
import type { ChannelProfile } from '../src/channel/profile.ts'
import type { LanguageModel } from '../src/lm/language-model.ts'
import type { NgramLevel } from '../src/lm/table.ts'
import { loadModel } from '../src/node.ts'
import { Model } from '../src/restore/model.ts'
import type { RepairWeights } from '../src/restore/repair-weights.ts'
import { measureClean, measureRepair } from './accuracy.ts'
import { EVAL_DEFAULT } from './files.ts'
import { loadSets } from './sets.ts'
import { formatTable, percent } from './table.ts'

/** One component, as what is put in its place. */
interface Ablation {
  readonly name: string
  readonly language?: (whole: LanguageModel) => Partial<LanguageModel>
  readonly profile?: Partial<ChannelProfile>
  /** Settings of the profiles, which come before the engine's own weights. */
  readonly weights?: Partial<RepairWeights>
  readonly lists?: false
  readonly codes?: false
}

const NOTHING: Confusions = new Map()
/** Nats that nothing outweighs; -Infinity would leave sentences without any path where it meets another. */
const NEVER = 1e6

/** The table cut down to bigrams. */
function bigramsOnly({ table }: LanguageModel): Partial<LanguageModel> {
  const bigrams: NgramLevel = { ...table.levels[0]!, next: new Uint32Array(0) }
  return { table: { ...table, order: 2, levels: [bigrams] } }
}

/** The table cut down to unigrams: bigrams without rows, nothing to back off from. */
function unigramsOnly({ table }: LanguageModel): Partial<LanguageModel> {
  const bigrams: NgramLevel = { ...table.levels[0]!, word: new Uint16Array(0), next: new Uint32Array(1) }
  const unigramBow = new Float32Array(table.unigramBow.length)
  const unigramNext = new Uint32Array(table.unigramNext.length)
  return { table: { ...table, order: 2, unigramBow, unigramNext, levels: [bigrams] } }
}

/** Capitals of the language model say nothing. */
function noCapitals({ logCapital }: LanguageModel): Partial<LanguageModel> {
  const even = new Float32Array(logCapital.length).fill(Math.log(0.5))
  return { logCapital: even, logSmall: even }
}

/** A model that knows no symbol of document codes, so that none is worth a change. */
class CodelessModel extends Model {
  private readonly none = new CodeSymbols({ types: [], organisations: [] })

  override get codes(): CodeSymbols {
    return this.none
  }
}

const ABLATIONS: readonly Ablation[] = [
  { name: 'nothing' },
  { name: 'channel: counts of whole onsets and rimes', profile: { onsets: NOTHING, rimes: NOTHING } },
  {
    name: 'channel: all counts (the general guess is left)',
    profile: { onsets: NOTHING, rimes: NOTHING, characters: NOTHING },
  },
  { name: 'context: trigrams', language: bigramsOnly },
  { name: 'context: trigrams and bigrams', language: unigramsOnly },
  { name: 'vocabulary lists', lists: false },
  { name: 'acronyms', weights: { acronymMargin: NEVER } },
  { name: 'code grammar', codes: false },
  { name: 'merging of two chunks', weights: { merge: -NEVER } },
  { name: 'parting of words that ran together', weights: { split: -NEVER } },
  { name: 'words read as figures', weights: { figures: 0 } },
  { name: 'margin for leaving a word alone', weights: { margin: 0 } },
  { name: 'capitals as evidence', language: noCapitals, weights: { upper: 0 } },
  { name: 'beam: the best hypothesis of each word only', weights: { beam: 1 } },
  { name: 'rule for sound documents', weights: { soundBase: -1, soundRate: 0 } },
]

function without(whole: Model, { language, profile, weights, lists, codes }: Ablation): Model {
  const profiles = whole.profiles.map((one) => ({
    ...one,
    ...profile,
    settings: { ...one.settings, ...weights },
  }))
  const dictionaries = lists === false ? [] : whole.dictionaries
  const made = codes === false ? CodelessModel : Model
  return new made({ ...whole.language, ...language?.(whole.language) }, { dictionaries, profiles })
}

const { values: options } = parseArgs({
  options: { eval: { type: 'string', default: EVAL_DEFAULT }, out: { type: 'string' } },
})
const sets = loadSets(options.eval)
const whole = await loadModel()
const results = ABLATIONS.map((ablation) => {
  console.error(ablation.name)
  const model = without(whole, ablation)
  return {
    name: ablation.name,
    pages: Object.entries(sets.pages).map(([set, pages]) => ({ set, ...measureRepair(pages, model) })),
    clean: measureClean(Object.values(sets.texts).flat(), model),
  }
})

const base = results[0]!
const rows = results.map(({ name, pages, clean }, index) => {
  const cells = pages.flatMap(({ wrong, wer, harmed }, set) => {
    const change = wrong - base.pages[set]!.wrong
    const shown = index === 0 ? `${wrong}` : change > 0 ? `+${change}` : `${change}`
    return [shown, percent(wer), `${harmed}`]
  })
  return [name, ...cells, `${clean.altered}`]
})
const head = base.pages.flatMap(({ set }) => [`${set}: wrong`, 'share', 'broken'])
console.log(formatTable(['without', ...head, 'clean: broken'], rows))
const sizes = base.pages.map(({ set, words }) => `${set}: ${words} words`).join(', ')
console.log(`\n${sizes}, clean: ${base.clean.words} words`)
if (options.out !== undefined) writeFileSync(options.out, `${JSON.stringify(results, null, 2)}\n`)
