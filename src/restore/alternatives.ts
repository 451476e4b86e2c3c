/**
 * What one chunk of OCR text may have been: syllables through the engine's channel, and the chunk as it stands.
 * Worked out once per distinct chunk.
 */
import type { Candidate } from '../channel/candidate.ts'
import { Channel } from '../channel/candidates.ts'
import type { ChannelProfile } from '../channel/profile.ts'
import { segmentations } from '../channel/segment.ts'
import { CAPITAL, UPPER } from '../channel/units.ts'
import type { LanguageModel } from '../lm/language-model.ts'
import { FIRST_WORD_ID, NUMBER_ID, UNKNOWN_ID } from '../lm/symbols.ts'
import { isLegalSyllable } from '../syllable/split.ts'
import { canonical } from '../syllable/tone.ts'
import { normalise } from '../unicode/normalise.ts'
import { chunkCore } from './chunk-class.ts'
import { type ChunkFacts, pauseOf, USUAL_MARKS } from './chunk-facts.ts'
import { type Alternative, type ChunkReading, PrintedCase, type Split } from './chunk-reading.ts'
import { EdgeList, Standing } from './edge-list.ts'
import { type RepairWeights, weightsOf } from './repair-weights.ts'

/** In a heading in capitals: a capital and small letters, small letters only. */
const HEADING_CAPITAL = -3
const HEADING_LOWER = -4
/** At the start of a sentence: a capital, a small letter (list items often begin small). */
const OPENING_CAPITAL = -0.1
const OPENING_LOWER = -2

type Found = Omit<Alternative, 'inside' | 'opening' | 'heading'>

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
const CACHE_MAX = 30_000
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

export class AlternativeReader {
  readonly language: LanguageModel
  readonly channel: Channel
  /** Vocabulary id by index of the channel's syllables. */
  private readonly idOf: Uint16Array
  private readonly weights: RepairWeights
  private readonly number: number
  private cache = new Map<string, ChunkReading>()

  /** @param number which of a model's readers this is, from 0 */
  constructor(language: LanguageModel, profile: ChannelProfile, number: number) {
    this.language = language
    this.weights = weightsOf(profile)
    this.number = number
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
    const candidates = this.channel.candidates(chunk, logMin)
    const found = this.take(chunk, candidates)
    let known = false
    for (const { same, word } of found) if (same && word !== UNKNOWN_ID) known = true
    let rank = Number.NEGATIVE_INFINITY
    for (const candidate of candidates) rank = Math.max(rank, this.channel.rank(candidate))
    const sorted = this.sort(chunk, found)
    const isOne = known || !maybeMore || rank > ONE_WORD_RANK || chunk.length !== printed.length
    return {
      ...this.lists(sorted.direct, sorted.pausing),
      pause: sorted.pause,
      splits: isOne ? NO_SPLITS : this.split(chunk, rank),
      rank,
    }
  }

  /** Both lists, also as the lattice takes them. */
  lists(
    direct: readonly Alternative[],
    pausing: readonly Alternative[],
  ): Pick<ChunkReading, 'direct' | 'pausing' | 'directEdges' | 'pausingEdges'> {
    const { unigram } = this.language.table
    return {
      direct,
      pausing,
      directEdges: new EdgeList(direct, pausing, unigram),
      pausingEdges: new EdgeList(pausing, direct, unigram),
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

  private sort(chunk: string, found: Found[]): Pick<ChunkReading, 'direct' | 'pausing' | 'pause'> {
    found.sort((a, b) => a.word - b.word)
    const direct: Alternative[] = []
    const pausing: Alternative[] = []
    let pause = 0
    for (const alternative of found) {
      const behind = pauseOf(chunk.slice(chunk.length - alternative.after))
      if (pause === 0) pause = behind
      const list = behind === 0 ? direct : pausing
      list.push(this.score(alternative))
    }
    return { direct, pausing, pause }
  }

  private score(found: Found): Alternative {
    const { channel, margin } = this.weights
    const { word, text, printedCase, log, before, after, same } = found
    const base = log * channel + (same ? margin : 0)
    return {
      word,
      text,
      printedCase,
      log,
      before,
      after,
      same,
      inside: base + this.caseLog(printedCase, word, Standing.INSIDE),
      opening: base + this.caseLog(printedCase, word, Standing.OPENING),
      heading: base + this.caseLog(printedCase, word, Standing.HEADING),
    }
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

  private take(chunk: string, candidates: readonly Candidate[]): Found[] {
    // Offsets below count from both ends of the chunk as printed, where marks are.
    const found: Found[] = []
    let same = false
    for (const candidate of candidates) {
      const { before } = candidate
      const after = marksBehind(chunk, candidate.after)
      const core = chunk.slice(before, chunk.length - after)
      const isSame = core === candidate.printed || isSamePrint(core, candidate.printed)
      same ||= isSame
      found.push({
        word: this.idOf[candidate.syllable] as number,
        text: isSame ? core : candidate.printed,
        printedCase:
          candidate.printedCase === UPPER
            ? PrintedCase.UPPER
            : candidate.printedCase === CAPITAL
              ? PrintedCase.CAPITAL
              : PrintedCase.LOWER,
        log: candidate.logProbability,
        before,
        after,
        same: isSame,
      })
    }
    if (!same) found.push(this.asItStands(chunk))
    return found
  }

  private asItStands(chunk: string): Found {
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
    return { word: id, text: core, printedCase: PrintedCase.NONE, log, before, after, same: true }
  }
}

/** Empty brackets are no punctuation but how a scanner reads a letter (`t()` is tổ): they go with the word. */
function marksBehind(chunk: string, after: number): number {
  const brackets = chunk.indexOf('()', chunk.length - after)
  return brackets < 0 ? after : chunk.length - brackets - 2
}

/** The same word in the same case, whatever the placement of its tone mark. */
function isSamePrint(a: string, b: string): boolean {
  if (a.length !== b.length || canonical(a) !== canonical(b)) return false
  for (let i = 0; i < a.length; i++) {
    const x = a.charAt(i)
    const y = b.charAt(i)
    if ((x === x.toLowerCase()) !== (y === y.toLowerCase())) return false
  }
  return true
}
