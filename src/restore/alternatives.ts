/**
 * What one chunk of OCR text may have been: syllables through the engine's channel, and the chunk as it stands.
 * Worked out once per distinct chunk.
 */
import type { FoundCandidates } from '../channel/candidate.ts'
import { Channel } from '../channel/candidates.ts'
import type { ChannelProfile } from '../channel/profile.ts'
import { segmentations } from '../channel/segment.ts'
import type { LanguageModel } from '../lm/language-model.ts'
import { FIRST_WORD_ID, NUMBER_ID, UNKNOWN_ID } from '../lm/symbols.ts'
import { isLegalSyllable } from '../syllable/split.ts'
import { canonical } from '../syllable/tone.ts'
import { normalise } from '../unicode/normalise.ts'
import { chunkCore } from './chunk-class.ts'
import { type ChunkFacts, pauseOf, USUAL_MARKS } from './chunk-facts.ts'
import { type Alternative, type ChunkReading, PrintedCase, type Split } from './chunk-reading.ts'
import { type CaseScorer, EdgeList, Standing } from './edge-list.ts'
import { type RepairWeights, weightsOf } from './repair-weights.ts'

/** In a heading in capitals: a capital and small letters, small letters only. */
const HEADING_CAPITAL = -3
const HEADING_LOWER = -4
/** At the start of a sentence: a capital, a small letter (list items often begin small). */
const OPENING_CAPITAL = -0.1
const OPENING_LOWER = -2

/** ln P(an unknown acronym is spelt like this), per letter. */
export const UNKNOWN_CAPITAL_LOG = -3.5
/** The same for a foreign word: 26 letters, unevenly used, and rarer in our text than the model's class of them. */
const FOREIGN_LETTER_LOG = -4
/** Foreign words have no Vietnamese or French marks and no figures: each is a sign of a slip. */
const ODD_LETTER_LOG = -4
/** Signs that no writer puts beside a word. */
const ODD_MARK_LOG = -4
/** ln P(a number is this one), per figure: not ln 10, because a wrong number is worse than a lost word. */
const FIGURE_LOG = -1
/** `tAm`, `cUa`: a small letter before a capital. */
const CAPITAL_INSIDE = /^\p{L}?\p{Ll}\p{Lu}/u
const SMALL_LETTERS = /^\p{Ll}+$/u
/** ln P(a word is read without a slip). */
const READ_WELL_LOG = -0.3
/** Parts remembered at most; then all are forgotten. */
const CACHE_MAX = 5_000
const NO_SPLITS: readonly Split[] = []
/** A chunk that is no one word is still cut only where the pieces are worth more than this. */
const NO_WORD_RANK = -40
/** A chunk whose best reading as one word is worth more (channel and prior) is one: no word that was cut had a better. */
const ONE_WORD_RANK = -16
/** Parts joined, or one word of several, that are less likely than this (ln of the channel) win nowhere. */
const PART_LOG_MIN = -15
/** Shorter chunks hold no two words. */
const SPLIT_LENGTH_MIN = 4
/** A bracket in the middle is a bracket: parting the words beside it would lose it. */
const BRACKET = /[\p{L}\d][([{<>}\])][\p{L}\d]/u

export class AlternativeReader implements CaseScorer {
  readonly language: LanguageModel
  readonly unigram: Float32Array
  readonly channel: Channel
  /** Vocabulary id by index of the channel's syllables. */
  private readonly idOf: Uint16Array
  private readonly weights: RepairWeights
  private readonly number: number
  private readonly noEdges: EdgeList
  private cache = new Map<string, ChunkReading>()

  /** @param number which of a model's readers this is, from 0 */
  constructor(language: LanguageModel, profile: ChannelProfile, number: number) {
    this.language = language
    this.unigram = language.table.unigram
    this.weights = weightsOf(profile)
    this.number = number
    this.noEdges = new EdgeList([], [], this)
    const { words } = language.vocabulary
    const ids: number[] = []
    for (let id = FIRST_WORD_ID; id < words.length; id++)
      if (isLegalSyllable(words[id] as string)) ids.push(id)
    this.idOf = Uint16Array.from(ids)
    this.channel = new Channel(
      profile,
      ids.map((id) => words[id] as string),
      { logPrior: ids.map((id) => language.table.unigram[id] as number) },
    )
  }

  /** Alternatives of a chunk; remembered with its facts. */
  of(facts: ChunkFacts): ChunkReading {
    let reading = facts.readings[this.number]
    if (reading === undefined) {
      reading = this.find(facts.text, facts.vowels.count > 1)
      facts.readings[this.number] = reading
    }
    return reading
  }

  /** Alternatives of a string that is no chunk of the page, as one word; remembered. */
  read(text: string): ChunkReading {
    const known = this.cache.get(text)
    if (known !== undefined) return known
    const reading = this.find(text, false, PART_LOG_MIN)
    if (this.cache.size >= CACHE_MAX) this.cache = new Map()
    this.cache.set(text, reading)
    return reading
  }

  private find(printed: string, maybeMore: boolean, logMin?: number): ChunkReading {
    const chunk = normalise(printed)
    const found = this.channel.search(chunk, logMin)
    let rank = Number.NEGATIVE_INFINITY
    for (let i = 0; i < found.count; i++) rank = Math.max(rank, found.rank[i] as number)
    const all = this.take(chunk, found)
    const direct: Alternative[] = []
    const pausing: Alternative[] = []
    let pause = 0
    let known = false
    for (let i = 0; i < all.length; i++) {
      const alternative = all[i] as Alternative
      if (alternative.same && alternative.word !== UNKNOWN_ID) known = true
      const behind = this.pauseBehind(chunk, alternative.after)
      if (pause === 0) pause = behind
      if (behind === 0) direct.push(alternative)
      else pausing.push(alternative)
    }
    const isOne = known || !maybeMore || rank > ONE_WORD_RANK || chunk.length !== printed.length
    const { directEdges, pausingEdges } = this.lists(direct, pausing)
    const splits = isOne ? NO_SPLITS : this.split(chunk, rank)
    return { direct, pausing, directEdges, pausingEdges, pause, splits, rank }
  }

  /** Both lists, also as the lattice takes them. */
  lists(
    direct: readonly Alternative[],
    pausing: readonly Alternative[],
  ): Pick<ChunkReading, 'direct' | 'pausing' | 'directEdges' | 'pausingEdges'> {
    return {
      direct,
      pausing,
      directEdges: direct.length === 0 ? this.noEdges : new EdgeList(direct, pausing, this),
      pausingEdges: pausing.length === 0 ? this.noEdges : new EdgeList(pausing, direct, this),
    }
  }

  /** Ways to read a chunk as several words that are better than its best reading as one, letter by letter. */
  private split(chunk: string, rank: number): readonly Split[] {
    if (chunk.length < SPLIT_LENGTH_MIN || BRACKET.test(chunk)) return NO_SPLITS
    const scoreMin = Math.max(rank, NO_WORD_RANK)
    return segmentations(this.channel, chunk, { cutsMax: 1, scoreMin }).map(({ segments }) => ({
      pieces: segments.map(({ start, end }) => ({ start, end, reading: this.read(chunk.slice(start, end)) })),
    }))
  }

  /** What the last `after` characters of a chunk are to the language model. */
  private pauseBehind(chunk: string, after: number): number {
    return after === 0 ? 0 : pauseOf(chunk.slice(chunk.length - after))
  }

  private score(
    word: number,
    text: string,
    printedCase: number,
    log: number,
    before: number,
    after: number,
    same: boolean,
  ): Alternative {
    const { channel, margin } = this.weights
    const score = log * channel + (same ? margin : 0)
    return { word, text, printedCase, before, after, same, score }
  }

  /**
   * What the capitals of a word say of it: a natural logarithm.
   *
   * @param printedCase {@link PrintedCase}
   * @param standing {@link Standing}
   */
  caseLog(printedCase: number, word: number, standing: number): number {
    const isInside = standing === Standing.INSIDE
    const isHeading = standing === Standing.HEADING
    if (printedCase === PrintedCase.UPPER) return isHeading ? 0 : this.weights.upper
    if (printedCase === PrintedCase.CAPITAL) {
      if (isInside) return this.language.logCapital[word] as number
      return isHeading ? HEADING_CAPITAL : OPENING_CAPITAL
    }
    if (printedCase !== PrintedCase.LOWER) return 0
    if (isInside) return this.language.logSmall[word] as number
    return isHeading ? HEADING_LOWER : OPENING_LOWER
  }

  /** The alternatives of a chunk by ascending word. */
  private take(chunk: string, found: FoundCandidates): Alternative[] {
    const { channel, idOf } = this
    // Offsets below count from both ends of the chunk as printed, where marks are.
    const all: Alternative[] = []
    const { count, syllable, slot } = found
    let before = -1
    let read = -1
    let after = 0
    let core = ''
    let own = -1
    let same = false
    for (let i = 0; i < count; i++) {
      // Nearly all have the same edges.
      if (found.before[i] !== before || found.after[i] !== read) {
        before = found.before[i] as number
        read = found.after[i] as number
        after = marksBehind(chunk, read)
        core = chunk.slice(before, chunk.length - after)
        own = channel.syllableOf(core)
      }
      const printed = channel.printed(syllable[i] as number, slot[i] as number)
      const isSame = syllable[i] === own && isSameCase(core, printed)
      same ||= isSame
      all.push(
        this.score(
          idOf[syllable[i] as number] as number,
          isSame ? core : printed,
          slot[i] as number,
          found.log[i] as number,
          before,
          after,
          isSame,
        ),
      )
    }
    if (!same) all.push(this.asItStands(chunk))
    return sortByWord(all)
  }

  private asItStands(chunk: string): Alternative {
    const { before, after } = chunkCore(chunk)
    const core = chunk.slice(before, chunk.length - after)
    const figures = /^\d+$/.test(core)
    const id = figures ? NUMBER_ID : this.language.vocabulary.idOf(canonical(core))
    let log = READ_WELL_LOG
    if (figures) log += FIGURE_LOG * core.length
    if (id === UNKNOWN_ID) {
      for (const letter of core) {
        log += letter === letter.toLowerCase() ? FOREIGN_LETTER_LOG : UNKNOWN_CAPITAL_LOG
        if (!/[A-Za-z]/.test(letter)) log += ODD_LETTER_LOG
      }
      if (CAPITAL_INSIDE.test(core)) log += ODD_LETTER_LOG
      if (SMALL_LETTERS.test(core)) log += this.weights.foreign
    }
    const marks = chunk.slice(0, before) + chunk.slice(chunk.length - after)
    if (!USUAL_MARKS.test(marks) || marks.includes('()')) log += ODD_MARK_LOG * marks.length
    return this.score(id, core, PrintedCase.NONE, log, before, after, true)
  }
}

/** Empty brackets are no punctuation but how a scanner reads a letter (`t()` is tổ): they go with the word. */
function marksBehind(chunk: string, after: number): number {
  const brackets = chunk.indexOf('()', chunk.length - after)
  return brackets < 0 ? after : chunk.length - brackets - 2
}

/** Whether two spellings of one word are in the same case, whatever the placement of its tone mark. */
function isSameCase(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) {
    const x = a.charAt(i)
    const y = b.charAt(i)
    if ((x === x.toLowerCase()) !== (y === y.toLowerCase())) return false
  }
  return true
}

/** Those of one word stay in their order. */
function sortByWord(all: Alternative[]): Alternative[] {
  for (let i = 1; i < all.length; i++) {
    const one = all[i] as Alternative
    let at = i
    for (; at > 0 && (all[at - 1] as Alternative).word > one.word; at--) all[at] = all[at - 1] as Alternative
    all[at] = one
  }
  return all
}
